"""One network of four for all tests of this folder, whole again after each."""

from __future__ import annotations

import pytest

from .cables import Cables
from .isolated import GUEST, Isolated, Witness


@pytest.fixture(scope="package")
def network(binary, tmp_path_factory):
    with (
        Cables(GUEST + 1) as cables,
        Isolated(binary, tmp_path_factory.mktemp("network"), cables) as running,
    ):
        yield running


@pytest.fixture(scope="package")
def witness(network):
    with Witness(network.authors) as watching:
        yield watching


@pytest.fixture(autouse=True)
def whole_again(network, witness):
    """Whatever has happened, all four go on together afterwards, and nothing final was taken back."""
    yield
    network.restore()
    network.agree()
    witness.check(network.authors)
    assert [node.panics() for node in network.authors] == [0] * len(network.authors)
