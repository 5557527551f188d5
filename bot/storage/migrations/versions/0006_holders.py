"""Which process has an update, where several share the work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; nobody has what there is."""
    op.add_column("inbox", sa.Column("holder", sa.BigInteger()))
