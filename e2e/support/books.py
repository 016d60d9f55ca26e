"""The books of one subnet at one block, read item by item from chain state.

Everything here is a stored amount; nothing is computed by the node for the
reader. The checks that use it add these amounts up and must come out even.
"""

from __future__ import annotations

from dataclasses import dataclass

from bittensor import storage

from .chain import Chain

PENDING = ("PendingServerEmission", "PendingValidatorEmission", "PendingRootAlphaDivs", "PendingOwnerCut")


@dataclass(frozen=True)
class Books:
    """Amounts in rao (of alpha, unless a name says TAO)."""

    alpha_out: int
    alpha_out_emission: int
    pending: dict[str, int]
    stakes: dict[str, int]  # hotkey -> TotalHotkeyAlpha
    protocol: int
    burned: int
    recycled: int
    tao: int
    tao_in: int
    excess_tao: int
    issuance: int
    currency_issuance: int

    @property
    def pending_sum(self) -> int:
        return sum(self.pending.values())

    @property
    def stake_sum(self) -> int:
        return sum(self.stakes.values())


def read_books(chain: Chain, netuid: int, block: int) -> Books:
    def amount(name: str) -> int:
        return int(chain.get(name, netuid, at=block) or 0)

    def assets(name: str) -> int:
        return int(chain.client.query(("AlphaAssets", name), [netuid], block=block) or 0)

    return Books(
        alpha_out=amount("SubnetAlphaOut"),
        alpha_out_emission=amount("SubnetAlphaOutEmission"),
        pending={name: amount(name) for name in PENDING},
        stakes=chain.hotkey_stake(netuid, block),
        protocol=amount("SubnetProtocolAlpha"),
        burned=assets("AlphaBurned"),
        recycled=assets("AlphaRecycled"),
        tao=amount("SubnetTAO"),
        tao_in=amount("SubnetTaoInEmission"),
        excess_tao=amount("SubnetExcessTao"),
        issuance=int(chain.get("TotalIssuance", at=block)),
        currency_issuance=int(chain.client.query(storage.Balances.TotalIssuance, block=block)),
    )
