"""Blocks without consensus: what the pool took is included, whoever makes the blocks and however fast it came."""

import time

import bittensor
import pytest
from bittensor import calls
from support.chain import WAIT, Chain
from support.keys import RAO, cold, wallet
from support.node import Node, RpcError, Sealed, free_port, run_binary
from support.shield import Shield, fresh_address, payment

BURST = 150
INHERENTS = 2


def connected(node: Node) -> bittensor.SyncClient:
    return bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[])


def send(node: Node, extrinsics: list[bytes]) -> None:
    """Submits all of them at once; each is answered with its hash."""
    answers = node.batch("author_submitExtrinsic", [["0x" + e.hex()] for e in extrinsics])
    assert all(isinstance(answer, str) for answer in answers), answers


def wait_for_nonce(shield: Shield, who, nonce: int) -> None:
    deadline = time.monotonic() + WAIT
    while shield.chain.nonce(cold(who)) < nonce:
        pending = len(shield.pending())
        assert time.monotonic() < deadline, f"{shield.chain.nonce(cold(who))} of {nonce}, {pending} pending"
        time.sleep(0.05)


def wait_for_empty_pool(shield: Shield) -> None:
    """The pool learns of a block after the block is there."""
    deadline = time.monotonic() + WAIT
    while pending := shield.pending():
        assert time.monotonic() < deadline, f"{len(pending)} pending"
        time.sleep(0.05)


def sizes(shield: Shield, first: int, last: int) -> list[int]:
    return [len(shield.block(number)) - INHERENTS for number in range(first, last + 1)]


@pytest.mark.parametrize("mode", ["instant", "10", "250", "manual"])
def test_a_burst_of_one_account_is_included_as_a_whole(binary, tmp_path, mode):
    alice, dest = wallet("//Alice"), fresh_address()
    with Sealed(binary, tmp_path, mode) as node, connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        for burst in range(3):
            first = client.block + 1
            send(node, [shield.signed(payment(dest, RAO), alice, ahead, period=None) for ahead in range(BURST)])
            if mode == "manual":
                node.seal()
            wait_for_nonce(shield, alice, (burst + 1) * BURST)
            assert shield.chain.free(dest) == (burst + 1) * BURST * RAO
            if mode == "instant":
                assert 0 not in sizes(shield, first, client.block)
        wait_for_empty_pool(shield)


def test_instant_sealing_goes_on_after_more_than_its_channel_holds(binary, tmp_path):
    with Sealed(binary, tmp_path, "instant") as node, connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        people = [wallet(uri) for uri in ("//Alice", "//Bob", "//Charlie")]
        remark = calls.System.remark(remark=b"x")
        send(node, [shield.signed(remark, who, ahead, period=None) for ahead in range(400) for who in people])
        for who in people:
            wait_for_nonce(shield, who, 400)
        send(node, [shield.signed(remark, people[0], period=None)])
        wait_for_nonce(shield, people[0], 401)


def test_instant_sealing_takes_what_waited_for_a_nonce(binary, tmp_path):
    alice = wallet("//Alice")
    with Sealed(binary, tmp_path, "instant") as node, connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        remark = calls.System.remark(remark=b"x")
        extrinsics = [shield.signed(remark, alice, ahead, period=None) for ahead in range(20)]
        send(node, extrinsics[1:])
        time.sleep(0.3)
        assert client.block == 0
        send(node, extrinsics[:1])
        wait_for_nonce(shield, alice, 20)


def test_a_block_that_must_not_be_empty(binary, tmp_path):
    alice = wallet("//Alice")
    with Sealed(binary, tmp_path, "manual") as node, connected(node) as client:
        shield = Shield(node, Chain(client, wait_for_finality=False))
        with pytest.raises(RpcError, match="pool is empty"):
            node.rpc("engine_createBlock", [False, True, None])
        assert client.block == 0
        send(node, [shield.signed(calls.System.remark(remark=b"x"), alice, period=None)])
        node.rpc("engine_createBlock", [False, True, None])
        assert sizes(shield, 1, client.block) == [1]


def refused(binary: str, base_path, *flags: str) -> str:
    listen = f"/ip4/127.0.0.1/tcp/{free_port()}"
    fixed = ("--dev", "--base-path", str(base_path), "--no-prometheus", "--no-telemetry", "--no-mdns")
    result = run_binary(binary, *fixed, "--rpc-port", str(free_port()), "--listen-addr", listen, *flags)
    assert result.returncode == 1, result.stdout
    return result.stdout.splitlines()[-1]


def test_sealed_blocks_and_those_of_authorities_do_not_mix(binary, tmp_path):
    sealed, running = Sealed(binary, tmp_path / "sealed", "manual"), Node(binary, tmp_path / "aura")
    for node in (sealed, running):
        node.log_path.parent.mkdir()
    try:
        # Before the first block, both are possible.
        sealed.start()
        sealed.stop()
        sealed.start()
        sealed.seal(2)
        sealed.stop()
        pruning = ("--state-pruning", "archive")
        assert "made with --sealing" in refused(binary, sealed.base_path, *pruning)
        sealed.start()
        sealed.seal()
        assert int(sealed.rpc("chain_getHeader")["number"], 16) == 3
        running.start()
        running.stop()
        assert "made by authorities" in refused(binary, running.base_path, "--sealing", "manual", *pruning)
        running.start()
    finally:
        sealed.stop()
        running.stop()
