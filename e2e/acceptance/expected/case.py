"""What reads of the client should answer, by their registered names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, is_dataclass
from datetime import datetime

from bittensor import Balance

CASES: dict[str, list["Case"]] = {}


@dataclass(frozen=True)
class Case:
    """One way to call a read, and what says from chain state what it answers."""

    name: str
    parameters: dict
    expected: Callable


def case(name: str, **parameters):
    """Says that the function works out what a read with these parameters answers.

    The function is given the world and the parameters; a parameter that only the chain knows is a
    function of the world. A read has any number of cases.
    """

    def register(function: Callable) -> Callable:
        CASES.setdefault(name, []).append(Case(name, parameters, function))
        return function

    return register


def plain(value):
    """An answer of the client as numbers, texts, lists and dictionaries; amounts with their unit."""
    if isinstance(value, Balance):
        return value.rao, value.netuid
    if is_dataclass(value) and not isinstance(value, type):
        names = asdict(value).keys()
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(plain(item) for item in value)
    if isinstance(value, datetime):
        return value.timestamp()
    return value
