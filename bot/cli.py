"""The command line: one function a command. Heavy parts are loaded by the command that needs them."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from bot.commands.console import Console
    from bot.core.errors import BotError
    from bot.messages import Messages
    from bot.settings import Settings

# rich would treble the time that --help takes (0.7 s of CPU against 0.2 s).
app = typer.Typer(
    name="nutshell", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)

WRONG_USE = 2  # exit code; 1 is for bad input

Sources = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="A link, a file, or - for standard input.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a source, a line each.")]
BaseUrl = Annotated[
    str | None, typer.Option("--base-url", metavar="URL", help="Where a saved page comes from.")
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="The text's language (ISO 639-1), if it is known."),
]


def _tell_version(asked: bool) -> None:
    from importlib.metadata import version  # noqa: PLC0415 (needed here only)

    if asked:
        typer.echo(f"nutshell {version('nutshell-bot')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 (its callback tells it)
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Nutshell reads articles for people: summaries and answers, word for word from the text.

    Without a command it runs the bot; with no NUTSHELL_TOKEN set, the trial chat in a browser.
    """
    if context.invoked_subcommand is None:
        run()


@app.command()
def run() -> None:
    """Run the bot; with no NUTSHELL_TOKEN set, the trial chat."""
    settings = _settings()
    raise typer.Exit(_run_trial(settings) if settings.token is None else _run_bot(settings))


@app.command("try")
def try_() -> None:
    """Open the trial chat: a page in the browser with the real bot behind it."""
    raise typer.Exit(_run_trial(_settings()))


@app.command()
def summarize(
    sources: Sources,
    sentences: Annotated[int, typer.Option(min=1, max=1000, help="How many sentences.")] = 5,
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Aim the summary at these words.")
    ] = None,
    method: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="nutshell, or of sumy's lsa, lexrank, textrank, luhn, edmundson, kl, sumbasic, reduction.",
        ),
    ] = "nutshell",
    language: Language = None,
    base_url: BaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Print the sentences that matter, in reading order."""
    from bot.commands.reading import SourceReader, summarize_each  # noqa: PLC0415 (NumPy and the rest take 0.5 s)
    from bot.core.errors import UnknownMethodError  # noqa: PLC0415 (NumPy and the rest take 0.5 s)
    from bot.core.summary import METHODS  # noqa: PLC0415 (NumPy and the rest take 0.5 s)

    console = _console(as_json=as_json)
    if method not in METHODS:
        raise _wrong_use(console, UnknownMethodError(method=method, known=METHODS))
    reader = SourceReader(_settings(), language=_named(console, language), base_url=base_url)
    _finish(
        console, summarize_each(console, reader, sources, sentences=sentences, about=about, method=method)
    )


@app.command()
def extract(
    sources: Sources, language: Language = None, base_url: BaseUrl = None, as_json: AsJson = False
) -> None:
    """Print the article as text, or as JSON with its metadata."""
    from bot.commands.reading import SourceReader, extract_each  # noqa: PLC0415 (NumPy and the rest take 0.5 s)

    console = _console(as_json=as_json)
    reader = SourceReader(_settings(), language=_named(console, language), base_url=base_url)
    _finish(console, extract_each(console, reader, sources))


@app.command()
def ask(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A link, a file, or - for standard input.")],
    questions: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUESTION", help="One or several; with none, it asks you."),
    ] = None,
    others: Annotated[
        list[str] | None, typer.Option("--with", metavar="SOURCE", help="One more article.")
    ] = None,
    language: Language = None,
    base_url: BaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Answer questions by quoting the article, or say that it doesn't say."""
    from bot.commands.reading import SourceReader, answer_each  # noqa: PLC0415 (NumPy and the rest take 0.5 s)
    from bot.commands.sources import STDIN  # noqa: PLC0415 (as above)

    console = _console(as_json=as_json)
    sources = [source, *(others or [])]
    if STDIN in sources and not questions:
        console.warn(console.say("cli-ask-from-pipe"))
        raise typer.Exit(WRONG_USE)
    reader = SourceReader(_settings(), language=_named(console, language), base_url=base_url)
    _finish(console, answer_each(console, reader, sources, questions or []))


@app.command()
def digest(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="A link, a feed, an OPML list of feeds, a file, or - for standard input.",
        ),
    ],
    stories: Annotated[
        int | None,
        typer.Option(min=1, max=200, help="At most; usually 7, or as many as articles are named."),
    ] = None,
    sentences: Annotated[int, typer.Option(min=1, max=20, help="Of each story.")] = 2,
    hours: Annotated[
        int | None, typer.Option(min=1, max=100_000, help="Only what came out in the last so many hours.")
    ] = None,
    base_url: BaseUrl = None,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="As Markdown.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="As a page of HTML.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Print one digest of all sources: each story once, with its best sentences and who else tells it."""
    from bot.commands.digest import DigestOptions, FormatName, write_digest  # noqa: PLC0415 (NumPy and the rest)
    from bot.services.on_demand import Extent  # noqa: PLC0415 (see above)

    asked: dict[FormatName, bool] = {"markdown": as_markdown, "html": as_html, "json": as_json}
    formats = [name for name, wanted in asked.items() if wanted]
    console = _console(as_json=as_json)
    if len(formats) > 1:
        console.warn(console.say("cli-digest-one-form"))
        raise typer.Exit(WRONG_USE)
    options = DigestOptions(
        output_format=formats[0] if formats else "text",
        extent=Extent(stories=stories, sentences=sentences, hours=hours),
        base_url=base_url,
    )
    _finish(console, write_digest(console, _settings(), sources, options))


@app.command()
def doctor() -> None:
    """Check token, rights, webhook, database, data files and the way out; say how to mend each."""
    from bot.commands.doctor import run_doctor  # noqa: PLC0415 (it loads Telegram)

    settings = _settings()
    raise typer.Exit(run_doctor(settings, _quiet_console(settings)))


@app.command()
def migrate(
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="ADDRESS", help="Copy everything into another, empty database."),
    ] = None,
) -> None:
    """Bring the database up to date, as a start of the bot does; or copy it (end the bot first)."""
    from bot.commands.operating import run_migrate  # noqa: PLC0415 (it loads the database's library)

    settings = _settings()
    raise typer.Exit(run_migrate(settings, _quiet_console(settings), to))


@app.command()
def backup(
    target: Annotated[str, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
) -> None:
    """Copy the database while the bot runs, and check that the copy can be restored."""
    from bot.commands.operating import run_backup  # noqa: PLC0415 (it loads the database's library)

    settings = _settings()
    raise typer.Exit(run_backup(settings, _quiet_console(settings), target))


UserId = Annotated[int, typer.Argument(metavar="USER_ID", help="A person's number in Telegram, or a chat's.")]
# The number of a group begins with a minus, and is no option.
NUMBERED = {"ignore_unknown_options": True}


@app.command(context_settings=NUMBERED)
def export(user_id: UserId) -> None:
    """Print everything that is kept of a person, as JSON."""
    from bot.commands.operating import run_export  # noqa: PLC0415 (it loads the database's library)

    settings = _settings()
    raise typer.Exit(run_export(settings, _quiet_console(settings), user_id))


@app.command(context_settings=NUMBERED)
def forget(user_id: UserId) -> None:
    """Erase everything of a person, also of one who has stopped the bot."""
    from bot.commands.operating import run_forget  # noqa: PLC0415 (it loads the database's library)

    settings = _settings()
    raise typer.Exit(run_forget(settings, _quiet_console(settings), user_id))


def main() -> None:
    """Run the command that the arguments name."""
    app()


def _run_bot(settings: Settings) -> int:
    from bot.heap import give_back_freed_memory  # noqa: PLC0415 (needed here only)
    from bot.loading import hand_over_soon, spared, uncollected, without  # noqa: PLC0415 (needed here only)

    give_back_freed_memory()
    hand_over_soon()
    without("sniffio")
    with uncollected(), spared("click", "pygments", "rich"):
        from bot.commands.running import run_bot  # noqa: PLC0415 (it loads Telegram)

        messages = _messages()
    return run_bot(settings, messages)


def _run_trial(settings: Settings) -> int:
    from bot.commands.trying import run_trial_chat  # noqa: PLC0415 (it loads asyncio)

    return run_trial_chat(settings)


def _named(console: Console, language: str | None) -> str | None:
    """The code of the language that was named, or exit code 2 before anything is read."""
    from bot.core.errors import NotALanguageError  # noqa: PLC0415 (as _messages)
    from bot.core.language import named  # noqa: PLC0415 (as _messages)

    try:
        return named(language) if language else None
    except NotALanguageError as error:
        raise _wrong_use(console, error) from error


def _wrong_use(console: Console, error: BotError) -> typer.Exit:
    console.warn(console.messages.explain(console.locale, error))
    return typer.Exit(WRONG_USE)


def _finish(console: Console, work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)
    raise typer.Exit(console.exit_code)


def _messages() -> Messages:
    from bot.messages import Messages  # noqa: PLC0415 (Babel takes 0.2 s to load)

    return Messages.load()


def _console(*, as_json: bool) -> Console:
    from bot.commands.console import Console  # noqa: PLC0415 (see _messages)

    return Console(_messages(), as_json=as_json)


def _quiet_console(settings: Settings) -> Console:
    """A console for the operator's commands, which tell by themselves what goes wrong."""
    from bot.logs import configure  # noqa: PLC0415 (structlog)

    configure("error", "text", settings.secrets)
    return _console(as_json=False)


def _settings() -> Settings:
    """The settings, or exit code 2 with a line on standard error for each that is refused."""
    from pydantic import ValidationError  # noqa: PLC0415 (pydantic takes 0.3 s to load)

    from bot.commands.refused_settings import refusals  # noqa: PLC0415 (see above)
    from bot.settings import Settings, misspelt_settings  # noqa: PLC0415 (see above)

    try:
        settings = Settings()
    except ValidationError as error:
        console = _console(as_json=False)
        console.warn(console.say("cli-settings-refused"))
        for line in refusals(console, error):
            console.warn(f"  {line}")
        sys.exit(WRONG_USE)
    if misspelt := misspelt_settings():
        _tell_misspelt(misspelt)
    return settings


def _tell_misspelt(misspelt: Mapping[str, str | None]) -> None:
    console = _console(as_json=False)
    for name, near in misspelt.items():
        key = "cli-setting-unknown" if near is None else "cli-setting-misspelt"
        console.warn(console.say(key, name=name, near=near))
