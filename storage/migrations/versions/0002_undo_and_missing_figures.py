"""Adds the files that undo a knowledge change, and the table of missing figures."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("knowledge_changes", sa.Column("files", sa.Text(), nullable=True))
    op.add_column("knowledge_changes", sa.Column("version", sa.String(64), nullable=True))
    op.add_column("knowledge_changes", sa.Column("undoes", sa.Integer(), nullable=True))
    op.create_table(
        "wanted_figures",
        sa.Column("entity", sa.String(80), nullable=False),
        sa.Column("measure", sa.String(80), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "measure", name="pk_wanted_figures"),
    )


def downgrade() -> None:
    op.drop_table("wanted_figures")
    for column in ("undoes", "version", "files"):
        op.drop_column("knowledge_changes", column)
