"""Stake, what it is worth, locks and collateral."""

from __future__ import annotations

from math import floor

from support.keys import RAO, cold, hot
from support.population import (
    FIRST, MINERS, NEURONS, NOMINATORS, OWNERS, ROOT, SECOND, THIRD, VALIDATORS,
)
from support.state import NOBODY

from ..world import ESCROW, FIXED_64, MISSING, U16, World, about, alpha, tao
from .case import case

ONE_YEAR = 7_200 * 365 + 1_800
COLLATERAL_MINER = NEURONS[SECOND][4]


@case("stake", coldkey_ss58=cold(NOMINATORS[0]), hotkey_ss58=hot(VALIDATORS[0]), netuid=FIRST)
@case("stake", coldkey_ss58=cold(NOMINATORS[0]), hotkey_ss58=hot(VALIDATORS[0]), netuid=ROOT)
@case("stake", coldkey_ss58=cold(NOMINATORS[0]), hotkey_ss58=hot(VALIDATORS[1]), netuid=FIRST)
@case("stake", coldkey_ss58=ESCROW, hotkey_ss58=hot(VALIDATORS[0]), netuid=FIRST)
@case("stake", coldkey_ss58=NOBODY, hotkey_ss58=NOBODY, netuid=MISSING)
def stake(world: World, coldkey_ss58: str, hotkey_ss58: str, netuid: int):
    return alpha(about(floor(world.stake(coldkey_ss58, hotkey_ss58, netuid))), netuid)


@case("stake_for_coldkey", coldkey_ss58=cold(NOMINATORS[0]))
@case("stake_for_coldkey", coldkey_ss58=cold(VALIDATORS[1]))
@case("stake_for_coldkey", coldkey_ss58=NOBODY)
def stake_for_coldkey(world: World, coldkey_ss58: str):
    return [
        {
            "hotkey": hotkey,
            "coldkey": coldkey_ss58,
            "netuid": netuid,
            "stake": alpha(about(amount), netuid),
            "is_registered": world.is_registered(hotkey, netuid),
        }
        for hotkey, netuid, amount in world.positions(coldkey_ss58)
    ]


@case("stake_for_coldkeys", coldkey_ss58s=[cold(NOMINATORS[0]), NOBODY, cold(VALIDATORS[0])])
@case("stake_for_coldkeys", coldkey_ss58s=[])
def stake_for_coldkeys(world: World, coldkey_ss58s: list[str]):
    return {coldkey: stake_for_coldkey(world, coldkey) for coldkey in coldkey_ss58s}


@case("stake_value_for_coldkey", coldkey_ss58=cold(NOMINATORS[0]))
@case("stake_value_for_coldkey", coldkey_ss58=NOBODY)
def stake_value_for_coldkey(world: World, coldkey_ss58: str):
    prices = {netuid: world.price_rao(netuid) / RAO for netuid in world.subnets}
    value = sum(amount * prices[n] for _, n, amount in world.positions(coldkey_ss58))
    return {
        "coldkey": coldkey_ss58,
        "block": world.block,
        "positions": stake_for_coldkey(world, coldkey_ss58),
        "stake_value": tao(about(value, 20)),
        "tao_per_alpha": {netuid: about(price, 1e-8) for netuid, price in prices.items()},
    }


@case("stake_value_for_coldkeys", coldkey_ss58s=[cold(NOMINATORS[1]), NOBODY])
def stake_value_for_coldkeys(world: World, coldkey_ss58s: list[str]):
    return {coldkey: stake_value_for_coldkey(world, coldkey) for coldkey in coldkey_ss58s}


def locked(world: World, coldkey: str, netuid: int) -> int:
    """By conviction, and as collateral of the coldkey."""
    lock = world.lock(coldkey, netuid)
    collateral = sum(
        row["locked"]
        for (_, whose), row in world.rows("MinerCollateral", netuid).items()
        if whose == coldkey
    )
    return (lock[1] if lock else 0) + collateral


@case("stake_availability", coldkey_ss58=cold(NOMINATORS[0]), netuid=FIRST)
@case("stake_availability", coldkey_ss58=cold(COLLATERAL_MINER), netuid=SECOND)
@case("stake_availability", coldkey_ss58=NOBODY, netuid=FIRST)
@case("stake_availability", coldkey_ss58=cold(NOMINATORS[0]), netuid=MISSING)
def stake_availability(world: World, coldkey_ss58: str, netuid: int):
    total = sum(amount for _, n, amount in world.positions(coldkey_ss58) if n == netuid)
    held = locked(world, coldkey_ss58, netuid)
    return {
        "netuid": netuid,
        "total": alpha(about(total, 8), netuid),
        "locked": alpha(about(held, 8), netuid),
        "available": alpha(about(max(0, total - held), 8), netuid),
    }


@case("stake_availability_for_coldkey", coldkey_ss58=cold(NOMINATORS[0]), netuids=[3, 0, 2, 3])
@case("stake_availability_for_coldkey", coldkey_ss58=cold(NOMINATORS[0]), netuids=[])
@case("stake_availability_for_coldkey", coldkey_ss58=NOBODY, netuids=[FIRST, MISSING])
def stake_availability_for_coldkey(world: World, coldkey_ss58: str, netuids: list[int]):
    return [stake_availability(world, coldkey_ss58, netuid) for netuid in sorted(set(netuids))]


@case("total_alpha_staked", netuid=FIRST)
@case("total_alpha_staked", netuid=ROOT)
@case("total_alpha_staked", netuid=MISSING)
def total_alpha_staked(world: World, netuid: int):
    rows = world.rows("TotalHotkeyAlpha").items()
    return alpha(sum(amount for (_, on), amount in rows if on == netuid), netuid)


@case("staking_hotkeys", coldkey_ss58=cold(NOMINATORS[2]))
@case("staking_hotkeys", coldkey_ss58=NOBODY)
def staking_hotkeys(world: World, coldkey_ss58: str):
    return world.get("StakingHotkeys", coldkey_ss58)


@case("auto_stake", coldkey_ss58=cold(NOMINATORS[0]), netuid=SECOND)
@case("auto_stake", coldkey_ss58=cold(NOMINATORS[0]), netuid=THIRD)
@case("auto_stake", coldkey_ss58=NOBODY, netuid=MISSING)
def auto_stake(world: World, coldkey_ss58: str, netuid: int):
    return world.get("AutoStakeDestination", coldkey_ss58, netuid)


@case("auto_stake_all", coldkey_ss58=cold(NOMINATORS[0]))
@case("auto_stake_all", coldkey_ss58=NOBODY)
def auto_stake_all(world: World, coldkey_ss58: str):
    rows = sorted(world.rows("AutoStakeDestination", coldkey_ss58).items())
    return [{"netuid": netuid, "hotkey": hotkey} for netuid, hotkey in rows]


# Locks -----------------------------------------------------------------------


@case("coldkey_lock", coldkey_ss58=cold(NOMINATORS[0]), netuid=FIRST)
@case("coldkey_lock", coldkey_ss58=cold(NOMINATORS[1]), netuid=FIRST)
@case("coldkey_lock", coldkey_ss58=cold(OWNERS[FIRST]), netuid=FIRST)
@case("coldkey_lock", coldkey_ss58=cold(NOMINATORS[0]), netuid=SECOND)
@case("coldkey_lock", coldkey_ss58=NOBODY, netuid=MISSING)
def coldkey_lock(world: World, coldkey_ss58: str, netuid: int):
    lock = world.lock(coldkey_ss58, netuid)
    if lock is None:
        return None
    hotkey, mass, perpetual = lock
    return {
        "hotkey": hotkey,
        "netuid": netuid,
        "locked_alpha": alpha(about(mass), netuid),
        "is_perpetual": perpetual,
    }


@case("locks_for_coldkey", coldkey_ss58=cold(NOMINATORS[1]))
@case("locks_for_coldkey", coldkey_ss58=NOBODY)
def locks_for_coldkey(world: World, coldkey_ss58: str):
    rows = world.rows("Lock", coldkey_ss58)
    return [coldkey_lock(world, coldkey_ss58, netuid) for netuid in sorted(n for n, _ in rows)]


@case("locks_for_hotkey", hotkey_ss58=hot(VALIDATORS[1]), netuid=FIRST)
@case("locks_for_hotkey", hotkey_ss58=hot(OWNERS[FIRST]), netuid=FIRST)
@case("locks_for_hotkey", hotkey_ss58=hot(VALIDATORS[1]), netuid=MISSING)
def locks_for_hotkey(world: World, hotkey_ss58: str, netuid: int):
    """From the locks themselves, not from the index that the client uses."""
    locks = world.rows("Lock")
    whose = sorted(coldkey for coldkey, n, hotkey in locks if (n, hotkey) == (netuid, hotkey_ss58))
    return [{"coldkey": coldkey, **coldkey_lock(world, coldkey, netuid)} for coldkey in whose]


@case("accepts_locked_alpha", coldkey_ss58=cold(NOMINATORS[2]))
@case("accepts_locked_alpha", coldkey_ss58=cold(NOMINATORS[0]))
@case("accepts_locked_alpha", coldkey_ss58=NOBODY)
def accepts_locked_alpha(world: World, coldkey_ss58: str):
    return bool(world.get("AccountFlags", coldkey_ss58) & 1)


@case("hotkey_conviction", hotkey_ss58=hot(VALIDATORS[1]), netuid=FIRST)
@case("hotkey_conviction", hotkey_ss58=hot(OWNERS[FIRST]), netuid=FIRST)
@case("hotkey_conviction", hotkey_ss58=NOBODY, netuid=MISSING)
def hotkey_conviction(world: World, hotkey_ss58: str, netuid: int):
    _, conviction = world.convictions(netuid).get(hotkey_ss58, (0, 0))
    return {"conviction_alpha": alpha(about(conviction), netuid)}


@case("most_convicted_hotkey", netuid=FIRST)
@case("most_convicted_hotkey", netuid=SECOND)
@case("most_convicted_hotkey", netuid=MISSING)
def most_convicted_hotkey(world: World, netuid: int):
    convictions = world.convictions(netuid)
    return max(convictions, key=lambda hotkey: convictions[hotkey][1], default=None)


@case("subnet_convictions", netuid=FIRST)
@case("subnet_convictions", netuid=SECOND)
@case("subnet_convictions", netuid=MISSING)
def subnet_convictions(world: World, netuid: int):
    out, protocol = world.get("SubnetAlphaOut", netuid), world.get("SubnetProtocolAlpha", netuid)
    burned = world.get("AlphaAssets.AlphaBurned", netuid)
    eligible = max(0, out - protocol - burned)
    convictions, owner = world.convictions(netuid), world.get("SubnetOwnerHotkey", netuid)
    ranked = sorted(convictions, key=lambda hotkey: -convictions[hotkey][1])
    # Far below the threshold; the client projects that no lock here ever gets there.
    entries = [
        {
            "hotkey": hotkey,
            "is_owner": hotkey == owner,
            "locked_alpha": alpha(about(convictions[hotkey][0]), netuid),
            "conviction_alpha": alpha(about(convictions[hotkey][1]), netuid),
            "pct_of_threshold": about(float(convictions[hotkey][1]) / (eligible * 0.18), 1e-9),
            "blocks_to_threshold": None,
        }
        for hotkey in ranked
    ]
    registered = world.get("NetworkRegisteredAt", netuid)
    return {
        "netuid": netuid,
        "block": world.block,
        "alpha_out": alpha(out, netuid),
        "protocol_alpha": alpha(protocol, netuid),
        "alpha_burned": alpha(burned, netuid),
        "eligible_alpha": alpha(eligible, netuid),
        "threshold_alpha": alpha(about(eligible * 0.18), netuid),
        "total_locked_alpha": alpha(about(sum(mass for mass, _ in convictions.values())), netuid),
        "total_conviction_alpha": alpha(about(sum(c for _, c in convictions.values())), netuid),
        "leader_hotkey": ranked[0] if ranked else None,
        "leader_blocks_to_threshold": None,
        "unlock_rate": world.get("UnlockRate"),
        "maturity_rate": world.get("MaturityRate"),
        "owner_hotkey": owner,
        "registered_at": registered,
        "ownership_changeable_at_block": registered + ONE_YEAR,
        "hotkeys": entries,
    }


# Collateral ------------------------------------------------------------------


@case("miner_collateral", netuid=SECOND, hotkey_ss58=hot(COLLATERAL_MINER))
@case(
    "miner_collateral", netuid=SECOND, hotkey_ss58=hot(COLLATERAL_MINER),
    coldkey_ss58=cold(COLLATERAL_MINER),
)
@case("miner_collateral", netuid=SECOND, hotkey_ss58=hot(MINERS[0]), coldkey_ss58=NOBODY)
@case("miner_collateral", netuid=MISSING, hotkey_ss58=NOBODY)
def miner_collateral(world: World, netuid: int, hotkey_ss58: str, coldkey_ss58: str | None = None):
    coldkey = coldkey_ss58 or world.get("Owner", hotkey_ss58)
    row = world.get("MinerCollateral", netuid, hotkey_ss58, coldkey)
    if row is None:
        return None
    headroom = max(0, row["locked"] - row["min_locked"])
    return {
        "hotkey": hotkey_ss58,
        "coldkey": coldkey,
        "netuid": netuid,
        "locked_alpha": alpha(row["locked"], netuid),
        "min_locked_alpha": alpha(row["min_locked"], netuid),
        "earned_alpha": alpha(row["earned"], netuid),
        "drain_ratio": row["drain_ratio"] / FIXED_64,
        "headroom_alpha": alpha(headroom, netuid),
        "shortfall_alpha": alpha(max(0, row["min_locked"] - row["locked"]), netuid),
        "releasable_work_alpha": alpha(headroom * FIXED_64 // row["drain_ratio"], netuid),
    }


@case("subnet_collateral", netuid=SECOND)
@case("subnet_collateral", netuid=FIRST)
@case("subnet_collateral", netuid=MISSING)
def subnet_collateral(world: World, netuid: int):
    keys = world.rows("MinerCollateral", netuid)
    rows = [
        {**miner_collateral(world, netuid, hot, cold), "uid": world.get("Uids", netuid, hot)}
        for hot, cold in keys
    ]
    return sorted(rows, key=lambda row: -row["locked_alpha"][0])


@case("collateral_policy", netuid=SECOND)
@case("collateral_policy", netuid=FIRST)
@case("collateral_policy", netuid=MISSING)
def collateral_policy(world: World, netuid: int):
    return {
        "netuid": netuid,
        "lock_share": world.get("CollateralLockShare", netuid) / U16,
        "drain_ratio": world.get("CollateralDrainRatio", netuid) / FIXED_64,
    }
