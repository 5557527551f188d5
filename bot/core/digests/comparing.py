"""What several texts on one story say, and what only each of them says: in their own sentences."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.core.article import Article
from bot.core.digests.digest import Agreement, Comparison
from bot.core.models import Sentence
from bot.core.ranking.discourse import leaning
from bot.core.summary import fit_sentences, summarize
from bot.core.tokens import terms

# Shares of a sentence's terms that another has: from SHARED on they say the same; below NEW the other has
# nothing of it. Between the two, it is neither common nor new: a name and a number that two sentences have in
# common make 0.3 to 0.4 of an ordinary one.
SHARED, NEW = 0.5, 0.35
_FEWEST = 3  # terms; a shorter sentence says too little to be compared
_LOOKED_AT = 60  # sentences of each text, the weightiest ones


def compare(articles: Sequence[Article], *, limit: int = 5) -> Comparison:
    """What texts have in common, and what only each says: at most `limit` statements of each sort.

    All sentences are the texts' own. Time grows with the square of the number of texts.
    """
    shared = _agreements([_statements(article) for article in articles])
    agreed = {(number, sentence.position) for one in shared for number, sentence in one.sentences}
    return Comparison(
        shared=shared[:limit],
        only=tuple(
            only_in(articles, number, limit=limit, agreed={at for place, at in agreed if place == number})
            for number in range(len(articles))
        ),
    )


def only_in(
    articles: Sequence[Article], number: int, *, limit: int, agreed: AbstractSet[int] = frozenset()
) -> tuple[Sentence, ...]:
    """Sentences of one text that say what none of the others does, the weightiest, in reading order.

    `agreed`: the positions of those of which that is known not to be so.
    """
    others = [
        set(_terms(a, sentence)) for i, a in enumerate(articles) if i != number for sentence in a.sentences
    ]
    return new_sentences(articles[number], others, limit=limit, agreed=agreed)


def new_sentences(
    article: Article, known: Sequence[set[str]], *, limit: int, agreed: AbstractSet[int] = frozenset()
) -> tuple[Sentence, ...]:
    """Sentences of a text that say what none of the known ones (as sets of terms) says, in reading order.

    Those that can stand alone come before those that lean on the one before ("He …"), weighty ones first.
    """
    index: dict[str, list[int]] = {}
    for place, words in enumerate(known):
        for word in words:
            index.setdefault(word, []).append(place)
    fresh = [
        sentence
        for sentence, words in _statements(article)
        if sentence.position not in agreed and _best_share(words, index, len(known)) < NEW
    ]
    if len(fresh) > limit:
        ranked = summarize(article, sentences=min(len(article.sentences), 4 * limit)).sentences
        weighty = {sentence.position for sentence in ranked}
        leans = leaning(article.sentences, article.language)
        fresh.sort(key=lambda one: (leans[one.position], one.position not in weighty, one.position))
    return tuple(sorted(fresh[:limit], key=lambda sentence: sentence.position))


def _best_share(words: set[str], index: dict[str, list[int]], known: int) -> float:
    """The largest share of the words that one of the known sentences has."""
    counts: dict[int, int] = {}
    for word in words:
        for place in index.get(word, ()):
            counts[place] = counts.get(place, 0) + 1
    return max(counts.values(), default=0) / len(words) if known else 0.0


def _statements(article: Article) -> list[tuple[Sentence, set[str]]]:
    """The sentences of a text that say enough to be compared, with their terms."""
    found = []
    for sentence in fit_sentences(article)[:_LOOKED_AT]:
        words = set(_terms(article, sentence))
        if len(words) >= _FEWEST:
            found.append((sentence, words))
    return found


def _terms(article: Article, sentence: Sentence) -> list[str]:
    return terms(sentence.text, article.language)


def _agreements(told: Sequence[list[tuple[Sentence, set[str]]]]) -> tuple[Agreement, ...]:
    """For each sentence of the first text that others have, the sentences that say it; by the first text."""
    found = []
    for sentence, words in told[0] if told else ():
        partners = [(0, sentence)]
        for number, statements in enumerate(told[1:], start=1):
            best = max(statements, key=lambda other: _overlap(words, other[1]), default=None)
            if best is not None and _overlap(words, best[1]) >= SHARED:
                partners.append((number, best[0]))
        if len(partners) > 1:
            found.append((len(partners), len(words), Agreement(sentences=tuple(partners))))
    # Those that most texts make come first to be kept, then they are told in the first text's order.
    kept = sorted(found, key=lambda entry: (-entry[0], -entry[1]))
    return tuple(agreement for _, _, agreement in kept)


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / min(len(one), len(other))
