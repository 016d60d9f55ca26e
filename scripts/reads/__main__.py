"""Times what clients read, on a node with a full chain; prints a table for docs/performance.md.

    python scripts/reads FOLDER [NAME ...]    all reads, or those whose names hold one of these

FOLDER has a chain made by scripts/populate, which stays as it is: the node runs on a copy. The node
is NODE_BINARY, or what cargo built.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path += [str(SCRIPTS / "populate"), str(SCRIPTS.parent / "e2e")]

from catalogue import Read, catalogue, floor  # noqa: E402
from load import CLIENTS, Figures, measure, quantile  # noqa: E402
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


def spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def row(figures: Figures, least: Figures, touched: tuple[int, int] | None) -> str:
    """A row of the table, beside the least that a call takes."""
    half, slow = (quantile(figures.http, part) for part in (0.5, 0.99))
    cells = [
        figures.read.name if "," in figures.read.name else f"`{figures.read.name}`",
        spaced(figures.size),
        *(["", ""] if touched is None else map(spaced, touched)),
        *(f"{seconds * 1e3:.2f}" for seconds in (figures.http[0], half, slow)),
        f"{figures.http[0] / least.http[0]:.1f}",
        f"{quantile(figures.web_socket, 0.5) * 1e3:.2f}",
        f"{figures.rate:.1f}",
        f"{least.rate / figures.rate:.1f}",
    ]
    return "| " + " | ".join(cells) + " |"


def measure_all(node: Sealed, reads: list[Read]) -> tuple[Figures, list[Figures]]:
    """The least, and every read, one after the other."""
    least = measure(node, floor())
    found = []
    for read in reads:
        found.append(figures := measure(node, read))
        told = f"{quantile(figures.http, 0.5) * 1e3:.2f} ms, {figures.rate:.1f}/s"
        print(f"{read.name}: {told}", file=sys.stderr, flush=True)
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
            least, found = measure_all(node, reads)
    counts = count_reads(chain, reads)
    print(f"{size.subnets} subnets of {size.uids} uids, {size.validators} of them validators\n")
    columns = (
        *("Read", "Bytes", "Looks", "at items", "Fastest, ms", "p50", "p99", "Ratio", "p50, WebSocket"),
        *(f"Answers a second, {CLIENTS} clients", "Ratio"),
    )
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for figures in found:
        print(row(figures, least, counts.get(figures.read.name)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
