"""Looks at everything that the bot needs, and says how to mend what is not well.

Each check is a function of what it looks at and gives a Finding. Nothing is changed by any of them but the
tables of a database of an older version, which are brought up to date as by a start of the bot.
"""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url

from bot.chat.telegram.inspection import Account, inspect_account
from bot.commands.backup import read_only
from bot.commands.console import Console
from bot.core.article import Article
from bot.core.errors import BotError, DatabaseError, TokenRefusedError
from bot.logs import without_secrets
from bot.ports import Fetcher
from bot.services.watching import LEAST_FREE_BYTES
from bot.settings import Settings, revealed
from bot.storage import has_tables, open_storage
from bot.wiring.clock import SystemClock
from bot.wiring.reading import open_reading_ports

PAGE = "https://example.org/"  # reserved for such uses (RFC 2606), and always there
RECENT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found: `doctor-<key>` of prompts/ with its values; not `well` means: mend it."""

    key: str
    well: bool
    values: dict[str, Any] = field(default_factory=dict)


def run_doctor(settings: Settings, console: Console) -> int:
    """Check everything, a line each; the exit code is 1 where something is to be mended."""
    findings = asyncio.run(examine(settings))
    for finding in findings:
        mark = "✓" if finding.well else "✗"
        told = console.say("doctor-" + finding.key, **finding.values)
        # A server's own words about a refusal may hold what it was asked with.
        console.write(f"{mark} {without_secrets(told, settings.secrets)}")
    return 0 if all(finding.well for finding in findings) else 1


async def examine(settings: Settings) -> list[Finding]:
    """All findings, in the order of what needs what."""
    checks: Sequence[Callable[[Settings], Awaitable[list[Finding]]]] = (
        check_telegram,
        check_database,
        check_data,
        check_web_access,
    )
    return [finding for check in checks for finding in await check(settings)]


async def check_telegram(settings: Settings) -> list[Finding]:
    """Token, rights and webhook, as Telegram tells them."""
    token = revealed(settings.token)
    if token is None:
        return [Finding("token-missing", well=False)]
    try:
        account = await inspect_account(token, settings.api_url, revealed(settings.api_proxy))
    except TokenRefusedError:
        return [Finding("token-refused", well=False)]
    if account is None:
        return [Finding("telegram-unreachable", well=False, values={"address": _host_of(settings.api_url)})]
    return [*judge_rights(account), judge_webhook(account, settings.webhook_url, datetime.now(UTC))]


def _host_of(url: str) -> str:
    """An address without what may be a secret in it: a name and a password, or a token in its path."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def judge_rights(account: Account) -> list[Finding]:
    """What BotFather has switched on for the bot. None of it is needed in private chats."""
    rights = {
        "groups": account.joins_groups,
        "hears": account.hears_groups,
        "inline": account.inline,
    }
    named = Finding("token", well=True, values={"name": account.username})
    return [
        named,
        *(Finding(f"{name}-{'on' if given else 'off'}", well=True) for name, given in rights.items()),
    ]


def judge_webhook(account: Account, wanted: str | None, now: datetime) -> Finding:
    """Whether updates come the way that the settings say, and arrive."""
    if (account.webhook or None) != wanted:
        key = "webhook-other" if wanted else "webhook-left"
        return Finding(key, well=wanted is None, values={"address": account.webhook or "–"})
    if wanted is None:
        return Finding("polling", well=True, values={"waiting": account.waiting})
    failing = account.failed_at is not None and now - account.failed_at < RECENT
    values = {"waiting": account.waiting, "said": account.failure or ""}
    return Finding("webhook-failing" if failing else "webhook", well=not failing, values=values)


async def check_database(settings: Settings) -> list[Finding]:
    """Whether the database opens, is whole, and has room to grow."""
    url = settings.database.get_secret_value()
    if make_url(url).get_backend_name() != "sqlite":
        return [await check_server(url)]
    path = Path(make_url(url).database or "")
    if not await asyncio.to_thread(os.path.isfile, path):  # Path's own raises where it may not look
        return [judge_place(path)]
    try:
        faults = await asyncio.to_thread(_faults, path)
        async with open_storage(url, SystemClock(), leads=False) as stores:
            statistics = await stores.operators.statistics()
    except (DatabaseError, sqlite3.Error) as error:
        return [Finding("database-refused", well=False, values={"path": str(path), "reason": str(error)})]
    whole = (
        Finding("database-broken", well=False, values={"reason": faults})
        if faults
        else Finding(
            "database", well=True, values={"people": statistics.people, "readings": statistics.readings}
        )
    )
    return [whole, judge_disk(path.parent)]


def judge_place(path: Path) -> Finding:
    """Whether the first start could make a database there, with the folders that lead to it."""
    folder = next(parent for parent in path.absolute().parents if os.path.exists(parent))  # noqa: PTH110 - likewise
    if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
        return Finding("database-new", well=True, values={"path": str(path)})
    reason = os.strerror(errno.EACCES if folder.is_dir() else errno.ENOTDIR)
    return Finding("database-refused", well=False, values={"path": str(path), "reason": reason})


async def check_server(url: str) -> Finding:
    """Whether a database server lets the bot in; makes no tables where there are none."""
    try:
        if not await asyncio.to_thread(has_tables, url):
            return Finding("database-new", well=True, values={"path": make_url(url).database or ""})
        async with open_storage(url, SystemClock(), leads=False) as stores:
            statistics = await stores.operators.statistics()
    except DatabaseError as error:
        return Finding("database-server", well=False, values={"reason": _said(error)})
    return Finding(
        "database", well=True, values={"people": statistics.people, "readings": statistics.readings}
    )


def _said(error: DatabaseError) -> str:
    """What the database's own library says, in its first line; there is never a password in it."""
    said = getattr(error.__cause__, "orig", None) or error
    return str(said).strip().partition("\n")[0]


def judge_disk(folder: Path) -> Finding:
    """Whether there is room beside the database."""
    free = shutil.disk_usage(folder).free
    key = "disk" if free >= LEAST_FREE_BYTES else "disk-full"
    return Finding(key, well=free >= LEAST_FREE_BYTES, values={"free": round(free / 2**30, 1)})


def _faults(path: Path) -> str:
    with closing(read_only(path)) as database:
        rows = [row[0] for row in database.execute("PRAGMA quick_check(5)")]
    return "; ".join(row for row in rows if row != "ok")


async def check_data(settings: Settings) -> list[Finding]:
    """Whether what reading needs is installed: a text is cut into sentences, and its language recognised."""
    del settings
    text = "Die Brücke über die Elde wird am 4. Mai geschlossen. Die Stadt teilte das am Montag mit."
    try:
        article = await asyncio.to_thread(Article.from_text, text)
        well = len(article.sentences) == 2 and article.language == "de"
    except (OSError, ImportError, LookupError, BotError) as error:
        return [Finding("data-missing", well=False, values={"reason": str(error)})]
    return [Finding("data" if well else "data-missing", well=well, values={"reason": ""})]


async def check_web_access(settings: Settings) -> list[Finding]:
    """Whether pages can be fetched, as the bot fetches them."""
    async with open_reading_ports(settings, isolated=False) as ports:
        return [await judge_web_access(ports.fetcher)]


async def judge_web_access(fetcher: Fetcher) -> Finding:
    """Whether a page comes back."""
    try:
        await fetcher.fetch(PAGE)
    except BotError as error:
        return Finding("web-unreachable", well=False, values={"page": PAGE, "reason": error.code})
    return Finding("web", well=True)
