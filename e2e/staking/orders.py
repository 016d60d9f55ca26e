"""Short forms of the client's stake intents, and what every order is checked for."""

from __future__ import annotations

import bittensor
from bittensor import calls
from support.chain import Chain, events
from support.change import Change
from support.keys import ENDOWED, cold, hot
from support.market import FIRST, OTHER, SECOND, VALIDATOR

AUTHOR = ENDOWED["//One"][0]
CORE = calls.SubtensorModule
ADMIN = calls.AdminUtils
# The amount that stands for a whole position in calls that move stake.
ALL = 2**64 - 1
# A share of a pool may be worth a rao less than what was paid in.
ROUNDING = 1


def alpha(amount, netuid: int = FIRST):
    """An amount of stake, which is TAO on root; "all" stays as it is."""
    if amount == "all":
        return amount
    return bittensor.alpha(amount, netuid) if netuid else bittensor.tao(amount)


def add(amount, netuid: int = FIRST, on=VALIDATOR, **options):
    paid = amount if amount == "all" else bittensor.tao(amount)
    return bittensor.AddStake(hotkey_ss58=hot(on), netuid=netuid, amount_tao=paid, **options)


def remove(amount, netuid: int = FIRST, **options):
    return bittensor.RemoveStake(
        hotkey_ss58=hot(VALIDATOR), netuid=netuid, amount_alpha=alpha(amount, netuid), **options
    )


def move(amount, origin: int = FIRST, dest: int = SECOND, **options):
    return bittensor.MoveStake(
        origin_hotkey_ss58=hot(VALIDATOR),
        origin_netuid=origin,
        dest_hotkey_ss58=hot(OTHER),
        dest_netuid=dest,
        amount_alpha=alpha(amount, origin),
        **options,
    )


def swap(amount, origin: int = FIRST, dest: int = SECOND, **options):
    return bittensor.SwapStake(
        hotkey_ss58=hot(VALIDATOR),
        origin_netuid=origin,
        dest_netuid=dest,
        amount_alpha=alpha(amount, origin),
        **options,
    )


def transfer(amount, to, origin: int = FIRST, dest: int = FIRST, **options):
    return bittensor.TransferStake(
        dest_coldkey_ss58=cold(to),
        hotkey_ss58=hot(VALIDATOR),
        origin_netuid=origin,
        dest_netuid=dest,
        amount_alpha=alpha(amount, origin),
        **options,
    )


def refused(chain: Chain, action, who, name: str):
    """The action fails with that name and costs its sender the fee and nothing else."""
    result = chain.refuse(action, who)
    assert result.error.name == name, result
    change = Change(chain, result)
    assert change.free(cold(who)) == -change.free(AUTHOR) < 0
    assert change.item("TotalStake") == 0
    for netuid in (0, FIRST, SECOND):
        assert change.stake(cold(who), hot(VALIDATOR), netuid) == 0
        assert change.item("SubnetTAO", netuid) == change.item("SubnetAlphaIn", netuid) == 0


def crossed(change: Change, who, origin: int = FIRST, dest: int = SECOND) -> int:
    """One sale and one purchase with nothing lost between them; returns the TAO that went over."""
    to_author = change.free(AUTHOR) - change.result.fee.rao
    over = change.item("SubnetTAO", dest)
    assert over > 0
    assert change.item("SubnetTAO", origin) == -over - to_author
    assert change.item("TotalStake") == -to_author
    assert change.item("TotalIssuance") == 0
    assert change.free(cold(who)) == -change.result.fee.rao
    # One leg pays a fee, the other does not: 33 of 65535.
    assert 0 < to_author < over // 1_000
    return over


def fields(result, event: str) -> list[str]:
    """The fields of the only event of that name, as text."""
    [found] = events(result, event)
    return [str(field) for field in found]
