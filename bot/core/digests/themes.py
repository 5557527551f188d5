"""Stories of a long digest under the themes that several of them share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.core.digests.digest import Section, Shape, Story
from bot.core.keywords import keywords

_FEWEST = 2  # stories that make a theme
_WORDS = 12  # keywords of a story that can be its theme


def sections_of(stories: Sequence[Story], shape: Shape) -> tuple[Section, ...]:
    """The stories, the weightiest first; from `shape.sections_from` on by theme, those with none at the end.

    A theme is a keyword that stories have in common, as the weightiest of them writes it. Each story is under
    one theme: the one that most others share.
    """
    if len(stories) < shape.sections_from:
        return (Section(words=(), stories=tuple(stories)),)
    written = [_keywords(story) for story in stories]
    left = list(range(len(stories)))
    sections: list[tuple[int, Section]] = []
    while theme := _widest(left, written, len(stories)):
        members = [number for number in left if theme in written[number]]
        left = [number for number in left if theme not in written[number]]
        word = written[members[0]][theme]
        sections.append((members[0], Section(words=(word,), stories=tuple(stories[n] for n in members))))
    ordered = [section for _, section in sorted(sections, key=lambda entry: entry[0])]
    if left:
        ordered.append(Section(words=(), stories=tuple(stories[number] for number in left)))
    return tuple(ordered)


def _widest(left: Sequence[int], written: Sequence[dict[str, str]], total: int) -> str | None:
    """The keyword that most of the stories left share; one that half of all share tells nothing apart."""
    counts = Counter(key for number in left for key in written[number])
    fit = [(count, key) for key, count in counts.items() if count >= _FEWEST and 2 * count <= total]
    return min(fit, key=lambda entry: (-entry[0], entry[1]), default=(0, None))[1]


def _keywords(story: Story) -> dict[str, str]:
    """The keywords of a story's lead, by their lower-cased form."""
    return {word.lower(): word for word in keywords(story.lead.entry.article, limit=_WORDS)}
