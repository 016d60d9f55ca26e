"""Neurons and metagraphs, field by field (spec 70 §4.2, §5.3)."""

from __future__ import annotations

from math import floor

from support.population import FIRST, ROOT, SECOND, THIRD

from ..world import MISSING, World, about, alpha, text, texts
from .case import case
from .subnets import NO_WEIGHT_LIMIT

NO_ENDPOINT = dict.fromkeys(
    ("block", "version", "ip", "port", "ip_type", "protocol", "placeholder1", "placeholder2"), 0
)
NO_METRICS = dict.fromkeys(("block", "version", "ip", "port", "ip_type"), 0)
PRUNING_SCORE = 65_535


def _at(values: list, uid: int, otherwise=0):
    return values[uid] if uid < len(values) else otherwise


def _pairs(row: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(to, value) for to, value in row if value]


def _record(world: World, netuid: int, uid: int, hotkey: str, lite: bool) -> dict:
    coldkey = world.get("Owner", hotkey)
    record = {
        "hotkey": hotkey,
        "coldkey": coldkey,
        "uid": uid,
        "netuid": netuid,
        "active": _at(world.get("Active", netuid), uid, False),
        "axon_info": world.get("Axons", netuid, hotkey) or NO_ENDPOINT,
        "prometheus_info": world.get("Prometheus", netuid, hotkey) or NO_METRICS,
        "stake": [(coldkey, world.get("TotalHotkeyAlpha", hotkey, netuid))],
        "rank": 0,
        "emission": _at(world.get("Emission", netuid), uid),
        "incentive": _at(world.get("Incentive", netuid), uid),
        "consensus": _at(world.get("Consensus", netuid), uid),
        "trust": 0,
        "validator_trust": _at(world.get("ValidatorTrust", netuid), uid),
        "dividends": _at(world.get("Dividends", netuid), uid),
        "last_update": _at(world.get("LastUpdate", netuid), uid),
        "validator_permit": _at(world.get("ValidatorPermit", netuid), uid, False),
        "pruning_score": PRUNING_SCORE,
    }
    if not lite:
        record["weights"] = _pairs(world.get("Weights", netuid, uid))
        record["bonds"] = _pairs(world.get("Bonds", netuid, uid))
    return record


@case("neurons", netuid=FIRST, lite=True)
@case("neurons", netuid=FIRST, lite=False)
@case("neurons", netuid=SECOND)
@case("neurons", netuid=ROOT)
@case("neurons", netuid=MISSING, lite=True)
@case("neurons", netuid=MISSING, lite=False)
def neurons(world: World, netuid: int, lite: bool = True):
    records = [
        _record(world, netuid, uid, hotkey, lite) for uid, hotkey in enumerate(world.hotkeys(netuid))
    ]
    lifted = ("uid", "hotkey", "coldkey", "active", "validator_permit", "last_update")
    return [
        {name: record[name] for name in lifted}
        | {"total_stake": alpha(record["stake"][0][1], netuid), "raw": record}
        for record in records
    ]


@case("associated_evm_key", netuid=FIRST, uid=1)
@case("associated_evm_key", netuid=MISSING, uid=0)
def associated_evm_key(world: World, netuid: int, uid: int):
    found = world.get("AssociatedEvmAddress", netuid, uid)
    return found and {"evm_address": found[0], "block": found[1]}


# The metagraph ---------------------------------------------------------------

VALUES = {
    "symbol": "TokenSymbol", "identity": "SubnetIdentitiesV3",
    "network_registered_at": "NetworkRegisteredAt", "owner_hotkey": "SubnetOwnerHotkey",
    "owner_coldkey": "SubnetOwner", "tempo": "Tempo", "last_step": "LastMechansimStepBlock",
    "alpha_in": "SubnetAlphaIn", "alpha_out": "SubnetAlphaOut", "tao_in": "SubnetTAO",
    "alpha_out_emission": "SubnetAlphaOutEmission", "alpha_in_emission": "SubnetAlphaInEmission",
    "tao_in_emission": "SubnetTaoInEmission", "subnet_volume": "SubnetVolume", "rho": "Rho",
    "kappa": "Kappa", "min_allowed_weights": "MinAllowedWeights",
    "weights_version": "WeightsVersionKey", "weights_rate_limit": "WeightsSetRateLimit",
    "max_validators": "MaxAllowedValidators", "num_uids": "SubnetworkN", "max_uids": "MaxAllowedUids",
    "burn": "Burn", "difficulty": "Difficulty", "registration_allowed": "NetworkRegistrationAllowed",
    "pow_registration_allowed": "NetworkPowRegistrationAllowed", "immunity_period": "ImmunityPeriod",
    "min_difficulty": "MinDifficulty", "max_difficulty": "MaxDifficulty", "min_burn": "MinBurn",
    "max_burn": "MaxBurn", "adjustment_alpha": "AdjustmentAlpha",
    "adjustment_interval": "AdjustmentInterval",
    "target_regs_per_interval": "TargetRegistrationsPerInterval",
    "max_regs_per_block": "MaxRegistrationsPerBlock", "serving_rate_limit": "ServingRateLimit",
    "commit_reveal_weights_enabled": "CommitRevealWeightsEnabled",
    "commit_reveal_period": "RevealPeriodEpochs", "liquid_alpha_enabled": "LiquidAlphaOn",
    "bonds_moving_avg": "BondsMovingAverage", "active": "Active",
    "validator_permit": "ValidatorPermit", "last_update": "LastUpdate", "emission": "Emission",
    "dividends": "Dividends", "incentives": "Incentive", "consensus": "Consensus",
}
CONSTANTS = {
    "subnet_emission": 0, "pending_root_emission": 0, "max_weights_limit": NO_WEIGHT_LIMIT,
    "pruning_score": [], "trust": [], "rank": [],
}


def _of_neurons(world: World, netuid: int) -> dict:
    """The columns that are not stored as they are."""
    hotkeys = world.hotkeys(netuid)
    coldkeys = [world.get("Owner", hotkey) for hotkey in hotkeys]
    weights = [world.stake_weight(hotkey, netuid) for hotkey in hotkeys]
    collateral = [
        world.get("MinerCollateral", netuid, hotkey, coldkey) or {}
        for hotkey, coldkey in zip(hotkeys, coldkeys)
    ]
    uids = range(len(hotkeys))
    return {
        "hotkeys": hotkeys,
        "coldkeys": coldkeys,
        "identities": [texts(world.get("IdentitiesV2", coldkey)) for coldkey in coldkeys],
        "axons": [world.get("Axons", netuid, hotkey) or NO_ENDPOINT for hotkey in hotkeys],
        "block_at_registration": [world.get("BlockAtRegistration", netuid, uid) for uid in uids],
        "alpha_stake": [about(floor(of_alpha), 2) for of_alpha, _, _ in weights],
        "tao_stake": [about(floor(of_tao), 2) for _, of_tao, _ in weights],
        "total_stake": [about(floor(total), 2) for _, _, total in weights],
        "tao_dividends_per_hotkey": [(hotkey, 0) for hotkey in hotkeys],
        "alpha_dividends_per_hotkey": [
            (hotkey, world.get("AlphaDividendsPerSubnet", netuid, hotkey)) for hotkey in hotkeys
        ],
        "collateral_locked": [row.get("locked", 0) for row in collateral],
        "collateral_min": [row.get("min_locked", 0) for row in collateral],
        "collateral_earned": [row.get("earned", 0) for row in collateral],
    }


@case("metagraph", netuid=FIRST)
@case("metagraph", netuid=SECOND)
@case("metagraph", netuid=THIRD)
@case("metagraph", netuid=ROOT)
@case("metagraph", netuid=MISSING)
def metagraph(world: World, netuid: int):
    if netuid not in world.subnets:
        return None
    graph = {name: world.get(item, netuid) for name, item in VALUES.items()}
    low, high = world.get("AlphaValues", netuid)
    pending = ("PendingValidatorEmission", "PendingServerEmission")
    identity = texts(graph["identity"])
    unnamed = "root" if netuid == ROOT else "unknown"
    return graph | CONSTANTS | _of_neurons(world, netuid) | {
        "netuid": netuid,
        "name": identity["subnet_name"] if identity else unnamed,
        "symbol": text(graph["symbol"]),
        "identity": identity,
        "block": world.block,
        "blocks_since_last_step": world.block - graph["last_step"],
        "pending_alpha_emission": sum(world.get(item, netuid) for item in pending),
        "moving_price": {"bits": world.get("SubnetMovingPrice", netuid)},
        "activity_cutoff": world.activity_cutoff(netuid),
        "alpha_low": low,
        "alpha_high": high,
    }
