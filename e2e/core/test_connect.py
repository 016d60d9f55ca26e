"""Connecting with the unmodified client, and what a fresh development chain shows."""

import urllib.error

import pytest
from bittensor import constants, storage
from support.keys import ENDOWED, RAO, key
from support.node import RpcError


def test_the_development_keys_are_the_documented_ones():
    for uri, (address, _) in ENDOWED.items():
        assert key(uri).ss58_address == address


def test_connects_and_sees_a_fast_chain(client):
    assert client.block >= 1
    assert client.block_time() == 0.25
    assert client.is_fast_blocks()
    assert client.spec_version > 0
    assert client.token_symbols[0] == "Τ"


def test_blocks_follow_each_other_and_become_final(chain):
    first = chain.client.block
    chain.wait_blocks(8)
    assert chain.client.block >= first + 8
    chain.wait_final(first + 4)


def test_metadata_is_served_in_both_versions(node):
    assert node.rpc("state_getMetadata")[:12] == "0x6d6574610e"  # "meta", version 14
    versions = node.rpc("state_call", ["Metadata_metadata_versions", "0x"])
    assert {14, 15} <= set(bytes.fromhex(versions[2:])[1:][::4])
    answer = bytes.fromhex(node.rpc("state_call", ["Metadata_metadata_at_version", "0f000000"])[2:])
    assert answer[0] == 1 and b"meta\x0f" in answer[:16]


def test_balances_of_the_development_accounts(client):
    addresses = [address for address, _ in ENDOWED.values()]
    for address, expected in ENDOWED.values():
        assert client.read("balance", coldkey_ss58=address).rao == expected
    # The same in one request; an unknown account counts as zero.
    stranger = key("//nobody").ss58_address
    batch = client.read("balances", coldkey_ss58s=[*addresses, stranger])
    assert {a: b.rao for a, b in batch.items()} == {**dict(ENDOWED.values()), stranger: 0}


def test_issuance_is_the_sum_of_what_exists(chain):
    client = chain.client
    at = client.block
    total = sum(
        int(account["data"]["free"]) + int(account["data"]["reserved"])
        for _, account in client.query_map(storage.System.Account, block=at)
    )
    assert total == int(client.query(storage.Balances.TotalIssuance, block=at))
    assert total == int(chain.get("TotalIssuance", at=at))
    assert total > 3_000_000 * RAO


def test_two_networks_exist_and_the_first_has_a_backed_pool(chain):
    subnets = chain.client.subnets.subnets()
    netuids = sorted(subnet.netuid for subnet in subnets)
    assert netuids == [0, 1]
    assert int(chain.get("SubnetTAO", 1)) == 10 * RAO
    assert int(chain.get("SubnetAlphaIn", 1)) == 10 * RAO
    assert chain.get("SubtokenEnabled", 0) is True


def test_constants_that_clients_read(client):
    assert int(client.constant(constants.Balances.ExistentialDeposit)) == 500
    assert int(client.constant(constants.Aura.SlotDuration)) == 250
    assert int(client.constant(constants.SubtensorModule.InitialStartCallDelay)) == 0


@pytest.mark.parametrize(
    "method, params",
    [
        ("chain_getHead", []),
        ("state_getStorageAt", ["0x3a636f6465", None]),
        ("account_nextIndex", [ENDOWED["//Alice"][0]]),
        ("system_chain", []),
        ("system_properties", []),
        ("system_health", []),
        ("rpc_methods", []),
        ("author_pendingExtrinsics", []),
        ("state_getRuntimeVersion", [None]),
        ("chain_getBlockHash", [0]),
    ],
)
def test_rpc_methods_and_aliases_of_the_clients(node, method, params):
    assert node.rpc(method, params) is not None


def test_unknown_rpc_method_is_named_as_such(node):
    with pytest.raises(RpcError) as failure:
        node.rpc("no_such_method")
    assert failure.value.code == -32601


def test_garbage_over_rpc_is_refused_and_the_node_goes_on(node):
    for body in (b"", b"{", b"[]", b"\xff\xfe\x00", b'{"jsonrpc":"2.0","id":1}'):
        try:
            answer = node.post(body)
            assert b'"error"' in answer, (body, answer)
        except urllib.error.HTTPError as error:
            assert 400 <= error.code < 500, (body, error.code)
    assert node.rpc("system_health")["isSyncing"] is False
