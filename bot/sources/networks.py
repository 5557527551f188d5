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

NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: leads to the IPv4 address in the last four bytes

# Never reached, not even in a network that the operator allowed: they hand out the keys to the operator's
# account.
METADATA: frozenset[Address] = frozenset(
    (
        IPv4Address("100.100.100.200"),  # Alibaba
        IPv4Address("168.63.129.16"),  # Azure
        IPv4Address("169.254.169.254"),  # AWS, Google, Azure, OpenStack, DigitalOcean, Hetzner
        IPv4Address("169.254.170.2"),  # AWS ECS: the task's credentials
        IPv4Address("169.254.170.23"),  # AWS EKS: the pod's credentials
        IPv4Address("192.0.0.192"),  # Oracle
        IPv6Address("fd00:ec2::254"),  # AWS
        IPv6Address("fd00:ec2::23"),  # AWS EKS
        IPv6Address("fd20:ce::254"),  # Google
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
        "rancher-metadata",
    )
)


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet, and could hold a page."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_V4)
    return address in GLOBAL_V6 and not any(address in network for network in NOT_PUBLIC_V6)


def inner_address(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for (mapped, NAT64, 6to4), or None."""
    if isinstance(address, IPv4Address):
        return None
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
