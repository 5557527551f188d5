"""The operator's commands: doctor, backup, migrate, export and forget, on a real database."""

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from typer.testing import CliRunner

from bot.chat.telegram.inspection import Account
from bot.cli import app
from bot.commands import backup, doctor
from bot.commands.backup import BackupError, back_up
from bot.commands.console import Console
from bot.commands.doctor import (
    check_data,
    check_database,
    check_telegram,
    judge_rights,
    judge_web_access,
    judge_webhook,
)
from bot.commands.operating import run_backup, run_export, run_forget, run_migrate
from bot.core.digests.discussion import Said
from bot.core.digests.followings import Place
from bot.core.errors import FetchTimeoutError
from bot.messages import Messages
from bot.settings import Settings, secret_for
from bot.storage import open_storage
from bot.wiring.clock import SystemClock

NOW = datetime(2026, 3, 1, tzinfo=UTC)
NOBODY = 65534  # the user that owns nothing, by custom
MESSAGES = Messages.load()


@pytest.fixture
def settings(tmp_path):
    return Settings(database=f"sqlite:///{tmp_path / 'bot.sqlite3'}")


@pytest.fixture
def console():
    return Console(MESSAGES)


def account(**more):
    return Account(
        **{
            "username": "nutshell_bot",
            "joins_groups": True,
            "hears_groups": False,
            "inline": False,
            "webhook": "",
            "waiting": 0,
        }
        | more
    )


async def fill(settings):
    async with open_storage(settings.database.get_secret_value(), SystemClock()) as stores:
        await stores.storage.receive(7, "zqxsecret", 7)
        await stores.storage.receive(8, "de", 8)


def test_a_backup_is_a_whole_database_with_everything_in_it_and_readable_by_its_owner_alone(
    settings, console, tmp_path, capsys
):
    asyncio.run(fill(settings))
    target = tmp_path / "copy.sqlite3"
    assert run_backup(settings, console, str(target)) == 0
    assert "2 people" in capsys.readouterr().out
    assert target.stat().st_mode & 0o077 == 0
    restored = Settings(database=f"sqlite:///{target}")
    assert run_migrate(restored, console) == 0
    assert "2 people" in capsys.readouterr().out


async def test_a_backup_can_be_made_while_the_bot_writes(settings, tmp_path):
    url = settings.database.get_secret_value()
    async with open_storage(url, SystemClock()) as stores:
        await stores.storage.receive(7, "en", 7)
        copying = asyncio.to_thread(back_up, url, tmp_path / "copy.sqlite3")
        writing = (stores.storage.receive(number, "en", number) for number in range(100, 150))
        copy, *_ = await asyncio.gather(copying, *writing)
    assert copy.people >= 1


def test_a_backup_ends_though_the_bot_never_stops_writing(settings, tmp_path, monkeypatch):
    """Between two steps of a copy somebody has always written."""
    asyncio.run(fill(settings))
    database = tmp_path / "bot.sqlite3"
    with closing(sqlite3.connect(database, check_same_thread=False)) as busy:
        busy.execute("CREATE TABLE filling (words)")
        busy.execute("INSERT INTO filling SELECT zeroblob(12000000)")
        busy.commit()

        def write(*_):
            busy.execute("UPDATE people SET last_seen = last_seen + 1")
            busy.commit()
            steps.append(1)
            assert len(steps) < 100, "it begins anew again and again"

        steps = []
        monkeypatch.setattr(backup, "sqlite3", WritesBetweenSteps(write))
        assert back_up(settings.database.get_secret_value(), tmp_path / "copy").people == 2


class WritesBetweenSteps:
    """The module sqlite3, whose copies tell after each step."""

    def __init__(self, write):
        self._write = write
        self.Error = sqlite3.Error

    def connect(self, *arguments, **named):
        write = self._write

        class Connection(sqlite3.Connection):
            def backup(self, target, **given):
                super().backup(target, **given | {"progress": write})

        return sqlite3.connect(*arguments, **named, factory=Connection)


def test_a_database_is_copied_and_checked_whatever_signs_its_path_holds(console, tmp_path, capsys):
    folder = tmp_path / "a#b"
    folder.mkdir()
    settings = Settings(database=f"sqlite:///{folder.relative_to(tmp_path)}/bot.sqlite3")
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        asyncio.run(fill(settings))
        assert run_backup(settings, console, str(folder / "copy")) == 0
        (found, *_) = asyncio.run(check_database(settings))
    finally:
        os.chdir(before)
    assert "2 people" in capsys.readouterr().out
    assert found.well
    assert sorted(path.name for path in tmp_path.iterdir()) == [folder.name]


def test_a_backup_overwrites_nothing_and_leaves_nothing_behind_when_it_fails(settings, tmp_path):
    url = settings.database.get_secret_value()
    with pytest.raises(BackupError, match="no-database"):
        back_up(url, tmp_path / "copy")
    asyncio.run(fill(settings))
    (tmp_path / "there").write_text("mine")
    with pytest.raises(BackupError, match="exists"):
        back_up(url, tmp_path / "there")
    with pytest.raises(BackupError, match="not-written") as refused:
        back_up(url, tmp_path / "no folder" / "copy")
    assert refused.value.details["reason"] == "No such file or directory"
    assert (tmp_path / "there").read_text() == "mine"
    assert not list(tmp_path.glob("**/.nutshell-*"))


@pytest.mark.parametrize("name", ["there/copy", "c" * 300])
def test_a_backup_that_can_be_written_nowhere_is_told_in_words(settings, console, tmp_path, capsys, name):
    asyncio.run(fill(settings))
    (tmp_path / "there").write_text("a file, and no folder")
    assert run_backup(settings, console, str(tmp_path / name)) == 1
    assert name in capsys.readouterr().err


def test_a_backup_touches_no_file_of_anybody_else(settings, tmp_path):
    asyncio.run(fill(settings))
    mine, copy = tmp_path / "mine", tmp_path / "copy"
    mine.write_text("mine")
    copy.with_name("copy.part").symlink_to(mine)
    assert back_up(settings.database.get_secret_value(), copy).people == 2
    assert mine.read_text() == "mine"
    assert copy.stat().st_mode & 0o077 == 0


def test_a_broken_database_gives_no_backup(settings, console, tmp_path, capsys):
    asyncio.run(fill(settings))
    path = tmp_path / "bot.sqlite3"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 6] = b"\xff" * 4096 * 3
    path.write_bytes(content)
    assert run_backup(settings, console, str(tmp_path / "copy")) == 1
    assert capsys.readouterr().err
    assert not (tmp_path / "copy").exists()


def test_an_operator_exports_and_forgets_a_person(settings, console, tmp_path, capsys):
    asyncio.run(fill(settings))
    assert run_export(settings, console, 7) == 0
    assert json.loads(capsys.readouterr().out)["person"][0]["language_code"] == "zqxsecret"
    assert run_forget(settings, console, 7) == 0
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"zqxsecret" not in files


def test_what_somebody_said_in_groups_is_not_left_out_for_want_of_the_token(settings, console, capsys):
    """It is found by a mark that only the bot's token can make."""
    known = Settings(database=settings.database, token="1:" + "x" * 35)
    asyncio.run(say_something(known))
    for command in (run_export, run_forget):
        assert command(settings, console, 7) == 1
        assert "NUTSHELL_TOKEN" in capsys.readouterr().err
    assert run_export(known, console, 7) == 0
    assert [said["text"] for said in json.loads(capsys.readouterr().out)["said"]] == ["Who is for the mill?"]
    assert run_forget(known, console, 7) == 0
    assert run_export(settings, console, 7) == 0


async def say_something(settings):
    secret = secret_for(settings, "authors")
    async with open_storage(settings.database.get_secret_value(), SystemClock(), secret=secret) as stores:
        words = Said(message_id=1, text="Who is for the mill?", at=datetime.now(UTC))
        await stores.digests.note_said(Place(chat_id=-100), words, 7)


def test_a_database_of_a_newer_version_is_told_as_such(settings, console, tmp_path, capsys):
    asyncio.run(fill(settings))
    with sqlite3.connect(tmp_path / "bot.sqlite3") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.execute("UPDATE compatibility SET oldest = '9999'")
    database.close()
    assert run_migrate(settings, console) == 1
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "more", "key", "well"),
    [
        (None, {}, "polling", True),
        (None, {"webhook": "https://old.example"}, "webhook-left", True),
        ("https://a.example", {}, "webhook-other", False),
        ("https://a.example", {"webhook": "https://a.example"}, "webhook", True),
        (
            "https://a.example",
            {"webhook": "https://a.example", "failed_at": NOW - timedelta(minutes=5), "failure": "502"},
            "webhook-failing",
            False,
        ),
        (
            "https://a.example",
            {"webhook": "https://a.example", "failed_at": NOW - timedelta(days=1)},
            "webhook",
            True,
        ),
    ],
)
def test_the_doctor_compares_the_webhook_with_the_settings(wanted, more, key, well):
    finding = judge_webhook(account(**more), wanted, NOW)
    assert (finding.key, finding.well) == (key, well)


def test_the_doctor_tells_what_botfather_has_switched_on():
    assert [finding.key for finding in judge_rights(account(inline=True))] == [
        "token",
        "groups-on",
        "hears-off",
        "inline-on",
    ]


async def test_the_doctor_says_when_there_is_no_token_and_when_nobody_answers(settings):
    assert [finding.key for finding in await check_telegram(settings)] == ["token-missing"]
    alone = Settings(token="123456:made-up", api_url="http://127.0.0.1:9")
    assert [finding.key for finding in await check_telegram(alone)] == ["telegram-unreachable"]


@pytest.mark.parametrize("beside", ["{}someone:marked@127.0.0.1:1", "{}127.0.0.1:1/bot1:marked"])
async def test_the_doctor_says_no_secret_of_another_servers_address(beside):
    settings = Settings(token="123456:made-up", api_url=beside.format("http://"))
    (finding,) = await check_telegram(settings)
    assert finding.values == {"address": "http://127.0.0.1:1"}


@pytest.mark.parametrize("answer", ['{"ok": true, "result": true}', '{"ok": true}', "<html>", "[]", ""])
async def test_the_doctor_says_when_what_answers_is_not_telegram(answer):
    async def reply(request):
        return web.Response(text=answer, content_type="application/json")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", reply)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        other = Settings(token="123456:made-up", api_url=f"http://127.0.0.1:{runner.addresses[0][1]}")
        assert [finding.key for finding in await check_telegram(other)] == ["telegram-unreachable"]
    finally:
        await runner.cleanup()


async def test_the_doctor_looks_at_the_database_and_at_what_reading_needs(settings, tmp_path):
    assert [finding.key for finding in await check_database(settings)] == ["database-new"]
    await fill(settings)
    assert (await check_database(settings))[0].key == "database"
    (tmp_path / "a file").touch()
    impossible = Settings(database=f"sqlite:///{tmp_path / 'a file' / 'bot.sqlite3'}")
    assert [finding.key for finding in await check_database(impossible)] == ["database-refused"]
    (tmp_path / "bot.sqlite3").write_bytes(b"no database" * 1000)
    assert not (await check_database(settings))[0].well
    assert [finding.key for finding in await check_data(settings)] == ["data"]


class Unreachable:
    async def fetch(self, url, *, fresh=False):
        raise FetchTimeoutError(url=url, timeout_s=1)


async def test_where_the_database_may_not_be_looked_for_doctor_and_backup_say_so(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    address = f"sqlite:///{closed / 'bot.sqlite3'}"
    await check_database(Settings(database="sqlite://"))  # loads what it needs, which nobody may read below
    settings = Settings(database=address)
    with as_nobody():
        assert [one.key for one in await check_database(settings)] == ["database-refused"]
        with pytest.raises(BackupError, match="no-database"):
            back_up(address, tmp_path / "copy")
    closed.chmod(0o700)


@contextmanager
def as_nobody():
    """The superuser may look everywhere: for the block it is somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


async def test_the_doctor_says_when_pages_cannot_be_fetched():
    finding = await judge_web_access(Unreachable())
    assert (finding.key, finding.values["reason"]) == ("web-unreachable", "fetch_timeout")


@pytest.mark.parametrize("locale", MESSAGES.locales)
def test_every_finding_has_its_sentence(locale):
    source = Path("bot/commands/doctor.py")
    text = (Path(__file__).parents[1] / source).read_text(encoding="utf-8")
    for key in ("token", "webhook-left", "disk-full", "database-refused", "data-missing", "web"):
        assert f'"{key}"' in text
        assert MESSAGES.has(locale, f"doctor-{key}")


def test_moving_to_another_database_takes_everything_along_and_overwrites_nothing(
    settings, console, tmp_path, capsys
):
    asyncio.run(fill(settings))
    target = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    assert run_migrate(settings, console, to=target) == 0
    assert "2 people" in capsys.readouterr().out
    assert run_migrate(settings, console, to=target) == 1
    assert "empty" in capsys.readouterr().err
    assert run_migrate(settings, console, to="mysql://host/base") == 1
    assert "postgresql://" in capsys.readouterr().err
    assert run_migrate(settings, console, to="postgresql://nutshell:zqxsecret@127.0.0.1:1/nutshell") == 1
    assert "The database server can’t be reached" in capsys.readouterr().err


async def test_a_database_server_that_is_not_there_is_told_without_the_password():
    server = Settings(database="postgresql://nutshell:zqxsecret@127.0.0.1:1/nutshell")
    (finding,) = await check_database(server)
    assert (finding.key, finding.well) == ("database-server", False)
    assert "refused" in finding.values["reason"]
    assert "zqxsecret" not in str(finding)


def test_a_password_that_the_server_itself_says_back_is_hidden(console, monkeypatch, capsys):
    server = Settings(database="postgresql://nutshell:zqx%40secret@127.0.0.1:1/nutshell")

    async def refused(settings):
        reason = "FATAL: no entry with the password zqx@secret"
        return [doctor.Finding("database-server", well=False, values={"reason": reason})]

    monkeypatch.setattr(doctor, "examine", refused)
    assert doctor.run_doctor(server, console) == 1
    told = capsys.readouterr().out
    assert "no entry with the password" in told
    assert "zqx" not in told


def test_postgresql_is_left_to_make_its_own_copies(console, tmp_path, capsys):
    server = Settings(database="postgresql://nutshell:zqxsecret@127.0.0.1:1/nutshell")
    assert run_backup(server, console, str(tmp_path / "copy")) == 1
    assert "pg_dump" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["export", "forget"])
def test_a_group_is_named_by_its_number_which_begins_with_a_minus(command, settings, monkeypatch):
    """As `/deny` says it: `forget -500`."""
    monkeypatch.setenv("NUTSHELL_DATABASE", settings.database.get_secret_value())
    done = CliRunner().invoke(app, [command, "-500"])
    assert (done.exit_code, "No such option" in done.output) == (0, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("characters", [2, 200_000])
def test_an_export_to_a_full_disk_is_told_in_plain_words(characters, settings):
    """Whether it is full at the end, or in the middle of what is written."""

    async def fill_up():
        async with open_storage(settings.database.get_secret_value(), SystemClock()) as stores:
            await stores.storage.receive(7, "e" * characters, 7)

    asyncio.run(fill_up())
    environment = {
        **os.environ,
        "NUTSHELL_DATABASE": settings.database.get_secret_value(),
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "bot", "export", "7"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment,
            timeout=60,
        )
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (1, 1)
    assert "can't be written" in told
