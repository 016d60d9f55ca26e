"""The client's own encrypted path: what it encrypts by default, and what it sends in no other way.

The client keeps a nonce of its own after an encrypted call, so each call here
comes from a client that has just connected.
"""

import bittensor
import pytest
from bittensor import calls
from support.chain import Chain, included_at
from support.keys import RAO, cold, hot, key, wallet
from support.market import FIRST, VALIDATOR, Market

from .conftest import connected

CORE = calls.SubtensorModule


@pytest.fixture(scope="module")
def market(chain) -> Market:
    return Market(chain)


@pytest.fixture
def shielded(node, chain, shield):
    """Executes an intent encrypted and insists that it ran right behind its wrapper."""

    def run(intent, who, **options):
        with connected(node) as client:
            result = client.submit_shielded(intent, who, **options)
        assert result.success, f"{intent}: {result.message}"
        assert result.data["shielded"] is True
        block = shield.block(included_at(result))
        index = int(result.extrinsic_id.split("-")[1])
        assert block[index - 1][4 + 32:].find(b"\x1e\x01") > 0, "no wrapper before it"
        return result

    return run


@pytest.mark.parametrize("finality", [False, True], ids=["included", "final"])
def test_stake_is_bought_and_sold(market, shielded, finality):
    who = market.staker()
    wait = {"wait_for_finalization": finality}
    buy = bittensor.AddStake(hotkey_ss58=hot(VALIDATOR), netuid=FIRST, amount_tao=bittensor.tao(20))
    shielded(buy, who, **wait)
    held = market.held(who, FIRST)
    assert held > 10 * RAO
    sell = bittensor.RemoveStake(
        hotkey_ss58=hot(VALIDATOR), netuid=FIRST, amount_alpha=bittensor.alpha(5, FIRST)
    )
    shielded(sell, who, **wait)
    assert abs(held - market.held(who, FIRST) - 5 * RAO) <= 1


def test_a_registration_is_sent_encrypted_without_being_asked(node, chain, market):
    who = market.staker()
    intent = bittensor.BurnedRegister(netuid=FIRST, hotkey_ss58=hot(who))
    with connected(node) as client:
        result = client.execute(intent, who)
    assert result.success, result.message
    assert result.data["shielded"] is True
    assert chain.client.read("uid", hotkey_ss58=hot(who), netuid=FIRST) is not None


def test_the_fee_of_both_transactions_is_paid(node, chain, market, shielded):
    who, heir = market.staker(), key("//Heir").ss58_address
    before = chain.free(cold(who))
    result = shielded(bittensor.Transfer(dest_ss58=heir, amount_tao=bittensor.tao(1)), who)
    at = included_at(result)
    assert chain.free(heir, at) == RAO
    paid = before - chain.free(cold(who), at) - RAO
    assert paid > result.fee.rao > 0
    assert chain.nonce(cold(who)) == 2


def test_a_call_that_fails_inside_is_reported_by_name(node, chain, market):
    who = market.staker()
    order = bittensor.AddStake(
        hotkey_ss58=hot(VALIDATOR), netuid=FIRST, amount_tao=bittensor.tao(0.0019), slippage_protection=False
    )
    with connected(node) as client:
        result = client.submit_shielded(order, who)
    assert not result.success and result.error.name == "AmountTooLow", result
    assert chain.nonce(cold(who)) == 2


def test_a_composed_call_can_be_encrypted_too(node, chain, market):
    who = market.staker()
    with connected(node) as client:
        result = client.submit_call(calls.System.remark(remark=b"secret"), who, shielded=True)
    assert result.success, result.message


def test_many_accounts_at_once(node, chain, market):
    """Each sends with a client of its own; all of them get in."""
    from concurrent.futures import ThreadPoolExecutor

    people = [market.staker() for _ in range(8)]
    heir = key("//Heirs").ss58_address

    def send(who):
        with connected(node) as client:
            return client.submit_call(
                calls.Balances.transfer_keep_alive(dest=heir, value=RAO), who, shielded=True
            )

    with ThreadPoolExecutor(len(people)) as pool:
        results = list(pool.map(send, people))
    assert [result.message for result in results if not result.success] == []
    assert chain.free(heir) == len(people) * RAO
