"""Reads of what is not there or makes no sense: an answer or an error in time, and a node that goes on."""

from __future__ import annotations

import threading

import pytest
from bittensor.reads import REGISTRY
from support.keys import cold
from support.node import RpcError
from support.population import FIRST, NOMINATORS
from support.timely import timely

from .expected import CASES, plain
from .test_reads import given

NOBODY, MOST_16, MOST_64 = "ff" * 32, "ffff", "ff" * 8
# Every method that a read of the client calls, with the largest arguments, as SCALE.
EXTREMES = {
    "DelegateInfoRuntimeApi_get_delegate": NOBODY,
    "DelegateInfoRuntimeApi_get_delegated": NOBODY,
    "NeuronInfoRuntimeApi_get_neurons": MOST_16,
    "NeuronInfoRuntimeApi_get_neurons_lite": MOST_16,
    "NeuronInfoRuntimeApi_get_neuron": MOST_16 * 2,
    "NeuronInfoRuntimeApi_get_neuron_lite": MOST_16 * 2,
    "SubnetInfoRuntimeApi_get_metagraph": MOST_16,
    "SubnetInfoRuntimeApi_get_mechagraph": MOST_16 + "ff",
    "SubnetInfoRuntimeApi_get_next_epoch_start_block": MOST_16,
    "SubnetInfoRuntimeApi_get_subnet_hyperparams_v3": MOST_16,
    "StakeInfoRuntimeApi_get_stake_info_for_coldkey": NOBODY,
    "StakeInfoRuntimeApi_get_stake_info_for_coldkeys": "04" + NOBODY,
    "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid": NOBODY * 2 + MOST_16,
    "StakeInfoRuntimeApi_get_stake_availability_for_coldkeys": "04" + NOBODY + "0104" + MOST_16,
    "StakeInfoRuntimeApi_get_coldkey_lock": NOBODY + MOST_16,
    "StakeInfoRuntimeApi_get_hotkey_conviction": NOBODY + MOST_16,
    "StakeInfoRuntimeApi_get_most_convicted_hotkey_on_subnet": MOST_16,
    "SwapRuntimeApi_current_alpha_price": MOST_16,
    "SwapRuntimeApi_sim_swap_tao_for_alpha": "0200" + MOST_64,
    "SwapRuntimeApi_sim_swap_alpha_for_tao": "0200" + MOST_64,
    "BetaBasketRuntimeApi_get_basket_position": NOBODY * 2,
    "BetaBasketRuntimeApi_get_basket_trading_status": NOBODY,
    "BetaBasketRuntimeApi_get_root_basket_owed": NOBODY,
    "BetaBasketRuntimeApi_get_root_basket_positions": NOBODY,
    "BetaBasketRuntimeApi_get_root_basket_portfolio": NOBODY,
    "BetaBasketRuntimeApi_get_validator_basket": NOBODY,
    "BetaBasketRuntimeApi_get_validator_basket_nav": NOBODY,
    "BetaBasketRuntimeApi_get_validator_basket_summary": NOBODY,
    "BetaBasketRuntimeApi_get_beta_pricing": NOBODY,
    "BetaBasketRuntimeApi_get_all_beta_pricing": "01" + NOBODY + "ffffffff",
}
# The client knows before it asks that these are no arguments.
NONSENSE = [
    ("burn", {"netuid": 70_000}),
    ("burn", {"netuid": -1}),
    ("burn", {"netuid": None}),
    ("metagraph", {"netuid": 70_000}),
    ("weights", {"netuid": FIRST, "mechid": 300}),
    ("balance", {"coldkey_ss58": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQX"}),
    ("stake_for_coldkey", {"coldkey_ss58": ""}),
    ("multisig", {"account_ss58": cold(NOMINATORS[0]), "call_hash": "0x12"}),
    ("quote_stake", {"netuid": FIRST, "amount_tao": -1}),
    ("quote_unstake", {"netuid": FIRST, "amount_alpha": 2**64}),
    ("block_info", {}),
    ("no_such_read", {}),
]


@pytest.mark.parametrize("method", sorted(EXTREMES))
def test_the_largest_arguments_have_an_answer(node, population, method):
    block = node.rpc("chain_getBlockHash", [population.block])
    answer = node.rpc("state_call", [method, "0x" + EXTREMES[method], block])
    assert answer.startswith("0x")
    # The client sends no 0x.
    assert node.rpc("state_call", [method, EXTREMES[method], block]) == answer


@pytest.mark.parametrize("method", sorted(EXTREMES))
def test_arguments_that_end_too_early_are_an_error(node, population, method):
    for arguments in ("0x", "0x" + EXTREMES[method][:-2]):
        with pytest.raises(RpcError):
            node.rpc("state_call", [method, arguments])
    assert int(node.rpc("chain_getHeader")["number"], 16) >= population.block


@pytest.mark.parametrize(("name", "parameters"), NONSENSE)
def test_nonsense_is_an_error_at_once(view, name, parameters):
    with pytest.raises((ValueError, TypeError, OverflowError)):
        timely(view.read, name, **parameters)


def test_a_block_that_is_not_there_is_an_error_or_nothing(client, population):
    assert timely(client.read, "block_info", block=10**6 + population.block) is None
    with pytest.raises(Exception):
        timely(client.at(10**6 + population.block).read, "subnets")


def test_a_name_that_is_missing_does_not_keep_others_waiting(view, world):
    """Several reads of one connection at once, half of them of items that the chain does not have."""
    answers: dict[str, object] = {}

    def ask(name: str, parameters: dict) -> None:
        answers[name] = plain(timely(view.read, name, **parameters))

    def ask_for_missing(pallet: str, item: str) -> None:
        try:
            answers[pallet] = timely(view.query, (pallet, item), [])
        except Exception as error:
            answers[pallet] = error

    missing = {"EVM": "AccountCodes", "Ethereum": "Pending", "Contracts": "Nonce", "Nobody": "Nothing"}
    asked, expected = {}, {}
    for name in ("subnets", "epoch_status", "commitments", "subnet_convictions", "delegate_take"):
        one = CASES[name][0]
        asked[name] = given(one, world)
        expected[name] = one.expected(world, **asked[name])
    threads = [threading.Thread(target=ask, args=pair, daemon=True) for pair in asked.items()]
    threads += [threading.Thread(target=ask_for_missing, args=pair, daemon=True) for pair in missing.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {name: answers[name] for name in expected} == expected
    assert all("not found" in str(answers[pallet]) for pallet in missing)


def test_all_reads_at_once_answer_what_each_answers_alone(view, world):
    answers: dict[str, object] = {}
    firsts = {name: CASES[name][0] for name in sorted(set(REGISTRY) & set(CASES))}

    def ask(name: str, one) -> None:
        answers[name] = plain(timely(view.read, name, **given(one, world)))

    threads = [threading.Thread(target=ask, args=pair, daemon=True) for pair in firsts.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    alone = {name: plain(timely(view.read, name, **given(one, world))) for name, one in firsts.items()}
    assert answers == alone


def test_the_node_goes_on(node, chain, population):
    assert chain.wait_blocks(1) > population.block
