"""Upgrades chains of the built node to two later runtimes (scripts/check-upgrade.sh).

    python scripts/upgrade WHOLE.wasm STEPPED.wasm

The node is NODE_BINARY, or what cargo built; the example `check_state` is beside it. Ends with an
error where something did not survive.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "e2e"))

# The client keeps metadata under the home directory, by genesis and spec_version: those of the last
# run would answer for the runtimes of this one. What nodes have compiled stays where it is.
os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))
_HOME = tempfile.TemporaryDirectory(prefix="subtensor-upgrade-home-")
os.environ["HOME"] = _HOME.name

import live  # noqa: E402
import sealed  # noqa: E402
from support.node import find_binary  # noqa: E402


def main(paths: list[str]) -> int:
    if len(paths) != 2:
        print("expected the blobs of two later runtimes", file=sys.stderr)
        return 2
    whole, stepped = (Path(path).read_bytes() for path in paths)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="subtensor-upgrade-") as name:
        folder = Path(name)
        for part in ("sealed", "live"):
            (folder / part).mkdir()
        sealed.check(find_binary(), folder / "sealed", whole)
        live.check(find_binary(), folder / "live", whole, stepped)
    print(f"    all of it survived, in {time.monotonic() - begun:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
