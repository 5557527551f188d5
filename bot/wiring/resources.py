"""What the parts of one bot are made of, once it is open."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ports import Clock
from bot.ports.reading import ReadingPorts
from bot.ports.stores import Stores
from bot.services.hooks import Hooks
from bot.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """The settings, and what was opened by them."""

    settings: Settings
    clock: Clock
    stores: Stores
    ports: ReadingPorts
    hooks: Hooks | None  # None: the operator has no programs to be told of summaries and digests
