"""subxt makes a typed interface of our metadata, with all that `runtime/interface.txt` lists."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INTERFACE = ROOT / "runtime" / "interface.txt"
# A call without arguments has no parentheses.
CALL = re.compile(r"^(\w+) call \d+ (\w+)", re.MULTILINE)
STORAGE = re.compile(r"^(\w+) storage (\w+):", re.MULTILINE)
METHOD = re.compile(r"^(\w+)\.(\w+)\(", re.MULTILINE)


@pytest.fixture(scope="module")
def reader() -> str:
    """`e2e/subxt`, as the stage `build` of scripts/test.sh makes it."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    path = Path(os.environ.get("SUBXT_READER", target / "subxt" / "debug" / "subxt-reader"))
    if not path.is_file():
        raise FileNotFoundError(f"no {path}; run scripts/test.sh build")
    return str(path)


def read(reader: str, metadata: bytes) -> subprocess.CompletedProcess:
    return subprocess.run([reader], input=metadata, capture_output=True, timeout=60)


def metadata_of(node, version: int) -> bytes:
    """The bytes that begin with `meta`, out of the option and the length that hold them."""
    answer = node.rpc("state_call", ["Metadata_metadata_at_version", version.to_bytes(4, "little").hex()])
    encoded = bytes.fromhex(answer[2:])
    assert encoded[0] == 1
    return encoded[encoded.index(b"meta") :]


def flat(name: str) -> str:
    """A name as it is however words are parted in it."""
    return name.replace("_", "").lower()


def listed(pattern: re.Pattern) -> set[tuple[str, str]]:
    found = {(flat(place), flat(name)) for place, name in pattern.findall(INTERFACE.read_text())}
    assert len(found) > 100
    return found


def generated(lines: list[str], inside: str) -> set[tuple[str, str]]:
    """Pallet or API, and name, of what is generated in such a place."""
    found = [re.fullmatch(inside, line) for line in lines]
    return {(flat(match[1]), flat(match[2])) for match in found if match}


@pytest.mark.parametrize("version", [14, 15])
def test_generates_all_calls_storage_and_runtime_apis(node, reader, version):
    result = read(reader, metadata_of(node, version))
    assert result.returncode == 0, result.stderr.decode()
    lines = result.stdout.decode().splitlines()
    # Two of a name would not compile.
    assert len(set(lines)) == len(lines)
    calls = generated(lines, r"api::(\w+)::calls::api::TransactionApi::(\w+)")
    items = generated(lines, r"api::(\w+)::storage::StorageApi::(\w+)")
    methods = generated(lines, r"api::runtime_apis::\w+::(\w+)::(\w+)")
    # Differences alone, as pytest takes minutes to compare sets of hundreds.
    assert calls ^ listed(CALL) == set()
    assert items ^ listed(STORAGE) == set()
    # Version 14 has none.
    assert methods ^ (listed(METHOD) if version > 14 else set()) == set()


# subxt passes over the first four bytes, the word `meta`; the version follows them.
@pytest.mark.parametrize(
    "spoil", [lambda all: b"", lambda all: all[:5000], lambda all: all[:4] + b"\xff" + all[5:]]
)
def test_what_is_no_metadata_is_refused(node, reader, spoil):
    result = read(reader, spoil(metadata_of(node, 15)))
    assert result.returncode == 1
    assert result.stderr.startswith(b"error: ") and result.stderr.count(b"\n") == 1
    assert result.stdout == b""
