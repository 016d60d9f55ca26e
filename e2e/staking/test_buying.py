"""Buying stake: amounts, limits, refusals, events."""

import bittensor
import pytest
from support.change import Change
from support.keys import RAO, cold, hot, wallet
from support.market import FIRST, STAKER_BALANCE, VALIDATOR

from .orders import AUTHOR, ROUNDING, add, fields, refused

EXISTENTIAL_DEPOSIT = 500
# What the client leaves for the fee when it stakes everything.
HEADROOM = 500_000
UNKNOWN = wallet("//nobody")


@pytest.mark.parametrize("protection", [True, False])
def test_a_purchase_is_what_was_quoted(chain, market, protection):
    who = market.staker()
    change = Change(chain, chain.run(add(100, slippage_protection=protection), who))
    quote = change.quote("quote_stake", netuid=FIRST, amount_tao=100)
    bought, fee = quote.alpha.rao, quote.tao_fee.rao
    assert bought > 0 and fee > 0
    assert change.free(cold(who)) == -100 * RAO - change.result.fee.rao
    assert change.free(AUTHOR) == change.result.fee.rao + fee
    assert change.item("SubnetTAO", FIRST) == change.item("TotalStake") == 100 * RAO - fee
    assert change.item("SubnetAlphaIn", FIRST) == -bought
    assert change.item("SubnetAlphaOut", FIRST) == bought
    assert change.item("TotalHotkeyAlpha", hot(VALIDATOR), FIRST) == bought
    assert 0 <= bought - change.stake(cold(who), hot(VALIDATOR), FIRST) <= ROUNDING
    assert change.item("TotalIssuance") == 0
    assert fields(change.result, "StakeAdded") == [
        cold(who), hot(VALIDATOR), str(100 * RAO), str(bought), str(FIRST), str(fee)
    ]
    assert chain.client.read("staking_hotkeys", coldkey_ss58=cold(who)) == [hot(VALIDATOR)]


def test_everything_leaves_the_deposit_and_what_is_left_of_the_headroom(chain, market):
    who = market.staker()
    result = chain.run(add("all", slippage_protection=False), who)
    assert chain.free(cold(who)) == EXISTENTIAL_DEPOSIT + HEADROOM - result.fee.rao
    assert market.held(who, FIRST) > 0


def test_a_purchase_that_moves_the_price_too_far_is_refused(chain, market):
    who = market.staker()
    refused(chain, add(900), who, "SlippageTooHigh")
    # The same order, given more room.
    chain.run(add(900, rate_tolerance=0.5), who)
    assert market.held(who, FIRST) > 0


def test_a_partial_purchase_stops_at_the_limit_and_returns_the_rest(chain, market):
    who = market.staker()
    limit = market.price(FIRST) * 102 // 100
    order = bittensor.AddStakeLimit(
        hotkey_ss58=hot(VALIDATOR),
        netuid=FIRST,
        amount_tao=bittensor.tao(900),
        limit_price_rao=limit,
        allow_partial=True,
    )
    change = Change(chain, chain.run(order, who))
    paid = -change.free(cold(who)) - change.result.fee.rao
    assert 10 * RAO < paid < 890 * RAO
    _, _, event_paid, bought, _, fee = fields(change.result, "StakeAdded")
    assert int(event_paid) == paid
    assert change.item("SubnetTAO", FIRST) == paid - int(fee)
    assert change.item("SubnetAlphaIn", FIRST) == -int(bought)
    # As far as the limit and no further.
    assert limit - 10 <= market.price(FIRST, change.at) <= limit


def test_a_purchase_with_a_limit_is_whole_or_not_at_all(chain, market):
    who = market.staker()
    order = {"hotkey_ss58": hot(VALIDATOR), "netuid": FIRST, "amount_tao": bittensor.tao(900)}
    price = market.price(FIRST)
    tight = bittensor.AddStakeLimit(**order, limit_price_rao=price * 102 // 100)
    refused(chain, tight, who, "SlippageTooHigh")
    passed = bittensor.AddStakeLimit(**order, limit_price_rao=price - 1, allow_partial=True)
    refused(chain, passed, who, "PriceLimitExceeded")
    chain.run(bittensor.AddStakeLimit(**order, limit_price_rao=price * 2), who)
    assert chain.free(cold(who)) < STAKER_BALANCE - 900 * RAO


@pytest.mark.parametrize(
    "order, name",
    [
        pytest.param(add("0.0019"), "AmountTooLow", id="too little"),
        pytest.param(add("0.0019", slippage_protection=False), "AmountTooLow", id="too little, no limit"),
        pytest.param(add(1001, slippage_protection=False), "NotEnoughBalanceToStake", id="too much"),
        pytest.param(add(1, on=UNKNOWN), "HotKeyAccountNotExists", id="unknown hotkey"),
        pytest.param(add(1, netuid=77, slippage_protection=False), "SubnetNotExists", id="unknown subnet"),
        pytest.param(add(1, netuid=1), "SubtokenDisabled", id="subnet not started"),
    ],
)
def test_a_purchase_that_cannot_be_made_is_refused_by_name(chain, regular, order, name):
    refused(chain, order, regular, name)


@pytest.mark.parametrize("protection", [True, False])
def test_root_is_one_to_one_and_free_of_swap_fees(chain, market, protection):
    who = market.staker()
    change = Change(chain, chain.run(add(5, 0, slippage_protection=protection), who))
    assert change.free(cold(who)) == -5 * RAO - change.result.fee.rao
    assert change.free(AUTHOR) == change.result.fee.rao
    assert change.item("SubnetTAO", 0) == change.item("TotalHotkeyAlpha", hot(VALIDATOR), 0) == 5 * RAO
