"""How often the right sentence comes first, and how often "the article doesn't say" is right.

    python tests/quality/answers.py --data FOLDER [--limit QUESTIONS_A_SET] [--only SET …] [--json] [--check]

XQuAD's paragraphs are joined to articles, as a reader has them, and searched whole. A hit: the first
passage's sentence holds an answer (in the conversations, whose answers are free, half of the evidence or of
the sentence). Beside ours: plain BM25 on the same stems, and the first sentence. "Foreign" are questions
about another article of the set, one for each question, drawn with a fixed seed. `--check` fails below the
floors in floors.json.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from answer_sets import PARAGRAPHS, Asked, Case, load, names
from baselines import PlainBm25

from bot.core.article import Article
from bot.core.models import Sentence
from bot.core.retrieval import ask

FLOORS = Path(__file__).with_name("floors.json")
NOISE = 2.0  # percentage points below its floor that a figure may be: a sample of 150 varies by that much
SEED = 7
CONVERSATIONS = "abg_coqa_followup"


def is_hit(sentence: Sentence, asked: Asked, *, loose: bool) -> bool:
    """Whether a sentence holds one of the answers."""
    for start, end in asked.answers:
        shared = min(sentence.end, end) - max(sentence.start, start)
        if sentence.start <= start and end <= sentence.end:
            return True
        if loose and shared > 0 and 2 * shared >= min(sentence.end - sentence.start, end - start):
            return True
    return False


def sample(cases: Sequence[Case], limit: int | None) -> list[tuple[Case, Asked]]:
    """Questions with answers, spread over the articles."""
    every = [(case, asked) for case in cases for asked in case.asked if asked.answers]
    if limit is None or limit >= len(every):
        return every
    step = len(every) / limit
    return [every[int(number * step)] for number in range(limit)]


def measure(cases: Sequence[Case], limit: int | None, *, conversations: bool) -> dict[str, float]:
    """Figures of one set, in per cent of its questions."""
    chosen = sample(cases, limit)
    plain = {id(case): PlainBm25(case.article) for case, _ in chosen}
    ours = base = lead = refused = 0
    for case, asked in chosen:
        answer = ask(case.article, asked.question, context=asked.context)
        best = answer.passages[0].sentence
        number = plain[id(case)].best(asked.question, asked.context[-1:])
        ours += is_hit(best, asked, loose=conversations)
        base += is_hit(case.article.sentences[number], asked, loose=conversations)
        lead += is_hit(case.article.sentences[0], asked, loose=conversations)
        refused += not answer.found
    figures = {"questions": len(chosen), "ours": ours, "bm25": base, "lead": lead, "refused": refused}
    figures = {
        name: value if name == "questions" else percent(value, len(chosen)) for name, value in figures.items()
    }
    figures["gain"] = round(figures["ours"] - figures["bm25"], 1)
    if not conversations and len(cases) > 1:
        figures["foreign_told"] = foreign(cases, chosen)
    return figures


def foreign(cases: Sequence[Case], chosen: Sequence[tuple[Case, Asked]]) -> float:
    """How many questions about other articles are told to be not answered here, in per cent."""
    generator = random.Random(SEED)  # noqa: S311 - a sample, no secret
    told = 0
    for case, asked in chosen:
        other = generator.choice([each for each in cases if each.title != case.title])
        told += not ask(other.article, asked.question).found
    return percent(told, len(chosen))


def percent(part: float, whole: float) -> float:
    """With one decimal."""
    return round(100.0 * part / max(whole, 1), 1)


def timing(cases: Sequence[Case]) -> dict[str, float]:
    """Milliseconds of CPU for an answer: 45 sentences at hand, 5,000 the first time and after. Medians."""
    question = "How many seats does the parliament have?"
    every = [sentence.text for case in cases for sentence in case.article.sentences]
    short = Article.from_text(" ".join(every[:45]), language="en")
    longest = [Article.from_text(text, language="en") for text in _long_texts(every)]
    ask(short, question)
    first, after = [], []
    for article in longest:
        first.append(_milliseconds(article, question))
        after.append(_milliseconds(article, "When was the university founded?"))
    return {
        "ms_45": _median(
            [_milliseconds(short, asked.question) for case in cases for asked in case.asked[:3]]
        ),
        "ms_5000_first": _median(first),
        "ms_5000_after": _median(after),
    }


def _long_texts(every: Sequence[str]) -> list[str]:
    generator = random.Random(SEED)  # noqa: S311 - a sample, no secret
    texts = []
    for _ in range(5):
        chosen = [generator.choice(every) for _ in range(5000)]
        texts.append("\n\n".join(" ".join(chosen[start : start + 5]) for start in range(0, 5000, 5)))
    return texts


def _milliseconds(article: Article, question: str) -> float:
    begun = time.process_time()  # of this process alone: the machine may have other work
    ask(article, question)
    return (time.process_time() - begun) * 1000


def _median(values: list[float]) -> float:
    return round(sorted(values)[len(values) // 2], 1)


def check(results: dict[str, dict[str, float]]) -> list[str]:
    """What lies below its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")).get("answers", {})
    return [
        f"{name} {figure}: {results[name][figure]} < {floor}"
        for name, wanted in floors.items()
        for figure, floor in wanted.items()
        if name in results and results[name].get(figure, floor) < floor - NOISE
    ]


def show(results: dict[str, dict[str, float]]) -> None:
    """A table for people."""
    print(
        f"{'set':26} {'n':>5} {'ours':>6} {'bm25':>6} {'lead':>6} {'gain':>6} {'foreign':>8} {'refused':>8}"
    )
    for name, row in results.items():
        if "ours" in row:
            told = row.get("foreign_told", "–")
            cells = [f"{row[key]:>6}" for key in ("ours", "bm25", "lead", "gain")]
            print(f"{name:26} {row['questions']:>5} {' '.join(cells)} {told:>8} {row['refused']:>8}")
        else:
            print(name, row)


def main() -> None:
    """Measures, shows, checks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    data = options.data / "qa" if (options.data / "qa").is_dir() else options.data
    results: dict[str, dict[str, float]] = {}
    for name in options.only or [name for name in names(data) if name != PARAGRAPHS]:
        cases = load(data, name)
        results[name] = measure(cases, options.limit, conversations=name == CONVERSATIONS)
        if name == "squad2_en_whole_articles":
            results["timing"] = timing(cases)
    if options.json:
        print(json.dumps(results, indent=2))
    else:
        show(results)
    below = check(results) if options.check else []
    if below:
        sys.exit("\n".join(["below the floor:", *below]))


if __name__ == "__main__":
    main()
