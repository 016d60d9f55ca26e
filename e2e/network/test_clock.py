"""A clock that goes wrong: the others do without that authority, until its clock is right."""

import pytest
from support.btcli import FAKETIME

WRONG, OTHERS = 3, (0, 1, 2)


@pytest.fixture
def clock(network, tmp_path):
    """A file with what the clock of one of them is ahead by, in seconds."""
    wrong, offset = network.authors[WRONG], tmp_path / "offset"
    offset.write_text("+0")
    wrong.environment = {
        "LD_PRELOAD": FAKETIME,
        "FAKETIME_TIMESTAMP_FILE": str(offset),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    wrong.stop()
    wrong.start()
    network.takes_part(WRONG)
    return offset


def others_go_on(network) -> None:
    # What it has made until then is right.
    first = network.grow(4, *OTHERS)
    last = network.finalize(20, *OTHERS)
    assert network.authors_of(first, last) == set(OTHERS)


@pytest.mark.parametrize("seconds", ["+6", "-6"])
def test_three_go_on_without_one_whose_clock_is_wrong_until_it_is_right(network, clock, seconds):
    clock.write_text(seconds)
    others_go_on(network)
    clock.write_text("+0")
    network.takes_part(WRONG)


def test_one_whose_clock_was_an_hour_ahead_takes_part_after_a_restart(network, clock):
    """It has made blocks for slots of an hour from now, and would make no other ones until then."""
    clock.write_text("+3600")
    others_go_on(network)
    clock.write_text("+0")
    wrong = network.authors[WRONG]
    wrong.wait_for_log("was set back", timeout=60)
    wrong.stop()
    wrong.start()
    network.takes_part(WRONG)
