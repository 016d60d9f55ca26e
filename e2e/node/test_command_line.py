"""The binary itself: subcommands work, and wrong input ends in one clear message."""

import json
import re
import socket

import pytest
from support.node import free_port, run_binary

QUIET = ["--no-prometheus", "--no-telemetry", "--no-mdns", "--unsafe-force-node-key-generation"]


def start_arguments(base_path, port=None, listen=None) -> list[str]:
    return [
        *QUIET,
        "--base-path", str(base_path),
        "--rpc-port", str(port or free_port()),
        "--listen-addr", f"/ip4/127.0.0.1/tcp/{listen or free_port()}",
    ]


def expect_failure(result, *words: str) -> None:
    """Not zero, no panic, and a message that says what was wrong."""
    assert result.returncode not in (0, 101, -6), (result.returncode, result.stdout)
    assert "panicked" not in result.stdout
    assert "Error" in result.stdout or "error" in result.stdout
    for word in words:
        assert word.lower() in result.stdout.lower(), result.stdout


def test_version_and_help(binary):
    assert re.match(r"node-subtensor \d+\.\d+\.\d+", run_binary(binary, "--version").stdout)
    for command in (
        "key", "build-spec", "export-chain-spec", "check-block", "export-blocks", "import-blocks",
        "export-state", "revert", "purge-chain", "chain-info",
    ):
        result = run_binary(binary, command, "--help")
        assert result.returncode == 0, (command, result.stdout)


@pytest.mark.parametrize("preset", ["dev", "dev-12s", "local", "local-12s"])
def test_every_preset_builds_a_spec_that_the_node_reads_back(binary, preset, tmp_path):
    result = run_binary(binary, "export-chain-spec", "--chain", preset, "--raw", "--output", str(tmp_path / "raw.json"))
    assert result.returncode == 0, result.stdout
    spec = json.loads((tmp_path / "raw.json").read_text())
    assert spec["properties"] == {"ss58Format": 42, "tokenDecimals": 9, "tokenSymbol": "TAO"}
    assert "raw" in spec["genesis"]
    again = run_binary(
        binary, "export-chain-spec", "--chain", str(tmp_path / "raw.json"), "--raw", "--output", str(tmp_path / "again.json")
    )
    assert again.returncode == 0, again.stdout
    assert json.loads((tmp_path / "again.json").read_text())["genesis"] == spec["genesis"]


def test_keys_are_generated_and_inspected(binary):
    result = run_binary(binary, "key", "inspect", "//Alice")
    assert "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY" in result.stdout
    assert run_binary(binary, "key", "generate").returncode == 0


def test_unknown_preset(binary, tmp_path):
    expect_failure(run_binary(binary, "--chain", "no-such-preset", *start_arguments(tmp_path)), "no-such-preset")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"name": 7}', '{"name": "x", "id": "x", "genesis": {"raw": {"top": {"0x": "zz"}}}}']
)
def test_malformed_spec_file(binary, tmp_path, text):
    spec = tmp_path / "spec.json"
    spec.write_text(text)
    expect_failure(run_binary(binary, "--chain", str(spec), *start_arguments(tmp_path / "base")))


def test_spec_file_without_our_runtime_code(binary, tmp_path):
    spec = tmp_path / "spec.json"
    run_binary(binary, "export-chain-spec", "--chain", "dev", "--raw", "--output", str(spec))
    content = json.loads(spec.read_text())
    content["genesis"]["raw"]["top"]["0x3a636f6465"] = "0x00"
    spec.write_text(json.dumps(content))
    expect_failure(run_binary(binary, "--chain", str(spec), *start_arguments(tmp_path / "base")))


def test_rpc_port_in_use(binary, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        result = run_binary(binary, "--dev", *start_arguments(tmp_path, port=port))
    expect_failure(result, "in use")


def test_base_path_that_cannot_be_written(binary, tmp_path):
    (tmp_path / "file").write_text("in the way")
    expect_failure(run_binary(binary, "--dev", *start_arguments(tmp_path / "file" / "base")))


def test_unknown_flag_and_bad_sealing(binary, tmp_path):
    expect_failure(run_binary(binary, "--no-such-flag"), "no-such-flag")
    expect_failure(run_binary(binary, "--dev", "--sealing", "sometimes", *start_arguments(tmp_path)), "sealing")


@pytest.mark.parametrize(
    "flags",
    [
        ("--chain", "local", "--sync", "fast"),
        ("--chain", "local", "--sync", "fast-unsafe"),
        ("--dev", "--sync", "fast"),
        ("--dev", "--sync", "warp"),
        ("--dev", "--sealing", "instant", "--sync", "warp"),
    ],
)
def test_sync_modes_that_end_badly(binary, tmp_path, flags):
    result = run_binary(binary, *flags, *start_arguments(tmp_path))
    expect_failure(result, "Unsupported sync mode")
    assert len(result.stdout.splitlines()) == 1, result.stdout
    assert not list(tmp_path.iterdir())


def test_sealing_by_nobody(binary, tmp_path):
    result = run_binary(binary, "--chain", "dev", "--sealing", "manual", *start_arguments(tmp_path))
    expect_failure(result, "--sealing makes blocks")


@pytest.mark.parametrize("url", ["", "api.drand.sh", "ftp://api.drand.sh", "http://", "http://a?round=1"])
def test_an_endpoint_of_drand_that_is_no_url(binary, tmp_path, url):
    result = run_binary(binary, "--dev", f"--drand-endpoint={url}", *start_arguments(tmp_path))
    expect_failure(result)
    said = [line for line in result.stdout.splitlines() if line.startswith("error")]
    assert len(said) == 1, result.stdout
    assert f"invalid value '{url}' for '--drand-endpoint" in said[0], said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--dev", *["--drand-endpoint=http://127.0.0.1:1"] * 17], "at most 16"),
        (["--chain=local", "--drand-endpoint=http://127.0.0.1:1"], "nodes that fetch pulses"),
    ],
)
def test_endpoints_of_drand_that_nobody_can_ask(binary, tmp_path, flags, words):
    result = run_binary(binary, *flags, *start_arguments(tmp_path))
    expect_failure(result, words)
    assert len(result.stdout.splitlines()) == 1, result.stdout
    assert not list(tmp_path.iterdir())


def test_a_file_of_blocks_that_is_missing_is_named(binary, tmp_path):
    missing, base = tmp_path / "no-such-file", tmp_path / "base"
    expect_failure(run_binary(binary, "import-blocks", "--dev", "--base-path", str(base), str(missing)), str(missing))
    assert not base.exists()
    unwritable = tmp_path / "no-such-folder" / "blocks"
    result = run_binary(binary, "export-blocks", "--dev", "--base-path", str(base), str(unwritable))
    expect_failure(result, str(unwritable))


def test_help_shows_the_defaults_that_are_in_force(binary):
    text = re.sub(r"\s+", " ", run_binary(binary, "--help").stdout)
    for flag, default in {
        "--rpc-max-connections": "10000",
        "--rpc-max-subscriptions-per-connection": "10000",
        "--trie-cache-size": "67108864",
        "--pool-limit": "8192",
        "--pool-kbytes": "20480",
        "--sync": "full",
        "--pool-type": "fork-aware",
    }.items():
        shown = re.search(re.escape(flag) + r" <.*?\[default: (\S+?)\]", text)
        assert shown and shown.group(1) == default, flag
