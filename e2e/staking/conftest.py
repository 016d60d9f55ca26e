"""One node for all tests of this folder, and a check of the books after each of them."""

from __future__ import annotations

import bittensor
import pytest
from support.books import check_books
from support.chain import Chain
from support.market import Market
from support.node import Node


@pytest.fixture(scope="package")
def node(binary, tmp_path_factory):
    with Node(binary, tmp_path_factory.mktemp("staking")) as running:
        yield running


@pytest.fixture(scope="package")
def client(node):
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        yield connected


@pytest.fixture(scope="package")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


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
