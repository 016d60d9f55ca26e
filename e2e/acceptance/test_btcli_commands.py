"""Every command of btcli: none fails that this chain has the feature for.

What the commands that change the chain did is checked by the tests that the tables name.
"""

import json

import pytest
from bittensor.intents import REGISTRY
from bittensor.reads import REGISTRY as READ_REGISTRY
from support.population import NOMINATORS

from .commands import (
    EXECUTED_ELSEWHERE,
    EXECUTED_HERE,
    GENERATED,
    LATER,
    LOCAL,
    OUTSIDE,
    READS,
    commands,
)
from .evidence import exists

@pytest.fixture(scope="module", autouse=True)
def wallet(btcli, population):
    """A wallet that has no secrets, for the commands that want one."""
    public = NOMINATORS[0].coldkey
    of = ("--ss58", public.ss58_address, "--public-key", "0x" + bytes(public.public_key).hex())
    btcli("wallet", "regen-coldkeypub", *of, wallet="crowd")


def test_every_command_is_in_the_tables():
    shown = [each for each in commands() if each.split()[0] not in GENERATED]
    tables = (READS, EXECUTED_ELSEWHERE, EXECUTED_HERE, LATER, OUTSIDE, LOCAL)
    assert set(shown) == set().union(*tables)
    assert len(shown) == sum(map(len, tables)), "in two tables"
    # Reads and changes that work, of all that need the chain.
    works = len(READS) + len(EXECUTED_ELSEWHERE) + len(EXECUTED_HERE)
    assert (works, works + len(LATER)) == (86, 101)


def test_the_generated_commands_are_the_registered_operations_and_reads():
    for group, registry in (("tx", REGISTRY), ("query", READ_REGISTRY)):
        shown = {each.split()[1] for each in commands() if each.split()[0] == group}
        assert shown == {name.replace("_", "-") for name in registry}


def test_the_tests_that_run_them_exist():
    assert not [test for test in EXECUTED_ELSEWHERE.values() if not exists(test)]


@pytest.mark.parametrize("command", READS)
def test_a_command_that_reads(btcli, command):
    arguments, shown = READS[command]
    answer = btcli(*command.split(), *arguments, wallet="crowd")
    assert shown in json.dumps(answer, ensure_ascii=False), answer


@pytest.mark.parametrize("command", LATER)
def test_a_command_that_needs_a_later_feature(btcli, command):
    arguments, said = LATER[command]
    answer = btcli(*command.split(), *arguments, wallet="crowd", fails=True)
    assert said in json.dumps(answer, ensure_ascii=False), answer
