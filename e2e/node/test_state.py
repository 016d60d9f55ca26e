"""The state of a chain outside of the node: what was exported is sound, and what is not is found out."""

import json
import subprocess
from pathlib import Path

import pytest
from bittensor import calls
from support.chain import Chain
from support.keys import RAO
from support.market import FIRST, OWNER, Market
from support.state import twox_128

TOTAL_STAKE = "0x" + (twox_128("SubtensorModule") + twox_128("TotalStake")).hex()


@pytest.fixture(scope="module")
def exported(binary, node, client, tmp_path_factory) -> dict:
    """The state of a chain that has traded and had an epoch."""
    chain = Chain(client, wait_for_finality=False)
    market = Market(chain)
    chain.submit(calls.SubtensorModule.start_call(netuid=FIRST), OWNER)
    market.holder(FIRST, 100)
    chain.wait_epoch(FIRST)
    node.stop()
    command = [binary, "export-state", "--chain", "dev", "--base-path", node.base_path]
    result = subprocess.run([*command, "--state-pruning", "archive"], capture_output=True, timeout=120)
    assert result.returncode == 0, result.stderr.decode()
    return json.loads(result.stdout)


def checked(binary: str, state: dict, folder: Path, *flags: str) -> subprocess.CompletedProcess:
    path = folder / "state.json"
    path.write_text(json.dumps(state))
    checker = Path(binary).parent / "examples" / "check_state"
    return subprocess.run([checker, path, *flags], capture_output=True, text=True, timeout=120)


def test_what_a_node_exports_is_sound(binary, exported, tmp_path):
    result = checked(binary, exported, tmp_path)
    assert result.returncode == 0, result.stderr
    assert "every pallet is sound" in result.stdout


def test_the_migrations_run_on_it(binary, exported, tmp_path):
    result = checked(binary, exported, tmp_path, "--upgrade")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("the first block of the upgrade takes")


def test_what_does_not_add_up_is_found(binary, exported, tmp_path):
    top = exported["genesis"]["raw"]["top"]
    total = int.from_bytes(bytes.fromhex(top[TOTAL_STAKE][2:]), "little")
    changed = {**top, TOTAL_STAKE: "0x" + (total + RAO).to_bytes(8, "little").hex()}
    result = checked(binary, {"genesis": {"raw": {"top": changed}}}, tmp_path)
    assert result.returncode == 1 and "try_state" in result.stderr


def test_what_does_not_decode_is_found(binary, exported, tmp_path):
    top = {**exported["genesis"]["raw"]["top"], TOTAL_STAKE: "0x01"}
    result = checked(binary, {"genesis": {"raw": {"top": top}}}, tmp_path)
    assert result.returncode == 1 and "decode" in result.stderr
