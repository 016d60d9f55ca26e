"""Every page, on a chain that stands still: its values are those of the last block."""

from decimal import Decimal

import pytest

from .read import close, number, rao
from .table import emission_share

NETUIDS = (0, 1, 2, 3, 4)
MAX_SUPPLY = 21_000_000 * 10**9


@pytest.fixture(scope="module", params=["light", "dark", "phone"])
def view(request) -> str:
    return request.param


def header(node, number: int) -> dict:
    return node.rpc("chain_getHeader", [node.rpc("chain_getBlockHash", [number])])


def is_fine(browser, name: str, view: str) -> None:
    """Nothing sticks out at the side, and the browser has nothing to say of it."""
    browser.shoot(f"{name}-{view}")
    assert browser.complaints() == []
    assert browser.evaluate("shown.overhang()") == 0


def test_overview_tells_the_state_of_the_chain(browser, chain, node, view):
    browser.visit("/", view)
    shown, height = browser.terms(), chain.client.block
    assert number(shown["Best block"]["text"]) == height
    # The newest blocks of a chain that stands still do not become final.
    assert number(shown["Finalized"]["text"]) == node.final() < height
    issued, pooled = chain.get("TotalIssuance"), dict(chain.rows("SubnetTAO"))
    assert rao(shown["Emission per block"]) == chain.client.runtime(
        ("SubnetInfoRuntimeApi", "get_block_emission"), []
    )
    assert number(shown["Subnets"]["text"]) == len(NETUIDS) - 1
    assert rao(shown["Subnets"]) == int(node.rpc("subnetInfo_getLockCost"))
    assert rao(shown["TAO in pools"]) == sum(int(v) for n, v in pooled.items() if int(n) != 0)
    assert rao(shown["TAO in pools"], 1) == int(pooled.get(0, 0))
    assert close(shown["Issued"]["text"], Decimal(100 * issued) / MAX_SUPPLY, 3)
    assert rao(shown["Halving 1 at"]) == MAX_SUPPLY // 2
    assert rao(shown["Staked"]) == chain.get("TotalStake")
    is_fine(browser, "overview", view)


def test_overview_lists_the_newest_blocks(browser, chain, node):
    browser.visit("/")
    browser.wait("shown.cards().Blocks.length === 12")
    height, final = chain.client.block, node.final()
    for back, row in enumerate(browser.evaluate("shown.cards().Blocks")):
        assert number(row["text"]) == height - back
        assert node.rpc("chain_getBlockHash", [height - back]) in row["titles"]
        assert ("final" in row["text"]) == (height - back <= final)


def test_subnets_are_those_of_the_chain(browser, chain, view):
    browser.visit("/subnets", view)
    rows = {int(number(row["Netuid"]["text"])): row for row in browser.rows("Subnets")}
    assert sorted(rows) == list(NETUIDS)
    prices = {
        int(each["netuid"]): int(each["price"])
        for each in chain.client.runtime(("SwapRuntimeApi", "current_alpha_price_all"), [])
    }
    symbols = chain.client.read("token_symbols")
    for netuid, row in rows.items():
        assert symbols[netuid] in row["Name"]["text"]
        assert rao(row["Pool"]) == int(chain.get("SubnetTAO", netuid))
        assert row["Owner"]["titles"][0] == str(chain.get("SubnetOwner", netuid))
        size, most = chain.get("SubnetworkN", netuid), chain.get("MaxAllowedUids", netuid)
        assert row["Neurons"]["text"].split(" / ") == [str(size), str(most)]
        if netuid == 0:
            continue
        assert rao(row["Price"]) == prices[netuid]
        assert rao(row["Pool"], 1) == int(chain.get("SubnetAlphaIn", netuid))
        assert rao(row["Registration"]) == int(chain.get("Burn", netuid))
        out = int(chain.get("SubnetAlphaOut", netuid))
        assert rao(row["Market value"]) == out * prices[netuid] // 10**9
        assert close(row["Emission"]["text"], 100 * emission_share(chain, netuid, NETUIDS), 2)
    is_fine(browser, "subnets", view)


def test_subnets_have_their_names(browser, chain):
    browser.visit("/subnets")
    for row in browser.rows("Subnets"):
        netuid = int(number(row["Netuid"]["text"]))
        if netuid >= 2:
            identity = chain.client.read("subnet_identity", netuid=netuid)
            assert identity["subnet_name"] in row["Name"]["text"]


def test_block_is_that_of_the_chain(browser, chain, node, view):
    height = chain.client.block
    browser.visit(f"/block/{height}", view)
    shown, wanted = browser.terms(), header(node, height)
    assert shown["Hash"]["text"] == node.rpc("chain_getBlockHash", [height])
    assert shown["Parent"]["text"] == wanted["parentHash"]
    assert shown["State root"]["text"] == wanted["stateRoot"]
    block = node.rpc("chain_getBlock", [shown["Hash"]["text"]])["block"]
    cards = browser.evaluate("shown.cards()")
    # The last one has the call that left the making of blocks to nobody.
    assert "Sudo.sudo" in cards
    assert len([name for name in cards if "." in name]) == len(block["extrinsics"])
    events = [event for card in cards.values() for event in card]
    assert len(events) == chain.client.query(("System", "EventCount"), [])
    is_fine(browser, "block", view)


def test_block_leads_to_those_beside_it(browser, chain, node):
    height = chain.client.block
    browser.visit(f"/block/{height - 1}")
    browser.do("click", "role=link[name='← Previous']")
    browser.wait(f"shown.settled() && location.hash === '#/block/{height - 2}'")
    before = node.rpc("chain_getBlockHash", [height - 2])
    browser.wait(f"shown.terms().Hash?.text === '{before}'")
    browser.visit(f"/block/{before}")
    assert number(browser.evaluate("document.querySelector('h1').textContent").split(" ", 1)[1]) == height - 2


def test_genesis_has_no_block_before(browser, node):
    browser.visit("/block/0")
    assert browser.terms()["Hash"]["text"] == node.rpc("chain_getBlockHash", [0])
    assert "Previous" not in browser.text()
    assert browser.complaints() == []


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/block/99999999", "There is no block 99\u202f999\u202f999 yet."),
        ("/block/nonsense", "nonsense is no block"),
        ("/nothing/here", "There is no page /nothing/here."),
    ],
)
def test_what_is_not_there_is_said_to_be_missing(browser, path, says):
    browser.open(path)
    browser.wait_for_text(says)
    assert browser.complaints() == []
