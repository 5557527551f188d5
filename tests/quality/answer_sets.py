"""Reads the question sets under `qa/`: articles with questions whose answers lie at known places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.core.article import Article
from bot.core.cleaning import clean_text

PARAGRAPHS = "squad2_en"  # single paragraphs, half of them without an answer: not measured as articles


@dataclass(frozen=True)
class Asked:
    """A question about an article."""

    question: str
    context: tuple[str, ...]  # earlier questions, oldest first
    answers: tuple[tuple[int, int], ...]  # characters in the article's text; none where it doesn't say


@dataclass(frozen=True)
class Case:
    """An article with the questions about it."""

    title: str
    article: Article
    asked: tuple[Asked, ...]


def names(data: Path) -> list[str]:
    """The sets that are there."""
    return sorted(path.parent.name for path in data.glob("*/data.jsonl"))


def load(data: Path, name: str) -> list[Case]:
    """The articles of a set."""
    rows = [json.loads(line) for line in (data / name / "data.jsonl").open(encoding="utf-8")]
    if name == "squad2_en_whole_articles":
        return [_whole(row) for row in rows]
    if name == "abg_coqa_followup":
        return list(_conversations(rows))
    return list(_joined(rows))


def _whole(row: dict) -> Case:
    article, moved = _article([row["context"]], row["lang"])
    asked = tuple(
        Asked(each["question"], (), tuple(moved(0, row["context"], answer) for answer in each["answers"]))
        for each in row["questions"]
        if each["answerable"]  # the others were only checked against one paragraph
    )
    return Case(row["title"], article, asked)


def _conversations(rows: list[dict]) -> Iterator[Case]:
    for row in rows:
        article, moved = _article([row["context"]], row["lang"])
        context = tuple(turn["question"] for turn in row["history"])
        answers = tuple(moved(0, row["context"], answer) for answer in row["answers"])
        if answers:
            yield Case(row["context"][:60], article, (Asked(row["question"], context, answers),))


def _joined(rows: list[dict]) -> Iterator[Case]:
    """All paragraphs of an article together, as a reader has them."""
    by_title: dict[str, list[dict]] = {}
    for row in rows:
        by_title.setdefault(row["title"], []).append(row)
    for title, members in by_title.items():
        contexts = list(dict.fromkeys(row["context"] for row in members))
        article, moved = _article(contexts, members[0]["lang"])
        asked = tuple(
            Asked(
                row["question"],
                (),
                tuple(
                    moved(contexts.index(row["context"]), row["context"], answer) for answer in row["answers"]
                ),
            )
            for row in members
        )
        yield Case(title, article, tuple(each for each in asked if each.answers))


def _article(contexts: list[str], language: str):
    cleaned = [clean_text(context).strip() for context in contexts]
    article = Article.from_text("\n\n".join(cleaned), language=language)
    begins = []
    place = 0
    for context in cleaned:
        place = article.text.index(context[:40].split("\n")[0], place)
        begins.append(place)
        place += len(context)

    def moved(number: int, context: str, answer: dict) -> tuple[int, int]:
        blank = len(clean_text(context)) - len(clean_text(context).lstrip())
        start = begins[number] + len(clean_text(context[: answer["start"]] + "|")) - 1 - blank
        return start, start + len(clean_text(answer["text"] + "|")) - 1

    return article, moved
