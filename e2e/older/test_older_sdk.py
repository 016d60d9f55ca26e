"""Every read of the SDK `bittensor` 10.5.0 (spec 70 §21), in a process of its own, on the populated chain."""

from __future__ import annotations

import json
import subprocess

import pytest
from support.keys import RAO, cold, hot
from support.older import ROOT, environment, older_python
from support.population import (
    CHILD_PART, DELEGATE, FIRST, FIRST_MINER, IDENTITY, LEAVER, LONG_TEMPO, MINERS, NEURONS, NOMINATORS, OWNERS, SECOND,
    SUBNETS, SPLIT, TAKE, TEMPO, THIRD, VALIDATORS, VICTIM,
)

TIMEOUT = 300
HOTKEY, COLDKEY = hot(VALIDATORS[0]), cold(NOMINATORS[0])
UID = 1  # of that hotkey
MINER_UID = FIRST_MINER[FIRST]
TRANSFER = ["Balances", "transfer_keep_alive", {"dest": cold(NOMINATORS[1]), "value": RAO}]

# By name of the parameter.
ARGUMENTS = {
    "netuid": FIRST, "uid": UID, "hotkey_ss58": HOTKEY, "coldkey_ss58": COLDKEY, "address": COLDKEY, "block": 1,
    "addresses": [COLDKEY, cold(VALIDATORS[0])], "coldkey_ss58s": [COLDKEY, cold(NOMINATORS[1])], "amount": RAO,
    "origin_netuid": FIRST, "destination_netuid": SECOND, "crowdloan_id": 0, "proposal_hash": "0x" + "00" * 32,
    "real_account_ss58": COLDKEY, "delegate_account_ss58": cold(DELEGATE),
}
# By method, where these do not fit.
SPECIAL = {
    "get_children_pending": {"netuid": SECOND},
    "get_coldkey_swap_announcement": {"coldkey_ss58": cold(LEAVER)},
    "get_coldkey_swap_dispute": {"coldkey_ss58": cold(VICTIM)},
    "get_commitment": {"uid": MINER_UID}, "get_commitment_metadata": {"hotkey_ss58": hot(MINERS[0])},
    "get_last_commitment_bonds_reset_block": {"uid": MINER_UID},
    "get_revealed_commitment": {"uid": MINER_UID + 2},
    "get_revealed_commitment_by_hotkey": {"hotkey_ss58": hot(MINERS[2])},
    "get_neuron_certificate": {"netuid": SECOND, "hotkey_ss58": hot(OWNERS[SECOND])},
    "get_all_neuron_certificates": {"netuid": SECOND},
    "get_parents": {"hotkey_ss58": hot(VALIDATORS[2])},
    "get_hotkey_conviction": {"hotkey_ss58": hot(VALIDATORS[1])}, "get_stake_lock": {"hotkey_ss58": hot(VALIDATORS[1])},
    "get_hyperparameter": {"param_name": "Tempo"}, "query_identity": {"coldkey_ss58": cold(VALIDATORS[0])},
    "get_delegated": {"coldkey_ss58": COLDKEY}, "get_timelocked_weight_commits": {"netuid": THIRD},
    "get_owned_hotkeys": {"coldkey_ss58": cold(MINERS[0])},
    "is_perpetual_lock": {"coldkey_ss58": cold(NOMINATORS[1])},
    "query_constant": {"module_name": "Balances", "constant_name": "ExistentialDeposit"},
    "query_map": {"module": "SubtensorModule", "name": "NetworksAdded"},
    "query_map_subtensor": {"name": "NetworksAdded"},
    "query_module": {"module": "SubtensorModule", "name": "Tempo", "params": [FIRST]},
    "query_runtime_api": {"runtime_api": "SwapRuntimeApi", "method": "current_alpha_price", "params": [FIRST]},
    "query_subtensor": {"name": "Tempo", "params": [FIRST]},
    "state_call": {"method": "SubnetRegistrationRuntimeApi_get_network_registration_cost", "data": "0x"},
    "compose_call": dict(zip(("call_module", "call_function", "call_params"), TRANSFER)),
    "validate_extrinsic_params": dict(zip(("call_module", "call_function", "call_params"), TRANSFER)),
    "get_extrinsic_fee": {"call": TRANSFER, "keypair": "//Alice"},
    "get_transfer_fee": {"wallet": "//Alice", "destination_ss58": COLDKEY, "amount": RAO},
    "get_liquidity_list": {"wallet": "//Alice"},
    "filter_netuids_by_registered_hotkeys": {
        "all_netuids": [0, 1, *SUBNETS], "filter_for_netuids": [], "all_hotkeys": ["//Crowd//validator0//hotkey"],
        "block": None,
    },
    "wait_for_block": {"block": 1}, "get_block_info": {"block": 1},
    "setup_config": {"network": "local", "config": None},
}

# What fails, and how it says so. These are of pallets that are not there yet,
LATER = {
    name: 'Pallet "Crowdloan" not found'
    for name in (
        "get_crowdloan_by_id", "get_crowdloan_constants", "get_crowdloan_contributions", "get_crowdloan_next_id",
        "get_crowdloans",
    )
}
# and these ask for what the public network has removed.
GONE = {"get_vote_data": 'Pallet "Triumvirate" not found'}


@pytest.fixture(scope="module")
def answers(node, population, tmp_path_factory) -> dict:
    asked = subprocess.run(
        [older_python(), str(ROOT / "e2e" / "support" / "older_sdk_reads.py")],
        input=json.dumps({"url": node.url, "arguments": ARGUMENTS, "special": SPECIAL}), text=True,
        capture_output=True, timeout=TIMEOUT, env=environment(tmp_path_factory.mktemp("older-sdk")),
    )
    assert asked.returncode == 0, asked.stderr
    # It warns on the same stream.
    return json.loads(asked.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def values(answers) -> dict:
    return {name: answer["value"] for name, answer in answers.items() if "value" in answer}


def test_every_read_works_or_is_known_not_to(answers):
    failed = {name: answer["error"] for name, answer in answers.items() if "error" in answer}
    expected = LATER | GONE
    assert failed.keys() == expected.keys(), failed
    for name, text in expected.items():
        assert text in failed[name]
    assert len(answers) - len(failed) >= 150


# Values ----------------------------------------------------------------------


def test_balances_and_stake(values, chain):
    assert values["get_balance"] == chain.free(COLDKEY)
    assert values["get_balances"] == {who: chain.free(who) for who in ARGUMENTS["addresses"]}
    assert values["get_existential_deposit"] == 500
    stakes = {(row["hotkey_ss58"], row["netuid"]): row["stake"] for row in values["get_stake_info_for_coldkey"]}
    assert stakes.keys() == {(HOTKEY, netuid) for netuid in (0, FIRST, SECOND)}
    for (hotkey, netuid), held in stakes.items():
        assert held == pytest.approx(chain.stake(COLDKEY, hotkey, netuid), rel=0.05)
    assert values["get_stake"] == pytest.approx(stakes[HOTKEY, FIRST], rel=0.05)
    assert values["get_stake_info_for_coldkeys"].keys() == set(ARGUMENTS["coldkey_ss58s"])
    assert values["get_staking_hotkeys"] == chain.get("StakingHotkeys", COLDKEY)
    assert values["get_hotkey_owner"] == cold(VALIDATORS[0])
    assert set(values["get_owned_hotkeys"]) == set(chain.get("OwnedHotkeys", cold(MINERS[0])))
    assert values["get_auto_stakes"] == {str(FIRST): HOTKEY, str(SECOND): hot(VALIDATORS[1])}


def test_subnets(values, chain):
    netuids = [int(netuid) for netuid, _ in chain.rows("NetworksAdded")]
    assert sorted(values["get_all_subnets_netuid"]) == sorted(netuids)
    assert values["get_total_subnets"] == int(chain.get("TotalNetworks"))
    subnet = values["subnet"]
    assert (subnet["netuid"], subnet["owner_coldkey"], subnet["tempo"]) == (FIRST, cold(OWNERS[FIRST]), TEMPO)
    assert {row["netuid"] for row in values["all_subnets"]} == set(netuids)
    prices = values["get_subnet_prices"]
    assert prices[str(FIRST)] == pytest.approx(chain.client.read("alpha_price", netuid=FIRST)["price_rao"], rel=0.1)
    assert values["get_subnet_price"] == pytest.approx(prices[str(FIRST)], rel=0.1)
    assert values["get_mechanism_count"] == 2
    assert values["get_mechanism_emission_split"] == [round(part / sum(SPLIT) * 100) for part in SPLIT]
    assert (values["tempo"], values["max_weight_limit"]) == (TEMPO, 1.0)
    assert values["immunity_period"] == int(chain.get("ImmunityPeriod", FIRST))
    assert values["difficulty"] == int(chain.get("Difficulty", FIRST))
    assert values["get_subnet_hyperparameters"]["tempo"] == TEMPO
    assert values["get_subnet_owner_hotkey"] == hot(OWNERS[FIRST])
    assert values["is_fast_blocks"] is True and values["is_subnet_active"] is True
    assert values["query_module"] == values["query_subtensor"] == TEMPO
    assert values["query_constant"] == values["get_existential_deposit"]


def test_neurons(values, chain):
    neurons = [hot(who) for who in NEURONS[FIRST]]
    assert [row["hotkey"] for row in values["neurons"]] == neurons[: len(values["neurons"])] == neurons
    assert [row["hotkey"] for row in values["neurons_lite"]] == neurons
    assert values["neuron_for_uid"]["hotkey"] == neurons[UID]
    assert values["get_uid_for_hotkey_on_subnet"] == UID
    assert values["subnetwork_n"] == len(neurons)
    assert values["get_subnet_validator_permits"] == chain.get("ValidatorPermit", FIRST)
    assert sorted(values["get_netuids_for_hotkey"]) == [0, *SUBNETS]
    rows = {int(uid): [[int(to), int(weight)] for to, weight in row] for uid, row in chain.rows("Weights", FIRST)}
    assert {uid: row for uid, row in values["weights"]} == rows
    assert {uid for uid, _ in values["bonds"]} == {int(uid) for uid, _ in chain.rows("Bonds", FIRST)}
    assert values["get_metagraph_info"]["hotkeys"] == neurons
    certificates = values["get_all_neuron_certificates"]
    assert certificates.keys() == {hot(OWNERS[SECOND])} and values["get_neuron_certificate"]


def test_delegation_and_identities(values, chain):
    assert values["get_children"][1] == [[pytest.approx(CHILD_PART / 2**64), hot(VALIDATORS[2])]]
    assert values["get_parents"] == [[pytest.approx(CHILD_PART / 2**64), HOTKEY]]
    assert values["get_children_pending"][0] == [[pytest.approx(CHILD_PART / 2**64), hot(VALIDATORS[2])]]
    assert values["get_delegate_take"] == pytest.approx(int(chain.get("Delegates", HOTKEY)) / 65_535)
    takes = {row["hotkey_ss58"]: row["take"] for row in values["get_delegates"]}
    assert takes[hot(VALIDATORS[1])] == pytest.approx(TAKE / 65_535)
    assert values["query_identity"]["name"] == IDENTITY["name"]
    assert values["get_commitment"] == "hello" == values["get_all_commitments"][hot(MINERS[0])]
    assert values["get_revealed_commitment"] == values["get_revealed_commitment_by_hotkey"]
    assert values["get_coldkey_swap_announcement"]["coldkey"] == cold(LEAVER)
    assert values["get_coldkey_swap_dispute"]["coldkey"] == cold(VICTIM)
    delegates = {row["delegate"]: row["proxy_type"] for row in values["get_proxies_for_real_account"][0]}
    assert delegates[cold(DELEGATE)] == "Staking"


def test_locks_and_epochs(values, chain):
    assert values["get_last_epoch_block"] == pytest.approx(int(chain.get("LastEpochBlock", FIRST)), abs=2_000)
    assert values["get_next_epoch_start_block"] > values["get_last_epoch_block"]
    assert values["is_perpetual_lock"] is True
    assert 0 < values["get_coldkey_lock"]["locked_mass"] <= 8 * RAO
    assert values["get_timelocked_weight_commits"][0][0] == HOTKEY
    assert values["get_hotkey_conviction"] > 0


def test_root_claims_are_what_they_were_before_funds(values):
    """`RootClaimType` is kept for this generation; the rest was never written."""
    assert values["get_root_claim_type"] == "Swap"
    assert values["get_root_claimable_all_rates"] == {}
    assert values["get_root_claimable_rate"] == 0.0
    assert values["get_root_claimable_stake"] == values["get_root_claimed"] == 0
