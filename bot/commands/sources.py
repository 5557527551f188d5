"""The sources that a command names: links, files and standard input, read and worked on side by side."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.commands.console import Console, progress_line
from bot.core.article import Article
from bot.core.errors import BotError
from bot.ports.reading import ReadingPorts
from bot.services.concurrency import attempt
from bot.services.pages import extract_article, fetch_link
from bot.sources.content import Content, sniff

T = TypeVar("T")

# More sources than this in flight would only wait for workers, with their bodies in memory.
SIDE_BY_SIDE = 16

STDIN = "-"
# An article of 15,000 words. The worst text of that length takes a few seconds.
SMALL_TEXT_BYTES = 100_000


class SourceFileError(BotError):
    """A file named on the command line cannot be read.

    Details: problem (`cli-<problem>` in prompts/), and what that sentence takes.
    """

    code = "unreadable_source"

    @property
    def message_key(self) -> str:
        """The key that says what is wrong with the file."""
        return "cli-" + str(self.details["problem"])


async def read_source(ports: ReadingPorts, source: str, base_url: str | None = None) -> Article:
    """The article of a link, a file, or standard input (`-`)."""
    if source.startswith(("http://", "https://")):
        return await extract_article(ports.fetcher, ports.extractor, await fetch_link(ports.fetcher, source))
    body = await asyncio.to_thread(read_file, source)
    return await ports.extractor.from_file(body, source_name(source), None, url=base_url)


def is_small_text(source: str) -> bool:
    """Whether a source is a plain text that can be worked through without limits: it ends within seconds."""
    path = Path(source)
    try:
        return (
            path.is_file()
            and path.stat().st_size <= SMALL_TEXT_BYTES
            and sniff(path.read_bytes()) is Content.TEXT
        )
    except (OSError, ValueError):  # it is no name of a file, or there is none that can be read
        return False


def source_name(source: str) -> str | None:
    """The file's name without its folders; None for standard input."""
    return None if source == STDIN else Path(source).name


def read_file(source: str) -> bytes:
    """The bytes of a file, or of standard input (`-`). Raises SourceFileError."""
    if source == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except FileNotFoundError as error:
        raise SourceFileError(problem="no-such-file") from error
    except IsADirectoryError as error:
        raise SourceFileError(problem="is-a-folder") from error
    except OSError as error:
        raise SourceFileError(problem="file-unreadable", reason=error.strerror or "") from error


async def write_each(
    console: Console,
    sources: Sequence[str],
    work: Callable[[str], Awaitable[T]],
    write: Callable[[str, T], None],
) -> None:
    """Work on every source and write what comes of it as soon as those before it are written."""
    async with aclosing(_successes(console, sources, work)) as successes:
        async for source, value in successes:
            write(source, value)


async def collect(console: Console, sources: Sequence[str], work: Callable[[str], Awaitable[T]]) -> list[T]:
    """What the work on each source came to, without those that failed."""
    async with aclosing(_successes(console, sources, work)) as successes:
        return [value async for _, value in successes]


async def _successes(
    console: Console, sources: Sequence[str], work: Callable[[str], Awaitable[T]]
) -> AsyncGenerator[tuple[str, T], None]:
    """Each source with what the work on it came to, in their order; those that fail are told.

    They are worked on side by side, with a progress line on a terminal.
    """
    gate = asyncio.Semaphore(SIDE_BY_SIDE)
    with progress_line(console, len(sources)) as on_done:

        async def one(source: str) -> T | BotError:
            async with gate:
                outcome = await attempt(partial(work, source))
            on_done()
            return outcome

        tasks = [asyncio.create_task(one(source)) for source in sources]
        try:
            for source, task in zip(sources, tasks, strict=True):
                outcome = await task
                if isinstance(outcome, BotError):
                    console.fail(source, outcome)
                else:
                    yield source, outcome
        finally:
            for task in tasks:
                task.cancel()
