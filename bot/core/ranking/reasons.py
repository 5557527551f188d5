"""Why a sentence is in a summary, in figures: its words, its place, how central it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.article import Article
from bot.core.models import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What speaks for one sentence, compared with the article's other sentences of running text."""

    place: int  # 1-based, among those sentences
    total: int
    words: tuple[str, ...] = ()  # as the sentence writes them: those that most other sentences share
    shared: int = 0  # how many other sentences have at least one of `words`
    central: float = 0.0  # share of the other sentences that have less in common with the whole, 0.0 to 1.0


def explain_all(article: Article, sentences: Sequence[Sentence]) -> list[Reasons]:
    """The reasons for several sentences of the article, in their order."""
    return [explain(article, sentence) for sentence in sentences]


def explain(article: Article, sentence: Sentence) -> Reasons:
    """The reasons for a sentence of the article. Figures are the same for every method of summarising.

    A sentence that is no running text is compared all the same.
    """
    # Loads NumPy, which the bot's own process does without.
    from bot.core.ranking.reason_figures import reason_figures  # noqa: PLC0415 - see above

    sentences = [each for each in article.sentences if each.prose or each.start == sentence.start]
    place = next(number for number, each in enumerate(sentences) if each.start == sentence.start)
    found = reason_figures([each.text for each in sentences], place, article.language)
    return Reasons(
        place=place + 1,
        total=len(sentences),
        words=found.words,
        shared=found.shared,
        central=found.central,
    )
