"""Calls without a fee, sent by hotkeys that never had a rao: what works is free, what fails is never in a block."""

import pytest
from bittensor import calls
from support.keys import hot, wallet
from support.raw import Ledger, Sender, call_data, hashes, send_all

OWNER = wallet("//Bob", "//Bob//owner")
NETUID = 2
CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
MANY = 2_000
FREE_WAITING = 16


@pytest.fixture(scope="module", autouse=True)
def subnet(chain):
    """A subnet on which weights are committed, as on every new one, and its owner limits nothing."""
    chain.submit(CORE.register_network(hotkey=hot(OWNER)), OWNER)
    chain.sudo(
        ADMIN.sudo_set_weights_set_rate_limit(netuid=NETUID, weights_set_rate_limit=0),
        ADMIN.sudo_set_serving_rate_limit(netuid=NETUID, serving_rate_limit=0),
    )
    assert chain.free(hot(OWNER)) == 0


@pytest.fixture(scope="module")
def hotkey(node) -> Sender:
    return Sender(node, "//Bob//owner")


def weights(count: int):
    uids = list(range(count))
    return CORE.set_weights(netuid=NETUID, dests=uids, weights=[1] * count, version_key=0)


def axon(port: int, certificate: bytes | None = None):
    fields = dict(
        netuid=NETUID, version=1, ip=0x08080808, port=port, ip_type=4, protocol=4, placeholder1=0, placeholder2=0
    )
    if certificate is None:
        return CORE.serve_axon(**fields)
    return CORE.serve_axon_tls(**fields, certificate=certificate)


def test_weights_where_they_must_be_committed(node, chain, hotkey, bystander):
    """The first attack on record: five blocks full of failures for nothing."""
    ledger = Ledger(node)
    call = call_data(chain, hotkey.address, weights(1))
    first = hotkey.nonce()
    answers = send_all(node, [hotkey.sign(call, first + ahead) for ahead in range(MANY)])
    assert hashes(answers) == []
    assert "Custom error: 255" in str(answers[0])
    bystander.pays()
    ledger.read()
    assert hotkey.nonce() == first


def test_rows_and_certificates_without_end(node, chain, hotkey, bystander):
    """A row longer than a subnet and a certificate of a megabyte are not even read."""
    ends = call_data(chain, hotkey.address, weights(0))
    long_row = bytes.fromhex("02093d00") + bytes(2 * 1_000_000)
    pallet_call_netuid = ends[:4]
    sent = [pallet_call_netuid + long_row + long_row + bytes(8)]
    short = call_data(chain, hotkey.address, axon(80, b""))
    assert short[-1] == 0
    sent.append(short[:-1] + bytes.fromhex("02093d00") + bytes(1_000_000))
    for call in sent:
        [answer] = send_all(node, [hotkey.sign(call, hotkey.nonce())])
        assert not isinstance(answer, str)
    bystander.pays()


def test_endpoints_without_a_rate_limit(node, chain, hotkey, bystander):
    """One waits, whatever is sent."""
    ledger = Ledger(node)
    nonce = hotkey.nonce()
    call = call_data(chain, hotkey.address, axon(80))
    answers = send_all(node, [hotkey.sign(call, nonce + ahead) for ahead in range(MANY)])
    taken = hashes(answers)
    bystander.pays()
    # The first is in; those behind the refused second wait for it in vain.
    ledger.wait(taken[0])
    assert len(taken) <= 2 * FREE_WAITING
    assert hotkey.nonce() < nonce + FREE_WAITING
    assert chain.free(hotkey.address) == 0


def test_takes(node, chain, bystander):
    """Ten thousand raises inside the limit once pushed a transfer out of the pool."""
    owner = Sender(node, "//Bob")
    raise_take = CORE.increase_take(hotkey=hot(OWNER), take=11_796)
    chain.sudo(ADMIN.sudo_set_tx_delegate_take_rate_limit(tx_rate_limit=100_000))
    chain.submit(CORE.decrease_take(hotkey=hot(OWNER), take=5), OWNER)
    call = call_data(chain, owner.address, raise_take)
    nonce = owner.nonce()
    answers = send_all(node, [owner.sign(call, nonce + ahead) for ahead in range(MANY)])
    assert hashes(answers) == []
    bystander.pays()


def test_the_hotkey_without_tao_can_work(chain, hotkey):
    """Its axon and, once they are set in clear, its weights."""
    chain.submit(axon(8091), OWNER, role="hotkey")
    chain.sudo(ADMIN.sudo_set_commit_reveal_weights_enabled(netuid=NETUID, enabled=False))
    chain.submit(weights(1), OWNER, role="hotkey")
    assert chain.get("Weights", NETUID, 0)
    assert chain.free(hot(OWNER)) == 0
    result = chain.refuse(calls.System.remark(remark=b"no fee, no remark"), OWNER, role="hotkey")
    assert result.error.name == "Payment"
