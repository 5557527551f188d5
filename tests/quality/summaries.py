"""How good our summaries are, beside the first sentences and sumy's eight algorithms: ROUGE on people's
summaries.

    python tests/quality/summaries.py --data DIR [--limit N] [--only SET] [--json] [--check]

ROUGE-1, -2 and -Lsum (F1, per cent) with the rouge-score package: for English with its own tokens and
stemmer, for other languages with Unicode words. Where a text has several references the mean counts. All
methods see the same sentences and words: sumy's scores are a little better here than with its own tokenizer.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from corpora import LENGTHS, Item, load
from rouge_score.rouge_scorer import RougeScorer

from bot.core import rankers
from bot.core.article import Article
from bot.core.ranking import network
from bot.core.summary import METHODS, fit_sentences, summarize

MEASURES = ("rouge1", "rouge2", "rougeLsum")
FLOORS = Path(__file__).parent / "floors.json"
NOISE = 0.3  # points below its floor that a score may lie, for another version of a tokenizer


class UnicodeWords:
    """rouge-score's own tokenizer knows the letters a to z only."""

    def tokenize(self, text: str) -> list[str]:
        return re.findall(r"\w+", text.lower())


SCORERS = {
    "en": RougeScorer(list(MEASURES), use_stemmer=True),
    "": RougeScorer(list(MEASURES), tokenizer=UnicodeWords()),
}


def scores(item: Item, sentences: Sequence[str]) -> list[float]:
    scorer = SCORERS.get(item.language, SCORERS[""])
    told = [scorer.score(reference, "\n".join(sentences)) for reference in item.references]
    return [100 * float(np.mean([one[measure].fmeasure for one in told])) for measure in MEASURES]


def measure(items: Iterable[Item], methods: Sequence[str], count: int) -> dict[str, list[list[float]]]:
    """The scores of each method on each text."""
    found: dict[str, list[list[float]]] = defaultdict(list)
    for item in items:
        article = Article.from_text(item.text, title=item.title, language=item.language)
        if len(fit_sentences(article, count)) <= count:
            continue  # nothing to choose
        if "lead" in methods:
            found["lead"].append(scores(item, [s.text for s in fit_sentences(article, count)[:count]]))
        for method in methods:
            if method != "lead":
                picked = summarize(article, count, method).sentences
                found[method].append(scores(item, [sentence.text for sentence in picked]))
    return found


def table(corpus: str, count: int, means: dict[str, list[float]], texts: int) -> str:
    lines = [f"{corpus}: {texts} texts, {count} sentences", f"  {'':12}{'R-1':>7}{'R-2':>7}{'R-Lsum':>8}"]
    lines += [f"  {name:12}{one[0]:7.2f}{one[1]:7.2f}{one[2]:8.2f}" for name, one in means.items()]
    return "\n".join(lines)


def check(results: dict[str, dict[str, list[float]]]) -> list[str]:
    """The sets whose ROUGE-1 lies below its floor."""
    floors = json.loads(FLOORS.read_text("utf-8"))["summaries"]
    return [
        f"{corpus}: {means['nutshell'][0]:.2f} is below {floors[corpus]}"
        for corpus, means in results.items()
        if corpus in floors and means["nutshell"][0] < floors[corpus] - NOISE
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the unpacked archive of summarisation sets")
    parser.add_argument("--limit", type=int, help="texts of each set")
    parser.add_argument("--only", choices=list(LENGTHS), help="one set")
    parser.add_argument("--sentences", type=int, help="in place of the set's usual length")
    parser.add_argument("--methods", default=",".join(["lead", *METHODS]), help="with commas")
    parser.add_argument(
        "--weights", type=Path, help="a file that learn_ranker.py wrote, in place of the installed one"
    )
    parser.add_argument("--half", type=int, choices=[0, 1], help="every other text")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit code 1 where a set falls below its floor")
    options = parser.parse_args()
    if options.weights:
        chosen = network.from_file(json.loads(options.weights.read_text("utf-8")))
        rankers.learned = lambda: chosen
    results = {}
    for corpus in [options.only] if options.only else list(LENGTHS):
        count = options.sentences or LENGTHS[corpus]
        found = measure(
            load(options.data, corpus, options.limit, options.half), options.methods.split(","), count
        )
        results[corpus] = {name: [float(v) for v in np.mean(one, axis=0)] for name, one in found.items()}
        if not options.json:
            print(table(corpus, count, results[corpus], len(next(iter(found.values())))), flush=True)
    if options.json:
        print(json.dumps(results))
    fallen = check(results) if options.check else []
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
