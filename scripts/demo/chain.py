"""A chain, by its JSON-RPC over HTTP, and transactions that wait until they are in a block.

Everything is encoded by the metadata of the node. Each request is one of its own, so that a node
that was away for a while is simply asked again.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass

from acts import Call, Transaction, address, keypair
from bittensor_core import Runtime

# Seconds that an answer may take, and that blocks may take to hold a transaction.
ANSWER, INCLUSION = 30.0, 60.0
POLL = 0.08
NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Unreachable(Exception):
    """Nobody answers at the URL, or not as a node does."""


class Refused(Exception):
    """The node answered with an error."""


@dataclass(frozen=True)
class Outcome:
    """What became of a transaction: the block that it is in, or before which it was refused, and
    why it failed if it did."""

    transaction: Transaction
    block: int
    error: str | None


class Chain:
    """The node at a URL, ws:// or http://, which serve the same port."""

    def __init__(self, url: str):
        self.url = url
        self.http = url.replace("ws", "http", 1) if url.startswith("ws") else url
        self.runtime: Runtime | None = None
        self.genesis = ""

    def connect(self) -> None:
        """Reads what calls and storage look like."""
        version, metadata, self.genesis = self.rpcs(
            ("state_getRuntimeVersion", []),
            ("state_getMetadata", []),
            ("chain_getBlockHash", [0]),
        )
        self.runtime = Runtime(
            bytes.fromhex(metadata[2:]), version["specVersion"], version["transactionVersion"]
        )

    # Asking ------------------------------------------------------------------

    def rpc(self, method: str, *params):
        return self.rpcs((method, list(params)))[0]

    def rpcs(self, *requests: tuple[str, list]) -> list:
        """The answers to several requests at once. Raises the first error among them."""
        answers = self.answers(requests)
        for answer in answers:
            if "error" in answer:
                raise Refused(refusal(answer["error"]))
        return [answer["result"] for answer in answers]

    def answers(self, requests) -> list[dict]:
        body = [
            {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
            for number, (method, params) in enumerate(requests)
        ]
        if not body:
            return []
        request = urllib.request.Request(
            self.http, json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        try:
            with NO_PROXY.open(request, timeout=ANSWER) as answer:
                answers = json.loads(answer.read())
        except (OSError, ValueError) as error:
            raise Unreachable(getattr(error, "reason", None) or error) from None
        if not isinstance(answers, list) or len(answers) != len(body):
            raise Unreachable("what answers is no node")
        return sorted(answers, key=lambda one: one["id"])

    def best(self) -> int:
        return int(self.rpc("chain_getHeader")["number"], 16)

    def final(self) -> int:
        return int(self.rpc("chain_getHeader", self.rpc("chain_getFinalizedHead"))["number"], 16)

    def wait_after(self, number: int) -> int:
        """Waits for a block after that one; gives its number."""
        while (best := self.best()) <= number:
            time.sleep(POLL)
        return best

    def price(self, netuid: int) -> int:
        """Rao of TAO for an alpha of a subnet."""
        argument = "0x" + netuid.to_bytes(2, "little").hex()
        found = self.rpc("state_call", "SwapRuntimeApi_current_alpha_price", argument)
        return int.from_bytes(bytes.fromhex(found[2:]), "little")

    def read(self, item: str, *keys, pallet: str = "SubtensorModule"):
        return self.reads([(item, *keys)], pallet)[0]

    def reads(self, wanted: list[tuple], pallet: str = "SubtensorModule", at: str | None = None):
        """Storage items at a block, the best unless said otherwise: each a name and its keys."""
        keys = [
            "0x" + bytes(self.runtime.storage_key(pallet, item, list(rest))).hex()
            for item, *rest in wanted
        ]
        block = [at] if at else []
        found = self.rpcs(*(("state_getStorage", [key, *block]) for key in keys))
        return [self._decoded(pallet, item[0], raw) for item, raw in zip(wanted, found)]

    def _decoded(self, pallet: str, item: str, found: str | None):
        entry = self.runtime.storage_entry(pallet, item)
        if found is None and entry.modifier != "Default":
            return None
        raw = bytes(entry.default_bytes) if found is None else bytes.fromhex(found[2:])
        return self.runtime.decode(entry.value_type, raw)

    # Sending -----------------------------------------------------------------

    def compose(self, call: Call) -> bytes:
        arguments = {
            name: self.compose(value) if isinstance(value, Call) else value
            for name, value in call.arguments.items()
        }
        return bytes(self.runtime.compose_call(call.pallet, call.function, arguments))

    def send(self, transactions: list[Transaction], final: bool = False) -> list[Outcome]:
        """Sends transactions together and waits until each is in a block, or in a final one, or
        refused."""
        signed = self._signed(transactions)
        last = self.final if final else self.best
        begin = last() + 1
        answers = self.answers([("author_submitExtrinsic", [one]) for one in signed])
        outcomes: dict[int, Outcome] = {}
        waiting: dict[str, int] = {}
        refused: set[str] = set()
        for place, (transaction, answer) in enumerate(zip(transactions, answers)):
            if "error" in answer:
                refused.add(transaction.signer)
                outcomes[place] = Outcome(transaction, begin, refusal(answer["error"]))
            elif transaction.signer in refused:
                outcomes[place] = Outcome(transaction, begin, "waits for one that was refused")
            else:
                waiting[signed[place]] = place
        self._follow(last, begin, waiting, transactions, outcomes)
        return [outcomes[place] for place in range(len(transactions))]

    def _signed(self, transactions: list[Transaction]) -> list[str]:
        signers = sorted({one.signer for one in transactions})
        found = self.rpcs(*(("system_accountNextIndex", [address(who)]) for who in signers))
        nonces = dict(zip(signers, found))
        signed = []
        for transaction in transactions:
            signed.append(self._sign(transaction, nonces[transaction.signer]))
            nonces[transaction.signer] += 1
        return signed

    def _sign(self, transaction: Transaction, nonce: int) -> str:
        """A transaction that is valid forever, as the pool takes it."""
        calls = [self.compose(call) for call in transaction.calls]
        call = calls[0]
        if len(calls) > 1:
            call = bytes(self.runtime.compose_call("Utility", "batch_all", {"calls": calls}))
        key = keypair(transaction.signer)
        terms = {"era": "00", "nonce": nonce, "tip": 0, "tip_asset_id": None}
        genesis = bytes.fromhex(self.genesis[2:])
        payload = self.runtime.signature_payload(
            call, **terms, genesis_hash=genesis, era_block_hash=genesis
        )
        extrinsic, _hash = self.runtime.encode_signed_extrinsic(
            call, public_key=bytes(key.public_key), signature=bytes(key.sign(bytes(payload))),
            signature_version=1, **terms,
        )
        return "0x" + bytes(extrinsic).hex()

    def _follow(self, last, begin: int, waiting: dict, transactions, outcomes: dict) -> None:
        """Looks at blocks from one on, each version of them, until nothing is waited for."""
        deadline = time.monotonic() + INCLUSION
        seen: set[str] = set()
        while waiting and time.monotonic() < deadline:
            numbers = range(begin, last() + 1)
            hashes = self.rpcs(*(("chain_getBlockHash", [number]) for number in numbers))
            for number, block in zip(numbers, hashes):
                if block is not None and block not in seen:
                    seen.add(block)
                    self._look(number, block, waiting, transactions, outcomes)
            if waiting:
                time.sleep(POLL)
        for place in waiting.values():
            error = f"is in no block after {INCLUSION:.0f} s"
            outcomes[place] = Outcome(transactions[place], begin, error)

    def _look(self, number: int, block: str, waiting: dict, transactions, outcomes) -> None:
        body = self.rpc("chain_getBlock", block)["block"]["extrinsics"]
        found = {index: one for index, one in enumerate(body) if one in waiting}
        if not found:
            return
        [events] = self.reads([("Events",)], "System", block)
        errors = {index: error for index, error in map(self._failure, events) if error}
        for index, extrinsic in found.items():
            place = waiting.pop(extrinsic)
            outcomes[place] = Outcome(transactions[place], number, errors.get(index))

    def _failure(self, record) -> tuple[int | None, str | None]:
        """The number of an extrinsic in its block, and the name of its error if it failed."""
        event, index = record["event"], record.get("extrinsic_idx")
        kind = (event["module_id"], event["event_id"])
        if kind == ("System", "ExtrinsicFailed"):
            return index, self.name_of(event["attributes"]["dispatch_error"])
        if kind == ("Sudo", "Sudid") and "Ok" not in (got := event["attributes"]["sudo_result"]):
            return index, self.name_of(got["Err"])
        return index, None

    def name_of(self, error) -> str:
        """The name of a dispatch error."""
        if isinstance(error, dict) and "Module" in error:
            index, number = error["Module"]["index"], error["Module"]["error"]
            first = bytes.fromhex(number[2:])[0] if isinstance(number, str) else number[0]
            return str(self.runtime.module_error(index, first)[0])
        return str(error)


def refusal(error: dict) -> str:
    """An error of JSON-RPC in a line."""
    data = str(error.get("data") or "")
    return " ".join(f"{error.get('message')} {data}".split())
