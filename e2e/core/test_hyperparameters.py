"""Hyperparameters with the client: every name that `btcli sudo set` knows, the list, the intents, and who may not.

The owner of subnet 2 is Bob, who only uses btcli after that, and of subnet 3 Charlie.
"""

import pytest
from bittensor import calls
from bittensor.intents import SetMechanismCount, SetSubnetEmissionEnabled
from bittensor.intents.governance import TrimSubnet
from bittensor.intents.hyperparameters import OWNER_HYPERPARAMETERS, SetHyperparameter
from support.chain import Chain, events
from support.keys import cold, hot, wallet

ALICE = wallet("//Alice")
BOB = wallet("//Bob", "//Bob//owner")
CHARLIE = wallet("//Charlie", "//Charlie//owner")
MINERS = [wallet("//Dave", "//Dave//miner"), wallet("//Eve", "//Eve//miner")]
STRANGER = wallet("//Ferdie")
# The well-known secret of //Bob.
BOB_SEED = "0x398f0c28f98885e046333d4a41c19cee4c37368a9832c6502f6cfd182e2aef89"

LISTED, REFUSING = 2, 3
ADMIN, CORE = calls.AdminUtils, calls.SubtensorModule

# What the owner types, and what the list then shows.
VALUES = {
    "tempo": ("720", 720),
    "immunity_period": ("77", 77),
    "min_allowed_weights": ("3", 3),
    "weights_version": ("9", 9),
    "activity_cutoff_factor": ("2000", 2_000),
    "max_burn": ("7.0", 7_000_000_000),
    "min_burn": ("0.25", 250_000_000),
    "bonds_moving_avg": ("0.8", 800_000),
    "bonds_penalty": ("7", 7),
    "serving_rate_limit": ("7", 7),
    "commit_reveal_period": ("2", 2),
    "max_allowed_uids": ("200", 200),
    "burn_increase_mult": ("1.5", 3 * 2**63),
    "burn_half_life": ("720", 720),
    "collateral_lock_share": ("7000", 7_000),
    "collateral_drain_ratio": ("1.5", 3 * 2**63),
    "adjustment_alpha": ("7", 7),
    "rho": ("12", 12),
    "max_difficulty": ("1000000000", 1_000_000_000),
    "alpha_sigmoid_steepness": ("500", 500),
    "min_childkey_take": ("655", 655),
    "owner_immune_neuron_limit": ("2", 2),
    "liquid_alpha_enabled": ("true", True),
    "alpha_high": ("60000", 60_000),
    "alpha_low": ("40000", 40_000),
    "commit_reveal_weights_enabled": ("false", False),
    "registration_allowed": ("true", True),
    "network_pow_registration_allowed": ("true", True),
    "yuma3_enabled": ("true", True),
    "bonds_reset_enabled": ("true", True),
    "transfers_enabled": ("false", False),
    "owner_cut_enabled": ("false", False),
    "owner_cut_auto_lock_enabled": ("true", True),
}
# test_null.py sets it.
LATER = {"epoch_consensus"}


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnets(chain, btcli):
    """Two subnets, the first with its registration closed by root."""
    assert btcli.add_wallet("bob", BOB_SEED) == cold(BOB)
    for owner in (BOB, CHARLIE):
        chain.submit(CORE.register_network(hotkey=hot(owner)), owner)
    chain.sudo(
        ADMIN.sudo_set_network_registration_allowed(netuid=LISTED, registration_allowed=False),
        ADMIN.sudo_set_min_allowed_uids(netuid=REFUSING, min_allowed_uids=0),
    )


@pytest.fixture(scope="module")
def defaults(btcli) -> dict:
    return btcli("subnets", "hyperparameters", str(LISTED))


def intent(name: str, value, netuid: int = REFUSING) -> SetHyperparameter:
    return SetHyperparameter(netuid=netuid, name=name, value=value)


def refused(chain, action, who, name: str) -> None:
    assert chain.refuse(action, who).error.name == name


# What the owner sets ---------------------------------------------------------


def test_every_name_of_the_client_is_tested_or_of_a_later_feature():
    assert set(VALUES) | LATER == set(OWNER_HYPERPARAMETERS)
    assert not set(VALUES) & LATER


@pytest.mark.parametrize("name", VALUES)
def test_the_owner_sets(btcli, defaults, name):
    typed, listed = VALUES[name]
    assert defaults[name] != listed
    arguments = ("--netuid", str(LISTED), "--name", name, "--value", typed)
    answer = btcli("sudo", "set", *arguments, wallet="bob")
    assert answer["success"] is True, answer


def test_the_list_shows_what_the_owner_set(btcli):
    listed = btcli("subnets", "hyperparameters", str(LISTED))
    assert {name: listed[name] for name in VALUES} == {name: value for name, (_, value) in VALUES.items()}
    assert listed["yuma_version"] == 3
    # 2 000 thousandths of a tempo of 720.
    assert listed["activity_cutoff"] == 1_440
    assert listed["max_weights_limit"] == 65_535 and listed["user_liquidity_enabled"] is False


def test_the_list_of_the_sdk_and_of_root_agree_with_btcli(btcli, chain):
    for netuid in (0, LISTED):
        shown = chain.client.read("subnet_hyperparameters", netuid=netuid)
        listed = btcli("subnets", "hyperparameters", str(netuid))
        assert {name: listed[name] for name in shown} == dict(shown)
    explained = btcli("subnets", "hyperparameters", str(LISTED), "--name", "tempo")
    assert explained["value"] == 720 and explained["owner_settable"] is True


def test_a_setter_says_what_it_set(chain):
    result = chain.run(intent("immunity_period", 77), CHARLIE)
    assert [int(field) for field in events(result, "ImmunityPeriodSet")[0]] == [REFUSING, 77]
    # What is silent on the public network.
    (event,) = events(chain.run(intent("owner_cut_enabled", 0), CHARLIE), "ParameterSet", "AdminUtils")
    assert int(event["netuid"]) == REFUSING
    assert event["name"] == "owner_cut_enabled"


# Who may not, when, and what not ------------------------------------------------


def test_only_the_owner_and_root_set(chain):
    refused(chain, intent("immunity_period", 5), STRANGER, "BadOrigin")
    refused(chain, ADMIN.sudo_set_kappa(netuid=REFUSING, kappa=5), CHARLIE, "BadOrigin")
    chain.sudo(ADMIN.sudo_set_kappa(netuid=REFUSING, kappa=5))
    assert chain.get("Kappa", REFUSING) == 5


def test_an_owner_keeps_one_way_to_register_open(chain):
    # By work nobody registers unless the owner lets them.
    refused(chain, intent("registration_allowed", 0), CHARLIE, "InvalidValue")
    chain.run(intent("network_pow_registration_allowed", 1), CHARLIE)
    chain.run(intent("registration_allowed", 0), CHARLIE)
    refused(chain, intent("network_pow_registration_allowed", 0), CHARLIE, "InvalidValue")
    chain.run(intent("registration_allowed", 1), CHARLIE)


@pytest.mark.parametrize(
    "call, name",
    [
        (ADMIN.sudo_set_tempo(netuid=REFUSING, tempo=359), "TempoOutOfBounds"),
        (ADMIN.sudo_set_min_burn(netuid=REFUSING, min_burn=10**9), "ValueNotInBounds"),
        (ADMIN.sudo_set_max_allowed_uids(netuid=REFUSING, max_allowed_uids=257),
         "MaxAllowedUidsGreaterThanDefaultMaxAllowedUids"),
        (ADMIN.sudo_set_alpha_values(netuid=REFUSING, alpha_low=2_000, alpha_high=3_000), "LiquidAlphaDisabled"),
        (ADMIN.sudo_set_bonds_moving_average(netuid=REFUSING, bonds_moving_average=975_001),
         "BondsMovingAverageMaxReached"),
        (ADMIN.sudo_set_burn_half_life(netuid=REFUSING, burn_half_life=0), "InvalidValue"),
        (ADMIN.sudo_set_alpha_sigmoid_steepness(netuid=REFUSING, steepness=-1), "NegativeSigmoidSteepness"),
        (ADMIN.sudo_set_commit_reveal_weights_interval(netuid=REFUSING, interval=101), "RevealPeriodTooLarge"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.function,
)
def test_a_value_out_of_bounds_is_refused(chain, call, name):
    refused(chain, call, CHARLIE, name)


def test_an_owner_waits_between_two_changes_of_one_value(chain):
    chain.sudo(ADMIN.sudo_set_owner_hparam_rate_limit(epochs=1_000))
    chain.run(intent("rho", 7), CHARLIE)
    refused(chain, intent("rho", 8), CHARLIE, "TxRateLimitExceeded")
    chain.run(intent("bonds_penalty", 8), CHARLIE)
    chain.sudo(ADMIN.sudo_set_rho(netuid=REFUSING, rho=9))
    assert chain.get("Rho", REFUSING) == 9
    chain.sudo(ADMIN.sudo_set_owner_hparam_rate_limit(epochs=0))


def test_close_to_an_epoch_only_root_sets(chain):
    chain.sudo(ADMIN.sudo_set_admin_freeze_window(window=65_535))
    refused(chain, intent("rho", 11), CHARLIE, "AdminActionProhibitedDuringWeightsWindow")
    chain.sudo(ADMIN.sudo_set_rho(netuid=REFUSING, rho=11), ADMIN.sudo_set_max_burn(netuid=0, max_burn=10**12))
    assert chain.get("Rho", REFUSING) == 11 and chain.get("MaxBurn", 0) == 10**12
    chain.sudo(ADMIN.sudo_set_admin_freeze_window(window=0))


# The other intents of the group ---------------------------------------------------


def test_root_switches_the_emission_of_a_subnet(chain):
    chain.run(SetSubnetEmissionEnabled(netuids=[REFUSING], enabled=False), ALICE)
    assert chain.get("SubnetEmissionEnabled", REFUSING) is False


def test_the_owner_names_a_hotkey_of_its_own(chain):
    # A key of nobody yet, then one of the owner's, which on this chain may change at once.
    name = ADMIN.sudo_set_sn_owner_hotkey(netuid=REFUSING, hotkey=hot(STRANGER))
    refused(chain, name, CHARLIE, "NonAssociatedColdKey")
    chain.submit(CORE.try_associate_hotkey(hotkey=hot(STRANGER)), CHARLIE)
    for _ in range(2):
        chain.submit(name, CHARLIE)
    assert chain.get("SubnetOwnerHotkey", REFUSING) == hot(STRANGER)


def test_trimming_removes_what_earns_least_and_leaves_room_for_mechanisms(chain):
    for miner in MINERS:
        chain.submit(CORE.burned_register(netuid=REFUSING, hotkey=hot(miner)), miner)
    assert chain.get("SubnetworkN", REFUSING) == 3
    refused(chain, SetMechanismCount(netuid=REFUSING, mechanism_count=2), CHARLIE, "TooManyUIDsPerMechanism")
    chain.run(intent("immunity_period", 0), CHARLIE)
    # The owner's uid would be all that is left.
    refused(chain, TrimSubnet(netuid=REFUSING, max_n=1), CHARLIE, "TrimmingWouldExceedMaxImmunePercentage")
    chain.run(TrimSubnet(netuid=REFUSING, max_n=2), CHARLIE)
    assert chain.get("SubnetworkN", REFUSING) == chain.get("MaxAllowedUids", REFUSING) == 2
    # Of two that earned nothing the later goes.
    assert chain.get("Uids", REFUSING, hot(MINERS[0])) == 1
    assert chain.get("Uids", REFUSING, hot(MINERS[1])) is None
    chain.run(SetMechanismCount(netuid=REFUSING, mechanism_count=2), CHARLIE)
    assert chain.get("MechanismCountCurrent", REFUSING) == 2
