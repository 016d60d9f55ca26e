"""Accounts, the chain as such, hyperparameters that are one item, and epochs."""

from __future__ import annotations

from datetime import datetime, timezone

from support.keys import cold, hot
from support.population import (
    FIRST, LEAVER, MINERS, NOMINATORS, ROOT, SECOND, THIRD, VALIDATORS, VICTIM,
)
from support.state import NOBODY

from ..world import MISSING, World, tao
from .case import case

ALICE, NOVICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY", NOBODY
SECONDS_A_BLOCK = 0.25
EXISTENTIAL_DEPOSIT = 500
PROXY_TYPES = {0: "Any", 8: "Staking"}


@case("balance", coldkey_ss58=cold(NOMINATORS[0]))
@case("balance", coldkey_ss58=NOVICE)
def balance(world: World, coldkey_ss58: str):
    return tao(world.get("System.Account", coldkey_ss58)["data"]["free"])


@case("balances", coldkey_ss58s=[cold(NOMINATORS[0]), NOVICE, ALICE])
@case("balances", coldkey_ss58s=[])
def balances(world: World, coldkey_ss58s: list[str]):
    return {address: balance(world, address) for address in coldkey_ss58s}


@case("existential_deposit")
def existential_deposit(_world: World):
    return tao(EXISTENTIAL_DEPOSIT)


@case("proxies", coldkey_ss58=cold(NOMINATORS[0]))
@case("proxies", coldkey_ss58=NOVICE)
def proxies(world: World, coldkey_ss58: str):
    relations, deposit = world.get("Proxy.Proxies", coldkey_ss58)
    shown = [{**one, "proxy_type": PROXY_TYPES[one["proxy_type"]]} for one in relations]
    return {"proxies": shown, "deposit": tao(deposit)}


@case("coldkey_swap_announcement", coldkey_ss58=cold(LEAVER))
@case("coldkey_swap_announcement", coldkey_ss58=cold(VICTIM))
@case("coldkey_swap_announcement", coldkey_ss58=cold(NOMINATORS[0]))
def coldkey_swap_announcement(world: World, coldkey_ss58: str):
    announced = world.get("ColdkeySwapAnnouncements", coldkey_ss58)
    disputed = world.get("ColdkeySwapDisputes", coldkey_ss58)
    return announced and {
        "execute_block": announced[0],
        "new_coldkey_hash": announced[1],
        "disputed": disputed is not None,
        "dispute_block": disputed,
    }


def _of_population(name: str):
    return lambda world: getattr(world.population, name)


@case("multisig", account_ss58=_of_population("multisig"), call_hash=_of_population("multisig_hash"))
@case("multisig", account_ss58=_of_population("multisig"), call_hash="0x" + "00" * 32)
@case("multisig", account_ss58=NOVICE, call_hash=_of_population("multisig_hash"))
def multisig(world: World, account_ss58: str, call_hash: str):
    pending = world.get("Multisig.Multisigs", account_ss58, call_hash)
    return pending and {
        "timepoint": {"height": pending["height"], "index": pending["index"]},
        "deposit": tao(pending["deposit"]),
        "depositor": pending["depositor"],
        "approvals": pending["approvals"],
    }


# The chain -------------------------------------------------------------------


@case("timestamp")
def timestamp(world: World):
    now = datetime.fromtimestamp(world.get("Timestamp.Now") / 1_000, tz=timezone.utc)
    return {"block": world.block, "unix": now.timestamp(), "iso": now.isoformat()}


@case("block_time")
def block_time(_world: World):
    return SECONDS_A_BLOCK


@case("is_fast_blocks")
def is_fast_blocks(_world: World):
    return True


@case("block_info", block=lambda world: world.block)
def block_info(world: World, block: int):
    # Nobody sent anything in it; what the author puts in itself comes in this order.
    extrinsics = world.node.rpc("chain_getBlock", [world.hash])["block"]["extrinsics"]
    names = ["Timestamp.set", "MevShield.announce_next_key"]
    assert len(extrinsics) == len(names)
    return {
        "number": block,
        "hash": world.hash,
        "timestamp": timestamp(world)["iso"],
        "extrinsics": names,
        "explorer_url": None,
    }


@case("mev_shield_next_key")
def mev_shield_next_key(world: World):
    return "0x" + world.get("MevShield.NextKey").hex()


@case("tx_rate_limit")
def tx_rate_limit(world: World):
    return world.get("TxRateLimit")


# One item a subnet -----------------------------------------------------------

ONE_ITEM = {
    "weights_rate_limit": "WeightsSetRateLimit",
    "difficulty": "Difficulty",
    "min_allowed_weights": "MinAllowedWeights",
    "max_weight_limit": "MaxWeightsLimit",
    "immunity_period": "ImmunityPeriod",
    "reveal_period": "RevealPeriodEpochs",
    "subnet_emission_enabled": "SubnetEmissionEnabled",
    "blocks_since_last_step": "BlocksSinceLastStep",
    "commit_reveal_enabled": "CommitRevealWeightsEnabled",
    "mechanism_count": "MechanismCountCurrent",
}


def _one_item(read: str, item: str) -> None:
    def value(world: World, netuid: int):
        return world.get(item, netuid)

    for netuid in (ROOT, FIRST, THIRD, MISSING):
        case(read, netuid=netuid)(value)


for _read, _item in ONE_ITEM.items():
    _one_item(_read, _item)


@case("burn", netuid=FIRST)
@case("burn", netuid=MISSING)
def burn(world: World, netuid: int):
    return tao(world.get("Burn", netuid))


# Epochs ----------------------------------------------------------------------


@case("next_epoch_start_block", netuid=FIRST)
@case("next_epoch_start_block", netuid=THIRD)
@case("next_epoch_start_block", netuid=MISSING)
def next_epoch_start_block(world: World, netuid: int):
    return world.next_epoch(netuid)


@case("blocks_until_next_epoch", netuid=FIRST)
@case("blocks_until_next_epoch", netuid=MISSING)
def blocks_until_next_epoch(world: World, netuid: int):
    return max(0, world.next_epoch(netuid) - world.block)


@case("blocks_since_last_update", netuid=FIRST, uid=1)
@case("blocks_since_last_update", netuid=FIRST, uid=19)
@case("blocks_since_last_update", netuid=FIRST, uid=20)
@case("blocks_since_last_update", netuid=MISSING, uid=0)
def blocks_since_last_update(world: World, netuid: int, uid: int):
    updates = world.get("LastUpdate", netuid)
    return world.block - updates[uid] if uid < len(updates) else None


@case("epoch_status", netuid=FIRST)
@case("epoch_status", netuid=SECOND)
@case("epoch_status", netuid=MISSING)
def epoch_status(world: World, netuid: int):
    left = blocks_until_next_epoch(world, netuid)
    return {
        "netuid": netuid,
        "block": world.block,
        "tempo": world.get("Tempo", netuid),
        "epoch_index": world.get("SubnetEpochIndex", netuid),
        "last_epoch_block": world.get("LastEpochBlock", netuid),
        "blocks_since_last_step": world.get("BlocksSinceLastStep", netuid),
        "pending_epoch_at": world.get("PendingEpochAt", netuid) or None,
        "next_epoch_start_block": world.next_epoch(netuid),
        "blocks_remaining": left,
        "seconds_remaining": left * SECONDS_A_BLOCK,
    }


# Neurons, as far as they are items -------------------------------------------


@case("hotkey_owner", hotkey_ss58=hot(VALIDATORS[0]))
@case("hotkey_owner", hotkey_ss58=NOVICE)
def hotkey_owner(world: World, hotkey_ss58: str):
    return world.get("Owner", hotkey_ss58)


@case("owned_hotkeys", coldkey_ss58=cold(MINERS[0]))
@case("owned_hotkeys", coldkey_ss58=NOVICE)
def owned_hotkeys(world: World, coldkey_ss58: str):
    return world.get("OwnedHotkeys", coldkey_ss58)


@case("netuids_for_hotkey", hotkey_ss58=hot(VALIDATORS[0]))
@case("netuids_for_hotkey", hotkey_ss58=NOVICE)
def netuids_for_hotkey(world: World, hotkey_ss58: str):
    return sorted(n for n, is_in in world.rows("IsNetworkMember", hotkey_ss58).items() if is_in)


@case("uid", hotkey_ss58=hot(VALIDATORS[1]), netuid=THIRD)
@case("uid", hotkey_ss58=hot(VALIDATORS[3]), netuid=THIRD)
@case("uid", hotkey_ss58=hot(VALIDATORS[1]), netuid=MISSING)
def uid(world: World, hotkey_ss58: str, netuid: int):
    return world.get("Uids", netuid, hotkey_ss58)
