"""Puts deeds into transactions: with prices and members that only the chain knows."""

from __future__ import annotations

from collections.abc import Iterator

from acts import ALICE, TAO, Call, Transaction, address, core, hotkey, transfer
from chain import Chain
from plan import NAMES, SUBNETS, Plan, newcomer, validator
from steps import note, register, serving
from trades import Deed
from weigh import Members, Scorers

VERBS = {
    "buy": "buys", "sell": "sells", "move": "moves", "swap": "swaps", "give": "gives",
    "buy with a limit": "buys", "sell with a limit": "sells",
}


class Deeds:
    """What a deed takes on a chain: transactions, of which each needs the one before."""

    def __init__(self, chain: Chain, plan: Plan, scorers: Scorers):
        self.chain = chain
        self.plan = plan
        self.scorers = scorers

    def transactions(self, deed: Deed) -> Iterator[Transaction]:
        """The next one is to be asked for when the one before has happened."""
        netuid = self.scorers.netuids[deed.subnet]
        if deed.kind == "newcomer":
            yield from self._newcomer(deed, netuid)
        elif deed.kind in ("note", "serve", "cash out"):
            yield from self._by_a_miner(deed, netuid)
        elif deed.kind == "pay":
            why = f"//Alice pays {tao(deed.amount)} TAO to {deed.who}"
            yield Transaction(ALICE, (transfer(deed.who, deed.amount),), why)
        else:
            yield Transaction(deed.who, (self._trade(deed, netuid),), self._told(deed))

    def _newcomer(self, deed: Deed, netuid: int) -> Iterator[Transaction]:
        account, name = newcomer(deed.to), SUBNETS[deed.subnet].name
        # The price may rise until the registration is in a block.
        fund = int(self.chain.read("Burn", netuid)) * 2 + 2 * TAO
        yield Transaction(ALICE, (transfer(account, fund),), f"//Alice pays for {account}")
        self.scorers.known[address(hotkey(account))] = account
        yield Transaction(account, (register(netuid, account),), f"{account} registers on {name}")
        yield told(serving(self.plan, deed.subnet, netuid, account), account)

    def _by_a_miner(self, deed: Deed, netuid: int) -> Iterator[Transaction]:
        """By one of the miners of the demo; stake is sold by the one that has the most."""
        members = self.scorers.look(self.chain, deed.subnet)
        uids = ours(members)
        if not uids:
            return
        account = members.names[uids[int(deed.part * len(uids))]]
        if deed.kind == "note":
            version = 2 + deed.number // 20
            yield told(note(deed.subnet, netuid, account, version), account)
        elif deed.kind == "serve":
            yield told(serving(self.plan, deed.subnet, netuid, account, shift=deed.number), account)
        else:
            # So that no miner ever has the stake of a validator, and takes its permit.
            held = self.chain.reads([("TotalHotkeyAlpha", key, netuid) for key in members.hotkeys])
            account = members.names[max(uids, key=lambda uid: held[uid])]
            everything = {"hotkey": address(hotkey(account)), "netuid": netuid, "limit_price": None}
            why = f"{account} sells what it has earned on {SUBNETS[deed.subnet].name}"
            yield Transaction(account, (core("remove_stake_full_limit", **everything),), why)

    def _trade(self, deed: Deed, netuid: int) -> Call:
        on = address(hotkey(validator(deed.validator)))
        here = {"hotkey": on, "netuid": netuid}
        if deed.kind.startswith("buy"):
            call = core("add_stake", **here, amount_staked=deed.amount)
            return self._limited(call, deed, netuid, 1) if deed.kind != "buy" else call
        if deed.kind.startswith("sell"):
            call = core("remove_stake", **here, amount_unstaked=deed.amount)
            return self._limited(call, deed, netuid, -1) if deed.kind != "sell" else call
        alpha = {"origin_netuid": netuid, "alpha_amount": deed.amount}
        if deed.kind == "swap":
            to = self.scorers.netuids[deed.to]
            return core("swap_stake", hotkey=on, destination_netuid=to, **alpha)
        alpha["destination_netuid"] = netuid
        if deed.kind == "move":
            keys = {"origin_hotkey": on, "destination_hotkey": address(hotkey(validator(deed.to)))}
            return core("move_stake", **keys, **alpha)
        return core("transfer_stake", destination_coldkey=address(deed.to), hotkey=on, **alpha)

    def _limited(self, call: Call, deed: Deed, netuid: int, sign: int) -> Call:
        """The call in its form with a limit: as far from the price as is tolerated."""
        limit = self.chain.price(netuid) * (1_000 + sign * deed.tolerance) // 1_000
        arguments = call.arguments | {"limit_price": limit, "allow_partial": False}
        return core(f"{call.function}_limit", **arguments)

    def _told(self, deed: Deed) -> str:
        name, on = SUBNETS[deed.subnet].name, NAMES[deed.validator]
        verb, unit = VERBS[deed.kind], "α"
        if deed.kind.startswith("buy"):
            unit = "TAO"
        line = f"{deed.who} {verb} {tao(deed.amount)} {unit} of {name} on {on}"
        if deed.kind == "move":
            line += f" to {NAMES[deed.to]}"
        elif deed.kind == "swap":
            line += f" for {SUBNETS[deed.to].name}"
        elif deed.kind == "give":
            line += f" to {deed.to}"
        elif deed.kind.endswith("limit"):
            line += f", within {deed.tolerance / 10:g} % of the price"
        return line


def ours(members: Members) -> list[int]:
    """The uids of miners that the demo has the secrets of."""
    return [uid for uid, name in members.miners.items() if name.startswith("//Demo//")]


def told(transaction: Transaction, account: str) -> Transaction:
    return Transaction(transaction.signer, transaction.calls, f"{account} {transaction.why}")


def tao(rao: int) -> str:
    return f"{rao / TAO:.2f}"
