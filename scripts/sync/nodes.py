"""The nodes of a measurement: one that makes blocks, some that have them, one that wants them."""

from __future__ import annotations

from pathlib import Path

from root import PATIENCE
from support.node import Node, free_port, run_binary


class Peer(Node):
    """A node of the chain in a spec, which others find by its number."""

    patience = PATIENCE

    def __init__(self, binary: str, folder: Path, spec: Path, number: int, flags: tuple = ()):
        super().__init__(binary, folder, extra=flags)
        self.spec = spec
        self.key = bytes([number] * 32).hex()
        self.listens = f"/ip4/127.0.0.1/tcp/{free_port()}"

    def arguments(self) -> list[str]:
        return [
            self.binary,
            "--chain", str(self.spec),
            "--base-path", str(self.base_path),
            "--node-key", self.key,
            "--listen-addr", self.listens,
            "--allow-private-ip",
            "--rpc-port", str(self.rpc_port),
            "--no-prometheus",
            "--no-telemetry",
            "--no-mdns",
            *self.extra,
        ]

    def is_up(self) -> bool:
        return bool(self.rpc("system_health"))

    def address(self) -> str:
        """Where others meet it, and who it is."""
        key = self.base_path.with_name("node-key")
        key.write_text(self.key)
        return f"{self.listens}/p2p/{run(self.binary, 'key', 'inspect-node-key', '--file', str(key)).strip()}"

    def __exit__(self, *_exc) -> None:
        """Its chain stays."""
        self.stop()


def run(binary: str, *arguments: str) -> str:
    """What a subcommand of the node prints. RuntimeError if it fails."""
    ended = run_binary(binary, *arguments, timeout=PATIENCE)
    if ended.returncode != 0:
        raise RuntimeError(ended.stdout)
    return ended.stdout
