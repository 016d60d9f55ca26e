"""Authorities that stop, hang or die: three of four go on, and who comes back catches up."""

import signal

from support.network import start_together

ABSENT, OTHERS = 3, (0, 1, 2)


def test_three_go_on_without_one_that_is_stopped(network):
    absent = network.authors[ABSENT]
    assert absent.stop() == 0
    # What it made before may still be on its way.
    first = network.grow(4, *OTHERS)
    last = network.finalize(20, *OTHERS)
    assert network.authors_of(first, last) == set(OTHERS)
    absent.start()
    network.takes_part(ABSENT)


def test_three_go_on_while_one_hangs(network):
    absent = network.authors[ABSENT]
    absent.freeze()
    first = network.grow(4, *OTHERS)
    # Long enough for the others to give its connections up.
    last = network.finalize(80, *OTHERS)
    assert network.authors_of(first, last) == set(OTHERS)
    absent.thaw()
    network.takes_part(ABSENT)


def test_nothing_is_final_while_two_are_absent(network):
    """Blocks come all the same; what the two had not voted for waits until one of them is back."""
    for index in (2, 3):
        network.authors[index].stop()
    made = network.height(0, 1)
    network.grow(20, 0, 1)
    assert max(node.final() for node in network.members((0, 1))) <= made
    network.authors[2].start()
    network.finalize(4, 0, 1, 2)


def test_all_start_again_by_themselves_after_all_were_killed(network, witness):
    network.finalize(4)
    for node in network.authors:
        node.process.send_signal(signal.SIGKILL)
    for node in network.authors:
        node.kill()
    before = max(witness.reborn(node) for node in network.authors)
    start_together(network.authors)
    last = network.finalize(10)
    assert last > before
    for index in range(len(network.authors)):
        network.takes_part(index)
