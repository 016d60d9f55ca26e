"""Numbers as pages write them, and addresses of accounts, as values again."""

from __future__ import annotations

from decimal import Decimal

# Between groups of digits.
GROUP = "\u202f"


def number(text: str) -> Decimal:
    """The number that a text begins with."""
    return Decimal(text.replace(GROUP, "").split()[0])


def rao(cell: dict, place: int = 0) -> int:
    """The exact amount of a cell in rao, which is its tooltip."""
    return int(number(cell["titles"][place]) * 10**9)


def close(shown: str, exact: int | Decimal, digits: int = 0) -> bool:
    """Whether a text shows a number rounded to so many digits behind the point."""
    return abs(number(shown) - exact) <= Decimal(10) ** -digits / 2
