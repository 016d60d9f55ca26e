"""What the demo network has, by its seed: who there is, what they hold and how good they are.

Nothing here knows a chain. Subnets are numbered from 0 in the order in which they open; ROOT stands
for the root network.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from acts import TAO, U16_MAX, U64_MAX, address, dice, hotkey

ROOT = -1
VALIDATORS, NOMINATORS = 12, 20
# Of each subnet; 40 together.
MINERS = (16, 14, 10)
# Uids that are free for newcomers before the first of them takes the place of somebody.
FREE_UIDS = 2
# The first of the validators are on every subnet, the others on one each.
EVERYWHERE = 3


@dataclass(frozen=True)
class Subnet:
    """What a subnet says about itself."""

    name: str
    symbol: str
    domain: str
    description: str
    # Whether weights are committed by their hash and revealed in the next epoch.
    commits: bool = False
    # Whether bonds follow the third variant of Yuma.
    yuma3: bool = False
    # Blocks between two epochs, where the owner does not leave that to the chain.
    tempo: int | None = None

    @property
    def identity(self) -> dict[str, str]:
        return {
            "subnet_name": self.name,
            "github_repo": f"https://{self.domain}/code",
            "subnet_contact": f"owner@{self.domain}",
            "subnet_url": f"https://{self.domain}",
            "discord": self.name.lower(),
            "description": self.description,
            "logo_url": f"https://{self.domain}/logo.png",
            "additional": "made by scripts/demo.sh",
        }


SUBNETS = (
    Subnet(
        "Tidewater", "Ա", "tidewater.example",
        "Forecasts of tides and storm surges for harbours, scored against gauges.",
        commits=True,
    ),
    Subnet(
        "Lexicon", "ა", "lexicon.example",
        "Translation between languages that few people speak, scored by round trips.",
    ),
    Subnet(
        "Foldwork", "ᚠ", "foldwork.example",
        "Shapes of small proteins, scored by their energy.",
        yuma3=True,
        tempo=360,
    ),
)
NAMES = (
    "Harbour Light", "Northwind", "Granite Peak", "Blue Heron", "Cedar & Co", "Long Meadow",
    "Copper Lantern", "Silver Birch", "Quiet River", "Red Sandstone", "Fair Isle", "Old Mill",
)


def owner(subnet: int) -> str:
    return f"//Demo//owner//{subnet}"


def validator(index: int) -> str:
    return f"//Demo//validator//{index}"


def miner(index: int) -> str:
    return f"//Demo//miner//{index}"


def nominator(index: int) -> str:
    return f"//Demo//nominator//{index}"


def newcomer(index: int) -> str:
    return f"//Demo//newcomer//{index}"


@dataclass(frozen=True)
class Position:
    """TAO that an account stakes on a validator; in rao."""

    holder: str
    validator: int
    subnet: int
    rao: int


@dataclass(frozen=True)
class Lending:
    """A part of a validator's stake on a subnet that it lends to another one, of `U64_MAX`."""

    parent: int
    child: int
    subnet: int
    part: int


class Plan:
    """The network of a seed."""

    def __init__(self, seed: int):
        self.seed = seed

    def dice(self, *name):
        return dice(self.seed, *name)

    # Who is where -------------------------------------------------------------

    def seats(self, index: int) -> tuple[int, ...]:
        """The subnets on which a validator is."""
        return tuple(range(len(SUBNETS))) if index < EVERYWHERE else (index % len(SUBNETS),)

    def validators(self, subnet: int) -> list[int]:
        return [index for index in range(VALIDATORS) if subnet in self.seats(index)]

    def miners(self, subnet: int) -> range:
        first = sum(MINERS[:subnet])
        return range(first, first + MINERS[subnet])

    def members(self, subnet: int) -> list[str]:
        """The accounts on a subnet, by uid."""
        validators = [validator(index) for index in self.validators(subnet)]
        return [owner(subnet), *validators, *(miner(index) for index in self.miners(subnet))]

    @property
    def on_root(self) -> tuple[int, ...]:
        """The validators with a seat on root."""
        return tuple(range(EVERYWHERE))

    def place(self, account: str, subnet: int, shift: int = 0) -> int:
        """The last byte of the address at which somebody serves, after so many moves."""
        return 1 + (self.dice("place", account, subnet).randrange(254) + shift) % 254

    # What they hold -----------------------------------------------------------

    @cached_property
    def positions(self) -> list[Position]:
        return [*self._own_stakes(), *self._nominations()]

    def _own_stakes(self) -> list[Position]:
        made = []
        for index in range(VALIDATORS):
            roll = self.dice("stake", index)
            for subnet in self.seats(index):
                tao = roll.uniform(60, 110) if index < EVERYWHERE else roll.uniform(50, 90)
                made.append(Position(validator(index), index, subnet, rounded(tao)))
            if index in self.on_root:
                tao = roll.uniform(400, 1_200)
                made.append(Position(validator(index), index, ROOT, rounded(tao)))
        return made

    def _nominations(self) -> list[Position]:
        made = []
        for index in range(NOMINATORS):
            roll = self.dice("nominate", index)
            for subnet in roll.sample(range(len(SUBNETS)), 2):
                on = roll.choice(self.validators(subnet))
                made.append(Position(nominator(index), on, subnet, rounded(roll.uniform(8, 24))))
            if index % 4 == 0:
                on = roll.choice(self.on_root)
                made.append(Position(nominator(index), on, ROOT, rounded(roll.uniform(30, 120))))
        return made

    @cached_property
    def lendings(self) -> list[Lending]:
        """A pair of validators that are on one subnet only, for each subnet; the last has two."""
        made = []
        for subnet in range(len(SUBNETS)):
            roll = self.dice("lend", subnet)
            parent, first, second = roll.sample(self.validators(subnet)[EVERYWHERE:], 3)
            percent = roll.randrange(20, 45)
            made.append(Lending(parent, first, subnet, U64_MAX // 100 * percent))
            if subnet == len(SUBNETS) - 1:
                made.append(Lending(parent, second, subnet, U64_MAX // 100 * (60 - percent)))
        return made

    def childkey_take(self, child: int) -> int:
        """What a child keeps of what it earns with lent stake, of `U16_MAX`; 18 % is the most."""
        return U16_MAX * self.dice("childkey take", child).randrange(3, 16) // 100

    def delegate_take(self, index: int) -> int:
        """What a validator keeps of what its nominators earn, of `U16_MAX`; 18 % is the most."""
        return U16_MAX * self.dice("take", index).randrange(6, 18) // 100

    # How good they are --------------------------------------------------------

    def skill(self, subnet: int, account: str, epoch: int) -> float:
        """How good a miner is, which nobody knows: from 0 to about 1, drifting slowly."""
        roll = self.dice("skill", subnet, account)
        base = roll.betavariate(1.6, 2.4)
        period, phase = roll.uniform(150, 600), roll.random()
        # A triangle wave: the same number on every machine.
        at = (epoch / period + phase) % 1.0
        wave = 4 * abs(at - 0.5) - 1
        return base * (1 + 0.3 * wave)


def rounded(tao: float) -> int:
    """An amount in rao, of hundredths of TAO."""
    return round(tao * 100) * (TAO // 100)


def accounts(subnet: int, plan: Plan) -> dict[str, str]:
    """The accounts on a subnet, by the addresses of their hotkeys."""
    return {address(hotkey(account)): account for account in plan.members(subnet)}
