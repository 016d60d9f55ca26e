"""`kill -9` of a node that has much to do, again and again: scripts/crash-test.sh says how often."""

import os
import random

from .load import Load
from .test_twins import BLOCKS, VOTES, seen

CRASHES = int(os.environ.get("CRASHES", "5"))
VICTIM, OTHERS = 3, (0, 1, 2)


def equivocations(nodes) -> list[str]:
    return [line for node in nodes for line in node.log().splitlines() if seen(line, *BLOCKS, *VOTES)]


def crash(network, witness, blocks: int) -> int:
    """Kills the node so many blocks from now; returns how many final blocks it had forgotten when it was back."""
    victim = network.authors[VICTIM]
    network.grow(blocks, VICTIM)
    victim.kill()
    before = witness.reborn(victim)
    victim.start()
    return before - victim.final()


def test_a_node_killed_under_load_starts_and_goes_on(network, witness):
    victim, others = network.authors[VICTIM], network.members(OTHERS)
    told = len(equivocations(others))
    # Moments of all kinds, the same in each run.
    moments, forgotten = random.Random(2609), []
    with Load(network.authors, "Crash") as load:
        for number in range(CRASHES):
            forgotten.append(crash(network, witness, moments.randint(1, 6)))
            network.takes_part(VICTIM)
            print(f"crash {number + 1}: {load.sent} transfers, forgotten {forgotten[-1]}", flush=True)
        assert load.sent > 0
    assert victim.panics() == 0
    network.agree()
    assert max(forgotten) <= 0, forgotten
    assert equivocations(others)[told:] == []
