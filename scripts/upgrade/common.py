"""What both parts of the check ask of a node, and say."""

from __future__ import annotations

import time
from collections.abc import Callable

import bittensor
from support.node import Node
from support.state import twox_128

PATIENCE = 300.0
# A node that compiles a runtime answers when it has done so.
Node.answer_timeout = PATIENCE


def note(text: str) -> None:
    print(f"    {text}", flush=True)


def connected(node: Node) -> bittensor.SyncClient:
    return bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[])


def wait_for(condition: Callable[[], object], what: str):
    """What the condition gives once it gives anything; asks ten times a second."""
    deadline = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < deadline, f"{what}: not after {PATIENCE:.0f} s"
        time.sleep(0.1)
    return found


def spec_version(node: Node, block: int | None = None) -> int:
    """The version of the runtime that makes the next block."""
    at = [] if block is None else [node.rpc("chain_getBlockHash", [block])]
    return node.rpc("state_getRuntimeVersion", at)["specVersion"]


def stored(node: Node, pallet: str, item: str, block: int | None = None) -> bytes | None:
    """A value without keys, as it is on chain."""
    key = "0x" + (twox_128(pallet) + twox_128(item)).hex()
    at = [] if block is None else [node.rpc("chain_getBlockHash", [block])]
    found = node.rpc("state_getStorage", [key, *at])
    return None if found is None else bytes.fromhex(found[2:])


def storage_version(node: Node, pallet: str) -> int:
    """The version of the layout of a pallet's storage on chain."""
    return int.from_bytes(stored(node, pallet, ":__STORAGE_VERSION__:"), "little")
