"""One, two and three authors: each opens what is encrypted to it, also after one of them was away."""

import pytest
from support.chain import Chain
from support.keys import RAO, cold
from support.network import Network
from support.shield import Shield, fresh_address, payment

from .conftest import connected

AUTHORS = [1, 2, 3]


@pytest.fixture(scope="module", params=AUTHORS, ids=["one author", "two authors", "three authors"])
def network(request, binary, tmp_path_factory):
    with Network(binary, tmp_path_factory.mktemp("network"), request.param) as running:
        yield running


@pytest.fixture(scope="module")
def shield(network):
    with connected(network.authors[0]) as client:
        yield Shield(network.authors[0], Chain(client, wait_for_finality=False))


def pay_encrypted(network, shield, node) -> int:
    """Pays somebody through the client's encrypted path at one of the nodes; returns the author who opened it."""
    who, dest = shield.somebody(), fresh_address()
    with connected(node) as client:
        client.wait_for_block(shield.chain.client.block, timeout=30)
        result = client.submit_call(payment(dest), who, shielded=True, wait_for_finalization=False)
    assert result.success, result.message
    block, index = (int(part) for part in result.extrinsic_id.split("-")[:2])
    # It may come to the node that is asked a moment after the one that took the payment.
    shield.chain.client.wait_for_block(block, timeout=30)
    assert shield.block(block)[index - 1].find(b"\x1e\x01") > 0
    assert shield.chain.free(dest, block) == RAO and shield.chain.nonce(cold(who)) == 2
    return network.author_of(block)


def until_all_have_opened_one(network, shield) -> None:
    wanted = set(range(len(network.authors)))
    opened: set[int] = set()
    for attempt in range(12 * len(wanted)):
        node = network.authors[attempt % len(wanted)]
        # Not in the rhythm of the authors' turns, nor always at the same distance from it.
        shield.chain.wait_blocks(1 + attempt // len(wanted) % len(wanted))
        opened.add(pay_encrypted(network, shield, node))
        if opened == wanted:
            return
    raise AssertionError(f"only {opened} opened anything")


def test_every_author_opens_what_is_encrypted_to_it(network, shield):
    until_all_have_opened_one(network, shield)


def test_an_author_that_was_away_opens_again(network, shield):
    away = network.authors[-1]
    missed = shield.chain.client.block
    away.kill()
    if len(network.authors) > 1:
        # The others go on without it.
        shield.chain.wait_blocks(2 * len(network.authors))
    away.start()
    network.wait_final(lag=2)
    shield.chain.client.wait_for_block(missed + 4 * len(network.authors), timeout=60)
    until_all_have_opened_one(network, shield)
    assert all(author.panics() == 0 for author in network.authors)
