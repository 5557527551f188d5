"""Has the real bot meet every failure there is, at DEBUG, and looks for its secrets in all that it shows.

    python tests/quality/secrets_kept.py [--database postgresql://…] [--only polling]

The bot is a process of its own that runs whole sessions: polling and behind its webhook, on SQLite, and
where a server is named on PostgreSQL too. Its token, the passwords of its database and its proxies, the
secrets of its webhook and of its hooks and its keys are marked. The Bot API, the proxy, the web and the
database fail in turn in every way they can, and say in their errors what they were asked with; updates raise;
SIGTERM comes in the middle. Beside it the commands run: doctor, backup, export and the others, also with
addresses that are wrong.

Looked through is the log with its tracebacks, what people, pages and hooks were sent, every answer of the
server, metrics and error pages, what commands print, the names of files, the titles of processes, what the
objects of the program say of themselves (`repr`), and the files of the database: for each secret as it is,
percent-encoded, in base64, in hexadecimal, escaped, in halves, and each of these reversed. Told is how much
was looked at, place by place. Exit code 1 where anything shows, or where something that was to fail did not.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager, closing, suppress
from functools import partial
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from adversity import AT_THE_START, BOT_API_MOODS, DATABASE_MOODS, PROXY_MOODS, WayToDatabase, World
from databases import new_database
from marked import Watched
from marked_session import PERSON, SECRETS, TOKEN, Session, settings_for

ROLE = f"quality_{os.getpid()}"
MOOD_S = 2.5  # for each way to fail
STARTED_S = 20.0  # for the first line that a start writes
AT_ONCE = 4  # of commands that are tried with wrong settings
DATABASE = "password of the database"
PROXIES = {"password of the proxy", "password of Telegram's proxy", "secret of the webhook"}
# What the log must tell of, or the session was not what it should have been.
PROVOKED = {
    "polling": ("polling_failed", "update_failed", "hook_failed"),
    "webhook": ("update_failed", "hook_failed"),
    "PostgreSQL": ("cluster_lost",),
}


async def play(session: Session, way: WayToDatabase | None, say: Callable[[str], None]) -> None:
    """The whole session."""
    world = session.world
    await session.start()
    await session.live()
    await session.call()
    await asyncio.sleep(MOOD_S)
    for mood in BOT_API_MOODS:
        say(f"the Bot API: {mood}")
        async with world.being(mood):
            await session.live()
            await asyncio.sleep(MOOD_S)
            await session.ask("GET", "/readyz")
            session.see_titles()
    for mood in PROXY_MOODS if "PROXY" in session.settings else ():
        say(f"the proxy: {mood}")
        world.proxy_mood = mood
        await session.live()
        await session.call()
        await asyncio.sleep(MOOD_S)
    world.proxy_mood = "good"
    for mood in DATABASE_MOODS if way is not None else ():
        assert way is not None
        say(f"the database: {mood}")
        async with way.being(mood):
            await session.live()
            await session.call()
            await asyncio.sleep(MOOD_S)
            await asyncio.gather(
                *(session.run_command(*one) for one in (["doctor"], ["migrate"], ["export", "1"]))
            )
    if way is None:
        say("the database: held")
        await without_database(session)
    say("commands, and SIGTERM in the middle")
    await session.live()
    await asyncio.sleep(MOOD_S)
    await commands(session)
    await session.call()
    await session.write(text=session.page("/slow/1"))
    await asyncio.sleep(0.5)
    async with world.being("silent"):
        await session.live()
        await session.end()
    await session.start()
    await session.live()
    await session.end(signal.SIGKILL)
    say("starts that fail")
    await begin_badly(session, way)
    if session.polls and way is None:  # once: no way for updates and no database comes into it
        say("wrong settings")
        await be_set_up_wrongly(session)
    await reprs(session)
    session.see_files()


async def without_database(session: Session) -> None:
    """SQLite while another program holds it."""
    path = session.settings["DATABASE"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await session.live()
        await session.call()
        await asyncio.sleep(MOOD_S)


async def commands(session: Session) -> None:
    """The operator's tools, beside the bot."""
    number = next(session.numbers)
    for arguments in (
        ["doctor"],
        ["backup", f"copy{number}.sqlite3"],
        ["export", str(PERSON)],
        ["migrate"],
        ["forget", "70099"],
        ["summarize", session.page("/missing"), "https://secure.example/"],
    ):
        await session.run_command(*arguments)


async def begin_badly(session: Session, way: WayToDatabase | None) -> None:
    """Starts and commands that fail: nobody to talk to, refused, or set up wrongly."""
    world = session.world
    for mood in AT_THE_START:
        async with world.being(mood):
            await session.run_command("doctor")
            await start_and_stop(session)
    for mood in DATABASE_MOODS if way is not None else ():
        assert way is not None
        async with way.being(mood):
            await start_and_stop(session)


async def be_set_up_wrongly(session: Session) -> None:
    """Settings as people write them, each tried by doctor and by a start."""
    places = asyncio.Semaphore(AT_ONCE)

    async def attempt(name: str, value: str) -> None:
        async with places:
            await session.run_command("doctor", place="with wrong settings", **{name: value})
            await start_and_stop(session, **{name: value})

    await asyncio.gather(*(attempt(name, value) for name, value in wrong_settings()))


def wrong_settings() -> Sequence[tuple[str, str]]:
    """What people write: secrets that are not encoded, ports that are none, the other's place."""
    bare, marked = SECRETS["password of the database"], SECRETS["password of the proxy"]
    quoted = quote(bare, safe="")
    return (
        ("DATABASE", f"postgresql://someone:{marked}@127.0.0.1:port/name"),
        ("DATABASE", f"postgresql://someone:{marked}@127.0.0.1:1/name"),
        ("DATABASE", f"postgresql://someone:{quoted}@127.0.0.1:1/name"),
        ("DATABASE", f"postgresql://someone:{bare}@127.0.0.1:1/name"),
        ("DATABASE", f"postgresql://someone:ab@{marked}@127.0.0.1:1/name"),
        ("DATABASE", f"postgresql://someone:ab/{marked}@127.0.0.1:1/name"),
        ("DATABASE", f"postgresql://someone:ab:{marked}@127.0.0.1:1/name"),
        ("DATABASE", f"postgresql://127.0.0.1:1/name?user=someone&password={marked}"),
        ("DATABASE", f"postgresql://127.0.0.1:1/name?user=someone&passwort={marked}"),
        ("DATABASE", f"postgresql://someone:{marked}@nowhere.invalid/name"),
        ("DATABASE", f"postgresql:/someone:{marked}@127.0.0.1/name"),
        ("DATABASE", f"mysql://someone:{marked}@127.0.0.1/name"),
        ("API_PROXY", f"ftp://someone:{marked}@127.0.0.1:1"),
        ("API_PROXY", f"http://someone:{marked}@127.0.0.1:port"),
        ("API_PROXY", f"someone:{marked}@127.0.0.1:1"),
        ("API_PROXY", f"socks5://someone:{marked}@127.0.0.1:1"),
        ("API_PROXY", f"http://someone:{bare}@127.0.0.1:1"),
        ("PROXY", f"http://someone:{marked}@127.0.0.1:port"),
        ("PROXY", f"http://someone:{bare}@127.0.0.1:1"),
        ("PROXY", f"socks5://someone:{marked}@127.0.0.1:1"),
        ("TOKEN", f"{TOKEN} "),
        ("TOKEN", f"bot{TOKEN}/getMe"),
        ("TOKEN", f"{TOKEN}x"),
        ("API_KEYS", f"{SECRETS['key of the API']} {SECRETS['second key of the API']}"),
        ("API_KEYS", SECRETS["key of the API"][:12]),
        ("WEBHOOK_SECRET", SECRETS["secret of the hooks"]),
        ("HOOK_SECRET", SECRETS["secret of the hooks"][:14]),
        ("API_URL", f"http://127.0.0.1:1/bot{TOKEN}"),
        ("API_URL", f"http://someone:{marked}@127.0.0.1:1"),
        ("WEBHOOK_URL", f"https://someone:{marked}@bot.example.org/"),
        ("HOOKS", f"https://someone:{marked}@hooks.example.org/"),
        ("LISTEN", TOKEN),
        ("OWNERS", TOKEN),
        ("LOG_LEVEL", TOKEN),
    )


async def start_and_stop(session: Session, **changed: str) -> None:
    """Start the bot where it may not come far, and end it after a moment."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=session.environment(**changed), cwd=session.folder,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    first = b""
    with suppress(TimeoutError):
        first = await asyncio.wait_for(process.stdout.readline(), STARTED_S)
    telling = asyncio.create_task(process.communicate())
    await asyncio.wait({telling}, timeout=MOOD_S)
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    await asyncio.wait({telling}, timeout=20)
    with suppress(ProcessLookupError):
        process.kill()
    output, _ = await telling
    session.watched.see("with wrong settings" if changed else "starts that fail", first + output)


async def reprs(session: Session) -> None:
    """What the objects of a running bot say of themselves, in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, __file__, "--reprs"),
        env=session.environment(), cwd=session.folder,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    output, _ = await process.communicate()
    session.watched.see("what objects say (repr)", output)
    if process.returncode:
        print(f"the objects could not be looked at:\n{output.decode()[-2000:]}", file=sys.stderr)


async def print_reprs() -> None:
    """Open the bot as the settings say, and print every object of its own."""
    from bot.app import open_app  # noqa: PLC0415 - only this process needs it
    from bot.messages import Messages  # noqa: PLC0415 - see above
    from bot.settings import Settings  # noqa: PLC0415 - see above

    settings = Settings()
    print(settings, repr(settings), settings.model_dump(), settings.model_dump_json(), sep="\n")
    async with open_app(settings, Messages.load()):
        await asyncio.sleep(1)
        for one in gc.get_objects():
            if str(type(one).__module__).partition(".")[0] == "bot":
                print(repr(one))


@asynccontextmanager
async def way_to(server: str | None, stack: ExitStack) -> AsyncIterator[tuple[str, WayToDatabase | None]]:
    """The address of a new database, for PostgreSQL by way of a relay, and of a role with the password."""
    if server is None:
        yield "", None
        return
    stack.callback(_drop_role, server)  # once the database is gone, which it owns things in
    database = sa.engine.make_url(stack.enter_context(new_database(server)))
    password = SECRETS["password of the database"]
    engine = sa.create_engine(database.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    escaped = password.replace("'", "''")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{escaped}'".replace(":", r"\:")))
        connection.exec_driver_sql(f'ALTER DATABASE "{database.database}" OWNER TO {ROLE}')
    way = WayToDatabase(database, password)
    await way.open()
    try:
        quoted = quote(password, safe="")
        yield f"postgresql://{ROLE}:{quoted}@127.0.0.1:{way.port}/{database.database}", way
    finally:
        await way.close()
        with engine.connect() as connection:
            owner = database.username or "postgres"
            connection.exec_driver_sql(f'ALTER DATABASE "{database.database}" OWNER TO "{owner}"')
        engine.dispose()


def _drop_role(server: str) -> None:
    address = sa.engine.make_url(server).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP ROLE IF EXISTS {ROLE}")
    engine.dispose()


async def hold_session(
    server: str | None, *, polls: bool, say: Callable[[str], None]
) -> tuple[Watched, list[str]]:
    """A session; what was looked at, and what should have failed and did not."""
    watched = Watched(SECRETS)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        async with way_to(server, stack) as (database, way):
            world = World(sees=watched.see)
            await world.open()
            address = database or f"sqlite:///{folder / 'nutshell.sqlite3'}"
            settings = settings_for(world, address, polls=polls)
            session = Session(world, watched, settings, folder, polls)
            known = {name for (name, _), _ in watched.find(f"\n{session.environment()}")}
            assert known == {*SECRETS} - ({DATABASE} if way is None else set()) - (
                PROXIES if polls else set()
            )
            try:
                await play(session, way, say)
            finally:
                if session.process is not None and session.process.returncode is None:
                    session.process.kill()
                    await session.process.wait()
                await world.close()
    wanted = [*PROVOKED["polling" if polls else "webhook"], *(PROVOKED["PostgreSQL"] if server else ())]
    return watched, [event for event in wanted if event not in session.log]


def _tell(began: float, what: str) -> None:
    print(f"{time.monotonic() - began:6.0f} s  {what}", file=sys.stderr)


async def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--database", metavar="ADDRESS", help="a PostgreSQL server: sessions on it, too")
    parser.add_argument("--only", choices=("polling", "webhook"), help="one way for updates to come in")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--reprs", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reprs:
        await print_reprs()
        return 0
    bad = False
    for server in (None, options.database) if options.database else (None,):
        for polls in (True, False):
            way = "polling" if polls else "webhook"
            if options.only not in {None, way}:
                continue
            began = time.monotonic()
            say = partial(_tell, began)
            watched, quiet = await hold_session(server, polls=polls, say=say)
            name = f"{way}, {'PostgreSQL' if server else 'SQLite'}"
            total = sum(watched.hits.values())
            print(f"{name}: {total} hits in {sum(watched.shown.values()):,} characters, "
                  f"{time.monotonic() - began:.0f} s; did not fail: {quiet}")  # fmt: skip
            for place, size in sorted(watched.shown.items()):
                found = sum(count for (where, *_), count in watched.hits.items() if where == place)
                print(f"  {place:45} {size:12,} characters, {found} hits")
            for example in watched.examples:
                print(f"  ! {example}")
            bad |= bool(total or quiet)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
