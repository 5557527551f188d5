"""The command `digest`: sources of every kind into one digest, composed as the bot composes its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.console import Console, in_order, progress_line
from bot.core.digest import Digest, Shape
from bot.desk import SystemClock, open_desk
from bot.digest_forms import Form, HtmlForm, MarkdownForm, TextForm, digest_as_json, digest_in
from bot.digest_sources import DigestSources, Material
from bot.logs import configure
from bot.services.entries import merged
from bot.services.whole_texts import compose_whole
from bot.settings import Settings

FormName = Literal["text", "markdown", "html", "json"]
_FORMS: dict[FormName, Form] = {"text": TextForm(), "markdown": MarkdownForm(), "html": HtmlForm()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants of a digest."""

    form: FormName = "text"
    stories: int | None = None  # at most; None: seven, or as many as articles were named
    sentences: int = 2  # of each story
    hours: int | None = None  # back, that something may have come out; None for any time
    base_url: str | None = None


async def write_digest(console: Console, settings: Settings, sources: Sequence[str], wishes: Wishes) -> None:
    """Write one digest of all sources; those that fail are told by themselves."""
    # What goes wrong with a source is told by the console; the log is for what nobody expects.
    configure("error", settings.log_format, [])
    async with open_desk(settings) as desk:
        now = SystemClock().now()
        reader = DigestSources(desk, now, wishes.base_url)
        found = await _read_all(console, reader, sources)
        earliest = None if wishes.hours is None else now - timedelta(hours=wishes.hours)
        entries = [
            entry for one in found for entry in one.entries if earliest is None or entry.at >= earliest
        ]
        items = {key: item for one in found for key, item in one.items.items()}
        shape = _shape(found, wishes)
        with progress_line(console, None):  # the pages that feeds announce are read in full
            digest = await compose_whole(
                desk.workers, merged(entries), items, reader.article_at, now=now, shape=shape
            )
    _write(console, digest, wishes.form)


async def _read_all(console: Console, reader: DigestSources, sources: Sequence[str]) -> list[Material]:
    found = await _read_each(console, sources, reader.read)
    addresses = dict.fromkeys(address for one in found for address in one.addresses)
    return found + await _read_each(console, list(addresses), reader.read_feed)


async def _read_each(
    console: Console, sources: Sequence[str], read: Callable[[str], Awaitable[Material]]
) -> list[Material]:
    found: list[Material] = []
    if not sources:
        return found
    with progress_line(console, len(sources)) as told:
        async for outcome in in_order(sources, read, told=told):
            if outcome.error is not None:
                console.fail(outcome.source, outcome.error)
            else:
                found.append(outcome.value)
    return found


def _shape(found: Sequence[Material], wishes: Wishes) -> Shape:
    """Room for every article that was named; and no feed of several has more than its share."""
    usual = Shape()
    named = sum(len(one.entries) for one in found if not one.is_feed)
    feeds = sum(one.is_feed for one in found)
    return Shape(
        stories=wishes.stories or max(usual.stories, named),
        sentences=wishes.sentences,
        per_source=usual.per_source if feeds > 1 else 0,
    )


def _write(console: Console, digest: Digest | None, form: FormName) -> None:
    if digest is None:
        console.warn(console.say("cli-digest-empty"))
    elif form == "json":
        console.write_json(digest_as_json(digest))
    else:
        console.write(digest_in(_FORMS[form], digest, console.say))
