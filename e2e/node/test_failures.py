"""A node that cannot do its work says why, in a line that names the place, and ends."""

import json
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from support.node import Node, run_binary

from .test_command_line import expect_failure, start_arguments

GRANDPA = "6772616e"  # as the keystore names it
SOMEBODY = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"


def insert_keys(binary: str, base: Path, *kinds: str) -> None:
    schemes = {"aura": "sr25519", "gran": "ed25519"}
    for kind in kinds:
        result = run_binary(
            binary, "key", "insert", "--chain", "local", "--base-path", str(base),
            "--key-type", kind, "--scheme", schemes[kind], "--suri", "//Three",
        )
        assert result.returncode == 0, result.stdout


def start_validator(binary: str, base: Path) -> subprocess.CompletedProcess:
    return run_binary(binary, "--chain", "local", "--validator", *start_arguments(base))


def error_of(result) -> str:
    """The line with the error. The log is written by another thread, before and after."""
    [line] = [line for line in result.stdout.splitlines() if line.startswith("Error: ")]
    return line


def expect_error(result, *words: str) -> None:
    expect_failure(result)
    for word in words:
        assert word in error_of(result), result.stdout


@pytest.mark.parametrize(("kinds", "missing"), [((), "aura"), (("aura",), "gran")])
def test_a_validator_without_a_key(binary, tmp_path, kinds, missing):
    insert_keys(binary, tmp_path, *kinds)
    result = start_validator(binary, tmp_path)
    keystore = tmp_path / "chains" / "local" / "keystore"
    expect_error(result, f"no key of type {missing}", str(keystore), f"--key-type {missing}")


@pytest.mark.parametrize("how", ["empty", "garbage", "of another", "a folder"])
def test_a_validator_with_a_key_that_is_not_usable(binary, tmp_path, how):
    insert_keys(binary, tmp_path, "aura", "gran")
    keystore = tmp_path / "chains" / "local" / "keystore"
    [key] = keystore.glob(f"{GRANDPA}*")
    if how == "a folder":
        key.unlink()
        key.mkdir()
    else:
        key.write_text({"empty": "", "garbage": "no key", "of another": '"//Mallory"'}[how])
    result = start_validator(binary, tmp_path)
    expect_error(result, key.name.removeprefix(GRANDPA), "not usable", str(keystore))
    assert "Mallory" not in result.stdout


def test_a_port_for_peers_that_is_taken(binary, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        result = run_binary(binary, "--dev", *start_arguments(tmp_path, listen=port))
    expect_error(result, f"127.0.0.1:{port}", "--port", "in use")


def test_a_port_for_rpc_that_is_taken(binary, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        result = run_binary(binary, "--dev", *start_arguments(tmp_path, port=port))
    expect_error(result, f"127.0.0.1:{port}", "--rpc-port", "in use")
    assert "Essential task" not in result.stdout


def test_a_port_for_metrics_that_is_taken(binary, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        arguments = [flag for flag in start_arguments(tmp_path) if flag != "--no-prometheus"]
        result = run_binary(binary, "--dev", *arguments, "--prometheus-port", str(port))
    expect_error(result, f"127.0.0.1:{port}", "--prometheus-port", "in use")


@pytest.mark.parametrize("place", ["base", "chains/dev/paritydb", "chains/dev/keystore"])
def test_a_file_where_a_folder_has_to_be(binary, tmp_path, place):
    path = tmp_path / "base" / place if place != "base" else tmp_path / "base"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("in the way")
    result = run_binary(binary, "--dev", *start_arguments(tmp_path / "base"))
    named = path if place != "chains/dev/keystore" else path.parent
    expect_error(result, str(named))


def test_a_network_key_that_is_none(binary, tmp_path):
    key = tmp_path / "base" / "chains" / "dev" / "network" / "secret_ed25519"
    key.parent.mkdir(parents=True)
    key.write_text("garbage")
    expect_error(run_binary(binary, "--dev", *start_arguments(tmp_path / "base")), str(key))


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of 16 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(place)], check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("left", ["some", "none"])
def test_a_full_disk(binary, small_disk, left):
    if left == "none":
        with open(small_disk / "filler", "wb", buffering=0) as filler, pytest.raises(OSError):
            while filler.write(bytes(4096)):
                pass
    result = run_binary(binary, "--dev", *start_arguments(small_disk / "base"))
    assert "panicked" not in result.stdout and result.returncode == 1
    words = "is full: " if left == "some" else "No space left on device"
    assert str(small_disk / "base") in error_of(result) and words in error_of(result), result.stdout


# What a database has lost ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stopped(binary, tmp_path_factory) -> Path:
    """The base path of a development chain that was stopped after some final blocks."""
    node = Node(binary, tmp_path_factory.mktemp("stopped"))
    with node:
        node.wait_for_note(12)
        assert node.stop() == 0
        assert "Essential task" not in node.log()
        kept = node.base_path.parent / "kept"
        shutil.copytree(node.base_path, kept)
    return kept


@pytest.mark.parametrize("lost", ["metadata", "index_*", "*"])
def test_a_lost_file_of_the_database_is_no_new_chain(binary, stopped, tmp_path, lost):
    base = tmp_path / "base"
    shutil.copytree(stopped, base)
    database = base / "chains" / "dev" / "paritydb" / "full"
    files = list(database.glob(lost))
    assert files
    for file in files:
        file.unlink()
    result = run_binary(binary, "--dev", *start_arguments(base))
    expect_error(result, str(database))
    assert "Imported #1" not in result.stdout
    # It stays so until the operator decides.
    assert run_binary(binary, "--dev", *start_arguments(base)).returncode == 1
    purged = run_binary(binary, "purge-chain", "--dev", "--base-path", str(base), "-y")
    assert purged.returncode == 0, purged.stdout


def test_an_authority_does_not_go_on_behind_its_own_votes(binary, stopped, tmp_path):
    base = tmp_path / "base"
    shutil.copytree(stopped, base)
    note = base / "chains" / "dev" / "paritydb" / "final"
    final = int(note.read_text())
    note.write_text(f"{final + 1000}\n")
    result = run_binary(binary, "--dev", *start_arguments(base))
    expect_error(result, f"#{final + 1000} was final", "without --validator", str(note))


# Chain specs -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def spec(binary, tmp_path_factory) -> dict:
    path = tmp_path_factory.mktemp("spec") / "spec.json"
    result = run_binary(binary, "export-chain-spec", "--chain", "dev", "--output", str(path))
    assert result.returncode == 0, result.stdout
    return json.loads(path.read_text())


def patch_of(spec: dict) -> dict:
    return spec["genesis"]["runtimeGenesis"]["patch"]


BROKEN = {
    "id": (lambda spec: spec.update(id="../x"), "'id'"),
    "absolute id": (lambda spec: spec.update(id="/tmp/x"), "'id'"),
    "unknown key": (lambda spec: spec.update(bootnodes=[]), "'bootnodes'"),
    "unknown pallet": (lambda spec: patch_of(spec).update(balance={}), "patch.balance'"),
    "unknown field": (
        lambda spec: patch_of(spec)["subtensorModule"].update(maxSubnets=1),
        "patch.subtensorModule.maxSubnets'",
    ),
    "balance beyond u64": (
        lambda spec: patch_of(spec)["balances"]["balances"].insert(0, [SOMEBODY, 2**64]),
        "patch.balances.balances[0][1]'",
    ),
    "sum beyond u64": (
        lambda spec: patch_of(spec)["balances"]["balances"].insert(0, [SOMEBODY, 2**64 - 1]),
        "patch.balances.balances'",
    ),
    "no address": (
        lambda spec: patch_of(spec)["balances"]["balances"].insert(0, ["nobody", 1]),
        "patch.balances'",
    ),
    "no authors": (lambda spec: patch_of(spec)["aura"].update(authorities=[]), "'aura.authorities'"),
    "no finalizers": (
        lambda spec: patch_of(spec)["grandpa"].update(authorities=[]),
        "'grandpa.authorities'",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_spec_that_is_wrong(binary, spec, tmp_path, case):
    change, place = BROKEN[case]
    changed = json.loads(json.dumps(spec))
    change(changed)
    path, base = tmp_path / "spec.json", tmp_path / "base"
    path.write_text(json.dumps(changed))
    result = run_binary(binary, "--chain", str(path), "--one", *start_arguments(base))
    expect_error(result, place)
    assert {entry.name for entry in tmp_path.iterdir()} <= {"spec.json", "base"}


# Subcommands -------------------------------------------------------------------------------------


def test_subcommands_that_succeed_report_no_failure(binary, stopped, tmp_path):
    base = tmp_path / "base"
    shutil.copytree(stopped, base)
    place = ["--dev", "--base-path", str(base)]
    blocks, other = tmp_path / "blocks", tmp_path / "other"
    for command in (
        ["chain-info", *place],
        ["export-blocks", *place, "--to", "9", str(blocks)],
        ["check-block", *place, "3"],
        ["export-state", *place],
        ["revert", *place, "1"],
        ["import-blocks", "--dev", "--base-path", str(other), str(blocks)],
    ):
        result = run_binary(binary, *command)
        assert result.returncode == 0, (command, result.stdout[-2000:])
        assert not re.search(r"Essential task|panicked|\bfailed\b", result.stdout), (command, result.stdout[-2000:])


def test_an_exported_state_starts(binary, stopped, tmp_path):
    base = tmp_path / "base"
    shutil.copytree(stopped, base)
    exported = subprocess.run(
        [binary, "export-state", "--dev", "--base-path", str(base)],
        capture_output=True, text=True, timeout=90, check=True,
    ).stdout
    path = tmp_path / "state.json"
    path.write_text(exported)
    node = Node(binary, tmp_path / "again", chain=str(path))
    (tmp_path / "again").mkdir()
    with node:
        assert node.height() >= 1
        assert node.panics() == 0
