"""Moving stake to another hotkey and swapping it to another subnet."""

import bittensor
import pytest
from support.chain import events
from support.change import Change
from support.keys import RAO, cold, hot
from support.market import FIRST, OTHER, SECOND, VALIDATOR

from .orders import ALL, AUTHOR, CORE, ROUNDING, crossed, fields, move, refused, swap


def test_a_move_on_one_subnet_leaves_the_pool_alone(chain, market):
    who = market.holder(FIRST, 100)
    change = Change(chain, chain.run(move(30, dest=FIRST), who))
    assert change.item("TotalHotkeyAlpha", hot(VALIDATOR), FIRST) == -30 * RAO
    assert change.item("TotalHotkeyAlpha", hot(OTHER), FIRST) == 30 * RAO
    assert abs(change.stake(cold(who), hot(VALIDATOR), FIRST) + 30 * RAO) <= ROUNDING
    assert abs(change.stake(cold(who), hot(OTHER), FIRST) - 30 * RAO) <= ROUNDING
    for item in ("SubnetTAO", "SubnetAlphaIn", "SubnetAlphaOut"):
        assert change.item(item, FIRST) == 0
    assert change.free(cold(who)) == -change.result.fee.rao == -change.free(AUTHOR)
    *way, worth = fields(change.result, "StakeMoved")
    assert way == [cold(who), hot(VALIDATOR), str(FIRST), hot(OTHER), str(FIRST)]
    assert abs(int(worth) - 30 * market.price(FIRST, change.at)) <= 30
    # Both ends are reported without a fee.
    for event in ("StakeRemoved", "StakeAdded"):
        assert fields(change.result, event)[3:] == [str(30 * RAO), str(FIRST), "0"]


@pytest.mark.parametrize("protection", [True, False])
def test_a_move_across_subnets_sells_and_buys(chain, market, protection):
    who = market.holder(FIRST, 100)
    change = Change(chain, chain.run(move(30, slippage_protection=protection), who))
    over = crossed(change, who)
    assert change.item("SubnetAlphaIn", FIRST) == 30 * RAO == -change.item("SubnetAlphaOut", FIRST)
    gained = change.stake(cold(who), hot(OTHER), SECOND)
    assert abs(gained + change.item("SubnetAlphaIn", SECOND)) <= ROUNDING
    # What arrives is worth what left, at prices that differ, less the fee and the move of the prices.
    before = change.at - 1
    fair = 30 * RAO * market.price(FIRST, before) // market.price(SECOND, before)
    assert fair * 98 // 100 < gained < fair
    assert fields(change.result, "StakeMoved") == [
        cold(who), hot(VALIDATOR), str(FIRST), hot(OTHER), str(SECOND), str(over)
    ]


@pytest.mark.parametrize("protection", [True, False])
def test_a_swap_keeps_the_hotkey(chain, market, protection):
    who = market.holder(FIRST, 100)
    change = Change(chain, chain.run(swap(30, slippage_protection=protection), who))
    over = crossed(change, who)
    assert change.item("SubnetAlphaIn", FIRST) == 30 * RAO == -change.item("SubnetAlphaOut", FIRST)
    gained = change.stake(cold(who), hot(VALIDATOR), SECOND)
    assert abs(gained + change.item("SubnetAlphaIn", SECOND)) <= ROUNDING
    assert fields(change.result, "StakeSwapped") == [
        cold(who), hot(VALIDATOR), str(FIRST), str(SECOND), str(over)
    ]


@pytest.mark.parametrize("order", [move, swap])
def test_an_order_that_moves_the_prices_too_far_is_refused(chain, market, order):
    who = market.holder(FIRST, 900)
    refused(chain, order("all"), who, "SlippageTooHigh")
    change = Change(chain, chain.run(order("all", rate_tolerance=0.5), who))
    crossed(change, who)
    assert market.held(who, FIRST) == 0


@pytest.mark.parametrize("name", ["move_stake_limit", "swap_stake_limit"])
def test_a_partial_order_fills_as_far_as_the_limit(chain, market, name):
    who = market.holder(FIRST, 900)
    held = market.held(who, FIRST)
    limit = market.price(FIRST) * RAO // market.price(SECOND) * 98 // 100
    ends = {"hotkey": hot(VALIDATOR)}
    if name == "move_stake_limit":
        ends = {"origin_hotkey": hot(VALIDATOR), "destination_hotkey": hot(OTHER)}
    order = getattr(CORE, name)(
        **ends,
        origin_netuid=FIRST,
        destination_netuid=SECOND,
        alpha_amount=ALL,
        limit_price=limit,
        allow_partial=True,
    )
    change = Change(chain, chain.submit(order, who))
    crossed(change, who)
    assert 10 * RAO < market.held(who, FIRST) < held - 10 * RAO
    # The limit is what the whole order gets, and it gets no more than a millionth above it.
    given = -change.stake(cold(who), hot(VALIDATOR), FIRST)
    got = change.stake(cold(who), hot(OTHER if name == "move_stake_limit" else VALIDATOR), SECOND)
    assert limit <= got * RAO // given <= limit * 1_000_001 // 1_000_000


@pytest.mark.parametrize("origin, dest", [(0, FIRST), (FIRST, 0)], ids=["from root", "to root"])
def test_a_swap_with_root_pays_one_fee(chain, market, origin, dest):
    who = market.holder(origin, 50)
    change = Change(chain, chain.run(swap("all", origin, dest), who))
    crossed(change, who, origin, dest)
    assert market.held(who, origin) == 0 < market.held(who, dest)


def test_a_move_and_swap_is_one_transaction(chain, market):
    who = market.holder(FIRST, 100)
    order = bittensor.MoveSwapStake(
        origin_hotkey_ss58=hot(VALIDATOR),
        origin_netuid=FIRST,
        dest_hotkey_ss58=hot(OTHER),
        dest_netuid=SECOND,
        amount_alpha="all",
    )
    change = Change(chain, chain.run(order, who))
    crossed(change, who)
    assert market.held(who, FIRST) == 0 < market.held(who, SECOND, OTHER)
    # The client swaps one rao less than it moved.
    assert market.held(who, FIRST, OTHER) <= ROUNDING
    for event in ("StakeMoved", "StakeSwapped"):
        assert len(events(change.result, event)) == 1
