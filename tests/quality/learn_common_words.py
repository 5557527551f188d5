"""Learn which words stand in texts and questions about anything: writes bot/core/data/common_words.txt.

    python tests/quality/learn_common_words.py --data FOLDER [--output FILE]

FOLDER holds `qa` and `summarisation`. A term counts by the share of articles that have it, or of articles
that are asked about with it, whichever is larger; only terms that are common are kept, in three grades.
Languages with fewer than twenty articles are left out: a share of them says nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from answer_sets import load, names

from bot.core.lexicon.forms import term_forms
from bot.core.lexicon.stopwords import stop_words
from bot.core.lexicon.words import words

OUTPUT = Path(__file__).parents[2] / "bot" / "core" / "data" / "common_words.txt"
GRADES = (0.35, 0.15, 0.07)  # least share of articles, by grade
FEWEST = 20  # articles
LEAST = 3  # articles that must have a term, however few there are
SAME = {"nb": "no"}
HEAD = """\
; Terms of everyday words by language, learned by tests/quality/learn_common_words.py: those that stand in at
; least 35 % (1), 15 % (2) and 7 % (3) of articles, or are asked with about as many. Stop words left out.
"""


def articles(data: Path) -> Iterator[tuple[str, str]]:
    """Language and text of every article of the summarisation sets, but reviews of one thing."""
    for path in sorted((data / "summarisation").glob("*/data.jsonl")):
        if "reviews" not in path.parent.name:
            for line in path.open(encoding="utf-8"):
                row = json.loads(line)
                text = row["article"] if "article" in row else " ".join(row["sentences"])
                yield SAME.get(row["lang"], row["lang"]), text


def terms(text: str, language: str) -> set[str]:
    """The terms of a text without stop words, numbers, and words of one letter."""
    ignored = stop_words(language)
    telling = (word for word in words(text, language) if word not in ignored and len(word) > 1)
    return {term for term in term_forms(telling, language) if not term[0].isdigit()}


def shares(found: Iterable[tuple[str, set[str]]]) -> dict[str, Counter[str]]:
    """By language, the share of sets that hold each term."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for language, held in found:
        counts[language].update(held)
        totals[language] += 1
    return {
        language: Counter(
            {term: number / totals[language] for term, number in counted.items() if number >= LEAST}
        )
        for language, counted in counts.items()
        if totals[language] >= FEWEST
    }


def questioned(data: Path) -> Iterator[tuple[str, set[str], set[str]]]:
    """By article of the question sets: language, terms of its text, terms of the questions about it."""
    for name in names(data / "qa"):
        if name.startswith("xquad"):
            for case in load(data / "qa", name):
                language = case.article.language
                asked = set().union(*(terms(each.question, language) for each in case.asked))
                yield language, terms(case.article.text, language), asked


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    about = list(questioned(options.data))
    told = shares(
        [
            *((language, terms(text, language)) for language, text in articles(options.data)),
            *((language, held) for language, held, _ in about),
        ]
    )
    asked = shares((language, held) for language, _, held in about)
    lines = [HEAD]
    for language in sorted(told):
        share = told[language] | asked.get(language, Counter())
        lines.append(f"[{language}]")
        above = 1.1
        for grade, least in enumerate(GRADES, start=1):
            chosen = sorted(term for term, value in share.items() if least <= value < above)
            lines.append(f"{grade}: {' '.join(chosen)}")
            above = least
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
