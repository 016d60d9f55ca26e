"""The `btcli` executable of the same package: its JSON answers against the chain's."""

import pytest
from support.keys import ENDOWED, RAO

ALICE, BOB = ENDOWED["//Alice"][0], ENDOWED["//Bob"][0]
# The well-known secret of //Alice, as the README gives it.
ALICE_SEED = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a"


@pytest.fixture(scope="module", autouse=True)
def alice(btcli):
    assert btcli.add_wallet("alice", ALICE_SEED) == ALICE


def tao(text: str) -> int:
    """Rao of an amount as btcli prints it."""
    whole, _, part = "".join(c for c in str(text) if c.isdigit() or c == ".").partition(".")
    return int(whole) * RAO + int((part + "0" * 9)[:9])


def test_balance(btcli, chain):
    assert tao(btcli("query", "balance", "--coldkey", BOB)) == chain.free(BOB) == 10**15


def test_subnets(btcli):
    assert [s["netuid"] for s in btcli("query", "subnets")] == [0, 1]
    assert {s["netuid"] for s in btcli("subnets", "list")} == {0, 1}


def test_subnet_views_agree_with_the_sdk(btcli, client):
    parameters = btcli("query", "subnet-hyperparameters", "--netuid", "1")
    assert parameters["tempo"] == client.read("subnet_hyperparameters", netuid=1)["tempo"]
    graph = btcli("query", "metagraph", "--netuid", "1")
    assert graph["netuid"] == 1 and len(graph["hotkeys"]) == 1
    neurons = btcli("query", "neurons", "--netuid", "1")
    assert [n["uid"] for n in neurons] == [0]


def test_prices_and_quotes(btcli, client):
    prices = btcli("query", "alpha-prices")
    assert set(prices) == {"0", "1"} or set(prices) == {"1"}
    assert "alpha" in btcli("query", "quote-stake", "--netuid", "1", "--amount-tao", "1")


def test_stakes_of_a_coldkey_without_any(btcli):
    assert btcli("query", "stake-for-coldkey", "--coldkey", BOB) == []


def test_registration_cost_and_block_time(btcli, client):
    assert tao(btcli("query", "subnet-registration-cost")) == client.read("subnet_registration_cost").rao
    assert btcli("query", "block-time") == 0.25
    assert btcli("query", "is-fast-blocks") is True


def test_transfer(btcli, chain):
    before = chain.free(BOB)
    answer = btcli("wallet", "transfer", "--dest", BOB, "--amount", "2.5", wallet="alice")
    assert answer["success"] is True, answer
    assert chain.free(BOB) == before + 2_500_000_000


def test_an_unknown_subnet_is_an_error(btcli):
    answer = btcli("tx", "start-call", "--netuid", "77", wallet="alice", fails=True)
    assert answer.get("success") is False or "error" in answer
