"""Times the making of a block of 200 encrypted payments, and of one with the same payments in clear.

Run by scripts/bench-shield.sh with the path of the node. In clear, each payment
comes with a remark as long as its ciphertext, so that the two blocks carry the
same number of extrinsics and bytes.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["HOME"] = tempfile.mkdtemp(prefix="subtensor-measure-")

from bittensor import calls  # noqa: E402
from shield.conftest import connected  # noqa: E402
from support.chain import Chain  # noqa: E402
from support.keys import RAO, cold, wallet  # noqa: E402
from support.node import Sealed  # noqa: E402
from support.shield import Shield, fresh_address, payment  # noqa: E402

PAYMENTS = 200
ROUNDS = 7
PROPOSED = re.compile(r"Proposing block (\d+) with (\d+) extrinsics after (\d+) ms")


def time_of(node: Sealed, number: int) -> tuple[int, int]:
    """Extrinsics of a block, and the milliseconds in which it was made."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for block, count, took in PROPOSED.findall(node.log()):
            if int(block) == number:
                return int(count), int(took)
        time.sleep(0.1)  # the log is written by a thread of its own
    raise AssertionError(f"block {number} is not in the log")


def encrypted(shield: Shield, who) -> list[bytes]:
    inner = shield.signed(payment(fresh_address()), who, 1)
    return [shield.wrapper(shield.seal(inner), who)]


def clear(shield: Shield, who) -> list[bytes]:
    length = len(shield.seal(shield.signed(payment(fresh_address()), who, 1)))
    remark = shield.signed(calls.System.remark(remark=bytes(length)), who)
    return [remark, shield.signed(payment(fresh_address()), who, 1)]


def measure(node: Sealed, shield: Shield, people: list, make) -> float:
    times = []
    for _ in range(ROUNDS):
        for extrinsic in [extrinsic for who in people for extrinsic in make(shield, who)]:
            shield.submit(extrinsic)
        node.seal()
        count, took = time_of(node, shield.chain.client.block)
        assert count == 2 + 2 * PAYMENTS, count  # the time, the key, and the pairs
        times.append(took)
    print(f"{make.__name__:>10}: {statistics.median(times):.0f} ms of {sorted(times)}")
    return statistics.median(times)


def main(binary: str) -> None:
    # A development node does not tell how long its blocks take unless it is asked to.
    flags = ("-lauthoring=info",)
    with tempfile.TemporaryDirectory() as folder, Sealed(binary, Path(folder), "manual", extra=flags) as node:
        node.seal(2)
        with connected(node) as client:
            shield = Shield(node, Chain(client, wait_for_finality=False))
            people = [wallet(f"//Measured{index}") for index in range(PAYMENTS)]
            transfer = calls.Balances.transfer_keep_alive
            composed = [client.compose(transfer(dest=cold(who), value=100 * RAO)) for who in people]
            funding = calls.Utility.batch_all(calls=composed)
            shield.submit(shield.signed(funding, wallet("//Alice")))
            node.seal(2)
            hidden, open_ = (measure(node, shield, people, make) for make in (encrypted, clear))
    print(f"one decryption in a block: {(hidden - open_) / PAYMENTS * 1000:.0f} us")


if __name__ == "__main__":
    main(sys.argv[1])
