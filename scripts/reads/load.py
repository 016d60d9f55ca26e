"""Asks a node over WebSocket connections that stay open, one client or many at a time."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from catalogue import Read
from websockets.asyncio.client import ClientConnection, connect

# Answers that are thrown away before one client is timed: they fill the node's caches.
WARM_UP = 3
# Seconds that one client asks for, and the most and fewest times that it does.
ALONE, MOST, FEWEST = 8.0, 300, 5
# Clients that ask at the same time, and for how long.
CLIENTS, TOGETHER = 16, 5.0


@dataclass(frozen=True)
class Figures:
    """What one read took."""

    read: Read
    # Of an answer, as text.
    size: int
    # Seconds from request to answer, of one client alone, in order.
    times: tuple[float, ...]
    # Answers a second, for all clients together.
    rate: float

    def quantile(self, part: float) -> float:
        return self.times[min(len(self.times) - 1, int(part * len(self.times)))]


async def ask(connection: ClientConnection, request: str) -> bytes:
    """One answer, as text. RuntimeError if it is none."""
    await connection.send(request)
    answer = await connection.recv(decode=False)
    # The result of a big answer stands at its end or in its middle: an error is short.
    if len(answer) < 2_000 and b'"error"' in answer:
        raise RuntimeError(f"{request[:200]}: {answer.decode()}")
    return answer


def opened(url: str):
    return connect(url, compression=None, max_size=None, ping_interval=None)


async def alone(url: str, read: Read) -> tuple[int, list[float]]:
    """Size of the largest answer, and how long each took."""
    times, size = [], 0
    requests = read.requests()
    async with opened(url) as connection:
        for _ in range(WARM_UP):
            await ask(connection, next(requests))
        end = time.monotonic() + ALONE
        while len(times) < FEWEST or (len(times) < MOST and time.monotonic() < end):
            request = next(requests)
            begun = time.perf_counter()
            answer = await ask(connection, request)
            times.append(time.perf_counter() - begun)
            size = max(size, len(answer))
    return size, times


async def together(url: str, read: Read) -> float:
    """Answers a second that all clients get. Each asks again when it has its answer."""
    requests = read.requests()

    async def one(connection: ClientConnection, end: float) -> int:
        count = 0
        while time.monotonic() < end:
            await ask(connection, next(requests))
            count += 1
        return count

    connections = [await opened(url) for _ in range(CLIENTS)]
    try:
        begun = time.monotonic()
        counts = await asyncio.gather(*(one(c, begun + TOGETHER) for c in connections))
        # The last answers come after the end: they count, and so does the time until then.
        return sum(counts) / (time.monotonic() - begun)
    finally:
        for connection in connections:
            await connection.close()


async def measure(url: str, read: Read) -> Figures:
    size, times = await alone(url, read)
    rate = await together(url, read)
    return Figures(read, size, tuple(sorted(times)), rate)
