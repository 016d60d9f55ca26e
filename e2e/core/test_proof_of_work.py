"""Registration by proof of work: the client's own miner finds it, the chain takes it for free.

Blocks take two seconds here, so that a proof stays good for ten: the client
asks the chain a good deal between mining and submitting.
"""

import pytest
from bittensor import calls
from support.chain import Chain, events, included_at
from support.keys import cold, hot, wallet
from support.node import Node

BOB = wallet("//Bob", "//Bob//miner")
CHARLIE = wallet("//Charlie", "//Charlie//miner")
EVE = wallet("//Eve", "//Eve//miner")
# The well-known secret of //Eve.
EVE_SEED = "0x786ad0e2df456fe43dd1f91ebca22e235bc162e0bb8d53c633e8c85b2af68b7a"

NETUID = 1
DIFFICULTY = 1_000
ADMIN = calls.AdminUtils


@pytest.fixture(scope="module")
def node(binary, tmp_path_factory):
    with Node(binary, tmp_path_factory.mktemp("node"), extra=("--sealing", "2000")) as running:
        yield running


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def within_reach(chain):
    """The only subnet, open to proofs and with a difficulty for tests."""
    chain.sudo(
        ADMIN.sudo_set_network_pow_registration_allowed(netuid=NETUID, registration_allowed=True),
        ADMIN.sudo_set_min_difficulty(netuid=NETUID, min_difficulty=DIFFICULTY),
        ADMIN.sudo_set_difficulty(netuid=NETUID, difficulty=DIFFICULTY),
    )


def test_a_subnet_is_closed_to_proofs_until_it_is_opened(chain):
    assert chain.get("NetworkPowRegistrationAllowed", NETUID, at=1) is False
    assert chain.get("NetworkPowRegistrationAllowed", NETUID) is True


def mine(chain, who):
    """What the client's miner makes of the chain: a call that is ready to be signed."""
    return chain.client.mine_pow_registration(
        NETUID, hot(who), cold(who), workers=1, max_seconds=60, backend="cpu"
    )


def uid(chain, hotkey: str, at: int | None = None):
    return chain.get("Uids", NETUID, hotkey, at=at)


def test_the_clients_miner_registers_a_hotkey_for_nothing(chain):
    burn = chain.get("Burn", NETUID)
    result = chain.run(mine(chain, BOB), BOB)
    block = included_at(result)
    assert uid(chain, hot(BOB), at=block) == 1
    [registered] = events(result, "NeuronRegistered")
    assert [str(field) for field in registered] == [str(NETUID), "1", hot(BOB)]
    assert chain.free(cold(BOB), at=block) == chain.free(cold(BOB), at=block - 1)
    assert chain.get("LastPowRegistrationBlock", hot(BOB), at=block) == block
    # The next proof is harder, the price is not higher.
    assert chain.get("Difficulty", NETUID, at=block) == 1_260
    assert chain.get("Burn", NETUID, at=block) <= burn


def test_the_miner_knows_who_is_registered(chain):
    with pytest.raises(ValueError, match="already registered"):
        mine(chain, BOB)


def test_a_proof_is_nobody_elses(chain):
    proof = mine(chain, CHARLIE)
    free, nonce = chain.free(cold(BOB)), chain.nonce(cold(BOB))
    chain.refuse(proof, BOB)
    assert (chain.free(cold(BOB)), chain.nonce(cold(BOB))) == (free, nonce)
    chain.run(proof, CHARLIE)
    assert uid(chain, hot(CHARLIE)) == 2


def test_btcli_registers_with_pow(btcli, chain):
    assert btcli.add_wallet("eve", EVE_SEED) == cold(EVE)
    answer = btcli(
        "subnets", "register", "--netuid", str(NETUID), "--hotkey", hot(EVE),
        "--pow", "--pow-workers", "1", "--pow-backend", "cpu", "--pow-timeout", "60",
        wallet="eve",
    )
    assert answer["success"] is True, answer
    assert uid(chain, hot(EVE)) == 3


def test_no_room_in_a_block_means_no_proofs(chain):
    chain.sudo(
        ADMIN.sudo_set_max_registrations_per_block(netuid=NETUID, max_registrations_per_block=0)
    )
    with pytest.raises(ValueError, match="limit must be positive"):
        mine(chain, wallet("//Dave"))
