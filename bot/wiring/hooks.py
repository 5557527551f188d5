"""The operator's own programs, wired: what tells them of summaries and digests."""

from __future__ import annotations

from bot.ports import Clock
from bot.ports.operators import HookQueue, Poster
from bot.services.hooks import Hooks
from bot.settings import Settings, revealed


def outgoing_hooks(settings: Settings, queue: HookQueue, poster: Poster, clock: Clock) -> Hooks | None:
    """What tells the operator's own programs, if there are any."""
    secret = revealed(settings.hook_secret)
    if not settings.hooks or secret is None:
        return None
    return Hooks(queue=queue, poster=poster, clock=clock, urls=settings.hooks, secret=secret)
