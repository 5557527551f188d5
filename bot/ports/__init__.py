"""What the use cases need from outside, as Protocols. The docstrings are the contract.

All datetimes are aware and in UTC. An implementation may raise `bot.core.errors.BotError` and what its
docstring names; anything else is a bug. Here are those that most parts need; each other module holds what one
of them needs besides.
"""

from bot.ports.clock import Clock
from bot.ports.inbox import Inbox, Incoming
from bot.ports.library import Storage
from bot.ports.outbox import Delivery, Outbox
from bot.ports.pages import Extractor, Fetcher, Page
from bot.ports.workers import Workers

__all__ = [
    "Clock",
    "Delivery",
    "Extractor",
    "Fetcher",
    "Inbox",
    "Incoming",
    "Outbox",
    "Page",
    "Storage",
    "Workers",
]
