"""How pulling behaves towards other people's servers, and what it puts up with from them."""

from dataclasses import dataclass

LARGEST = 100_000_000
"""Bytes: what the importer takes; a scan of three hundred pages has less."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Limits of one pull. Times are in seconds."""

    agent: str
    """The User-Agent: who asks, and the page that says why."""
    pause: float = 2.0
    """Between two requests to one host."""
    connect: float = 10.0
    read: float = 30.0
    """Without a byte."""
    total: float = 600.0
    """For one original, redirects and repetitions included."""
    longest_wait: float = 60.0
    """When a server names the time after which to come back; what is longer is left for later."""
    attempts: int = 3
    redirects: int = 5
    largest: int = LARGEST
    allow_loopback: bool = False
    """Whether this machine itself may be asked; only tests want that."""
