"""Two quiet subnets for exact tests of staking.

They trade but were never started, so nothing is emitted to them and their pools
move by trades alone: what a quote says just before a block is what a call in
that block does, to the rao.
"""

from __future__ import annotations

import bittensor
from bittensor import calls

from .chain import Chain
from .keys import RAO, DevWallet, cold, hot, wallet

OWNER = wallet("//Bob", "//Bob//owner")
VALIDATOR = wallet("//Charlie", "//Charlie//validator")
OTHER = wallet("//Dave", "//Dave//validator")
# The first two subnets made on a development chain. The first costs the least
# lock cost, the second about twice as much, and it all goes into the pool.
FIRST, SECOND = 2, 3
LEAST_LOCK_COST = 10_000 * RAO
# Alice's purchase on the second one, so that the two prices differ.
HEAD_START = 8_000 * RAO
STAKER_BALANCE = 1_000 * RAO
STAKERS = 80


class Market:
    """Opens the subnets and funds the stakers; each test takes fresh ones."""

    def __init__(self, chain: Chain):
        self.chain = chain
        self._stakers = iter([wallet(f"//Staker{index}") for index in range(STAKERS)])
        self._open()
        self._fund()

    def staker(self) -> DevWallet:
        """Someone with 1000 TAO and no stake."""
        return next(self._stakers)

    def holder(self, netuid: int, tao: int, on: DevWallet = VALIDATOR) -> DevWallet:
        """Someone who has staked whole TAO on a validator's hotkey."""
        who = self.staker()
        self.buy(who, netuid, tao, on)
        return who

    def buy(self, who: DevWallet, netuid: int, tao: int, on: DevWallet = VALIDATOR):
        call = calls.SubtensorModule.add_stake(hotkey=hot(on), netuid=netuid, amount_staked=tao * RAO)
        return self.chain.submit(call, who)

    def held(self, who: DevWallet, netuid: int, on: DevWallet = VALIDATOR) -> int:
        return self.chain.stake(cold(who), hot(on), netuid)

    def price(self, netuid: int, at: int | None = None) -> int:
        """Rao per alpha."""
        return int(self.chain.client.at(at).read("alpha_price", netuid=netuid)["price_rao"])

    def _open(self) -> None:
        chain, admin, core = self.chain, calls.AdminUtils, calls.SubtensorModule
        chain.sudo(admin.sudo_set_network_min_lock_cost(lock_cost=LEAST_LOCK_COST))
        chain.batch([core.register_network(hotkey=hot(OWNER))] * 2, OWNER)
        chain.sudo(
            *(admin.sudo_set_subtoken_enabled(netuid=n, subtoken_enabled=True) for n in (FIRST, SECOND))
        )
        for who in (VALIDATOR, OTHER):
            chain.run(bittensor.AssociateHotkey(hotkey_ss58=hot(who)), who)
        self.buy(wallet("//Alice"), SECOND, HEAD_START // RAO)

    def _fund(self) -> None:
        addresses = [cold(wallet(f"//Staker{index}")) for index in range(STAKERS)]
        transfer = calls.Balances.transfer_keep_alive
        self.chain.batch([transfer(dest=a, value=STAKER_BALANCE) for a in addresses], wallet("//Alice"))
