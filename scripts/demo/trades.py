"""What goes on in the demo network besides weights: an endless list of deeds, by the seed.

A deed says who does what and how much. What depends on the chain, such as a price that a limit
hangs on, is put in when the deed is done.
"""

from __future__ import annotations

from dataclasses import dataclass

from acts import TAO
from plan import NOMINATORS, ROOT, SUBNETS, Plan, Position, nominator

# Every so many deeds one of these comes in place of a trade.
NEWCOMER, NOTE, MOVING = 24, 20, 15
KINDS = {
    "buy": 30, "buy with a limit": 12, "sell": 16, "sell with a limit": 8, "move": 8, "swap": 8,
    "give": 4, "pay": 10, "cash out": 28,
}
# A limit this far from the price, in thousandths; the closest is often too close.
TOLERANCES = (1, 5, 20, 50)


@dataclass(frozen=True)
class Deed:
    """Something that somebody does. Amounts are in rao, of TAO or of alpha."""

    kind: str
    number: int
    subnet: int
    who: str = ""
    # The validator that the stake is on.
    validator: int = 0
    # Where it goes: a validator, a subnet or an account.
    to: int | str = 0
    amount: int = 0
    tolerance: int = 0
    # Who of those who qualify, from 0 to 1, where only the chain knows who does.
    part: float = 0.0


def deed(plan: Plan, number: int) -> Deed:
    """The deed of that number, from 0 on."""
    subnet = plan.dice("where", number).randrange(len(SUBNETS))
    if number % NEWCOMER == NEWCOMER - 1:
        return Deed("newcomer", number, subnet, to=number // NEWCOMER)
    part = plan.dice("part", number).random()
    if number % NOTE == NOTE - 1:
        return Deed("note", number, subnet, part=part)
    if number % MOVING == MOVING - 1:
        return Deed("serve", number, subnet, part=part)
    return trade(plan, number, subnet, part)


def trade(plan: Plan, number: int, subnet: int, part: float) -> Deed:
    roll = plan.dice("trade", number)
    [kind] = roll.choices(list(KINDS), list(KINDS.values()))
    if kind == "cash out":
        return Deed(kind, number, subnet, part=part)
    if kind == "pay":
        amount = roll.randrange(5, 30) * TAO
        return Deed(kind, number, subnet, who=nominator(roll.randrange(NOMINATORS)), amount=amount)
    held = holdings(plan)
    position = roll.choice(held)
    terms = {
        "who": position.holder,
        "validator": position.validator,
        "tolerance": roll.choice(TOLERANCES),
        "to": destination(plan, kind, position, roll),
        "amount": size(kind, roll),
    }
    return Deed(kind, number, position.subnet, **terms)


def holdings(plan: Plan) -> list[Position]:
    """What nominators hold on subnets from the beginning on."""
    return [
        position
        for position in plan.positions
        if position.subnet != ROOT and position.holder.startswith("//Demo//nominator")
    ]


def destination(plan: Plan, kind: str, position: Position, roll) -> int | str:
    if kind == "move":
        others = plan.validators(position.subnet)
        return roll.choice([index for index in others if index != position.validator])
    if kind == "swap":
        return roll.choice([n for n in range(len(SUBNETS)) if n != position.subnet])
    if kind == "give":
        others = [nominator(n) for n in range(NOMINATORS) if nominator(n) != position.holder]
        return roll.choice(others)
    return 0


def size(kind: str, roll) -> int:
    """Rao of TAO for what buys, of alpha for the rest, of which less is held."""
    low, high = (100, 800) if kind.startswith("buy") else (10, 120)
    return roll.randrange(low, high) * (TAO // 100)
