"""Some authorities of one chain on this machine, each a node process of its own."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bittensor.sp_core import Keypair

from .node import Node, free_port, run_binary

# Well-known authorities, as flags of the node name them. Preset `local` has the first three.
NAMES = ("one", "two", "three", "ferdie")
ED25519, SR25519 = 0, 1
START_TIMEOUT = 90.0


def address_of(name: str, scheme: int) -> str:
    """The address of the key with which an authority of that name makes blocks, or finalizes them."""
    return Keypair.create_from_uri(f"//{name.capitalize()}", crypto_type=scheme).ss58_address


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
        self.ip = "127.0.0.1"
        self.p2p_port = free_port()
        self.boot_nodes: tuple[str, ...] = ()

    def arguments(self) -> list[str]:
        return [
            self.binary,
            "--chain", str(self.spec),
            f"--{self.name}",
            "--validator",
            "--force-authoring",
            "--base-path", str(self.base_path),
            "--node-key", self.node_key,
            "--listen-addr", self.listens_on(),
            "--allow-private-ip",
            "--rpc-port", str(self.rpc_port),
            "--state-pruning", "archive",
            "--no-prometheus",
            "--no-telemetry",
            "--no-mdns",
            *self.extra,
            *(["--bootnodes", *self.boot_nodes] if self.boot_nodes else []),
        ]

    def listens_on(self) -> str:
        return f"/ip4/{self.ip}/tcp/{self.p2p_port}"

    def address(self) -> str:
        """Where peers meet it, and who it is."""
        key = self.base_path.with_name("node-key")
        key.write_text(self.node_key)
        result = run_binary(self.binary, "key", "inspect-node-key", "--file", str(key))
        assert result.returncode == 0, result.stdout
        return f"{self.listens_on()}/p2p/{result.stdout.strip()}"


def export(binary: str, *arguments: str) -> None:
    """Writes a chain spec."""
    result = run_binary(binary, "export-chain-spec", *arguments)
    assert result.returncode == 0, result.stdout


def start_together(nodes: Iterable[Node]) -> None:
    with ThreadPoolExecutor() as pool:
        # The list raises what went wrong.
        list(pool.map(Node.start, nodes))


class Network:
    """Use as a context manager: up to four authors of a chain like preset `local`, finalizing.

    `genesis` has fields of pallets that differ from the preset, `flags` those of each author.
    """

    def __init__(
        self, binary: str, folder: Path, authors: int, *, genesis: dict | None = None, flags: list[tuple] | None = None
    ):
        self.folder = Path(folder)
        spec = self._spec(binary, authors, genesis or {})
        flags = flags or [()] * authors
        self.authors = [self.author(binary, spec, index, flags[index]) for index in range(authors)]

    def author(self, binary: str, spec: Path, index: int, flags: tuple) -> Author:
        """One of them, not started yet."""
        return Author(binary, self.place(NAMES[index]), spec, index, flags)

    def __enter__(self) -> "Network":
        try:
            self._introduce()
            first, *others = self.authors
            # The runtime is compiled once; the others find it.
            first.start()
            start_together(others)
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

    def _introduce(self) -> None:
        """Tells each where the others are, so that any of them may start alone."""
        addresses = [author.address() for author in self.authors]
        for author, own in zip(self.authors, addresses):
            author.boot_nodes = tuple(address for address in addresses if address != own)

    def place(self, name: str) -> Path:
        """A folder for a node."""
        place = self.folder / name
        place.mkdir()
        return place

    def _spec(self, binary: str, authors: int, fields: dict) -> Path:
        made, raw = self.folder / "local.json", self.folder / "raw.json"
        export(binary, "--chain", "local", "--output", str(made))
        spec = json.loads(made.read_text())
        [genesis] = [value for name, value in spec["genesis"]["runtimeGenesis"].items() if name != "code"]
        names = NAMES[:authors]
        genesis["aura"]["authorities"] = [address_of(name, SR25519) for name in names]
        genesis["grandpa"]["authorities"] = [(address_of(name, ED25519), 1) for name in names]
        for pallet, values in fields.items():
            genesis.setdefault(pallet, {}).update(values)
        made.write_text(json.dumps(spec))
        # Every start would compile the runtime to make a genesis of the fields.
        export(binary, "--chain", str(made), "--raw", "--output", str(raw))
        return raw
