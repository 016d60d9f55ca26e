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
from root import Patient, Root  # noqa: E402
from support.node import find_binary  # noqa: E402
from trace import TELLING, count_reads  # noqa: E402

# Milliseconds between two blocks, as on the public network.
RHYTHM = "12000"
# What a node that many ask is told: its default holds less than the state of this chain.
CACHE = ("--trie-cache-size", str(1 << 30))


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


def columns() -> tuple[str, ...]:
    times = ("Fastest, ms", "p50", "p99", "Ratio", "p50, WebSocket")
    return ("Read", "Bytes", "Looks", "at items", *times, f"Answers a second, {CLIENTS} clients", "Ratio")


def measure_all(node: Patient, reads: list[Read], counts: dict[str, tuple[int, int]]) -> None:
    """Prints a row for every read, one after the other."""
    print(f"| {' | '.join(columns())} |\n|{'---|' * len(columns())}", flush=True)
    least = measure(node, floor())
    for read in reads:
        print(row(measure(node, read), least, counts.get(read.name)), flush=True)


def wanted_reads(size: Size, node: Patient, names: list[str]) -> list[Read]:
    every = catalogue(size, Root(node).storage_key)
    return [read for read in every if not names or any(name in read.name for name in names)]


def main(arguments: list[str]) -> int:
    if not arguments or not (chain := Path(arguments[0])).joinpath("complete").is_file():
        print("expected a folder made by scripts/populate", file=sys.stderr)
        return 2
    size = Size(*map(int, (chain / "complete").read_text().split()))
    print(f"{size.subnets} subnets of {size.uids} uids, {size.validators} of them validators\n")
    with tempfile.TemporaryDirectory(prefix="subtensor-reads-") as name:
        folder = Path(name)
        with Patient(find_binary(), copied(chain, folder / "told"), "manual", extra=TELLING) as node:
            reads = wanted_reads(size, node, arguments[1:])
            counts = count_reads(node, reads)
        with Patient(find_binary(), copied(chain, folder / "timed"), RHYTHM, extra=CACHE) as node:
            measure_all(node, reads, counts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
