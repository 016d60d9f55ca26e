"""Fills a chain: so many subnets, all full, staked, with weights and bonds of an epoch.

    python scripts/populate FOLDER [--subnets 128] [--uids 256] [--validators 64]

The chain is the preset `dev`, sealed by command, in the base path FOLDER/base; a node that is
started there with `--dev --sealing ...` and an archive of states goes on with it. Nothing is made
where there is a chain already. The node is NODE_BINARY, or what cargo built.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))

from plan import Size  # noqa: E402
from root import Patient, Root  # noqa: E402
from steps import STEPS  # noqa: E402
from support.node import find_binary  # noqa: E402


class Kept(Patient):
    """A sealed node whose chain stays when it stops."""

    def __exit__(self, *_exc) -> None:
        self.stop()


def populate(folder: Path, size: Size) -> None:
    """Makes the chain in a folder, which is complete when the file `complete` is there."""
    folder.mkdir(parents=True)
    with Kept(find_binary(), folder, "manual") as node:
        node.seal(2)
        root = Root(node)
        for step in STEPS:
            begun = time.monotonic()
            step(root, size)
            print(f"{step.__name__}: block {root.best()}, {time.monotonic() - begun:.0f} s", flush=True)
    (folder / "complete").write_text(f"{size.subnets} {size.uids} {size.validators}\n")


def main() -> int:
    parser = argparse.ArgumentParser(prog="populate", description="Fills a development chain.")
    parser.add_argument("folder", type=Path)
    for name, default in (("subnets", 128), ("uids", 256), ("validators", 64)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    if given.folder.exists():
        print(f"{given.folder} exists; remove it to make the chain anew", file=sys.stderr)
        return 2
    try:
        size = Size(given.subnets, given.uids, given.validators)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    populate(given.folder, size)
    return 0


if __name__ == "__main__":
    sys.exit(main())
