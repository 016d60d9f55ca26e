"""Transfers without end, from many accounts, at the nodes that are told."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from hashlib import blake2b

import bittensor
from bittensor import calls
from support.chain import Chain
from support.keys import RAO, key
from support.node import Node
from support.raw import Sender, call_data, send_all

from .isolated import ACCOUNTS, UNREACHABLE, wait_for


def transfer_to(node: Node, uris: Sequence[str], amount: int) -> bytes:
    """The bytes of a call that pays so much, in rao, to each of the accounts."""
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as client:
        pays = [calls.Balances.transfer_keep_alive(dest=key(uri).ss58_address, value=amount) for uri in uris]
        alice = key("//Alice").ss58_address
        if len(pays) == 1:
            return call_data(Chain(client), alice, pays[0])
        composed = [client.compose(call) for call in pays]
        return call_data(Chain(client), alice, calls.Utility.batch_all(calls=composed))


class Payer(Sender):
    """Somebody who makes a call now and then, without a tip."""

    def final_nonce(self) -> int:
        public = bytes(self.pair.public_key)
        row = ACCOUNTS + blake2b(public, digest_size=16).hexdigest() + public.hex()
        account = self.node.rpc("state_getStorage", [row, self.node.rpc("chain_getFinalizedHead")])
        return int.from_bytes(bytes.fromhex(account[2:10]), "little") if account else 0

    def pay(self, call: bytes) -> int:
        """Makes a call and waits until it is final; returns how many blocks came meanwhile."""
        before, nonce = self.node.height(), self.nonce()
        self.send(call, nonce)
        wait_for(lambda: self.final_nonce() > nonce, "final", [self.node])
        return self.node.height() - before


def endow(node: Node, uris: Sequence[str]) -> None:
    """Gives each of the accounts 10 TAO."""
    Payer(node, "//Alice").pay(transfer_to(node, uris, 10 * RAO))


class Load:
    """Use as a context manager: meanwhile, accounts pay each other at each of the nodes."""

    BURST = 5

    def __init__(self, nodes: Sequence[Node], name: str):
        uris = [f"//{name}{index}" for index in range(len(nodes))]
        endow(nodes[0], uris)
        transfer = transfer_to(nodes[0], ["//Charlie"], 1_000)
        self.sent = 0
        self._end = threading.Event()
        self._threads = [
            threading.Thread(target=self._pay, args=(node, Sender(node, uri), transfer), daemon=True)
            for node, uri in zip(nodes, uris)
        ]

    def __enter__(self) -> "Load":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_exc) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _pay(self, node: Node, sender: Sender, transfer: bytes) -> None:
        """Pays a few times for each time that the node answers; one that is down is asked again."""
        while not self._end.wait(0.2):
            try:
                nonce = sender.nonce()
                answers = send_all(node, [sender.sign(transfer, nonce + i) for i in range(self.BURST)])
                self.sent += sum(isinstance(answer, str) for answer in answers)
            except UNREACHABLE:
                continue
