"""All registered reads of the client, by name, against chain state that is read another way.

The names come from the client's own registry, so that one which is not known here is a failure.
Everything is read at one block, of a chain that has something of everything.
"""

from __future__ import annotations

import pytest
from bittensor.reads import REGISTRY
from support.timely import timely

from .expected import CASES, Case, plain
from .world import World

READS = 102
# Reads of what this chain does not have yet, and what the client says then.
NEEDS_A_LATER_FEATURE = {
    "crowdloan": ({"crowdloan_id": 0}, "Crowdloan.Crowdloans"),
    "crowdloans": ({}, "Crowdloan.Crowdloans"),
    "crowdloan_contributors": ({"crowdloan_id": 0}, "Crowdloan.Contributions"),
    "lease": ({"lease_id": 0}, "SubtensorModule.SubnetLeases"),
    "leases": ({}, "SubtensorModule.SubnetLeases"),
}


def given(one: Case, world: World) -> dict:
    """The parameters of a case, with those that only the chain knows."""
    return {
        name: value(world) if callable(value) else value
        for name, value in one.parameters.items()
    }


def of_cases(name: str) -> list:
    return [pytest.param(name, one, id=f"{name}-{i}") for i, one in enumerate(CASES.get(name, []))]


def test_every_read_is_known():
    known = set(CASES) | set(NEEDS_A_LATER_FEATURE)
    assert set(REGISTRY) == known
    assert not set(CASES) & set(NEEDS_A_LATER_FEATURE)
    assert len(REGISTRY) == READS


@pytest.mark.parametrize(
    ("name", "one"), [parameters for name in sorted(REGISTRY) for parameters in of_cases(name)]
)
def test_a_read_answers_what_is_stored(world, view, name, one):
    parameters = given(one, world)
    assert set(parameters) <= set(REGISTRY[name].params)
    answer = timely(view.read, name, **parameters)
    assert plain(answer) == one.expected(world, **parameters)


@pytest.mark.parametrize("name", sorted(set(REGISTRY) & set(NEEDS_A_LATER_FEATURE)))
def test_a_read_of_a_later_feature_says_what_is_missing(view, name):
    parameters, item = NEEDS_A_LATER_FEATURE[name]
    with pytest.raises(Exception, match=f"^storage function {item} not found$") as failure:
        timely(view.read, name, **parameters)
    assert type(failure.value).__name__ == "StorageFunctionNotFound"


def test_the_population_is_there(world):
    """What the cases look at is not nothing."""
    assert sum(world.get("SubnetworkN", netuid) for netuid in (2, 3, 4)) == 40
    for name in (
        "Bonds", "Weights", "AlphaV2", "ChildKeys", "PendingChildKeys", "IdentitiesV2", "Axons",
        "Prometheus", "Lock", "HotkeyLock", "DecayingHotkeyLock", "MinerCollateral", "BasketShares",
        "ChildkeyThresholdSuspended", "TimelockedWeightCommits", "ColdkeySwapDisputes",
        "AutoStakeDestination", "Proxy.Proxies", "Multisig.Multisigs", "Commitments.CommitmentOf",
        "Commitments.RevealedCommitments",
    ):
        assert world.rows(name), f"nobody has {name}"
