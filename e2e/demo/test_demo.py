"""`scripts/demo.sh` on a real node, and what the client then finds there.

The tests run in order on one chain: made once, brought to life, stopped.
"""

import os
import queue
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest
from bittensor import calls
from plan import MINERS, SUBNETS, Plan, miner, newcomer, nominator, owner, validator
from support.chain import Chain
from support.keys import ENDOWED, RAO, DevWallet, cold, hot, key, wallet
from support.node import Node, free_port
from trades import NEWCOMER, deed

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "demo.sh"
SEED = 7
PLAN = Plan(SEED)
NETUIDS = (2, 3, 4)
# Miners of somebody else.
GUESTS = ("//Guest//0", "//Guest//1")
PATIENCE = 240.0


def account(name: str) -> DevWallet:
    return wallet(name)


def address(name: str) -> str:
    return cold(account(name))


def hotkey(name: str) -> str:
    return hot(account(name))


class Demo:
    """The script as a process, with the lines that it prints."""

    def __init__(self, *arguments: str, **environment: str):
        self.process = subprocess.Popen(
            [str(SCRIPT), *arguments], env=os.environ | environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.lines: list[str] = []
        self._coming: queue.Queue = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self._coming.put(line.rstrip("\n"))
        self._coming.put(None)

    def wait_for(self, text: str) -> str:
        """The first line from now on with that text."""
        deadline = time.monotonic() + PATIENCE
        while (line := self._coming.get(timeout=max(0.0, deadline - time.monotonic()))) is not None:
            self.lines.append(line)
            if text in line:
                return line
        pytest.fail(f"no '{text}' in {self.lines}")

    def end(self) -> int:
        """The exit code, when it has ended by itself or been told to."""
        code = self.process.wait(PATIENCE)
        while (line := self._coming.get(timeout=PATIENCE)) is not None:
            self.lines.append(line)
        return code

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.end()

    def __enter__(self) -> "Demo":
        return self

    def __exit__(self, *_exc) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)


def outcome(*arguments: str) -> tuple[int, list[str]]:
    with Demo(*arguments) as demo:
        return demo.end(), demo.lines


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def made(node) -> list[str]:
    """What the script prints while it makes the network."""
    code, lines = outcome("--url", node.url, "--once", "--seed", str(SEED))
    assert code == 0, lines
    return lines


@pytest.fixture(scope="module")
def crowded(chain) -> int:
    """The subnet of the first newcomer, on which others have taken the uids that are free."""
    netuid = NETUIDS[deed(PLAN, NEWCOMER - 1).subnet]
    for guest in GUESTS:
        call = calls.SubtensorModule.burned_register(netuid=netuid, hotkey=hotkey(guest))
        chain.submit(call, wallet("//Bob"))
    return netuid


@pytest.fixture(scope="module")
def alive(node, made, crowded):
    with Demo("--url", node.url, "--seed", str(SEED)) as demo:
        demo.wait_for("is alive on")
        yield demo


def wait(chain: Chain, condition) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"not in {PATIENCE} s"
        chain.wait_blocks(1)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def members(chain: Chain, netuid: int) -> list[str]:
    """The hotkeys of a subnet, by uid."""
    keys = {int(uid): str(key) for uid, key in chain.rows("Keys", netuid)}
    return [keys[uid] for uid in sorted(keys)]


def test_three_subnets_say_what_they_are(chain, node, made):
    assert made[-1].startswith(f"The demo network of seed {SEED} is on {node.url}")
    for subnet, netuid in enumerate(NETUIDS):
        wanted = SUBNETS[subnet]
        assert f"  subnet {netuid}: {wanted.name} {wanted.symbol}" in made
        assert str(chain.get("SubnetOwner", netuid)) == address(owner(subnet))
        identity = chain.client.read("subnet_identity", netuid=netuid)
        assert identity["subnet_name"] == wanted.name
        assert identity["subnet_url"] == f"https://{wanted.domain}"
        assert chain.client.read("token_symbols")[netuid] == wanted.symbol
        assert chain.get("CommitRevealWeightsEnabled", netuid) is wanted.commits
        assert chain.get("Yuma3On", netuid) is wanted.yuma3
    assert [chain.get("Tempo", netuid) for netuid in NETUIDS] == [10, 10, 360]
    assert len({chain.client.read("alpha_price", netuid=n)["price_rao"] for n in NETUIDS}) == 3


def test_validators_have_permits_and_miners_uids(chain):
    validators, miners = set(), set()
    for subnet, netuid in enumerate(NETUIDS):
        keys = members(chain, netuid)
        assert keys == [hotkey(name) for name in PLAN.members(subnet)]
        permits = chain.get("ValidatorPermit", netuid)
        here = {hotkey(validator(index)) for index in PLAN.validators(subnet)}
        assert {key for key, permit in zip(keys, permits) if permit} == {*here, keys[0]}
        validators |= here
        miners |= {key for key, permit in zip(keys, permits) if not permit}
    assert validators == {hotkey(validator(index)) for index in range(12)}
    assert miners == {hotkey(miner(index)) for index in range(40)}


def test_validators_have_weighed_and_miners_earn(chain):
    for subnet, netuid in enumerate(NETUIDS):
        rows = {int(uid): row for uid, row in chain.rows("Weights", netuid) if row}
        uids = range(1, 7)
        assert set(rows) == set(uids)
        count = 7 + MINERS[subnet]
        assert {int(target) for row in rows.values() for target, _ in row} <= set(range(7, count))
        incentive = chain.get("Incentive", netuid)
        assert sum(part > 0 for part in incentive) > MINERS[subnet] // 2
        assert all(part == 0 for part in incentive[:7])
        # Who is better earns more.
        skill = {7 + n: PLAN.skill(subnet, miner(i), 3) for n, i in enumerate(PLAN.miners(subnet))}
        best, worst = max(skill, key=skill.get), min(skill, key=skill.get)
        assert incentive[best] > incentive[worst]
        assert all(chain.get("Dividends", netuid)[uid] > 0 for uid in uids)


def test_commits_wait_for_their_reveal_where_there_are_some(chain):
    waiting = [dict(chain.rows("WeightCommits", netuid)) for netuid in NETUIDS]
    assert set(map(str, waiting[0])) == {hotkey(validator(n)) for n in PLAN.validators(0)}
    assert not waiting[1] and not waiting[2]


def test_stake_is_nominated_lent_and_locked(chain):
    for position in PLAN.positions:
        netuid = 0 if position.subnet < 0 else NETUIDS[position.subnet]
        holder, on = account(position.holder), account(validator(position.validator))
        assert chain.stake(cold(holder), hot(on), netuid) > 0, position
    for lending in PLAN.lendings:
        parent, child = (hotkey(validator(n)) for n in (lending.parent, lending.child))
        children = chain.get("ChildKeys", parent, NETUIDS[lending.subnet])
        assert (lending.part, child) in [(int(part), str(who)) for part, who in children]
        take = chain.get("ChildkeyTake", child, NETUIDS[lending.subnet])
        assert int(take) == PLAN.childkey_take(lending.child)
    seated = {str(who) for _, who in chain.rows("Keys", 0)}
    assert {hotkey(validator(index)) for index in PLAN.on_root} <= seated
    for index in (0, 1):
        locked = chain.client.read("locks_for_coldkey", coldkey_ss58=address(nominator(index)))
        assert locked, index


def test_everybody_says_who_and_where_they_are(chain):
    for index in range(12):
        assert chain.client.read("identity", coldkey_ss58=address(validator(index))) is not None
    for subnet, netuid in enumerate(NETUIDS):
        axons = {str(who): axon for who, axon in chain.rows("Axons", netuid)}
        assert set(axons) == {hotkey(name) for name in PLAN.members(subnet)}
        assert {int(axon["ip_type"]) for axon in axons.values()} == {4, 6}
        [metrics] = chain.rows("Prometheus", netuid)
        assert str(metrics[0]) in axons
        notes = {note["hotkey"] for note in chain.client.read("commitments", netuid=netuid)}
        assert {hotkey(name) for name in PLAN.members(subnet)[-3:]} <= notes
    [loan] = chain.client.read("crowdloans")
    assert chain.client.query(("Crowdloan", "Crowdloans"), [0])["contributors_count"] == 6


def test_another_run_goes_on_and_another_seed_is_refused(node):
    code, lines = outcome("--url", node.url, "--once")
    assert code == 0 and "The demo network is there already" in lines
    code, lines = outcome("--url", node.url, "--once", "--seed", "8")
    assert (code, lines) == (1, [f"error: the demo network on {node.url} is that of seed 7, not 8"])


def test_stake_is_traded_while_it_is_alive(chain, alive):
    def nonces() -> int:
        return sum(chain.nonce(address(nominator(index))) for index in range(20))

    before, prices = nonces(), chain.client.read("alpha_prices")
    wait(chain, lambda: nonces() >= before + 5)
    assert chain.client.read("alpha_prices") != prices


def test_commits_are_revealed_while_it_is_alive(chain, alive):
    who = account(validator(PLAN.validators(0)[0]))

    def hashes() -> set[str]:
        waiting = chain.get("WeightCommits", NETUIDS[0], hot(who))
        return {str(commit[0]) for commit in waiting or []}

    before, row = hashes(), chain.get("Weights", NETUIDS[0], 1)
    wait(chain, lambda: chain.get("Weights", NETUIDS[0], 1) != row)
    wait(chain, lambda: hashes() and not hashes() & before)


def test_a_newcomer_takes_the_place_of_a_miner(chain, crowded, alive):
    subnet = NETUIDS.index(crowded)
    before = {hotkey(name) for name in (*PLAN.members(subnet), *GUESTS)}
    assert len(before) == int(chain.get("MaxAllowedUids", crowded))
    wait(chain, lambda: hotkey(newcomer(0)) in members(chain, crowded))
    now = members(chain, crowded)
    assert len(now) == len(before)
    gone = before - set(now)
    assert gone and gone <= {*map(hotkey, map(miner, PLAN.miners(subnet))), *map(hotkey, GUESTS)}
    wait(chain, lambda: chain.get("Axons", crowded, hotkey(newcomer(0))) is not None)


def test_it_goes_on_when_the_node_comes_back(chain, node, alive):
    node.stop()
    alive.wait_for("does not answer")
    node.start()
    alive.wait_for("the node answers again")
    alive.wait_for("epochs: ")


def test_it_stops_when_it_is_told_to(chain, alive):
    assert alive.interrupt() == 0
    assert alive.lines[-1] == "Stopped"
    assert not [line for line in alive.lines if "Traceback" in line]


def test_a_chain_that_is_none_is_refused_in_a_line(node):
    url = f"ws://127.0.0.1:{free_port()}"
    code, [line] = outcome("--url", url)
    assert code == 1 and line.startswith(f"error: no chain answers at {url}")
    code, lines = outcome("--url", "nonsense")
    assert code == 2 and "is no address" in lines[-1]


def test_a_chain_where_alice_has_nothing_is_refused(node, chain):
    transfer = calls.Balances.transfer_keep_alive
    everything = chain.free(ENDOWED["//Alice"][0]) - 1_000 * RAO
    chain.submit(transfer(dest=ENDOWED["//Bob"][0], value=everything), wallet("//Alice"))
    code, [line] = outcome("--url", node.url)
    assert code == 1 and "//Alice has less than" in line


def test_subnets_that_have_to_wait_are_no_place_for_it(binary, tmp_path):
    with Node(binary, tmp_path, chain="dev-12s") as slow:
        code, [line] = outcome("--url", slow.url)
        assert code == 1 and line.startswith("error: this chain takes a new subnet every 7200")
        assert slow.rpc("system_accountNextIndex", [ENDOWED["//Alice"][0]]) == 0


def test_what_was_interrupted_is_not_gone_on_with(binary, tmp_path):
    with Node(binary, tmp_path) as other:
        with Demo("--url", other.url) as demo:
            demo.wait_for("subnets open")
            assert demo.interrupt() == 0
        code, [line] = outcome("--url", other.url)
        assert code == 1 and "begun here and not completed" in line


def test_a_chain_of_its_own_goes_with_it(binary):
    port = free_port()
    with Demo("--port", str(port), NODE_BINARY=binary) as demo:
        demo.wait_for("subnets open")
        assert listens(port)
        assert demo.interrupt() == 0
        assert demo.lines[-1] == "Stopped"
    assert not listens(port)


def test_a_port_that_is_taken_is_refused(node, binary):
    with Demo("--port", str(node.rpc_port), NODE_BINARY=binary) as demo:
        assert demo.end() == 1
        [line] = demo.lines
        assert line.startswith(f"error: something listens on port {node.rpc_port} already")
