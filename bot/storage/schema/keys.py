"""What rows are found by, where that can be as long as somebody likes."""

from __future__ import annotations

from hashlib import sha256

LONGEST = 600  # characters; PostgreSQL's index entries hold 2,700 bytes


class KeySet(frozenset[str]):
    """Keys as rows have them; a name is in it where its key is."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(key_of(name))


def key_of(name: str) -> str:
    """The name itself, or its beginning and a hash of the whole where it is long. A key's key is itself."""
    if len(name) <= LONGEST:
        return name
    told_apart = f"#{sha256(name.encode()).hexdigest()}"
    return name[: LONGEST - len(told_apart)] + told_apart
