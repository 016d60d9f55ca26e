"""Every operation that the client registers, planned on a populated chain.

What was executed, and where its effect is checked, is in the tables of `intents.py`.
"""

import pytest
from bittensor.intents import REGISTRY, build

from .evidence import exists
from .intents import EXECUTED_ELSEWHERE, EXECUTED_HERE, LATER, PLANS

# Free for who makes them: the checks of the pool keep out what would fail.
FREE = {
    "pow_register", "commit_weights", "reveal_weights", "set_weights", "reset_axon", "serve_axon",
    "serve_axon_tls", "serve_prometheus", "decrease_take", "increase_take", "set_take",
}
WORKING = sorted(op for op in REGISTRY if op not in LATER)


def test_every_operation_of_the_client_is_in_the_tables():
    assert len(REGISTRY) == 83
    assert set(PLANS) == set(REGISTRY)
    sets = (set(LATER), set(EXECUTED_ELSEWHERE), EXECUTED_HERE)
    assert set().union(*sets) == set(REGISTRY)
    assert sum(map(len, sets)) == 83, "in two tables"


def test_the_tests_that_execute_them_exist():
    assert not [test for test in EXECUTED_ELSEWHERE.values() if not exists(test)]
    assert not exists("core/test_transfer.py::test_of_nothing")


@pytest.mark.parametrize("op", WORKING)
def test_it_can_be_planned(client, population, op):
    who, arguments = PLANS[op]
    intent = build(op, arguments)
    # It survives being written down.
    assert build(op, intent.to_dict()) == intent
    plan = client.plan(intent, who)
    assert plan.ok, plan.violations
    assert plan.effects and (plan.fee.rao == 0) == (op in FREE)
    assert not [warning for warning in plan.warnings if "could not" in warning]
    signer = who.hotkey if plan.signer == "hotkey" else who.coldkey
    assert plan.signer_address == signer.ss58_address


@pytest.mark.parametrize("op", sorted(LATER))
def test_what_needs_a_later_feature_is_refused_before_signing(client, population, op):
    who, arguments = PLANS[op]
    with pytest.raises(ValueError) as refused:
        client.plan(build(op, arguments), who)
    assert str(refused.value) == LATER[op]
