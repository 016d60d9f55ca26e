"""What becomes of transactions that are on their way when the runtime changes, block by block.

Who signs a transaction signs the `spec_version`: what is signed for the old runtime can only be in
blocks of the old runtime, the last of which is the one with the upgrade. What is encrypted is bound
to a key of an author, and these outlive the runtime.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

from bittensor import calls
from bittensor_core import encrypt_mlkem768
from common import connected, note, spec_version
from support.chain import Chain
from support.keys import RAO, DevWallet, cold, wallet
from support.node import RpcError, Sealed
from support.shield import PERIOD, Shield, fresh_address, opaque, payment

# Bytes of a block of the node's making, and how many the full one below has left: fewer than an
# encrypted transaction takes.
BLOCK_BYTES, SPARE_BYTES = 4 * 1024 * 1024, 1_000
HEADER_BYTES = 300


class Signer(Shield):
    """Signs for a runtime that is not there yet."""

    spec_version: int | None = None

    def signed(
        self, call, who: DevWallet, ahead: int = 0, period: int | None = PERIOD, tip: int = 0
    ) -> bytes:
        nonce = self.chain.nonce(cold(who)) + ahead
        unsigned = self.chain.client.prepare_call(
            call, address=cold(who), nonce=nonce, period=period, tip=tip
        )
        now = spec_version(self.node)
        assert self.payload(unsigned, now) == unsigned.payload, "this is not what the client signs"
        signature = who.coldkey.sign(self.payload(unsigned, self.spec_version or now))
        body = b"\x84\x00" + unsigned.public_key + b"\x01" + signature
        return opaque(body + unsigned.included_in_extrinsic + unsigned.call_data)

    @staticmethod
    def payload(unsigned, version: int) -> bytes:
        fields = unsigned.payload_json
        known = [bytes.fromhex(fields[name].removeprefix("0x")) for name in ("genesisHash", "blockHash")]
        transaction_version = int(fields["transactionVersion"], 16)
        numbers = b"".join(number.to_bytes(4, "little") for number in (version, transaction_version))
        payload = unsigned.call_data + unsigned.included_in_extrinsic + numbers + b"".join(known) + b"\0"
        return payload if len(payload) <= 256 else blake2b(payload, digest_size=32).digest()

    def pair(self, uri: str, key: bytes, tip: int = 0) -> tuple[bytes, bytes, str]:
        """A payment that is encrypted to a key: what is submitted, what is in it, who gets it."""
        who, dest = wallet(uri), fresh_address()
        inner = self.signed(payment(dest), who, 1)
        return self.wrapper(encrypt_mlkem768(key, inner, include_key_hash=True), who, tip=tip), inner, dest


def authorize(node: Sealed, shield: Shield, blob: bytes) -> None:
    code_hash = "0x" + blake2b(blob, digest_size=32).hexdigest()
    inner = shield.chain.client.compose(calls.System.authorize_upgrade(code_hash=code_hash))
    shield.submit(shield.signed(calls.Sudo.sudo(call=inner), wallet("//Alice"), period=None))
    node.seal()


def check(binary: str, folder: Path, blob: bytes) -> None:
    with Sealed(binary, folder, "manual") as node, connected(node) as client:
        node.seal(2)
        shield = Signer(node, Chain(client, wait_for_finality=False))
        old = spec_version(node)
        authorize(node, shield, blob)
        key = shield.next_key()
        apply = shield.signed(
            calls.System.apply_authorized_upgrade(code="0x" + blob.hex()),
            wallet("//Charlie"),
            period=None,
            tip=3_000,
        )
        # What tips goes first: the one fits, and what fills the block, and the other no more.
        with_it = shield.pair("//Dave", key, tip=2_000)
        behind_it = shield.pair("//Eve", key)
        plain = shield.signed(payment(fresh_address()), wallet("//Two"), period=None)
        shield.spec_version = old + 1
        after_it = shield.pair("//Ferdie", key)
        shield.spec_version = None
        before = {uri: shield.chain.free(cold(wallet(uri))) for uri in ("//Eve", "//Two")}

        inherents = sum(map(len, shield.block(client.block)))
        room = BLOCK_BYTES - SPARE_BYTES - HEADER_BYTES - inherents
        remark = calls.System.remark(remark=bytes(room - sum(map(len, (apply, *with_it[:2])))))
        filler = shield.signed(remark, wallet("//Bob"), period=None, tip=1_000)
        for extrinsic in (apply, filler, behind_it[0], with_it[0]):
            shield.submit(extrinsic)
        node.seal()
        last = client.block
        assert shield.block(last)[-4:] == [apply, with_it[0], with_it[1], filler]
        assert spec_version(node) == old + 1
        assert shield.chain.free(with_it[2]) == RAO
        note("an encrypted transaction in the block of the upgrade is opened there")

        try:
            shield.submit(plain)
            raise AssertionError("what is signed for the old runtime is taken")
        except RpcError as error:
            assert "bad signature" in error.data, error
        shield.submit(after_it[0])
        node.seal(2)
        assert shield.find(after_it[0], last + 1, last + 2), "it is in no block"
        block, index = shield.find(after_it[0], last + 1, last + 2)
        assert shield.block(block)[index + 1] == after_it[1]
        assert shield.chain.free(after_it[2]) == RAO
        note("a key of before the upgrade opens what is signed for after it")

        assert not shield.find(behind_it[0], last, last + 2) and not shield.pending()
        for uri, had in before.items():
            assert shield.chain.free(cold(wallet(uri))) == had and shield.chain.nonce(cold(wallet(uri))) == 0
        note("what waited, signed for the old runtime, left the pool and cost nothing")
        assert node.panics() == 0, node.log_tail()
