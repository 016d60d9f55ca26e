"""What validators think of miners, epoch by epoch: rows of weights, and what commits to them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from acts import U16_MAX, Transaction, core, hotkey, keypair
from plan import Plan, validator

SALT_LENGTH = 8
# Scores below this part of the best are not worth a weight.
WORTHLESS = 0.08
SETS, COMMITS, REVEALS = "weights set", "weights committed", "weights revealed"


@dataclass(frozen=True)
class Row:
    """Weights that a validator gives in an epoch. The largest is `U16_MAX`."""

    validator: int
    netuid: int
    epoch: int
    uids: tuple[int, ...]
    weights: tuple[int, ...]
    salt: tuple[int, ...]

    @property
    def signer(self) -> str:
        return hotkey(validator(self.validator))

    @property
    def hash(self) -> bytes:
        """What commits to it: a hash of hotkey, subnet, lists and version key, in SCALE."""
        preimage = bytes(keypair(self.signer).public_key) + self.netuid.to_bytes(2, "little")
        preimage += b"".join(map(listed, (self.uids, self.weights, self.salt))) + bytes(8)
        return hashlib.blake2b(preimage, digest_size=32).digest()

    def set(self) -> Transaction:
        call = core(
            "set_weights", netuid=self.netuid, dests=list(self.uids), weights=list(self.weights),
            version_key=0,
        )
        return Transaction(self.signer, (call,), SETS)

    def commit(self) -> Transaction:
        call = core("commit_weights", netuid=self.netuid, commit_hash="0x" + self.hash.hex())
        return Transaction(self.signer, (call,), COMMITS)

    def reveal(self) -> Transaction:
        call = core(
            "reveal_weights", netuid=self.netuid, uids=list(self.uids), values=list(self.weights),
            salt=list(self.salt), version_key=0,
        )
        return Transaction(self.signer, (call,), REVEALS)


def listed(numbers: tuple[int, ...]) -> bytes:
    """Less than 16384 numbers of 16 bits, in SCALE."""
    count = len(numbers) << 2
    head = bytes([count]) if count < 256 else (count | 1).to_bytes(2, "little")
    return head + b"".join(number.to_bytes(2, "little") for number in numbers)


def row(plan: Plan, subnet: int, netuid: int, who: int, epoch: int, miners: dict[int, str]) -> Row:
    """The row of a validator on the miners of a subnet, by uid: their skill, and some noise."""
    roll = plan.dice("row", subnet, who, epoch)
    scores = {
        uid: plan.skill(subnet, account, epoch) ** 2 * roll.uniform(0.88, 1.12)
        for uid, account in sorted(miners.items())
    }
    best = max(scores.values())
    worth = {uid: score / best for uid, score in scores.items() if score >= WORTHLESS * best}
    weights = tuple(round(part * U16_MAX) for part in worth.values())
    salt = tuple(roll.randrange(U16_MAX) for _ in range(SALT_LENGTH))
    return Row(who, netuid, epoch, tuple(worth), weights, salt)
