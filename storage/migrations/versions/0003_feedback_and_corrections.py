"""Adds claim digest, language and inline id to checks, and the tables of feedback and corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("checks", sa.Column("inline_id", sa.String(80), nullable=False, server_default=""))
    op.add_column("checks", sa.Column("claim", sa.String(32), nullable=False, server_default=""))
    op.add_column("checks", sa.Column("language", sa.String(8), nullable=False, server_default="en"))
    op.create_index("ix_checks_chat_id_claim", "checks", ["chat_id", "claim"])
    op.create_index("ix_checks_asker_id", "checks", ["asker_id"])
    op.create_table(
        "feedback",
        sa.Column("check_id", sa.String(32), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("wrong", sa.String(16), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("library_version", sa.String(64), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("check_id", "user_id", name="pk_feedback"),
    )
    op.create_index("ix_feedback_created", "feedback", ["created"])
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("figure", sa.String(200), nullable=False),
        sa.Column("before", sa.String(200), nullable=False),
        sa.Column("after", sa.String(200), nullable=False),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_corrections"),
    )


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_index("ix_feedback_created", "feedback")
    op.drop_table("feedback")
    op.drop_index("ix_checks_asker_id", "checks")
    op.drop_index("ix_checks_chat_id_claim", "checks")
    for column in ("language", "claim", "inline_id"):
        op.drop_column("checks", column)
