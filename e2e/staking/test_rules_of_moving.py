"""Rules that all calls share which take stake from one place to another."""

import pytest
from support.change import Change
from support.keys import RAO, cold, hot, key
from support.market import FIRST, OTHER, SECOND, VALIDATOR

from .orders import ALL, CORE, crossed, refused

HEIR = key("//heir").ss58_address


def order(name: str, amount: int, origin: int = FIRST, dest: int = SECOND):
    """The call of that name, with a limit that any price meets."""
    one = {"hotkey": hot(VALIDATOR)}
    two = {"origin_hotkey": hot(VALIDATOR), "destination_hotkey": hot(OTHER)}
    heir = {"destination_coldkey": HEIR}
    limit = {"limit_price": 1, "allow_partial": False}
    ends = {
        "move_stake": two,
        "move_stake_limit": two | limit,
        "swap_stake": one,
        "swap_stake_limit": one | limit,
        "transfer_stake": one | heir,
        "transfer_stake_and_hotkey": two | heir,
    }[name]
    return getattr(CORE, name)(
        **ends, origin_netuid=origin, destination_netuid=dest, alpha_amount=amount
    )


every_call = pytest.mark.parametrize(
    "name",
    [
        "move_stake",
        "move_stake_limit",
        "swap_stake",
        "swap_stake_limit",
        "transfer_stake",
        "transfer_stake_and_hotkey",
    ],
)


@pytest.fixture
def who(market, regular):
    """Holds some stake on the first subnet."""
    if not market.held(regular, FIRST):
        market.buy(regular, FIRST, 20)
    return regular


@every_call
def test_the_largest_amount_means_all(chain, market, who, name):
    held = market.held(who, FIRST)
    change = Change(chain, chain.submit(order(name, ALL), who))
    crossed(change, who)
    assert change.stake(cold(who), hot(VALIDATOR), FIRST) == -held
    assert market.held(who, FIRST) == 0


@pytest.mark.parametrize("name", ["move_stake", "transfer_stake", "transfer_stake_and_hotkey"])
def test_the_largest_amount_means_all_on_one_subnet_too(chain, market, who, name):
    held = market.held(who, FIRST)
    change = Change(chain, chain.submit(order(name, ALL, dest=FIRST), who))
    assert change.stake(cold(who), hot(VALIDATOR), FIRST) == -held
    assert change.item("SubnetTAO", FIRST) == 0


@every_call
def test_any_other_amount_above_the_position_is_refused(chain, market, who, name):
    too_much = order(name, market.held(who, FIRST) + RAO)
    refused(chain, too_much, who, "NotEnoughStakeToWithdraw")


@every_call
def test_what_cannot_be_moved_is_refused_by_name(chain, who, name):
    refused(chain, order(name, 1_000), who, "AmountTooLow")
    refused(chain, order(name, RAO, dest=77), who, "SubnetNotExists")
    refused(chain, order(name, RAO, dest=1), who, "SubtokenDisabled")


def test_a_way_from_a_position_to_itself_is_refused(chain, who):
    here = {"origin_netuid": FIRST, "destination_netuid": FIRST, "alpha_amount": RAO}
    validator = hot(VALIDATOR)
    for call in (
        CORE.move_stake(origin_hotkey=validator, destination_hotkey=validator, **here),
        CORE.swap_stake(hotkey=validator, **here),
        CORE.transfer_stake(destination_coldkey=cold(who), hotkey=validator, **here),
    ):
        refused(chain, call, who, "SameNetuid")


def test_stake_on_an_unknown_hotkey_cannot_be_moved_to(chain, who):
    call = CORE.move_stake(
        origin_hotkey=hot(VALIDATOR),
        destination_hotkey=HEIR,
        origin_netuid=FIRST,
        destination_netuid=FIRST,
        alpha_amount=RAO,
    )
    refused(chain, call, who, "HotKeyAccountNotExists")


@every_call
def test_nobody_moves_what_another_coldkey_holds(chain, market, who, name):
    assert market.held(who, FIRST)
    refused(chain, order(name, RAO), VALIDATOR, "NotEnoughStakeToWithdraw")
