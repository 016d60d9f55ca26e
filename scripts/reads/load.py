"""Asks a node over connections that stay open: one client, or many at a time."""

from __future__ import annotations

import asyncio
import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass

from catalogue import Read
from support.node import Node
from websockets.asyncio.client import ClientConnection, connect
from websockets.sync.client import connect as connect_alone

# Seconds for which answers are thrown away before a read is timed: each subnet is asked for, so that
# the node has in its caches what one that has run for a while has.
WARM_UP = 3.0
# Seconds that one client asks for, and the most and fewest times that it does.
ALONE, MOST, FEWEST = 3.0, 300, 5
# Clients that ask at the same time, and for how long.
CLIENTS, TOGETHER = 16, 3.0
JSON = {"Content-Type": "application/json"}
# Without what would take the client's time.
PLAIN = {"compression": None, "max_size": None, "ping_interval": None, "open_timeout": None}


@dataclass(frozen=True)
class Figures:
    """What one read took."""

    read: Read
    # Of an answer, as text.
    size: int
    # Seconds from request to answer, of one client alone, in order.
    http: tuple[float, ...]
    web_socket: tuple[float, ...]
    # Answers a second, for all clients together, over WebSocket.
    rate: float


def quantile(times: tuple[float, ...], part: float) -> float:
    return times[min(len(times) - 1, int(part * len(times)))]


def checked(answer: bytes) -> bytes:
    """RuntimeError if an answer is an error, which is short."""
    if len(answer) < 2_000 and b'"error"' in answer:
        raise RuntimeError(answer.decode())
    return answer


def warm_up(read: Read, ask: Callable[[str], bytes]) -> None:
    end = time.monotonic() + WARM_UP
    for request in read.requests():
        checked(ask(request))
        if time.monotonic() > end:
            break


def alone(read: Read, ask: Callable[[str], bytes]) -> tuple[int, tuple[float, ...]]:
    """Size of the largest answer, and how long each took."""
    times, size = [], 0
    requests = read.requests()
    checked(ask(next(requests)))
    end = time.monotonic() + ALONE
    while len(times) < FEWEST or (len(times) < MOST and time.monotonic() < end):
        request = next(requests)
        begun = time.perf_counter()
        answer = ask(request)
        times.append(time.perf_counter() - begun)
        size = max(size, len(checked(answer)))
    return size, tuple(sorted(times))


def over_http(node: Node, read: Read) -> tuple[int, tuple[float, ...]]:
    connection = http.client.HTTPConnection("127.0.0.1", node.rpc_port)

    def ask(request: str) -> bytes:
        connection.request("POST", "/", request, JSON)
        return connection.getresponse().read()

    try:
        warm_up(read, ask)
        return alone(read, ask)
    finally:
        connection.close()


def over_web_socket(node: Node, read: Read) -> tuple[int, tuple[float, ...]]:
    with connect_alone(node.url, **PLAIN) as connection:

        def ask(request: str) -> bytes:
            connection.send(request)
            return connection.recv(decode=False)

        return alone(read, ask)


async def together(url: str, read: Read) -> float:
    """Answers a second that all clients get. Each asks again when it has its answer."""
    requests = read.requests()

    async def one(connection: ClientConnection, end: float) -> int:
        count = 0
        while time.monotonic() < end:
            await connection.send(next(requests))
            checked(await connection.recv(decode=False))
            count += 1
        return count

    connections = [await connect(url, **PLAIN) for _ in range(CLIENTS)]
    try:
        begun = time.monotonic()
        counts = await asyncio.gather(*(one(c, begun + TOGETHER) for c in connections))
        # The last answers come after the end: they count, and so does the time until then.
        return sum(counts) / (time.monotonic() - begun)
    finally:
        for connection in connections:
            await connection.close()


def measure(node: Node, read: Read) -> Figures:
    size, http_times = over_http(node, read)
    _, web_socket_times = over_web_socket(node, read)
    rate = asyncio.run(together(node.url, read))
    return Figures(read, size, http_times, web_socket_times, rate)
