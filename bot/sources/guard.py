"""The one rule about what may be reached: the public web, and the networks that the operator names.

It is checked three times. On the link, for a clear answer at once; on what a name resolves to; and on the
address that a socket is about to connect to, which is the guarantee: nothing between the check and the
connection can change it.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import socket
import threading
from collections.abc import Callable, Iterable
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from unicodedata import category

import idna
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.core.errors import AddressRefusedError, HostUnreachableError, NotALinkError
from bot.sources.fetching.networks import (
    METADATA,
    METADATA_NAMES,
    Address,
    Network,
    inner_addresses,
    is_public,
)

SCHEMES = {"http": 80, "https": 443}
# What web servers are found on. Any other would make the bot a port scanner for strangers.
PORTS = frozenset((80, 443, 8000, 8080, 8443))
MAX_LINK = 8_000  # characters; servers refuse longer ones (RFC 9110, 4.1)
MAX_HOST = 254  # characters of a name in the DNS, and so at most as many in another script
RESOLVE_S = 5.0
ANSWERS_TRIED = 2  # of each family; a name with a thousand addresses is not worth a thousand tries

_LINK = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#\\]*)(.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_PLACE = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?")
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NO_LETTERS = frozenset(("Cc", "Co", "Cs", "Zl", "Zp", "Zs"))  # Unicode's controls, blanks and private ones
_HEXADECIMAL = re.compile(r"0x[0-9a-f]*")


class Guard:
    """Decides about links, names and addresses.

    `allow_networks` are CIDRs that may be reached besides the public web, there on any port. NAT64's
    64:ff9b::/96 in it is the switch for hosts that have IPv6 only: the IPv4 address inside is then judged
    instead.
    """

    def __init__(self, allow_networks: Iterable[Network | str] = ()) -> None:
        self._own: tuple[Network, ...] = tuple(ip_network(network) for network in allow_networks)
        self.has_own = bool(self._own)

    def check_link(self, link: str) -> URL:
        """The link, taken apart and put together again so that every parser reads it alike.

        Raises NotALinkError for what is none, AddressRefusedError for one that must not be opened.
        """
        scheme, host, port, rest = _take_apart(link)
        place = f"[{host}]" if ":" in host else host
        try:
            url = URL(f"{scheme}://{place}:{port}{rest}")
            agrees = url.raw_host == host and url.port == port and not url.raw_user
        except ValueError as error:
            raise NotALinkError(url=link) from error
        if not agrees:
            raise NotALinkError(url=link)
        self._check_host(host, port, link)
        return url

    def _check_host(self, host: str, port: int, link: str) -> None:
        literal = _literal(host)
        if literal is not None:
            permitted = self.permits(literal, port)
        else:
            permitted = host.rstrip(".") not in METADATA_NAMES and (port in PORTS or self.has_own)
        if not permitted:
            raise AddressRefusedError(url=link)

    def permits(self, address: Address, port: int) -> bool:
        """Whether a connection to this address and port may be made."""
        return self.is_own(address) or (is_public(address) and port in PORTS)

    def is_own(self, address: Address) -> bool:
        """Whether an address lies in a network that the operator allowed."""
        if address in METADATA or not any(address in network for network in self._own):
            return False
        return all(is_public(inner) or self.is_own(inner) for inner in inner_addresses(address))

    def open_socket(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket for an address that may be connected to: for aiohttp's TCPConnector(socket_factory=…).

        Raises AddressRefusedError, which is no OSError: aiohttp would go on to the next address after one.
        """
        family, kind, protocol, _, target = info
        address = str(target[0]).partition("%")[0]  # without an interface, which would hide what it is
        if not self.permits(ip_address(address), target[1]):
            raise AddressRefusedError(url=address)
        return socket.socket(family=family, type=kind, proto=protocol)


class GuardedResolver(AbstractResolver):
    """Resolves names for aiohttp; a name with one answer that must not be reached is refused as a whole.

    Using the other answers would let whoever runs the name server try again and again.
    """

    def __init__(self, guard: Guard, resolver: AbstractResolver) -> None:
        self._guard = guard
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a name, IPv4 first: a broken IPv6 route would cost the whole time for connecting.

        Raises AddressRefusedError, HostUnreachableError.
        """
        try:
            async with asyncio.timeout(RESOLVE_S):
                answers = await self._resolver.resolve(host, port, family)
            addresses = {answer["host"]: ip_address(answer["host"].partition("%")[0]) for answer in answers}
        except (OSError, ValueError) as error:  # TimeoutError is an OSError
            raise HostUnreachableError(url=host) from error
        if not answers:  # aiohttp takes for granted that there is one
            raise HostUnreachableError(url=host)
        if not all(self._guard.permits(address, port) for address in addresses.values()):
            raise AddressRefusedError(url=host)
        v4 = [answer for answer in answers if addresses[answer["host"]].version == 4]
        v6 = [answer for answer in answers if addresses[answer["host"]].version == 6]
        return v4[:ANSWERS_TRIED] + v6[:ANSWERS_TRIED]

    async def close(self) -> None:
        await self._resolver.close()


class SystemResolver(AbstractResolver):
    """Asks the operating system, each time in a thread of its own that nobody waits for.

    A name server that never answers holds a thread for up to a minute. In asyncio's executor a few such
    names would stop all others, and hold up the end of the program.
    """

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        infos = await _in_own_thread(
            lambda: socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, 0, socket.AI_ADDRCONFIG)
        )
        return [
            ResolveResult(
                hostname=host,
                host=str(target[0]),
                port=port,
                family=kind,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kind, _, protocol, _, target in infos
            if len(target) == 2 or not target[3]  # an address with a scope is link-local
        ]

    async def close(self) -> None: ...


async def _in_own_thread(work: Callable[[], Any]) -> Any:
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Any] = loop.create_future()

    def settle(result: Any, error: Exception | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)

    def run() -> None:
        result, failure = None, None
        try:
            result = work()
        except (OSError, UnicodeError) as error:
            failure = error if isinstance(error, OSError) else OSError(str(error))
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=run, name="resolver", daemon=True).start()
    return await future


def _take_apart(link: str) -> tuple[str, str, int, str]:
    """Scheme, host (ASCII, lower case), port and the rest. Raises NotALinkError, AddressRefusedError.

    Where browsers and libraries disagree about the host (backslashes, blanks, several @), it is no link.
    """
    link = link.strip()
    match = _LINK.fullmatch(link)
    if match is None or len(link) > MAX_LINK:
        raise NotALinkError(url=link[:MAX_LINK])
    scheme, place, rest = match[1].lower(), match[2], match[3]
    if scheme not in SCHEMES:
        raise NotALinkError(url=link)
    if "@" in place:  # would be sent as a password to whoever is there
        raise AddressRefusedError(url=link)
    found = _PLACE.fullmatch(place)
    if found is None or _CONTROL.search(place) or rest.startswith("\\") or not _is_sendable(rest):
        raise NotALinkError(url=link)
    host = _ascii_host(found[1], link)
    port = int(found[2]) if found[2] else SCHEMES[scheme]
    if not 0 < port < 2**16:
        raise NotALinkError(url=link)
    return scheme, host, port, rest.replace("\\", "%5C")


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
        try:
            return str(IPv6Address(host[1:-1])) if "%" not in host else _no_link(link)
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
    if _is_numeric(labels[-1]) and _dotted_quad(name) is None:
        raise NotALinkError(url=link)
    return name


def _to_ascii(host: str) -> str:
    """Letters of other scripts as browsers send them (UTS 46), and what those leave out by older rules."""
    try:
        return idna.encode(host, uts46=True, std3_rules=False).decode("ascii")
    except idna.IDNAError:
        return host.encode("idna").decode("ascii").lower()


def _no_link(link: str) -> str:
    raise NotALinkError(url=link)


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


def _dotted_quad(name: str) -> IPv4Address | None:
    try:
        return IPv4Address(name)  # strict: four decimal numbers, no leading zeros
    except AddressValueError:
        return None


def _literal(host: str) -> Address | None:
    return IPv6Address(host) if ":" in host else _dotted_quad(host)
