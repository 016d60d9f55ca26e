"""Clients that ask too much, and how the network bears it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .isolated import UNREACHABLE, Isolated, Member

# Blocks that have to come, and become final, meanwhile.
BLOCKS = 24
# Slots for a block, on average, where one would do: nodes and clients share one machine here.
SLOTS = 10
MIB = 1 << 20


class Flood:
    """Use as a context manager: meanwhile, some threads do something again and again."""

    def __init__(self, action: Callable[[], object], threads: int):
        self.action = action
        self.done = 0
        self._end = threading.Event()
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(threads)]

    def __enter__(self) -> "Flood":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exc) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while not self._end.is_set():
            try:
                self.action()
                self.done += 1
            except UNREACHABLE:
                # Refused, which is as good an answer as any.
                continue


@contextmanager
def borne(network: Isolated, node: Member, growth: int) -> Iterator[None]:
    """Around the start of something: while it lasts blocks come and become final, also those of the node
    that bears it, which takes no more than so many MiB for it."""
    node.forget_peak()
    before, first = node.memory("VmRSS"), network.height() + 1
    yield
    last = network.finalize(BLOCKS)
    needed = network.slots_for_blocks(first, last)
    assert needed <= SLOTS, f"{needed} slots for a block"
    network.takes_part(network.authors.index(node))
    grown = (node.memory("VmHWM") - before) // MIB
    print(f"at most {grown} MiB more, {needed:.2f} slots for a block", flush=True)
    assert grown <= growth, f"{grown} MiB more"
