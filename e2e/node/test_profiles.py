"""One binary and one runtime serve fast and slow chains: genesis decides."""

import bittensor
import pytest
from bittensor import constants, storage
from support.node import Node

CODE_KEY = "0x3a636f6465"  # :code


@pytest.fixture(scope="module")
def slow(binary, tmp_path_factory):
    with Node(binary, tmp_path_factory.mktemp("slow"), chain="dev-12s") as running:
        yield running


def connect(node: Node) -> bittensor.SyncClient:
    return bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[])


def test_slot_duration_follows_the_profile(node, slow):
    with connect(node) as fast_client, connect(slow) as slow_client:
        assert int(fast_client.constant(constants.Aura.SlotDuration)) == 250
        assert int(slow_client.constant(constants.Aura.SlotDuration)) == 12_000
        assert fast_client.is_fast_blocks() and not slow_client.is_fast_blocks()
        assert slow_client.block_time() == 12.0


def test_intervals_follow_the_profile(node, slow):
    with connect(node) as fast_client, connect(slow) as slow_client:
        tempo = constants.SubtensorModule.InitialTempo
        assert int(fast_client.constant(tempo)) == 10
        assert int(slow_client.constant(tempo)) == 360


def test_both_run_the_same_runtime(node, slow):
    hashes = {n.rpc("state_getStorageHash", [CODE_KEY]) for n in (node, slow)}
    assert len(hashes) == 1
    versions = [n.rpc("state_getRuntimeVersion") for n in (node, slow)]
    assert versions[0] == versions[1]


def test_slow_chain_has_the_same_accounts(node, slow):
    with connect(slow) as client:
        alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
        assert int(client.query(storage.System.Account, [alice])["data"]["free"]) == 10**15
