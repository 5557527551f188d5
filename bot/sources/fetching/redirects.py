"""Where an answer leads: Location headers, and pages that send one on by themselves."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin

from yarl import URL

from bot.core.errors import NotALinkError
from bot.core.links import clean_url

MAX_REDIRECTS = 5
MAX_REFRESHES = 2  # of them by the page itself

# A refresh with a longer delay reloads a live page; one that sends people on is at once.
LONGEST_DELAY_S = 5
_HEAD_BYTES = 65_536
_HIDDEN = re.compile(rb"<(!--|script\b|noscript\b|style\b|template\b)", re.IGNORECASE)
_META = re.compile(rb"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_EQUIV = re.compile(rb"http-equiv\s{0,9}=\s{0,9}[\"']?refresh\b", re.IGNORECASE)
_CONTENT = re.compile(
    rb"\bcontent\s{0,9}=\s{0,9}[\"']\s{0,9}([0-9]{1,4})(?:\.[0-9]{0,4})?\s{0,9}[;,]\s{0,9}"
    rb"(?:url\s{0,9}=\s{0,9})?([^\"<>]{1,1900})",
    re.IGNORECASE,
)
_PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))


@dataclass(slots=True)
class Trail:
    """The way from a link over redirects to where it leads."""

    key: str  # the link, cleaned
    url: URL  # where the way has come to; the link itself at first
    seen: set[URL] = field(init=False)
    _settled: URL = field(init=False)  # where the link leads for good, as far as that was said
    _hops: int = 0
    _refreshes: int = 0

    def __post_init__(self) -> None:
        self._settled = self.url
        self.seen = {self.url}

    @property
    def may_refresh(self) -> bool:
        """Whether a page may send on once more."""
        return self._refreshes < MAX_REFRESHES and self._hops < MAX_REDIRECTS

    @property
    def moved_to(self) -> str | None:
        """The address that permanent redirects alone gave, cleaned; None where it is the link's own."""
        address = clean_url(str(self._settled))
        return address if address != self.key else None

    def go_on(self, target: URL, *, refreshed: bool, for_good: bool) -> None:
        """Take one step: by the page itself (`refreshed`), or by its server, maybe `for_good`."""
        if for_good and self._settled == self.url:
            self._settled = target
        self.url = target
        self.seen.add(target)
        self._hops += 1
        self._refreshes += refreshed


def join(url: URL, location: str) -> str:
    """The address that a Location header or a refresh means, seen from `url`.

    Servers put raw bytes there, which aiohttp hands on as surrogates: UTF-8 mostly, else they are
    percent-encoded. Raises NotALinkError for what is no address.
    """
    raw = location.strip().encode("utf-8", "surrogateescape")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = quote(raw, safe=_PRINTABLE)
    try:
        return urljoin(str(url), text)
    except ValueError as error:  # half an IPv6 address, or letters that turn into slashes
        raise NotALinkError(url=text) from error


def refresh_target(body: bytes) -> str | None:
    """Where a page sends its readers on to within seconds; None where it doesn't.

    Not where scripts are off (`noscript`): pages that ask for scripts send readers to a page which says so.
    """
    head = body[:_HEAD_BYTES]
    if not _EQUIV.search(head):
        return None
    for tag in _META.finditer(_shown(head)):
        if not _EQUIV.search(tag.group()):
            continue
        found = _CONTENT.search(tag.group())
        if found is not None and int(found[1]) <= LONGEST_DELAY_S:
            return html.unescape(found[2].decode("utf-8", "replace")).strip().strip("'\"") or None
    return None


def _shown(head: bytes) -> bytes:
    """Markup without what no reader is shown. In one pass, for it runs in the event loop."""
    lowered, shown, position = head.lower(), [], 0
    while (hidden := _HIDDEN.search(head, position)) is not None:
        shown.append(head[position : hidden.start()])
        name = hidden[1].lower()
        end = b"-->" if name == b"!--" else b"</" + name
        position = lowered.find(end, hidden.end())
        if position < 0:  # it hides all the rest
            return b"".join(shown)
        position += len(end)
    return b"".join((*shown, head[position:]))
