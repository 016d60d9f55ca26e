"""Transactions signed by hand, thousands of them, as an attacker would send them: in batches, without looking first."""

from __future__ import annotations

import time
from hashlib import blake2b

from .chain import WAIT, Chain
from .keys import key
from .node import Node
from .shield import compact, opaque

BATCH = 250


class Refusal(Exception):
    """Why the node did not take a transaction."""


class Sender:
    """Signs for one account, without asking the client anything."""

    def __init__(self, node: Node, uri: str):
        self.node = node
        self.pair = key(uri)
        self.address = self.pair.ss58_address
        version = node.rpc("state_getRuntimeVersion")
        genesis = bytes.fromhex(node.rpc("chain_getBlockHash", [0]).removeprefix("0x"))
        versions = (version["specVersion"], version["transactionVersion"])
        self.implicit = b"".join(v.to_bytes(4, "little") for v in versions) + genesis * 2 + b"\x00"

    def nonce(self) -> int:
        return self.node.rpc("system_accountNextIndex", [self.address])

    def sign(self, call: bytes, nonce: int, tip: int = 0) -> str:
        extra = b"\x00" + compact(nonce) + compact(tip) + b"\x00"
        payload = call + extra + self.implicit
        if len(payload) > 256:
            payload = blake2b(payload, digest_size=32).digest()
        head = b"\x84\x00" + bytes(self.pair.public_key) + b"\x01"
        return "0x" + opaque(head + self.pair.sign(payload) + extra + call).hex()

    def send(self, call: bytes, nonce: int, tip: int = 0) -> str:
        """Submits one; returns its hash."""
        return self.node.rpc("author_submitExtrinsic", [self.sign(call, nonce, tip)])


def send_all(node: Node, extrinsics: list[str]) -> list[str | dict]:
    """What the node answers to each: a hash, or an error."""
    answers = []
    for start in range(0, len(extrinsics), BATCH):
        batch = [[extrinsic] for extrinsic in extrinsics[start:start + BATCH]]
        answers += node.batch("author_submitExtrinsic", batch)
    return answers


def hashes(answers: list[str | dict]) -> list[str]:
    return [answer for answer in answers if isinstance(answer, str)]


def hash_of(extrinsic: str) -> str:
    data = bytes.fromhex(extrinsic.removeprefix("0x"))
    return "0x" + blake2b(data, digest_size=32).hexdigest()


class Ledger:
    """Which transactions are in the blocks since it was opened."""

    def __init__(self, node: Node):
        self.node = node
        self.next = self.head() + 1
        self.found: dict[str, int] = {}

    def head(self) -> int:
        return int(self.node.rpc("chain_getHeader")["number"], 16)

    def read(self) -> None:
        """Reads the blocks that came."""
        while block_hash := self.node.rpc("chain_getBlockHash", [self.next]):
            for extrinsic in self.node.rpc("chain_getBlock", [block_hash])["block"]["extrinsics"]:
                self.found[hash_of(extrinsic)] = self.next
            self.next += 1

    def wait(self, *wanted: str, seconds: float = WAIT) -> int:
        """Waits until all are in blocks; returns the number of the last."""
        deadline = time.monotonic() + seconds
        while True:
            self.read()
            missing = [one for one in wanted if one not in self.found]
            if not missing:
                return max(self.found[one] for one in wanted)
            assert time.monotonic() < deadline, f"{len(missing)} of {len(wanted)} are in no block"
            time.sleep(0.05)


class Bystander:
    """Somebody who pays and does not know that there is an attack."""

    def __init__(self, node: Node, chain: Chain, uri: str = "//Ferdie"):
        self.sender = Sender(node, uri)
        self.node = node
        self.transfer = call_data(chain, self.sender.address, small_transfer())

    def pays(self) -> None:
        """A transfer without a tip is in one of the three blocks after the node took it."""
        ledger = Ledger(self.node)
        transfer = self.sender.send(self.transfer, self.sender.nonce())
        taken = ledger.head()
        included = ledger.wait(transfer)
        assert included <= taken + 3, f"taken at {taken}, included at {included}"


def small_transfer():
    from bittensor import calls

    return calls.Balances.transfer_keep_alive(dest=key("//Charlie").ss58_address, value=1_000)


def call_data(chain: Chain, address: str, call) -> bytes:
    """The bytes of a call."""
    return bytes(chain.client.prepare_call(call, address=address).call_data)
