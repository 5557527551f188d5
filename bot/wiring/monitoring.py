"""How the bot is seen to be well, wired: what the server tells, and what its owners are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from shutil import disk_usage

from bot.chat.adapter import RunningBot
from bot.core.errors import DatabaseError
from bot.ports.operators import Trouble
from bot.ports.stores import Stores
from bot.services.watching import (
    Probe,
    disk_trouble,
    has_room_to_write,
    outage_trouble,
    queue_trouble,
)
from bot.settings import Settings
from bot.storage import database_folder
from bot.wiring.resources import Resources


async def readiness_checks(resources: Resources, chat: RunningBot) -> Mapping[str, bool]:
    """What the bot can't work without: whether it is well."""
    stores = resources.stores
    # What a leader was told last says nothing of one that leads no more.
    follows = not stores.cluster.is_leader
    writable = (chat.source.storing or follows) and _has_room(resources.settings)
    return {
        "database": writable and await _answers(stores),
        "telegram": chat.source.connected or follows,
        "queue": not chat.receiver.full,
    }


async def _answers(stores: Stores) -> bool:
    try:
        await stores.operators.any_admitted([0])
    except DatabaseError:
        return False
    return True


def _has_room(settings: Settings) -> bool:
    """Whether there is room to write. A disk that can't be asked is not full."""
    try:
        free = _free_bytes(settings)
    except OSError:
        return True
    return free is None or has_room_to_write(free)


def _free_bytes(settings: Settings) -> int | None:
    """The room on the database's disk; None where it is on a server. Raises OSError."""
    folder = database_folder(settings.database.get_secret_value())
    return None if folder is None else disk_usage(folder).free


def trouble_probes(resources: Resources, chat: RunningBot) -> Sequence[Probe]:
    """What the owners are told of when it is not well."""
    hooks, cluster = resources.hooks, resources.stores.cluster

    def disk() -> Trouble | None:
        free = _free_bytes(resources.settings)
        return None if free is None else disk_trouble(free)

    def queue() -> Trouble | None:
        return queue_trouble(chat.backlog.depth(), chat.backlog.oldest(), resources.clock.now())

    return (
        lambda: chat.source.trouble,
        lambda: hooks.trouble() if hooks else None,
        lambda: outage_trouble(cluster.last_outage()),
        queue,
        disk,
    )
