"""Deletes what was stored before words of messages were left out of it: answers, readings, and names nobody knows."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(sa.text("DELETE FROM checks"))
    op.execute(sa.text("DELETE FROM feedback"))
    op.execute(sa.text("DELETE FROM wanted_figures WHERE entity LIKE 'stranger:%'"))


def downgrade() -> None:
    """Does nothing: what is deleted can't be brought back."""
