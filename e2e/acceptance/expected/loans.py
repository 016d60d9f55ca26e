"""Crowdloans, and subnets that they lease."""

from __future__ import annotations

from support.population import LEASE, LEASE_LOAN, OPEN_LOAN

from ..world import MISSING, World, tao
from .case import case


@case("crowdloan", crowdloan_id=OPEN_LOAN)
@case("crowdloan", crowdloan_id=LEASE_LOAN)
@case("crowdloan", crowdloan_id=MISSING)
def crowdloan(world: World, crowdloan_id: int):
    row = world.get("Crowdloan.Crowdloans", crowdloan_id)
    if row is None:
        return None
    return {
        **{name: tao(row[name]) for name in ("deposit", "min_contribution", "cap", "raised")},
        **{name: row[name] for name in ("creator", "end", "target_address", "funds_account", "finalized")},
    }


@case("crowdloans")
def crowdloans(world: World):
    return [
        {
            "id": number,
            "creator": row["creator"],
            "raised_tao": row["raised"] / 10**9,
            "cap_tao": row["cap"] / 10**9,
            "finalized": row["finalized"],
        }
        for number, row in sorted(world.rows("Crowdloan.Crowdloans").items())
    ]


@case("crowdloan_contributors", crowdloan_id=OPEN_LOAN)
@case("crowdloan_contributors", crowdloan_id=LEASE_LOAN)
@case("crowdloan_contributors", crowdloan_id=MISSING)
def crowdloan_contributors(world: World, crowdloan_id: int):
    rows = world.rows("Crowdloan.Contributions", crowdloan_id)
    return [{"contributor": who, "amount_tao": amount / 10**9} for who, amount in rows.items()]


def shown(number: int, row: dict) -> dict:
    return {"lease_id": number, **row, "cost": tao(row["cost"])}


@case("lease", lease_id=LEASE)
@case("lease", lease_id=MISSING)
def lease(world: World, lease_id: int):
    row = world.get("SubnetLeases", lease_id)
    return row and shown(lease_id, row)


@case("leases")
def leases(world: World):
    return [shown(number, row) for number, row in world.rows("SubnetLeases").items()]
