"""A killed node goes on from its database without help, and finds what it has compiled."""

import time
from pathlib import Path

import pytest
from support.node import Node


def compiled(cache: Path) -> list[Path]:
    """Runtimes that are kept, without what the cache notes about them."""
    return [path for path in (cache / "node-subtensor" / "modules").rglob("*") if path.is_file() and not path.suffix]


def run_once(binary, folder: Path) -> None:
    folder.mkdir()
    with Node(binary, folder) as node:
        assert node.height() >= 1
        assert node.panics() == 0


def test_a_compiled_runtime_is_kept_for_other_chains(binary, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    run_once(binary, tmp_path / "first")
    kept = compiled(tmp_path / "cache")
    assert len(kept) == 1
    written = kept[0].stat().st_mtime_ns
    run_once(binary, tmp_path / "second")
    assert compiled(tmp_path / "cache") == kept
    assert kept[0].stat().st_mtime_ns == written


@pytest.mark.parametrize("place", ["nowhere", "shared"])
def test_a_node_without_a_safe_place_for_it_compiles(binary, tmp_path, monkeypatch, place):
    cache = tmp_path / "cache"
    if place == "nowhere":
        cache.write_text("a file, where a folder would have to be")
    else:
        (cache / "node-subtensor").mkdir(parents=True)
        (cache / "node-subtensor").chmod(0o777)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    run_once(binary, tmp_path / "chain")
    assert compiled(cache) == []


def test_killed_node_goes_on_from_its_database(binary, tmp_path):
    node = Node(binary, tmp_path, extra=("--database", "paritydb"))
    try:
        node.start()
        genesis = node.rpc("chain_getBlockHash", [0])
        deadline = time.monotonic() + 60
        while int(node.rpc("chain_getHeader")["number"], 16) < 12:
            assert time.monotonic() < deadline, node.log_tail()
            time.sleep(0.1)
        final = node.rpc("chain_getFinalizedHead")
        height = int(node.rpc("chain_getHeader", [final])["number"], 16)
        node.kill()
        node.start()
        assert node.rpc("chain_getBlockHash", [0]) == genesis
        # What was final stays; the best block may have to be made again.
        assert node.rpc("chain_getBlockHash", [height]) == final
        before = int(node.rpc("chain_getHeader")["number"], 16)
        assert before >= height
        assert node.stop() == 0
        assert "panicked" not in node.log()
    finally:
        node.stop()
