"""Counts the items of state that reads look at, by what a node says at its highest log level."""

from __future__ import annotations

import re
import time

from catalogue import Read, floor
from support.node import Sealed

# One access to state, and its key.
ACCESS = re.compile(rb'state: method="(?:Get|Exists|NextKey|ChildGet)" \S+ key=(\w+)')
# Flags of a node that tells them.
TELLING = ("-lstate=trace",)
# What it says of the call that marks the end.
MARK = re.compile(rb"method=Core_version .*\n")
# Seconds until a call is answered, and the log has what it said, on a busy machine.
PATIENCE = 900.0


class Listener:
    """A node that tells each access to state."""

    def __init__(self, node: Sealed):
        self.node = node
        self.end = 0

    def heard(self, read: Read) -> list[bytes]:
        """Keys that the first asking of a read looks at, in their order."""
        self.skip()
        self.node.post(next(read.requests()).encode(), timeout=PATIENCE)
        return ACCESS.findall(self.skip())

    def skip(self) -> bytes:
        """What the log said since the last time. A call marks the end, as the log comes later."""
        self.node.post(next(floor().requests()).encode(), timeout=PATIENCE)
        deadline = time.monotonic() + PATIENCE
        while True:
            with open(self.node.log_path, "rb") as log:
                log.seek(self.end)
                text = log.read()
            if MARK.search(text):
                self.end += len(text)
                return text
            if time.monotonic() > deadline:
                raise TimeoutError("the log does not tell of a call")
            time.sleep(0.05)


def count_reads(node: Sealed, reads: list[Read]) -> dict[str, tuple[int, int]]:
    """Accesses to state of each read that calls into the runtime, and how many items they look at.
    The node was started with the flags `TELLING`."""
    listener = Listener(node)
    keys = {read.name: listener.heard(read) for read in reads}
    return {name: (len(found), len(set(found))) for name, found in keys.items() if found}
