"""How what btcli shows is compared with what is stored."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from support.node import Node
from support.population import ROOT

from ..world import World

AMOUNT = re.compile(r"(τ?)([0-9,]+\.[0-9]{9})\D*", re.ASCII)


@dataclass(frozen=True)
class Shown:
    """One way to call a command, and what it should show of the world."""

    command: str
    arguments: tuple[str, ...] | Callable[[Node], tuple[str, ...]]
    expected: Callable[[World], object]
    wallet: str = "crowd"


def told(answer):
    """An answer of btcli with its amounts in rao, and whether they are TAO."""
    if isinstance(answer, dict):
        return {name: told(part) for name, part in answer.items()}
    if isinstance(answer, list):
        return [told(part) for part in answer]
    match = AMOUNT.fullmatch(answer) if isinstance(answer, str) else None
    return (int(re.sub(r"\D", "", match[2])), bool(match[1])) if match else answer


def tellable(expected):
    """The same of what is expected: JSON has no tuples, and only texts for names."""
    if isinstance(expected, dict):
        return {str(name): tellable(part) for name, part in expected.items()}
    if isinstance(expected, tuple) and len(expected) == 2 and isinstance(expected[1], int):
        if not isinstance(expected[0], str):
            return expected[0], expected[1] == ROOT
    if isinstance(expected, (list, tuple)):
        return [tellable(part) for part in expected]
    return expected


def part(answer, expected):
    """Of an answer, what is expected in it: the same names, and lists as they are."""
    if isinstance(answer, dict) and isinstance(expected, dict):
        return {name: part(answer[name], of) for name, of in expected.items() if name in answer}
    if isinstance(answer, list) and isinstance(expected, list) and len(answer) == len(expected):
        return [part(*both) for both in zip(answer, expected)]
    return answer
