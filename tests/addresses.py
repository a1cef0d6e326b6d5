"""Addresses on this machine for servers that are other processes."""

import random
import socket

_PORTS = range(20_000, 30_000)
"""Below those that systems give to whoever asks for any: a browser or another test might get one
of them before the server has begun."""


def free_address() -> str:
    """Return a host and a port that nobody listens on."""
    while True:
        port = random.choice(_PORTS)
        with socket.socket() as free:
            try:
                free.bind(("127.0.0.1", port))
            except OSError:
                continue  # somebody does
        return f"127.0.0.1:{port}"
