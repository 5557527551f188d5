"""What a chat has read and how it wants to be served: values shared by services, storage and chat."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

SHORT, MEDIUM, LONG = 3, 5, 8  # sentences; what /settings offers


class Layout(StrEnum):
    """How summary sentences are set."""

    PARAGRAPHS = "paragraphs"
    BULLETS = "bullets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What one chat has chosen in /settings."""

    sentences: int = MEDIUM  # sentences a summary has at first
    layout: Layout = Layout.PARAGRAPHS
    locale: str | None = None  # None: follow the language of the person's Telegram


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredVersion:
    """One immutable text of an article, as storage keeps it."""

    version: str  # hash of the text, hexadecimal
    key: str  # the article's cleaned final address, or "text:<hash>" for a text without one
    fetched_at: datetime  # aware, UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article as one chat has read it: which text, and how its summary looks right now."""

    reading_id: int
    chat_id: int
    user_id: int
    version: str  # the text that this chat saw; never changes
    title: str | None
    url: str | None
    language: str | None  # ISO 639-1
    read_at: datetime  # aware, UTC
    sentences: int  # how many the summary shows
    about: str | None = None  # what the summary is aimed at
    since: int | None = None  # the reading of the same page before, where that showed another text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Where a person's talk about articles stands in one chat."""

    chat_id: int
    user_id: int
    reading_ids: tuple[int, ...] = ()  # the articles at hand, most recent first
    questions: tuple[str, ...] = field(default=())  # earlier questions about them, oldest first
