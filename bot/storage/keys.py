"""What rows are found by, where that can be as long as somebody likes."""

from __future__ import annotations

from hashlib import sha256

LONGEST = 600  # characters; PostgreSQL's index entries hold 2,700 bytes


def key_of(name: str) -> str:
    """The name itself, or its beginning and a hash of the whole where it is long."""
    return name if len(name) <= LONGEST else f"{name[:LONGEST]}#{sha256(name.encode()).hexdigest()}"
