"""How often a feed says that it has news."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column; what a feed says is known when it is read the next time."""
    op.add_column("feeds", sa.Column("wish_s", sa.Integer))
