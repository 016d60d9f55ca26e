"""A network that falls into two halves: neither finalizes alone, and healed, one of the two chains wins."""

LEFT, RIGHT = (0, 1), (2, 3)


def test_halves_make_blocks_and_finalize_none_until_they_meet_again(network):
    network.cables.part(*RIGHT)
    # Nobody on the other side knows of later blocks.
    known = network.height()
    grown = min(network.grow(24, *LEFT), network.grow(24, *RIGHT))
    assert grown > known
    assert max(node.final() for node in network.authors) <= known
    chains = {node.rpc("chain_getBlockHash", [grown]) for node in network.authors}
    assert len(chains) == 2

    network.cables.join()
    network.finalize(4)
    for index in range(len(network.authors)):
        network.takes_part(index)


def test_one_that_is_cut_off_catches_up(network):
    network.cables.part(3)
    known = network.height()
    last = network.finalize(20, 0, 1, 2)
    assert last > known >= network.authors[3].final()
    network.cables.join()
    network.takes_part(3)
