"""The operator's commands: back up, bring up to date, and what is kept of a person, without Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.commands.backup import back_up
from bot.commands.console import Console
from bot.core.errors import BotError
from bot.settings import Settings, secret_for
from bot.storage import Stores, copy_database, open_storage
from bot.wiring.clock import SystemClock

MEGABYTE = 2**20


def run_backup(settings: Settings, console: Console, target: str) -> int:
    """Copy the database while the bot runs; the exit code."""
    try:
        copy = back_up(settings.database.get_secret_value(), Path(target))
    except BotError as error:
        return _failed(console, error)
    size = f"{copy.size_bytes / MEGABYTE:.1f}"
    values = {"path": str(copy.path), "size": size, "people": copy.people, "readings": copy.readings}
    console.write(console.say("cli-backup-done", **values, revision=copy.revision))
    return 0


def run_migrate(settings: Settings, console: Console, to: str | None = None) -> int:
    """Bring the database up to date, as a start of the bot does, or copy it `to` another; the exit code."""
    if to is not None:
        return _copy_to(settings, console, to)

    async def work(stores: Stores) -> None:
        statistics = await stores.operators.statistics()
        console.write(console.say("cli-migrate-done", people=statistics.people, readings=statistics.readings))

    return _with_storage(settings, console, work)


def _copy_to(settings: Settings, console: Console, to: str) -> int:
    try:
        copied = copy_database(settings.database.get_secret_value(), to)
    except BotError as error:
        return _failed(console, error)
    rows = copied.rows
    console.write(console.say("cli-migrate-moved", people=rows["people"], readings=rows["readings"]))
    if copied.shortened:
        counts = {"shortened": copied.shortened, "skipped": copied.skipped}
        console.write(console.say("cli-migrate-shortened", **counts))
    return 0


def run_export(settings: Settings, console: Console, user_id: int) -> int:
    """Write all that is kept of a person as JSON; the exit code."""

    async def work(stores: Stores) -> None:
        await _check_token(settings, stores)
        await stores.operators.export(user_id, console.write_piece)
        console.end_pieces()

    return _with_storage(settings, console, work)


def run_forget(settings: Settings, console: Console, user_id: int) -> int:
    """Erase all of a person, who may have stopped the bot; the exit code. May be done while the bot runs."""

    async def work(stores: Stores) -> None:
        await _check_token(settings, stores)
        console.write(console.say("cli-forget-done", count=await stores.storage.forget(user_id)))

    return _with_storage(settings, console, work)


class TokenNeededError(BotError):
    """Rows of a person are found by a mark that only who has the bot's token can make, and there is none."""

    code = "token_needed"
    message_key = "cli-token-needed"


async def _check_token(settings: Settings, stores: Stores) -> None:
    if settings.token is None and await stores.operators.keeps_words():
        raise TokenNeededError


def _with_storage(settings: Settings, console: Console, work: Callable[[Stores], Awaitable[None]]) -> int:
    async def run() -> None:
        secret = secret_for(settings, "authors")
        async with open_storage(
            settings.database.get_secret_value(), SystemClock(), secret=secret, leads=False
        ) as stores:
            await work(stores)

    try:
        asyncio.run(run())
    except BotError as error:
        return _failed(console, error)
    return 0


def _failed(console: Console, error: BotError) -> int:
    console.warn(console.messages.explain(console.locale, error))
    return 1
