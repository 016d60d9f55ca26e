"""One node for all tests of this folder, with two subnets that pay stakers on root.

The tests build on each other: of each module, and the modules in the order of their names.
"""

from __future__ import annotations

import pytest
from bittensor import calls
from support.folder import btcli, chain, client, node  # noqa: F401
from support.keys import cold, hot

from .state import BOB, STAKER, SUBNETS

STAKER_SEED = "0xbc1ede780f784bb6991a585e4f6e61522c14e1cae6ad0895fb57b9a205a8f938"


@pytest.fixture(scope="package", autouse=True)
def subnets(chain, btcli):
    """Two subnets at a price of about one each, together above one, so that root stakers are paid."""
    core, admin = calls.SubtensorModule, calls.AdminUtils
    assert btcli.add_wallet("staker", STAKER_SEED) == cold(STAKER)
    for netuid, owner in zip(SUBNETS, (BOB, STAKER)):
        chain.submit(core.register_network(hotkey=hot(owner)), owner)
        chain.submit(core.start_call(netuid=netuid), owner)
    chain.sudo(
        admin.sudo_set_subnet_moving_alpha(alpha={"bits": 1 << 32}),
        *(admin.sudo_set_ema_price_halving_period(netuid=n, ema_halving=0) for n in SUBNETS),
        *(admin.sudo_set_tempo(netuid=n, tempo=10) for n in SUBNETS),
    )
