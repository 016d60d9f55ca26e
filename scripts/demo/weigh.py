"""Has validators weigh miners once in each epoch, on a chain."""

from __future__ import annotations

from dataclasses import dataclass, field

from acts import Transaction, address, hotkey
from chain import Chain
from plan import SUBNETS, Plan, owner, validator
from rows import REVEALS, Row, row


@dataclass
class Members:
    """Who is on a subnet, by uid: the addresses of hotkeys, and the names of accounts."""

    hotkeys: list[str]
    names: list[str]
    miners: dict[int, str] = field(default_factory=dict)

    def uid_of(self, account: str) -> int | None:
        return self.names.index(account) if account in self.names else None


class Scorers:
    """The validators of the demo, with the rows that they have committed and not yet revealed."""

    def __init__(self, plan: Plan, netuids: tuple[int, ...], known: dict[str, str]):
        self.plan = plan
        self.netuids = netuids
        self.known = known
        self.epochs: dict[int, int] = {}
        self.members: dict[int, Members] = {}
        self.committed: dict[tuple[int, int], Row] = {}

    def due(self, chain: Chain) -> list[list[Transaction]]:
        """What validators send in the epochs that have begun since they were asked last, in rounds."""
        epochs = chain.reads([("SubnetEpochIndex", netuid) for netuid in self.netuids])
        rounds: tuple[list, list] = ([], [])
        for subnet, epoch in enumerate(epochs):
            if epoch != self.epochs.get(subnet):
                self.epochs[subnet] = epoch
                self.members[subnet] = self.look(chain, subnet)
                for transaction in self.weigh(subnet, epoch):
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

    def weigh(self, subnet: int, epoch: int) -> list[Transaction]:
        members, netuid = self.members[subnet], self.netuids[subnet]
        made = []
        for who in self.plan.validators(subnet):
            if members.uid_of(validator(who)) is None or not members.miners:
                continue
            current = row(self.plan, subnet, netuid, who, epoch, members.miners)
            if not SUBNETS[subnet].commits:
                made.append(current.set())
                continue
            if before := self.committed.pop((subnet, who), None):
                made.append(before.reveal())
            self.committed[subnet, who] = current
            made.append(current.commit())
        return made

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
