"""Weights that are committed and revealed, and commitments, on a fresh subnet.

The rounds of drand's beacon cannot be fetched here; one of them is known, and its
pulse opens what the client's own library has sealed to it. The tests run in order.
"""

import bittensor
import pytest
from bittensor import calls
from support.chain import Chain, events
from support.commits import ROUND, SIGNATURE, hash_of_row, plain_row, pulse_extrinsic, sealed, timelocked
from support.keys import hot, wallet
from support.node import RpcError

OWNER = wallet("//Bob", "//Bob//owner")
MINER = wallet("//Eve", "//Eve//miner")
NETUID = 2
TEMPO = 40  # 10 s
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A subnet as its owner gets it, but for its tempo and the rate limit of weights."""
    chain.batch([CORE.register_network(hotkey=hot(OWNER)), CORE.start_call(netuid=NETUID)], OWNER)
    chain.sudo(
        ADMIN.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0),
        ADMIN.sudo_set_tempo(netuid=NETUID, tempo=TEMPO),
    )
    chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(MINER)), MINER)


def epoch(chain) -> int:
    return int(chain.get("SubnetEpochIndex", NETUID))


def wait_for(chain, what) -> None:
    for _ in range(4 * TEMPO):
        if what():
            return
        chain.wait_blocks(1)
    raise AssertionError("it did not happen in four epochs")


def wait_for_next_epoch(chain) -> None:
    now = epoch(chain)
    wait_for(chain, lambda: epoch(chain) > now)


def test_set_weights_commits_from_a_hotkey_without_a_rao(chain):
    assert chain.client.read("commit_reveal_enabled", netuid=NETUID) is True
    assert chain.free(hot(OWNER)) == 0
    result = chain.run(bittensor.SetWeights(netuid=NETUID, weights={1: 1}), OWNER)
    (fields,) = events(result, "TimelockedWeightsCommitted")
    assert str(fields[0]) == hot(OWNER)
    (waiting,) = chain.client.read("timelocked_weight_commits", netuid=NETUID).values()
    assert [commit["hotkey"] for commit in waiting] == [hot(OWNER)]


def test_weights_are_committed_by_hash_and_revealed_in_the_next_epoch(chain):
    uids, values, salt = [0, 1], [10, 30], [1, 2, 3, 4, 5, 6, 7, 8]
    hashed = hash_of_row(OWNER.hotkey, NETUID, uids, values, salt)
    wait_for_next_epoch(chain)
    committed = chain.submit(
        CORE.commit_weights(netuid=NETUID, commit_hash=hashed), OWNER, role="hotkey"
    )
    assert len(events(committed, "WeightsCommitted")) == 1
    reveal = bittensor.RevealWeights(netuid=NETUID, uids=uids, weights=values, salt=salt)
    assert chain.refuse(reveal, OWNER).error.name in ("CommitBlockNotInRevealRange", "RevealTooEarly")
    wait_for_next_epoch(chain)
    revealed = chain.run(reveal, OWNER)
    assert len(events(revealed, "WeightsRevealed")) == 1
    row = chain.client.read("weights", netuid=NETUID)[0]
    assert row == pytest.approx({0: 0.25, 1: 0.75}, abs=1e-4)
    # It is gone.
    chain.refuse(reveal, OWNER)


def test_a_hotkey_publishes_data(chain):
    info = {"fields": [[{"Raw3": "0x616263"}]]}
    chain.submit(calls.Commitments.set_commitment(netuid=NETUID, info=info), OWNER, role="hotkey")
    published = chain.client.read("commitment", netuid=NETUID, hotkey_ss58=hot(OWNER))
    assert published is not None and "abc" in str(published), published
    stranger = wallet("//Ferdie", "//Ferdie//hotkey")
    chain.refuse(
        calls.Commitments.set_commitment(netuid=NETUID, info=info), stranger, role="hotkey"
    )


def test_a_pulse_opens_what_the_client_has_sealed(chain, node):
    note = b"\x14later"
    info = timelocked(sealed(note), ROUND)
    chain.submit(calls.Commitments.set_commitment(netuid=NETUID, info=info), OWNER, role="hotkey")

    wait_for_next_epoch(chain)
    plain = plain_row(OWNER.hotkey, [0, 1], [3, 1])
    commit = CORE.commit_timelocked_mechanism_weights(
        netuid=NETUID, mecid=0, commit=sealed(plain), reveal_round=ROUND, commit_reveal_version=4
    )
    chain.submit(commit, OWNER, role="hotkey")
    committed_in = epoch(chain)
    wait_for_next_epoch(chain)
    assert epoch(chain) == committed_in + 1
    assert chain.client.read("weights", netuid=NETUID)[0] == pytest.approx({0: 0.25, 1: 0.75}, abs=1e-4)

    node.rpc("author_submitExtrinsic", [pulse_extrinsic(chain.client.block)])
    wait_for(chain, lambda: chain.client.read("weights", netuid=NETUID)[0][0] > 0.5)
    assert epoch(chain) == committed_in + 1
    row = chain.client.read("weights", netuid=NETUID)[0]
    assert row == pytest.approx({0: 0.75, 1: 0.25}, abs=1e-4)
    waiting = chain.client.read("timelocked_weight_commits", netuid=NETUID)
    assert committed_in not in waiting

    def revealed():
        return chain.client.read("revealed_commitment", netuid=NETUID, hotkey_ss58=hot(OWNER))

    wait_for(chain, revealed)
    assert "later" in str(revealed())


def test_a_pulse_that_the_beacon_has_not_signed_is_refused(chain, node):
    forged = pulse_extrinsic(chain.client.block).replace(SIGNATURE.hex()[8:16], "00000000", 1)
    with pytest.raises(RpcError):
        node.rpc("author_submitExtrinsic", [forged])
