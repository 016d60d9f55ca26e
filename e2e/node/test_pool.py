"""The transaction pool: what is answered with a hash does not vanish, and what fails is no burden on a block."""

import pytest
from bittensor import calls
from support.chain import Chain
from support.keys import RAO, cold, wallet
from support.node import Node, Sealed
from support.shield import Shield, fresh_address, payment

from .test_sealing import INHERENTS, connected, send, wait_for_empty_pool, wait_for_nonce

AHEAD = 500
IMMEDIATELY_DROPPED = 1016


@pytest.fixture(scope="module")
def shield(node, client) -> Shield:
    return Shield(node, Chain(client, wait_for_finality=False))


def test_two_accounts_fill_a_gap_of_hundreds(shield):
    people, remark = [wallet("//Bob"), wallet("//Charlie")], calls.System.remark(remark=b"x")
    later = [
        shield.signed(remark, who, ahead, period=None) for who in people for ahead in range(1, AHEAD + 1)
    ]
    first = [shield.signed(remark, who, period=None) for who in people]
    send(shield.node, later)
    shield.chain.wait_blocks(2)
    assert all(shield.chain.nonce(cold(who)) == 0 for who in people)
    send(shield.node, first)
    for who in people:
        wait_for_nonce(shield, who, AHEAD + 1)


@pytest.fixture(params=["single-state", "fork-aware"])
def small(request, binary, tmp_path):
    """A node with room for twenty, on which a block is far off."""
    limit = ("--pool-limit", "20")
    if request.param == "single-state":
        running = Sealed(binary, tmp_path, "manual", extra=limit)
    else:
        running = Node(binary, tmp_path, chain="dev-12s", extra=limit)
    with running:
        yield running


def test_a_full_pool_refuses_instead_of_forgetting(small):
    alice, remark = wallet("//Alice"), calls.System.remark(remark=b"x")
    with connected(small) as client:
        shield = Shield(small, Chain(client, wait_for_finality=False))
        burst = ["0x" + shield.signed(remark, alice, ahead, period=None).hex() for ahead in range(25)]
        answers = small.batch("author_submitExtrinsic", [[extrinsic] for extrinsic in burst])
        assert all(isinstance(answer, str) for answer in answers[:20]), answers
        assert answers[20]["code"] == IMMEDIATELY_DROPPED
        # Without the one that was refused, the rest waits for a nonce, and there is room for that.
        assert all(isinstance(answer, str) for answer in answers[21:]), answers
        assert sorted(shield.pending()) == sorted(burst[:20])
        if isinstance(small, Sealed):
            small.seal()
        wait_for_nonce(shield, alice, 20)
        # Until the pool knows of the block there is no room.
        wait_for_empty_pool(shield)
        assert small.rpc("author_submitExtrinsic", [burst[20]])
        if isinstance(small, Sealed):
            small.seal()
        wait_for_nonce(shield, alice, 25)


def test_a_flood_that_has_become_invalid_leaves_room_and_is_told(binary, tmp_path):
    """One call takes what sixty others would have paid with, in the block that they wait for."""
    alice, bob, dest = wallet("//Alice"), wallet("//Bob"), fresh_address()
    crowd = [wallet(f"//Crowd{index}") for index in range(60)]
    with Sealed(binary, tmp_path, "manual") as node, connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        pay = [client.compose(payment(cold(who), RAO)) for who in crowd]
        send(node, [shield.signed(calls.Utility.batch_all(calls=pay), alice, period=None)])
        node.seal()
        take = [
            client.compose(calls.Balances.force_transfer(source=cold(who), dest=cold(alice), value=RAO))
            for who in crowd
        ]
        drain = client.compose(calls.Utility.batch_all(calls=take))
        send(node, [
            shield.signed(calls.Sudo.sudo(call=drain), alice, period=None),
            *(shield.signed(payment(cold(alice), 1), who, period=None) for who in crowd),
            shield.signed(payment(dest, RAO), bob, period=None),
        ])
        assert len(shield.pending()) == len(crowd) + 2
        node.seal()
        assert shield.chain.free(dest) == RAO
        assert len(shield.block(client.block)) == INHERENTS + 2
        node.seal()
        wait_for_empty_pool(shield)
        node.wait_for_log(f"{len(crowd)} transactions cannot be executed any more")
