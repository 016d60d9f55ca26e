"""polkadot.js reads all that there is, by our metadata alone, and sends transactions."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from bittensor import calls
from support.keys import RAO, cold, hot, wallet
from support.node import free_port

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "e2e" / "js" / "walk.mjs"
STORAGE = re.compile(r"^(\w+) storage (\w+):", re.MULTILINE)
METHOD = re.compile(r"^(\w*(?:RuntimeApi|AuraApi|AccountNonceApi))\.(\w+)\(", re.MULTILINE)

ALICE = wallet("//Alice")
OWNER = wallet("//Bob", "//Bob//owner")
VALIDATOR = wallet("//Charlie", "//Charlie//validator")
NETUID = 2
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils

# What the library says of every chain that is not Polkadot: transaction extensions it has not
# heard of (ours carry nothing, so it may pass them over) and RPC methods without a definition.
KNOWN_COMPLAINTS = ("Unknown signed extensions", "RPC methods not decorated")
# They take lists and structures, which the script has none of.
NOT_CALLED = {
    "BetaBasketRuntimeApi.get_all_beta_pricing",
    "PagedReadsRuntimeApi.get_delegate_page",
    "PagedReadsRuntimeApi.get_mechagraph_page",
    "PagedReadsRuntimeApi.get_metagraph_page",
    "PagedReadsRuntimeApi.get_nominator_page",
    "ProxyFilterRuntimeApi.get_proxy_filter",
    "ProxyFilterRuntimeApi.get_proxy_filters",
    "StakeInfoRuntimeApi.get_stake_availability_for_coldkeys",
    "StakeInfoRuntimeApi.get_stake_fee",
    "StakeInfoRuntimeApi.get_stake_info_for_coldkeys",
    "SubnetInfoRuntimeApi.get_mechagraph",
    "SubnetInfoRuntimeApi.get_selective_mechagraph",
    "SubnetInfoRuntimeApi.get_selective_metagraph",
}
# Some of what the fixture leaves in storage.
FILLED = {
    "System.Account",
    "System.Events",
    "Proxy.Proxies",
    "Multisig.Multisigs",
    "Preimage.RequestStatusFor",
    "Scheduler.Agenda",
    "Commitments.CommitmentOf",
    "SubtensorModule.AlphaV2",
    "SubtensorModule.Axons",
    "SubtensorModule.IdentitiesV2",
    "SubtensorModule.Lock",
    "SubtensorModule.SubnetIdentitiesV3",
    "SubtensorModule.Uids",
    "SubtensorModule.Weights",
}


def walk(url: str, *arguments: str) -> subprocess.CompletedProcess:
    command = ["node", str(SCRIPT), url, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=180)


def seen(url: str, *arguments: str) -> dict:
    """What the script reports; it ends with an error where something does not decode."""
    result = walk(url, *arguments)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return json.loads(result.stdout)


def unexpected(report: dict) -> list[str]:
    return [line for line in report["complaints"] if not any(known in line for known in KNOWN_COMPLAINTS)]


def texts(*names: str) -> dict[str, str]:
    """Texts for the fields of an identity, with characters of several bytes."""
    return {name: f"{name} τ" for name in names}


@pytest.fixture(scope="module")
def lived(node, chain):
    """The address of a chain with something of most kinds on it."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.submit(CORE.start_call(netuid=NETUID), OWNER)
    chain.sudo(ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False))
    subnet = texts("subnet_name", "github_repo", "subnet_contact", "subnet_url", "discord", "description", "additional")
    chain.batch([CORE.set_subnet_identity(netuid=NETUID, logo_url="", **subnet)], OWNER)
    person = texts("name", "url", "github_repo", "image", "discord", "description", "additional")
    chain.batch(
        [
            CORE.burned_register(netuid=NETUID, hotkey=hot(VALIDATOR)),
            CORE.add_stake(hotkey=hot(VALIDATOR), netuid=NETUID, amount_staked=1_000 * RAO),
            CORE.add_stake(hotkey=hot(VALIDATOR), netuid=0, amount_staked=1_000 * RAO),
            CORE.lock_stake(hotkey=hot(VALIDATOR), netuid=NETUID, amount=RAO),
            CORE.set_identity(**person),
            calls.Proxy.add_proxy(delegate=cold(OWNER), proxy_type="Staking", delay=3),
        ],
        VALIDATOR,
    )
    # Somebody who waits for the other two of three.
    weight = {"ref_time": 1_000_000_000, "proof_size": 10_000}
    others = sorted([OWNER, VALIDATOR], key=lambda who: bytes(who.coldkey.public_key))
    approval = calls.Multisig.approve_as_multi(
        threshold=2,
        other_signatories=[cold(who) for who in others],
        maybe_timepoint=None,
        call_hash="0x" + "07" * 32,
        max_weight=weight,
    )
    chain.batch([approval, calls.Preimage.note_preimage(bytes="0x0102")], ALICE)
    later = chain.client.compose(calls.System.remark(remark="0x01"))
    chain.sudo(calls.Scheduler.schedule(when=1_000_000, maybe_periodic=None, priority=0, call=later))
    for call in (
        calls.Commitments.set_commitment(netuid=NETUID, info={"fields": [[{"Raw3": "0x616263"}]]}),
        CORE.serve_axon(
            netuid=NETUID, version=1, ip=16_909_060, port=80, ip_type=4, protocol=4, placeholder1=0, placeholder2=0
        ),
        CORE.set_weights(netuid=NETUID, dests=[0], weights=[1], version_key=0),
    ):
        chain.submit(call, VALIDATOR, role="hotkey")
    chain.wait_epoch(NETUID)
    chain.wait_final(chain.client.block)
    return node.url


def test_decodes_all_of_the_storage(lived):
    report = seen(lived, "storage")
    assert unexpected(report) == []
    stored = report["stored"]
    listed = {f"{pallet}.{item}" for pallet, item in STORAGE.findall((ROOT / "runtime/interface.txt").read_text())}
    # The library adds the version of each pallet to its items.
    assert {name for name in stored if not name.endswith(".palletVersion")} == listed
    assert {name for name in FILLED if not stored[name]} == set()


@pytest.mark.parametrize("version", [15, 16])
def test_calls_the_runtime_apis_of_the_metadata(lived, version):
    report = seen(lived, "apis", str(version))
    assert report["metadata"] == version
    assert unexpected(report) == []
    listed = {f"{api}.{method}" for api, method in METHOD.findall((ROOT / "runtime/interface.txt").read_text())}
    assert set(report["left"]) == NOT_CALLED
    assert set(report["called"]) == listed - NOT_CALLED
    # Bytes: more than an empty answer has.
    assert report["called"]["SubnetInfoRuntimeApi.get_metagraph"] > 500
    assert report["called"]["NeuronInfoRuntimeApi.get_neurons"] > 300


def test_a_transfer_costs_what_was_estimated(lived):
    report = seen(lived, "transfer")
    assert unexpected(report) == []
    sent, fee = int(report["sent"]), int(report["fee"])
    assert report["inBlock"] is True
    assert int(report["arrived"]) == sent
    assert fee == int(report["estimate"]) > 0
    assert int(report["spent"]) == sent + fee


def test_what_goes_wrong_has_its_name(lived):
    report = seen(lived, "errors")
    assert report["dispatch"] == "subtensorModule.SubnetNotExists"
    assert "Inability to pay some fees" in report["poor"]
    assert "Could not decode" in report["garbage"]
    assert "failed on dest" in report["argument"]
    assert "is not found" in report["method"]
    assert report["unknown"] == "undefined"


def test_the_script_itself_fails_aloud(lived):
    nowhere = walk(f"ws://127.0.0.1:{free_port()}", "storage")
    assert nowhere.returncode == 1 and nowhere.stderr.startswith("error: nothing answers")
    assert walk(lived, "everything").returncode == 1
    # Metadata of a version that the chain does not have.
    assert walk(lived, "storage", "99").returncode == 1
