"""What a development node tells while nothing happens."""

import re
import time

import pytest
from support.node import Node

IMPORTED = re.compile(r"Imported #(\d+)")
PROPOSED = re.compile(r"Proposing block")


def idle_lines(node: Node, seconds: float = 3.0) -> list[str]:
    """The lines that are written meanwhile, whole ones."""
    before = len(node.log())
    time.sleep(seconds)
    return node.log()[before:].splitlines()[1:-1]


def test_one_line_a_block(node):
    lines = idle_lines(node)
    imported = [line for line in lines if IMPORTED.search(line)]
    assert len(imported) >= 8
    # One more for the peers, every few seconds.
    assert len(lines) <= len(imported) + 1, lines


@pytest.mark.parametrize("told", ["flag", "environment"])
def test_a_user_who_says_what_to_log_gets_that(binary, tmp_path, monkeypatch, told):
    if told == "environment":
        monkeypatch.setenv("RUST_LOG", "info")
    with Node(binary, tmp_path, extra=("-linfo",) if told == "flag" else ()) as node:
        lines = idle_lines(node, 2.0)
    assert any(PROPOSED.search(line) for line in lines), lines
