"""Subnets and what is in them: prices, hyperparameters, weights and bonds."""

from __future__ import annotations

from math import floor

from support.keys import RAO
from support.population import FIRST, ROOT, SECOND, THIRD

from ..world import FIXED_64, MISSING, U16, World, about, tao, text, texts
from .case import case
from .identities import time_of_round

MECHANISMS = 4_096  # the index of a mechanism is that many times its number, plus the netuid
NO_WEIGHT_LIMIT = 65_535
# Which of the keys of `LastRateLimitedBlock` is that of the last new subnet.
NETWORK_REGISTERED = 2


@case("subnet", netuid=FIRST)
@case("subnet", netuid=ROOT)
@case("subnet", netuid=MISSING)
def subnet(world: World, netuid: int):
    return {
        "netuid": netuid,
        "tempo": world.get("Tempo", netuid),
        "burn": tao(world.get("Burn", netuid)),
        "neuron_count": world.get("SubnetworkN", netuid),
    }


@case("subnets")
def subnets(world: World):
    # The client lists what has rows; items that were never written show as 0 there.
    return [subnet(world, netuid) for netuid in world.subnets]


@case("subnet_identity", netuid=FIRST)
@case("subnet_identity", netuid=SECOND)
@case("subnet_identity", netuid=MISSING)
def subnet_identity(world: World, netuid: int):
    return texts(world.get("SubnetIdentitiesV3", netuid))


@case("subnet_names")
def subnet_names(world: World):
    named = world.rows("SubnetIdentitiesV3")
    return {netuid: text(identity["subnet_name"]) for netuid, identity in named.items()}


@case("token_symbols")
def token_symbols(world: World):
    return {netuid: text(symbol) for netuid, symbol in world.rows("TokenSymbol").items()}


@case("subnet_registration_cost")
def subnet_registration_cost(world: World):
    """Spec 70 §7.1; a block creates 1 TAO."""
    last, least = world.get("NetworkLastLockCost"), world.get("NetworkMinLockCost")
    limits = world.rows("LastRateLimitedBlock")
    [since] = [block for (index, _), block in limits.items() if index == NETWORK_REGISTERED]
    decay = last // world.get("NetworkLockReductionInterval") * (world.block - since)
    return tao(max(least, 2 * last - decay))


@case("subnet_start_schedule", netuid=FIRST)
@case("subnet_start_schedule", netuid=MISSING)
def subnet_start_schedule(world: World, netuid: int):
    registered = world.get("NetworkRegisteredAt", netuid)
    return {
        "netuid": netuid,
        "registered_at": registered,
        "start_call_delay": 0,
        "earliest_start_block": registered,
        "current_block": world.block,
    }


@case("subnet_tao_flows")
def subnet_tao_flows(world: World):
    rows = world.rows("SubnetEmaTaoFlow").items()
    return {netuid: average / FIXED_64 for netuid, (_, average) in rows}


@case("mechanism_emission_split", netuid=FIRST)
@case("mechanism_emission_split", netuid=SECOND)
@case("mechanism_emission_split", netuid=MISSING)
def mechanism_emission_split(world: World, netuid: int):
    return world.get("MechanismEmissionSplit", netuid) or []


HYPERPARAMETERS = {
    "kappa": "Kappa", "immunity_period": "ImmunityPeriod", "min_allowed_weights": "MinAllowedWeights",
    "tempo": "Tempo", "weights_version": "WeightsVersionKey",
    "weights_rate_limit": "WeightsSetRateLimit",
    "activity_cutoff_factor": "ActivityCutoffFactorMilli",
    "registration_allowed": "NetworkRegistrationAllowed",
    "target_regs_per_interval": "TargetRegistrationsPerInterval", "min_burn": "MinBurn",
    "max_burn": "MaxBurn", "burn_half_life": "BurnHalfLife",
    "burn_increase_mult": "BurnIncreaseMult", "bonds_moving_avg": "BondsMovingAverage",
    "max_regs_per_block": "MaxRegistrationsPerBlock", "serving_rate_limit": "ServingRateLimit",
    "max_validators": "MaxAllowedValidators", "commit_reveal_period": "RevealPeriodEpochs",
    "commit_reveal_weights_enabled": "CommitRevealWeightsEnabled",
    "liquid_alpha_enabled": "LiquidAlphaOn", "alpha_sigmoid_steepness": "AlphaSigmoidSteepness",
    "subnet_is_active": "SubtokenEnabled", "transfers_enabled": "TransferToggle",
    "bonds_reset_enabled": "BondsResetOn", "owner_cut_enabled": "OwnerCutEnabled",
    "owner_cut_auto_lock_enabled": "OwnerCutAutoLockEnabled",
}


@case("subnet_hyperparameters", netuid=FIRST)
@case("subnet_hyperparameters", netuid=THIRD)
@case("subnet_hyperparameters", netuid=ROOT)
@case("subnet_hyperparameters", netuid=MISSING)
def subnet_hyperparameters(world: World, netuid: int):
    """Spec 70 §5.5."""
    if netuid not in world.subnets:
        return None
    low, high = world.get("AlphaValues", netuid)
    own, least = world.get("MinChildkeyTakePerSubnet", netuid), world.get("MinChildkeyTake")
    return {name: world.get(item, netuid) for name, item in HYPERPARAMETERS.items()} | {
        "max_weights_limit": NO_WEIGHT_LIMIT,
        "activity_cutoff": world.activity_cutoff(netuid),
        "alpha_low": low,
        "alpha_high": high,
        "yuma_version": 3 if world.get("Yuma3On", netuid) else 2,
        "user_liquidity_enabled": False,
        "min_childkey_take": max(own, least),
    }


# Prices ----------------------------------------------------------------------


@case("alpha_price", netuid=FIRST)
@case("alpha_price", netuid=ROOT)
@case("alpha_price", netuid=MISSING)
def alpha_price(world: World, netuid: int):
    price = world.price_rao(netuid)
    return {
        "netuid": netuid, "tao_per_alpha": about(price / RAO, 1e-9), "price_rao": about(price, 1)
    }


@case("alpha_prices")
def alpha_prices(world: World):
    return {netuid: about(world.price_rao(netuid) / RAO, 1e-9) for netuid in world.subnets}


def _quote(netuid: int, **amounts) -> dict:
    """All six amounts, in the token of their names."""
    names = ("tao", "alpha", "tao_fee", "alpha_fee", "tao_slippage", "alpha_slippage")
    return {
        name: (amounts.get(name, 0), netuid if name.startswith("alpha") else 0) for name in names
    }


@case("quote_stake", netuid=FIRST, amount_tao=3.5)
@case("quote_stake", netuid=THIRD, amount_tao="1000")
@case("quote_stake", netuid=FIRST, amount_tao=0)
@case("quote_stake", netuid=FIRST, amount_tao=10_000_000)
@case("quote_stake", netuid=ROOT, amount_tao=2)
@case("quote_stake", netuid=MISSING, amount_tao=2)
def quote_stake(world: World, netuid: int, amount_tao):
    """Spec 70 §7.2."""
    amount = floor(float(amount_tao) * RAO)
    if netuid not in world.subnets:
        return _quote(netuid, alpha_slippage=amount)
    if not world.is_pool(netuid):
        return _quote(netuid, tao=amount, alpha=amount)
    fee = world.fee(netuid, amount)
    if amount - fee > 1_000 * world.get("SubnetTAO", netuid):
        return _quote(netuid)
    out, ideal = world.bought(netuid, amount - fee), amount / world.price(netuid)
    return _quote(
        netuid, tao=amount - fee, alpha=about(out), tao_fee=fee,
        alpha_slippage=about(floor(ideal) - floor(out), 4),
    )


@case("quote_unstake", netuid=FIRST, amount_alpha=2.5)
@case("quote_unstake", netuid=THIRD, amount_alpha=300)
@case("quote_unstake", netuid=FIRST, amount_alpha=0)
@case("quote_unstake", netuid=FIRST, amount_alpha=10_000_000)
@case("quote_unstake", netuid=ROOT, amount_alpha=2)
@case("quote_unstake", netuid=MISSING, amount_alpha=2)
def quote_unstake(world: World, netuid: int, amount_alpha):
    amount = floor(float(amount_alpha) * RAO)
    if netuid not in world.subnets:
        return _quote(netuid, tao_slippage=amount)
    if not world.is_pool(netuid):
        return _quote(netuid, tao=amount, alpha=amount)
    fee = world.fee(netuid, amount)
    if amount - fee > 1_000 * world.get("SubnetAlphaIn", netuid):
        return _quote(netuid)
    out, ideal = world.sold(netuid, amount - fee), amount * world.price(netuid)
    return _quote(
        netuid, alpha=amount - fee, tao=about(out), alpha_fee=fee,
        tao_slippage=about(floor(ideal) - floor(out), 4),
    )


# Weights ---------------------------------------------------------------------


def _index(netuid: int, mechid: int) -> int:
    return mechid * MECHANISMS + netuid


@case("weights", netuid=FIRST, mechid=0)
@case("weights", netuid=FIRST, mechid=1)
@case("weights", netuid=SECOND)
@case("weights", netuid=THIRD)
@case("weights", netuid=FIRST, mechid=9)
@case("weights", netuid=MISSING)
def weights(world: World, netuid: int, mechid: int = 0):
    rows = world.rows("Weights", _index(netuid, mechid))
    return {
        uid: {to: about(weight / sum(w for _, w in row), 1e-12) for to, weight in row}
        for uid, row in rows.items()
    }


@case("bonds", netuid=FIRST, mechid=0)
@case("bonds", netuid=FIRST, mechid=1)
@case("bonds", netuid=SECOND)
@case("bonds", netuid=MISSING, mechid=3)
def bonds(world: World, netuid: int, mechid: int = 0):
    rows = world.rows("Bonds", _index(netuid, mechid))
    return {uid: {to: bond / U16 for to, bond in row} for uid, row in rows.items()}


@case("timelocked_weight_commits", netuid=THIRD)
@case("timelocked_weight_commits", netuid=FIRST, mechid=1)
@case("timelocked_weight_commits", netuid=MISSING)
def timelocked_weight_commits(world: World, netuid: int, mechid: int = 0):
    rows = world.rows("TimelockedWeightCommits", _index(netuid, mechid))
    return {
        epoch: [
            {
                "hotkey": hotkey,
                "commit_block": block,
                "reveal_round": number,
                "reveals_at": time_of_round(number).timestamp(),
                "ciphertext": "0x" + sealed.hex(),
            }
            for hotkey, block, sealed, number in commits
        ]
        for epoch, commits in rows.items()
    }
