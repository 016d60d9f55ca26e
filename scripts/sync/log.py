"""When a node began and ended each block that it imported, by its log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

# What a node has to say for it.
TELLING = ("--detailed-log-output", "-lsync::import-queue=trace,aura=trace,db=debug")
BEGUN = re.compile(r"import-queue: Block (\d+) \(")
# How each step of a block ends, in their order.
STEPS = (
    ("Authorities", "aura: Checking log PreRuntime"),
    ("Inherents", "aura: Checked Header"),
    ("Execution and state root", "db: should_check_block_gap"),
    ("Commit", "import-queue: Block imported successfully"),
)
STAMP = len("2026-01-01 00:00:00.000")


@dataclass(frozen=True)
class Import:
    """One block, in seconds: when it was begun, and when each step of it ended."""

    number: int
    begun: float
    ends: tuple[float, ...]

    def steps(self) -> list[float]:
        """How long each step took."""
        return [end - begun for begun, end in zip((self.begun, *self.ends), self.ends)]

    def took(self) -> float:
        return self.ends[-1] - self.begun


def imports(path: Path) -> Iterator[Import]:
    """The blocks that were executed, in the order of the log."""
    number, begun, ends = 0, 0.0, []
    with path.open(errors="replace") as lines:
        for line in lines:
            if found := BEGUN.search(line):
                number, begun, ends = int(found[1]), stamp(line), []
            elif len(ends) < len(STEPS) and STEPS[len(ends)][1] in line:
                ends.append(stamp(line))
                if len(ends) == len(STEPS):
                    yield Import(number, begun, tuple(ends))


def stamp(line: str) -> float:
    return datetime.fromisoformat(line[:STAMP]).timestamp()


def moment(path: Path, text: str) -> float:
    """When a line with this text was written. RuntimeError if there is none."""
    with path.open(errors="replace") as lines:
        for line in lines:
            if text in line:
                return stamp(line)
    raise RuntimeError(f"'{text}' is not in {path}")
