"""How many of our hard cases are cut right, by language.

The cases are in `sentence_cases.txt` beside this program. Run by hand:
python tests/quality/sentence_cutting.py [--data FILE] [--limit N] [--json] [--errors]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bot.core.cutting.sentences import cut_sentences

FLOORS = Path(__file__).with_name("floors.json")
CASES = Path(__file__).with_name("sentence_cases.txt")


class Case(NamedTuple):
    """A text and how it must be cut."""

    language: str
    text: str
    sentences: list[str]

    def cut(self) -> list[str]:
        return [self.text[start:end] for start, end in cut_sentences(self.text, self.language)]


def read_cases(file: Path = CASES) -> Iterator[Case]:
    """The cases of a file: "# xx" names a language, "|" stands where a sentence ends."""
    language = ""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("# "):
            language = line[2:]
        elif line:
            yield Case(language, line.replace("|", ""), [part.strip() for part in line.split("|")])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=CASES)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", action="store_true", help="list what was cut wrong")
    parser.add_argument("--check", action="store_true", help="exit code 1 below the floor")
    options = parser.parse_args()
    table: dict[str, list[int]] = {}
    for case in islice(read_cases(options.data), options.limit):
        found = case.cut()
        right = found == case.sentences
        counts = table.setdefault(case.language, [0, 0])
        counts[0] += right
        counts[1] += 1
        if options.errors and not right:
            print(case.language, " | ".join(found))
    right, total = (sum(counts[place] for counts in table.values()) for place in (0, 1))
    if options.json:
        print(json.dumps({"right": right, "cases": total, "languages": table}))
    else:
        for language, counts in table.items():
            print(f"{language}  {counts[0]:3} of {counts[1]:3}")
        print(f"all {right} of {total}: {right / total:.1%} in {len(table)} languages")
    if options.check and 100 * right / total < json.loads(FLOORS.read_text("utf-8"))["sentence_cutting"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
