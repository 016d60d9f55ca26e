"""Orders signed by traders, encoded and signed here without the client, and executed by a relayer."""

import hashlib

import pytest
from bittensor import calls
from bittensor.sp_core import ss58_decode, ss58_encode
from support.chain import Chain, events
from support.change import Change
from support.keys import RAO, cold, hot, wallet

CORE, ORDERS = calls.SubtensorModule, calls.LimitOrders
OWNER = wallet("//Bob", "//Orders//owner")
BUYER, SELLER = wallet("//Charlie", "//Orders//buyer"), wallet("//Dave", "//Orders//seller")
RELAYER, PAID = wallet("//Eve"), wallet("//Orders//paid")
NETUID, CHAIN_ID, FOREVER = 2, 42, 2**63
BUY, TAKE_PROFIT, STOP_LOSS = range(3)
KINDS = ["LimitBuy", "TakeProfit", "StopLoss"]
ONE_PERCENT = 10_000_000


class Order:
    """One order of the first version, in the words of the chain and as the bytes that are signed."""

    def __init__(self, who, kind: int, amount: int, limit: int, **changed):
        self.who = who
        self.fields = {
            "signer": cold(who), "hotkey": hot(who), "netuid": NETUID, "order_type": kind,
            "amount": amount, "limit_price": limit, "expiry": FOREVER, "fee_rate": ONE_PERCENT,
            "fee_recipient": cold(PAID), "relayer": None, "max_slippage": None,
            "chain_id": CHAIN_ID, "partial_fills_enabled": False, **changed,
        }

    def encoded(self) -> bytes:
        given = self.fields

        def number(name: str, size: int) -> bytes:
            return given[name].to_bytes(size, "little")

        relayers = given["relayer"]
        listed = b"\0" if relayers is None else bytes([1, 4 * len(relayers)]) + b"".join(map(ss58_decode, relayers))
        slippage = given["max_slippage"]
        return b"".join([
            b"\0", ss58_decode(given["signer"]), ss58_decode(given["hotkey"]), number("netuid", 2),
            bytes([given["order_type"]]), number("amount", 8), number("limit_price", 8),
            number("expiry", 8), number("fee_rate", 4), ss58_decode(given["fee_recipient"]), listed,
            b"\0" if slippage is None else b"\1" + slippage.to_bytes(4, "little"),
            number("chain_id", 8), bytes([given["partial_fills_enabled"]]),
        ])

    def id(self) -> str:
        return "0x" + hashlib.blake2b(self.encoded(), digest_size=32).hexdigest()

    def said(self) -> dict:
        return {"V1": {**self.fields, "order_type": KINDS[self.fields["order_type"]]}}

    def signed(self, fill: int | None = None, by=None) -> dict:
        signature = (by or self.who).coldkey.sign(self.encoded())
        return {
            "order": self.said(),
            "signature": {"Sr25519": f"0x{bytes(signature).hex()}"},
            "partial_fill": fill,
        }


@pytest.fixture(scope="module")
def chain(client) -> Chain:
    return Chain(client, wait_for_finality=False)


@pytest.fixture(scope="module", autouse=True)
def market(chain):
    chain.batch([CORE.register_network(hotkey=hot(OWNER)), CORE.start_call(netuid=NETUID)], OWNER)
    chain.sudo(calls.AdminUtils.sudo_set_tempo(netuid=NETUID, tempo=0))
    chain.submit(calls.Balances.transfer_keep_alive(dest=cold(PAID), value=RAO), OWNER)
    for who in (BUYER, SELLER):
        chain.submit(CORE.try_associate_hotkey(hotkey=hot(who)), who)
    chain.submit(CORE.add_stake(hotkey=hot(SELLER), netuid=NETUID, amount_staked=200 * RAO), SELLER)


def price(chain) -> int:
    """Rao of TAO for a whole alpha."""
    return int(chain.client.read("alpha_price", netuid=NETUID)["price_rao"])


def status(chain, order: Order):
    return chain.client.query(("LimitOrders", "Orders"), [order.id()])


def execute(chain, *signed, should_fail: bool = True):
    return chain.submit(ORDERS.execute_orders(orders=list(signed), should_fail=should_fail), RELAYER)


def refused(chain, *signed) -> str:
    return chain.refuse(ORDERS.execute_orders(orders=list(signed), should_fail=True), RELAYER).error.name


def test_a_purchase_waits_for_its_price(chain):
    order = Order(BUYER, BUY, 10 * RAO, price(chain) // 2)
    assert refused(chain, order.signed()) == "PriceConditionNotMet"
    order = Order(BUYER, BUY, 10 * RAO, 2 * price(chain))
    change = Change(chain, execute(chain, order.signed()))
    (done,) = events(change.result, "OrderExecuted", "LimitOrders")
    assert done["order_id"] == order.id() and done["signer"] == cold(BUYER)
    # The fee is the recipient's, and the relayer pays for the transaction only.
    assert change.free(cold(PAID)) == RAO // 10
    assert change.free(cold(BUYER)) == -10 * RAO
    assert abs(change.stake(cold(BUYER), hot(BUYER), NETUID) - int(done["amount_out"])) <= 10
    assert change.free(cold(RELAYER)) == -change.result.fee.rao
    assert status(chain, order) == "Fulfilled"
    assert refused(chain, order.signed()) == "OrderAlreadyProcessed"


def test_nobody_trades_for_another_or_on_another_chain(chain):
    high = 2 * price(chain)
    order = Order(BUYER, BUY, RAO, high)
    assert refused(chain, order.signed(by=SELLER)) == "InvalidSignature"
    assert refused(chain, Order(BUYER, BUY, RAO, high, chain_id=964).signed()) == "ChainIdMismatch"
    assert refused(chain, Order(BUYER, BUY, RAO, high, expiry=1).signed()) == "OrderExpired"
    mine = Order(BUYER, BUY, RAO, high, relayer=[cold(OWNER)])
    assert refused(chain, mine.signed()) == "RelayerMissMatch"


def test_a_batch_lets_buyers_and_sellers_meet(chain):
    high, low = 2 * price(chain), price(chain) // 2
    orders = [Order(BUYER, BUY, 20 * RAO, high), Order(SELLER, TAKE_PROFIT, 5 * RAO, low)]
    result = chain.submit(
        ORDERS.execute_batched_orders(netuid=NETUID, orders=[order.signed() for order in orders]), RELAYER
    )
    change = Change(chain, result)
    assert len(events(result, "OrderExecuted", "LimitOrders")) == 2
    (summary,) = events(result, "GroupExecutionSummary", "LimitOrders")
    assert int(summary["executed_count"]) == 2
    assert change.free(cold(BUYER)) == -20 * RAO
    assert abs(change.stake(cold(SELLER), hot(SELLER), NETUID) + 5 * RAO) <= 10
    assert change.free(cold(SELLER)) > 0 and change.stake(cold(BUYER), hot(BUYER), NETUID) > 0
    # Nothing stays with the pallet.
    pallet = ss58_encode(b"modlbt/limit".ljust(32, b"\0"), 42)
    assert chain.free(pallet) == 0


def test_parts_are_filled_and_the_rest_is_cancelled(chain):
    order = Order(
        BUYER, BUY, 10 * RAO, 2 * price(chain), relayer=[cold(RELAYER)], partial_fills_enabled=True
    )
    execute(chain, order.signed(fill=4 * RAO))
    assert status(chain, order) == {"PartiallyFilled": 4 * RAO}
    assert refused(chain, order.signed(fill=7 * RAO)) == "IncorrectPartialFillAmount"
    cancel = ORDERS.cancel_order(order=order.said())
    assert chain.refuse(cancel, SELLER).error.name == "Unauthorized"
    chain.submit(cancel, BUYER)
    assert status(chain, order) == "Cancelled"
    assert refused(chain, order.signed(fill=RAO)) == "OrderCancelled"


def test_one_bad_order_is_skipped_or_stops_all(chain):
    good = Order(BUYER, BUY, RAO, 2 * price(chain))
    bad = Order(BUYER, STOP_LOSS, RAO, price(chain) // 2)
    assert refused(chain, good.signed(), bad.signed()) == "PriceConditionNotMet"
    assert status(chain, good) is None
    result = execute(chain, good.signed(), bad.signed(), should_fail=False)
    (skipped,) = events(result, "OrderSkipped", "LimitOrders")
    assert skipped["order_id"] == bad.id()
    assert status(chain, good) == "Fulfilled" and status(chain, bad) is None
