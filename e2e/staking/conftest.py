"""One node for all tests of this folder, and a check of the books after each of them."""

from __future__ import annotations

import pytest
from support.books import check_books
from support.chain import Chain
from support.folder import chain, client, node  # noqa: F401
from support.market import Market


@pytest.fixture(scope="package")
def market(chain) -> Market:
    return Market(chain)


@pytest.fixture(scope="package")
def regular(market):
    """Somebody for tests that only need an account or a position they top up themselves."""
    return market.staker()


@pytest.fixture(autouse=True)
def the_books_come_out_even(chain, market):
    yield
    check_books(chain, chain.client.block)
