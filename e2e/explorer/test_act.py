"""What is sent from the explorer arrives on the chain."""

import bittensor
import pytest
from support.chain import Chain
from support.keys import RAO, cold, wallet
from support.node import Node

from .browser import Browser

ALICE, BOB = wallet("//Alice"), wallet("//Bob")


@pytest.fixture(scope="module")
def node(binary, tmp_path_factory):
    """A chain that goes on."""
    with Node(binary, tmp_path_factory.mktemp("node")) as running:
        yield running


@pytest.fixture(scope="module")
def chain(node):
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as client:
        yield Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module")
def browser(site, node):
    with Browser(site.url, node.url) as leading:
        yield leading


def fill(browser, **fields: str) -> None:
    for field, value in fields.items():
        browser.do("fill", f"#act-{field}", value)


def test_a_transfer_arrives(browser, chain):
    before, nonce = chain.free(cold(BOB)), chain.nonce(cold(ALICE))
    browser.visit("/act")
    fill(browser, to=cold(BOB), amount="12.5")
    browser.wait("document.querySelector('[data-testid=act-fee]').textContent.startsWith('Fee:')")
    browser.do("click", "[data-testid=act-send]")
    browser.wait("document.querySelector('[data-testid=act-block]') !== null")
    assert "succeeded" in browser.evaluate("document.querySelector('[data-testid=act-result]').textContent")
    assert chain.free(cold(BOB)) - before == 12_500_000_000
    assert chain.nonce(cold(ALICE)) == nonce + 1
    browser.shoot("act-sent-light")
    assert browser.complaints() == []


def test_what_happened_is_in_the_block_it_leads_to(browser):
    browser.do("click", "[data-testid=act-block]")
    browser.wait("location.hash.startsWith('#/block/0x') && shown.terms()['State root'] !== undefined")
    assert "Balances.transfer_keep_alive" in browser.evaluate("shown.cards()")
    assert browser.complaints() == []


def test_what_the_chain_refuses_is_told(browser, chain):
    """More than Dave has."""
    before = chain.free(cold(BOB))
    browser.visit("/act")
    browser.do("selectOption", "[data-testid=act-account]", "//Dave")
    fill(browser, to=cold(BOB), amount="5000")
    browser.do("click", "[data-testid=act-send]")
    browser.wait("document.querySelector('[data-testid=act-failure]') !== null")
    assert chain.free(cold(BOB)) == before
    assert chain.free(cold(wallet("//Dave"))) <= 2_000 * RAO


def test_nothing_is_sent_that_is_not_filled_in(browser, chain):
    nonce = chain.nonce(cold(ALICE))
    browser.visit("/act")
    fill(browser, to="nobody", amount="a lot")
    browser.do("click", "[data-testid=act-send]")
    browser.wait("document.querySelectorAll('[aria-invalid=true]').length === 2")
    assert chain.nonce(cold(ALICE)) == nonce
    assert browser.complaints() == []
