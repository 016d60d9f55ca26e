"""Some authorities of one chain on this machine, each a node process of its own."""

from __future__ import annotations

import json
import time
from pathlib import Path

from .node import Node, free_port, run_binary

NAMES = ("one", "two", "three")
START_TIMEOUT = 90.0


def slot_of(node: Node, number: int) -> int:
    """The slot that a block was made for, as its header says."""
    block = node.rpc("chain_getBlockHash", [number])
    logs = node.rpc("chain_getHeader", [block])["digest"]["logs"]
    [slot] = [log for log in logs if log.startswith("0x0661757261")]  # pre-runtime, "aura"
    return int.from_bytes(bytes.fromhex(slot[-16:]), "little")


class Author(Node):
    """A node that makes blocks as one of the well-known authorities."""

    def __init__(self, binary: str, folder: Path, spec: Path, index: int, flags: tuple = ()):
        super().__init__(binary, folder, extra=flags)
        self.name = NAMES[index]
        self.spec = spec
        self.node_key = bytes([index + 1] * 32).hex()
        self.p2p_port = free_port()
        self.boot_node: str | None = None

    def arguments(self) -> list[str]:
        return [
            self.binary,
            "--chain", str(self.spec),
            f"--{self.name}",
            "--validator",
            "--force-authoring",
            "--base-path", str(self.base_path),
            "--node-key", self.node_key,
            "--listen-addr", f"/ip4/127.0.0.1/tcp/{self.p2p_port}",
            "--allow-private-ip",
            "--rpc-port", str(self.rpc_port),
            "--state-pruning", "archive",
            "--no-prometheus",
            "--no-telemetry",
            "--no-mdns",
            *self.extra,
            *(["--bootnodes", self.boot_node] if self.boot_node else []),
        ]

    def address(self) -> str:
        peer = self.rpc("system_localPeerId")
        return f"/ip4/127.0.0.1/tcp/{self.p2p_port}/p2p/{peer}"


class Network:
    """Use as a context manager: the first authors of preset `local`, finalizing.

    `genesis` has fields of pallets that differ from the preset, `flags` those of each author.
    """

    def __init__(
        self, binary: str, folder: Path, authors: int, *, genesis: dict | None = None, flags: list[tuple] | None = None
    ):
        self.folder = Path(folder)
        spec = self._spec(binary, authors, genesis or {})
        flags = flags or [()] * authors
        self.authors = [
            Author(binary, self._place(index), spec, index, flags[index]) for index in range(authors)
        ]

    def __enter__(self) -> "Network":
        try:
            first, *others = self.authors
            first.start()
            for author in others:
                author.boot_node = first.address()
                author.start()
            self.wait_final(1)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_exc) -> None:
        for author in self.authors:
            author.__exit__()

    def author_of(self, number: int) -> int:
        """Index of the author of a block."""
        return slot_of(self.authors[0], number) % len(self.authors)

    def wait_final(self, lag: int) -> None:
        """Until every author's final block is at most so far behind the best, for the best of them."""
        deadline = time.monotonic() + START_TIMEOUT
        while True:
            best = max(author.height() for author in self.authors)
            if best > 3 and min(author.final() for author in self.authors) >= best - lag - 3:
                return
            assert time.monotonic() < deadline, self.authors[-1].log_tail()
            time.sleep(0.2)

    def _place(self, index: int) -> Path:
        place = self.folder / NAMES[index]
        place.mkdir()
        return place

    def _spec(self, binary: str, authors: int, fields: dict) -> Path:
        made = self.folder / "local.json"
        result = run_binary(binary, "export-chain-spec", "--chain", "local", "--output", str(made))
        assert result.returncode == 0, result.stdout
        spec = json.loads(made.read_text())
        [genesis] = [value for name, value in spec["genesis"]["runtimeGenesis"].items() if name != "code"]
        for pallet in ("aura", "grandpa"):
            genesis[pallet]["authorities"] = genesis[pallet]["authorities"][:authors]
        for pallet, values in fields.items():
            genesis.setdefault(pallet, {}).update(values)
        made.write_text(json.dumps(spec))
        return made
