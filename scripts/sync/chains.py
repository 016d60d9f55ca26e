"""Makes the chains that are synced, by an authority in its slots, so that anybody takes the blocks.

A sealed chain has no signatures and no proofs of finality. So the state of the populated chain
becomes the genesis of another one, on which the authority goes on. That takes as long as the blocks
have slots: a quarter of a second each.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from nodes import Peer, run
from plan import Size
from record import Record, read
from root import Root
from traffic import Traffic

# Of the authority: its key, and the role.
AUTHOR = ("--one", "--validator", "--force-authoring")


@dataclass(frozen=True)
class Chain:
    """A folder with a genesis, the blocks after it, and what each of them holds."""

    folder: Path

    @property
    def spec(self) -> Path:
        return self.folder / "spec.json"

    @property
    def blocks(self) -> Path:
        return self.folder / "blocks"

    @property
    def record(self) -> Path:
        return self.folder / "record"

    def kinds(self) -> dict[int, tuple[int, int]]:
        """Extrinsics and epochs of each block."""
        return read(self.record)

    def length(self) -> int:
        """Blocks after genesis, which is the number with which the file begins."""
        with self.blocks.open("rb") as file:
            return int.from_bytes(file.read(8), "little")


def named(spec: dict, name: str) -> dict:
    """The spec of a chain with peers, under a name of its own."""
    return spec | {"name": name, "id": name, "chainType": "Local", "bootNodes": []}


def development(binary: str, spec: Path) -> None:
    """The genesis of preset `dev`."""
    text = run(binary, "export-chain-spec", "--chain", "dev", "--raw", "--output", str(spec))
    if not spec.exists():
        raise RuntimeError(text)
    spec.write_text(json.dumps(named(json.loads(spec.read_text()), "development")))


def populated(binary: str, populated_chain: Path, spec: Path) -> None:
    """A genesis with the state of a chain made by scripts/populate."""
    flags = ("--chain", "dev", "--state-pruning", "archive", "--base-path", str(populated_chain / "base"))
    with spec.open("wb") as file:
        subprocess.run([binary, "export-state", *flags], stdout=file, stderr=subprocess.DEVNULL, check=True)
    spec.write_text(json.dumps(named(json.loads(spec.read_text()), "populated")))


def make(binary: str, chain: Chain, size: Size, length: int, busy: bool) -> None:
    """Makes the blocks on top of the genesis that is there, with users if the chain is `busy`."""
    chain.record.unlink(missing_ok=True)
    shutil.rmtree(chain.folder / "base", ignore_errors=True)
    with Peer(binary, chain.folder, chain.spec, 1, AUTHOR) as author:
        root = Root(author)
        record = Record(chain.record, root, size)
        traffic = Traffic(root, size) if busy else None
        while record.next < length:
            last = None
            for last in record.follow():
                pass
            if traffic and last:
                traffic.at(last)
            time.sleep(0.2)
    base = ("--chain", str(chain.spec), "--base-path", str(chain.folder / "base"))
    run(binary, "export-blocks", *base, "--binary", "--to", str(length), str(chain.blocks))
    shutil.rmtree(chain.folder / "base")
