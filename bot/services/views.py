"""What the use cases return: values that say all that a reply needs, without a word for people in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from bot.core.article import Article
from bot.core.changes import Changes
from bot.core.errors import BotError
from bot.core.models import Sentence
from bot.core.quotes import QuoteCheck
from bot.core.readings import Reading
from bot.core.suggestions import Suggestion

Phrase = Callable[[Suggestion], str]  # the question that a suggestion asks; must be picklable
PhraseFor = Callable[[str], Phrase]  # the same for articles in a language (ISO 639-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a request comes from."""

    chat_id: int
    user_id: int
    update_id: int | None = None  # makes what is stored for it idempotent


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSource:
    """A page to read."""

    url: str
    fresh: bool = False  # ask its server, whatever was fetched before


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedSource:
    """A page to read as the web archive has it."""

    url: str  # of the page itself


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSource:
    """A text to read: pasted or forwarded; `url` and `site` say where it was published, if that is known."""

    text: str
    url: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """An uploaded file to read, with the name and type that its sender's program gave it."""

    body: bytes
    name: str | None = None
    content_type: str | None = None


Source: TypeAlias = LinkSource | ArchivedSource | TextSource | FileSource


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a page says that it did not say when the chat read it before, and the other way round."""

    since: datetime  # when it was read before
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryView:
    """A reading with its summary as it is shown now."""

    reading: Reading
    article: Article
    sentences: tuple[Sentence, ...]  # in reading order
    suggestions: tuple[Suggestion, ...]
    shorter: int | None  # how many sentences the next shorter summary has; None at one sentence
    longer: int | None  # likewise; None where nothing is left to add, or no room is left
    minutes: int  # reading time of the whole article, at least 1
    off_topic: bool  # it was aimed at something of which the article has no word
    news: News | None = None  # where the chat has read the page before, and it says something else now
    archived_on: date | None = None  # of a copy from the web archive: when it was made


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOutcome:
    """What became of one source among several: a summary, or the reason why there is none."""

    source: Source
    view: SummaryView | None = None
    error: BotError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A sentence that answers a question, and whose it is."""

    reading: Reading
    article: Article
    sentence: Sentence
    matched: tuple[tuple[int, int], ...] = ()  # spans in the sentence's text


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """An answer, and the readings it was looked for in."""

    readings: tuple[Reading, ...]
    found: bool  # False: the articles don't say, and the passages are only the nearest ones
    passages: tuple[PassageView, ...]  # best first
    questions: tuple[str, ...]  # the earlier ones that it was understood by, then the one that is answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of an article's text, as it stands there."""

    text: str
    chosen: bool  # whether it is one of the sentences that the rest is the context of


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckView:
    """What became of a quotation: the best verdict among the articles it was looked for in."""

    reading: Reading
    article: Article
    check: QuoteCheck
    among: int = 1  # articles that it was looked for in


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """One page of what a chat has read."""

    readings: tuple[Reading, ...]  # latest first
    openings: Mapping[int, str]  # by reading id, for texts without a title: how they begin
    offset: int  # of the first one
    more: bool  # whether older ones follow
