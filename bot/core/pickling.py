"""An article on its way between processes: its text once, and all that lies in it as columns of numbers.

Pickle would carry each sentence with its own copy of its text: 4 MB for a book of 20,000 sentences and a
tenth of a second at either end, in which the event loop has to share the interpreter. Columns take half.
"""

from __future__ import annotations

from array import array
from collections import deque
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import NamedTuple

from bot.core.models import Kind, Paragraph, Sentence


class Columns(NamedTuple):
    """Paragraphs and sentences of a text; a sentence is what the text holds between its start and its end."""

    kinds: tuple[str, ...]  # of paragraphs, as are the next three
    starts: array[int]  # characters in the text
    ends: array[int]
    places: tuple[str | None, ...] | None  # None where no paragraph has one
    sentence_starts: array[int]
    sentence_ends: array[int]
    owners: array[int]  # the paragraph of each sentence
    prose: bytes  # 1 or 0 for each sentence


def to_columns(paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence]) -> Columns:
    """What `from_columns` makes the same paragraphs and sentences of, given their text."""
    places = tuple(paragraph.place for paragraph in paragraphs)
    return Columns(
        kinds=tuple(paragraph.kind.value for paragraph in paragraphs),
        starts=_numbers(paragraph.start for paragraph in paragraphs),
        ends=_numbers(paragraph.end for paragraph in paragraphs),
        places=None if set(places) <= {None} else places,
        sentence_starts=_numbers(sentence.start for sentence in sentences),
        sentence_ends=_numbers(sentence.end for sentence in sentences),
        owners=_numbers(sentence.paragraph for sentence in sentences),
        prose=bytes(sentence.prose for sentence in sentences),
    )


def from_columns(text: str, columns: Columns) -> tuple[tuple[Paragraph, ...], tuple[Sentence, ...]]:
    """The paragraphs and the sentences of a text."""
    places = columns.places or (None,) * len(columns.kinds)
    kinds = {value: Kind(value) for value in set(columns.kinds)}
    paragraphs = tuple(
        Paragraph(kinds[kind], start, end, place)
        for kind, start, end, place in zip(columns.kinds, columns.starts, columns.ends, places, strict=True)
    )
    starts, ends = columns.sentence_starts, columns.sentence_ends
    return paragraphs, located(text, starts, ends, columns.owners, map(bool, columns.prose))


def located(
    text: str, starts: Sequence[int], ends: Sequence[int], owners: Iterable[int], prose: Iterable[bool]
) -> tuple[Sentence, ...]:
    """The sentences of a text, given where each lies; in a third of the time that calling the class takes.

    Of a long article each question waits for this twice: a frozen value sets its fields by name, one by one.
    """
    found = tuple(map(object.__new__, repeat(Sentence, len(starts))))
    columns: dict[str, Iterable[object]] = {
        "text": map(text.__getitem__, map(slice, starts, ends)),
        "start": starts,
        "end": ends,
        "position": range(len(found)),
        "paragraph": owners,
        "prose": prose,
    }
    for name, values in columns.items():
        deque(map(getattr(Sentence, name).__set__, found, values), maxlen=0)
    return found


def _numbers(values: Iterable[int]) -> array[int]:
    return array("q", values)
