"""Notes of each block of a chain what it holds: transactions, and epochs of subnets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plan import Size
from root import Root

# Bytes of the number of epochs of a subnet, as it is stored.
WORD = 8


class Record:
    """A line for each block: its number, how many extrinsics it has, and how many epochs it ran."""

    def __init__(self, path: Path, root: Root, size: Size):
        self.path, self.root = path, root
        self.keys = ["0x" + root.storage_key("SubnetEpochIndex", netuid).hex() for netuid in size.netuids]
        self.next = root.best()
        self.epochs = self.epochs_at(self.next)

    def epochs_at(self, number: int) -> int:
        """Epochs that all subnets together have had by a block."""
        block = self.root.rpc("chain_getBlockHash", [number])
        [answer] = self.root.rpc("state_queryStorageAt", [self.keys, block])
        values = (bytes.fromhex(value[2:]) for _, value in answer["changes"] if value)
        return sum(int.from_bytes(value[:WORD], "little") for value in values)

    def follow(self) -> Iterator[int]:
        """Notes the blocks that came, and says their numbers."""
        best = self.root.best()
        with self.path.open("a") as lines:
            while self.next < best:
                self.next += 1
                block = self.root.rpc("chain_getBlockHash", [self.next])
                extrinsics = len(self.root.rpc("chain_getBlock", [block])["block"]["extrinsics"])
                before, self.epochs = self.epochs, self.epochs_at(self.next)
                lines.write(f"{self.next} {extrinsics} {self.epochs - before}\n")
                yield self.next


def read(path: Path) -> dict[int, tuple[int, int]]:
    """Extrinsics and epochs of each block of a record."""
    rows = (map(int, line.split()) for line in path.read_text().splitlines())
    return {number: (extrinsics, epochs) for number, extrinsics, epochs in rows}
