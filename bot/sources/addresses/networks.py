"""Which addresses are part of the public internet: an own table.

`ipaddress.is_global` changes with every patch release of Python, and in 3.11.7 takes 86 of 203 addresses
that reach inward for public ones (NAT64, 6to4, IPv4-compatible, multicast and others).

Sources: IANA's special-purpose and address-space registries for IPv4 and IPv6 (read 2026-09), RFC 3879
(fec0::/10), and the cloud providers' documentation for what is public by number and internal by use.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

NOT_PUBLIC_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this host; Linux connects 0.0.0.0 to loopback
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # carriers' NAT; Alibaba's metadata, Tailscale
            "127.0.0.0/8",  # loopback
            "168.63.129.16/32",  # Azure's host agent: a public number, but internal on every machine there
            "169.254.0.0/16",  # link-local; most clouds' metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments; Oracle's metadata
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112, anycast: never a page
            "192.52.193.0/24",  # AMT relays, anycast: never a page
            "192.88.99.0/24",  # 6to4 relays, deprecated
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # AS112, anycast: never a page
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, with broadcast
        ),
    )
)

# Everything outside is no global unicast: loopback, mapped and translated IPv4, unique local, link-local,
# multicast …
GLOBAL_V6 = IPv6Network("2000::/3")
NOT_PUBLIC_V6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks, anycast services
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: leads to the IPv4 address inside
            "2620:4f:8000::/48",  # AS112, anycast: never a page
            "3fff::/20",  # documentation
        ),
    )
)

# What leads to the IPv4 address in its last four bytes.
_LAST_FOUR = tuple(
    map(
        IPv6Network,
        (
            "::/96",  # IPv4-compatible, deprecated (RFC 4291)
            "::ffff:0:0/96",  # mapped
            "::ffff:0:0:0/96",  # translated (RFC 7915)
            "64:ff9b::/96",  # NAT64 (RFC 6052)
            "64:ff9b:1::/48",  # NAT64 of a local network (RFC 8215), in its most common form
        ),
    )
)
_ISATAP = frozenset((0x0000_5EFE, 0x0200_5EFE))  # RFC 5214: what stands before the IPv4 address

# Never reached, not even in a network that the operator allowed: they hand out the keys to the operator's
# account.
METADATA: frozenset[Address] = frozenset(
    (
        IPv4Address("100.100.100.200"),  # Alibaba
        IPv4Address("168.63.129.16"),  # Azure
        IPv4Address("169.254.169.254"),  # AWS, Google, Azure, OpenStack, DigitalOcean, Hetzner
        IPv4Address("169.254.0.23"),  # Tencent
        IPv4Address("169.254.42.42"),  # Scaleway
        IPv4Address("169.254.170.2"),  # AWS ECS: the task's credentials
        IPv4Address("169.254.170.23"),  # AWS EKS: the pod's credentials
        IPv4Address("192.0.0.192"),  # Oracle
        IPv6Address("fd00:ec2::254"),  # AWS
        IPv6Address("fd00:ec2::23"),  # AWS EKS
        IPv6Address("fd00:42::42"),  # Scaleway
        IPv6Address("fd00:a9fe:a9fe::1"),  # Linode
        IPv6Address("fd20:ce::254"),  # Google
        IPv6Address("fe80::a9fe:a9fe"),  # OpenStack
    )
)

# The same by name: some lead to an address of the public internet that answers inside only.
METADATA_NAMES = frozenset(
    (
        "instance-data",
        "instance-data.ec2.internal",
        "metadata",
        "metadata.azure.internal",
        "metadata.google.internal",
        "metadata.goog",
        "metadata.packet.net",
        "metadata.platformequinix.com",
        "metadata.tencentyun.com",
        "metadata.hetzner.cloud",
        "rancher-metadata",
    )
)


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, and could hold a page."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_V4)
    return address in GLOBAL_V6 and not any(address in network for network in NOT_PUBLIC_V6)


def inner_addresses(address: Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for or leads through.

    Mapped, compatible, translated, NAT64, 6to4, ISATAP; Teredo has two, its server's and its client's.
    """
    if isinstance(address, IPv4Address):
        return ()
    number = int(address)
    if address.teredo is not None:
        return address.teredo
    if address.sixtofour is not None:
        return (address.sixtofour,)
    ends_in_v4 = any(address in network for network in _LAST_FOUR) or number >> 32 & 0xFFFFFFFF in _ISATAP
    # ::1 and :: are themselves, not 0.0.0.1 and 0.0.0.0.
    return (IPv4Address(number & 0xFFFFFFFF),) if ends_in_v4 and number > 1 else ()
