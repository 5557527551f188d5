"""Everyday questions about texts written for this: how many are answered rightly.

    python tests/quality/everyday.py [--check]

The texts and questions of everyday/ (English, German, Russian, Spanish, French), of readers/ (in haste), of
languages/ (in haste, two or three texts in each of 22 languages) and of talks/ (follow-ups, each behind the
questions before it) were written before any of them was asked, and those of the gallery beside them. Right is
a question whose first passage has the expected words, or that is told to be not answered where the text
doesn't say. `--check` fails below the floor in floors.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from bot.core.article import Article
from bot.core.retrieval import Answer, ask

HERE = Path(__file__).parent
FOLDERS = ("everyday", "gallery", "readers", "languages", "talks")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question and what came of it."""

    text: str  # the name of the text
    question: str  # behind the earlier ones of the conversation, " > " between them
    expected: str | None  # words of the sentence that answers; None where the text doesn't say
    answer: Answer

    @property
    def refused(self) -> bool:
        """Whether an answer that is there was told to be missing."""
        return self.expected is not None and not self.answer.found

    @property
    def right(self) -> bool:
        """Whether a reader is served."""
        if self.expected is None:
            return not self.answer.found
        return self.answer.found and self.expected in self.answer.passages[0].sentence.text


def outcomes(folder: str) -> list[Outcome]:
    """Every question of a folder, asked."""
    articles = {path.stem: _article(path) for path in sorted((HERE / folder / "texts").glob("*.txt"))}
    found = []
    for line in (HERE / folder / "questions.txt").read_text(encoding="utf-8").splitlines():
        name, question, expected = (part.strip() for part in line.split("|"))
        *context, last = question.split(" > ")
        answer = ask(articles[name], last, context=context)
        found.append(Outcome(name, question, None if expected == "-" else expected, answer))
    return found


def _article(path: Path) -> Article:
    title, _, text = path.read_text(encoding="utf-8").partition("\n")
    return Article.from_text(text.strip(), title=title)


def measure(found: list[Outcome]) -> dict[str, float]:
    """Per cent right, of the answerable ones refused, of the others told."""
    own = [each for each in found if each.expected is not None]
    foreign = [each for each in found if each.expected is None]
    return {
        "questions": len(found),
        "right": _percent(sum(each.right for each in found), len(found)),
        "refused": _percent(sum(each.refused for each in own), len(own)),
        "told": _percent(sum(each.right for each in foreign), len(foreign)),
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / max(whole, 1), 1)


def main() -> None:
    """Shows what went wrong, and the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    figures = {}
    for folder in FOLDERS:
        found = outcomes(folder)
        figures[folder] = measure(found)
        for each in found:
            if not each.right:
                first = each.answer.passages[0].sentence.text if each.answer.passages else ""
                verdict = "found" if each.answer.found else "doesn't say"
                print(f"{each.text}: {each.question} [{each.expected or 'not there'}] {verdict}: {first}")
    for folder, row in figures.items():
        print(folder, row)
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8")).get("everyday", {})
    below = [folder for folder, floor in floors.items() if figures[folder]["right"] < floor]
    if check and below:
        sys.exit(f"below the floor: {', '.join(below)}")


if __name__ == "__main__":
    main()
