"""The chain at one block as its stored items say, with the formulas of the specification on top."""

from __future__ import annotations

from decimal import Decimal, getcontext
from fractions import Fraction
from functools import cached_property
from math import floor

import pytest
from bittensor.sp_core import ss58_encode
from support.keys import RAO
from support.node import Node
from support.population import ROOT, Population
from support.state import State

getcontext().prec = 60
U16, U64 = 65_535, 2**64 - 1
FIXED_32, FIXED_64 = 1 << 32, 1 << 64
ESCROW = ss58_encode((b"modlsubtensr" + b"beta/esc").ljust(32, b"\0"), 42)
MISSING = 99
# Powers and fixed point lose some rao of an amount.
SLACK = 1e-9


def about(amount, slack: float = 2):
    """Equal but for some rao, or for what fixed point loses of a large amount."""
    return pytest.approx(float(amount), rel=SLACK, abs=slack)


def tao(rao) -> tuple:
    """An amount as the client gives it: how much, and of which subnet's token."""
    return rao, 0


def alpha(rao, netuid: int) -> tuple:
    return rao, netuid


def text(data: bytes) -> str:
    return data.decode()


def texts(record: dict | None) -> dict | None:
    """An identity in words."""
    return record and {name: text(value) for name, value in record.items()}


class World(State):
    """What clients should be told at the end of one block."""

    # Of chains with fast blocks (docs/deviations.md).
    defaults = {"Tempo": 10, "WeightsSetRateLimit": 1, "ServingRateLimit": 1}

    def __init__(self, node: Node, population: Population):
        super().__init__(node, population.block)
        self.population = population

    # Subnets and neurons -------------------------------------------------------

    @cached_property
    def subnets(self) -> list[int]:
        return sorted(netuid for netuid, is_there in self.rows("NetworksAdded").items() if is_there)

    def hotkeys(self, netuid: int) -> list[str]:
        keys = self.rows("Keys", netuid)
        return [keys[uid] for uid in range(self.get("SubnetworkN", netuid))]

    def is_registered(self, hotkey: str, netuid: int) -> bool:
        return self.get("Uids", netuid, hotkey) is not None

    def next_epoch(self, netuid: int) -> int | None:
        """Spec 70 §5.7."""
        tempo = self.get("Tempo", netuid)
        if tempo == 0:
            return None
        due, asked = self.get("LastEpochBlock", netuid) + tempo, self.get("PendingEpochAt", netuid)
        return min(due, asked) if asked else due

    def activity_cutoff(self, netuid: int) -> int:
        factor = self.get("ActivityCutoffFactorMilli", netuid)
        return max(1, factor * self.get("Tempo", netuid) // 1_000)

    # Stake ---------------------------------------------------------------------

    def stake(self, coldkey: str, hotkey: str, netuid: int) -> Fraction:
        """The part of a pool of stake that a coldkey has, rao (spec 50 §4)."""
        share = self.get("AlphaV2", hotkey, coldkey, netuid)
        whole = self.get("TotalHotkeySharesV2", hotkey, netuid)
        if not share["mantissa"] or not whole["mantissa"]:
            return Fraction(0)
        total = self.get("TotalHotkeyAlpha", hotkey, netuid)
        scale = Fraction(10) ** (share["exponent"] - whole["exponent"])
        return Fraction(share["mantissa"], whole["mantissa"]) * scale * total

    def positions(self, coldkey: str) -> list[tuple[str, int, int]]:
        """Hotkey, netuid and stake, in the order of the specification (70 §6)."""
        hotkeys = self.get("StakingHotkeys", coldkey)
        held = [(hotkey, n, self.stake(coldkey, hotkey, n)) for n in self.subnets for hotkey in hotkeys]
        return [(hotkey, netuid, floor(stake)) for hotkey, netuid, stake in held if stake >= 1]

    def suspended(self, parent: str, netuid: int) -> bool:
        flagged = parent in self.rows("ChildkeyThresholdSuspended")
        return flagged and self.get("SubnetOwnerHotkey", netuid) != parent

    def inherited(self, hotkey: str, netuid: int, token: int) -> Fraction:
        """Stake of one subnet with what is lent and borrowed on another (spec 70 §2.3, 90 §20.3)."""
        own = self.get("TotalHotkeyAlpha", hotkey, token)
        lent = Fraction(0)
        if not self.suspended(hotkey, netuid):
            lent = sum(Fraction(part, U64) * own for part, _ in self.get("ChildKeys", hotkey, netuid))
        borrowed = sum(
            Fraction(part, U64) * self.get("TotalHotkeyAlpha", parent, token)
            for part, parent in self.get("ParentKeys", hotkey, netuid)
            if not self.suspended(parent, netuid)
        )
        return max(own - lent, Fraction(0)) + borrowed

    def stake_weight(self, hotkey: str, netuid: int) -> tuple[Fraction, Fraction, Fraction]:
        """Alpha, TAO and what both count together."""
        of_alpha = self.inherited(hotkey, netuid, netuid)
        of_tao = self.inherited(hotkey, netuid, ROOT)
        return of_alpha, of_tao, of_alpha + of_tao * Fraction(self.get("TaoWeight"), U64)

    # Pools ---------------------------------------------------------------------

    def is_pool(self, netuid: int) -> bool:
        return self.get("SubnetMechanism", netuid) == 1

    def pool(self, netuid: int) -> tuple[int, int, Fraction]:
        """TAO, alpha, and the weight of alpha over that of TAO."""
        quote = self.get("Swap.SwapBalancer", netuid)["quote"]
        ratio = Fraction(10**18 - quote, quote)
        return self.get("SubnetTAO", netuid), self.get("SubnetAlphaIn", netuid), ratio

    def price(self, netuid: int) -> Fraction:
        """TAO per alpha (spec 70 §7.2)."""
        if not self.is_pool(netuid):
            return Fraction(1)
        in_tao, in_alpha, ratio = self.pool(netuid)
        return ratio * Fraction(in_tao, in_alpha) if in_alpha else Fraction(0)

    def price_rao(self, netuid: int) -> int:
        return floor(self.price(netuid) * RAO)

    def fee(self, netuid: int, amount: int) -> int:
        return amount * self.get("Swap.FeeRate", netuid) // U16 if self.is_pool(netuid) else 0

    def bought(self, netuid: int, net: int) -> Decimal:
        """Alpha for TAO after the fee (spec 50 §5.1)."""
        in_tao, in_alpha, ratio = self.pool(netuid)
        left = Decimal(in_tao) / (in_tao + net)
        return in_alpha * (1 - left ** (1 / _decimal(ratio)))

    def sold(self, netuid: int, net: int) -> Decimal:
        """TAO for alpha after the fee; on root one to one."""
        if not self.is_pool(netuid):
            return Decimal(net)
        in_tao, in_alpha, ratio = self.pool(netuid)
        left = Decimal(in_alpha) / (in_alpha + net)
        return in_tao * (1 - left ** _decimal(ratio))

    # Locks ---------------------------------------------------------------------

    def rolled(self, lock: dict, *, perpetual: bool, owner: bool) -> tuple[int, Decimal]:
        """Locked mass and conviction of a lock by now (spec 70 §6)."""
        unlock, mature = self.get("UnlockRate"), self.get("MaturityRate")
        passed = self.block - lock["last_update"]
        left, kept = _decay(passed, unlock), _decay(passed, mature)
        mass = lock["locked_mass"]
        now = mass if perpetual else floor(mass * left)
        conviction = Decimal(lock["conviction"]) / FIXED_64 * kept
        if perpetual:
            conviction += mass * (1 - kept)
        elif unlock == mature:
            conviction += mass * Decimal(passed) / mature * kept
        else:
            conviction += mass * unlock * (left - kept) / (unlock - mature)
        if owner:
            conviction = Decimal(now)
        return (0, Decimal(0)) if now < 100 and conviction < 100 else (now, conviction)

    def lock(self, coldkey: str, netuid: int) -> tuple[str, int, bool] | None:
        """Hotkey, mass by now, and whether it lasts."""
        for (on, hotkey), lock in self.rows("Lock", coldkey).items():
            if on == netuid:
                perpetual = self.get("DecayingLock", coldkey, netuid) is False
                owner = self.get("SubnetOwnerHotkey", netuid) == hotkey
                mass, _ = self.rolled(lock, perpetual=perpetual, owner=owner)
                return hotkey, mass, perpetual
        return None

    def convictions(self, netuid: int) -> dict[str, tuple[int, Decimal]]:
        """Mass and conviction by hotkey, of all that is locked on a subnet."""
        owner = self.get("SubnetOwnerHotkey", netuid)
        found = [(hot, lock, True, False) for hot, lock in self.rows("HotkeyLock", netuid).items()]
        found += [
            (hot, lock, False, False) for hot, lock in self.rows("DecayingHotkeyLock", netuid).items()
        ]
        found += [
            (owner, lock, perpetual, True)
            for name, perpetual in (("OwnerLock", True), ("DecayingOwnerLock", False))
            if (lock := self.get(name, netuid))
        ]
        sums: dict[str, tuple[int, Decimal]] = {}
        for hotkey, lock, perpetual, is_owner in found:
            mass, conviction = self.rolled(lock, perpetual=perpetual, owner=is_owner)
            before = sums.get(hotkey, (0, Decimal(0)))
            sums[hotkey] = before[0] + mass, before[1] + conviction
        return sums

    # Funds ---------------------------------------------------------------------

    def holdings(self, hotkey: str) -> dict[int, int]:
        """Alpha of a fund by netuid."""
        held = {netuid: floor(self.stake(ESCROW, hotkey, netuid)) for netuid in self.subnets}
        return {netuid: amount for netuid, amount in held.items() if amount}

    def nav(self, hotkey: str) -> Decimal:
        """What a sale of all of it would bring, rao."""
        return sum((self.sold(n, held) for n, held in self.holdings(hotkey).items()), Decimal(0))

    def spot_nav(self, hotkey: str) -> Decimal:
        return sum(
            (held * _decimal(self.price(n)) for n, held in self.holdings(hotkey).items()), Decimal(0)
        )

    def owed(self, hotkey: str, coldkey: str) -> int:
        """Shares (spec 90 §6)."""
        staked = floor(self.stake(coldkey, hotkey, ROOT))
        earned = self.get("BasketRate", hotkey) * staked >> 32
        return max(0, earned - self.get("BasketClaimed", hotkey, coldkey))


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def _decay(passed: int, rate: int) -> Decimal:
    if passed == 0:
        return Decimal(1)
    return (-min(Decimal(passed) / rate, Decimal(40))).exp() if rate else Decimal(0)
