"""Our own ranker: the sentences that together tell most of an article in the fewest words.

It estimates for every word and every pair of neighbouring words how likely a person's summary holds it (small
networks over features that know no language), and picks the sentences whose union gains most for its length:
the expected ROUGE of the summary as a whole, after the concept coverage of Gillick and Favre (2009) with
learned concept weights (Li, Qian and Liu 2013). A third network, over the sentences, joins in: lightly where
a few of many sentences are asked for, strongly where a large part of the text is. What doesn't stand alone
("But he …") is taken with its predecessor or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np

from bot.core.article import Article
from bot.core.lexicon.synonyms import synonyms
from bot.core.models import Sentence
from bot.core.ranking.centrality import count_runs, standing_of, textrank
from bot.core.ranking.features import Candidates, Columns, pair_columns, sentence_columns, term_columns
from bot.core.ranking.network import Networks, learned
from bot.core.ranking.opening import opening
from bot.core.ranking.sentence_traits import SentenceTraits
from bot.core.ranking.term_matrix import Floats, TermMatrix, ranges
from bot.core.tokens import terms

# How the parts of the aim are weighed: found by tests/quality/learn_ranker.py on sets of nine languages.
_SENTENCE_WEIGHT = 3.0  # times the share of the sentences that is asked for …
_LEAST_SENTENCE_WEIGHT, _MOST_SENTENCE_WEIGHT = 0.1, 1.0  # … within these
_LENGTH_RELIEF = 0.75  # how far a large share asked for makes length matter less
_FEW, _MANY = 0.15, 0.33  # share asked for up to which words decide, and from which whole sentences do
# The same of a long summary where centrality is to be trusted (see `_LITTLE_INFLECTED`). On BBC's articles,
# six sentences, weights learned on the other sets: 1.5 points of ROUGE-1, with the weight of centrality.
_FEW_LONG, _MANY_LONG = 0.12, 0.2
_LONG_SUMMARY = 6  # sentences: more than one gets unasked
# Where whole sentences decide: how much centrality adds to what the network says (per standard deviation),
# and what it costs to show a sentence without the one that it leans on, which elsewhere is never done. On 198
# BBC articles, with weights learned on others: at a cost of 0.5 one summary in seven holds such a sentence,
# at 0.7 one in thirty, for 0.7 points of ROUGE-1. Centrality of 5 in place of 3 gains half a point, of 9 a
# quarter more.
_CENTRAL_WEIGHT, _LEAN_COST, _NEVER = 9.0, 0.75, 1e3
# Languages whose words look much the same wherever they stand: there centrality over what stands between
# blanks tells more than the network makes of it. In Turkish it cost 5 points of ROUGE-1, in Norwegian 2.
_LITTLE_INFLECTED = frozenset({"en"})
_LEAD = 0.3  # what the first sentence gets beside its promise: it tells what the others are about
# What the first sentences of a report get where papers print above it, in a line or two, what it says: there
# an editor has summed it up. On 11 German reports of the mixed set 32.3, 26.0 and 29.4 points of ROUGE-1
# become 36.5, 37.1 and 33.6 with one, two and three sentences asked for (the first sentences: 34.6, 37.8,
# 34.1); with weights learned on other sets 30.1, 32.1 and 28.6 become 36.5, 37.2 and 33.2. Not in longer
# texts: it would take half a point of an encyclopedia's.
_STANDFIRST = {"de": (0.4, 0.3)}
_LONGEST_REPORT = 60  # sentences
# What the sentence gets that says what a manual or a guide is about.
_OPENING = 0.5
_SHORT = (
    10.0  # words under which a sentence rarely says something by itself ("Next come Biden and his team.")
)
_SHORT_WEIGHT = 0.6
# Where many say much the same, people sum it up in a few words: how much shorter the summary may be, and a
# sentence that says something by itself.
_BRIEF, _BRIEF_SHORT = 0.25, 0.4
# What it costs that a sentence announces, breaks off, asks without what follows, speaks of what an earlier
# one names, in the measure of what a sentence brings (0.3 to 0.6).
_ANNOUNCING, _UNFINISHED, _ASKING, _POINTING = 1.0, 0.4, 0.3, 0.3
# Or is an item or a caption behind its label: 0.2 points of ROUGE-1 more on CNN, nothing elsewhere.
_LABELLED = 0.4
# Or calls somebody by a surname whose full name the summary doesn't hold. Not where whole sentences decide:
# it would take 0.2 points of ROUGE-1 on BBC.
_UNNAMED = 0.15
# What it costs to say again what one sentence said; from which share of it that begins and is whole.
_REPEATING, _ALIKE, _SAME = 2.0, 0.7, 0.9
_CUT_WEIGHT, _CUT_WEIGHT_WHOLE = 0.3, 0.1  # of a quotation that is cut in two, or has no speaker
_FLOOR = 0.01  # keeps the logarithm of an improbable sentence finite
# A sentence that holds all words asked for is worth more than anything that another can gain.
_AIM = 3.0
_NEAR = 0.5  # of a word that means nearly the same as one asked for
_GOES_ON = 0.3  # of what the sentence before holds, within a paragraph
_DIGITS = 9  # scores are rounded before they are compared: equal on every processor, ties go to the earlier


def pick(article: Article, candidates: Sequence[Sentence], count: int, about: str | None = None) -> list[int]:
    """Indexes of the `count` candidates that make the best summary together, the best first."""
    text = Candidates(candidates, article.title or "", article.language, count)
    traits = SentenceTraits.of(text)
    bonus = _AIM * _aimed(text, about)
    bonus += _standfirst(text, traits)
    first = opening(article, text, traits)
    if first is not None:
        bonus[first] += _OPENING
    return _Choice(Values(text, learned()), traits, bonus).take(count)


def preselect(article: Article, candidates: Sequence[Sentence], limit: int) -> list[int]:
    """Indexes of the candidates that a slow ranker shall see, at most `limit`, in reading order."""
    if len(candidates) <= limit:
        return list(range(len(candidates)))
    values = Values(Candidates(candidates, article.title or "", article.language, limit), learned())
    return sorted(_ranked(values.sentence_odds)[:limit])


def aim(
    article: Article, candidates: Sequence[Sentence], ranked: Sequence[int], about: str | None
) -> list[int]:
    """A ranking with those first that hold most of the words asked for; each group keeps its order."""
    wanted = set(terms(about, article.language)) if about else set()
    if not wanted:
        return list(ranked)
    held = {
        index: len(wanted.intersection(terms(candidates[index].text, article.language))) for index in ranked
    }
    return sorted(ranked, key=lambda index: -held[index])


def _ranked(scores: Floats) -> list[int]:
    return [int(index) for index in np.argsort(-np.round(scores, _DIGITS), kind="stable")]


def _standfirst(text: Candidates, traits: SentenceTraits) -> Floats:
    """What each sentence gets as one of those above a report; none that asks, announces or breaks off."""
    height = text.table.height
    worth = np.zeros(height)
    if height <= _LONGEST_REPORT:
        told = _STANDFIRST.get(text.language, ())[:height]
        worth[: len(told)] = told
    flawed = traits.asks | traits.announces | traits.unfinished | traits.labelled | traits.points
    return np.where(flawed, 0.0, worth)


def _aimed(text: Candidates, about: str | None) -> Floats:
    """How far each sentence is about the words asked for: 0.0 to 1.0.

    Rare words count more, words that mean nearly the same count half, and a sentence goes on with some of
    what the one before it in its paragraph is about.
    """
    matrix = text.table.matrix
    wanted = set(terms(about, text.language)) if about else set()
    if not wanted:
        return np.zeros(matrix.height)
    near = {other for term in wanted for other in synonyms(text.language).get(term, ())} - wanted
    chosen = np.array([1.0 if term in wanted else _NEAR * (term in near) for term in text.table.terms])
    weight = chosen * np.log1p(matrix.height / np.maximum(matrix.document_frequency(), 1))
    asked = float(weight[chosen == 1.0].sum()) or float(weight.sum())
    held = np.minimum(matrix.sum_rows(weight[matrix.columns]) / max(asked, 1e-9), 1.0)
    goes_on = np.r_[False, text.paragraph[1:] == text.paragraph[:-1]]
    aimed: Floats = np.maximum(held, _GOES_ON * goes_on * np.r_[0.0, held[:-1]])
    return aimed


def share_of_whole(text: Candidates) -> float:
    """How far whole sentences decide, rather than words: 0.0 to 1.0."""
    share = text.count / text.table.height
    is_long = text.count >= _LONG_SUMMARY and text.language in _LITTLE_INFLECTED
    few, many = (_FEW_LONG, _MANY_LONG) if is_long else (_FEW, _MANY)
    return min(max((share - few) / (many - few), 0.0), 1.0)


_Mixable = TypeVar("_Mixable", float, Floats)


def _mixed(first: _Mixable, second: _Mixable, share: float) -> _Mixable:
    """The first value and the second, of which `share` (0.0 to 1.0) counts."""
    return first * (1.0 - share) + second * share


def _probability(log_odds: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-log_odds))


@dataclass(frozen=True)
class Values:
    """What the networks say about an article."""

    text: Candidates
    networks: Networks

    @cached_property
    def term_odds(self) -> Floats:
        """By term, the log-odds that a summary holds it."""
        return self.networks.terms.log_odds(term_columns(self.text))

    @cached_property
    def terms(self) -> Floats:
        """By term, the probability that a summary holds it."""
        return _probability(self.term_odds)

    @cached_property
    def pairs(self) -> Floats:
        """By pair of neighbouring words, the same."""
        return _probability(self.networks.pairs.log_odds(pair_columns(self.text, self.term_odds)))

    @cached_property
    def term_mass(self) -> Floats:
        """By sentence, the sum of its terms' probabilities, each term once."""
        matrix = self.text.table.matrix
        return matrix.sum_rows(self.terms[matrix.columns])

    @cached_property
    def pair_mass(self) -> Floats:
        """By sentence, the sum of its pairs' probabilities."""
        pairs = self.text.table.pairs
        return pairs.sum_rows(self.pairs[pairs.columns])

    def promise(self, central_weight: float) -> Floats:
        """By sentence, the probability that a person would take it over as it is."""
        central = self._centrality if self.text.language in _LITTLE_INFLECTED else 0.0
        return _probability(self.sentence_odds + central_weight * central)

    @cached_property
    def _centrality(self) -> Floats:
        texts = [sentence.text for sentence in self.text.sentences]
        return standing_of(textrank(count_runs(texts, self.text.language)))

    @cached_property
    def _columns(self) -> Columns:
        return sentence_columns(self.text, self.term_mass, self.pair_mass)

    @cached_property
    def sentence_odds(self) -> Floats:
        """By sentence, the log-odds that it belongs to the best extract of its length."""
        odds = [network.log_odds(self._columns) for network in self.networks.sentences]
        mean: Floats = np.mean(odds, axis=0)
        return mean


class _Choice:
    """A summary in the making: what each sentence would bring beside those already taken."""

    def __init__(self, values: Values, traits: SentenceTraits, bonus: Floats) -> None:
        table, count = values.text.table, values.text.count
        self._length = table.lengths
        self._covers = [_Cover(table.matrix, values.terms), _Cover(table.pairs, values.pairs)]
        self._alike = _Alike(values.text)
        self._gain = values.term_mass + values.pair_mass
        self._count, self._ratio = count, count / table.height
        # What the length of a summary is measured by: a person's would be about this long.
        voices = values.text.voices
        self._usual = max(count * float(self._length.mean()) * _mixed(1.0, _BRIEF, voices), 1.0)
        chance = _probability(values.sentence_odds)
        self._whole = share_of_whole(values.text)
        self._promise = self._length * (values.promise(_CENTRAL_WEIGHT) if self._whole else 0.0)
        self._promise[0] += _LEAD * self._length.mean()
        self._lean_cost = _mixed(_NEVER, _LEAN_COST, self._whole) / count
        self._own = np.log(chance + _FLOOR) * self._sentence_weight() / count
        short = np.maximum(0.0, 1.0 - self._length / (_SHORT * _mixed(1.0, _BRIEF_SHORT, voices)))
        cut_weight = _mixed(_CUT_WEIGHT, _CUT_WEIGHT_WHOLE, self._whole)
        flaws = _ANNOUNCING * traits.announces + _UNFINISHED * traits.unfinished + cut_weight * traits.cut
        flaws += _LABELLED * traits.labelled
        self._own_worth = (bonus - _SHORT_WEIGHT * short - flaws) / count
        self._traits = traits
        self._repeated = np.zeros(table.height)  # how much of each sentence one taken sentence says
        self._introduced = np.zeros(traits.mentions.whole.shape[1], dtype=np.bool_)  # by name
        self._unnamed = traits.mentions.short.any(axis=1)
        # Before the first sentence nothing is wanting, and after the last one nothing is told.
        edged = np.array([True] + [False] * (table.height + 1))
        self._is_taken, self._before, self._after = edged[1:-1], edged[:-2], edged[2:]
        stands = np.concatenate(([False], ~traits.leans[:-1]))  # the sentence before stands alone
        self._helped = stands & ~traits.unhelped
        self._held = self._promised = self._words = 0.0

    def _sentence_weight(self) -> float:
        return min(max(_SENTENCE_WEIGHT * self._ratio, _LEAST_SENTENCE_WEIGHT), _MOST_SENTENCE_WEIGHT)

    def take(self, count: int) -> list[int]:
        """The best sentences, in the order in which they were taken."""
        taken = self._best(count)
        added = 0
        while len(taken) < min(count, len(self._length)):
            for index in taken[added:]:
                self._add(index)
            added = len(taken)
            taken += self._best(count - added)
        return taken

    def _best(self, left: int) -> list[int]:
        """What to take next: a sentence that stands alone or beside its predecessor, or one with its
        predecessor.
        """
        scores = self._scores()
        wanting = self._traits.leans & ~(self._before & ~self._traits.unhelped)
        single = np.where(self._is_taken, -np.inf, scores - self._lean_cost * wanting)
        best = int(single.argmax())
        helped = np.flatnonzero(wanting & self._helped & ~self._is_taken)
        if left > 1 and len(helped):
            together = (scores[helped] + scores[helped - 1]) / 2.0
            if together.max() > single[best]:
                best = int(helped[together.argmax()])
                return [best - 1, best]
        return [best]

    def _scores(self) -> Floats:
        words = self._covered() + self._own
        scores = _mixed(words, self._kept(), self._whole) + self._own_worth - self._out_of_place()
        rounded: Floats = np.round(scores, _DIGITS)
        return rounded

    def _out_of_place(self) -> Floats:
        """What it costs that a sentence has no neighbour that it needs, or says what is said already."""
        traits = self._traits
        alone = _POINTING * (traits.points & ~self._before) + _ASKING * (traits.asks & ~self._after)
        alone += _UNNAMED * (1.0 - self._whole) * self._unnamed
        repeated = np.clip((self._repeated - _ALIKE) / (_SAME - _ALIKE), 0.0, 1.0)
        cost: Floats = (alone + _REPEATING * repeated) / self._count
        return cost

    def _covered(self) -> Floats:
        """About the ROUGE of the summary with each sentence: words and pairs in common over both lengths."""
        exponent = 1.0 - _LENGTH_RELIEF * min(self._ratio, 0.4)
        both = self._words + self._length + self._usual
        covered: Floats = (
            2.0 * (self._held + self._gain) / both**exponent / (2.0 * self._usual) ** (1.0 - exponent)
        )
        return covered

    def _kept(self) -> Floats:
        """The same where people take over whole sentences: the words of those that they would take, over both
        lengths.
        """
        both = self._words + self._length + self._usual
        return 2.0 * (self._promised + self._promise) / both

    def _add(self, index: int) -> None:
        self._held += float(self._gain[index])
        self._promised += float(self._promise[index])
        self._words += float(self._length[index])
        self._is_taken[index] = True
        for cover in self._covers:
            self._gain -= cover.lost_by(index, len(self._gain))
        self._repeated = np.maximum(self._repeated, self._alike.said_by(index))
        mentions = self._traits.mentions
        if (mentions.whole[index] & ~self._introduced).any():
            self._introduced |= mentions.whole[index]
            self._unnamed = (mentions.short & ~self._introduced).any(axis=1)


class _Cover:
    """Which terms a summary holds; a term counts once."""

    def __init__(self, matrix: TermMatrix, weights: Floats) -> None:
        self._matrix = matrix
        self._weights = weights
        self._new = np.ones(matrix.width, dtype=np.bool_)

    def lost_by(self, index: int, height: int) -> Floats:
        """How much less each sentence can add once this one is taken."""
        matrix = self._matrix
        own = matrix.columns[matrix.starts[index] : matrix.starts[index + 1]]
        fresh = own[self._new[own]]
        self._new[fresh] = False
        begins = matrix.term_starts[fresh]
        sizes = matrix.term_starts[fresh + 1] - begins
        entries = matrix.by_term[ranges(begins, sizes)]
        lost = np.bincount(
            matrix.rows[entries], weights=np.repeat(self._weights[fresh], sizes), minlength=height
        )
        return lost.astype(np.float64, copy=False)


class _Alike:
    """How much of what sentences say another one says: their words that are no stop words, rare ones more."""

    def __init__(self, text: Candidates) -> None:
        self._matrix = matrix = text.table.matrix
        rarity = np.log1p(matrix.height / np.maximum(matrix.document_frequency(), 1))
        self._weight = np.where(text.table.stop, 0.0, rarity)
        least = _FEWEST_TELLING * float(rarity.mean())
        self._size = np.maximum(matrix.sum_rows(self._weight[matrix.columns]), least)

    def said_by(self, index: int) -> Floats:
        """By sentence, the share of what it says that one sentence says, too."""
        matrix = self._matrix
        shared = np.zeros(matrix.width)
        own = matrix.columns[matrix.starts[index] : matrix.starts[index + 1]]
        shared[own] = self._weight[own]
        return matrix.sum_rows(shared[matrix.columns]) / self._size


_FEWEST_TELLING = 4.0  # words: a sentence of fewer says too little to repeat


__all__ = ["Values", "aim", "pick", "preselect", "share_of_whole"]
