"""A clock that goes wrong: the others do without that authority, until its clock is right."""

import pytest
from support.btcli import FAKETIME

WRONG, OTHERS = 3, (0, 1, 2)


@pytest.mark.parametrize("seconds", ["+20", "-20", "+3600"])
def test_three_go_on_without_one_whose_clock_is_wrong(network, seconds, tmp_path):
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

    offset.write_text(seconds)
    # What it has made until then is right.
    first = network.grow(4, *OTHERS)
    last = network.finalize(20, *OTHERS)
    assert network.authors_of(first, last) == set(OTHERS)

    offset.write_text("+0")
    network.takes_part(WRONG)
