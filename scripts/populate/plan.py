"""What a populated chain has: how much, and whose.

A validator has the same keys on all subnets, as most have on the public network; the keys of a
miner are on one. Nobody has the secrets of any of them, nor are they needed: root makes the calls.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from bittensor_core import ss58_encode

TAO = 1_000_000_000
# Blocks between two epochs, over which the epochs of all subnets are spread.
TEMPO = 360


@dataclass(frozen=True)
class Size:
    """How much of everything there is. Uid 0 of a subnet is its owner's, the next ones validate."""

    subnets: int
    uids: int
    validators: int

    def __post_init__(self):
        if not (1 <= self.subnets <= 128 and 3 <= self.uids <= 256):
            raise ValueError("a chain has 1 to 128 subnets of 3 to 256 uids")
        if not 2 <= self.validators < self.uids or self.validators > 64:
            raise ValueError("2 to 64 uids validate, and fewer than there are besides the owner's")

    @property
    def netuids(self) -> range:
        return range(1, self.subnets + 1)

    @property
    def validating(self) -> range:
        return range(1, self.validators + 1)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Netuid and uid of everybody but the owners."""
        return [(netuid, uid) for netuid in self.netuids for uid in range(1, self.uids)]

    @property
    def seats(self) -> list[tuple[int, int]]:
        """Netuid and uid of every validator."""
        return [(netuid, uid) for netuid in self.netuids for uid in self.validating]

    def coldkey(self, netuid: int, uid: int) -> str:
        return account("cold", uid) if uid in self.validating else account("cold", netuid, uid)

    def hotkey(self, netuid: int, uid: int) -> str:
        return account("hot", uid) if uid in self.validating else account("hot", netuid, uid)


def account_id(*name) -> bytes:
    """An account that nobody has the secret of, the same in every run."""
    return hashlib.blake2b(repr(name).encode(), digest_size=32).digest()


def account(*name) -> str:
    return ss58_encode(account_id(*name), 42)


def alpha_stake(uid: int) -> int:
    """What a validator stakes on each subnet, in rao of TAO; all differ a little."""
    return 2 * TAO + uid * TAO // 50


def root_stake(uid: int) -> int:
    """What a validator stakes on root, in rao."""
    return 100 * TAO + uid * TAO


def weights(netuid: int, uid: int, uids: int) -> list[int]:
    """The row of a validator: everybody gets some, and validators roughly agree."""
    noise = hashlib.shake_128(repr((netuid, uid)).encode()).digest(2 * uids)
    return [
        1_000 + target * 7_919 % 40_000 + int.from_bytes(noise[2 * target : 2 * target + 2], "little") % 8_000
        for target in range(uids)
    ]
