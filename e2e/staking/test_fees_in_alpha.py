"""Fees paid with the stake that a call is about, by somebody without TAO."""

import bittensor
import pytest
from bittensor import calls
from support.chain import events
from support.change import Change
from support.keys import RAO, cold, hot
from support.market import FIRST, OTHER, SECOND, VALIDATOR

from .orders import AUTHOR, ROUNDING, add, move, remove, transfer

EXISTENTIAL_DEPOSIT = 500


def without_tao(chain, who):
    chain.submit(calls.Balances.transfer_all(dest=cold(VALIDATOR), keep_alive=True), who)
    assert chain.free(cold(who)) == EXISTENTIAL_DEPOSIT
    return who


@pytest.fixture
def who(chain, market):
    return without_tao(chain, market.holder(FIRST, 100))


def paid(result) -> tuple[int, int]:
    """Alpha taken for the fee and the TAO that came of it."""
    [fee] = events(result, "TransactionFeePaidWithAlpha")
    assert fee["netuid"] == FIRST
    return int(fee["alpha_fee"]), int(fee["tao_amount"])


def test_a_sale_pays_for_itself(chain, who):
    change = Change(chain, chain.run(remove(40), who))
    alpha, tao = paid(change.result)
    assert alpha > 0 and tao > 0
    assert abs(change.stake(cold(who), hot(VALIDATOR), FIRST) + 40 * RAO + alpha) <= 2 * ROUNDING
    # All of the sale arrives, and the author has the fee and that of the swap.
    received = int(events(change.result, "StakeRemoved")[-1][2])
    assert change.free(cold(who)) == received
    assert change.free(AUTHOR) > tao
    assert change.item("SubnetTAO", FIRST) == -received - change.free(AUTHOR)
    assert change.item("TotalIssuance") == 0


def test_selling_all_sells_what_the_fee_leaves(chain, market, who):
    chain.run(remove("all"), who)
    assert market.held(who, FIRST) == 0
    assert chain.free(cold(who)) > 80 * RAO


@pytest.mark.parametrize(
    "order",
    [lambda who: move(10), lambda who: transfer(10, OTHER), lambda who: bittensor.UnstakeAll(hotkey_ss58=hot(VALIDATOR))],
    ids=["move", "transfer", "unstake all"],
)
def test_other_calls_about_one_position_pay_in_alpha(chain, who, order):
    alpha, tao = paid(chain.run(order(who), who))
    assert alpha > 0 and tao > 0


def test_what_is_not_about_one_position_is_turned_away(chain, market, who):
    assert chain.refuse(add(1), who).error.name == "Payment"
    two = market.holder(FIRST, 50)
    market.buy(two, SECOND, 50)
    everything = bittensor.UnstakeAll(hotkey_ss58=hot(VALIDATOR))
    assert chain.refuse(everything, without_tao(chain, two)).error.name == "Payment"
    assert market.held(two, FIRST) > 0 and market.held(two, SECOND) > 0
