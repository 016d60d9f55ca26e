"""Extrinsics that must not get in: each refusal names its reason and changes nothing."""

from dataclasses import replace

import pytest
from bittensor import calls
from support.keys import ENDOWED, RAO, key, wallet
from support.node import RpcError

ALICE, BOB = ENDOWED["//Alice"][0], ENDOWED["//Bob"][0]
TRANSFER = calls.Balances.transfer_keep_alive(dest=BOB, value=RAO)


@pytest.fixture
def untouched(chain):
    """The sender's account must be the same after the test as before."""
    before = (chain.free(ALICE), chain.nonce(ALICE))
    yield
    chain.wait_blocks(2)
    assert (chain.free(ALICE), chain.nonce(ALICE)) == before


def prepare(chain, **fields):
    return chain.client.prepare_call(TRANSFER, address=ALICE, **fields)


def test_a_foreign_signature_is_refused(chain, untouched):
    unsigned = prepare(chain)
    result = chain.client.submit_signature(unsigned, key("//Bob").sign(unsigned.payload))
    assert not result.success and result.error.name == "BadProof", result


def test_a_flipped_bit_in_the_signature_is_refused(chain, untouched):
    unsigned = prepare(chain)
    signature = bytearray(key("//Alice").sign(unsigned.payload))
    signature[10] ^= 1
    result = chain.client.submit_signature(unsigned, bytes(signature))
    assert not result.success and result.error.name == "BadProof", result


def test_a_signature_over_another_amount_is_refused(chain, untouched):
    unsigned = prepare(chain)
    signature = key("//Alice").sign(unsigned.payload)
    other = chain.client.prepare_call(
        calls.Balances.transfer_keep_alive(dest=BOB, value=2 * RAO), address=ALICE
    )
    result = chain.client.submit_signature(replace(unsigned, call_data=other.call_data), signature)
    assert not result.success and result.error.name == "BadProof", result


def test_a_used_nonce_is_refused(chain):
    chain.submit(calls.System.remark(remark=b"first"), wallet("//Alice"))
    nonce = chain.nonce(ALICE)
    unsigned = prepare(chain, nonce=nonce - 1)
    result = chain.client.submit_signature(unsigned, key("//Alice").sign(unsigned.payload))
    assert not result.success and result.error.name == "Stale", result
    assert chain.nonce(ALICE) == nonce


def test_an_era_of_the_past_is_refused(chain, untouched):
    chain.wait_blocks(20)
    unsigned = prepare(chain, period=8)
    chain.wait_blocks(20)
    result = chain.client.submit_signature(unsigned, key("//Alice").sign(unsigned.payload))
    # The anchor of the signed payload moved on, so either check may notice first.
    assert not result.success and result.error.name in ("AncientBirthBlock", "BadProof", "Stale"), result


def test_another_chains_genesis_is_refused(chain, untouched):
    unsigned = prepare(chain)
    genesis = bytes.fromhex(unsigned.genesis_hash.removeprefix("0x"))
    assert genesis in unsigned.included_in_signed_data
    payload = unsigned.payload.replace(genesis, bytes(32))
    result = chain.client.submit_signature(unsigned, key("//Alice").sign(payload))
    assert not result.success and result.error.name == "BadProof", result


@pytest.mark.parametrize(
    "data", ["0x", "0x00", "0xdeadbeef", "0x" + "ff" * 200, "0x280402000b00", "not hex", None, 7, {"a": 1}]
)
def test_garbage_is_not_an_extrinsic(node, data, untouched):
    with pytest.raises(RpcError) as failure:
        node.rpc("author_submitExtrinsic", [data])
    assert failure.value.message


@pytest.mark.parametrize(
    "method, params",
    [
        ("state_call", ["SubnetInfoRuntimeApi_get_metagraph", "0x01"]),
        ("state_call", ["NoSuchApi_method", "0x"]),
        ("state_call", ["SubnetInfoRuntimeApi_get_metagraph", "zz"]),
        ("state_getStorage", ["not a key"]),
        ("state_getStorage", ["0x00", "0x" + "00" * 32]),
        ("state_getKeysPaged", ["0x", 10_000_000, None, None]),
        ("chain_getBlock", ["0x1234"]),
        ("payment_queryInfo", ["0xff"]),
    ],
)
def test_bad_parameters_get_an_error_and_the_node_goes_on(node, method, params):
    with pytest.raises(RpcError) as failure:
        node.rpc(method, params)
    assert failure.value.message
    assert node.rpc("system_health")["isSyncing"] is False


def test_the_node_never_panicked(node, chain):
    chain.wait_blocks(2)
    assert node.panics() == 0
