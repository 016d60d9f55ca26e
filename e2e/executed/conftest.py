"""One populated chain for all tests of this folder, which leave it changed."""

from __future__ import annotations

import pytest
from bittensor import calls
from support.folder import btcli, chain, client, node  # noqa: F401
from support.keys import RAO, cold, wallet
from support.population import SUCCESSOR, Population, populate


@pytest.fixture(scope="package", autouse=True)
def population(node, chain) -> Population:
    made = populate(node, chain)
    # Those who take part for the first time.
    pay = calls.Balances.transfer_keep_alive(dest=cold(SUCCESSOR), value=100 * RAO)
    chain.submit(pay, wallet("//Alice"))
    return made
