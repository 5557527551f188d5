"""Standard output and standard error, in the language of the terminal."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from typer import Exit

from bot.core.errors import BotError
from bot.messages import Messages


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
        self.write_piece(text + "\n")
        self.end_pieces()

    def write_piece(self, text: str) -> None:
        """A part of what is too large to be written at once."""
        with self._told():
            sys.stdout.write(text)

    def end_pieces(self) -> None:
        """All parts are there; some may still have to be written."""
        with self._told():
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

    @contextmanager
    def _told(self) -> Iterator[None]:
        """End the program with a word where a disk is full; who reads no further is no such failure."""
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            self.warn(self.say("cli-output-failed", reason=error.strerror or ""))
            _leave_the_rest()
            raise Exit(1) from error

    def warn(self, text: str) -> None:
        """A line on standard error."""
        sys.stderr.write(text + "\n")

    @property
    def exit_code(self) -> int:
        """0 when every source went well, else 1."""
        return 1 if self.failures else 0


def _leave_the_rest() -> None:
    """What is left would be tried again, and told again, when Python ends."""
    with suppress(OSError, ValueError):  # it has no number, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language_of_the_terminal() -> str | None:
    # Only the language is asked for; setting the process's locale would change how numbers are parsed.
    return locale.getlocale(locale.LC_MESSAGES)[0] if hasattr(locale, "LC_MESSAGES") else None


@contextmanager
def progress_line(console: Console, total: int | None) -> Iterator[Callable[[], None]]:
    """A line on standard error that counts what is done, for each call of what it gives.

    Only on a terminal, and gone at the end. `total` is None where nobody knows how much there is to do.
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
