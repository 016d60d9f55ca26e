"""Every custom JSON-RPC method over HTTP, against what the runtime itself answers (spec 70 §8)."""

import json
import urllib.error

import pytest
from bittensor import calls
from support.chain import Chain
from support.keys import RAO, cold, hot, key, wallet
from support.node import RpcError

OWNER = wallet("//Bob", "//Bob//owner")
STAKER = wallet("//Charlie", "//Charlie//validator")
CORE = calls.SubtensorModule
NETUID, MISSING = 2, 999
FAILURE, INVALID_PARAMS = 1, -32602
LONG = 50_000
AMOUNT = 5 * RAO
UNKNOWN_BLOCK = "0x" + "ab" * 32


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module")
def block(chain, node) -> str:
    """A block in which every method has something to say."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.submit(CORE.start_call(netuid=NETUID), OWNER)
    chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(STAKER)), STAKER)
    chain.submit(CORE.add_stake(hotkey=hot(STAKER), netuid=NETUID, amount_staked=100 * RAO), STAKER)
    chain.submit(CORE.decrease_take(hotkey=hot(STAKER), take=7_000), STAKER)
    chain.submit(CORE.lock_stake(hotkey=hot(STAKER), netuid=NETUID, amount=20 * RAO), STAKER)
    chain.submit(CORE.set_coldkey_auto_stake_hotkey(netuid=NETUID, hotkey=hot(STAKER)), STAKER)
    return node.rpc("chain_getBlockHash", [chain.client.block])


def u16(value: int) -> bytes:
    return value.to_bytes(2, "little")


def u64(value: int) -> bytes:
    return value.to_bytes(8, "little")


def fields(indexes: list[int]) -> bytes:
    """A short list; its length is one compact byte."""
    return bytes([len(indexes) << 2]) + b"".join(map(u16, indexes))


def public_key(who) -> bytes:
    return bytes(key(who).public_key)


STAKER_COLDKEY, STAKER_HOTKEY = public_key("//Charlie"), public_key("//Charlie//validator")
ON_NETUID = ({"netuid": NETUID}, u16(NETUID))
NEURON = ({"netuid": NETUID, "uid": 1}, u16(NETUID) + u16(1))
MECHANISM = ({"netuid": NETUID, "mecid": 0}, u16(NETUID) + b"\0")
BY_COLDKEY = ({"coldkey": cold(STAKER), "netuid": NETUID}, STAKER_COLDKEY + u16(NETUID))
INDEXES = [3, 4, 52, 72]
NOTHING = ({}, b"")

# Method, the call of the runtime behind it, parameters by name in their order, the same encoded.
METHODS = [
    ("delegateInfo_getDelegates", "DelegateInfoRuntimeApi_get_delegates", *NOTHING),
    (
        "delegateInfo_getDelegate",
        "DelegateInfoRuntimeApi_get_delegate",
        {"delegate_account_vec": list(STAKER_HOTKEY)},
        STAKER_HOTKEY,
    ),
    (
        "delegateInfo_getDelegated",
        "DelegateInfoRuntimeApi_get_delegated",
        {"delegatee_account_vec": list(STAKER_COLDKEY)},
        STAKER_COLDKEY,
    ),
    ("neuronInfo_getNeuronsLite", "NeuronInfoRuntimeApi_get_neurons_lite", *ON_NETUID),
    ("neuronInfo_getNeuronLite", "NeuronInfoRuntimeApi_get_neuron_lite", *NEURON),
    ("neuronInfo_getNeurons", "NeuronInfoRuntimeApi_get_neurons", *ON_NETUID),
    ("neuronInfo_getNeuron", "NeuronInfoRuntimeApi_get_neuron", *NEURON),
    ("subnetInfo_getSubnetInfo", "SubnetInfoRuntimeApi_get_subnet_info", *ON_NETUID),
    ("subnetInfo_getSubnetsInfo", "SubnetInfoRuntimeApi_get_subnets_info", *NOTHING),
    ("subnetInfo_getSubnetInfo_v2", "SubnetInfoRuntimeApi_get_subnet_info_v2", *ON_NETUID),
    ("subnetInfo_getSubnetsInfo_v2", "SubnetInfoRuntimeApi_get_subnets_info_v2", *NOTHING),
    ("subnetInfo_getSubnetHyperparams", "SubnetInfoRuntimeApi_get_subnet_hyperparams", *ON_NETUID),
    ("subnetInfo_getSubnetHyperparamsV2", "SubnetInfoRuntimeApi_get_subnet_hyperparams_v2", *ON_NETUID),
    ("subnetInfo_getAllDynamicInfo", "SubnetInfoRuntimeApi_get_all_dynamic_info", *NOTHING),
    ("subnetInfo_getDynamicInfo", "SubnetInfoRuntimeApi_get_dynamic_info", *ON_NETUID),
    ("subnetInfo_getAllMetagraphs", "SubnetInfoRuntimeApi_get_all_metagraphs", *NOTHING),
    ("subnetInfo_getMetagraph", "SubnetInfoRuntimeApi_get_metagraph", *ON_NETUID),
    ("subnetInfo_getAllMechagraphs", "SubnetInfoRuntimeApi_get_all_mechagraphs", *NOTHING),
    ("subnetInfo_getMechagraph", "SubnetInfoRuntimeApi_get_mechagraph", *MECHANISM),
    ("subnetInfo_getSubnetState", "SubnetInfoRuntimeApi_get_subnet_state", *ON_NETUID),
    (
        "subnetInfo_getLockCost",
        "SubnetRegistrationRuntimeApi_get_network_registration_cost",
        *NOTHING,
    ),
    (
        "subnetInfo_getSelectiveMetagraph",
        "SubnetInfoRuntimeApi_get_selective_metagraph",
        {"netuid": NETUID, "metagraph_index": INDEXES},
        u16(NETUID) + fields(INDEXES),
    ),
    (
        "subnetInfo_getColdkeyAutoStakeHotkey",
        "SubnetInfoRuntimeApi_get_coldkey_auto_stake_hotkey",
        *BY_COLDKEY,
    ),
    (
        "subnetInfo_getSelectiveMechagraph",
        "SubnetInfoRuntimeApi_get_selective_mechagraph",
        {"netuid": NETUID, "mecid": 0, "metagraph_index": INDEXES},
        u16(NETUID) + b"\0" + fields(INDEXES),
    ),
    ("subnetInfo_getSubnetToPrune", "SubnetInfoRuntimeApi_get_subnet_to_prune", *NOTHING),
    ("subnetInfo_getSubnetAccountId", "SubnetInfoRuntimeApi_get_subnet_account_id", *ON_NETUID),
    ("stakeInfo_getColdkeyLock", "StakeInfoRuntimeApi_get_coldkey_lock", *BY_COLDKEY),
    ("swap_currentAlphaPrice", "SwapRuntimeApi_current_alpha_price", *ON_NETUID),
    ("swap_currentAlphaPriceAll", "SwapRuntimeApi_current_alpha_price_all", *NOTHING),
    (
        "swap_simSwapTaoForAlpha",
        "SwapRuntimeApi_sim_swap_tao_for_alpha",
        {"netuid": NETUID, "tao": AMOUNT},
        u16(NETUID) + u64(AMOUNT),
    ),
    (
        "swap_simSwapAlphaForTao",
        "SwapRuntimeApi_sim_swap_alpha_for_tao",
        {"netuid": NETUID, "alpha": AMOUNT},
        u16(NETUID) + u64(AMOUNT),
    ),
]
OURS = ("delegateInfo_", "neuronInfo_", "subnetInfo_", "stakeInfo_", "swap_")


def of_u64(encoded: bytes) -> int:
    assert len(encoded) == 8
    return int.from_bytes(encoded, "little")


def of_optional_netuid(encoded: bytes) -> int | None:
    return int.from_bytes(encoded[1:], "little") if encoded[0] else None


def of_prices(encoded: bytes) -> list[dict]:
    """A short list of rows of ten bytes."""
    rows = [encoded[start : start + 10] for start in range(1, len(encoded), 10)]
    assert encoded[0] == len(rows) << 2
    return [{"netuid": int.from_bytes(row[:2], "little"), "price": of_u64(row[2:])} for row in rows]


# Answers that are not bytes.
JSON = {
    "subnetInfo_getLockCost": of_u64,
    "subnetInfo_getSubnetToPrune": of_optional_netuid,
    "swap_currentAlphaPrice": of_u64,
    "swap_currentAlphaPriceAll": of_prices,
}


def runtime(node, method: str, argument: bytes, at: str):
    """What the method must answer."""
    call = next(call for name, call, *_ in METHODS if name == method)
    encoded = bytes.fromhex(node.rpc("state_call", [call, "0x" + argument.hex(), at])[2:])
    return JSON.get(method, list)(encoded)


def error_of(node, method: str, params) -> dict:
    with pytest.raises(RpcError) as refused:
        node.rpc(method, params)
    return refused.value


def test_the_node_serves_exactly_these(node):
    served = {name for name in node.rpc("rpc_methods")["methods"] if name.startswith(OURS)}
    assert served == {name for name, *_ in METHODS}


@pytest.mark.parametrize(("method", "_call", "names", "encoded"), METHODS, ids=[row[0] for row in METHODS])
def test_an_answer_is_that_of_the_runtime(node, block, method, _call, names, encoded):
    expected = runtime(node, method, encoded, block)
    assert node.rpc(method, [*names.values(), block]) == expected
    assert node.rpc(method, {**names, "at": block}) == expected
    if method != "subnetInfo_getSubnetToPrune":
        assert expected not in ([0], [], 0), "says nothing"
    genesis = node.rpc("chain_getBlockHash", [0])
    assert node.rpc(method, [*names.values(), genesis]) == runtime(node, method, encoded, genesis)


def test_the_best_block_is_asked_by_default(node, block):
    method, argument = "subnetInfo_getDynamicInfo", u16(NETUID)
    for params in ([NETUID], [NETUID, None], {"netuid": NETUID}):
        first = int(node.rpc("chain_getHeader")["number"], 16)
        answer = node.rpc(method, params)
        last = int(node.rpc("chain_getHeader")["number"], 16)
        hashes = node.rpc("chain_getBlockHash", [list(range(first, last + 1))])
        assert answer in [runtime(node, method, argument, at) for at in hashes]


def test_what_does_not_exist_is_no_error(node, block):
    for method, _, names, _ in METHODS:
        # A simulated trade says that all of it would be lost.
        is_trade = method.startswith("swap_simSwap")
        if "netuid" in names and "coldkey" not in names and method not in JSON and not is_trade:
            answer = node.rpc(method, [*({**names, "netuid": MISSING}).values(), block])
            assert set(answer) <= {0}, method
    assert node.rpc("subnetInfo_getSubnetAccountId", [MISSING, block]) == [0]
    lost = [0] * 40 + list(AMOUNT.to_bytes(8, "little"))
    assert node.rpc("swap_simSwapTaoForAlpha", [MISSING, AMOUNT, block]) == lost
    assert node.rpc("swap_currentAlphaPrice", [MISSING, block]) == RAO
    nobody = {"delegate_account_vec": [7] * 32}
    assert node.rpc("delegateInfo_getDelegate", {**nobody, "at": block}) == [0]


def test_accounts_of_too_few_bytes_are_errors_and_more_are_not_read(node, block):
    for method in ("delegateInfo_getDelegate", "delegateInfo_getDelegated"):
        for account in ([], [1], [1] * 31):
            error = error_of(node, method, [account, block])
            assert (error.code, error.data) == (FAILURE, "")
            assert error.message.startswith("Unable to get delegate")
        for wrong in ([256] * 32, [-1] * 32, "0x" + "01" * 32, cold(STAKER), None):
            assert error_of(node, method, [wrong, block]).code == INVALID_PARAMS
    account = list(STAKER_HOTKEY)
    known = node.rpc("delegateInfo_getDelegate", [account, block])
    assert node.rpc("delegateInfo_getDelegate", [account + [1] * LONG, block]) == known


def test_a_block_that_nobody_knows_is_an_error(node):
    for method, _, names, _ in METHODS:
        error = error_of(node, method, [*names.values(), UNKNOWN_BLOCK])
        assert (error.code, error.data) == (FAILURE, ""), method
        assert error.message.startswith("Unable to get "), method
    for wrong in ("0x12", "ab" * 32 + "zz", 1, -1):
        assert error_of(node, "subnetInfo_getLockCost", [wrong]).code == INVALID_PARAMS


def test_lists_of_fields_may_be_long_and_have_no_order(node, block):
    for method, names in (
        ("subnetInfo_getSelectiveMetagraph", [NETUID]),
        ("subnetInfo_getSelectiveMechagraph", [NETUID, 0]),
    ):
        known = node.rpc(method, [*names, INDEXES, block])
        assert node.rpc(method, [*names, INDEXES[::-1] * LONG, block]) == known
        assert node.rpc(method, [*names, [*INDEXES, 65_535], block]) == known
        assert error_of(node, method, [*names, [65_536], block]).code == INVALID_PARAMS


def test_a_request_beyond_all_bounds_is_refused_and_the_node_goes_on(node):
    body = {"jsonrpc": "2.0", "id": 1, "method": "subnetInfo_getSelectiveMetagraph"}
    body["params"] = [NETUID, [0] * 8_000_000]
    with pytest.raises((urllib.error.URLError, ConnectionError)):
        node.post(json.dumps(body).encode())
    assert node.rpc("system_health")["isSyncing"] is False


def test_parameters_are_checked(node, block):
    for method, params in (
        ("subnetInfo_getSubnetInfo", []),
        ("subnetInfo_getSubnetInfo", [65_536]),
        ("subnetInfo_getSubnetInfo", [-1]),
        ("subnetInfo_getSubnetInfo", ["1"]),
        ("subnetInfo_getSubnetInfo", [block, NETUID]),
        ("subnetInfo_getMechagraph", [NETUID, 256]),
        ("neuronInfo_getNeuron", [NETUID]),
        ("stakeInfo_getColdkeyLock", [list(STAKER_COLDKEY), NETUID]),
        ("stakeInfo_getColdkeyLock", [NETUID, cold(STAKER)]),
        ("swap_simSwapTaoForAlpha", [NETUID, 2**64]),
        ("swap_simSwapAlphaForTao", [NETUID, 0.5]),
    ):
        assert error_of(node, method, params).code == INVALID_PARAMS, (method, params)
    assert node.panics() == 0
