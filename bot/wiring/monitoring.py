"""How the bot is seen to be well, wired: what the server tells, and what its owners are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shutil import disk_usage

from bot.chat.adapter import RunningBot
from bot.core.errors import DatabaseError
from bot.ports.operators import OperatorStore
from bot.services.hooks import Hooks
from bot.services.watching import Probe, disk_trouble, queue_trouble
from bot.settings import Settings
from bot.storage import database_folder


async def readiness_checks(operators: OperatorStore, chat: RunningBot) -> Mapping[str, bool]:
    """What the bot can't work without: whether it is well."""
    try:
        await operators.any_admitted([0])
    except DatabaseError:
        database = False
    else:
        database = True
    return {"database": database, "telegram": chat.is_connected(), "queue": not chat.receiver.full}


def trouble_probes(settings: Settings, chat: RunningBot, hooks: Hooks | None) -> Sequence[Probe]:
    """What the owners are told of when it is not well."""
    folder = database_folder(settings.database.get_secret_value())
    backlog, clock = chat.backlog, chat.context.clock
    return (
        chat.trouble,
        lambda: None if hooks is None else hooks.trouble(),
        lambda: queue_trouble(backlog.depth(), backlog.oldest(), clock.now()),
        lambda: None if folder is None else disk_trouble(disk_usage(folder).free),
    )
