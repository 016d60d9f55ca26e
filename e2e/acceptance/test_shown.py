"""Every command of btcli: what it shows is what is stored; none fails that has its feature here.

The chain stands still meanwhile, which is why this module is the last of its folder. What commands
that change the chain did is checked by the tests that the tables name.
"""

from __future__ import annotations

import json
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from bittensor.intents import REGISTRY
from bittensor.reads import REGISTRY as READ_REGISTRY

from .commands import (
    EXECUTED_ELSEWHERE,
    EXECUTED_HERE,
    GENERATED,
    LATER,
    LOCAL,
    OUTSIDE,
    commands,
)
from .evidence import exists
from .shown import SHARED, SHOWN, WALLETS, part, tellable, told

# Each starts an interpreter and then waits for the node.
AT_ONCE = 3


@pytest.fixture(scope="module")
def wallets(btcli):
    """Two without secrets, for commands that read, and one with a key of each kind."""
    for name, who in WALLETS.items():
        public = who.coldkey
        of = ("--ss58", public.ss58_address, "--public-key", "0x" + bytes(public.public_key).hex())
        btcli("wallet", "regen-coldkeypub", *of, wallet=name)
    btcli("multisig", "add", "shared", "--threshold", "2", *SHARED)
    btcli.add_wallet("novice", f"0x{'61' * 32}")
    btcli.add_hotkey("novice", f"0x{'62' * 32}")
    btcli.environment["BT_WALLET_PASSWORD"] = "of the key store"
    btcli("evm", "key", "new", wallet="novice")
    (btcli.home / "contract.bin").write_text("0x00")


@pytest.fixture(scope="module")
def answers(btcli, node, still, wallets) -> dict[object, Future]:
    """Of each command that is tried here, by its case or by its name."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = {}
        for case in SHOWN:
            given = case.arguments(node) if callable(case.arguments) else case.arguments
            asked[case] = pool.submit(btcli, *case.command.split(), *given, wallet=case.wallet)
        for command, (words, _) in LATER.items():
            given = [word.format(home=btcli.home) for word in words]
            asked[command] = pool.submit(
                btcli, *command.split(), *given, wallet="novice", fails=True
            )
        return asked


def test_every_command_is_in_the_tables():
    named = [each for each in commands() if each.split()[0] not in GENERATED]
    tables = ({case.command for case in SHOWN}, set(EXECUTED_ELSEWHERE), EXECUTED_HERE, set(LATER))
    assert set(named) == set().union(*tables, OUTSIDE, LOCAL)
    assert len(named) == sum(map(len, (*tables, OUTSIDE, LOCAL))), "in two tables"


def test_the_generated_commands_are_the_registered_operations_and_reads():
    for group, registry in (("tx", REGISTRY), ("query", READ_REGISTRY)):
        named = {each.split()[1] for each in commands() if each.split()[0] == group}
        assert named == {name.replace("_", "-") for name in registry}


def test_the_tests_that_run_them_exist():
    assert not [test for test in EXECUTED_ELSEWHERE.values() if not exists(test)]


@pytest.mark.parametrize("case", SHOWN, ids=lambda case: case.command.replace(" ", "-"))
def test_a_command_shows_what_is_stored(answers, still, case):
    answer, expected = told(answers[case].result()), tellable(case.expected(still))
    assert part(answer, expected) == expected


@pytest.mark.parametrize("command", LATER)
def test_a_command_that_needs_a_later_feature_says_so(answers, command):
    _, said = LATER[command]
    answer = answers[command].result()
    assert said in json.dumps(answer, ensure_ascii=False), answer
