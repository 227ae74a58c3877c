"""Adds the table that counts texts left open, by day and by why."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "open_texts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("obstacle", sa.String(32), nullable=False),
        sa.Column("texts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "obstacle", name="pk_open_texts"),
    )


def downgrade() -> None:
    op.drop_table("open_texts")
