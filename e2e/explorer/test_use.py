"""What people do on the pages: they search, sort, filter, change colours, go elsewhere."""

import pytest

from .read import number


def press(browser, key: str) -> None:
    browser.do("press", "body", key)


def netuids(browser) -> list[int]:
    return [int(number(row["Netuid"]["text"])) for row in browser.rows("Subnets")]


def focus(browser) -> str:
    return browser.evaluate("document.activeElement.textContent.trim()")


def sorted_by(column: int, order: str) -> str:
    """That a table is sorted by a column; the keys of charts have no heads."""
    return f"document.querySelectorAll('thead th')[{column}].getAttribute('aria-sort') === '{order}'"


@pytest.mark.parametrize("typed", ["block 7", "#7", "HASH"])
def test_search_leads_to_a_block(browser, node, typed):
    browser.visit("/subnets")
    found = node.rpc("chain_getBlockHash", [7])
    # The key that leads to the box.
    press(browser, "/")
    browser.wait("document.activeElement.id === 'search'")
    browser.do("fill", "#search", found if typed == "HASH" else typed)
    browser.do("press", "#search", "Enter")
    browser.wait(f"shown.terms().Hash?.text === '{found}'")
    assert browser.complaints() == []


def test_search_says_what_it_takes(browser):
    browser.visit("/subnets")
    browser.do("fill", "#search", "what?")
    browser.do("press", "#search", "Enter")
    browser.wait_for_text("Nothing of that kind")
    assert browser.evaluate("location.hash") == "#/subnets"


def test_tables_are_sorted_by_the_keyboard(browser):
    browser.visit("/subnets")
    assert netuids(browser) == [0, 1, 2, 3, 4]
    browser.do("focus", "thead th button >> nth=0")
    press(browser, "Enter")
    browser.wait(sorted_by(0, "descending"))
    assert netuids(browser) == [4, 3, 2, 1, 0]
    # On to the next heads.
    press(browser, "Tab")
    assert focus(browser) == "Name"
    press(browser, "Tab")
    assert focus(browser) == "Price"
    press(browser, "Space")
    browser.wait(sorted_by(2, "descending"))
    prices = [number(row["Price"]["text"].rstrip("τ")) for row in browser.rows("Subnets")]
    assert prices == sorted(prices, reverse=True)
    press(browser, "Space")
    browser.wait(sorted_by(2, "ascending"))
    prices = [number(row["Price"]["text"].rstrip("τ")) for row in browser.rows("Subnets")]
    assert prices == sorted(prices) and len(set(prices)) > 1


def test_tables_are_filtered_by_words(browser):
    browser.visit("/subnets")
    browser.do("fill", "main input[type=search]", "lexi")
    browser.wait("shown.rows('Subnets').length === 1")
    assert netuids(browser) == [3]
    browser.do("fill", "main input[type=search]", "no such")
    browser.wait_for_text("Nothing matches “no such”.")
    assert netuids(browser) == []


def test_colours_are_those_that_were_chosen_last(browser):
    browser.visit("/", "dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    dark = browser.evaluate(colour)
    browser.do("click", "role=button[name='Use light colours']")
    browser.wait(f"{colour} !== '{dark}'")
    light = browser.evaluate(colour)
    browser.do("reload")
    browser.wait("shown.settled()")
    assert browser.evaluate(colour) == light
    assert browser.evaluate("document.documentElement.dataset.theme") == "light"


def test_keyboards_and_screen_readers_get_past_the_navigation(browser):
    browser.visit("/subnets")
    press(browser, "Tab")
    assert focus(browser) == "Skip to content"
    press(browser, "Enter")
    assert browser.evaluate("document.activeElement.id") == "main"


def test_what_is_charted_is_chosen_in_the_table(browser):
    browser.visit("/subnets")
    box = "button[aria-label='Chart subnet 3']"
    pressed = f"document.querySelector(\"{box}\").getAttribute('aria-pressed')"
    assert browser.evaluate(pressed) == "true"
    browser.do("click", box)
    browser.wait(f"{pressed} === 'false'")
    assert browser.complaints() == []
