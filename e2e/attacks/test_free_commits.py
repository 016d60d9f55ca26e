"""Floods of commits, reveals, commitments and pulses, all without a fee: one of a kind waits, the rest is refused,
and blocks come as if there were none."""

import hashlib
import time
from contextlib import contextmanager

import pytest
from bittensor import calls
from support.keys import hot, key, wallet
from support.raw import Ledger, Sender, call_data, hashes, send_all
from support.shield import opaque

OWNER = wallet("//Bob", "//Bob//owner")
NETUID = 2
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
MANY = 1_000
# Each costs the node a pairing.
PULSES = 300
FREE_WAITING = 16
BLOCK_SECONDS = 0.25


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.sudo(ADMIN.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0))


@pytest.fixture(scope="module")
def hotkey(node) -> Sender:
    return Sender(node, "//Bob//owner")


@pytest.fixture(scope="module")
def stranger(node) -> Sender:
    return Sender(node, "//Nobody")


def sealed() -> bytes:
    """Has the form of a ciphertext and is none."""
    length = 60
    parts = [b"\x80" + bytes(95), (32).to_bytes(8, "little"), bytes(32), (32).to_bytes(8, "little"), bytes(32)]
    parts += [(length + 44).to_bytes(8, "little"), (length + 16).to_bytes(8, "little"), bytes(length + 16)]
    parts += [(12).to_bytes(8, "little"), bytes(12), (8).to_bytes(8, "little"), b"AES_GCM_"]
    return b"".join(parts)


def commits() -> list:
    by_hash = CORE.commit_weights(netuid=NETUID, commit_hash=bytes(32))
    timelocked = CORE.commit_timelocked_weights(
        netuid=NETUID, commit=sealed(), reveal_round=1_000, commit_reveal_version=4
    )
    batch = CORE.batch_commit_weights(netuids=[NETUID], commit_hashes=[bytes(32)])
    return [by_hash, timelocked, batch]


def reveals() -> list:
    row = dict(uids=[0], values=[1], salt=[1, 2], version_key=0)
    rows = dict(uids_list=[[0]], values_list=[[1]], salts_list=[[1, 2]], version_keys=[0])
    return [CORE.reveal_weights(netuid=NETUID, **row), CORE.batch_reveal_weights(netuid=NETUID, **rows)]


def commitment():
    return calls.Commitments.set_commitment(netuid=NETUID, info={"fields": [[{"Raw3": "0x616263"}]]})


def flood(node, sender: Sender, call: bytes) -> list:
    nonce = sender.nonce()
    return send_all(node, [sender.sign(call, nonce + ahead) for ahead in range(MANY)])


@contextmanager
def blocks_on_time(node):
    """At least half of the blocks that there would be on an idle machine."""
    ledger, begun = Ledger(node), time.monotonic()
    first = ledger.head()
    yield
    due = (time.monotonic() - begun) / BLOCK_SECONDS
    assert ledger.head() - first >= due / 2 - 1, f"{ledger.head() - first} of {due:.0f} blocks"


def test_commits_of_a_neuron(node, chain, hotkey, bystander):
    """One of each kind waits, and the rate limit of nobody holds more than one a block back."""
    for commit in commits():
        nonce = hotkey.nonce()
        call = call_data(chain, hotkey.address, commit)
        with blocks_on_time(node):
            taken = hashes(flood(node, hotkey, call))
            bystander.pays()
        assert len(taken) <= 2 * FREE_WAITING
        assert hotkey.nonce() < nonce + FREE_WAITING
    assert chain.free(hotkey.address) == 0


def test_reveals_of_what_nobody_committed(node, chain, hotkey, bystander):
    for reveal in reveals():
        call = call_data(chain, hotkey.address, reveal)
        with blocks_on_time(node):
            answers = flood(node, hotkey, call)
            bystander.pays()
        assert hashes(answers) == []
        assert "Custom error: 16" in str(answers[0])


def test_commitments_of_a_neuron(node, chain, hotkey, bystander):
    """They take the bytes of their epoch, and no more."""
    nonce = hotkey.nonce()
    call = call_data(chain, hotkey.address, commitment())
    with blocks_on_time(node):
        taken = hashes(flood(node, hotkey, call))
        bystander.pays()
    assert 0 < len(taken) <= 2 * FREE_WAITING
    assert hotkey.nonce() < nonce + FREE_WAITING


def test_calls_of_a_stranger(node, chain, stranger, bystander):
    """Nothing of somebody without a uid waits."""
    codes = [19, 19, 19, 16, 16, 255]
    for call, code in zip([*commits(), *reveals(), commitment()], codes, strict=True):
        data = call_data(chain, stranger.address, call)
        with blocks_on_time(node):
            answers = flood(node, stranger, data)
            bystander.pays()
        assert hashes(answers) == []
        assert f"Custom error: {code}" in str(answers[0])


def forged_pulse(number: int) -> str:
    """A pulse that its sender has signed and the beacon has not; its signature is another round's."""
    worker = key("//worker")
    signature = bytes.fromhex(
        "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39"
    )
    pulse = (2_000 + number).to_bytes(8, "little") + b"\x80" + hashlib.sha256(signature).digest()
    pulse += b"\xc0" + signature
    payload = bytes(4) + b"\x04" + pulse + b"\x01" + bytes(worker.public_key)
    call = bytes([26, 0]) + payload + b"\x01\x01" + worker.sign(payload)
    return "0x" + opaque(b"\x04" + call).hex()


def test_pulses_of_nobody(node, bystander):
    """None gets in."""
    with blocks_on_time(node):
        answers = send_all(node, [forged_pulse(number) for number in range(PULSES)])
        bystander.pays()
    assert hashes(answers) == []
