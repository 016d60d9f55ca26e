"""Collateral of a miner with the client: an owner asks for it, a registration leaves it, income sets it free.

The tests of this module build on each other. The client keeps a nonce of its own after an encrypted
call, so each of those comes from a client that has just connected.
"""

from contextlib import contextmanager

import bittensor
import pytest
from bittensor import calls
from bittensor.intents import AddCollateral, SetMinCollateral
from bittensor.intents.hyperparameters import SetHyperparameter
from support.chain import Chain, events
from support.keys import RAO, cold, hot, wallet

OWNER = wallet("//Bob", "//Bob//owner")
MINER = wallet("//Charlie", "//Charlie//miner")
ADMIN, CORE = calls.AdminUtils, calls.SubtensorModule
NETUID = 2
SHARE = 32_767
FIXED_ONE = 2**64


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A subnet that trades and has a moving price near that of its pool, and no epochs for now."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.submit(CORE.start_call(netuid=NETUID), OWNER)
    chain.sudo(
        ADMIN.sudo_set_tempo(netuid=NETUID, tempo=0),
        ADMIN.sudo_set_ema_price_halving_period(netuid=NETUID, ema_halving=1),
        ADMIN.sudo_set_subnet_moving_alpha(alpha={"bits": 2**32}),
        ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False),
    )


@contextmanager
def just_connected(node):
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        yield Chain(connected, wait_for_finality=False)


def shielded(node, intent):
    """Executes an intent of the miner; the client encrypts these without being asked."""
    with just_connected(node) as fresh:
        result = fresh.client.execute(intent, MINER)
    assert result.success, f"{intent}: {result.message}"
    assert result.data["shielded"] is True
    return result


def shown(chain) -> dict:
    return chain.client.read("miner_collateral", netuid=NETUID, hotkey_ss58=hot(MINER))


def held(chain) -> int:
    return chain.stake(cold(MINER), hot(MINER), NETUID)


def test_an_owner_asks_for_collateral(chain):
    chain.run(SetHyperparameter(netuid=NETUID, name="collateral_lock_share", value=SHARE), OWNER)
    result = chain.run(
        SetHyperparameter(netuid=NETUID, name="collateral_drain_ratio", value=FIXED_ONE // 2), OWNER
    )
    (event,) = events(result, "CollateralDrainRatioSet", "AdminUtils")
    assert int(event["netuid"]) == NETUID
    policy = chain.client.read("collateral_policy", netuid=NETUID)
    assert policy == {"netuid": NETUID, "lock_share": SHARE / 65_535, "drain_ratio": 0.5}
    # 95 % and ten are the most.
    for name, value, error in [
        ("collateral_lock_share", 62_259, "CollateralLockShareTooHigh"),
        ("collateral_drain_ratio", 10 * FIXED_ONE + 1, "CollateralDrainRatioOutOfBounds"),
    ]:
        argument = {"lock_share": value} if name.endswith("share") else {"drain_ratio": {"bits": value}}
        call = getattr(ADMIN, f"sudo_set_{name}")(netuid=NETUID, **argument)
        assert chain.refuse(call, OWNER).error.name == error


def test_a_registration_leaves_it(node, chain):
    result = shielded(node, bittensor.BurnedRegister(netuid=NETUID, hotkey_ss58=hot(MINER)))
    (event,) = events(result, "CollateralLocked")
    locked = int(event["total_locked"])
    assert int(event["locked"]) == locked > 0
    row = shown(chain)
    assert row["coldkey"] == cold(MINER)
    assert (row["locked_alpha"].rao, row["min_locked_alpha"].rao, row["earned_alpha"].rao) == (locked, 0, 0)
    assert row["drain_ratio"] == 0.5
    assert abs(held(chain) - locked) <= 1
    (entry,) = chain.client.read("subnet_collateral", netuid=NETUID)
    assert entry["uid"] == chain.client.read("uid", hotkey_ss58=hot(MINER), netuid=NETUID)
    assert entry["hotkey"] == hot(MINER)


def test_the_miner_adds_to_it(node, chain):
    before = shown(chain)["locked_alpha"].rao
    # Bought, as the position has nothing free.
    free = chain.free(cold(MINER))
    shielded(node, AddCollateral(netuid=NETUID, amount_alpha=bittensor.alpha(5, NETUID), hotkey_ss58=hot(MINER)))
    bought = shown(chain)["locked_alpha"].rao - before
    assert 4 * RAO < bought < 6 * RAO and chain.free(cold(MINER)) < free
    # Then all that it has, and nothing is bought.
    chain.submit(CORE.add_stake(hotkey=hot(MINER), netuid=NETUID, amount_staked=20 * RAO), MINER)
    result = shielded(node, AddCollateral(netuid=NETUID, amount_alpha="all", hotkey_ss58=hot(MINER)))
    assert not events(result, "StakeAdded")
    assert abs(shown(chain)["locked_alpha"].rao - held(chain)) <= 1


def test_it_stays_where_it_is(node, chain):
    for call in [
        CORE.remove_stake(hotkey=hot(MINER), netuid=NETUID, amount_unstaked=10 * RAO),
        CORE.burn_alpha(hotkey=hot(MINER), netuid=NETUID, amount=10 * RAO),
        CORE.transfer_stake(
            destination_coldkey=cold(OWNER), hotkey=hot(MINER), origin_netuid=NETUID,
            destination_netuid=NETUID, alpha_amount=10 * RAO,
        ),
    ]:
        with just_connected(node) as fresh:
            assert fresh.refuse(call, MINER).error.name == "StakeUnavailable"
    availability = chain.client.read("stake_availability", coldkey_ss58=cold(MINER), netuid=NETUID)
    assert abs(availability["locked"].rao - held(chain)) <= 1
    assert availability["available"].rao <= 1


def test_a_floor_is_set_and_everybody_sees_it(node, chain, btcli):
    floor = shown(chain)["locked_alpha"].rao - RAO
    least = SetMinCollateral(
        netuid=NETUID, min_alpha=bittensor.Balance.from_rao(floor, NETUID), hotkey_ss58=hot(MINER)
    )
    with just_connected(node) as fresh:
        fresh.run(least, MINER)
    row = shown(chain)
    assert row["min_locked_alpha"].rao == floor
    assert row["headroom_alpha"].rao == RAO and row["releasable_work_alpha"].rao == 2 * RAO
    uid = chain.client.read("uid", hotkey_ss58=hot(MINER), netuid=NETUID)
    graph = chain.client.read("metagraph", netuid=NETUID)
    assert int(graph["collateral_locked"][uid]) == row["locked_alpha"].rao
    assert int(graph["collateral_min"][uid]) == floor
    assert int(graph["collateral_earned"][uid]) == 0
    by_hotkey = btcli("misc", "collateral", "show", "--netuid", str(NETUID), "--hotkey", hot(MINER))
    assert by_hotkey["collateral"]["hotkey"] == hot(MINER)
    assert by_hotkey["policy"]["drain_ratio"] == 0.5
    listed = btcli("misc", "collateral", "list", "--netuid", str(NETUID))
    assert hot(MINER) in str(listed)


def test_income_sets_it_free_down_to_the_floor(node, chain):
    floor = shown(chain)["min_locked_alpha"].rao
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=10))
    chain.wait_until(lambda: shown(chain)["locked_alpha"].rao == floor)
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=0))
    assert shown(chain)["earned_alpha"].rao >= 2 * RAO
    assert held(chain) > floor + 2 * RAO
    with just_connected(node) as fresh:
        fresh.submit(CORE.remove_stake(hotkey=hot(MINER), netuid=NETUID, amount_unstaked=RAO), MINER)
