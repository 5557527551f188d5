"""Copies of pages in a web archive that has the Wayback Machine's addresses."""

from __future__ import annotations

import re
from datetime import date, datetime
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.core.errors import (
    BotError,
    CertificateRefusedError,
    FetchTimeoutError,
    HostUnreachableError,
    NoArticle,
    PageForbiddenError,
    PageMissingError,
    Reason,
    ServerFailedError,
    TooManyRedirectsError,
)

# The Internet Archive's. Other archives with such addresses: arquivo.pt/wayback/, webarchive.org.uk/wayback/.
WAYBACK = "https://web.archive.org/web/"

# Pages that a copy may show: those that are gone or out of reach, and those that show a wall to a stranger.
# What is no part of the public web is asked of nobody.
_GONE = (
    PageMissingError,
    PageForbiddenError,
    ServerFailedError,
    HostUnreachableError,
    CertificateRefusedError,
    FetchTimeoutError,
    TooManyRedirectsError,
)
_WALLS = frozenset(
    {
        Reason.BOT_CHECK,
        Reason.COOKIE_WALL,
        Reason.LOGIN,
        Reason.PAYWALL,
        Reason.ERROR_PAGE,
        Reason.SCRIPT_PAGE,
        Reason.EMPTY,
    }
)

# Endings that no public name has: RFC 6762 and 8375, and ICANN's board of 29 July 2024 on .internal.
_INNER = (".local", ".home.arpa", ".internal")

_COPY = re.compile(r"(\d{8})\d{0,6}id_/")


def copy_of(url: str, archive: str = WAYBACK) -> str:
    """Where the archive leads to its latest copy of a page; it answers 404 where it has none.

    A time that is cut short, here to "2", is completed to the latest one there is, and "id_" asks for the
    page as it was, without the archive's own frame around it.
    """
    return f"{archive}2id_/{url}"


def may_help(error: BotError) -> bool:
    """Whether a copy may show what could not be read.

    An archive learns no address of a private network: it has no copy of what is there.
    """
    barred = isinstance(error, _GONE) or (isinstance(error, NoArticle) and error.reason in _WALLS)
    return barred and not _is_inner(str(error.details.get("url") or ""))


def _is_inner(url: str) -> bool:
    """Whether an address leads nowhere but in a network of one's own, which operators can open to links."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return bool(host) and ("." not in host or host.endswith(_INNER))


def made_on(url: str | None, archive: str = WAYBACK) -> date | None:
    """When the copy was made that an address names; None for what is no copy of that archive."""
    if url is None or not url.startswith(archive):
        return None
    stamp = _COPY.match(url, len(archive))
    if stamp is None:
        return None
    try:
        return datetime.strptime(stamp[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
