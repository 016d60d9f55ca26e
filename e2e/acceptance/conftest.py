"""One populated chain for all tests of this folder. What a test changes, others see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.folder import btcli, chain, client, node  # noqa: F401
from support.population import Population, populate

from .world import World


@pytest.fixture(scope="package")
def population(node, chain) -> Population:
    return populate(node, chain)


@pytest.fixture(scope="package")
def world(node, population) -> World:
    """What is stored at the block of the population."""
    return World(node, population)


@pytest.fixture(scope="package")
def view(client, population):
    """The client at that block."""
    return client.at(population.block)


@pytest.fixture(scope="package")
def still(node, chain, population) -> World:
    """What is stored at the last block: nobody makes one any more. For the last module alone."""
    return World(node, replace(population, block=chain.stand_still()))
