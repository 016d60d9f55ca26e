"""A pool flooded with transactions that can all be paid: blocks come, and with them what others need."""

import threading

from support.raw import Sender, hashes, send_all

from .isolated import wait_for
from .load import Payer, endow, transfer_to
from .pressure import borne

TARGET = 1
ACCOUNTS, EACH = 40, 500
GROWTH = 1024
WITHIN = 60


def test_twenty_thousand_transactions(network):
    target = network.authors[TARGET]
    uris = [f"//Flood{index}" for index in range(ACCOUNTS)]
    endow(target, uris)
    transfer = transfer_to(target, ["//Charlie"], 1)
    senders = [Sender(target, uri) for uri in uris]
    flood = [sender.sign(transfer, nonce) for nonce in range(EACH) for sender in senders]
    answers: list = []
    sending = threading.Thread(target=lambda: answers.extend(send_all(target, flood)))
    with borne(network, target, GROWTH):
        sending.start()
        others = [Payer(target, "//Ferdie"), Payer(network.authors[2], "//Eve")]
        waited = [payer.pay(transfer) for _ in range(5) for payer in others]
    sending.join()
    taken = len(hashes(answers))
    print(f"{taken} of {len(answers)} taken; others waited {waited} blocks for finality", flush=True)
    assert taken > 0
    # Behind the flood they would have waited for hundreds.
    assert max(waited) <= WITHIN
    wait_for(lambda: not any(n.rpc("author_pendingExtrinsics") for n in network.authors), "carried", [target])
