"""The one rule about what may be reached: the public web, and the networks that the operator names.

It is checked three times. On the link, for a clear answer at once; on what a name resolves to; and on the
address that a socket is about to connect to, which is the guarantee: nothing between the check and the
connection can change it.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from yarl import URL

from bot.core.errors import AddressRefusedError, NotALinkError
from bot.sources.addresses.link_syntax import dotted_quad, take_apart
from bot.sources.addresses.networks import (
    METADATA,
    METADATA_NAMES,
    Address,
    Network,
    inner_addresses,
    is_public,
)

# What web servers are found on. Any other would make the bot a port scanner for strangers.
PORTS = frozenset((80, 443, 8000, 8080, 8443))


class Guard:
    """Decides about links, names and addresses.

    `allow_networks` are CIDRs that may be reached besides the public web, there on any port. NAT64's
    64:ff9b::/96 in it is the switch for hosts that have IPv6 only: the IPv4 address inside is then judged
    instead. `allow_sites` are single addresses with the one port that may be reached there.
    """

    def __init__(
        self, allow_networks: Iterable[Network | str] = (), allow_sites: Iterable[tuple[str, int]] = ()
    ) -> None:
        self._own: tuple[Network, ...] = tuple(ip_network(network) for network in allow_networks)
        self._sites = frozenset((ip_address(host), port) for host, port in allow_sites)
        self._ports = PORTS | {port for _, port in self._sites}
        self.has_own = bool(self._own)

    def check_link(self, link: str) -> URL:
        """The link, taken apart and put together again so that every parser reads it alike.

        Raises NotALinkError for what is none, AddressRefusedError for one that must not be opened.
        """
        scheme, host, port, rest = take_apart(link)
        authority = f"[{host}]" if ":" in host else host
        try:
            url = URL(f"{scheme}://{authority}:{port}{rest}")
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
            permitted = host.rstrip(".") not in METADATA_NAMES and (port in self._ports or self.has_own)
        if not permitted:
            raise AddressRefusedError(url=link)

    def permits(self, address: Address, port: int) -> bool:
        """Whether a connection to this address and port may be made."""
        if self.is_own(address) or (address, port) in self._sites:
            return True
        return is_public(address) and port in PORTS

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


def _literal(host: str) -> Address | None:
    return IPv6Address(host) if ":" in host else dotted_quad(host)
