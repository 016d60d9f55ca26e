"""Transfers: amounts, fees to the block author, and refusals without effect."""

import bittensor
from bittensor import calls, storage
from support.keys import ENDOWED, RAO, key, wallet

AUTHOR = ENDOWED["//One"][0]


def test_transfer_moves_exactly_the_amount_and_the_fee(chain):
    alice, stranger = wallet("//Alice"), key("//stranger").ss58_address
    before, author = chain.free(alice.coldkey.ss58_address), chain.free(AUTHOR)
    result = chain.run(bittensor.Transfer(dest_ss58=stranger, amount_tao=bittensor.tao(3)), alice)
    at = int(result.extrinsic_id.split("-")[0])
    fee = result.fee.rao
    assert fee > 0
    assert chain.free(stranger, at) == 3 * RAO
    assert chain.free(alice.coldkey.ss58_address, at) == before - 3 * RAO - fee
    assert chain.free(AUTHOR, at) == author + fee


# A quote is made for a signature of another length than the one that is sent, one rao per byte, and
# for a transaction without an era, whose check weighs a little less.
QUOTE_RAO = 64 + 16


def test_the_quoted_fee_is_the_fee_paid(chain):
    intent = bittensor.Transfer(dest_ss58=ENDOWED["//Eve"][0], amount_tao=bittensor.tao(1))
    plan = chain.client.plan(intent, wallet("//Bob"))
    assert abs(chain.run(intent, wallet("//Bob")).fee.rao - plan.fee.rao) <= QUOTE_RAO


def test_fees_do_not_change_issuance_beyond_the_emission(chain):
    result = chain.run(
        bittensor.Transfer(dest_ss58=ENDOWED["//Dave"][0], amount_tao=bittensor.tao(1)), wallet("//Alice")
    )
    at = int(result.extrinsic_id.split("-")[0])
    total = [int(chain.client.query(storage.Balances.TotalIssuance, block=b)) for b in (at - 1, at)]
    assert 0 <= total[1] - total[0] <= RAO
    assert total == [int(chain.get("TotalIssuance", at=b)) for b in (at - 1, at)]


def test_more_than_the_balance_is_refused(chain):
    ferdie = wallet("//Ferdie")
    before, nonce = chain.free(ferdie.coldkey.ss58_address), chain.nonce(ferdie.coldkey.ss58_address)
    call = calls.Balances.transfer_keep_alive(dest=AUTHOR, value=before + 1)
    result = chain.refuse(call, ferdie)
    assert result.error.name in ("FundsUnavailable", "InsufficientBalance", "NotExpendable"), result
    # Dispatched and failed: only the fee is gone, and the nonce went on.
    assert before - RAO < chain.free(ferdie.coldkey.ss58_address) < before
    assert chain.nonce(ferdie.coldkey.ss58_address) == nonce + 1


def test_an_empty_account_cannot_pay_and_nothing_is_recorded(chain):
    poor = wallet("//poor")
    result = chain.refuse(calls.System.remark(remark=b"x"), poor)
    assert "cannot cover the transaction fee" in result.message, result
    assert chain.nonce(poor.coldkey.ss58_address) == 0


def test_only_the_sudo_key_may_use_sudo(chain):
    inner = chain.client.compose(calls.System.remark(remark=b"x"))
    assert chain.refuse(calls.Sudo.sudo(call=inner), wallet("//Bob")).error.name == "BadSigner"
