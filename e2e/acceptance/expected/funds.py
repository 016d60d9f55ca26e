"""Funds of root validators: what is in them, and what is owed to stakers (spec 70 §21, 90 §11)."""

from __future__ import annotations

from decimal import Decimal
from math import floor

from support.keys import RAO, cold, hot
from support.population import NOMINATORS, ROOT, VALIDATORS
from support.state import NOBODY

from ..world import FIXED_32, U16, World, about, alpha, tao
from .case import case

REFILL_BLOCKS = 7_200
FUND, STAKER = hot(VALIDATORS[0]), cold(NOMINATORS[0])
SEATS = (hot(VALIDATORS[0]), hot(VALIDATORS[1]))


def _value(world: World, hotkey: str, coldkey: str) -> Decimal:
    """What a claim would pay, rao."""
    shares = world.get("BasketShares", hotkey)
    owed = world.owed(hotkey, coldkey)
    return world.nav(hotkey) * owed / shares if owed else Decimal(0)


@case("root_basket_owed", coldkey_ss58=STAKER)
@case("root_basket_owed", coldkey_ss58=NOBODY)
def root_basket_owed(world: World, coldkey_ss58: str):
    hotkeys = world.get("StakingHotkeys", coldkey_ss58)
    return tao(about(sum(_value(world, hotkey, coldkey_ss58) for hotkey in hotkeys), 8))


@case("root_basket_owed_breakdown", coldkey_ss58=STAKER)
@case("root_basket_owed_breakdown", coldkey_ss58=cold(VALIDATORS[1]))
@case("root_basket_owed_breakdown", coldkey_ss58=NOBODY)
def root_basket_owed_breakdown(world: World, coldkey_ss58: str):
    hotkeys = world.get("StakingHotkeys", coldkey_ss58)
    owed = {hotkey: _value(world, hotkey, coldkey_ss58) for hotkey in hotkeys}
    ranked = sorted((hotkey for hotkey in owed if owed[hotkey]), key=lambda hotkey: -owed[hotkey])
    return [{"hotkey": hotkey, "owed_tao": tao(about(owed[hotkey], 4))} for hotkey in ranked]


@case("basket_position", hotkey_ss58=FUND, coldkey_ss58=STAKER)
@case("basket_position", hotkey_ss58=SEATS[1], coldkey_ss58=STAKER)
@case("basket_position", hotkey_ss58=NOBODY, coldkey_ss58=NOBODY)
def basket_position(world: World, hotkey_ss58: str, coldkey_ss58: str):
    owed, shares = world.owed(hotkey_ss58, coldkey_ss58), world.get("BasketShares", hotkey_ss58)
    if not owed:
        return None
    nav, spot = world.nav(hotkey_ss58), world.spot_nav(hotkey_ss58)
    return {
        "hotkey": hotkey_ss58,
        "beta_raw": owed,
        "beta_total_raw": shares,
        "beta": owed / RAO,
        "fund_fraction": owed / shares,
        "beta_price_tao": about(nav / shares, 1e-7),
        "nav_tao": tao(about(nav, 4)),
        "value_tao": tao(about(nav * owed / shares, 4)),
        "spot_value_tao": tao(about(spot * owed / shares, 4)),
    }


@case("root_basket_portfolio", coldkey_ss58=STAKER)
@case("root_basket_portfolio", coldkey_ss58=NOBODY)
def root_basket_portfolio(world: World, coldkey_ss58: str):
    hotkeys = world.get("StakingHotkeys", coldkey_ss58)
    positions = [basket_position(world, hotkey, coldkey_ss58) for hotkey in hotkeys]
    return [position for position in positions if position]


@case("validator_basket", hotkey_ss58=FUND)
@case("validator_basket", hotkey_ss58=NOBODY)
def validator_basket(world: World, hotkey_ss58: str):
    return [
        {
            "netuid": netuid,
            "alpha": alpha(about(held), netuid),
            "value_tao": tao(about(world.sold(netuid, held))),
        }
        for netuid, held in world.holdings(hotkey_ss58).items()
    ]


@case("validator_basket_nav", hotkey_ss58=FUND)
@case("validator_basket_nav", hotkey_ss58=NOBODY)
def validator_basket_nav(world: World, hotkey_ss58: str):
    return tao(about(world.nav(hotkey_ss58), 4))


@case("root_basket_total_nav")
def root_basket_total_nav(world: World):
    funds = world.rows("BasketShares")
    assert set(funds) == set(SEATS)
    return tao(about(sum(world.nav(hotkey) for hotkey in funds), 8))


class Pricing:
    """Equal to prices that fit the worth of a fund: one scale divides the same worth."""

    def __init__(self, hotkey: str, spot: Decimal, shares: int, block: int):
        self.hotkey, self.spot, self.shares, self.block = hotkey, float(spot), shares, block

    def __eq__(self, other) -> bool:
        return (
            other["hotkey"] == self.hotkey
            and other["provisional"] is False
            and 0 < other["first_block"] <= self.block
            and other["spot_price"] == about(self.spot / self.shares, 1e-6)
            and other["display_price"] * other["display_shares"] == about(self.spot, 1e-6 * self.spot)
            and all(other[name] > 0 for name in ("stake_price", "bag_index", "stake_index"))
            and 0 <= other["staker_yield"] < 1
        )

    def __repr__(self) -> str:
        return f"Pricing({self.hotkey}, {self.spot} rao in {self.shares} shares)"


@case("validator_basket_summary", hotkey_ss58=FUND)
@case("validator_basket_summary", hotkey_ss58=NOBODY)
def validator_basket_summary(world: World, hotkey_ss58: str):
    shares, nav = world.get("BasketShares", hotkey_ss58), world.nav(hotkey_ss58)
    deposited = world.get("BasketDepositedTao", hotkey_ss58)
    redeemed = world.get("BasketRedeemedTao", hotkey_ss58)
    spot = world.spot_nav(hotkey_ss58)
    summary = {
        "hotkey": hotkey_ss58,
        "beta_total_raw": shares,
        "beta_total": shares / RAO,
        "beta_price_tao": about(nav / shares, 1e-7) if shares else 0.0,
        "nav_tao": tao(about(nav, 4)),
        "spot_nav_tao": tao(about(spot, 4)),
        "deposited_tao": tao(deposited),
        "redeemed_tao": tao(redeemed),
        "lifetime_return": about((nav + redeemed) / deposited, 1e-7) if deposited else None,
        "holdings": [
            {
                "netuid": netuid,
                "alpha": alpha(about(held), netuid),
                "spot_tao": tao(about(held * world.price(netuid))),
                "realizable_tao": tao(about(world.sold(netuid, held))),
            }
            for netuid, held in world.holdings(hotkey_ss58).items()
        ],
        "basket_rate": world.get("BasketRate", hotkey_ss58) / FIXED_32,
    }
    if shares:
        summary["chain_pricing"] = Pricing(hotkey_ss58, spot, shares, world.block)
    return summary


@case("root_baskets")
def root_baskets(world: World):
    ranked = sorted(world.rows("BasketShares"), key=lambda hotkey: -world.nav(hotkey))
    return [validator_basket_summary(world, hotkey) for hotkey in ranked]


@case("basket_trading_status", hotkey_ss58=FUND)
@case("basket_trading_status", hotkey_ss58=NOBODY)
def basket_trading_status(world: World, hotkey_ss58: str):
    """A day's part of the worth of the fund, at the slow price where that is the lower one."""
    guarded = sum(
        min(world.sold(n, held), Decimal(held * max(0, world.get("SubnetMovingPrice", n))) / FIXED_32)
        for n, held in world.holdings(hotkey_ss58).items()
    )
    budget = floor(guarded * world.get("BasketDailyTurnoverCap") / U16)
    return {
        "enabled": world.get("BasketTradingEnabled"),
        "frozen": hotkey_ss58 in world.rows("BasketTradingFrozen"),
        "refill_blocks": REFILL_BLOCKS,
        "refill_per_block_tao": tao(about(budget // REFILL_BLOCKS, 1)),
        "used_tao": tao(0),
        "budget_tao": tao(about(budget)),
        "remaining_tao": tao(about(budget)),
    }


@case("root_claim_threshold")
def root_claim_threshold(world: World):
    return tao(world.get("RootClaimableThreshold", ROOT) >> 32)
