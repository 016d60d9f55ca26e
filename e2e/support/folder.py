"""Fixtures for a folder whose tests share one chain: its `conftest.py` imports those it uses."""

from __future__ import annotations

import bittensor
import pytest

from support.btcli import Btcli
from support.chain import Chain
from support.node import Node


@pytest.fixture(scope="package")
def node(binary, tmp_path_factory):
    with Node(binary, tmp_path_factory.mktemp("folder")) as running:
        yield running


@pytest.fixture(scope="package")
def client(node):
    with bittensor.SyncClient(node.url, fallback_endpoints=[], archive_endpoints=[]) as connected:
        yield connected


@pytest.fixture(scope="package")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="package")
def btcli(node, tmp_path_factory) -> Btcli:
    return Btcli(node.url, tmp_path_factory.mktemp("folder-home"))
