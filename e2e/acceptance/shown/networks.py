"""Subnets, who is on them, and accounts, as commands show them."""

from __future__ import annotations

import re
from collections.abc import Callable

from support.keys import RAO, cold
from support.population import FIRST, MINERS, NOMINATORS, ROOT

from ..expected import accounts, stakes, subnets
from ..world import World, about

BLOCKS_A_DAY = 7_200
OWNED = cold(NOMINATORS[0])


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
    "collateral_drain_ratio": "CollateralDrainRatio",
    "collateral_lock_share": "CollateralLockShare",
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


def parameter(world: World) -> dict:
    return {"netuid": FIRST, "name": "tempo", "value": world.get("Tempo", FIRST)}


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
