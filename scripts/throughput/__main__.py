"""Times how many transactions a second get into blocks; prints a table for docs/performance.md.

    python scripts/throughput [--count 8000] [NAME ...]

All go through the pool of a node that makes blocks in its slots, of 250 ms and of 12 s. The node is
NODE_BINARY, or what cargo built.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
sys.path += [str(SCRIPTS / "populate"), str(SCRIPTS.parent / "e2e")]

from plan import TAO  # noqa: E402
from root import SAID_WEIGHT, Root  # noqa: E402
from support.keys import key  # noqa: E402
from support.network import slot_of  # noqa: E402
from support.node import Node, find_binary  # noqa: E402
from support.raw import Sender, hashes, send_all  # noqa: E402

# Milliseconds of a slot of each preset.
SLOTS = {"dev": 250, "dev-12s": 12_000}
# Accounts that send, and how many of them at a time.
SENDERS, AT_ONCE = 32, 4
# What each of them gets.
ENDOWMENT = 20 * TAO
# Blocks without any of the transactions after which the rest is not waited for.
PATIENCE = 8


@dataclass(frozen=True)
class Result:
    """Transactions that the pool took, those in each block that had some, and from when to when."""

    taken: int
    blocks: list[int]
    seconds: float


def transfer(root: Root) -> bytes:
    dest = key("//Dave").ss58_address
    return root.call("Balances", "transfer_keep_alive", dest=dest, value=1_000)


def add_stake(root: Root) -> bytes:
    where = {"hotkey": root.get("Keys", 1, 0), "netuid": 1}
    return root.call("SubtensorModule", "add_stake", **where, amount_staked=TAO // 100)


def remark(root: Root) -> bytes:
    return root.remark


CALLS = {"remark": remark, "transfer_keep_alive": transfer, "add_stake": add_stake}


def wait_for(root: Root, count: int) -> None:
    last = root.best() + count
    while root.best() < last:
        time.sleep(0.1)


def prepare(root: Root, uris: list[str]) -> None:
    """Endows the senders, and starts subnet 1."""
    pays = [
        root.call("Balances", "transfer_keep_alive", dest=key(uri).ss58_address, value=ENDOWMENT) for uri in uris
    ]
    calls = [root.call("Utility", "batch_all", calls=pays)]
    if root.get("FirstEmissionBlockNumber", 1) is None:
        start = root.by(root.get("SubnetOwner", 1), "start_call", netuid=1)
        calls.append(root.call("Sudo", "sudo_unchecked_weight", call=start, weight=SAID_WEIGHT))
    for call in calls:
        root.rpc("author_submitExtrinsic", ["0x" + root.signed(call).hex()])
        wait_for(root, 2)


def send(node: Node, call: bytes, uris: list[str], each: int) -> int:
    """Sends so many transactions of each account; returns how many the pool took."""

    def of(uri: str) -> list[str]:
        sender = Sender(node, uri)
        first = sender.nonce()
        return [sender.sign(call, first + number) for number in range(each)]

    signed = [of(uri) for uri in uris]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(len(hashes(answers)) for answers in pool.map(lambda one: send_all(node, one), signed))


def in_block(root: Root, number: int) -> int:
    """Transactions in a block: what is signed has the highest bit of its version set."""
    block = root.rpc("chain_getBlock", [root.rpc("chain_getBlockHash", [number])])
    versions = (version_of(bytes.fromhex(text[2:])) for text in block["block"]["extrinsics"])
    return sum(version >> 7 for version in versions)


def version_of(extrinsic: bytes) -> int:
    """The byte after the compact length of an extrinsic."""
    return extrinsic[{0: 1, 1: 2, 2: 4}[extrinsic[0] & 3]]


def count(root: Root, node: Node, first: int, taken: int) -> Result:
    """Follows the blocks until all that was taken is in them."""
    found: dict[int, int] = {}
    number, missing = first, 0
    while sum(found.values()) < taken and missing < PATIENCE:
        while root.best() < number:
            time.sleep(0.05)
        if held := in_block(root, number):
            found[number] = held
            missing = 0
        else:
            missing += bool(found)
        number += 1
    begin, end = min(found), max(found)
    slots = slot_of(node, end) - slot_of(node, begin - 1)
    return Result(taken, list(found.values()), slots * SLOTS[node.chain] / 1_000)


def measure(binary: str, preset: str, name: str, total: int) -> Result:
    uris = [f"//Sender{index}" for index in range(SENDERS)]
    with tempfile.TemporaryDirectory(prefix="subtensor-throughput-") as folder:
        with Node(binary, Path(folder), chain=preset) as node:
            root = Root(node)
            prepare(root, uris)
            first = root.best() + 1
            taken = send(node, CALLS[name](root), uris, total // SENDERS)
            return count(root, node, first, taken)


def main() -> int:
    parser = argparse.ArgumentParser(prog="throughput", description="Times transactions into blocks.")
    parser.add_argument("--count", type=int, default=8_000)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    binary = find_binary()
    print("| Call | Slot, ms | Taken | Included | Blocks | Fullest block | Included a second |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for preset, slot in SLOTS.items():
        for name in given.names or CALLS:
            got = measure(binary, preset, name, given.count)
            included = sum(got.blocks)
            cells = (f"`{name}`", slot, got.taken, included, len(got.blocks), max(got.blocks))
            print("|", " | ".join(map(str, cells)), f"| {included / got.seconds:.0f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
