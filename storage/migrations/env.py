"""What Alembic runs for each upgrade: the steps, on the connection that storage.migrate hands over."""

from alembic import context

from storage.database_schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
