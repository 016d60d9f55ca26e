"""Errors that the client explains by name: the chain has them at the numbers that the client knows.

What a transaction in a block fails with is decoded by metadata, but by the client's own table of
numbers where a call within another fails.
"""

import bittensor_core
import pytest
from bittensor import calls
from bittensor._generated.errors import ERRORS
from bittensor.error_map import NAME_TO_CODE
from bittensor.result import ChainError, ErrorCode, chain_error_from_dispatch
from support.keys import cold, hot, wallet
from support.population import FIRST, SUCCESSOR, THIRD, VALIDATORS

CORE = calls.SubtensorModule
LATER_PALLETS = {"Contracts", "Ethereum", "EVM"}
# Its error is of calls of root alone.
OUR_PALLET = "MultiBlockMigrations"
# Stock pallets are the SDK's, and some calls of the shield do not exist (docs/deviations.md).
NEVER = {
    ("Utility", "InvalidDerivedAccount"),
    ("MevShield", "TooManyPendingExtrinsics"),
    ("MevShield", "WeightExceedsAbsoluteMax"),
}
VALIDATOR, OTHER = VALIDATORS[:2]
LOOPBACK = 0x7F000001
STRANGER = wallet("//Crowd//nobody")


@pytest.fixture(scope="module")
def errors(node) -> dict[tuple[int, int], tuple[str, str]]:
    """Pallet and name of each error of public pallets in metadata, by the indices of both."""
    metadata = bytes.fromhex(node.rpc("state_getMetadata").removeprefix("0x"))
    version = node.rpc("state_getRuntimeVersion")
    runtime = bittensor_core.Runtime(
        metadata, version["specVersion"], version["transactionVersion"], 42
    )
    return {
        (pallet["index"], error["index"]): (pallet["name"], error["name"])
        for pallet in runtime.metadata_ir()["pallets"]
        if pallet["name"] != OUR_PALLET
        for error in pallet["errors"]
    }


def test_every_error_of_the_client_is_where_it_looks(errors):
    known = {place: (info.pallet, info.name) for place, info in ERRORS.items()}
    missing = {name for name in known.values() if name not in errors.values()}
    assert {name for name in missing if name[0] not in LATER_PALLETS} == NEVER
    assert {pallet for pallet, _ in missing} == LATER_PALLETS | {"Utility", "MevShield"}
    assert {place: name for place, name in known.items() if name not in missing} == errors


def test_every_error_of_the_chain_is_explained(errors):
    for (pallet, index), (_, name) in errors.items():
        within = {"Module": {"index": pallet, "error": [index, 0, 0, 0]}}
        explained = chain_error_from_dispatch(within)
        assert explained.name == name
        assert explained.code == NAME_TO_CODE[name] != ErrorCode.UNKNOWN
        assert ChainError("", name).description and explained.remediation


def axon(netuid: int = FIRST, ip: int = 0x08080808, port: int = 80):
    return CORE.serve_axon(
        netuid=netuid, version=1, ip=ip, port=port, ip_type=4, protocol=4, placeholder1=0,
        placeholder2=0,
    )


def weights(netuid: int = FIRST):
    return CORE.set_mechanism_weights(
        netuid=netuid, mecid=0, dests=[5], weights=[1], version_key=0
    )


def take(part: int, hotkey: str = hot(VALIDATOR)):
    return CORE.decrease_take(hotkey=hotkey, take=part)


PROOF = CORE.pow_register(
    netuid=77, work_block=1, nonce=1, work="0x" + "00" * 32, hotkey=hot(STRANGER)
)
REVEAL = CORE.reveal_weights(netuid=THIRD, uids=[5], values=[1], salt=[7], version_key=0)


@pytest.mark.parametrize(
    "call, who, role, name, code",
    [
        (axon(), STRANGER, "hotkey", "HotKeyNotRegisteredInNetwork", "not_registered"),
        (axon(ip=LOOPBACK), VALIDATOR, "hotkey", "InvalidIpAddress", "invalid_argument"),
        (axon(port=0), VALIDATOR, "hotkey", "InvalidPort", "invalid_argument"),
        (weights(), STRANGER, "hotkey", "StakeAmountTooLow", "limit_exceeded"),
        (weights(77), VALIDATOR, "hotkey", "BadRequest", "invalid_argument"),
        (PROOF, STRANGER, "coldkey", "SubnetNotExists", "subnet_not_exists"),
        (REVEAL, VALIDATOR, "hotkey", "NoWeightsCommitFound", "not_found"),
        (weights(THIRD), VALIDATOR, "hotkey", "BadRequest", "invalid_argument"),
        (take(6_000, hot(OTHER)), OTHER, "coldkey", "DelegateTakeTooLow", "invalid_argument"),
        (take(1), OTHER, "coldkey", "NonAssociatedColdKey", "not_authorized"),
        (
            take(1, hot(STRANGER)), VALIDATOR, "coldkey", "HotKeyAccountNotExists",
            "not_registered",
        ),
        (
            CORE.increase_take(hotkey=hot(VALIDATOR), take=60_000), VALIDATOR, "coldkey",
            "DelegateTakeTooHigh", "invalid_argument",
        ),
        (
            calls.Balances.transfer_keep_alive(dest=cold(SUCCESSOR), value=1), STRANGER, "coldkey",
            "Payment", "insufficient_balance",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_pool_says_it_by_its_number(chain, population, call, who, role, name, code):
    refused = chain.client.submit_call(call, who, signer=role, **chain.waiting)
    assert not refused.success
    assert (refused.error.name, refused.error.code.value) == (name, code), refused
