"""What users do on a chain while its blocks are made: nothing, a little, or as much as goes in."""

from __future__ import annotations

from plan import TAO, Size
from root import Root
from support.keys import key
from support.raw import Sender, send_all

# Blocks of a round, and where in it the little and the much begin.
ROUND, SOME, MUCH = 1_000, 500, 900
# Who pays, and how many transactions of each may wait for a block.
PAYERS = ("//Alice", "//Bob", "//Charlie")
WAITING = 100
# Transfers and purchases of stake that come with a block that has some.
LITTLE = 5


class Payer:
    """An account that pays without looking, as long as blocks take it."""

    def __init__(self, node, uri: str):
        self.sender = Sender(node, uri)
        self.next = self.sender.nonce()

    def pay(self, root: Root, calls: list[bytes], most: int) -> None:
        """Sends the calls in turns, until so many transactions wait."""
        done = root.get("Account", self.sender.address, pallet="System")["nonce"]
        # What was dropped is not waited for.
        if self.next - done > 2 * most:
            self.next = done
        wanted = max(0, done + most - self.next)
        send_all(
            root.node,
            [self.sender.sign(calls[number % len(calls)], self.next + number) for number in range(wanted)],
        )
        self.next += wanted


class Traffic:
    """The users of a chain made by scripts/populate."""

    def __init__(self, root: Root, size: Size):
        self.root = root
        self.payers = [Payer(root.node, uri) for uri in PAYERS]
        dest = key("//Dave").ss58_address
        self.transfer = root.call("Balances", "transfer_keep_alive", dest=dest, value=1_000)
        self.stakes = [
            root.call(
                "SubtensorModule", "add_stake", hotkey=size.hotkey(netuid, 1), netuid=netuid, amount_staked=TAO // 100
            )
            for netuid in size.netuids
        ]

    def at(self, number: int) -> None:
        """What comes after a block of that number."""
        place = number % ROUND
        if place < SOME:
            return
        for turn, payer in enumerate(self.payers):
            if place >= MUCH:
                payer.pay(self.root, [self.transfer], WAITING)
            else:
                stake = self.stakes[(number + turn) % len(self.stakes)]
                payer.pay(self.root, [self.transfer, stake], LITTLE)
