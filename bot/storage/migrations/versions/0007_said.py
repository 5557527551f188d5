"""What was said in a chat lately, for /catchup."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Create the table; what was said before is not known."""
    op.create_table(
        "said",
        sa.Column("chat_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("topic_id", sa.BigInteger, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("reply_to", sa.BigInteger),
        sa.Column("reactions", sa.Integer, nullable=False),
        sa.Column("link", sa.Text),
        sa.Column("author", sa.Text),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_said"),
    )
    op.create_index("ix_said_at", "said", ["at"])
    op.create_index("ix_said_author", "said", ["author"])
    op.create_index("ix_said_chat_id_at", "said", ["chat_id", "at"])
