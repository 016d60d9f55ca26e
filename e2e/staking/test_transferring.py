"""Handing stake to another coldkey."""

import bittensor
import pytest
from support.change import Change
from support.keys import RAO, cold, hot
from support.market import FIRST, OTHER, SECOND, VALIDATOR

from .orders import ADMIN, ROUNDING, crossed, fields, move, refused, remove, swap, transfer


def test_a_transfer_on_one_subnet_hands_over_the_position(chain, market):
    who, heir = market.holder(FIRST, 100), market.staker()
    change = Change(chain, chain.run(transfer(30, heir), who))
    assert abs(change.stake(cold(who), hot(VALIDATOR), FIRST) + 30 * RAO) <= ROUNDING
    assert abs(change.stake(cold(heir), hot(VALIDATOR), FIRST) - 30 * RAO) <= ROUNDING
    assert change.item("TotalHotkeyAlpha", hot(VALIDATOR), FIRST) == 0
    assert change.item("SubnetTAO", FIRST) == change.free(cold(heir)) == 0
    assert change.free(cold(who)) == -change.result.fee.rao
    assert fields(change.result, "StakeTransferred")[:5] == [
        cold(who), cold(heir), hot(VALIDATOR), str(FIRST), str(FIRST)
    ]
    assert chain.client.read("staking_hotkeys", coldkey_ss58=cold(heir)) == [hot(VALIDATOR)]
    # It is the heir's to sell.
    chain.run(remove("all"), heir)
    assert market.held(heir, FIRST) == 0


def test_a_transfer_across_subnets_arrives_with_the_other_coldkey(chain, market):
    who, heir = market.holder(FIRST, 100), market.staker()
    change = Change(chain, chain.run(transfer(30, heir, dest=SECOND), who))
    over = crossed(change, who)
    gained = change.stake(cold(heir), hot(VALIDATOR), SECOND)
    assert abs(gained + change.item("SubnetAlphaIn", SECOND)) <= ROUNDING
    assert change.free(cold(heir)) == 0
    assert fields(change.result, "StakeTransferred") == [
        cold(who), cold(heir), hot(VALIDATOR), str(FIRST), str(SECOND), str(over)
    ]


@pytest.mark.parametrize("dest", [FIRST, SECOND], ids=["same subnet", "another subnet"])
def test_a_transfer_may_land_on_another_hotkey(chain, market, dest):
    who, heir = market.holder(FIRST, 100), market.staker()
    order = transfer("all", heir, dest=dest, dest_hotkey_ss58=hot(OTHER))
    change = Change(chain, chain.run(order, who))
    assert market.held(who, FIRST) == 0
    gained = change.stake(cold(heir), hot(OTHER), dest)
    if dest == FIRST:
        assert abs(gained + change.stake(cold(who), hot(VALIDATOR), FIRST)) <= ROUNDING
        assert change.item("SubnetTAO", FIRST) == 0
    else:
        crossed(change, who)
        assert abs(gained + change.item("SubnetAlphaIn", SECOND)) <= ROUNDING


def test_an_owner_may_forbid_transfers_but_not_moves(chain, market):
    who, heir = market.holder(FIRST, 100), market.staker()
    chain.sudo(ADMIN.sudo_set_toggle_transfer(netuid=SECOND, toggle=False))
    try:
        for order in (
            transfer(1, heir, dest=SECOND),
            transfer(1, heir, dest=SECOND, dest_hotkey_ss58=hot(OTHER)),
        ):
            refused(chain, order, who, "TransferDisallowed")
        for order in (transfer(1, heir), move(5), swap(5)):
            chain.run(order, who)
        for order in (transfer(1, heir, SECOND, SECOND), transfer(1, heir, SECOND, FIRST)):
            refused(chain, order, who, "TransferDisallowed")
    finally:
        chain.sudo(ADMIN.sudo_set_toggle_transfer(netuid=SECOND, toggle=True))
    chain.run(transfer("all", heir, SECOND, SECOND), who)
    assert market.held(who, SECOND) == 0 < market.held(heir, SECOND)


def test_the_client_warns_of_a_transfer_that_cannot_be_made(chain, market):
    who, heir = market.holder(FIRST, 10), market.staker()
    plan = chain.client.plan(transfer(50, heir), who)
    assert any("NotEnoughStakeToWithdraw" in warning for warning in plan.warnings), plan.warnings
    refused(chain, transfer(50, heir), who, "NotEnoughStakeToWithdraw")
