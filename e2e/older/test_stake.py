"""Stake: bought, sold, moved, locked."""

import pytest
from support.keys import RAO, cold, hot
from support.population import FIRST, VALIDATORS

from .client import Command
from .people import WHO
from .places import covers

# No hotkey: the one that is meant is among the words.
NONE = None


@pytest.fixture(scope="module")
def bought(older, chain, quiet, netuid):
    """Positions of the validator on two subnets, and of the staker on one."""
    on = f"--hotkey-ss58-address {hot(WHO['validator'])}"
    own, other = older(
        Command(f"stake add --amount 2 --netuids {netuid},0 {on}", "validator", NONE),
        Command(f"stake add --amount 4 --netuids {netuid} {on}", "staker", NONE),
    )
    for answer, netuids in ((own, (netuid, 0)), (other, (netuid,))):
        done = {str(n): {hot(WHO["validator"]): True} for n in netuids}
        assert answer.json["staking_success"] == done, answer


def near(amount: int):
    """Shares of a pool round by some rao."""
    return pytest.approx(amount, abs=1_000)


@covers("stake add", "stake remove", "stake set-auto")
def test_stake_is_bought_and_sold(older, chain, netuid, bought):
    validator, staker, receiver = WHO["validator"], WHO["staker"], WHO["receiver"]
    assert chain.stake(cold(validator), hot(validator), 0) == pytest.approx(2 * RAO, rel=0.01)
    held = chain.stake(cold(staker), hot(validator), netuid)
    assert held > RAO
    [auto] = older(
        Command(f"stake set-auto --netuid {netuid}", "receiver", NONE, typed=f"{hot(validator)}\n")
    )
    assert auto.done
    assert chain.get("AutoStakeDestination", cold(receiver), netuid) == hot(validator)
    words = f"stake remove --amount 0.5 --netuid {netuid} --hotkey-ss58-address {hot(validator)}"
    [sold] = older(Command(words, "staker", NONE))
    assert sold.json[0]["success"] is True
    assert held - chain.stake(cold(staker), hot(validator), netuid) == near(RAO // 2)


@covers("stake move", "stake transfer", "stake swap", "stake wizard")
def test_stake_is_moved(older, chain, netuid, bought):
    validator, staker, receiver = WHO["validator"], WHO["staker"], WHO["receiver"]
    target = hot(VALIDATORS[0])
    way = f"--origin-netuid {netuid} --dest-netuid {netuid} --amount 0.5"
    across = f"--origin-netuid {netuid} --dest-netuid {FIRST} --amount 0.25"
    moved, swapped = older(
        Command(f"stake move {way} --to {target} --hotkey {hot(validator)}", "staker", NONE),
        Command(f"stake swap {across}", "validator"),
    )
    assert moved.done and chain.stake(cold(staker), target, netuid) == near(RAO // 2)
    before = chain.stake(cold(validator), hot(validator), FIRST)
    assert swapped.done and before > 0
    send = f"stake transfer {way} --dest-ss58 {cold(receiver)} --hotkey {hot(validator)}"
    sent, led = older(
        Command(send, "staker", NONE),
        Command("stake wizard", "validator", typed=f"swap\n{netuid}\n0.25\n{FIRST}\n"),
    )
    assert sent.done and chain.stake(cold(receiver), hot(validator), netuid) == near(RAO // 2)
    assert chain.stake(cold(validator), hot(validator), FIRST) > 1.5 * before, led


@covers("stake process-claim")
def test_dividends_of_root_are_not_where_it_looks(older):
    """They are shares of funds, which it does not know of (spec 90 §6)."""
    [claimed] = older(Command(f"stake process-claim --netuids {FIRST}", "nominator"))
    assert claimed.done["message"] == "No claimable emissions found"


@covers("lock add", "lock mode", "lock move")
def test_stake_is_locked(older, chain, netuid, bought):
    staker, validator, target = cold(WHO["staker"]), hot(WHO["validator"]), hot(VALIDATORS[0])
    lock = f"lock add --netuid {netuid} --hotkey-ss58 {validator} --amount 0.25 --mode perpetual"
    [added] = older(Command(lock, "staker", NONE))
    [(_, row)] = chain.rows("Lock", staker, netuid)
    assert int(row["locked_mass"]) == RAO // 4, added
    assert chain.get("DecayingLock", staker, netuid) is False
    [decaying] = older(Command(f"lock mode --netuid {netuid} --mode decaying", "staker", NONE))
    assert chain.get("DecayingLock", staker, netuid) is not False, decaying
    move = f"lock move --netuid {netuid} --destination-hotkey {target}"
    [moved] = older(Command(move, "staker", NONE))
    assert chain.get("Lock", staker, netuid, target), moved
    assert not chain.get("Lock", staker, netuid, validator), moved
