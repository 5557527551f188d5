"""Links to public posts, and where their text is to be had: their pages are mostly scripts without text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit


class SocialNetwork(StrEnum):
    """Where a post was published."""

    TELEGRAM = "telegram"
    MASTODON = "mastodon"
    BLUESKY = "bluesky"
    X = "x"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLink:
    """A post, by its link."""

    network: SocialNetwork
    url: str  # of the post, without what says how it was shared
    host: str
    name: str  # of the channel or account
    post_id: str
    addresses: tuple[str, ...]  # to fetch, the post itself first; the others are wanted, not needed


_TELEGRAM = frozenset(["t.me", "telegram.me", "www.t.me"])
_BLUESKY = frozenset(["bsky.app", "www.bsky.app"])
_X = frozenset(["x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"])
_TELEGRAM_PATH = re.compile(r"/(?:s/)?([A-Za-z]\w{3,31})(?:/\d{1,10})?/(\d{1,10})/?")
# A message of a chat without a public name, and invitations (core.telegram.org/api/links).
_MEMBERS_PATH = re.compile(
    r"/(?:c/\d{1,20}(?:/\d{1,10}){0,2}|\+[\w-]{8,64}|joinchat/[\w-]{8,64})/?", re.ASCII
)
_BLUESKY_PATH = re.compile(
    r"/profile/((?:did:[a-z]{1,16}:)?[\w.:%-]{1,253})/post/([a-z0-9]{1,32})/?", re.ASCII
)
_X_PATH = re.compile(r"/(\w{1,15}|i/web)/status(?:es)?/(\d{1,20})(?:/.*)?", re.ASCII)
# Mastodon's ids hold the time in milliseconds, times 2^16: 18 digits. Those of its kin are no numbers.
_MASTODON_PATH = re.compile(
    r"/(?:web/)?(?:@([\w.-]{1,64}(?:@[\w.-]{1,253})?)|users/([\w.-]{1,64})/statuses)/(\d{15,20})/?", re.ASCII
)


def post_link(url: str) -> PostLink | None:
    """The post that a link leads to; None where it leads to something else.

    Mastodon runs on any host, so that a link to it is known by its path alone: it may be a page of another
    kind, which shows when its addresses lead to nothing.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.query.startswith("embed="):
        return None
    if host in _TELEGRAM:
        return _telegram(parts.path)
    if host in _BLUESKY:
        return _bluesky(parts.path)
    if host in _X:
        return _x(parts.path)
    return _mastodon(f"{parts.scheme}://{parts.netloc}", host, parts.path)


def is_for_members(url: str) -> bool:
    """Whether a link leads into a chat on Telegram of which the web shows nothing: it is for its members."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower() in _TELEGRAM and bool(_MEMBERS_PATH.fullmatch(parts.path))
    except ValueError:
        return False


def _telegram(path: str) -> PostLink | None:
    """The widget that shows one post on other sites (core.telegram.org/widgets/post)."""
    found = _TELEGRAM_PATH.fullmatch(path)
    if found is None:
        return None
    url = f"https://t.me/{found[1]}/{found[2]}"
    return PostLink(
        network=SocialNetwork.TELEGRAM,
        url=url,
        host="t.me",
        name=found[1],
        post_id=found[2],
        addresses=(f"{url}?embed=1&mode=tme",),
    )


def _bluesky(path: str) -> PostLink | None:
    """The interface that needs no account (docs.bsky.app, app.bsky.feed.getPostThread)."""
    found = _BLUESKY_PATH.fullmatch(path)
    if found is None:
        return None
    place = quote(f"at://{found[1]}/app.bsky.feed.post/{found[2]}", safe="")
    service = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread"
    return PostLink(
        network=SocialNetwork.BLUESKY,
        url=f"https://bsky.app/profile/{found[1]}/post/{found[2]}",
        host="bsky.app",
        name=found[1],
        post_id=found[2],
        addresses=(f"{service}?uri={place}&depth=50&parentHeight=100",),
    )


def _x(path: str) -> PostLink | None:
    """The text that other sites show where they embed a post (developer.x.com, oEmbed); no threads."""
    found = _X_PATH.fullmatch(path)
    if found is None:
        return None
    name = found[1] if found[1] != "i/web" else "i"
    shown = quote(f"https://twitter.com/{name}/status/{found[2]}", safe="")
    return PostLink(
        network=SocialNetwork.X,
        url=f"https://x.com/{name}/status/{found[2]}",
        host="x.com",
        name=name,
        post_id=found[2],
        addresses=(f"https://publish.twitter.com/oembed?url={shown}&omit_script=1&dnt=1",),
    )


def _mastodon(site: str, host: str, path: str) -> PostLink | None:
    """The status and the thread around it (docs.joinmastodon.org, statuses and their context)."""
    found = _MASTODON_PATH.fullmatch(path)
    if found is None:
        return None
    service = f"{site}/api/v1/statuses/{found[3]}"
    name = found[1] or found[2]
    return PostLink(
        network=SocialNetwork.MASTODON,
        url=f"{site}/@{name}/{found[3]}",
        host=host,
        name=name,
        post_id=found[3],
        addresses=(service, f"{service}/context"),
    )
