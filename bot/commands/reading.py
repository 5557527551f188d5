"""What the reading commands do: read sources, work on them, and write text or JSON."""

from __future__ import annotations

import signal
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial

from bot.commands.console import Console
from bot.commands.sources import collect, is_small_text, read_source, write_each
from bot.core.article import Article
from bot.core.retrieval import Answer, Passage, ask
from bot.core.summary import Summary, summarize
from bot.logs import configure
from bot.ports.reading import ReadingPorts
from bot.services.article_tasks import speaks_of
from bot.services.excerpts import paragraph_number
from bot.services.json_forms import answer_as_json, article_as_json, summary_as_json
from bot.settings import Settings
from bot.wiring.reading import open_reading_ports


@dataclass(frozen=True, slots=True)
class SourceReader:
    """How the sources of one call are read."""

    settings: Settings
    language: str | None = None  # what the person says that the text is in
    base_url: str | None = None

    @asynccontextmanager
    async def open(self, sources: Sequence[str]) -> AsyncIterator[ReadingPorts]:
        """The ports to read these by; for one small text of the person's own, without other processes."""
        # The console reports what goes wrong with a source; the log is for unexpected faults.
        configure("error", self.settings.log_format, [])
        isolated = len(sources) > 1 or not is_small_text(sources[0])
        async with open_reading_ports(self.settings, isolated=isolated) as ports:
            yield ports

    async def read(self, ports: ReadingPorts, source: str) -> Article:
        """The article of one source, in the language that was named."""
        article = await read_source(ports, source, self.base_url)
        if self.language is None or self.language == article.language:
            return article
        return await ports.workers.run(article.in_language, self.language)


async def summarize_each(
    console: Console,
    reader: SourceReader,
    sources: Sequence[str],
    *,
    sentences: int,
    about: str | None,
    method: str,
) -> None:
    """Write a summary of every source."""
    async with reader.open(sources) as ports:

        async def work(source: str) -> Summary:
            article = await reader.read(ports, source)
            return await ports.workers.run(summarize, article, sentences, method, about)

        await write_each(console, sources, work, partial(_write_summary, console, titled=len(sources) > 1))


def _write_summary(console: Console, source: str, summary: Summary, *, titled: bool) -> None:
    if console.as_json:
        console.write_json(summary_as_json(source, summary))
        return
    if summary.about is not None and not speaks_of(summary.article, summary.about):
        console.warn(console.say("note-about-nothing", about=summary.about))
    lines = [_heading(source, summary.article)] if titled else []
    console.write("\n".join([*lines, *(sentence.text for sentence in summary.sentences)]))


async def extract_each(console: Console, reader: SourceReader, sources: Sequence[str]) -> None:
    """Write every source's article."""
    async with reader.open(sources) as ports:
        await write_each(console, sources, partial(reader.read, ports), partial(_write_article, console))


def _write_article(console: Console, source: str, article: Article) -> None:
    if console.as_json:
        console.write_json(article_as_json(source, article))
    else:
        # A file's title is mostly its first heading, and so in its text.
        headed = article.title and not article.text.startswith(f"{article.title}\n")
        console.write(f"{article.title}\n\n{article.text}" if headed else article.text)


async def answer_each(
    console: Console, reader: SourceReader, sources: Sequence[str], questions: Sequence[str]
) -> None:
    """Answer questions about all sources together; with no questions, those at a prompt or piped in."""
    async with reader.open(sources) as ports:
        articles = await collect(console, sources, partial(reader.read, ports))
        if not articles:
            return
        if questions:
            answers = [await ports.workers.run(ask, articles, question) for question in questions]
            _write_answers(console, sources, answers)
        else:
            await _converse(console, ports, sources, articles)


def _write_answers(console: Console, sources: Sequence[str], answers: Sequence[Answer]) -> None:
    if console.as_json:
        rows = [answer_as_json(answer) for answer in answers]
        console.write_json({"source": sources[0], "with": list(sources[1:]), "answers": rows})
        return
    for answer in answers:
        _write_answer(console, answer, questioned=len(answers) > 1)


def _write_answer(console: Console, answer: Answer, *, questioned: bool) -> None:
    lines = [f"? {answer.question}"] if questioned else []
    if not answer.found:
        lines.append(console.say("cli-not-in-article"))
        if answer.passages:
            lines.append(console.say("cli-nearest"))
    several = len({passage.article.title for passage in answer.passages}) > 1
    for passage in answer.passages:
        lines += _quoted(console, passage, indent="" if answer.found else "  ", titled=several)
    console.write("\n".join(lines))


def _quoted(console: Console, passage: Passage, *, indent: str, titled: bool) -> tuple[str, str]:
    """A passage word for word on a line of its own, and under it its place, and of several articles which."""
    place = _place(console, passage)
    if titled and passage.article.title:
        place += f", {passage.article.title}"
    return indent + passage.sentence.text, f"{indent}  ({place})"


def _place(console: Console, passage: Passage) -> str:
    """Where a passage stands, in plain words: "paragraph 14 of 37", or the page or chapter."""
    place = passage.article.paragraphs[passage.sentence.paragraph].place
    if place is None:
        number, total = paragraph_number(passage.article, passage.sentence)
        return console.say("place-paragraph", number=number, total=total)
    return console.say("place-page", page=place) if place.isdigit() else place


async def _converse(
    console: Console, ports: ReadingPorts, sources: Sequence[str], articles: list[Article]
) -> None:
    """Answer one question after the other, each understood by those before it."""
    answers: list[Answer] = []
    for question in _prompted(console) if sys.stdin.isatty() else _piped():
        context = tuple(answer.question for answer in answers)
        answer = await ports.workers.run(ask, articles, question, context=context)
        answers.append(answer)
        if not console.as_json:
            _write_answer(console, answer, questioned=False)
    if console.as_json and answers:
        _write_answers(console, sources, answers)


def _prompted(console: Console) -> Iterator[str]:
    """What a person types, until they type nothing."""
    words = f"{console.say('cli-ask-prompt')}: "
    with suppress(EOFError):
        while question := _typed(words).strip():
            yield question


def _typed(words: str) -> str:
    """A line that a person types. Ctrl+C raises: asyncio would only note it, for when the line has come."""
    noting = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return input(words)
    finally:
        signal.signal(signal.SIGINT, noting)


def _piped() -> Iterator[str]:
    """A question a line, blank ones aside. Who pipes them in wants nothing but answers on standard output."""
    for line in sys.stdin.buffer:
        if question := line.decode("utf-8", "replace").strip():
            yield question


def _heading(source: str, article: Article) -> str:
    return f"# {article.title or source}"
