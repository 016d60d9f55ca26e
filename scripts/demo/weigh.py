"""Has validators weigh miners once in each epoch, on a chain."""

from __future__ import annotations

from dataclasses import dataclass, field

from acts import Transaction, address, hotkey
from chain import Chain
from plan import SUBNETS, Plan, owner, validator
from rows import REVEALS, Row, row

# Epochs for which committed rows are kept; nobody may reveal them any more by then.
KEPT = 3


@dataclass
class Members:
    """Who is on a subnet, by uid: the addresses of hotkeys, and the names of accounts."""

    hotkeys: list[str]
    names: list[str]
    miners: dict[int, str] = field(default_factory=dict)


class Scorers:
    """The validators of the demo, with the rows that they have committed lately, by hash."""

    def __init__(self, plan: Plan, netuids: tuple[int, ...], known: dict[str, str]):
        self.plan = plan
        self.netuids = netuids
        self.known = known
        self.epochs: dict[int, int] = {}
        self.members: dict[int, Members] = {}
        self.committed: dict[bytes, Row] = {}

    def due(self, chain: Chain) -> list[list[Transaction]]:
        """What validators send in epochs that have begun since the last time, in rounds."""
        epochs = chain.reads([("SubnetEpochIndex", netuid) for netuid in self.netuids])
        rounds: tuple[list, list] = ([], [])
        for subnet, epoch in enumerate(epochs):
            if epoch != self.epochs.get(subnet):
                self.epochs[subnet] = epoch
                self.members[subnet] = self.look(chain, subnet)
                for transaction in self.weigh(chain, subnet, epoch):
                    # A commit goes out whatever becomes of the reveal before it.
                    rounds[transaction.why != REVEALS].append(transaction)
        return [one for one in rounds if one]

    def look(self, chain: Chain, subnet: int) -> Members:
        netuid = self.netuids[subnet]
        count = chain.read("SubnetworkN", netuid)
        keys = chain.reads([("Keys", netuid, uid) for uid in range(count)])
        # Whoever else registers is a miner, known by the address.
        names = [self.known.get(key, key) for key in keys]
        notable = {owner(subnet), *(validator(v) for v in self.plan.validators(subnet))}
        miners = {uid: name for uid, name in enumerate(names) if name not in notable}
        return Members(keys, names, miners)

    def weigh(self, chain: Chain, subnet: int, epoch: int) -> list[Transaction]:
        """What the validators of a subnet send in an epoch."""
        members, netuid = self.members[subnet], self.netuids[subnet]
        whole = [who for who in self.plan.validators(subnet) if validator(who) in members.names]
        if not members.miners:
            return []
        rows = [row(self.plan, subnet, netuid, who, epoch, members.miners) for who in whole]
        if not SUBNETS[subnet].commits:
            return [one.set() for one in rows]
        keys = [address(one.signer) for one in rows]
        waiting = chain.reads([("WeightCommits", netuid, key) for key in keys])
        made = []
        for one, commits in zip(rows, waiting):
            if before := self.revealable(one, commits or [], members.miners):
                made.append(before.reveal())
            self.committed[one.hash] = one
            made.append(one.commit())
        recent = (hashed for hashed, one in self.committed.items() if one.epoch > epoch - KEPT)
        self.committed = {hashed: self.committed[hashed] for hashed in recent}
        return made

    def revealable(self, current: Row, commits, miners: dict[int, str]) -> Row | None:
        """The row behind the newest commit whose epoch of reveal has come.

        Of commits of an earlier run it is worked out, which fails if others are on the subnet now.
        """
        found = None
        for hashed, epoch, *_ in commits:
            if epoch + 1 != current.epoch:
                continue
            subnet = self.netuids.index(current.netuid)
            again = row(self.plan, subnet, current.netuid, current.validator, epoch, miners)
            rows = self.committed | {again.hash: again}
            found = rows.get(bytes.fromhex(hashed[2:]), found)
        return found

    def permitted(self, chain: Chain) -> bool:
        """Whether all validators have their permits."""
        permits = chain.reads([("ValidatorPermit", netuid) for netuid in self.netuids])
        for subnet, given in enumerate(permits):
            keys = self.look(chain, subnet).hotkeys
            wanted = [address(hotkey(validator(who))) for who in self.plan.validators(subnet)]
            if not all(key in keys and given[keys.index(key)] for key in wanted):
                return False
        return True


def earning(chain: Chain, netuids: tuple[int, ...]) -> list[list[int]]:
    """The uids that earn something as miners, on each subnet."""
    found = chain.reads([("Incentive", netuid) for netuid in netuids])
    return [[uid for uid, part in enumerate(parts) if part] for parts in found]
