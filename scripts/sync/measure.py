"""Three ways of getting a chain: from a file, from a peer block by block, and by its last state."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from chains import Chain
from log import TELLING, Import, imports, moment
from nodes import Peer
from root import PATIENCE

# Peers that a warp sync waits for, in the SDK.
WITNESSES = 3
# Logs of the steps of a warp sync.
PROVEN = "Warp sync is complete"
LOADED = "State sync is complete"
ALL = "Block history download is complete"


@dataclass(frozen=True)
class Got:
    """How a chain was got: processor seconds, and the blocks that were executed."""

    cpu: float
    blocks: list[Import]

    @property
    def rate(self) -> float:
        """Blocks a second, from the first begun to the last done."""
        return len(self.blocks) / (self.blocks[-1].ends[-1] - self.blocks[0].begun)


def from_file(binary: str, chain: Chain, folder: Path, flags: tuple = ()) -> Got:
    """`import-blocks`, which leaves the chain in the folder."""
    folder.mkdir()
    log = folder / "import.log"
    place = ("--chain", str(chain.spec), "--base-path", str(folder / "base"))
    command = [binary, "import-blocks", *place, "--binary", str(chain.blocks), *TELLING, *flags]
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file)
        _, status, used = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError(f"import-blocks ended with {status}: {log.read_text(errors='replace')[-2000:]}")
    return Got(used.ru_utime + used.ru_stime, list(imports(log)))


@contextmanager
def serving(binary: str, chain: Chain, base: Path, folder: Path, count: int) -> Iterator[list[Peer]]:
    """Nodes that have a chain and make nothing, each on a copy of `base`."""
    with ExitStack() as stack:
        peers = []
        for number in range(1, count + 1):
            place = folder / f"peer{number}"
            shutil.copytree(base, place / "base")
            peers.append(stack.enter_context(Peer(binary, place, chain.spec, number)))
        yield peers


def cpu_of(peer: Peer) -> float:
    """Processor seconds of a node so far."""
    fields = Path(f"/proc/{peer.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_until(peer: Peer, done) -> None:
    deadline = time.monotonic() + PATIENCE * 4
    while not done():
        if time.monotonic() > deadline or peer.process.poll() is not None:
            raise RuntimeError(f"the chain does not come:\n{peer.log_tail()}")
        time.sleep(0.2)


def follower(binary: str, chain: Chain, folder: Path, peers: list[Peer], flags: tuple) -> Peer:
    """A node without blocks that knows these peers only."""
    place = folder / "follower"
    place.mkdir()
    known = ("--reserved-only", *(flag for peer in peers for flag in ("--reserved-nodes", peer.address())))
    return Peer(binary, place, chain.spec, 9, (*known, *flags))


def from_peer(binary: str, chain: Chain, base: Path, folder: Path) -> Got:
    """A full sync from one peer over loopback."""
    folder.mkdir()
    with serving(binary, chain, base, folder, 1) as peers:
        with follower(binary, chain, folder, peers, TELLING) as node:
            wait_until(node, lambda: node.height() >= chain.length())
            return Got(cpu_of(node), list(imports(node.log_path)))


@dataclass(frozen=True)
class Warped:
    """Seconds of a warp sync from when the node answers: until finality was proven, the last state
    there, all blocks there."""

    proven: float
    loaded: float
    complete: float


def by_state(binary: str, chain: Chain, base: Path, folder: Path) -> Warped:
    """A warp sync from as many peers as it needs."""
    folder.mkdir()
    flags = ("--sync", "warp", "--detailed-log-output", "-lsync=debug")
    with serving(binary, chain, base, folder, WITNESSES) as peers:
        with follower(binary, chain, folder, peers, flags) as node:
            begun = time.time()
            wait_until(node, lambda: ALL in node.log())
            return Warped(*(moment(node.log_path, text) - begun for text in (PROVEN, LOADED, ALL)))
