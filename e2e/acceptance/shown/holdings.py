"""Balances, stake, funds of root validators, locks and collateral, as commands show them."""

from __future__ import annotations

from math import floor

from support.keys import RAO, cold, hot
from support.population import FIRST, NOMINATORS, ROOT, SECOND, VALIDATORS

from ..expected import accounts, funds, identities, stakes
from ..intents import MINER, STAKER
from ..world import World, about, alpha, tao

SEATED, SEATED_TOO, LENT_TO = VALIDATORS[:3]
OWNED, LOCKER = cold(NOMINATORS[0]), cold(NOMINATORS[1])


def _value(world: World, amount, netuid: int):
    """TAO at the price of the moment."""
    return tao(about(float(amount) * world.price_rao(netuid) / RAO, 20))


def _positions(world: World, coldkey: str) -> list[dict]:
    return [
        {
            "netuid": netuid,
            "hotkey": hotkey,
            "stake": alpha(about(held), netuid),
            "value": _value(world, held, netuid),
            "registered": world.is_registered(hotkey, netuid),
        }
        for hotkey, netuid, held in world.positions(coldkey)
    ]


def with_locks(world: World, coldkey: str = OWNED) -> list[dict]:
    rows = _positions(world, coldkey)
    for row in rows:
        netuid = row["netuid"]
        split = stakes.stake_availability(world, coldkey, netuid)
        row |= {"locked": split["locked"], "available": split["available"]} | _yield(world, coldkey)
        if lock := world.lock(coldkey, netuid):
            row |= {"lock_hotkey": lock[0], "is_perpetual": lock[2]}
    return rows


def _root_stake(world: World, coldkey: str) -> int:
    return sum(held for _, netuid, held in world.positions(coldkey) if netuid == ROOT)


def _yield(world: World, coldkey: str) -> dict:
    return {
        "accrued_basket_yield": funds.root_basket_owed(world, coldkey),
        "root_staked": tao(about(_root_stake(world, coldkey))),
        "auto_claim": False,
    }


def _locked_value(world: World, coldkey: str) -> dict:
    locked = {netuid: stakes.locked(world, coldkey, netuid) for netuid in world.subnets}
    value = sum(held * float(world.price(netuid)) for netuid, held in locked.items())
    subnets_with = len([held for held in locked.values() if held])
    return {"locked_value": tao(about(value, 20)), "locked_subnets": subnets_with}


def _balance(world: World, coldkey: str) -> dict:
    positions = world.positions(coldkey)
    value = stakes.stake_value_for_coldkey(world, coldkey)["stake_value"]
    free, owed = accounts.balance(world, coldkey), funds.root_basket_owed(world, coldkey)
    total = free[0] + value[0].expected + owed[0].expected
    on = funds.root_basket_portfolio(world, coldkey)
    return {
        "wallet": "crowd",
        "coldkey": coldkey,
        "free": free,
        "stake_positions": len(positions),
        "stake_subnets": len({netuid for _, netuid, _ in positions}),
        "stake_value": value,
        "beta_value": owed,
        "total_value": tao(about(total, 40)),
        "block": world.block,
        "beta_tokens": sum(position["beta_raw"] for position in on) / RAO,
        "beta_validators": len(on),
    }


def balance(world: World) -> dict:
    return _balance(world, OWNED) | _locked_value(world, OWNED)


def overview(world: World) -> list[dict]:
    uids = [
        {"uid": world.get("Uids", row["netuid"], row["hotkey"])} for row in _positions(world, OWNED)
    ]
    whole = _balance(world, OWNED)
    return [
        {name: whole[name] for name in ("wallet", "coldkey", "free", "stake_value")}
        | _locked_value(world, OWNED)
        | _yield(world, OWNED)
        | {
            "positions": len(uids),
            "stakes": [row | uid for row, uid in zip(with_locks(world, OWNED), uids)],
        }
    ]


def inspect(world: World) -> dict:
    return {
        "balance": _balance(world, OWNED) | _yield(world, OWNED),
        "stakes": _positions(world, OWNED),
        "delegations": [
            {
                "netuid": row["netuid"],
                "delegate_hotkey": row["delegate"]["hotkey"],
                "take": row["delegate"]["take"],
                "stake": row["stake"],
            }
            for row in identities.delegated(world, OWNED)
        ],
        "baskets": [
            {
                "hotkey": position["hotkey"],
                "beta_raw": position["beta_raw"],
                "claimable": position["value_tao"],
                "beta_price_tao": position["beta_price_tao"],
                "fund_share": position["fund_fraction"],
                "fund_nav": position["nav_tao"],
            }
            for position in funds.root_basket_portfolio(world, OWNED)
        ],
        "identity": identities.identity(world, OWNED),
    }


def stake(world: World) -> dict:
    place = {"coldkey": cold(STAKER), "hotkey": hot(SEATED), "netuid": FIRST}
    held = floor(world.stake(*place.values()))
    return place | {"stake": alpha(about(held), FIRST), "stake_amount": about(held / RAO, 1e-8)}


def children(world: World) -> dict:
    hotkey = hot(SEATED)
    lent = identities.children(world, hotkey, FIRST)
    assert lent == [(world.get("ChildKeys", hotkey, FIRST)[0][0], hot(LENT_TO))]
    return {"hotkey": hotkey, "netuid": FIRST, "children": lent}


# Root --------------------------------------------------------------------------


def leaderboard(world: World) -> dict:
    rows = []
    for fund in funds.root_baskets(world):
        hotkey = fund["hotkey"]
        staked = world.get("TotalHotkeyAlpha", hotkey, ROOT)
        rows.append({name: of for name, of in fund.items() if name != "chain_pricing"})
        rows[-1]["stake_tao"] = tao(staked)
    return {"funds": rows}


def root_positions(world: World) -> list[dict]:
    """Where something is staked on root, or owed by a fund."""
    rows = []
    for hotkey in sorted(world.get("StakingHotkeys", OWNED)):
        staked = floor(world.stake(OWNED, hotkey, ROOT))
        on = funds.basket_position(world, hotkey, OWNED)
        if staked or on:
            accrued = on["value_tao"][0].expected if on else 0
            rows.append(
                {
                    "hotkey": hotkey,
                    "staked": tao(about(staked)),
                    "accrued": tao(about(accrued, 4)),
                    "total": tao(about(staked + accrued, 6)),
                }
            )
    return rows


# Locks -------------------------------------------------------------------------


def locks(world: World) -> list[dict]:
    return [
        {
            "netuid": row["netuid"],
            "hotkey": row["hotkey"],
            "locked": row["locked_alpha"],
            "value": _value(world, row["locked_alpha"][0].expected, row["netuid"]),
            "is_perpetual": row["is_perpetual"],
        }
        for row in stakes.locks_for_coldkey(world, OWNED)
    ]


def targeting(world: World) -> list[dict]:
    rows = [
        {
            "coldkey": row["coldkey"],
            "locked": row["locked_alpha"],
            "value": _value(world, row["locked_alpha"][0].expected, FIRST),
            "is_perpetual": row["is_perpetual"],
        }
        for row in stakes.locks_for_hotkey(world, hot(SEATED_TOO), FIRST)
    ]
    return sorted(rows, key=lambda row: -row["locked"][0].expected)


def lock(world: World) -> dict:
    return {
        "lock": stakes.coldkey_lock(world, LOCKER, FIRST),
        "conviction": stakes.hotkey_conviction(world, hot(SEATED_TOO), FIRST),
    }


def collateral(world: World) -> dict:
    return {
        "collateral": stakes.miner_collateral(world, SECOND, hot(MINER), cold(MINER)),
        "policy": stakes.collateral_policy(world, SECOND),
    }
