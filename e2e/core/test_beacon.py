"""A network with a beacon of its own: its authorities fetch the pulses, and the chain opens what is
sealed to them. Each of the two asks an endpoint of its own, so that one can be silent alone.

The tests run in order.
"""

import time

import pytest
from bittensor import calls
from support.beacon import Beacon
from support.chain import included_at
from support.commits import plain_row, timelocked
from support.keys import hot, wallet
from support.network import Network

OWNER = wallet("//Bob", "//Bob//owner")
NETUID = 2
TEMPO = 60  # 15 s
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils


@pytest.fixture(scope="module")
def endpoints():
    # A few rounds are out already.
    genesis_time = int(time.time()) - 10
    with Beacon(genesis_time) as one, Beacon(genesis_time) as other:
        yield one, other


@pytest.fixture(scope="module")
def network(binary, endpoints, tmp_path_factory):
    genesis = {"drand": {"beacon": endpoints[0].spec()}}
    flags = [("--drand-endpoint", endpoint.url) for endpoint in endpoints]
    with Network(binary, tmp_path_factory.mktemp("network"), 2, genesis=genesis, flags=flags) as running:
        yield running


@pytest.fixture(scope="module")
def node(network):
    return network.authors[0]


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    chain.batch([CORE.register_network(hotkey=hot(OWNER)), CORE.start_call(netuid=NETUID)], OWNER)
    chain.sudo(ADMIN.sudo_set_tempo(netuid=NETUID, tempo=TEMPO))


def rounds(chain) -> list[int]:
    return sorted(int(number) for number, _pulse in chain.client.query_map(("Drand", "Pulses")))


def last_round(chain) -> int:
    return int(chain.client.query(("Drand", "LastStoredRound")))


def publish_later(chain, beacon: Beacon, text: str, reveal_round: int) -> None:
    """Commits the owner's hotkey to a short text that the round opens."""
    note = bytes([len(text) << 2]) + text.encode()
    info = timelocked(beacon.seal(note, reveal_round), reveal_round)
    commit = calls.Commitments.set_commitment(netuid=NETUID, info=info)
    result = chain.submit(commit, OWNER, role="hotkey")
    assert published(chain, at=included_at(result)).status == "sealed"


def published(chain, at: int | None = None):
    return chain.client.subnets.metagraph(NETUID, at).by_hotkey(hot(OWNER)).commitment


def weights(chain, at: int | None = None) -> dict:
    return chain.client.at(at).read("weights", netuid=NETUID)


def test_pulses_arrive_one_by_one(chain, endpoints):
    first = last_round(chain)
    chain.wait_until(lambda: last_round(chain) >= max(first, 1) + 2)
    stored = rounds(chain)
    assert stored == list(range(stored[0], stored[-1] + 1))
    assert stored[-1] <= endpoints[0].due()


def test_what_is_sealed_to_a_round_is_opened(chain, endpoints):
    beacon, _ = endpoints
    reveal_round = beacon.due() + 6
    commit = CORE.commit_timelocked_mechanism_weights(
        netuid=NETUID,
        mecid=0,
        commit=beacon.seal(plain_row(OWNER.hotkey, [0], [1]), reveal_round),
        reveal_round=reveal_round,
        commit_reveal_version=4,
    )
    committed = chain.submit(commit, OWNER, role="hotkey")
    assert weights(chain, at=included_at(committed)) == {}
    publish_later(chain, beacon, "soon", reveal_round)
    chain.wait_until(lambda: weights(chain))
    assert weights(chain) == {0: {0: 1.0}}
    assert last_round(chain) >= reveal_round
    assert chain.client.read("timelocked_weight_commits", netuid=NETUID) == {}
    chain.wait_until(lambda: published(chain).status == "revealed")
    assert published(chain).value == "soon"


def test_the_worker_of_one_authority_is_enough(chain, endpoints):
    silent, other = endpoints
    silent.stop()
    stopped_at = other.due()
    chain.wait_until(lambda: last_round(chain) >= stopped_at + 3)


def test_the_chain_catches_up_with_a_beacon_that_was_silent(chain, network, endpoints):
    first, second = endpoints
    second.stop()
    # Nobody has signed these yet.
    silent_from = second.due() + 1
    publish_later(chain, second, "late", silent_from + 1)
    chain.wait_until(lambda: second.due() >= silent_from + 3)
    assert last_round(chain) < silent_from
    assert published(chain).status == "sealed"
    # Now the other worker has to do it, which asks again after a while.
    first.start()
    chain.wait_until(lambda: published(chain).status == "revealed")
    assert published(chain).value == "late"
    chain.wait_until(lambda: last_round(chain) >= first.due() - 3)
    stored = rounds(chain)
    assert stored == list(range(stored[0], stored[-1] + 1))
    network.authors[0].wait_for_log("pulses arrive again")


def test_the_authorities_agree(network):
    network.wait_final(1)
    final = min(author.final() for author in network.authors)
    assert len({author.rpc("chain_getBlockHash", [final]) for author in network.authors}) == 1
    assert [author.panics() for author in network.authors] == [0, 0]
