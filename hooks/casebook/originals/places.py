"""Web addresses as places that may be asked: http and https, on public hosts, nothing else."""

import ipaddress
import re
import socket
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_HOST = re.compile(r"[0-9A-Za-z.:_%-]*")
_UNICAST = ipaddress.ip_network("2000::/3")
"""All that was ever given out of the addresses of version 6: the others are of one site, or old."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST = 4000

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(Exception):  # noqa: N818 - what we do not ask is no error of ours
    """An address that is not asked; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request goes."""

    is_secure: bool
    host: str
    port: int
    target: str
    """Path and query."""

    @property
    def authority(self) -> str:
        """Host and port, as the header Host has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = _PORTS["https" if self.is_secure else "http"]
        return host if self.port == usual else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{'https' if self.is_secure else 'http'}://{self.authority}{self.target}"


def parse_place(url: str) -> Place:
    """Return the place that an address names; Refused when it is not one to ask."""
    if len(url) > _LONGEST:
        raise Refused("its address is too long")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host if _HOST.fullmatch(host) else host.encode("idna").decode("ascii")
    except ValueError:
        raise Refused("its address cannot be read") from None
    if not _HOST.fullmatch(host):
        raise Refused("its address cannot be read")
    if parts.scheme not in _PORTS:
        raise Refused(f"{parts.scheme or 'no scheme'}: is neither http nor https")
    if not host or "@" in parts.netloc or port == 0:
        raise Refused("its address names no host, or somebody's password")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    is_secure = parts.scheme == "https"
    return Place(is_secure, host, port or _PORTS[parts.scheme], quote(target, safe=_KEPT))


def follow(place: Place, location: str) -> Place:
    """Return where a redirect leads; Refused when it leads where we do not go."""
    with suppress(UnicodeError):
        # Headers arrive as Latin-1; servers that write UTF-8 in them mean UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        joined = urljoin(place.url, location.strip())
    except ValueError:
        raise Refused("it is redirected to an address that cannot be read") from None
    try:
        target = parse_place(joined)
    except Refused as refused:
        raise Refused(f"it is redirected, and {refused}") from None
    if place.is_secure and not target.is_secure:
        raise Refused("it is redirected from https to http")
    return target


def resolve(place: Place, *, allow_loopback: bool) -> list[str]:
    """Return the numeric addresses of a host that may be asked; Refused when there are none.

    Connecting to one of these, and not to the name again, keeps a name from meaning another
    machine a moment later.
    """
    try:
        found = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Refused(f"no host {place.host} is known") from None
    numeric = list(dict.fromkeys(str(each[4][0]).partition("%")[0] for each in found))
    public = [each for each in numeric if _may_be_asked(each, allow_loopback=allow_loopback)]
    if not public:
        raise Refused(f"{place.host} is no public host")
    return public


def _may_be_asked(numeric: str, *, allow_loopback: bool) -> bool:
    address = _inner(ipaddress.ip_address(numeric))
    if address.is_loopback:
        return allow_loopback
    is_given = isinstance(address, ipaddress.IPv4Address) or address in _UNICAST
    return is_given and address.is_global and not address.is_multicast


def _inner(address: Address) -> Address:
    """Return the IPv4 address that an IPv6 address stands for, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
