"""Locks and conviction with the client: what is locked stays, earns conviction, moves and is given away.

The tests of this module build on each other.
"""

import bittensor
import pytest
from bittensor import calls
from bittensor.intents import LockStake, MoveLock, SetPerpetualLock, SetRejectLockedAlpha
from bittensor.intents.hyperparameters import SetHyperparameter
from support.chain import Chain, events
from support.keys import RAO, cold, hot, wallet

OWNER = wallet("//Bob", "//Bob//owner")
STAKER = wallet("//Charlie", "//Charlie//validator")
FRIEND = wallet("//Dave", "//Dave//validator")
ADMIN, CORE = calls.AdminUtils, calls.SubtensorModule
NETUID = 2
FERDIE_SEED = "0x42438b7883391c05512a938e36c2df0131e088b3756d6aa7a755fbff19d2f842"


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A subnet that trades, without epochs for now, on which two coldkeys have stake."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.submit(CORE.start_call(netuid=NETUID), OWNER)
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=0))
    for who in (STAKER, FRIEND):
        chain.submit(CORE.try_associate_hotkey(hotkey=hot(who)), who)
        chain.submit(CORE.add_stake(hotkey=hot(who), netuid=NETUID, amount_staked=100 * RAO), who)


def alpha(amount: float):
    return bittensor.alpha(amount, NETUID)


def shown(chain, who=STAKER):
    return chain.client.read("coldkey_lock", coldkey_ss58=cold(who), netuid=NETUID)


def conviction(chain, hotkey: str) -> int:
    read = chain.client.read("hotkey_conviction", hotkey_ss58=hotkey, netuid=NETUID)
    return read["conviction_alpha"].rao


def held(chain, who=STAKER) -> int:
    return chain.stake(cold(who), hot(who), NETUID)


def test_stake_is_locked_and_earns_conviction(chain):
    assert shown(chain) is None
    result = chain.run(LockStake(netuid=NETUID, amount_alpha=alpha(20), hotkey_ss58=hot(STAKER)), STAKER)
    (event,) = events(result, "StakeLocked")
    assert int(event["amount"]) == 20 * RAO and event["hotkey"] == hot(STAKER)
    lock = shown(chain)
    assert lock["hotkey"] == hot(STAKER) and lock["is_perpetual"] is False
    assert 0 <= 20 * RAO - lock["locked_alpha"].rao < RAO // 100
    chain.wait_blocks(4)
    assert 0 < conviction(chain, hot(STAKER)) < RAO
    assert shown(chain)["locked_alpha"].rao < lock["locked_alpha"].rao
    assert chain.client.read("most_convicted_hotkey", netuid=NETUID) == hot(STAKER)
    assert chain.client.read("locks_for_coldkey", coldkey_ss58=cold(STAKER))[0]["netuid"] == NETUID
    (targeting,) = chain.client.read("locks_for_hotkey", hotkey_ss58=hot(STAKER), netuid=NETUID)
    assert targeting["coldkey"] == cold(STAKER)


def test_a_lock_that_decays_becomes_perpetual(chain):
    chain.run(SetPerpetualLock(netuid=NETUID, enabled=True), STAKER)
    mass = shown(chain)["locked_alpha"].rao
    chain.wait_blocks(4)
    assert shown(chain)["is_perpetual"] is True and shown(chain)["locked_alpha"].rao == mass
    projected = chain.client.read("subnet_convictions", netuid=NETUID)
    assert projected["leader_hotkey"] == hot(STAKER)


def test_what_is_locked_stays(chain):
    lock, all_of_it = shown(chain)["locked_alpha"].rao, held(chain)
    availability = chain.client.read("stake_availability", coldkey_ss58=cold(STAKER), netuid=NETUID)
    assert availability["locked"].rao == lock
    assert availability["available"].rao == all_of_it - lock
    too_much = all_of_it - lock + RAO
    for call in [
        CORE.remove_stake(hotkey=hot(STAKER), netuid=NETUID, amount_unstaked=too_much),
        CORE.burn_alpha(hotkey=hot(STAKER), netuid=NETUID, amount=too_much),
        CORE.swap_stake(
            hotkey=hot(STAKER), origin_netuid=NETUID, destination_netuid=0, alpha_amount=too_much
        ),
    ]:
        assert chain.refuse(call, STAKER).error.name == "StakeUnavailable"
    chain.submit(CORE.remove_stake(hotkey=hot(STAKER), netuid=NETUID, amount_unstaked=10 * RAO), STAKER)


def test_wrong_locks_are_refused(chain):
    for call, error in [
        (CORE.lock_stake(hotkey=hot(STAKER), netuid=NETUID, amount=0), "AmountTooLow"),
        (CORE.lock_stake(hotkey=hot(STAKER), netuid=99, amount=RAO), "SubnetNotExists"),
        (CORE.lock_stake(hotkey=cold(FRIEND), netuid=NETUID, amount=RAO), "HotKeyAccountNotExists"),
        (CORE.lock_stake(hotkey=hot(FRIEND), netuid=NETUID, amount=RAO), "LockHotkeyMismatch"),
        (CORE.lock_stake(hotkey=hot(STAKER), netuid=NETUID, amount=10**6 * RAO), "InsufficientStakeForLock"),
        (CORE.move_lock(destination_hotkey=hot(FRIEND), netuid=0), "NoExistingLock"),
    ]:
        assert chain.refuse(call, STAKER).error.name == error


def test_a_lock_moves_to_another_hotkey_without_its_conviction(chain):
    before = shown(chain)["locked_alpha"].rao
    result = chain.run(MoveLock(netuid=NETUID, destination_hotkey_ss58=hot(FRIEND)), STAKER)
    (event,) = events(result, "LockMoved")
    assert (event["origin_hotkey"], event["destination_hotkey"]) == (hot(STAKER), hot(FRIEND))
    lock = shown(chain)
    assert lock["hotkey"] == hot(FRIEND) and lock["locked_alpha"].rao == before
    assert conviction(chain, hot(STAKER)) == 0
    assert not chain.client.read("locks_for_hotkey", hotkey_ss58=hot(STAKER), netuid=NETUID)
    # On the owner's hotkey it counts in full.
    chain.run(MoveLock(netuid=NETUID, destination_hotkey_ss58=hot(OWNER)), STAKER)
    assert conviction(chain, hot(OWNER)) == before
    chain.run(MoveLock(netuid=NETUID, destination_hotkey_ss58=hot(FRIEND)), STAKER)


def transfer(amount: int):
    return CORE.transfer_stake(
        destination_coldkey=cold(FRIEND), hotkey=hot(STAKER), origin_netuid=NETUID,
        destination_netuid=NETUID, alpha_amount=amount,
    )


def test_locked_stake_goes_to_whoever_accepts_it(chain):
    lock = shown(chain)["locked_alpha"].rao
    amount = held(chain) - lock + 5 * RAO
    assert chain.client.read("accepts_locked_alpha", coldkey_ss58=cold(FRIEND)) is False
    assert chain.refuse(transfer(amount), STAKER).error.name == "AccountRejectsLockedAlpha"
    chain.run(SetRejectLockedAlpha(enabled=False), FRIEND)
    assert chain.client.read("accepts_locked_alpha", coldkey_ss58=cold(FRIEND)) is True
    chain.submit(transfer(amount), STAKER)
    assert abs(shown(chain)["locked_alpha"].rao - (lock - 5 * RAO)) <= 2
    given = shown(chain, FRIEND)
    assert given["hotkey"] == hot(FRIEND) and given["is_perpetual"] is False
    assert abs(given["locked_alpha"].rao - 5 * RAO) < RAO // 100


def test_the_owners_cut_is_locked_where_the_owner_wants_it(chain):
    chain.run(SetHyperparameter(netuid=NETUID, name="owner_cut_auto_lock_enabled", value=True), OWNER)
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=10))
    chain.wait_until(lambda: shown(chain, OWNER) is not None)
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=0))
    lock = shown(chain, OWNER)
    assert lock["hotkey"] == hot(OWNER) and lock["locked_alpha"].rao > 0
    assert conviction(chain, hot(OWNER)) == lock["locked_alpha"].rao


def test_btcli_locks_shows_and_moves(chain, btcli):
    ferdie = btcli.add_wallet("ferdie", FERDIE_SEED)
    chain.submit(
        CORE.add_stake(hotkey=hot(FRIEND), netuid=NETUID, amount_staked=50 * RAO), wallet("//Ferdie", "//Ferdie//any")
    )
    chosen = ("--netuid", str(NETUID))
    added = btcli(
        "conviction", "add", *chosen, "--amount", "5", "--hotkey", hot(FRIEND), "--perpetual", wallet="ferdie"
    )
    assert added
    listed = btcli("conviction", "list", "--coldkey", ferdie, *chosen)
    assert hot(FRIEND) in str(listed) and "True" in str(listed)
    data = btcli("conviction", "show", *chosen, "--coldkey", ferdie)
    assert data["lock"]["hotkey"] == hot(FRIEND)
    assert ferdie in str(btcli("conviction", "targeting", *chosen, "--hotkey", hot(FRIEND)))
    btcli("conviction", "mode", *chosen, "--decaying", wallet="ferdie")
    btcli("conviction", "accept", "--allow", wallet="ferdie")
    btcli("conviction", "move", *chosen, "--destination-hotkey", hot(STAKER), wallet="ferdie")
    lock = chain.client.read("coldkey_lock", coldkey_ss58=ferdie, netuid=NETUID)
    assert lock["hotkey"] == hot(STAKER) and lock["is_perpetual"] is False
    assert chain.client.read("accepts_locked_alpha", coldkey_ss58=ferdie) is True
