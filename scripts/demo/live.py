"""Keeps the demo network alive, until it is stopped: weights in every epoch, deeds in between."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

from acts import address
from chain import Chain, Outcome, Refused, Unreachable
from deeds import Deeds
from plan import SUBNETS, Plan, newcomer
from trades import NEWCOMER, deed
from weigh import Scorers

# Blocks between two deeds, and between two lines about weights.
DEED_EVERY, TOLD_EVERY = 4, 40
# How often a node that does not answer is asked again, and seconds in between: each is twice the
# one before, up to the last.
TRIES, FIRST_PAUSE, LAST_PAUSE = 12, 0.5, 8.0


class Lost(Exception):
    """The chain has gone away for good; says so in a line."""


class Live:
    """The network of a plan on a chain, going on from where it is."""

    def __init__(self, chain: Chain, plan: Plan, scorers: Scorers, say: Callable[[str], None]):
        self.chain = chain
        self.plan = plan
        self.scorers = scorers
        self.say = say
        self.deeds = Deeds(chain, plan, scorers)
        self.number = NEWCOMER * self._newcomers()
        self.counts: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()

    def _newcomers(self) -> int:
        """How many newcomers have come already; makes them known."""
        count = 0
        while int(self._account(newcomer(count))["providers"]):
            key = address(f"{newcomer(count)}//hotkey")
            self.scorers.known[key] = newcomer(count)
            count += 1
        return count

    def _account(self, account: str) -> dict:
        return self.chain.read("Account", address(account), pallet="System")

    def run(self, alive: Callable[[], bool]) -> None:
        """Goes on until the chain is lost, which raises `Lost`; `alive`: may it come back?"""
        block, told, acted = self.chain.best(), 0, 0
        while True:
            try:
                block = self.chain.wait_after(block)
                self.weigh()
                if block >= acted + DEED_EVERY:
                    acted = block
                    self.act()
                if block >= told + TOLD_EVERY:
                    told = block
                    self.tell()
            except Refused as error:
                self.say(f"#{block} the node refuses: {error}")
            except Unreachable as error:
                self.say(f"#{block} the node does not answer: {error}")
                self.come_back(alive)
                block = self.chain.best()
                acted = told = block

    def weigh(self) -> None:
        for transactions in self.scorers.due(self.chain):
            for outcome in self.chain.send(transactions):
                why = outcome.transaction.why
                self.counts[why] += not outcome.error
                if outcome.error:
                    self.errors[f"{why}: {outcome.error}"] += 1

    def act(self) -> None:
        """Does the next deed, and says what came of it."""
        current = deed(self.plan, self.number)
        self.number += 1
        for transaction in self.deeds.transactions(current):
            [outcome] = self.chain.send([transaction])
            self.say(line(outcome))
            if outcome.error:
                return

    def tell(self) -> None:
        """A line on what was weighed since the last one, and one on each thing that was refused."""
        block = self.chain.best()
        at = sorted(self.scorers.epochs.items())
        epochs = ", ".join(f"{SUBNETS[subnet].name} {epoch}" for subnet, epoch in at)
        done = ", ".join(f"{count} {why}" for why, count in sorted(self.counts.items()) if count)
        self.say(f"#{block} epochs: {epochs}; rows of {done or 'nothing'}")
        for what, count in self.errors.items():
            self.say(f"#{block} {count} refused, {what}")
        self.counts.clear()
        self.errors.clear()

    def come_back(self, alive: Callable[[], bool]) -> None:
        genesis, pause = self.chain.genesis, FIRST_PAUSE
        for _ in range(TRIES):
            if not alive():
                raise Lost("the node has ended")
            time.sleep(pause)
            pause = min(2 * pause, LAST_PAUSE)
            try:
                self.chain.connect()
            except Unreachable:
                continue
            if self.chain.genesis != genesis:
                raise Lost(f"{self.chain.url} is another chain now: start the demo anew")
            self.say(f"the node answers again, at block {self.chain.best()}")
            return
        raise Lost(f"nobody answers at {self.chain.url} any more")


def line(outcome: Outcome) -> str:
    error = f": refused, {outcome.error}" if outcome.error else ""
    return f"#{outcome.block} {outcome.transaction.why}{error}"
