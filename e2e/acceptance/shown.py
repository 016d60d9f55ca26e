"""What the commands of btcli 11.3.0 that read the chain show, worked out from stored items.

Most of them show registered reads, so what those answer (`expected`) is what is shown. A command
may say more than is looked at here, such as the same amount in another unit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from support.keys import RAO, cold, hot
from support.node import Node
from support.population import (
    FIRST,
    LEASE_LOAN,
    LEAVER,
    MINERS,
    NOMINATORS,
    OPEN_LOAN,
    ROOT,
    SECOND,
    SIGNATORIES,
    VALIDATORS,
    VICTIM,
)

from .expected import accounts, funds, identities, loans, neurons, stakes, subnets
from .intents import MINER, STAKER
from .world import World, about, alpha, tao

AMOUNT = re.compile(r"(τ?)([0-9,]+\.[0-9]{9})\D*", re.ASCII)
BLOCKS_A_DAY = 7_200
SEATED, SEATED_TOO, LENT_TO = VALIDATORS[:3]
OWNED, LOCKER = cold(NOMINATORS[0]), cold(NOMINATORS[1])
ON_FIRST, ON_SECOND = ("--netuid", str(FIRST)), ("--netuid", str(SECOND))
SHARED = ("--signatories", ",".join(cold(who) for who in SIGNATORIES))
# Wallets without secrets, for the commands that want one.
WALLETS = {"crowd": NOMINATORS[0], "miner": MINERS[0]}


@dataclass(frozen=True)
class Shown:
    """One way to call a command, and what it should show of the world."""

    command: str
    arguments: tuple[str, ...] | Callable[[Node], tuple[str, ...]]
    expected: Callable[[World], object]
    wallet: str = "crowd"


def told(answer):
    """An answer of btcli with its amounts in rao, and whether they are TAO."""
    if isinstance(answer, dict):
        return {name: told(part) for name, part in answer.items()}
    if isinstance(answer, list):
        return [told(part) for part in answer]
    match = AMOUNT.fullmatch(answer) if isinstance(answer, str) else None
    return (int(re.sub(r"\D", "", match[2])), bool(match[1])) if match else answer


def tellable(expected):
    """The same of what is expected: JSON has no tuples, and only texts for names."""
    if isinstance(expected, dict):
        return {str(name): tellable(part) for name, part in expected.items()}
    if isinstance(expected, tuple) and len(expected) == 2 and isinstance(expected[1], int):
        if not isinstance(expected[0], str):
            return expected[0], expected[1] == ROOT
    if isinstance(expected, (list, tuple)):
        return [tellable(part) for part in expected]
    return expected


def part(answer, expected):
    """Of an answer, what is expected in it: the same names, and lists as they are."""
    if isinstance(answer, dict) and isinstance(expected, dict):
        return {name: part(answer[name], of) for name, of in expected.items() if name in answer}
    if isinstance(answer, list) and isinstance(expected, list) and len(answer) == len(expected):
        return [part(*both) for both in zip(answer, expected)]
    return answer


# Stake and balances ------------------------------------------------------------


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


def _with_locks(world: World, coldkey: str) -> list[dict]:
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
            "stakes": [row | uid for row, uid in zip(_with_locks(world, OWNED), uids)],
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


def registrations(world: World) -> list[dict]:
    coldkey = cold(MINERS[0])
    return [
        {
            "wallet": "miner",
            "coldkey": coldkey,
            "hotkeys": [
                {
                    "name": None,
                    "hotkey": hotkey,
                    "local": False,
                    "registrations": [
                        {"netuid": netuid, "uid": world.get("Uids", netuid, hotkey)}
                        for netuid in accounts.netuids_for_hotkey(world, hotkey)
                    ],
                }
                # As people sort names, whatever the case.
                for hotkey in sorted(world.get("OwnedHotkeys", coldkey), key=_natural)
            ],
        }
    ]


def _natural(name: str) -> list:
    pieces = re.split(r"(\d+)", name.lower())
    return [(0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in pieces]


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


# Subnets -----------------------------------------------------------------------


def listed(world: World) -> list[dict]:
    named, symbols = subnets.subnet_names(world), subnets.token_symbols(world)
    flows, minted = subnets.subnet_tao_flows(world), world.rows("SubnetTaoInEmission")
    rows = []
    for netuid in sorted(world.subnets, key=lambda netuid: (-minted.get(netuid, 0), netuid)):
        flow = flows.get(netuid)
        row = {
            "netuid": netuid,
            "name": named.get(netuid),
            "tempo": world.get("Tempo", netuid),
            "burn_tao": world.get("Burn", netuid) / RAO,
            "neurons": world.get("SubnetworkN", netuid),
            "max_neurons": world.rows("MaxAllowedUids").get(netuid),
        }
        if netuid != ROOT:
            row |= {
                "symbol": symbols[netuid],
                "price_tao_per_alpha": about(world.price_rao(netuid) / RAO, 1e-9),
                "emission_tao_per_day": minted.get(netuid, 0) * BLOCKS_A_DAY / RAO,
                "tao_flow_tao_per_day": flow and about(flow * BLOCKS_A_DAY / RAO, 1e-6),
            }
        rows.append(row)
    return rows


def subnet(world: World) -> dict:
    identity = subnets.subnet_identity(world, FIRST)
    return {
        "netuid": FIRST,
        "name": identity["subnet_name"],
        "symbol": subnets.token_symbols(world)[FIRST],
        "owner_coldkey": world.get("SubnetOwner", FIRST),
        "owner_hotkey": world.get("SubnetOwnerHotkey", FIRST),
        "registered_at": world.get("NetworkRegisteredAt", FIRST),
        "tempo": world.get("Tempo", FIRST),
        "burn_tao": world.get("Burn", FIRST) / RAO,
        "neurons": world.get("SubnetworkN", FIRST),
        "max_neurons": world.get("MaxAllowedUids", FIRST),
        "identity": identity,
    }


# What owners set and the list of the chain does not have.
OTHER_PARAMETERS = {
    "adjustment_alpha": "AdjustmentAlpha", "bonds_penalty": "BondsPenalty",
    "collateral_drain_ratio": "CollateralDrainRatio", "collateral_lock_share": "CollateralLockShare",
    "max_allowed_uids": "MaxAllowedUids", "max_difficulty": "MaxDifficulty",
    "network_pow_registration_allowed": "NetworkPowRegistrationAllowed", "rho": "Rho",
    "owner_immune_neuron_limit": "ImmuneOwnerUidsLimit", "yuma3_enabled": "Yuma3On",
}


def parameters(world: World) -> dict:
    others = {name: world.get(item, FIRST) for name, item in OTHER_PARAMETERS.items()}
    return subnets.subnet_hyperparameters(world, FIRST) | others


def price(world: World) -> dict:
    return subnets.alpha_price(world, FIRST)


def create_cost(world: World) -> dict:
    cost = subnets.subnet_registration_cost(world)
    return {"create_cost": cost, "tao": cost[0] / RAO}


def convictions(world: World) -> dict:
    """Amounts as numbers, and those of each hotkey as texts too."""
    whole = stakes.subnet_convictions(world, FIRST)
    names = (
        "netuid", "block", "leader_hotkey", "leader_blocks_to_threshold", "unlock_rate",
        "maturity_rate", "owner_hotkey", "registered_at", "ownership_changeable_at_block",
    )
    amounts = ("alpha_out", "threshold_alpha", "total_locked_alpha", "total_conviction_alpha")
    return {name: whole[name] for name in names} | {
        name: about(float(getattr(whole[name][0], "expected", whole[name][0])) / RAO, 1e-7)
        for name in amounts
    } | {
        "hotkeys": [
            {
                "hotkey": row["hotkey"],
                "is_owner": row["is_owner"],
                "locked": row["locked_alpha"],
                "conviction": row["conviction_alpha"],
                "pct_of_threshold": row["pct_of_threshold"],
                "blocks_to_threshold": row["blocks_to_threshold"],
            }
            for row in whole["hotkeys"]
        ]
    }


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


# Accounts ----------------------------------------------------------------------


def swap(who) -> Callable[[World], dict]:
    def expected(world: World) -> dict:
        announced = accounts.coldkey_swap_announcement(world, cold(who))
        if announced is None:
            return {"status": "none"}
        left = max(0, announced["execute_block"] - world.block)
        return announced | {"current_block": world.block, "blocks_remaining": left}

    return expected


def proxies(world: World) -> dict:
    return {"account": OWNED} | accounts.proxies(world, OWNED)


def pending(world: World) -> dict:
    place = world.population.multisig, world.population.multisig_hash
    waiting = accounts.multisig(world, *place)
    return {
        "count": 1,
        "pending_multisigs": [
            {
                "multisig_address": place[0],
                "call_hash": place[1],
                "timepoint": waiting["timepoint"],
                "depositor": waiting["depositor"],
                "approvals": len(waiting["approvals"]),
                "threshold": 2,
            }
        ],
    }


def shared(world: World) -> dict:
    return {"multisig_address": world.population.multisig}


def collateral(world: World) -> dict:
    return {
        "collateral": stakes.miner_collateral(world, SECOND, hot(MINER), cold(MINER)),
        "policy": stakes.collateral_policy(world, SECOND),
    }


def parameter(world: World) -> dict:
    return {"netuid": FIRST, "name": "tempo", "value": world.get("Tempo", FIRST)}


SHOWN = (
    Shown("wallet balance", (OWNED,), balance),
    Shown("wallet overview", (), overview),
    Shown("wallet registrations", (), registrations, "miner"),
    Shown("wallet inspect", ("--coldkey", OWNED), inspect),
    Shown(
        "wallet get-identity", ("--coldkey", cold(SEATED)),
        lambda world: identities.identity(world, cold(SEATED)),
    ),
    *(
        Shown("wallet swap-check", ("--coldkey", cold(who)), swap(who))
        for who in (LEAVER, VICTIM, STAKER)
    ),
    Shown(
        "stake show", (*ON_FIRST, "--coldkey", cold(STAKER), "--hotkey", hot(SEATED)), stake
    ),
    Shown("stake list", ("--coldkey", OWNED), lambda world: _with_locks(world, OWNED)),
    Shown("stake auto", (), lambda world: stakes.auto_stake_all(world, OWNED)),
    Shown("stake child get", (*ON_FIRST, "--hotkey", hot(SEATED)), children),
    Shown("root list", (), leaderboard),
    Shown("root list", ("--mine",), root_positions),
    Shown("subnets list", (), listed),
    Shown("subnets show", (str(FIRST),), subnet),
    Shown("subnets hyperparameters", (str(FIRST),), parameters),
    Shown(
        "subnets burn-cost", (str(FIRST),),
        lambda world: {"burn_cost": accounts.burn(world, FIRST)},
    ),
    Shown("subnets create-cost", (), create_cost),
    Shown("subnets price", ON_FIRST, price),
    Shown("subnets conviction", ON_FIRST, convictions),
    Shown("subnets metagraph", (str(SECOND),), lambda world: neurons.metagraph(world, SECOND)),
    Shown("conviction list", (), locks),
    Shown("conviction targeting", (*ON_FIRST, "--hotkey", hot(SEATED_TOO)), targeting),
    Shown("conviction show", (*ON_FIRST, "--coldkey", LOCKER), lock),
    Shown("hparams get", ON_FIRST, parameters),
    Shown("hparams get", (*ON_FIRST, "--name", "tempo"), parameter),
    Shown(
        "hparams get-take", ("--hotkey", hot(SEATED_TOO)),
        lambda world: identities.delegate_take(world, hot(SEATED_TOO)),
    ),
    Shown(
        "hparams check-start", ON_FIRST, lambda world: subnets.subnet_start_schedule(world, FIRST)
    ),
    Shown("hparams get-identity", (str(FIRST),), lambda world: subnets.subnet_identity(world, FIRST)),
    Shown(
        "hparams mechanisms emissions", ON_FIRST,
        lambda world: {"split": subnets.mechanism_emission_split(world, FIRST)},
    ),
    Shown("proxy list", (), proxies),
    Shown("multisig pending", ("--multisig-threshold", "2", *SHARED), pending),
    # Both derive an account; a set that is there already may be saved again.
    Shown("multisig add", ("other", "--threshold", "2", *SHARED, "--overwrite"), shared),
    Shown("multisig show", ("shared",), shared),
    Shown(
        "misc collateral show",
        (*ON_SECOND, "--hotkey", hot(MINER), "--coldkey", cold(MINER)), collateral,
    ),
    Shown(
        "misc collateral list", ON_SECOND, lambda world: stakes.subnet_collateral(world, SECOND)
    ),
    Shown("misc crowd list", (), loans.crowdloans),
    *(
        Shown("misc crowd info", (str(number),), lambda world, n=number: loans.crowdloan(world, n))
        for number in (OPEN_LOAN, LEASE_LOAN)
    ),
    Shown(
        "misc crowd contributors", (str(OPEN_LOAN),),
        lambda world: loans.crowdloan_contributors(world, OPEN_LOAN),
    ),
    Shown(
        "misc latency", lambda node: ("--networks", node.url),
        lambda world: [{"endpoint": world.node.url, "ok": True}],
    ),
    # The sudo key has no delegate that proposes upgrades.
    Shown("misc upgrade pending", (), lambda world: {"pending_upgrades": [], "count": 0}),
)
