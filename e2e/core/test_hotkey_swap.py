"""Hotkey swaps with the client: on one subnet, everywhere, and refused.

The tests of this module build on each other.
"""

import hashlib

import bittensor
import pytest
from bittensor import calls
from bittensor.intents.registration import SwapHotkey
from support.chain import Chain, events
from support.keys import RAO, cold, hot, key, seeded, wallet

OWNER = wallet("//Bob", "//Bob//owner")
MINER = wallet("//Charlie", "//Charlie//miner")
STAKER = wallet("//Dave")
SEED = hashlib.sha256(b"swaps a hotkey with btcli").digest()
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
NETUID = 2
COST, COST_ON_SUBNET = RAO // 10, RAO // 1_000


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A subnet that trades and has no epochs, with a miner on which two coldkeys stake."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.sudo(
        ADMIN.sudo_set_tx_rate_limit(tx_rate_limit=0),
        ADMIN.sudo_set_tempo(netuid=NETUID, tempo=0),
    )
    chain.submit(CORE.start_call(netuid=NETUID), OWNER)
    chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(MINER)), MINER)
    for who in (MINER, STAKER):
        for netuid in (0, NETUID):
            call = CORE.add_stake(hotkey=hot(MINER), netuid=netuid, amount_staked=20 * RAO)
            chain.submit(call, who)


def uid(chain, hotkey, netuid=NETUID):
    return chain.client.read("uid", hotkey_ss58=hotkey, netuid=netuid)


def stakes(chain, hotkey, netuid) -> list[int]:
    return [chain.stake(cold(who), hotkey, netuid) for who in (MINER, STAKER)]


def test_on_one_subnet(chain):
    new = key("//Charlie//second").ss58_address
    old_uid, before = uid(chain, hot(MINER)), stakes(chain, hot(MINER), NETUID)
    root = stakes(chain, hot(MINER), 0)
    free = chain.free(cold(MINER))
    result = chain.run(SwapHotkey(new_hotkey_ss58=new, netuid=NETUID), MINER)
    (event,) = events(result, "HotkeySwappedOnSubnet")
    assert (event["old_hotkey"], event["new_hotkey"]) == (hot(MINER), new)
    assert chain.free(cold(MINER)) == free - COST_ON_SUBNET - result.fee.rao
    assert (uid(chain, new), uid(chain, hot(MINER))) == (old_uid, None)
    assert all(abs(a - b) <= 1 for a, b in zip(stakes(chain, new, NETUID), before))
    assert stakes(chain, hot(MINER), NETUID) == [0, 0]
    # What is elsewhere stays, and both are the coldkey's.
    assert stakes(chain, hot(MINER), 0) == root
    assert chain.get("Owner", new) == chain.get("Owner", hot(MINER)) == cold(MINER)
    assert chain.get("HotkeySuccessor", NETUID, hot(MINER)) == new


def test_everywhere_with_btcli(chain, btcli):
    """A wallet that stakes on its own hotkey gets another one."""
    address = btcli.add_wallet("swapper", "0x" + SEED.hex())
    hotkey_seed, new_seed = (hashlib.sha256(SEED + part).digest() for part in (b"old", b"new"))
    btcli.add_hotkey("swapper", "0x" + hotkey_seed.hex())
    old, new = (seeded(seed).ss58_address for seed in (hotkey_seed, new_seed))
    chain.run(bittensor.Transfer(dest_ss58=address, amount_tao=bittensor.tao(100)), OWNER)
    owner = type(MINER)(seeded(SEED), seeded(hotkey_seed))
    chain.submit(CORE.burned_register(netuid=NETUID, hotkey=old), owner)
    for netuid in (0, NETUID):
        chain.submit(CORE.add_stake(hotkey=old, netuid=netuid, amount_staked=5 * RAO), STAKER)
    before = {netuid: chain.stake(cold(STAKER), old, netuid) for netuid in (0, NETUID)}
    old_uid, recycled = uid(chain, old), chain.free(address)

    answer = btcli("wallet", "swap-hotkey", "--new-hotkey", new, wallet="swapper")
    assert answer["success"] is True, answer
    assert recycled - chain.free(address) >= COST
    assert (uid(chain, new), uid(chain, old)) == (old_uid, None)
    for netuid, alpha in before.items():
        assert abs(chain.stake(cold(STAKER), new, netuid) - alpha) <= 1
        assert chain.stake(cold(STAKER), old, netuid) == 0
    assert chain.get("Owner", new) == address


def test_one_that_keeps_its_stake(chain):
    old, new = key("//Charlie//second").ss58_address, key("//Charlie//third").ss58_address
    before = stakes(chain, old, NETUID)
    call = CORE.swap_hotkey_v2(hotkey=old, new_hotkey=new, netuid=NETUID, keep_stake=True)
    chain.submit(call, MINER)
    assert stakes(chain, old, NETUID) == before
    assert uid(chain, new) is not None and uid(chain, old) is None
    # Those who stake on the old one still get out.
    chain.submit(CORE.remove_stake(hotkey=old, netuid=NETUID, amount_unstaked=5 * RAO), STAKER)


@pytest.mark.parametrize(
    "old, new, signer, error",
    [
        ("//Charlie//third", "//Charlie//third", MINER, "NewHotKeyIsSameWithOld"),
        ("//Charlie//third", "//Bob//owner", MINER, "NonAssociatedColdKey"),
        ("//Bob//owner", "//Charlie//fourth", MINER, "NonAssociatedColdKey"),
    ],
)
def test_refusals(chain, old, new, signer, error):
    before = chain.rows("Owner")
    call = CORE.swap_hotkey(
        hotkey=key(old).ss58_address, new_hotkey=key(new).ss58_address, netuid=NETUID
    )
    assert chain.refuse(call, signer).error.name == error
    assert list(chain.rows("Owner")) == list(before)
