"""Network namespaces, one for each node, with a cable each to a switch that tests can part in two.

Each node also has a cable to the tests, its clients, which stays whatever happens between them.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass

# Addresses for tests of networks (RFC 2544), which nothing else uses.
CLIENTS = "198.18"
PEERS = "198.19.0"
MISSING = (
    "network namespaces are not available here ({}): run scripts/test.sh network, which makes some "
    "without being root, or run as root, with the package iproute2"
)


@dataclass(frozen=True)
class Socket:
    """Where a node runs: its namespace, its address for its peers, and that for its clients, who have two
    addresses, one for those who do no harm."""

    namespace: str
    peers: str
    clients: str
    friend: str
    stranger: str

    def command(self) -> list[str]:
        """What starts a program there, in the same process."""
        return ["nsenter", f"--net=/run/netns/{self.namespace}", "--"]


class Cables:
    """Use as a context manager."""

    def __init__(self, count: int):
        self.prefix = f"sn{os.getpid()}"
        self.switch = f"{self.prefix}s"
        taken = _ip("-oneline", "-4", "address")
        block = next(n for n in range(256) if f" {CLIENTS}.{n}." not in taken)
        self.sockets = [
            Socket(f"{self.prefix}n{i}", f"{PEERS}.{i + 1}", *(f"{CLIENTS}.{block}.{8 * i + k}" for k in (1, 2, 3)))
            for i in range(count)
        ]

    def __enter__(self) -> "Cables":
        try:
            _ip("netns", "add", self.switch)
        except (OSError, RuntimeError) as error:
            raise RuntimeError(MISSING.format(error)) from None
        try:
            for side in ("left", "right"):
                _ip("link", "add", side, "type", "bridge", namespace=self.switch)
                _ip("link", "set", side, "up", namespace=self.switch)
            for index in range(len(self.sockets)):
                self._plug(index)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exc) -> None:
        present = _ip("netns", "list").split()
        for name in (self.switch, *(socket.namespace for socket in self.sockets)):
            if name in present:
                _ip("netns", "delete", name)

    def part(self, *indices: int) -> None:
        """Moves the cables of these to the other side: nothing gets from one side to the other."""
        for index in indices:
            self._connect(index, "right")

    def join(self) -> None:
        """Puts all on one side again."""
        for index in range(len(self.sockets)):
            self._connect(index, "left")

    def _connect(self, index: int, side: str) -> None:
        _ip("link", "set", f"port{index}", "master", side, "up", namespace=self.switch)

    def _plug(self, index: int) -> None:
        socket = self.sockets[index]
        name, port = socket.namespace, f"port{index}"
        _ip("netns", "add", name)
        _ip("link", "set", "lo", "up", namespace=name)
        _ip("link", "add", "peers", "type", "veth", "peer", "name", port, "netns", self.switch, namespace=name)
        _ip("address", "add", f"{socket.peers}/24", "dev", "peers", namespace=name)
        _ip("link", "set", "peers", "up", namespace=name)
        self._connect(index, "left")
        _ip("link", "add", name, "type", "veth", "peer", "name", "clients", "netns", name)
        # The first of two is that of a client which does not say from where it connects.
        for address in (socket.friend, socket.stranger):
            _ip("address", "add", f"{address}/29", "dev", name)
        _ip("link", "set", name, "up")
        _ip("address", "add", f"{socket.clients}/29", "dev", "clients", namespace=name)
        _ip("link", "set", "clients", "up", namespace=name)


def _ip(*arguments: str, namespace: str | None = None) -> str:
    command = ["ip", *(("-netns", namespace) if namespace else ()), *arguments]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(f"'{' '.join(command)}': {result.stderr.strip()}")
    return result.stdout
