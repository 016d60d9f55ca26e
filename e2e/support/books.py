"""The books at one block, read item by item from chain state.

Everything here is a stored amount; nothing is computed by the node for the
reader. The checks that use it add these amounts up and must come out even.
"""

from __future__ import annotations

from dataclasses import dataclass

from bittensor import storage

from .chain import Chain

ACCOUNT_OF_SUBNET = ("SubnetInfoRuntimeApi", "get_subnet_account_id")
PENDING = ("PendingServerEmission", "PendingValidatorEmission", "PendingRootAlphaDivs", "PendingOwnerCut")


@dataclass(frozen=True)
class Books:
    """Amounts in rao (of alpha, unless a name says TAO)."""

    alpha_in: int
    alpha_out: int
    alpha_out_emission: int
    pending: dict[str, int]
    stakes: dict[str, int]  # hotkey -> TotalHotkeyAlpha
    staked: int
    protocol: int
    queued: int  # root dividends that no fund has taken in
    issued: int
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
        alpha_in=amount("SubnetAlphaIn"),
        alpha_out=amount("SubnetAlphaOut"),
        alpha_out_emission=amount("SubnetAlphaOutEmission"),
        pending={name: amount(name) for name in PENDING},
        stakes=chain.hotkey_stake(netuid, block),
        staked=amount("TotalAlphaStaked"),
        protocol=amount("SubnetProtocolAlpha"),
        queued=sum(
            int(alpha) for (_, on), alpha in chain.rows("PendingBasketDeposits", at=block) if int(on) == netuid
        ),
        issued=assets("TotalAlphaIssuance"),
        burned=assets("AlphaBurned"),
        recycled=assets("AlphaRecycled"),
        tao=amount("SubnetTAO"),
        tao_in=amount("SubnetTaoInEmission"),
        excess_tao=amount("SubnetExcessTao"),
        issuance=int(chain.get("TotalIssuance", at=block)),
        currency_issuance=int(chain.client.query(storage.Balances.TotalIssuance, block=block)),
    )


def check_books(chain: Chain, block: int) -> None:
    """The equalities of conservation at one block, over every subnet, to the rao."""
    pools = {int(netuid): int(tao) for netuid, tao in chain.rows("SubnetTAO", at=block)}
    assert sum(pools.values()) == int(chain.get("TotalStake", at=block))
    accounts = chain.client.query_map(storage.System.Account, block=block)
    held = {address: int(a["data"]["free"]) + int(a["data"]["reserved"]) for address, a in accounts}
    assert sum(held.values()) == int(chain.get("TotalIssuance", at=block))
    assert sum(held.values()) == int(chain.client.query(storage.Balances.TotalIssuance, block=block))
    for netuid, tao in pools.items():
        account = chain.client.runtime(ACCOUNT_OF_SUBNET, [netuid], block=block)
        kept = int(chain.client.query(("Swap", "BalancerTaoReservoir"), [netuid], block=block) or 0)
        assert held[account] >= tao + kept, f"the pool of subnet {netuid} is not backed"
        books = read_books(chain, netuid, block)
        assert books.staked == books.stake_sum
        if netuid == 0:
            assert books.stake_sum == tao  # root holds TAO one to one
            continue
        assert books.alpha_in + books.alpha_out == books.issued, books
        known = books.pending_sum + books.protocol + books.queued + books.burned
        assert books.alpha_out == books.stake_sum + known, books
