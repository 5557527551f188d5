"""Which process has an update, where several share the work; and what older programs can work with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column, since nobody has what there is, and the table (see bot.storage.migrating)."""
    op.add_column("inbox", sa.Column("holder", sa.BigInteger()))
    op.create_table("compatibility", sa.Column("oldest", sa.Text(), nullable=False))
    op.execute("INSERT INTO compatibility (oldest) VALUES ('0006')")
