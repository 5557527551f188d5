"""What the commands share: sources read side by side, results written in order, errors told on stderr."""

from __future__ import annotations

import asyncio
import json
import locale
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.core.article import Article
from bot.core.errors import BotError
from bot.messages import Messages
from bot.ports.reading import ReadingPorts
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


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What became of one source: a value, or the error that it met."""

    source: str
    value: Any = None
    error: BotError | None = None


class Console:
    """Standard output and standard error, and the language they speak."""

    def __init__(self, messages: Messages, *, as_json: bool = False) -> None:
        self.messages = messages
        self.locale = messages.choose(_language_of_the_terminal())
        self.as_json = as_json
        self.failures = 0

    def say(self, key: str, **values: Any) -> str:
        """A sentence of prompts/ in the terminal's language."""
        return self.messages.say(self.locale, key, **values)

    def write(self, text: str) -> None:
        """One block of clean text on standard output."""
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def write_json(self, value: dict[str, Any]) -> None:
        """One JSON object on a line of its own."""
        self.write(json.dumps(value, ensure_ascii=False))

    def fail(self, source: str, error: BotError) -> None:
        """Tell that a source failed; the exit code will be 1, and the others still run."""
        self.failures += 1
        message = self.messages.explain(self.locale, error)
        if self.as_json:
            self.write_json({"source": source, "error": {"code": error.code, "message": message}})
        else:
            self.warn(self.say("cli-source-failed", source=source, message=message))

    def warn(self, text: str) -> None:
        """A line on standard error."""
        sys.stderr.write(text + "\n")

    @property
    def exit_code(self) -> int:
        """0 when every source went well, else 1."""
        return 1 if self.failures else 0


def _language_of_the_terminal() -> str | None:
    # Only the language is asked for; setting the process's locale would change how numbers are parsed.
    return locale.getlocale(locale.LC_MESSAGES)[0] if hasattr(locale, "LC_MESSAGES") else None


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


async def in_order(
    sources: Sequence[str], work: Callable[[str], Awaitable[T]], *, told: Callable[[], None]
) -> AsyncGenerator[SourceOutcome, None]:
    """Work on sources side by side; outcomes come in their order, `told` is called as each is done."""
    gate = asyncio.Semaphore(SIDE_BY_SIDE)

    async def one(source: str) -> SourceOutcome:
        async with gate:
            try:
                return SourceOutcome(source, await work(source))
            except BotError as error:
                return SourceOutcome(source, error=error)
            finally:
                told()

    tasks = [asyncio.create_task(one(source)) for source in sources]
    try:
        for task in tasks:
            yield await task
    finally:
        for task in tasks:
            task.cancel()


async def write_each(
    console: Console,
    sources: Sequence[str],
    work: Callable[[str], Awaitable[T]],
    write: Callable[[str, T], None],
) -> None:
    """Work on every source and write what comes of it, in order, with a progress line on a terminal."""
    with progress_line(console, len(sources)) as told:
        async with aclosing(in_order(sources, work, told=told)) as outcomes:
            async for outcome in outcomes:
                if outcome.error is not None:
                    console.fail(outcome.source, outcome.error)
                else:
                    write(outcome.source, outcome.value)


@contextmanager
def progress_line(console: Console, total: int | None) -> Iterator[Callable[[], None]]:
    """A line on standard error that counts what is done; only on a terminal, gone at the end.

    `total` is None where nobody knows how much there is to do.
    """
    if not sys.stderr.isatty():
        yield lambda: None
        return
    # rich is loaded only where somebody sees it.
    from rich import progress as bars  # noqa: PLC0415
    from rich.console import Console as Terminal  # noqa: PLC0415

    columns = (bars.SpinnerColumn(), "{task.description}", bars.BarColumn(), bars.MofNCompleteColumn())
    with bars.Progress(*columns, console=Terminal(stderr=True), transient=True) as progress:
        task = progress.add_task(console.say("cli-reading"), total=total)
        yield lambda: progress.advance(task)
