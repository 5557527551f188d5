"""A chat's private feed: what it reads, shares and is told, for feed readers that know its secret address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """The way out of one chat."""

    chat_id: int
    secret: str = field(repr=False)  # whoever knows it can read along
    title: str | None  # the chat's; None for a person's own
    locale: str  # of the feed's own words


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedDigest:
    """A digest that a chat was told, kept for its feed."""

    number: int  # unique, grows
    posted_at: datetime  # aware, UTC
    told: Mapping[str, Any]  # as `bot.services.json_forms.digest_as_json` writes it


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A page that a chat has read or shared."""

    url: str
    title: str
    at: datetime  # aware, UTC
    opening: str = ""  # how its text begins, word for word; empty where it isn't kept
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """What a chat's feed holds now, latest first."""

    outlet: Outlet
    links: Sequence[FeedLink]
    digests: Sequence[PostedDigest]

    @property
    def updated(self) -> datetime | None:
        """When the latest of it came; None while there is nothing."""
        moments = [one.at for one in self.links] + [one.posted_at for one in self.digests]
        return max(moments, default=None)
