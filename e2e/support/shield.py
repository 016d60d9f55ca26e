"""Encrypted submissions made by hand, so that tests can also make bad ones."""

from __future__ import annotations

import itertools
import time

from bittensor import calls
from bittensor_core import encrypt_mlkem768

from .chain import WAIT, Chain
from .keys import RAO, DevWallet, cold, key, wallet
from .node import Node

PERIOD = 8
KEY_BYTES = 1184
KEY_HASH_BYTES = 16
_fresh = itertools.count()


def compact(number: int) -> bytes:
    """A SCALE compact integer below 2^30."""
    for size, mode in ((1, 0), (2, 1), (4, 2)):
        if number < 1 << (8 * size - 2):
            return (number << 2 | mode).to_bytes(size, "little")
    raise ValueError(number)


def opaque(body: bytes) -> bytes:
    """An extrinsic as it is submitted: with its length."""
    return compact(len(body)) + body


class Shield:
    """Builds, submits and finds encrypted transactions on one node."""

    def __init__(self, node: Node, chain: Chain):
        self.node = node
        self.chain = chain

    def somebody(self, tao: int = 10) -> DevWallet:
        """An account that nobody else uses."""
        who = wallet(f"//Shielded{next(_fresh)}")
        self.chain.submit(
            calls.Balances.transfer_keep_alive(dest=cold(who), value=tao * RAO), wallet("//Alice")
        )
        # The pool looks at the chain a moment later than the client does.
        self.chain.wait_blocks(1)
        return who

    def next_key(self) -> bytes:
        """The key that clients encrypt to."""
        deadline = time.monotonic() + WAIT
        while not (text := self.chain.client.read("mev_shield_next_key")):
            assert time.monotonic() < deadline, "no key was announced"
            time.sleep(0.1)
        announced = bytes.fromhex(text.removeprefix("0x")) if isinstance(text, str) else bytes(text)
        assert len(announced) == KEY_BYTES
        return announced

    def seal(self, plaintext: bytes) -> bytes:
        """A ciphertext to the key of the moment."""
        return encrypt_mlkem768(self.next_key(), plaintext, include_key_hash=True)

    def signed(
        self, call, who: DevWallet, ahead: int = 0, period: int | None = PERIOD, tip: int = 0
    ) -> bytes:
        """A signed transaction, with the account's next nonce and so many more."""
        nonce = self.chain.nonce(cold(who)) + ahead
        unsigned = self.chain.client.prepare_call(
            call, address=cold(who), nonce=nonce, period=period, tip=tip
        )
        signature = who.coldkey.sign(unsigned.payload)
        body = b"\x84\x00" + unsigned.public_key + b"\x01" + signature
        return opaque(body + unsigned.included_in_extrinsic + unsigned.call_data)

    def wrapper(self, ciphertext: bytes, who: DevWallet, **fields) -> bytes:
        return self.signed(calls.MevShield.submit_encrypted(ciphertext=ciphertext), who, **fields)

    def submit(self, extrinsic: bytes) -> str:
        return self.node.rpc("author_submitExtrinsic", ["0x" + extrinsic.hex()])

    def block(self, number: int) -> list[bytes] | None:
        """The extrinsics of a block, if there is one of that number."""
        found = self.node.rpc("chain_getBlockHash", [number])
        if not found:
            return None
        extrinsics = self.node.rpc("chain_getBlock", [found])["block"]["extrinsics"]
        return [bytes.fromhex(extrinsic.removeprefix("0x")) for extrinsic in extrinsics]

    def find(self, extrinsic: bytes, first: int, last: int) -> tuple[int, int] | None:
        """Block and index of an extrinsic between two blocks; waits for the last of them."""
        for number in range(first, last + 1):
            deadline = time.monotonic() + WAIT
            while (block := self.block(number)) is None:
                assert time.monotonic() < deadline, f"no block {number}"
                time.sleep(0.05)
            if extrinsic in block:
                return number, block.index(extrinsic)
        return None

    def include(self, wrapper: bytes) -> tuple[int, list[bytes]]:
        """Submits a wrapper; returns its block's number and what is in that block behind it."""
        first = self.chain.client.block
        self.submit(wrapper)
        found = self.find(wrapper, first, first + PERIOD + 1)
        assert found, "the wrapper is in no block"
        number, index = found
        return number, self.block(number)[index + 1:]

    def pending(self) -> list[str]:
        return self.node.rpc("author_pendingExtrinsics")


def payment(to: str, amount: int = RAO):
    return calls.Balances.transfer_keep_alive(dest=to, value=amount)


def fresh_address() -> str:
    """An account that does not exist yet."""
    return key(f"//Receiver{next(_fresh)}").ss58_address
