"""What no process holds is found by an index of its own, however much waits and was done lately."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"

INDEX = "CREATE INDEX ix_inbox_free ON inbox (position) WHERE state = 'pending' AND holder IS NULL"


def upgrade() -> None:
    """Create the index where several processes can share an inbox."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(INDEX)
