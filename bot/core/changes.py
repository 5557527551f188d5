"""What changed between two texts of one article: sentences that are new, altered or gone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.article import Article
from bot.core.lexicon.scripts import HAN, HIRAGANA, KATAKANA, KHMER, LAO, MYANMAR, THAI
from bot.core.models import Sentence

# Two sentences are one that was altered where they share at least this part of their words (Dice's
# coefficient): an exchanged number or name in a sentence of five words leaves 0.8, a rewritten half 0.5.
ALTERED = 0.6
# A word that stands in more of the sentences than this tells none of them apart, and is no way to find one.
# It keeps the search for partners linear in the length of the texts.
COMMON = 12
# With less than this part of the old sentences still there, the page is another text, not a changed one.
REWRITTEN = 0.25

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(f"[{HAN}{HIRAGANA}{KATAKANA}{THAI}{LAO}{KHMER}{MYANMAR}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a reader of the old text doesn't know. Every sentence is verbatim; none is in two places."""

    added: tuple[Sentence, ...] = ()  # of the new text, in reading order
    altered: tuple[
        tuple[Sentence, Sentence], ...
    ] = ()  # as it was and as it is, in the order of the new text
    removed: tuple[Sentence, ...] = ()  # of the old text, in reading order
    rewritten: bool = False  # hardly anything of the old text is left

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.removed)


def changes(old: Article, new: Article) -> Changes:
    """What changed from one text of an article to a later one.

    Headings, captions and promotions don't count, nor does the order of sentences, nor blanks and the shape
    of quotation marks. Takes near-linear time.
    """
    before, after = _prose(old), _prose(new)
    removed, added = _without(before, after), _without(after, before)
    pairs = _pairs(removed, added)
    altered = {now.position: was for was, now in pairs}
    gone = {was.position for was, _ in pairs}
    return Changes(
        added=tuple(sentence for sentence in added if sentence.position not in altered),
        altered=tuple((altered[now.position], now) for now in added if now.position in altered),
        removed=tuple(sentence for sentence in removed if sentence.position not in gone),
        rewritten=len(before) - len(removed) + len(pairs) < REWRITTEN * len(before),
    )


def _prose(article: Article) -> list[Sentence]:
    return [sentence for sentence in article.sentences if sentence.prose]


def _without(sentences: Iterable[Sentence], others: Iterable[Sentence]) -> list[Sentence]:
    """The sentences that are not among the others; one that stands there twice has two partners."""
    there = Counter(_key(sentence) for sentence in others)
    left = []
    for sentence in sentences:
        key = _key(sentence)
        if there[key]:
            there[key] -= 1
        else:
            left.append(sentence)
    return left


def _key(sentence: Sentence) -> str:
    # Words and what stands between them, blanks and the shape of quotation marks and dashes aside.
    return re.sub(r"[\s\"'“”„‘’«»‹›\-–—]+", " ", sentence.text).strip()


def _pairs(removed: Sequence[Sentence], added: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Sentences that are one that was altered: the most alike first, each in one pair."""
    old_words = [Counter(_words(sentence)) for sentence in removed]
    new_words = [Counter(_words(sentence)) for sentence in added]
    found = sorted(
        (-likeness, abs(was - now), was, now)
        for was, now in _candidates(old_words, new_words)
        if (likeness := _dice(old_words[was], new_words[now])) >= ALTERED
    )
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs = []
    for _, _, was, now in found:
        if was not in taken_old and now not in taken_new:
            taken_old.add(was)
            taken_new.add(now)
            pairs.append((removed[was], added[now]))
    return pairs


def _candidates(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> set[tuple[int, int]]:
    """Pairs that share a word which few sentences have, and those that stand in the same place."""
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(old):
        for word in words:
            homes[word].append(number)
    pairs = {(number, number) for number in range(min(len(old), len(new)))}
    for number, words in enumerate(new):
        for word in words:
            if len(homes.get(word, ())) <= COMMON:
                pairs.update((was, number) for was in homes.get(word, ()))
    return pairs


def _dice(one: Counter[str], other: Counter[str]) -> float:
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0


def _words(sentence: Sentence) -> list[str]:
    """Words, or single characters in scripts that put no blanks between words."""
    found = _WORD.findall(sentence.text.casefold())
    return [part for word in found for part in (word if _UNSPACED.search(word) else [word])]
