"""Other versions of an article that its page links: AMP, and for printing. They often have no wall."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from bot.sources.charset import decode
from bot.sources.markup import parse

MOST = 3  # addresses
_MOST_LINKS = 3_000  # looked at
_PRINT_TEXT = re.compile(
    r"^(?:print|printer[- ]friendly|print(?:able)? (?:version|view|page|this|article)|drucken|druckversion"
    r"|artikel drucken|imprimer|version imprimable|imprimir|versión para imprimir|stampa|afdrukken|drukuj"
    r"|версия для печати|печать|распечатать|印刷|打印)\W*$",
    re.IGNORECASE,
)
_PRINT_ADDRESS = re.compile(
    r"[/?&._-](?:print|printable|printversion|druck(?:version)?)(?:[/=&._-]|$)", re.IGNORECASE
)


def alternates(html: bytes | str, url: str) -> tuple[str, ...]:
    """Addresses of the same article in another dress, at most three, the AMP version first.

    Only http and https, only the page's own host or one beside it (amp.example.org for www.example.org),
    never the page itself. Raises TooComplexError like `extract`.
    """
    root = parse(decode(html) if isinstance(html, bytes) else html)
    return () if root is None else linked_versions(root, url)


def linked_versions(root: Any, url: str | None) -> tuple[str, ...]:
    """The same for a tree; nothing without an address to resolve links by."""
    if not url:
        return ()
    found = (_resolved(href, url) for href in _hrefs(root))
    wanted = dict.fromkeys(address for address in found if address and _is_near(address, url))
    wanted.pop(urldefrag(url)[0], None)
    return tuple(islice(wanted, MOST))


def _hrefs(root: Any) -> Iterator[str]:
    links = list(islice(root.iter("link"), _MOST_LINKS))
    for link in links:
        if "amphtml" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""
    for link in links:
        alternate = "alternate" in (link.get("rel") or "").lower().split()
        if alternate and (link.get("media") or "").strip().lower() == "print":
            yield link.get("href") or ""
    for anchor in islice(root.iter("a"), _MOST_LINKS):
        href = anchor.get("href") or ""
        said = anchor.get("title") or anchor.get("aria-label") or "".join(islice(anchor.itertext(), 8))
        if _PRINT_ADDRESS.search(href) and (_PRINT_TEXT.match(said.strip()) or "print" in _rel(anchor)):
            yield href


def _rel(element: Any) -> str:
    return f"{element.get('rel') or ''} {element.get('class') or ''}".lower()


def _resolved(href: str, url: str) -> str | None:
    try:
        address = urldefrag(urljoin(url, href.strip()))[0]
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return address if host and address.startswith(("http://", "https://")) else None


def _is_near(address: str, url: str) -> bool:
    """Whether two hosts are the same, or one is the other's with a first label more or another one."""
    hosts = [(urlsplit(one).hostname or "").removeprefix("www.") for one in (address, url)]
    if hosts[0] == hosts[1]:
        return True
    tails = [host.split(".", 1)[-1] for host in hosts]
    return (hosts[0].endswith("." + hosts[1]) or hosts[1].endswith("." + hosts[0])) or (
        tails[0] == tails[1] and tails[0].count(".") >= 1
    )
