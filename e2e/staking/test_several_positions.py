"""Orders over several positions: leaving a hotkey altogether, and batches."""

import bittensor
import pytest
from support.chain import events
from support.change import Change
from support.keys import cold, hot
from support.market import FIRST, OTHER, SECOND, VALIDATOR

from .orders import ADMIN, ROUNDING, add, refused


@pytest.fixture
def who(chain, market):
    """Holds stake on three subnets with one hotkey and on one with another."""
    who = market.staker()
    everywhere = [add(50, FIRST), add(50, SECOND), add(50, 0), add(50, FIRST, OTHER)]
    chain.run(bittensor.Batch(intents=everywhere), who)
    return who


def test_unstaking_all_of_a_hotkey_sells_every_position_on_it(chain, market, who):
    change = Change(chain, chain.run(bittensor.UnstakeAll(hotkey_ss58=hot(VALIDATOR)), who))
    assert [market.held(who, netuid) for netuid in (0, FIRST, SECOND)] == [0, 0, 0]
    assert market.held(who, FIRST, OTHER) > 0
    removed = events(change.result, "StakeRemoved")
    assert sorted(int(e[4]) for e in removed) == [0, FIRST, SECOND]
    assert change.free(cold(who)) == sum(int(e[2]) for e in removed) - change.result.fee.rao
    assert change.item("TotalIssuance") == 0


def test_unstaking_all_alpha_collects_it_on_root(chain, market, who):
    change = Change(chain, chain.run(bittensor.UnstakeAllAlpha(hotkey_ss58=hot(VALIDATOR)), who))
    removed = events(change.result, "StakeRemoved")
    assert sorted(int(e[4]) for e in removed) == [FIRST, SECOND]
    moved = sum(int(e[2]) for e in removed)
    assert change.item("SubnetTAO", 0) == moved
    assert 0 <= moved - change.stake(cold(who), hot(VALIDATOR), 0) <= ROUNDING
    assert [market.held(who, netuid) for netuid in (FIRST, SECOND)] == [0, 0]
    assert market.held(who, FIRST, OTHER) > 0
    assert change.free(cold(who)) == -change.result.fee.rao


def test_unstaking_all_skips_what_cannot_be_sold(chain, market, who):
    chain.sudo(ADMIN.sudo_set_subtoken_enabled(netuid=SECOND, subtoken_enabled=False))
    try:
        chain.run(bittensor.UnstakeAll(hotkey_ss58=hot(VALIDATOR)), who)
    finally:
        chain.sudo(ADMIN.sudo_set_subtoken_enabled(netuid=SECOND, subtoken_enabled=True))
    assert market.held(who, FIRST) == market.held(who, 0) == 0 < market.held(who, SECOND)


def test_a_batch_of_orders_is_executed_whole_or_not_at_all(chain, market, who):
    refused(chain, bittensor.Batch(intents=[add(10), add("0.001")]), who, "AmountTooLow")
    both = [bittensor.UnstakeAll(hotkey_ss58=hot(on)) for on in (VALIDATOR, OTHER)]
    chain.run(bittensor.Batch(intents=both), who)
    assert chain.client.read("stake_for_coldkey", coldkey_ss58=cold(who)) == []


def test_the_value_of_all_positions_is_their_price(chain, market, who):
    value = chain.client.read("stake_value_for_coldkey", coldkey_ss58=cold(who))
    held = {(p.hotkey, p.netuid): p.stake.rao for p in value.positions}
    assert set(held) == {(hot(VALIDATOR), n) for n in (0, FIRST, SECOND)} | {(hot(OTHER), FIRST)}
    # What went in, less fees and what the purchases moved the prices by.
    assert 190 < value.stake_value.tao < 210
    free = chain.client.read("stake_availability", coldkey_ss58=cold(who), netuid=FIRST)
    assert free["available"].rao == free["total"].rao == sum(v for (_, n), v in held.items() if n == FIRST)
