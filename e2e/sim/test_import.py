"""The simulator reads a subnet of a running node, and its next epochs are those of the chain, to the last unit."""

import csv
import os
import subprocess
from pathlib import Path

import pytest
from bittensor import calls
from bittensor.sp_core import Keypair
from support.chain import Chain
from support.keys import RAO, hot, wallet

OWNER = wallet("//Bob", "//Bob//owner")
VALIDATORS = [wallet("//Charlie", "//Charlie//validator"), wallet("//Dave", "//Dave//validator")]
MINERS = [wallet("//Eve", "//Eve//miner"), wallet("//Ferdie", "//Ferdie//miner")]
NETUID = 2
TEMPO = 20  # 5 s
EPOCHS = 2
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
ITEMS = {
    "consensus": "Consensus",
    "dividends": "Dividends",
    "trust": "ValidatorTrust",
    "stake_weight": "StakeWeight",
    "emission": "Emission",
    "active": "Active",
    "permit": "ValidatorPermit",
}


def find_simulator() -> str:
    """The simulator to test: SIM_BINARY, else what cargo built in this checkout."""
    root = Path(__file__).resolve().parents[2]
    target = Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
    path = Path(os.environ.get("SIM_BINARY", target / "release" / "subtensor-sim"))
    assert path.is_file(), f"no simulator at {path}; run scripts/test.sh setup build"
    return str(path)


def simulate(*arguments: str, succeeds: bool = True) -> str:
    """What the simulator says; of a failure its one line."""
    done = subprocess.run([find_simulator(), *arguments], capture_output=True, text=True, timeout=120)
    assert (done.returncode == 0) == succeeds, done.stderr
    if not succeeds:
        assert done.stderr.count("\n") == 1, done.stderr
    return done.stdout if succeeds else done.stderr


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """Two who judge two miners and do not agree: the owner, to whom a root validator lends its stake, and another
    validator."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.submit(CORE.start_call(netuid=NETUID), OWNER)
    for who in (*VALIDATORS, *MINERS):
        chain.submit(CORE.burned_register(netuid=NETUID, hotkey=hot(who)), who)
    for who, tao in zip(VALIDATORS, (300, 200)):
        stake = CORE.add_stake(hotkey=hot(who), netuid=NETUID, amount_staked=tao * RAO)
        chain.submit(stake, who)
    chain.submit(CORE.root_register(hotkey=hot(VALIDATORS[0])), VALIDATORS[0])
    root = CORE.add_stake(hotkey=hot(VALIDATORS[0]), netuid=0, amount_staked=500 * RAO)
    chain.submit(root, VALIDATORS[0])
    chain.sudo(
        ADMIN.sudo_set_subnet_emission_enabled(netuid=NETUID, enabled=True),
        ADMIN.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0),
        ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False),
        ADMIN.sudo_set_tempo(netuid=NETUID, tempo=TEMPO),
    )
    # Permits come with an epoch.
    judges = (OWNER, VALIDATORS[1])
    of = [int(chain.get("Uids", NETUID, hot(who))) for who in judges]
    chain.wait_until(lambda: all(chain.get("ValidatorPermit", NETUID)[uid] for uid in of))
    uids = [int(chain.get("Uids", NETUID, hot(who))) for who in MINERS]
    for who, weights in zip(judges, ([3, 1], [2, 5])):
        row = CORE.set_weights(netuid=NETUID, dests=uids, weights=weights, version_key=0)
        chain.submit(row, who, role="hotkey")
    chain.wait_epoch(NETUID)


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    with open(folder / f"{table}.csv", newline="") as file:
        return list(csv.DictReader(file))


def test_the_next_epochs_are_those_of_the_chain(chain, node, tmp_path):
    at = chain.client.block
    scenario, out = tmp_path / "subnet.toml", tmp_path / "out"
    url = node.url.replace("ws://", "http://")
    said = simulate(
        "import", "--url", url, "--netuid", str(NETUID), "--at", str(at),
        "--epochs", str(EPOCHS), "--out", str(scenario),
    )
    assert "not simulated" not in said, said
    simulate("run", str(scenario), "--out", str(out))
    neurons = rows_of(out, "neurons")
    for subnet in rows_of(out, "subnet"):
        block = at + int(subnet["block"])
        chain.client.wait_for_block(block, timeout=60)
        assert int(chain.get("LastEpochBlock", NETUID, at=block)) == block
        epoch = [row for row in neurons if row["epoch"] == subnet["epoch"]]
        for column, item in ITEMS.items():
            stored = [int(value) for value in chain.get(item, NETUID, at=block)]
            assert [int(row[column]) for row in epoch] == stored, item
        incentive = [int(value) for value in chain.get("Incentive", NETUID, at=block)]
        assert [int(row["incentive"]) for row in epoch] == incentive
        assert any(incentive)
        stakes = chain.hotkey_stake(NETUID, block)
        by_name = {"0x" + bytes(Keypair(ss58_address=hotkey).public_key).hex(): rao for hotkey, rao in stakes.items()}
        for row in epoch:
            assert int(row["stake"]) == by_name.get(row["name"], 0), row["name"]
        for column, item in (
            ("tao", "SubnetTAO"), ("alpha_in", "SubnetAlphaIn"), ("alpha_out", "SubnetAlphaOut"),
            ("protocol_alpha", "SubnetProtocolAlpha"), ("burn", "Burn"),
        ):
            assert int(subnet[column]) == int(chain.get(item, NETUID, at=block)), item


def test_what_cannot_be_read_is_one_line(chain, node, tmp_path):
    url = node.url.replace("ws://", "http://")
    out = ("--out", str(tmp_path / "none.toml"))
    problem = simulate("import", "--url", url, "--netuid", "77", *out, succeeds=False)
    assert problem.endswith("subnet 77: there is no such subnet\n")
    far = ("--at", "4000000000")
    problem = simulate("import", "--url", url, "--netuid", "2", *far, *out, succeeds=False)
    assert "block 4000000000: there is no such block" in problem
    problem = simulate("import", "--url", "http://127.0.0.1:1", "--netuid", "2", *out, succeeds=False)
    assert problem.startswith("http://127.0.0.1:1, state_getRuntimeVersion: no answer")
