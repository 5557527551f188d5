"""Word lists of the text modules, as files that people can read and mend.

A file has sections ("[name]" on a line of its own) or lists ("name: words", continued on indented lines).
Lines that open with a semicolon are comments.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


def prompts_folder() -> Path:
    """Where every word that the bot says is: in the installed package, or in the checkout beside it."""
    package = Path(str(files("bot")))
    packaged = package / "prompts"
    return packaged if packaged.is_dir() else package.parent / "prompts"


@cache
def lines(name: str) -> dict[str, list[str]]:
    """The lines of each section of a data file, comments and empty lines left out."""
    found: dict[str, list[str]] = {}
    current = found.setdefault("", [])
    for line in files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif line and not line.startswith(";"):
            current.append(line)
    return found


def words(name: str, part: str = "") -> dict[str, list[str]]:
    """The word lists of one section of a data file, by their names."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines(name).get(part, []):
        if line[0].isspace():
            current.extend(line.split())
        else:
            title, _, rest = line.partition(":")
            current = found.setdefault(title, [])
            current.extend(rest.split())
    return found
