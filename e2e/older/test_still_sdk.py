"""Every read of the SDK `bittensor` 10.5.0, in a process of its own, against what is stored."""

from __future__ import annotations

import json
import subprocess

import pytest
from acceptance.world import about, texts
from support.keys import RAO, cold, hot
from support.population import (
    DELEGATE,
    FIRST,
    LEASE_LOAN,
    LEAVER,
    MINERS,
    OPEN_LOAN,
    OWNERS,
    SECOND,
    SPLIT,
    THIRD,
    VALIDATORS,
    VICTIM,
)

from .client import HERE, environment, older_python
from .sdk_arguments import ARGUMENTS, COLDKEY, HOTKEY, LOCKED_TO, SPECIAL, UID

TIMEOUT = 300
# What asks for what the public network has removed,
GONE = {
    "get_vote_data": 'Pallet "Triumvirate" not found',
    "get_max_epochs_per_block": "Unable to retrieve MaxEpochsPerBlock constant",
}
# and what the SDK itself no longer reads: it takes rows for objects, notes that are texts for
# hexadecimal digits, and a flow that was never stored for a pair.
NOT_HEX = "non-hexadecimal number found"
BROKEN = {
    "get_all_revealed_commitments": NOT_HEX,
    "get_revealed_commitment": NOT_HEX,
    "get_revealed_commitment_by_hotkey": NOT_HEX,
    "get_coldkey_swap_announcements": "'tuple' object has no attribute 'value'",
    "get_ema_tao_inflow": "cannot unpack non-iterable NoneType",
}


@pytest.fixture(scope="module")
def answers(node, still, tmp_path_factory) -> dict:
    asked = subprocess.run(
        [older_python(), str(HERE / "sdk_reads.py")],
        input=json.dumps({"url": node.url, "arguments": ARGUMENTS, "special": SPECIAL}),
        env=environment(tmp_path_factory.mktemp("older-sdk")), text=True, capture_output=True,
        timeout=TIMEOUT,
    )
    assert asked.returncode == 0, asked.stderr
    # It warns on the same stream.
    return json.loads(asked.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def values(answers) -> dict:
    return {name: answer["value"] for name, answer in answers.items() if "value" in answer}


def test_every_read_works_or_is_known_not_to(answers):
    failed = {name: answer["error"] for name, answer in answers.items() if "error" in answer}
    expected = GONE | BROKEN
    assert failed.keys() == expected.keys(), failed
    assert all(said in failed[name] for name, said in expected.items())
    assert len(answers) - len(failed) == 155


def test_balances_and_stake(values, still):
    def free(who: str) -> int:
        return still.get("System.Account", who)["data"]["free"]

    assert values["get_balance"] == free(COLDKEY)
    assert values["get_balances"] == {who: free(who) for who in ARGUMENTS["addresses"]}
    assert values["get_existential_deposit"] == values["query_constant"] == 500
    for coldkey, rows in values["get_stake_info_for_coldkeys"].items():
        held = {(hotkey, netuid): amount for hotkey, netuid, amount in still.positions(coldkey)}
        shown = {(row["hotkey_ss58"], row["netuid"]): row["stake"] for row in rows}
        assert shown == {place: about(amount) for place, amount in held.items()}
        if coldkey == COLDKEY:
            assert rows == values["get_stake_info_for_coldkey"]
            assert values["get_stake"] == about(held[HOTKEY, FIRST])
    assert values["get_stake_info_for_coldkeys"].keys() == set(ARGUMENTS["coldkey_ss58s"])
    assert values["get_staking_hotkeys"] == still.get("StakingHotkeys", COLDKEY)
    assert values["get_hotkey_owner"] == still.get("Owner", HOTKEY)
    assert values["get_owned_hotkeys"] == still.get("OwnedHotkeys", cold(MINERS[0]))
    auto = still.rows("AutoStakeDestination", COLDKEY)
    assert values["get_auto_stakes"] == {str(netuid): hotkey for netuid, hotkey in auto.items()}


def test_subnets(values, still):
    assert sorted(values["get_all_subnets_netuid"]) == still.subnets
    assert values["get_total_subnets"] == len(still.subnets)
    subnet = values["subnet"]
    owner = still.get("SubnetOwner", FIRST)
    tempo = still.get("Tempo", FIRST)
    assert (subnet["netuid"], subnet["owner_coldkey"], subnet["tempo"]) == (FIRST, owner, tempo)
    assert [row["netuid"] for row in values["all_subnets"]] == still.subnets
    prices = {int(netuid): price for netuid, price in values["get_subnet_prices"].items()}
    assert prices == {netuid: about(still.price_rao(netuid), 3) for netuid in still.subnets}
    assert values["get_subnet_price"] == prices[FIRST]
    assert values["get_mechanism_count"] == 2
    assert values["get_mechanism_emission_split"] == [round(p / sum(SPLIT) * 100) for p in SPLIT]
    assert values["tempo"] == values["query_module"] == values["query_subtensor"] == tempo
    assert values["max_weight_limit"] == 1.0
    assert values["immunity_period"] == still.get("ImmunityPeriod", FIRST)
    assert values["difficulty"] == still.get("Difficulty", FIRST)
    assert values["get_subnet_hyperparameters"]["tempo"] == tempo
    assert values["get_subnet_owner_hotkey"] == still.get("SubnetOwnerHotkey", FIRST)
    assert values["is_fast_blocks"] is True and values["is_subnet_active"] is True


def test_neurons(values, still):
    hotkeys = still.hotkeys(FIRST)
    assert [row["hotkey"] for row in values["neurons"]] == hotkeys
    assert [row["hotkey"] for row in values["neurons_lite"]] == hotkeys
    assert values["neuron_for_uid"]["hotkey"] == hotkeys[UID]
    assert values["get_uid_for_hotkey_on_subnet"] == UID
    assert values["subnetwork_n"] == len(hotkeys)
    assert values["get_subnet_validator_permits"] == still.get("ValidatorPermit", FIRST)
    on = still.rows("IsNetworkMember", HOTKEY)
    assert sorted(values["get_netuids_for_hotkey"]) == sorted(n for n, is_in in on.items() if is_in)
    for name, item in (("weights", "Weights"), ("bonds", "Bonds")):
        stored = {uid: [list(pair) for pair in row] for uid, row in still.rows(item, FIRST).items()}
        assert {uid: row for uid, row in values[name]} == stored
    assert values["get_metagraph_info"]["hotkeys"] == hotkeys
    certificates = {
        hotkey: chr(row["algorithm"]) + "0x" + row["public_key"].hex()
        for hotkey, row in still.rows("NeuronCertificates", SECOND).items()
    }
    assert values["get_all_neuron_certificates"] == certificates
    assert values["get_neuron_certificate"] == certificates[hot(OWNERS[SECOND])]


def test_delegation_and_identities(values, still):
    def shares(rows) -> list:
        return [[pytest.approx(part / 2**64), hotkey] for part, hotkey in rows]

    assert values["get_children"][1] == shares(still.get("ChildKeys", HOTKEY, FIRST))
    parents = still.get("ParentKeys", hot(VALIDATORS[2]), FIRST)
    assert values["get_parents"] == shares(parents)
    waiting, block = still.get("PendingChildKeys", SECOND, HOTKEY)
    assert values["get_children_pending"] == [shares(waiting), block]
    takes = {row["hotkey_ss58"]: row["take"] for row in values["get_delegates"]}
    stored = still.rows("Delegates")
    assert takes == {hotkey: pytest.approx(take / 65_535) for hotkey, take in stored.items()}
    assert values["get_delegate_take"] == takes[HOTKEY]
    identity = texts(still.get("IdentitiesV2", cold(VALIDATORS[0])))
    assert values["query_identity"]["name"] == identity["name"]
    assert values["get_commitment"] == values["get_all_commitments"][hot(MINERS[0])] == "hello"
    announced = values["get_coldkey_swap_announcement"]
    at, new_hash = still.get("ColdkeySwapAnnouncements", cold(LEAVER))
    assert (announced["execution_block"], announced["new_coldkey_hash"]) == (at, new_hash)
    disputed = values["get_coldkey_swap_dispute"]
    assert disputed["coldkey"] == cold(VICTIM)
    assert disputed["disputed_block"] == still.get("ColdkeySwapDisputes", cold(VICTIM))
    delegates = {row["delegate"] for row in values["get_proxies_for_real_account"][0]}
    assert cold(DELEGATE) in delegates


def test_locks_and_epochs(values, still):
    assert values["get_last_epoch_block"] == still.get("LastEpochBlock", FIRST)
    assert values["get_next_epoch_start_block"] == still.next_epoch(FIRST)
    assert values["is_perpetual_lock"] is True
    hotkey, mass, _ = still.lock(COLDKEY, FIRST)
    assert hotkey == LOCKED_TO and values["get_coldkey_lock"]["locked_mass"] == about(mass)
    assert values["get_hotkey_conviction"] == about(still.convictions(FIRST)[LOCKED_TO][1])
    [rows] = still.rows("TimelockedWeightCommits", THIRD).values()
    assert [row[0] for row in values["get_timelocked_weight_commits"]] == [row[0] for row in rows]


def test_crowdloans(values, still):
    rows = still.rows("Crowdloan.Crowdloans")
    assert values["get_crowdloan_next_id"] == still.get("Crowdloan.NextCrowdloanId")
    shown = {row["id"]: row for row in values["get_crowdloans"]}
    assert shown.keys() == rows.keys() and shown[OPEN_LOAN] == values["get_crowdloan_by_id"]
    assert shown[LEASE_LOAN]["call"]["call_function"] == "register_leased_network"
    for loan, row in rows.items():
        for name in ("creator", "deposit", "min_contribution", "cap", "raised", "finalized", "end"):
            assert shown[loan][name] == row[name]
    parts = still.rows("Crowdloan.Contributions", OPEN_LOAN)
    assert values["get_crowdloan_contributions"] == parts
    constants = values["get_crowdloan_constants"]
    assert constants["MinimumDeposit"] == 10 * RAO and constants["MinimumBlockDuration"] == 50


def test_root_claims_are_what_they_were_before_funds(values):
    """`RootClaimType` is kept for this generation; the rest was never written."""
    assert values["get_root_claim_type"] == "Swap"
    assert values["get_root_claimable_all_rates"] == {}
    assert values["get_root_claimable_rate"] == 0.0
    assert values["get_root_claimable_stake"] == values["get_root_claimed"] == 0
