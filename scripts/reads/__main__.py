"""Times what clients read, on a node with a full chain; prints a table for docs/performance.md.

    python scripts/reads FOLDER [NAME ...]    all reads, or those whose names hold one of these

FOLDER has a chain made by scripts/populate, which stays as it is: the node runs on a copy. The node
is NODE_BINARY, or what cargo built.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path += [str(SCRIPTS / "populate"), str(SCRIPTS.parent / "e2e")]

from catalogue import Read, catalogue, floor  # noqa: E402
from load import CLIENTS, Figures, measure  # noqa: E402
from plan import Size  # noqa: E402
from root import Root  # noqa: E402
from support.node import Sealed, find_binary  # noqa: E402
from trace import count_reads  # noqa: E402

# Milliseconds between two blocks, as on the public network.
RHYTHM = "12000"


def copied(chain: Path, folder: Path) -> Path:
    """A folder with a copy of a chain."""
    shutil.copytree(chain / "base", folder / "base")
    return folder


def row(figures: Figures, least: Figures, reads: int | None) -> str:
    """A row of the table, beside the least that a call takes."""
    half, slow = figures.quantile(0.5), figures.quantile(0.99)
    cells = [
        f"`{figures.read.name}`" if "," not in figures.read.name else figures.read.name,
        f"{figures.size:,}".replace(",", " "),
        "" if reads is None else str(reads),
        f"{figures.times[0] * 1e3:.2f}",
        f"{half * 1e3:.2f}",
        f"{slow * 1e3:.2f}",
        f"{figures.times[0] / least.times[0]:.1f}",
        f"{figures.rate:.1f}",
        f"{least.rate / figures.rate:.1f}",
    ]
    return "| " + " | ".join(cells) + " |"


async def measure_all(url: str, reads: list[Read]) -> tuple[Figures, list[Figures]]:
    """The least, and every read, one after the other."""
    least = await measure(url, floor())
    found = []
    for read in reads:
        found.append(await measure(url, read))
        half = found[-1].quantile(0.5) * 1e3
        print(f"{read.name}: {half:.2f} ms, {found[-1].rate:.1f}/s", file=sys.stderr, flush=True)
    return least, found


def main(arguments: list[str]) -> int:
    if not arguments or not (chain := Path(arguments[0])).joinpath("complete").is_file():
        print("expected a folder made by scripts/populate", file=sys.stderr)
        return 2
    size = Size(*map(int, (chain / "complete").read_text().split()))
    wanted = arguments[1:]
    with tempfile.TemporaryDirectory(prefix="subtensor-reads-") as folder:
        with Sealed(find_binary(), copied(chain, Path(folder)), RHYTHM) as node:
            every = catalogue(size, Root(node).storage_key)
            reads = [read for read in every if not wanted or any(name in read.name for name in wanted)]
            least, found = asyncio.run(measure_all(node.url, reads))
            state = node.rpc("chain_getHeader")["stateRoot"]
    counts = count_reads(chain, reads)
    print(f"{size.subnets} subnets of {size.uids} uids, {size.validators} of them validators; state {state[:10]}\n")
    print(
        "| Read | Bytes of the answer | Items read | Fastest, ms | p50 | p99 | To the least"
        f" | Answers a second, {CLIENTS} clients | The least to it |\n|---|---|---|---|---|---|---|---|---|"
    )
    for figures in found:
        print(row(figures, least, counts.get(figures.read.name)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
