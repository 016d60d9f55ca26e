"""Crowdloans, by commands: one is met and pays out, another comes to nothing and gives all back."""

import pytest
from support.keys import RAO, cold

from .client import Command
from .people import WHO
from .places import covers

OPENED = "crowd create --deposit 10 --min-contribution 1 --cap 20 --duration 5000 --fundraising"


@pytest.fixture(scope="module")
def loans(older, chain) -> tuple[int, int]:
    """One for the account of the heir, and one that will lease a subnet."""
    first = int(chain.client.query(("Crowdloan", "NextCrowdloanId"), []) or 0)
    [paying] = older(Command(f"{OPENED} --target-address {cold(WHO['heir'])}", "principal"))
    lease = OPENED.replace("--fundraising", "--subnet-lease --emissions-share 25")
    [leasing] = older(Command(f"{lease} --lease-end-block 100000", "principal"))
    assert paying.done["data"]["type"] == "fundraising" and leasing.done["data"]["type"] == "subnet"
    return first, first + 1


def loan(chain, number: int):
    return chain.client.query(("Crowdloan", "Crowdloans"), [number])


def given(chain, number: int, who: str) -> int:
    found = chain.client.query(("Crowdloan", "Contributions"), [number, cold(WHO[who])])
    return int(found or 0)


@covers("crowd create", "crowd contribute", "crowd finalize")
def test_a_loan_that_is_met_pays_its_target(older, chain, loans):
    number, _ = loans
    stored = loan(chain, number)
    assert stored["creator"] == cold(WHO["principal"]) and stored["call"] is None
    assert (int(stored["deposit"]), int(stored["cap"])) == (10 * RAO, 20 * RAO)
    [joined] = older(Command(f"crowd contribute --id {number} --amount 12", "lender"))
    # There is room for ten.
    assert joined.done and given(chain, number, "lender") == 10 * RAO
    before = chain.free(cold(WHO["heir"]))
    [paid] = older(Command(f"crowd finalize --id {number}", "principal"))
    assert paid.done and loan(chain, number)["finalized"] is True
    assert chain.free(cold(WHO["heir"])) - before == 20 * RAO


@covers("crowd withdraw", "crowd update", "crowd refund", "crowd dissolve")
def test_a_loan_that_comes_to_nothing_gives_all_back(older, chain, loans):
    _, number = loans
    assert loan(chain, number)["call"] is not None
    older(
        Command(f"crowd contribute --id {number} --amount 2", "lender"),
        Command(f"crowd contribute --id {number} --amount 3", "miner"),
    )
    assert [given(chain, number, who) for who in ("lender", "miner")] == [2 * RAO, 3 * RAO]
    [left] = older(Command(f"crowd withdraw --id {number}", "lender"))
    assert left.done and given(chain, number, "lender") == 0
    for words, field, value in (
        ("--cap 18", "cap", 18 * RAO), ("--min-contribution 2", "min_contribution", 2 * RAO),
        (f"--end {chain.client.block + 3_000}", "end", None),
    ):
        before = int(loan(chain, number)[field])
        [changed] = older(Command(f"crowd update --id {number} {words}", "principal"))
        now = int(loan(chain, number)[field])
        assert changed.done and now != before and value in (None, now)
    before = chain.free(cold(WHO["miner"]))
    [refunded] = older(Command(f"crowd refund --id {number}", "principal"))
    assert refunded.done and chain.free(cold(WHO["miner"])) - before == 3 * RAO
    [ended] = older(Command(f"crowd dissolve --id {number}", "principal"))
    assert ended.done and loan(chain, number) is None
