"""Four authorities in network namespaces of their own, and somebody who watches what they call final."""

from __future__ import annotations

import http.client
import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from support.network import NAMES, Author, Network, slot_of, start_together
from support.node import RpcError

from .cables import Cables, Socket

AUTHORS = 4
# A node beside the four that some tests start.
GUEST = AUTHORS
RPC_PORT, P2P_PORT = 9944, 30333
# For states that come in seconds, on machines that do much else meanwhile.
PATIENCE = 240.0
UNREACHABLE = (OSError, http.client.HTTPException, ValueError, RpcError)
ACCOUNTS = "0x26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"  # System.Account


def wait_for(condition: Callable[[], object], what: str, nodes: Sequence[Author] = ()) -> None:
    """Until the condition holds. A node that does not answer is asked again."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            if condition():
                return
            why = ""
        except UNREACHABLE as error:
            why = f" ({error!r})"
        if time.monotonic() > deadline:
            logs = "\n".join(f"{node.name}:\n{node.log_tail(12)}" for node in nodes)
            raise AssertionError(f"not {what} after {PATIENCE} s{why}\n{logs}")
        time.sleep(0.2)


class Member(Author):
    """An authority in a namespace."""

    def __init__(self, binary: str, folder: Path, spec: Path, index: int, socket: Socket):
        super().__init__(binary, folder, spec, index)
        self.socket = socket
        self.ip, self.host = socket.peers, socket.clients
        self.rpc_port, self.p2p_port = RPC_PORT, P2P_PORT

    def arguments(self) -> list[str]:
        # Only the tests are connected to that address.
        return [*self.socket.command(), *super().arguments(), "--unsafe-rpc-external", "--rpc-cors", "all"]

    def freeze(self) -> None:
        """Stops it where it is, connections open, as a machine that hangs."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def panics(self) -> int:
        # Who finds the slot taken, by somebody with the same key, is told so by a panic of the runtime.
        return super().panics() - self.log().count("Slot must increase")

    def memory(self, what: str) -> int:
        """Bytes of memory that it holds (`VmRSS`) or held at most (`VmHWM`)."""
        status = self._proc("status").read_text()
        [line] = [line for line in status.splitlines() if line.startswith(f"{what}:")]
        return int(line.split()[1]) * 1024

    def forget_peak(self) -> None:
        """Lets `VmHWM` begin anew (proc(5), clear_refs)."""
        self._proc("clear_refs").write_text("5")

    def _proc(self, name: str) -> Path:
        return Path(f"/proc/{self.process.pid}/{name}")

    def accounts(self, block_hash: str) -> dict[str, str]:
        """All accounts with their balances, from its own database."""
        keys: list[str] = []
        while page := self.rpc("state_getKeysPaged", [ACCOUNTS, 500, keys[-1] if keys else None, block_hash]):
            keys += page
        [found] = self.rpc("state_queryStorageAt", [keys, block_hash])
        return dict(found["changes"])


class Witness:
    """Asks every node over and over what is final: no height may ever have two answers, and within one
    life of a node none may be lower than the one before."""

    def __init__(self, nodes: Sequence[Member]):
        self.final: dict[int, str] = {}
        self.last: dict[Member, int] = {}
        self.wrong: list[str] = []
        self._lock, self._end = threading.Lock(), threading.Event()
        self._threads = [threading.Thread(target=self._watch, args=(node,), daemon=True) for node in nodes]

    def __enter__(self) -> "Witness":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exc) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def reborn(self, node: Member) -> int:
        """Forgets how far a node was that has been killed; returns it."""
        with self._lock:
            return self.last.pop(node, 0)

    def _watch(self, node: Member) -> None:
        while not self._end.wait(0.25):
            process = node.process
            try:
                head = node.rpc("chain_getFinalizedHead")
                number = int(node.rpc("chain_getHeader", [head])["number"], 16)
            except (*UNREACHABLE, TypeError):
                continue
            if process is node.process:
                self._heard(node, number, head)

    def _heard(self, node: Member, number: int, head: str) -> None:
        with self._lock:
            if self.final.setdefault(number, head) != head:
                self.wrong.append(f"{number} is {self.final[number]}, and {head} at {node.name}")
            if number < self.last.get(node, 0):
                self.wrong.append(f"{node.name} went back from {self.last[node]} to {number}")
            self.last[node] = number

    def check(self, nodes: Sequence[Member]) -> None:
        """Whatever was ever called final is on the chain of each."""
        with self._lock:
            wrong, final = list(self.wrong), sorted(self.final.items())
        assert not wrong, wrong
        for node in nodes:
            hashes = node.batch("chain_getBlockHash", [[number] for number, _ in final])
            assert hashes == [block_hash for _, block_hash in final], node.name


class Isolated(Network):
    """Use as a context manager. Methods take indices of authors, or of all if none."""

    def __init__(self, binary: str, folder: Path, cables: Cables):
        self.cables = cables
        super().__init__(binary, folder, AUTHORS)

    def author(self, binary: str, spec: Path, index: int, flags: tuple) -> Member:
        return Member(binary, self.place(NAMES[index]), spec, index, self.cables.sockets[index])

    def twin(self, index: int) -> Member:
        """Another node with the keys of an author, not started yet."""
        original = self.authors[index]
        twin = Member(original.binary, self.place("twin"), original.spec, index, self.cables.sockets[GUEST])
        twin.node_key = bytes([GUEST + 1] * 32).hex()
        twin.boot_nodes = tuple(node.address() for node in self.authors)
        return twin

    def members(self, indices: Sequence[int] = ()) -> list[Member]:
        return [self.authors[index] for index in indices or range(AUTHORS)]

    def height(self, *indices: int) -> int:
        return max(node.height() for node in self.members(indices))

    def grow(self, blocks: int, *indices: int) -> int:
        """Until each has so many more blocks, final or not; returns the height of the least."""
        nodes, since = self.members(indices), self.height(*indices)
        wait_for(lambda: min(n.height() for n in nodes) >= since + blocks, f"{blocks} blocks later", nodes)
        return min(node.height() for node in nodes)

    def finalize(self, blocks: int, *indices: int) -> int:
        """Until so many blocks that were not there yet are final for each; returns the last of them."""
        nodes, since = self.members(indices), self.height(*indices)
        wait_for(lambda: min(n.final() for n in nodes) >= since + blocks, f"{blocks} blocks later final", nodes)
        return since + blocks

    def authors_of(self, first: int, last: int) -> set[int]:
        """Who made the blocks between two heights, both included, as the first author has them."""
        return {self.author_of(number) for number in range(first, last + 1)}

    def takes_part(self, index: int) -> None:
        """Until a new block of this author is final for all."""
        first = self.height() + 1

        def found() -> bool:
            last = min(node.final() for node in self.authors)
            return last >= first and index in self.authors_of(max(first, last - 2 * AUTHORS), last)

        wait_for(found, f"making blocks: {self.authors[index].name}", self.authors)

    def agree(self) -> None:
        """Until all finalize again, the same chain, on which they have the same accounts."""
        number = self.finalize(2)
        hashes = {node.rpc("chain_getBlockHash", [number]) for node in self.authors}
        assert len(hashes) == 1, hashes
        [block_hash] = hashes
        first, *others = [node.accounts(block_hash) for node in self.authors]
        assert first and all(other == first for other in others)

    def restore(self) -> None:
        """Undoes whatever a test has done."""
        self.cables.join()
        down = []
        for node in self.authors:
            if node.process is not None and node.process.poll() is None and not node.environment:
                node.thaw()
            else:
                node.environment.clear()
                node.kill()
                down.append(node)
        start_together(down)

    def slots_for_blocks(self, first: int, last: int) -> float:
        """How many slots it took to make a block, on average of those between two heights."""
        node = self.authors[0]
        return (slot_of(node, last) - slot_of(node, first)) / (last - first)
