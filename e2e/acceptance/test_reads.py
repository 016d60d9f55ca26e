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


def given(one: Case, world: World) -> dict:
    """The parameters of a case, with those that only the chain knows."""
    return {
        name: value(world) if callable(value) else value
        for name, value in one.parameters.items()
    }


def of_cases(name: str) -> list:
    return [pytest.param(name, one, id=f"{name}-{i}") for i, one in enumerate(CASES.get(name, []))]


def test_every_read_is_known():
    assert set(REGISTRY) == set(CASES)
    assert len(REGISTRY) == READS


@pytest.mark.parametrize(
    ("name", "one"), [parameters for name in sorted(REGISTRY) for parameters in of_cases(name)]
)
def test_a_read_answers_what_is_stored(world, view, name, one):
    parameters = given(one, world)
    assert set(parameters) <= set(REGISTRY[name].params)
    answer = timely(view.read, name, **parameters)
    assert plain(answer) == one.expected(world, **parameters)


def test_the_population_is_there(world):
    """What the cases look at is not nothing."""
    assert sum(world.get("SubnetworkN", netuid) for netuid in (2, 3, 4)) == 40
    for name in (
        "Bonds", "Weights", "AlphaV2", "ChildKeys", "PendingChildKeys", "IdentitiesV2", "Axons",
        "Prometheus", "Lock", "HotkeyLock", "DecayingHotkeyLock", "MinerCollateral", "BasketShares",
        "ChildkeyThresholdSuspended", "TimelockedWeightCommits", "ColdkeySwapDisputes",
        "AutoStakeDestination", "Proxy.Proxies", "Multisig.Multisigs", "Commitments.CommitmentOf",
        "Commitments.RevealedCommitments", "Crowdloan.Contributions", "SubnetLeaseShares",
    ):
        assert world.rows(name), f"nobody has {name}"
