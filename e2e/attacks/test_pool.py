"""Floods of transactions that could be paid: the pool keeps what it answered with a hash, and others get in."""

import pytest
from bittensor import calls
from support.keys import RAO, key
from support.raw import Ledger, Sender, call_data, hashes, send_all
from support.shield import compact

WAITING = 512
POOL = 8_192


@pytest.fixture(scope="module")
def remark(chain) -> bytes:
    return call_data(chain, key("//Alice").ss58_address, calls.System.remark(remark=b"!"))


def test_one_account_queues_more_than_the_pool_holds(node, remark, bystander):
    sender, ledger = Sender(node, "//Bob"), Ledger(node)
    nonce = sender.nonce()
    answers = send_all(node, [sender.sign(remark, nonce + ahead) for ahead in range(POOL + 400)])
    bystander.pays()
    # What comes behind the first refusal waits for it in vain; what comes before was promised.
    refused = next(index for index, answer in enumerate(answers) if not isinstance(answer, str))
    assert refused >= WAITING
    ledger.wait(*hashes(answers[:refused]))


def test_nonces_ahead_are_kept_until_the_gap_closes(node, remark, bystander):
    sender, ledger = Sender(node, "//Charlie"), Ledger(node)
    nonce = sender.nonce()
    answers = send_all(node, [sender.sign(remark, nonce + ahead) for ahead in range(1, 2_001)])
    taken = hashes(answers)
    assert len(taken) == WAITING - 1
    refused = [answer for answer in answers if not isinstance(answer, str)]
    assert len(refused) == 2_000 - len(taken)
    bystander.pays()
    ledger.read()
    assert not set(taken) & set(ledger.found)
    ledger.wait(sender.send(remark, nonce), *taken)


def test_batches_that_nobody_can_pay(node, chain, bystander):
    """Megabytes of calls from an account without TAO: refused before they are looked at closely."""
    sender = Sender(node, "//Nobody")
    sale = calls.SubtensorModule.remove_stake(
        hotkey=key("//Bob").ss58_address, netuid=1, amount_unstaked=RAO
    )
    many = 75_000
    batch = bytes([11, 0]) + compact(many) + call_data(chain, sender.address, sale) * many
    for _ in range(5):
        [answer] = send_all(node, [sender.sign(batch, 0)])
        assert "Inability to pay" in str(answer)
    bystander.pays()


def test_a_stuck_transaction_is_replaced_by_one_with_a_tip(node, remark):
    sender, ledger = Sender(node, "//Dave"), Ledger(node)
    nonce = sender.nonce()
    # Nothing takes it while the one before is missing.
    stuck = sender.send(remark, nonce + 1)
    replacement = sender.send(remark, nonce + 1, tip=1)
    ledger.wait(sender.send(remark, nonce), replacement)
    assert stuck not in ledger.found


def test_many_accounts_fill_the_pool(node, chain, remark, bystander):
    """Twenty accounts, each with as many as it may have, all of which can pay."""
    uris = [f"//Flood{index}" for index in range(20)]
    alice = Sender(node, "//Alice")
    fund = [
        calls.Balances.transfer_keep_alive(dest=key(uri).ss58_address, value=RAO) for uri in uris
    ]
    composed = [chain.client.compose(call) for call in fund]
    batch = call_data(chain, alice.address, calls.Utility.batch_all(calls=composed))
    ledger = Ledger(node)
    ledger.wait(alice.send(batch, alice.nonce()))
    senders = [Sender(node, uri) for uri in uris]
    # The heads of all queues come last, so that nothing can leave the pool before it is full.
    rounds = [
        [sender.sign(remark, ahead) for sender in senders] for ahead in reversed(range(WAITING))
    ]
    *rest, last = rounds
    send_all(node, [one for part in rest for one in part])
    bystander.pays()
    heads = hashes(send_all(node, last))
    assert heads
    bystander.pays()
    ledger.wait(*heads)
