"""Every way of making blocks announces keys and opens what is encrypted to them."""

import time

import pytest
from bittensor import calls
from support.chain import Chain
from support.keys import RAO, wallet
from support.node import Sealed
from support.shield import Shield, fresh_address, payment

from .conftest import connected


@pytest.fixture(params=["manual", "instant", "100"])
def node(request, binary, tmp_path):
    with Sealed(binary, tmp_path, request.param) as running:
        yield running


def test_encrypted_transactions_run_when_blocks_are_sealed(node):
    dest, alice = fresh_address(), wallet("//Alice")
    if node.mode != "100":
        node.seal(2)
    with connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        for paid in range(1, 11):
            inner = shield.signed(payment(dest), alice, 1)
            wrapper = shield.wrapper(shield.seal(inner), alice)
            first = client.block
            shield.submit(wrapper)
            if node.mode == "manual":
                node.seal()
            number, index = shield.find(wrapper, first, first + 4)
            assert shield.block(number)[index + 1] == inner
            assert shield.chain.free(dest, number) == paid * RAO
            while shield.chain.nonce(alice.coldkey.ss58_address) < 2 * paid:
                time.sleep(0.02)
    assert node.panics() == 0


@pytest.mark.parametrize("node", ["manual"], indirect=True)
def test_a_full_block_leaves_a_submission_and_what_it_holds_for_the_next(node):
    dest, alice, bob = fresh_address(), wallet("//Alice"), wallet("//Bob")
    node.seal(2)
    with connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        # What tips goes first, and four of these leave a few hundred bytes.
        remark = calls.System.remark(remark=bytes(1_048_000))
        large = [shield.signed(remark, bob, ahead, tip=1_000) for ahead in range(4)]
        inner = shield.signed(payment(dest), alice, 1)
        wrapper = shield.wrapper(shield.seal(inner), alice)
        for extrinsic in (wrapper, *large):
            shield.submit(extrinsic)
        first = client.block + 1
        node.seal(2)
        assert shield.block(first)[-4:] == large
        assert shield.block(first + 1)[-2:] == [wrapper, inner]
