"""Nodes that come and go."""

import pytest
from support.node import Node, free_port

from .browser import Browser
from .read import number

REFUSED = "ERR_CONNECTION_REFUSED"
HEIGHT = "Number(shown.terms()['Best block'].text.replace(/\\D/g, ''))"


@pytest.fixture(scope="module")
def node(binary, tmp_path_factory):
    """A chain that goes on, and that tests may end."""
    with Node(binary, tmp_path_factory.mktemp("node")) as running:
        yield running


@pytest.fixture(scope="module")
def browser(site, node):
    with Browser(site.url, node.url) as leading:
        yield leading


def test_new_blocks_arrive_by_themselves(browser, node):
    browser.visit("/")
    height = number(browser.terms()["Best block"]["text"])
    browser.wait(f"{HEIGHT} >= {height + 3}")
    assert browser.complaints() == []


def test_a_block_to_come_is_there_when_it_has_come(browser, node):
    coming = node.height() + 400
    browser.open(f"/block/{coming}")
    browser.wait_for_text("There is no block")
    assert "Try again" in browser.text()


def test_an_endpoint_where_nothing_is_is_named(browser):
    nowhere = f"ws://127.0.0.1:{free_port()}"
    browser.open("/", rpc=nowhere)
    browser.wait_for_text(f"{nowhere} cannot be reached.")
    browser.shoot("no-endpoint-light")
    said = browser.complaints()
    assert said and all(REFUSED in line for line in said)


def test_another_endpoint_is_chosen_on_the_page(browser, node):
    browser.open("/", rpc=f"ws://127.0.0.1:{free_port()}")
    browser.wait_for_text("Another endpoint")
    browser.do("click", "role=button[name='Another endpoint']")
    browser.do("fill", "#endpoint", "http://not.this")
    browser.do("click", "role=button[name='Connect']")
    browser.wait_for_text("An endpoint begins with ws:// or wss://")
    browser.do("fill", "#endpoint", node.url)
    browser.do("click", "role=button[name='Connect']")
    browser.wait("shown.settled()")
    assert number(browser.terms()["Best block"]["text"]) >= 1
    assert node.url in browser.evaluate("decodeURIComponent(location.search)")


def test_a_node_that_comes_back_is_found(browser, node):
    browser.visit("/")
    height = number(browser.terms()["Best block"]["text"])
    node.kill()
    browser.wait_for_text(f"The connection to {node.url} was lost.")
    # What was read stays to be seen.
    assert number(browser.terms()["Best block"]["text"]) >= height
    node.start()
    browser.wait(f"!document.body.innerText.includes('was lost') && {HEIGHT} > {height + 1}")
    assert all(REFUSED in line for line in browser.complaints())
