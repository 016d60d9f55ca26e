"""Selling stake: amounts, limits, refusals, events."""

import bittensor
import pytest
from bittensor.result import BittensorError
from support.change import Change
from support.keys import RAO, cold, hot
from support.market import FIRST, SECOND, VALIDATOR

from .orders import ADMIN, AUTHOR, CORE, ROUNDING, add, fields, refused, remove

LEAST_STAKE = 2_000_000


@pytest.mark.parametrize("protection", [True, False])
def test_a_sale_is_what_was_quoted(chain, market, protection):
    who = market.holder(FIRST, 100)
    change = Change(chain, chain.run(remove(40, slippage_protection=protection), who))
    quote = change.quote("quote_unstake", netuid=FIRST, amount_alpha=40)
    received, fee = quote.tao.rao, quote.alpha_fee.rao
    assert received > 0 and fee > 0
    assert change.free(cold(who)) == received - change.result.fee.rao
    # The fee is sold for the author: all 40 alpha are in the pool, the TAO of both sales is out of it.
    to_author = change.free(AUTHOR) - change.result.fee.rao
    assert to_author > 0
    assert change.item("SubnetTAO", FIRST) == change.item("TotalStake") == -received - to_author
    assert change.item("SubnetAlphaIn", FIRST) == 40 * RAO
    assert change.item("SubnetAlphaOut", FIRST) == -40 * RAO
    assert change.item("TotalHotkeyAlpha", hot(VALIDATOR), FIRST) == -40 * RAO
    assert abs(change.stake(cold(who), hot(VALIDATOR), FIRST) + 40 * RAO) <= ROUNDING
    assert change.item("TotalIssuance") == 0
    assert fields(change.result, "StakeRemoved") == [
        cold(who), hot(VALIDATOR), str(received), str(40 * RAO - fee), str(FIRST), str(fee)
    ]


def test_selling_all_ends_the_position(chain, market):
    who = market.holder(FIRST, 100)
    chain.run(remove("all"), who)
    assert market.held(who, FIRST) == 0
    assert chain.client.read("stake_for_coldkey", coldkey_ss58=cold(who)) == []
    assert chain.client.read("staking_hotkeys", coldkey_ss58=cold(who)) == []
    # The client sees that there is nothing left; the chain says the same.
    with pytest.raises(BittensorError, match="nothing to unstake"):
        chain.client.execute(remove("all"), who)
    refused(chain, remove(1), who, "AmountTooLow")


def test_asking_for_more_than_the_position_sells_the_position(chain, market):
    who = market.holder(FIRST, 10)
    chain.run(remove(1_000, slippage_protection=False), who)
    assert market.held(who, FIRST) == 0


def test_a_sale_that_moves_the_price_too_far_is_refused(chain, market):
    who = market.holder(FIRST, 900)
    refused(chain, remove("all"), who, "SlippageTooHigh")
    chain.run(remove("all", rate_tolerance=0.5), who)
    assert market.held(who, FIRST) == 0


def test_a_partial_sale_stops_at_the_limit_and_keeps_the_rest_staked(chain, market):
    who = market.holder(FIRST, 900)
    held = market.held(who, FIRST)
    limit = market.price(FIRST) * 98 // 100
    order = bittensor.RemoveStakeLimit(
        hotkey_ss58=hot(VALIDATOR),
        netuid=FIRST,
        amount_alpha="all",
        limit_price_rao=limit,
        allow_partial=True,
    )
    change = Change(chain, chain.run(order, who))
    sold = -change.stake(cold(who), hot(VALIDATOR), FIRST)
    assert 10 * RAO < sold < held - 10 * RAO
    assert abs(change.item("SubnetAlphaIn", FIRST) - sold) <= ROUNDING
    received = int(fields(change.result, "StakeRemoved")[2])
    assert change.free(cold(who)) == received - change.result.fee.rao
    # The author's fee is sold after the order, a little below its limit.
    assert limit * 9_999 // 10_000 <= market.price(FIRST, change.at) <= limit + 10


def test_a_sale_with_a_limit_is_whole_or_not_at_all(chain, market):
    who = market.holder(FIRST, 900)
    order = {"hotkey_ss58": hot(VALIDATOR), "netuid": FIRST, "amount_alpha": "all"}
    price = market.price(FIRST)
    tight = bittensor.RemoveStakeLimit(**order, limit_price_rao=price * 98 // 100)
    refused(chain, tight, who, "SlippageTooHigh")
    passed = bittensor.RemoveStakeLimit(**order, limit_price_rao=price + 1, allow_partial=True)
    refused(chain, passed, who, "PriceLimitExceeded")
    chain.run(bittensor.RemoveStakeLimit(**order, limit_price_rao=price // 2), who)
    assert market.held(who, FIRST) == 0


def test_a_whole_position_is_sold_with_and_without_a_limit(chain, market):
    who = market.holder(FIRST, 900)
    full = {"hotkey": hot(VALIDATOR), "netuid": FIRST}
    tight = CORE.remove_stake_full_limit(**full, limit_price=market.price(FIRST) * 98 // 100)
    refused(chain, tight, who, "SlippageTooHigh")
    chain.submit(CORE.remove_stake_full_limit(**full, limit_price=market.price(FIRST) // 2), who)
    assert market.held(who, FIRST) == 0
    market.buy(who, FIRST, 10)
    chain.submit(CORE.remove_stake_full_limit(**full, limit_price=None), who)
    assert market.held(who, FIRST) == 0


def test_only_a_whole_position_may_be_sold_for_next_to_nothing(chain, market):
    who = market.holder(FIRST, 1)
    refused(chain, remove("0.0001", slippage_protection=False), who, "AmountTooLow")
    chain.run(remove("all"), who)
    # Hardly more than the least that can be bought.
    chain.run(add("0.00201"), who)
    change = Change(chain, chain.run(remove("all"), who))
    assert 0 < change.free(cold(who)) + change.result.fee.rao < LEAST_STAKE * 101 // 100
    assert market.held(who, FIRST) == 0


def test_nothing_is_traded_while_the_token_is_off(chain, market):
    who = market.holder(SECOND, 10)
    chain.sudo(ADMIN.sudo_set_subtoken_enabled(netuid=SECOND, subtoken_enabled=False))
    try:
        for order in (
            remove(1, SECOND),
            remove(1, SECOND, slippage_protection=False),
            add(1, SECOND),
        ):
            refused(chain, order, who, "SubtokenDisabled")
    finally:
        chain.sudo(ADMIN.sudo_set_subtoken_enabled(netuid=SECOND, subtoken_enabled=True))
    chain.run(remove("all", SECOND), who)


@pytest.mark.parametrize("protection", [True, False])
def test_root_stake_comes_back_one_to_one(chain, market, protection):
    who = market.holder(0, 5)
    change = Change(chain, chain.run(remove(2, 0, slippage_protection=protection), who))
    assert change.free(cold(who)) == 2 * RAO - change.result.fee.rao
    assert change.free(AUTHOR) == change.result.fee.rao
    assert change.item("SubnetTAO", 0) == -2 * RAO
    chain.run(remove("all", 0, slippage_protection=protection), who)
    assert market.held(who, 0) == 0
