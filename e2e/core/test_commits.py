"""Weights that are committed and revealed, on a subnet where nothing has been set.

The client seals them to a round of the public beacon that it works out from the time of the day and
the epochs of the subnet. One such round is known here, so its clock stands still a while before it.
A block comes with each transaction, and when the tests ask for one. The tests run in order.
"""

import bittensor
import pytest
from bittensor import calls
from support.chain import Chain, events
from support.commits import ROUND, ROUND_TIME, hash_of_row, pulse_extrinsic
from support.keys import DevWallet, hot, key, seeded
from support.node import RpcError, Sealed

VALIDATOR_SEED, MINER_SEED = b"validator".rjust(32), b"miner".rjust(32)
VALIDATOR = DevWallet(key("//Bob"), seeded(VALIDATOR_SEED))
MINER = DevWallet(key("//Eve"), seeded(MINER_SEED))
NETUID = 2
CORE = calls.SubtensorModule
# A signature of another round.
WRONG_SIGNATURE = bytes.fromhex(
    "b0a8b04e009cf72534321aca0f50048da596a3feec1172a0244d9a4a623a3123"
    "d0402da79854d4c705e94bc73224c341"
)
# The client adds these to the first block of the epoch of reveal.
BLOCKS_OF_SAFETY = 3


@pytest.fixture(scope="module")
def node(binary, tmp_path_factory):
    with Sealed(binary, tmp_path_factory.mktemp("node"), "instant") as running:
        yield running


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain, btcli):
    """Two hotkeys that never had a rao, each in a wallet of btcli."""
    chain.batch([CORE.register_network(hotkey=hot(VALIDATOR)), CORE.start_call(netuid=NETUID)], VALIDATOR)
    chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(MINER)), MINER)
    for name, seed in (("validator", VALIDATOR_SEED), ("miner", MINER_SEED)):
        btcli.add_hotkey(name, "0x" + seed.hex())


def begin_epoch(chain, node) -> int:
    """Ends with the block in which an epoch has begun; returns its index."""
    before = epoch(chain)
    node.seal_until(lambda: epoch(chain) > before, 2 * int(chain.get("Tempo", NETUID)))
    return epoch(chain)


def epoch(chain) -> int:
    return int(chain.get("SubnetEpochIndex", NETUID))


def clock_for_known_round(chain) -> int:
    """When the client seals to the known round, at the beginning of an epoch."""
    blocks = int(chain.get("Tempo", NETUID)) + BLOCKS_OF_SAFETY
    return int(ROUND_TIME + 4.5 - blocks * chain.client.block_time())


def row(chain, uid: int) -> dict | None:
    return chain.client.read("weights", netuid=NETUID).get(uid)


def waiting(chain) -> dict:
    return chain.client.read("timelocked_weight_commits", netuid=NETUID)


def test_set_weights_commits_from_a_hotkey_without_a_rao(chain, node):
    assert chain.client.read("commit_reveal_enabled", netuid=NETUID) is True
    assert chain.free(hot(MINER)) == 0
    committed_in = begin_epoch(chain, node)
    result = chain.run(bittensor.SetWeights(netuid=NETUID, weights={1: 1}), MINER)
    [fields] = events(result, "TimelockedWeightsCommitted")
    assert str(fields[0]) == hot(MINER)
    assert [commit["hotkey"] for commit in waiting(chain)[committed_in]] == [hot(MINER)]


def test_a_pulse_that_the_beacon_has_not_signed_is_refused(chain, node):
    with pytest.raises(RpcError, match="bad signature"):
        node.rpc("author_submitExtrinsic", [pulse_extrinsic(chain.client.block, WRONG_SIGNATURE)])


def test_the_chain_reveals_what_the_client_sets(chain, node, btcli):
    committed_in = begin_epoch(chain, node)
    clock = clock_for_known_round(chain)
    for command, who, row_of in (("set", "validator", ("0,1", "1,3")), ("commit", "miner", ("1", "1"))):
        uids, weights = row_of
        answer = btcli(
            "weights", command, "--netuid", str(NETUID), "--uids", uids, "--weights", weights,
            wallet=who, clock=clock,
        )
        assert answer["success"] is True, answer
    commits = [(commit["hotkey"], commit["reveal_round"]) for commit in waiting(chain)[committed_in]]
    assert commits == [(hot(VALIDATOR), ROUND), (hot(MINER), ROUND)]
    assert chain.free(hot(VALIDATOR)) == chain.free(hot(MINER)) == 0

    assert begin_epoch(chain, node) == committed_in + 1
    assert row(chain, 0) is None and row(chain, 1) is None
    node.rpc("author_submitExtrinsic", [pulse_extrinsic(chain.client.block)])
    node.seal_until(lambda: row(chain, 1), 3)
    assert epoch(chain) == committed_in + 1
    assert row(chain, 0) == pytest.approx({0: 0.25, 1: 0.75}, abs=1e-4)
    assert row(chain, 1) == {1: 1.0}
    assert waiting(chain) == {}


def test_weights_are_committed_by_hash_and_revealed_in_the_next_epoch(chain, node, btcli):
    uids, weights, salt = [0, 1], [30, 10], [7, 8, 9]
    committed_in = begin_epoch(chain, node)
    commit_hash = hash_of_row(VALIDATOR.hotkey, NETUID, uids, weights, salt)
    commit = CORE.commit_weights(netuid=NETUID, commit_hash=commit_hash)
    assert len(events(chain.submit(commit, VALIDATOR, role="hotkey"), "WeightsCommitted")) == 1
    reveal = bittensor.RevealWeights(netuid=NETUID, uids=uids, weights=weights, salt=salt)
    assert chain.refuse(reveal, VALIDATOR).error.name == "RevealTooEarly"

    assert begin_epoch(chain, node) == committed_in + 1
    command = (
        "weights", "reveal", "--netuid", str(NETUID), "--uids", "0,1", "--weights", "30,10", "--salt", "7,8,9"
    )
    answer = btcli(*command, wallet="validator")
    assert answer["success"] is True, answer
    assert row(chain, 0) == pytest.approx({0: 0.75, 1: 0.25}, abs=1e-4)
    # It is gone.
    assert "NoWeightsCommitFound" in str(btcli(*command, wallet="validator", fails=True))
    assert chain.free(hot(VALIDATOR)) == 0
