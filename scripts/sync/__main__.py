"""Times how a node gets a chain; prints tables for docs/performance.md.

    python scripts/sync FOLDER CHAINS [--blocks 10000] [--only development|populated]

FOLDER has a chain made by scripts/populate. CHAINS is where the chains that are synced are kept:
they are made where they are missing, which takes a quarter of a second for each block. The node is
NODE_BINARY, or what cargo built.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path += [str(SCRIPTS / "populate"), str(SCRIPTS.parent / "e2e")]

from chains import Chain, development, make, populated  # noqa: E402
from log import STEPS, Import  # noqa: E402
from measure import Got, by_state, from_file, from_peer  # noqa: E402
from plan import Size  # noqa: E402
from support.node import find_binary  # noqa: E402

# Extrinsics of a block that nobody uses, and of one that is called full.
NOBODY, FULL = 2, 50
NAMES = ("development", "populated")


def chain_of(binary: str, name: str, populated_chain: Path, place: Path, length: int) -> Chain:
    """The chain of a name, which is made if it is not there."""
    chain = Chain(place / f"{name}-{length}")
    if not chain.blocks.exists():
        print(f"making {length} blocks: {length / 240:.0f} minutes at least", flush=True)
        chain.folder.mkdir(parents=True, exist_ok=True)
        size = Size(*map(int, (populated_chain / "complete").read_text().split()))
        if name == "development":
            development(binary, chain.spec)
            size = Size(1, size.uids, size.validators)
        else:
            populated(binary, populated_chain, chain.spec)
        make(binary, chain, size, length, busy=name == "populated")
    return chain


def kind_of(extrinsics: int, epochs: int) -> str:
    if extrinsics >= FULL:
        return f"{FULL} transactions or more"
    if extrinsics > NOBODY:
        return "fewer transactions"
    return "with epochs" if epochs else "idle"


def by_kind(chain: Chain, blocks: Iterable[Import]) -> dict[str, list[Import]]:
    """Blocks by what they hold, and all of them."""
    kinds: dict[str, list[Import]] = {}
    known = chain.kinds()
    for block in blocks:
        kinds.setdefault("all", []).append(block)
        if block.number in known:
            kinds.setdefault(kind_of(*known[block.number]), []).append(block)
    return kinds


def mean_ms(seconds: Iterable[float]) -> float:
    values = list(seconds)
    return 1e3 * sum(values) / len(values)


def show(chain: Chain, way: str, got: Got) -> None:
    """Rows of a table: a kind of block, how many, how many a second, and where the time of one goes."""
    print(f"\n{way}: {got.rate:.0f} blocks a second, {1e3 * got.cpu / len(got.blocks):.2f} ms of processor a block\n")
    print("| Blocks | Count | A second | ms each |", " | ".join(name for name, _ in STEPS), "|")
    print("|" + "---|" * (4 + len(STEPS)))
    for kind, blocks in sorted(by_kind(chain, got.blocks).items()):
        each = mean_ms(block.took() for block in blocks)
        steps = (mean_ms(times) for times in zip(*(block.steps() for block in blocks)))
        print(f"| {kind} | {len(blocks)} | {1e3 / each:.0f} | {each:.2f} |", " | ".join(f"{s:.2f}" for s in steps), "|")
    sys.stdout.flush()


def measure(binary: str, chain: Chain) -> None:
    with tempfile.TemporaryDirectory(prefix="subtensor-sync-") as name:
        folder = Path(name)
        show(chain, "import-blocks", from_file(binary, chain, folder / "file"))
        base = folder / "file" / "base"
        show(chain, "full sync", from_peer(binary, chain, base, folder / "full"))
        warped = by_state(binary, chain, base, folder / "warp")
        print(
            f"\nwarp sync: finality proven after {warped.proven:.1f} s, last state there after "
            f"{warped.loaded:.1f} s, all blocks after {warped.complete:.1f} s",
            flush=True,
        )


def main() -> int:
    parser = argparse.ArgumentParser(prog="sync", description="Times how a node gets a chain.")
    parser.add_argument("populated", type=Path)
    parser.add_argument("chains", type=Path)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--only", choices=NAMES)
    given = parser.parse_args()
    if not (given.populated / "complete").is_file():
        print("expected a folder made by scripts/populate", file=sys.stderr)
        return 2
    binary = find_binary()
    for name in NAMES:
        if given.only in (None, name):
            print(f"\n### {name}, {given.blocks} blocks", flush=True)
            measure(binary, chain_of(binary, name, given.populated, given.chains, given.blocks))
    return 0


if __name__ == "__main__":
    sys.exit(main())
