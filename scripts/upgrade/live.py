"""Two upgrades of a network under load, one by either way, and what has to survive them."""

from __future__ import annotations

import subprocess
from hashlib import blake2b
from pathlib import Path

import bittensor
from bittensor import calls
from common import connected, note, spec_version, storage_version, stored, wait_for
from load import Load
from support.chain import Chain, included_at
from support.keys import cold, wallet
from support.market import FIRST, OWNER, Market
from support.network import Author, Network

AUTHORS = 2
# Accounts with a proxy, whose delay the second upgrade raises, one a block.
PROXIED = [wallet(f"//Proxied{number}") for number in range(6)]
DELAY = 7
SPACE = 3_100
ROUNDS = 3


class Joiner(Author):
    """A node that has seen nothing of the chain, and makes no blocks."""

    def arguments(self) -> list[str]:
        roles = {f"--{self.name}", "--validator", "--force-authoring"}
        return [argument for argument in super().arguments() if argument not in roles]


def delays(chain: Chain) -> list[int]:
    rows = (chain.client.query(("Proxy", "Proxies"), [cold(who)]) for who in PROXIED)
    return [int(definition["delay"]) for definitions, _ in rows for definition in definitions]


def prepare(chain: Chain) -> Market:
    market = Market(chain)
    chain.submit(calls.SubtensorModule.start_call(netuid=FIRST), OWNER)
    pay = calls.Balances.transfer_keep_alive
    chain.batch([pay(dest=cold(who), value=10**9) for who in PROXIED], wallet("//Alice"))
    for who in PROXIED:
        chain.submit(calls.Proxy.add_proxy(delegate=cold(OWNER), proxy_type="Any", delay=DELAY), who)
    assert delays(chain) == [DELAY] * len(PROXIED)
    return market


def authorized(chain: Chain, blob: bytes):
    """Root names the code, and anybody brings it."""
    code_hash = "0x" + blake2b(blob, digest_size=32).hexdigest()
    chain.sudo(calls.System.authorize_upgrade(code_hash=code_hash))
    return chain.submit(calls.System.apply_authorized_upgrade(code="0x" + blob.hex()), wallet("//Dave"))


def set_by_root(chain: Chain, blob: bytes):
    inner = chain.client.compose(calls.System.set_code(code="0x" + blob.hex()))
    call = calls.Sudo.sudo_unchecked_weight(call=inner, weight={"ref_time": 50 * 10**9, "proof_size": 0})
    return chain.submit(call, wallet("//Alice"))


def upgrade(network: Network, chain: Chain, load: Load, way, blob: bytes) -> int:
    """Upgrades by one of the ways; returns the block in which the code was set."""
    node = network.authors[0]
    load.wait_for_each(ROUNDS, node.height())
    old = spec_version(node)
    block = included_at(way(chain, blob))
    assert (spec_version(node, block - 1), spec_version(node, block)) == (old, old + 1)
    for author in network.authors:
        wait_for(lambda: spec_version(author) == old + 1, "the new runtime")
    load.wait_for_each(ROUNDS, block)
    network.wait_final(lag=2)
    assert min(author.final() for author in network.authors) > block
    note(f"spec_version {old + 1} since block {block}: blocks, finality and open clients go on")
    return block


def former_space(client: bittensor.SyncClient) -> int | None:
    """An item that only the later runtimes have. The client looks for a new one now and then."""
    try:
        return client.query(("Commitments", "FormerSpace"))
    except Exception as error:  # of a class that the client does not name in public
        if "FormerSpace not found" not in str(error):
            raise
        return None


def check_whole(network: Network, client: bittensor.SyncClient) -> None:
    """The client, connected since before, reads an item that it had not heard of."""
    assert storage_version(network.authors[0], "Commitments") == 1
    assert int(wait_for(lambda: former_space(client), "the new metadata")) == SPACE
    assert int(client.query(("Commitments", "MaxSpace"))) == 2 * SPACE
    note("what the migration of one block has changed is on chain, and open clients can read it")


def check_stepped(network: Network, chain: Chain, block: int) -> None:
    """It took a block an account, and no block of it has a signed transaction."""
    node = network.authors[0]
    wait_for(lambda: stored(node, "MultiBlockMigrations", "Cursor") is None, "the end of the migration")
    held = []
    while stored(node, "MultiBlockMigrations", "Cursor", block + 1 + len(held)) is not None:
        held.append(block + 1 + len(held))
    assert len(held) >= len(PROXIED), held
    for number in (*held, held[-1] + 1):
        found = node.rpc("chain_getBlock", [node.rpc("chain_getBlockHash", [number])])
        for extrinsic in found["block"]["extrinsics"]:
            # Bare ones are of version 4 or 5, without the bit of those that are signed.
            body = bytes.fromhex(extrinsic[2:])
            version = body[(1, 2, 4, 1)[body[0] & 3]]
            assert not version & 0x80, f"block {number} has a transaction"
    assert storage_version(node, "Proxy") == 1
    assert delays(chain) == [DELAY + 1] * len(PROXIED)
    note(f"the stepped migration took {len(held) + 1} blocks, in which transactions waited")


def check_joining(network: Network, binary: str) -> None:
    """A node that comes later goes through all of it by itself."""
    folder = network.folder / "joiner"
    folder.mkdir()
    joiner = Joiner(binary, folder, network.authors[0].spec, 2)
    joiner.boot_nodes = (network.authors[0].address(),)
    goal = network.authors[0].final()
    with joiner:
        wait_for(lambda: joiner.final() >= goal, f"block {goal} on a new node")
        ours, theirs = (node.rpc("chain_getBlockHash", [goal]) for node in (joiner, network.authors[0]))
        assert ours == theirs and joiner.panics() == 0
    note(f"a node that came later has gone through all {goal} blocks")


def check_restart(network: Network) -> None:
    """The authors go on with what is in their databases."""
    for author in network.authors:
        author.stop()
    goal = 0
    for author in network.authors:
        author.start()
        goal = max(goal, author.height())
    wait_for(lambda: min(author.final() for author in network.authors) > goal, "finality after a restart")
    note("restarted authors go on")


def check_state(network: Network, binary: str) -> None:
    """`try_state` of every pallet, on what an author has stored."""
    author = network.authors[0]
    for running in network.authors:
        running.stop()
    state = network.folder / "state.json"
    command = [binary, "export-state", "--chain", author.spec, "--base-path", author.base_path]
    with state.open("wb") as output:
        subprocess.run([*command, "--state-pruning", "archive"], stdout=output, check=True)
    checker = Path(binary).parent / "examples" / "check_state"
    checked = subprocess.run([checker, state], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    note(checked.stdout.strip())


def check(binary: str, folder: Path, whole: bytes, stepped: bytes) -> None:
    with Network(binary, folder, AUTHORS) as network, connected(network.authors[0]) as client:
        chain = Chain(client, wait_for_finality=False)
        market = prepare(chain)
        with Load(network.authors, market) as load:
            upgrade(network, chain, load, authorized, whole)
            check_whole(network, client)
            block = upgrade(network, chain, load, set_by_root, stepped)
            check_stepped(network, chain, block)
        load.check()
        note(load.report())
        check_joining(network, binary)
        check_restart(network)
        assert all(author.panics() == 0 for author in network.authors)
        check_state(network, binary)
