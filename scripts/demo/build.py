"""Makes the demo network on a chain."""

from __future__ import annotations

import time
from collections.abc import Callable

from acts import ALICE, TAO, address, hotkey
from chain import Chain, Refused, Unreachable
from plan import SUBNETS, Plan, owner, validator
from steps import MARK, Ground, Step, building, closing, contributions, epochs, known_accounts
from steps import opening
from weigh import Scorers, earning

# What Alice needs at least.
FUNDS = 50_000 * TAO
# Blocks after which something must have happened.
PATIENCE = 400


class Unfit(Exception):
    """The chain is not one on which the demo can be made; says why in a line."""


def check(chain: Chain) -> None:
    """Connects. Raises `Unfit` unless this is a development chain of this project."""
    try:
        chain.connect()
        kind = chain.rpc("system_chainType")
        sudo = chain.read("Key", pallet="Sudo")
        alice = chain.read("Account", address(ALICE), pallet="System")
        chain.read("SubnetEpochIndex", 1)
    except Unreachable as error:
        raise Unfit(f"no chain answers at {chain.url}: {error}") from None
    except (Refused, ValueError, KeyError, TypeError) as error:
        raise Unfit(f"what answers at {chain.url} is no Subtensor chain: {error}") from None
    if kind not in ("Development", "Local"):
        raise Unfit(f"the chain at {chain.url} is no development chain")
    if sudo != address(ALICE):
        raise Unfit(f"//Alice is not the sudo key of the chain at {chain.url}")
    if int(alice["data"]["free"]) < FUNDS:
        raise Unfit(f"//Alice has less than {FUNDS // TAO} TAO on the chain at {chain.url}")


def existing(chain: Chain) -> tuple[int, tuple[int, ...]] | None:
    """The seed and the subnets of the demo network on the chain, if there is one.

    Raises `Unfit` if there is a part of one.
    """
    netuids = [found[-1] for n in range(len(SUBNETS)) if (found := owned(chain, n))]
    if not netuids:
        return None
    note = chain.read("CommitmentOf", netuids[0], address(hotkey(owner(0))), pallet="Commitments")
    text = text_of(note)
    if len(netuids) < len(SUBNETS) or not text.startswith(MARK):
        raise Unfit("a demo network was begun here and not completed: start with a new chain")
    return int(text.removeprefix(MARK)), tuple(netuids)


def owned(chain: Chain, subnet: int) -> list[int]:
    """The subnets that an owner of the demo has."""
    count = chain.read("TotalNetworks")
    owners = chain.reads([("SubnetOwner", netuid) for netuid in range(count)])
    return [netuid for netuid, who in enumerate(owners) if who == address(owner(subnet))]


def text_of(note) -> str:
    """The text of a commitment with one field, empty if there is none."""
    if note is None:
        return ""
    [field] = note["info"]["fields"]
    [raw] = field.values()
    return bytes.fromhex(raw[2:]).decode(errors="replace")


class Builder:
    """Makes the network of a plan, telling what it does line by line."""

    def __init__(self, chain: Chain, plan: Plan, say: Callable[[str], None]):
        self.chain = chain
        self.plan = plan
        self.say = say

    def build(self) -> Scorers:
        """Returns the validators, who have rows to reveal."""
        self.check_intervals()
        ground = self.ground()
        for step in opening(self.plan, ground):
            self.do(step)
        netuids = tuple(owned(self.chain, subnet)[-1] for subnet in range(len(SUBNETS)))
        ground = Ground(netuids, ground.cost, ground.end)
        for step in building(self.plan, ground):
            self.do(step)
        scorers = Scorers(self.plan, netuids, known_accounts(self.plan))
        self.weigh(scorers, ground)
        first, *rest = closing(self.plan, ground)
        self.do(first)
        number = self.chain.read("NextCrowdloanId", pallet="Crowdloan") - 1
        for step in (contributions(self.plan, number), *rest):
            self.do(step)
        return scorers

    def check_intervals(self) -> None:
        if interval := self.chain.read("NetworkRateLimit"):
            raise Unfit(
                f"this chain takes a new subnet every {interval} blocks only;"
                " the presets dev and local take them at once"
            )

    def ground(self) -> Ground:
        # The price doubles with each subnet.
        cost = int(self.chain.rpc("subnetInfo_getLockCost")) * 2 ** (len(SUBNETS) - 1)
        longest = self.chain.runtime.constant("Crowdloan", "MaximumBlockDuration")
        return Ground((), cost, self.chain.best() + int(longest) // 2)

    def do(self, step: Step) -> None:
        """Raises `Unfit` if a transaction fails: what comes later needs it."""
        begun = time.monotonic()
        sent = 0
        # With several authors blocks are taken back, and what was in two may then be in one.
        final = len(self.chain.read("Authorities", pallet="Aura")) > 1
        for transactions in step.rounds:
            for outcome in self.chain.send(transactions, final):
                sent += sum(1 for _ in outcome.transaction.calls)
                if outcome.error:
                    what = outcome.transaction
                    names = ", ".join(dict.fromkeys(call.function for call in what.calls))
                    raise Unfit(f"{names} of {what.signer} failed: {outcome.error}")
        calls = "1 call" if sent == 1 else f"{sent} calls"
        self.say(f"{step.title}: {calls}, {time.monotonic() - begun:.1f} s")

    def weigh(self, scorers: Scorers, ground: Ground) -> None:
        """Waits for permits, then weighs until miners earn on all subnets."""
        begun = time.monotonic()
        self.do(epochs(ground, "An owner asks for an epoch, which gives permits"))
        self.wait("validators with permits", lambda: scorers.permitted(self.chain))
        failed = self.send_weights(scorers)
        # Children come into force with an epoch after their cooldown.
        until = [block for _, block in self.pending_children(scorers.netuids)]
        self.chain.wait_after(max(until, default=0))
        self.do(epochs(ground, "... and for another one, by the first weights"))

        def earns() -> bool:
            failed.extend(self.send_weights(scorers))
            waiting = self.pending_children(scorers.netuids)
            return not waiting and all(earning(self.chain, scorers.netuids))

        try:
            self.wait("incentives, or no children", earns)
        except Unfit as error:
            raise Unfit(f"{error}; {', '.join(dict.fromkeys(failed))}") from None
        self.say(f"Validators weigh, miners earn: {time.monotonic() - begun:.1f} s")

    def pending_children(self, netuids: tuple[int, ...]) -> list[tuple]:
        """Children that are not in force yet, each list with the block until which it waits."""
        parents = {(lending.parent, netuids[lending.subnet]) for lending in self.plan.lendings}
        keys = [(netuid, address(hotkey(validator(who)))) for who, netuid in sorted(parents)]
        found = self.chain.reads([("PendingChildKeys", *pair) for pair in keys])
        return [pending for pending in found if pending[0]]

    def send_weights(self, scorers: Scorers) -> list[str]:
        """Sends what is due; gives what was refused, which may be late for its epoch."""
        outcomes = [o for one in scorers.due(self.chain) for o in self.chain.send(one)]
        return [f"{o.transaction.why}: {o.error}" for o in outcomes if o.error]

    def wait(self, what: str, condition: Callable[[], bool]) -> None:
        end = self.chain.best() + PATIENCE
        while not condition():
            if (now := self.chain.best()) > end:
                raise Unfit(f"there are no {what} after {PATIENCE} blocks")
            self.chain.wait_after(now)
