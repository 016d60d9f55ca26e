"""Figures of subnets, computed of storage."""

from __future__ import annotations

from decimal import Decimal


def emission_share(chain, netuid: int, netuids: tuple[int, ...]) -> Decimal:
    """The share of a subnet in the TAO that the last block gave to subnets."""

    def given(each: int) -> int:
        return int(chain.get("SubnetTaoInEmission", each)) + int(chain.get("SubnetExcessTao", each))

    total = sum(given(each) for each in netuids)
    return Decimal(given(netuid)) / total if total else Decimal(0)
