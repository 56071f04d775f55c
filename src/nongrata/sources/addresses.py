"""Which addresses may be fetched: public ones only, whatever a name resolves to."""

from __future__ import annotations

import ipaddress
import socket

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address stands in the last 32 bits
# Machine metadata at an address that is public by its number: Azure's wire server.
_METADATA = frozenset({ipaddress.ip_address("168.63.129.16")})


def resolve(host: str, port: int) -> tuple[Address, ...]:
    """Give every address that a host name has, in the order in which to try them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = (ipaddress.ip_address(str(row[4][0]).partition("%")[0]) for row in found)
    return tuple(dict.fromkeys(addresses))


def is_public(address: Address) -> bool:
    """Be an address of the public internet, not of this machine, its network or its cloud.

    >>> is_public(ipaddress.ip_address("169.254.169.254"))
    False
    """
    inner = _embedded(address)
    if inner is not None:
        return is_public(inner)
    if address in _METADATA or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return address.is_global


def _embedded(address: Address) -> ipaddress.IPv4Address | None:
    """Give the IPv4 address that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
