"""Text that a page holds twice: for phones, for printing, as a quotation, as data for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.core.models import Kind
from bot.sources.extraction.units import Cut

_REPEATED = 8  # words
_REFRAIN, _SURE_REFRAIN = 4, 0.9  # times, and the probability of each
_QUOTED = frozenset([Kind.QUOTE, Kind.CAPTION])
_DIGEST, _LARGE = 100, 0.15  # words, and share of all, from which on a unit may be the whole text again
_MOST_DIGESTS = 5


def holders(cut: Cut) -> list[int]:
    """For each unit the number of the element that its own stands in; one of its own where it is hidden."""
    hidden: list[bool] = []
    for box in cut.boxes:
        hidden.append(box.hidden or (box.parent is not None and hidden[box.parent.index]))
    return [
        -unit.index if hidden[unit.box.index] else unit.box.parent.index if unit.box.parent else 0
        for unit in cut.units
    ]


def is_copy(words: Sequence[str], holder: int, seen: dict[tuple[str, ...], int]) -> bool:
    """Whether a text was there before: for phones, for printing, as a quotation.

    Short ones may come twice, and so may neighbours. Whole texts only: looking for parts cost more than it
    found.
    """
    if len(words) < _REPEATED:
        return False
    spoken = tuple(words)
    if spoken in seen:
        return seen[spoken] != holder
    seen[spoken] = holder
    return False


def refrains(
    words: Sequence[Sequence[str]], kinds: Sequence[Kind], likely: Sequence[float]
) -> frozenset[tuple[str, ...]]:
    """Texts that are no copies though they come again and again, as an interviewer's question does.

    Each time they are a sure part of the article. Threads quote a post as often, but in quotations.
    """
    counts = Counter(
        tuple(spoken)
        for spoken, kind, probability in zip(words, kinds, likely, strict=True)
        if probability > _SURE_REFRAIN and len(spoken) >= _REPEATED and kind not in _QUOTED
    )
    return frozenset(spoken for spoken, times in counts.items() if times >= _REFRAIN)


def without_contents(
    picked: Sequence[int], kinds: Sequence[Kind], words: Sequence[Sequence[str]]
) -> list[int]:
    """Without what says a long heading before it comes, as a table of contents does."""
    ahead = {tuple(words[index]): index for index in picked if kinds[index] is Kind.HEADING}
    return [
        index
        for index in picked
        if kinds[index] is Kind.HEADING
        or len(words[index]) < _REPEATED
        or index > ahead.get(tuple(words[index]), -1)
    ]


def without_digests(picked: list[int], words: Sequence[Sequence[str]]) -> list[int]:
    """Without units that hold the text of several others again, as hidden data for machines does."""
    total = sum(len(words[index]) for index in picked)
    large = [index for index in picked if len(words[index]) > max(_DIGEST, total * _LARGE)]
    for index in large[:_MOST_DIGESTS]:
        inside = _shingles(words[index])
        parts = [other for other in picked if other not in large and len(words[other]) >= _REPEATED]
        held = [other for other in parts if _share_in(words[other], inside) > 0.8]
        if len(held) >= 3 and sum(len(words[other]) for other in held) > 0.6 * len(words[index]):
            picked = [other for other in picked if other != index]
    return picked


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def _share_in(words: Sequence[str], inside: set[tuple[str, ...]]) -> float:
    own = _shingles(words)
    return len(own & inside) / max(1, len(own))
