"""What the parts of one bot are made of: opened by the settings, and closed in the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.metering import Meter
from bot.ports import Clock
from bot.ports.reading import ReadingPorts
from bot.ports.stores import Stores
from bot.services.hooks import Hooks
from bot.services.outlets import Outlets
from bot.settings import Settings, secret_for
from bot.storage import held_alone, open_storage
from bot.wiring.clock import chosen_clock
from bot.wiring.hooks import outgoing_hooks
from bot.wiring.reading import open_reading_ports


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """The settings, and what was opened by them."""

    settings: Settings
    clock: Clock
    stores: Stores
    ports: ReadingPorts
    hooks: Hooks | None  # None: the operator has no programs to be told of summaries and digests

    @property
    def outlets(self) -> Outlets:
        """The private feeds of chats."""
        stores = self.stores
        return Outlets(store=stores.outlets, storage=stores.storage, digests=stores.digests, clock=self.clock)


@asynccontextmanager
async def open_resources(settings: Settings, meter: Meter | None) -> AsyncIterator[Resources]:
    """All of it until the block ends; `meter` is told what happens. Raises DatabaseError."""
    clock = chosen_clock()
    database_url, secret = settings.database.get_secret_value(), secret_for(settings, "authors")
    async with (
        held_alone(database_url),
        open_storage(database_url, clock, secret=secret) as stores,
        open_reading_ports(settings, clock=clock, meter=meter) as ports,
    ):
        hooks = outgoing_hooks(settings, stores.hooks, ports.poster, clock)
        yield Resources(settings=settings, clock=clock, stores=stores, ports=ports, hooks=hooks)
