"""The pages of accounts, crowdloans and governance, compared with the last block."""

import pytest
from support.keys import cold, hot, wallet

from .read import number, rao

NOMINATOR = wallet("//Demo//nominator//0")
VALIDATOR = wallet("//Demo//validator//0")
ALICE = wallet("//Alice")


def fine(browser, name: str) -> None:
    browser.shoot(name)
    assert browser.complaints() == []
    assert browser.evaluate("shown.overhang()") == 0


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
@pytest.mark.parametrize("uri", ["//Alice", "//Demo//nominator//0", "//Demo//owner//0"])
def test_account_has_its_balances(browser, chain, uri, view):
    address = cold(wallet(uri))
    browser.visit(f"/account/{address}", view)
    shown = browser.terms()
    state = chain.client.query(("System", "Account"), [address])
    assert rao(shown["Free"]) == int(state["data"]["free"])
    assert rao(shown["Reserved"]) == int(state["data"]["reserved"])
    assert rao(shown["Locked, of what is free"]) == int(state["data"]["frozen"])
    assert number(shown["Transactions sent"]["text"]) == int(state["nonce"])
    assert address in browser.text()
    fine(browser, f"account-{uri.replace('/', '')}-{view}")


def test_account_has_the_name_it_gave_itself(browser, chain):
    address = cold(VALIDATOR)
    browser.visit(f"/account/{address}")
    name = bytes.fromhex(text_of(chain.get("IdentitiesV2", address)["name"])).decode()
    assert name
    browser.wait(f"document.querySelector('h1').textContent === {name!r}")
    assert hot(VALIDATOR)[:6] in browser.evaluate(
        "document.querySelector('[data-testid=account-hotkeys]').textContent"
    )


def text_of(value) -> str:
    """The hexadecimal digits of bytes, as the client gives them."""
    if isinstance(value, str):
        return value.removeprefix("0x") if value.startswith("0x") else value.encode().hex()
    return bytes(value).hex()


def test_account_that_nobody_used_is_empty(browser):
    browser.visit(f"/account/{cold(wallet('//Nobody//ever'))}")
    shown = browser.terms()
    assert rao(shown["Free"]) == 0
    assert number(shown["Transactions sent"]["text"]) == 0
    assert browser.complaints() == []


def test_what_is_no_account_is_said_to_be_none(browser):
    browser.open("/account/5Nonsense")
    browser.wait_for_text("5Nonsense is no SS58 address")
    assert browser.complaints() == []


def test_search_leads_to_an_account(browser):
    browser.visit("/subnets")
    browser.do("fill", "#search", cold(ALICE))
    browser.do("press", "#search", "Enter")
    browser.wait(f"location.hash === '#/account/{cold(ALICE)}' && shown.settled()")
    assert rao(browser.terms()["Free"]) > 0


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
def test_crowdloan_is_that_of_the_chain(browser, chain, view):
    last = chain.client.query(("Crowdloan", "NextCrowdloanId"), []) - 1
    loan = chain.client.query(("Crowdloan", "Crowdloans"), [last])
    browser.visit(f"/crowdloans/{last}", view)
    [row] = [r for r in browser.rows("Crowdloans") if r["Number"]["text"].strip() == f"Crowdloan {last}"]
    assert rao(row["Raised"]) == int(loan["raised"])
    assert rao(row["Cap"]) == int(loan["cap"])
    assert number(row["Contributors"]["text"]) == int(loan["contributors_count"])
    assert row["Creator"]["titles"][0] == str(loan["creator"])
    given = {
        str(account): int(amount)
        for account, amount in chain.client.query_map(("Crowdloan", "Contributions"), [last])
    }
    rows = browser.rows(f"Contributions to crowdloan {last}")
    assert {row["Account"]["titles"][0]: rao(row["Gave"]) for row in rows} == given
    assert sum(given.values()) == int(loan["raised"])
    fine(browser, f"crowdloan-{view}")


def test_a_crowdloan_that_is_not_there_is_said_to_be_missing(browser):
    browser.open("/crowdloans/999")
    browser.wait_for_text("There is no crowdloan 999.")
    assert browser.complaints() == []


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
def test_governance_names_the_sudo_key(browser, chain, view):
    browser.visit("/governance", view)
    sudo = str(chain.client.query(("Sudo", "Key"), []))
    assert browser.terms()["Sudo key"]["titles"][0] == sudo
    assert browser.terms()["Runtime upgrade"]["text"] == "none is authorized"
    fine(browser, f"governance-{view}")


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
def test_act_shows_whom_it_acts_for(browser, chain, view):
    browser.visit("/act", view)
    browser.wait("document.querySelector('.who .muted') !== null")
    shown = browser.evaluate("document.querySelector('.who .muted [title]').title")
    assert rao({"titles": [shown]}) == chain.free(cold(ALICE))
    fine(browser, f"act-{view}")
