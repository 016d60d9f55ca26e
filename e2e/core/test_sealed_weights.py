"""Weights as the client sends them on a new subnet, where nothing has been set: sealed to a round
of the public beacon that it works out from the time of the day and the epochs of the subnet.

One such round is known here, so the client's clock stands still a while before it. A block comes
with each transaction, and when the tests ask for one. The tests run in order.
"""

import pytest
from bittensor import calls
from support.chain import Chain, events
from support.commits import ROUND, ROUND_TIME, hash_of_row, pulse_extrinsic
from support.keys import DevWallet, hot, key, seeded
from support.node import Sealed

VALIDATOR_SEED, MINER_SEED = b"validator".rjust(32), b"miner".rjust(32)
VALIDATOR = DevWallet(key("//Bob"), seeded(VALIDATOR_SEED))
MINER = DevWallet(key("//Eve"), seeded(MINER_SEED))
NETUID = 2
CORE = calls.SubtensorModule
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
    """Two hotkeys that never had a rao, each in a wallet of btcli whose coldkey has none either."""
    chain.batch([CORE.register_network(hotkey=hot(VALIDATOR)), CORE.start_call(netuid=NETUID)], VALIDATOR)
    chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(MINER)), MINER)
    for name, seed in (("validator", VALIDATOR_SEED), ("miner", MINER_SEED)):
        btcli.add_hotkey(name, "0x" + seed.hex())
    assert chain.get("CommitRevealWeightsEnabled", NETUID) is True


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
    waiting = chain.client.read("timelocked_weight_commits", netuid=NETUID)
    assert [(c["hotkey"], c["reveal_round"]) for c in waiting[committed_in]] == [
        (hot(VALIDATOR), ROUND), (hot(MINER), ROUND)
    ]
    assert chain.free(hot(VALIDATOR)) == chain.free(hot(MINER)) == 0

    assert begin_epoch(chain, node) == committed_in + 1
    assert row(chain, 0) is None and row(chain, 1) is None
    node.rpc("author_submitExtrinsic", [pulse_extrinsic(chain.client.block)])
    node.seal_until(lambda: row(chain, 1), 3)
    assert epoch(chain) == committed_in + 1
    assert row(chain, 0) == pytest.approx({0: 0.25, 1: 0.75}, abs=1e-4)
    assert row(chain, 1) == {1: 1.0}
    assert chain.client.read("timelocked_weight_commits", netuid=NETUID) == {}


def test_btcli_reveals_what_was_committed_by_hash(chain, node, btcli):
    uids, weights, salt = [0, 1], [30, 10], [7, 8, 9]
    committed_in = begin_epoch(chain, node)
    commit_hash = hash_of_row(VALIDATOR.hotkey, NETUID, uids, weights, salt)
    commit = CORE.commit_weights(netuid=NETUID, commit_hash=commit_hash)
    assert len(events(chain.submit(commit, VALIDATOR, role="hotkey"), "WeightsCommitted")) == 1

    def reveal(**expected):
        return btcli(
            "weights", "reveal", "--netuid", str(NETUID), "--uids", "0,1", "--weights", "30,10",
            "--salt", "7,8,9", wallet="validator", **expected,
        )

    assert "RevealTooEarly" in str(reveal(fails=True))
    assert begin_epoch(chain, node) == committed_in + 1
    assert reveal()["success"] is True
    assert row(chain, 0) == pytest.approx({0: 0.75, 1: 0.25}, abs=1e-4)
    assert chain.free(hot(VALIDATOR)) == 0
