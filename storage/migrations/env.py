"""Configures Alembic for an upgrade: runs the migrations on the connection that storage.migrate passes."""

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
