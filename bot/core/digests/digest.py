"""A digest as values: what was shared and published, told story by story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.core.article import Article
from bot.core.models import Sentence


class MentionKind(StrEnum):
    """Where something was met."""

    FEED = "feed"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an article was met: an item of a feed, or a message of a chat."""

    kind: MentionKind
    source: str  # what it is counted by: the feed's number, or "chat"
    at: datetime  # aware, UTC
    name: str | None = None  # the feed's title
    link: str | None = None  # to the message, where its chat has links
    person: int | None = None  # who shared it, where the chat keeps that
    reactions: int = 0
    replies: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article that may be told, with all the places where it was met."""

    key: str  # the article's key in storage; each once
    article: Article
    mentions: tuple[Mention, ...]  # one at least, oldest first
    told: bool = False  # in an earlier digest: its story isn't told again unless there is news of it

    @property
    def at(self) -> datetime:
        """When it was first met."""
        return self.mentions[0].at


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article and the sentences of it that a digest shows, in reading order."""

    entry: Entry
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What one or several articles tell together."""

    lead: Telling
    also: tuple[Telling, ...] = ()  # each with what only it says; without sentences where it adds nothing
    weight: float = 0.0  # no unit; comparable within a digest
    again: bool = False  # an earlier digest told it: the sentences are what is new


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Stories on one theme."""

    words: tuple[str, ...]  # the theme, as the articles write it; empty for stories with no theme in common
    stories: tuple[Story, ...]  # the weightiest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What there is to tell; never empty."""

    sections: tuple[Section, ...]  # one without words where the digest is short
    until: datetime  # aware, UTC
    told: tuple[str, ...]  # keys of all entries that belong to its stories
    left_out: int = 0  # stories that had no room; they may come next time

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories, in the order of the sections."""
        return tuple(story for section in self.sections for story in section.stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Words that decide whether an article may be told; compared by their stems, in its own language.

    A filter of several words asks for all of them side by side.
    """

    include: tuple[str, ...] = ()  # one of them must be there; empty for all articles
    exclude: tuple[str, ...] = ()  # none of them may be there


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How long a digest is, and what it prefers."""

    stories: int = 7  # at most
    sentences: int = 2  # of a story's lead text
    per_source: int = 3  # stories led by one source at most; 0 for no limit
    also: int = 3  # other texts of a story at most
    sections_from: int = 8  # stories from which on they are grouped by theme
    # By language, the terms (stems) of what the chat reads, and how much of it has them, 0 to 1.
    interests: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A statement that several texts make, each in its own words."""

    sentences: tuple[tuple[int, Sentence], ...]  # the number of the text, and its sentence; by text


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What texts on one story say, and what only each says."""

    shared: tuple[Agreement, ...]  # in the order of the first text
    only: tuple[tuple[Sentence, ...], ...]  # by text, in reading order
