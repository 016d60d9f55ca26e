"""The pages of subnets and of validators, compared with the storage of the last block."""

from decimal import Decimal

import pytest

from .read import close, number, rao
from .table import emission_share

NETUIDS = (0, 1, 2, 3, 4)
TABS = ("metagraph", "incentive", "weights", "bonds", "commits", "hyperparameters")
# Shares are 16 bits wide.
ONE = 65_535


def fine(browser) -> None:
    assert browser.complaints() == []
    assert browser.evaluate("shown.overhang()") == 0


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
def test_subnet_tells_its_figures(browser, chain, view):
    browser.visit("/subnet/2", view)
    shown, identity = browser.terms(), chain.client.read("subnet_identity", netuid=2)
    assert identity["subnet_name"] in browser.evaluate("document.querySelector('h1').textContent")
    price = int(chain.client.runtime(("SwapRuntimeApi", "current_alpha_price"), [2]))
    assert rao(shown["Price"]) == price
    assert close(shown["Emission"]["text"], 100 * emission_share(chain, 2, NETUIDS), 2)
    assert rao(shown["Pool"]) == int(chain.get("SubnetTAO", 2))
    assert rao(shown["Pool"], 1) == int(chain.get("SubnetAlphaIn", 2))
    out = int(chain.get("SubnetAlphaOut", 2))
    assert rao(shown["Market value"]) == out * price // 10**9
    assert rao(shown["Market value"], 1) == out
    assert f"{chain.get('SubnetworkN', 2)} of {chain.get('MaxAllowedUids', 2)} uids" in shown["Registration"]["text"]
    assert f"blocks of {chain.get('Tempo', 2)}" in shown["Next epoch"]["text"]
    assert shown["Owner"]["titles"][0] == str(chain.get("SubnetOwner", 2))
    assert shown["Owner's hotkey"]["titles"][0] == str(chain.get("SubnetOwnerHotkey", 2))
    assert number(shown["Epochs so far"]["text"]) == chain.get("SubnetEpochIndex", 2)
    assert number(shown["As of block"]["text"]) == chain.client.block
    browser.shoot(f"subnet-{view}")
    fine(browser)


@pytest.mark.parametrize("netuid", [2, 3, 4])
def test_metagraph_is_that_of_the_chain(browser, chain, netuid):
    browser.visit(f"/subnet/{netuid}")
    rows = browser.rows(f"Neurons of subnet {netuid}")
    keys = {int(uid): str(key) for uid, key in chain.rows("Keys", netuid)}
    assert [int(row["Uid"]["text"]) for row in rows] == sorted(keys)
    shares = {name: chain.get(name, netuid) for name in ("Incentive", "Dividends", "Consensus")}
    permits, emission = chain.get("ValidatorPermit", netuid), chain.get("Emission", netuid)
    for uid, row in enumerate(rows):
        assert keys[uid] in row["Hotkey"]["titles"]
        assert str(chain.get("Owner", keys[uid])) in row["Coldkey"]["titles"]
        for name, of_all in shares.items():
            assert close(row[name]["text"], Decimal(int(of_all[uid])) / ONE, 4), (uid, name)
        assert rao(row["Emission"]) == int(emission[uid])
        assert ("validator" in row["Permit"]["text"]) == permits[uid]
    assert browser.complaints() == []


def test_neurons_are_chosen_by_their_permit(browser, chain):
    browser.visit("/subnet/3")
    permits = chain.get("ValidatorPermit", 3)
    for kind, wanted in (("validators", True), ("miners", False)):
        browser.do("selectOption", "[data-testid=neuron-kind]", kind)
        count = sum(permit is wanted for permit in permits)
        browser.wait(f"shown.rows('Neurons of subnet 3').length === {count}")
        uids = [int(row["Uid"]["text"]) for row in browser.rows("Neurons of subnet 3")]
        assert uids == [uid for uid, permit in enumerate(permits) if permit is wanted]


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("view", ["light", "phone"])
def test_tabs_have_addresses(browser, tab, view):
    browser.visit(f"/subnet/2?tab={tab}", view)
    chosen = "document.querySelector('[role=tab][aria-selected=true]').id"
    assert browser.evaluate(chosen) == f"tab-{tab}"
    browser.shoot(f"subnet-{tab}-{view}")
    fine(browser)


def test_tabs_are_changed_by_keys(browser):
    browser.visit("/subnet/2")
    browser.do("focus", "#tab-metagraph")
    for tab in (*TABS[1:], TABS[0]):
        browser.do("press", "[role=tab][aria-selected=true]", "ArrowRight")
        browser.wait(f"document.activeElement.id === 'tab-{tab}' && shown.settled()")
    assert browser.complaints() == []


def test_commits_are_those_that_wait(browser, chain):
    browser.visit("/subnet/2?tab=commits")
    rows = browser.rows("Commits on subnet 2")
    waiting = {
        (str(hotkey), str(commit[0]))
        for hotkey, commits in chain.rows("WeightCommits", 2)
        for commit in commits
    }
    assert waiting
    shown = {(row["Hotkey"]["titles"][0], row["Kept secret by"]["titles"][0]) for row in rows}
    assert shown == waiting


def test_hyperparameters_have_the_values_of_the_chain(browser, chain):
    browser.visit("/subnet/2?tab=hyperparameters")
    rows = browser.rows("Hyperparameters of subnet 2")
    shown = {row["Name"]["text"].split()[0]: row["Value"]["text"] for row in rows}
    assert number(shown["tempo"]) == chain.get("Tempo", 2)
    assert number(shown["immunity_period"]) == chain.get("ImmunityPeriod", 2)
    assert number(shown["max_validators"]) == chain.get("MaxAllowedValidators", 2)


def test_a_subnet_that_is_not_there_is_said_to_be_missing(browser):
    for path in ("/subnet/77", "/subnet/what"):
        browser.open(path)
        browser.wait_for_text("This chain has no subnet of that number.")
        assert browser.complaints() == []


def test_search_leads_to_a_subnet(browser):
    browser.visit("/")
    browser.do("fill", "#search", "sn3")
    browser.do("press", "#search", "Enter")
    browser.wait("location.hash === '#/subnet/3' && shown.settled()")
    assert "Lexicon" in browser.evaluate("document.title")


@pytest.mark.parametrize("view", ["light", "dark", "phone"])
def test_validators_are_those_of_the_chain(browser, chain, view):
    browser.visit("/validators", view)
    rows = {row["Validator"]["titles"][0]: row for row in browser.rows("Validators")}
    delegates = {str(each["delegate_ss58"]): each for each in delegates_of(chain)}
    assert set(rows) == set(delegates) and len(rows) >= 12
    assert number(browser.terms()["Delegates"]["text"]) == len(rows)
    roots = {str(key) for _, key in chain.rows("Keys", 0)}
    for hotkey, row in rows.items():
        assert close(row["Take"]["text"], Decimal(100 * chain.get("Delegates", hotkey)) / ONE, 2)
        assert rao(row["On root"]) == int(chain.get("TotalHotkeyAlpha", hotkey, 0))
        assert number(row["Stakers"]["text"]) == len(delegates[hotkey]["nominators"])
        assert ("root" in row["Validator"]["text"].split()[-1]) == (hotkey in roots)
        assert str(chain.get("Owner", hotkey)) in row["Owner"]["titles"]
    browser.shoot(f"validators-{view}")
    fine(browser)


def delegates_of(chain) -> list[dict]:
    return chain.client.runtime(("DelegateInfoRuntimeApi", "get_delegates"), [])
