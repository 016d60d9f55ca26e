"""A fund at one block, worked out from what is stored item by item."""

from __future__ import annotations

import re

from bittensor.sp_core import ss58_encode
from support.chain import Chain
from support.keys import RAO, cold, hot, wallet

BOB, DAVE = wallet("//Bob", "//Bob//validator"), wallet("//Dave")
# Stakes on root, and claims with btcli; the client here would not see that its nonce grew.
STAKER = wallet("//Charlie", "//Charlie//owner")
ESCROW = ss58_encode((b"modlsubtensr" + b"beta/esc").ljust(32, b"\0"), 42)
SUBNETS = (2, 3)
API = "BetaBasketRuntimeApi"


def bits(value) -> int:
    """What is stored of a fixed-point number."""
    return int(value["bits"] if isinstance(value, dict) else value or 0)


def near(amount, expected: float) -> bool:
    """Equal but for the rounding of floating point and of a rao for each holding."""
    return abs(int(amount) - expected) <= 4 + expected * 1e-6


def rao(shown) -> int:
    """What btcli shows of an amount, to the rao: its text, with or without a symbol, or a number."""
    if isinstance(shown, str):
        whole, _, fraction = re.sub(r"[^\d.]", "", shown).partition(".")
        return int(whole) * RAO + int(fraction.ljust(9, "0"))
    return round(shown * RAO)


def runtime(chain: Chain, method: str, *arguments, at=None):
    return chain.client.runtime((API, method), list(arguments), block=at)


class State:
    """The fund of a hotkey, Bob's unless told otherwise."""

    def __init__(self, chain: Chain, block: int, hotkey: str = hot(BOB)):
        self.chain, self.at, self.hotkey = chain, block, hotkey
        self.shares = int(chain.get("BasketShares", hotkey, at=block) or 0)
        self.held = {n: a for n in (0, *SUBNETS) if (a := chain.stake(ESCROW, hotkey, n, block))}

    def pool(self, netuid: int) -> tuple[int, int, float]:
        """Reserves, and the weight of alpha over that of TAO."""
        tao = int(self.chain.get("SubnetTAO", netuid, at=self.at))
        alpha = int(self.chain.get("SubnetAlphaIn", netuid, at=self.at))
        balancer = self.chain.client.query(("Swap", "SwapBalancer"), [netuid], block=self.at)
        quote = int(balancer["quote"]) / 10**18
        return tao, alpha, (1 - quote) / quote

    def price(self, netuid: int) -> float:
        if netuid == 0:
            return 1
        tao, alpha, ratio = self.pool(netuid)
        return tao / alpha * ratio

    def spot(self, netuid: int) -> float:
        return self.held[netuid] * self.price(netuid)

    def sale(self, netuid: int) -> float:
        """What the pool pays for all of it, without a fee."""
        if netuid == 0:
            return self.held[0]
        tao, alpha, ratio = self.pool(netuid)
        return tao * (1 - (alpha / (alpha + self.held[netuid])) ** ratio)

    @property
    def nav(self) -> float:
        return sum(self.sale(netuid) for netuid in self.held)

    @property
    def spot_nav(self) -> float:
        return sum(self.spot(netuid) for netuid in self.held)

    def owed(self, who) -> int:
        """Shares."""
        rate = bits(self.chain.get("BasketRate", self.hotkey, at=self.at))
        claimed = int(self.chain.get("BasketClaimed", self.hotkey, cold(who), at=self.at) or 0)
        return max(0, (rate * self.staked(who) >> 32) - claimed)

    def staked(self, who) -> int:
        """On root, rao."""
        return self.chain.stake(cold(who), self.hotkey, 0, self.at)

    def worth(self, who) -> float:
        """What its shares are worth, rao."""
        return self.owed(who) * self.nav / self.shares if self.shares else 0
