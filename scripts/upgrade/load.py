"""Clients that were connected before an upgrade and never stop sending."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bittensor import calls
from common import connected, wait_for
from support.chain import Chain, included_at
from support.keys import RAO, hot
from support.market import FIRST, VALIDATOR, Market
from support.node import Node
from support.shield import fresh_address, payment

CORE = calls.SubtensorModule
# Accounts that send encrypted.
HIDDEN = 70
# What a client is told of what it signed for a runtime that is gone. It asks for the version every
# twelve seconds.
TOO_OLD = ("signature does not match", "bad signature", "invalid", "dropped")


@dataclass
class Sender:
    """One connection, one account, one thing after the other."""

    name: str
    act: Callable[[Chain, int], object]
    # The blocks of what succeeded, and what was said of the rest.
    blocks: list[int] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def run(self, node: Node, stop: threading.Event) -> None:
        with connected(node) as client:
            chain = Chain(client, wait_for_finality=False)
            while not stop.is_set():
                try:
                    result = self.act(chain, len(self.blocks))
                    message = "" if result.success else result.message or "no reason"
                except Exception as error:  # the client reports in many ways
                    message = f"{type(error).__name__}: {error}"
                if message:
                    self.refusals.append(message)
                    time.sleep(0.5)
                else:
                    self.blocks.append(included_at(result))

    def since(self, block: int) -> int:
        return sum(included > block for included in self.blocks)


def senders(market: Market) -> list[Sender]:
    payer, staker, dest = market.staker(), market.holder(FIRST, 100), fresh_address()
    # After an encrypted call the client keeps a nonce of its own for the account: one call each.
    hidden = [market.staker() for _ in range(HIDDEN)]

    def pay(chain: Chain, _turn: int):
        return chain.client.submit_call(payment(dest, RAO // 100), payer, **chain.waiting)

    def trade(chain: Chain, turn: int):
        arguments = {"hotkey": hot(VALIDATOR), "netuid": FIRST}
        if turn % 2:
            call = CORE.remove_stake(amount_unstaked=RAO, **arguments)
        else:
            call = CORE.add_stake(amount_staked=RAO, **arguments)
        return chain.client.submit_call(call, staker, **chain.waiting)

    def hide(chain: Chain, turn: int):
        time.sleep(1)
        who = hidden[turn % HIDDEN]
        return chain.client.submit_call(payment(dest, RAO // 100), who, shielded=True, **chain.waiting)

    return [Sender("payments", pay), Sender("trades", trade), Sender("encrypted payments", hide)]


class Load:
    """Use as a context manager: all senders at once, shared out among the nodes."""

    def __init__(self, nodes: list[Node], market: Market):
        self.senders = senders(market)
        self.stop = threading.Event()
        self.threads = [
            threading.Thread(target=sender.run, args=(nodes[index % len(nodes)], self.stop), name=sender.name)
            for index, sender in enumerate(self.senders)
        ]

    def __enter__(self) -> "Load":
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_exc) -> None:
        self.stop.set()
        for thread in self.threads:
            thread.join(120)

    def wait_for_each(self, count: int, block: int) -> None:
        """Until every sender has had so many successes in later blocks."""
        for sender in self.senders:
            wait_for(lambda: sender.since(block) >= count, f"{sender.name} ({sender.refusals[-3:]})")

    def check(self) -> None:
        """Nothing was refused but what was signed for the old runtime."""
        for sender in self.senders:
            strange = [text for text in sender.refusals if not any(known in text for known in TOO_OLD)]
            assert not strange, f"{sender.name}: {strange}"
        assert not any(thread.is_alive() for thread in self.threads), "a client hangs"

    def report(self) -> str:
        counts = (f"{s.name} {len(s.blocks)} (refused {len(s.refusals)})" for s in self.senders)
        return ", ".join(counts)
