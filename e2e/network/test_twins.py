"""Two nodes with the keys of one authority: the rest goes on, and says what it has seen."""

from .isolated import wait_for

TWINS, OTHERS = 0, (1, 2, 3)
BLOCKS = ("is equivocating at slot", "made two blocks in it")
VOTES = ("has voted twice in round",)


def seen(log: str, *texts: str) -> bool:
    return any(text in log for text in texts)


def test_the_chain_goes_on_and_the_others_tell_of_both_kinds(network):
    others = network.members(OTHERS)
    twin = network.twin(TWINS)
    # Nobody has done it before.
    assert not any(seen(node.log(), *BLOCKS, *VOTES) for node in network.authors)
    with twin:
        wait_for(lambda: all(seen(node.log(), *BLOCKS) for node in others), "telling of blocks", others)
        wait_for(lambda: any(seen(node.log(), *VOTES) for node in others), "telling of votes", others)
        network.finalize(20, *OTHERS)
        assert twin.panics() == 0
    network.takes_part(TWINS)
