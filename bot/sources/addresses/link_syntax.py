"""A link taken apart so strictly that every parser after this one finds the same host in it."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NamedTuple
from unicodedata import category

import idna

from bot.core.errors import AddressRefusedError, NotALinkError

SCHEMES = {"http": 80, "https": 443}
MAX_LINK = 8_000  # characters; servers refuse longer ones (RFC 9110, 4.1)
MAX_HOST = 254  # characters of a name in the DNS, and so at most as many in another script

_LINK = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\]*)(.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_AUTHORITY = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NO_LETTERS = frozenset(("Cc", "Co", "Cs", "Zl", "Zp", "Zs"))  # Unicode's controls, blanks and private ones
_HEXADECIMAL = re.compile(r"0x[0-9a-f]*")


class LinkParts(NamedTuple):
    """What a link is made of."""

    scheme: str  # http or https
    host: str  # ASCII, lower case; an IPv6 address without its brackets
    port: int
    rest: str  # path, query and fragment


def take_apart(link: str) -> LinkParts:
    """The parts of a link. Raises NotALinkError, AddressRefusedError.

    Where browsers and libraries disagree about the host (backslashes, blanks, several @), it is no link.
    """
    link = link.strip()
    match = _LINK.fullmatch(link)
    if match is None or len(link) > MAX_LINK:
        raise NotALinkError(url=link[:MAX_LINK])
    scheme, authority, rest = match[1].lower(), match[2], match[3]
    if scheme not in SCHEMES:
        raise NotALinkError(url=link)
    if "@" in authority:  # would be sent as a password to whoever is there
        raise AddressRefusedError(url=link)
    found = _AUTHORITY.fullmatch(authority)
    if found is None or _CONTROL.search(authority) or rest.startswith("\\") or not _is_sendable(rest):
        raise NotALinkError(url=link)
    host = _ascii_host(found[1], link)
    port = int(found[2]) if found[2] else SCHEMES[scheme]
    if not 0 < port < 2**16:
        raise NotALinkError(url=link)
    return LinkParts(scheme, host, port, rest.replace("\\", "%5C"))


def _is_sendable(rest: str) -> bool:
    """Whether path and query can be sent: no control characters, no halves of surrogate pairs."""
    try:
        rest.encode()
    except UnicodeEncodeError:
        return False
    return not re.search(r"[\x00-\x1f\x7f]", rest)


def _ascii_host(host: str, link: str) -> str:
    """The host as it is looked up, or an address in its standard form. Raises NotALinkError."""
    if host.startswith("["):
        if "%" in host:  # with an interface
            raise NotALinkError(url=link)
        try:
            return str(IPv6Address(host[1:-1]))
        except AddressValueError as error:
            raise NotALinkError(url=link) from error
    if len(host) > MAX_HOST:  # mapping a longer one would take a while
        raise NotALinkError(url=link)
    try:
        name = _to_ascii(host)
    except UnicodeError as error:
        raise NotALinkError(url=link) from error
    labels = name.removesuffix(".").split(".")
    if len(name) > MAX_HOST or not all(_is_label(label) for label in labels):
        raise NotALinkError(url=link)
    if _is_numeric(labels[-1]) and dotted_quad(name) is None:
        raise NotALinkError(url=link)
    return name


def _to_ascii(host: str) -> str:
    """Letters of other scripts as browsers send them (UTS 46), and what those leave out by older rules."""
    try:
        return idna.encode(host, uts46=True, std3_rules=False).decode("ascii")
    except idna.IDNAError:
        return host.encode("idna").decode("ascii").lower()


def _is_label(label: str) -> bool:
    if not _LABEL.fullmatch(label):
        return False
    if not label.startswith("xn--"):
        return True
    try:
        letters = label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError):
        return False
    return not letters.isascii() and not any(category(letter) in _NO_LETTERS for letter in letters)


def _is_numeric(label: str) -> bool:
    """Whether a last label makes its host a number for some parser (WHATWG URL, "ends in a number")."""
    if label.startswith("xn--"):  # int() takes the digits of every script
        return label[4:].encode("ascii").decode("punycode").isdecimal()
    return label.isdecimal() or _HEXADECIMAL.fullmatch(label) is not None


def dotted_quad(name: str) -> IPv4Address | None:
    """The address that a name is, if it is one."""
    try:
        return IPv4Address(name)  # strict: four decimal numbers, no leading zeros
    except AddressValueError:
        return None
