"""Makes a lively network on a development chain, and keeps it alive until it is stopped.

    python scripts/demo [--url ws://HOST:PORT | --port N] [--seed N] [--once]

Run it by scripts/demo.sh, which sees to it that everything is there.
"""

from __future__ import annotations

import argparse
import re
import signal
import socket
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))

from build import Builder, Unfit, check, existing  # noqa: E402
from chain import Chain, Refused, Unreachable  # noqa: E402
from live import Live, Lost  # noqa: E402
from plan import SUBNETS, Plan  # noqa: E402
from steps import known_accounts  # noqa: E402
from support.node import Node, find_binary  # noqa: E402
from weigh import Scorers  # noqa: E402

SEED = 42
STOPPING = (signal.SIGINT, signal.SIGTERM)


class OwnNode(Node):
    """A development chain that goes away with the demo."""

    def __init__(self, binary: str, folder: Path, port: int):
        super().__init__(binary, folder, extra=("--rpc-methods", "safe"))
        self.rpc_port = port

    def arguments(self) -> list[str]:
        """Those of a node under test, but that old states go, so that it can run for long."""
        words = super().arguments()
        place = words.index("--state-pruning")
        return words[:place] + words[place + 2 :]


def say(text: str) -> None:
    print(text, flush=True)


def listens(port: int) -> bool:
    """Whether somebody takes connections there."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
    except OSError:
        return False
    return True


@contextmanager
def chain_of(given: argparse.Namespace):
    """The URL of the chain, and whether it may come back; starts one if none is named."""
    if given.url:
        yield given.url, lambda: True
        return
    if listens(given.port):
        raise Unfit(
            f"something listens on port {given.port} already:"
            f" give --url ws://127.0.0.1:{given.port} to use it, or another --port"
        )
    with tempfile.TemporaryDirectory(prefix="demo-", ignore_cleanup_errors=True) as folder:
        node = OwnNode(find_binary(), Path(folder), given.port)
        say(f"Starting a development chain on {node.url}")
        try:
            node.start()
            yield node.url, lambda: node.process is not None and node.process.poll() is None
        finally:
            node.stop()


def demo(given: argparse.Namespace) -> None:
    with chain_of(given) as (url, alive):
        chain = Chain(url)
        check(chain)
        plan, scorers = network(chain, given.seed)
        for subnet, netuid in zip(SUBNETS, scorers.netuids):
            say(f"  subnet {netuid}: {subnet.name} {subnet.symbol}")
        if given.once:
            again = f"; scripts/demo.sh --url {url} brings it to life" if given.url else ""
            say(f"The demo network of seed {plan.seed} is on {url}{again}")
            return
        say(f"The demo network of seed {plan.seed} is alive on {url}; Ctrl-C stops it")
        Live(chain, plan, scorers, say).run(alive)


def network(chain: Chain, seed: int | None) -> tuple[Plan, Scorers]:
    """Makes the network, or finds it."""
    found = existing(chain)
    if found is None:
        plan = Plan(SEED if seed is None else seed)
        return plan, Builder(chain, plan, say).build()
    there, netuids = found
    if seed not in (None, there):
        raise Unfit(f"the demo network on {chain.url} is that of seed {there}, not {seed}")
    say("The demo network is there already")
    plan = Plan(there)
    return plan, Scorers(plan, netuids, known_accounts(plan))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/demo.sh", description=__doc__.splitlines()[0])
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--url", type=address, help="a running development chain, ws://HOST:PORT")
    where.add_argument(
        "--port", type=int, default=9944, help="RPC port of the chain that is started (%(default)s)"
    )
    parser.add_argument(
        "--seed", type=natural, help=f"what everything is chosen by ({SEED}, or that of the chain)"
    )
    parser.add_argument("--once", action="store_true", help="make the network and end")
    return parser.parse_args()


def address(text: str) -> str:
    if not re.fullmatch(r"(ws|http)s?://[^\s/]+/?", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no address like ws://127.0.0.1:9944")
    return text


def natural(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 0 to 999999999")
    return int(text)


def interrupt(*_signal) -> None:
    """Ends what is going on; once is enough, what is cleared away then takes a moment."""
    for name in STOPPING:
        signal.signal(name, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    given = arguments()
    # A shell starts what is in the background with SIGINT ignored.
    for name in STOPPING:
        signal.signal(name, interrupt)
    try:
        demo(given)
    except KeyboardInterrupt:
        say("Stopped")
    except (Unfit, Lost) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except (Unreachable, Refused) as error:
        print(f"error: the node went away, or refuses: {error}", file=sys.stderr)
        return 1
    except (OSError, RuntimeError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
