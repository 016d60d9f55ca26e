"""`ShieldApi` and the keys in storage, as other authors and clients read them."""

from bittensor import storage
from bittensor_core import encrypt_mlkem768
from support.shield import KEY_BYTES, KEY_HASH_BYTES


def key_hash(key: bytes) -> bytes:
    return encrypt_mlkem768(key, b"x", include_key_hash=True)[:KEY_HASH_BYTES]


def as_bytes(value) -> bytes:
    return bytes.fromhex(value.removeprefix("0x")) if isinstance(value, str) else bytes(value)


def keys_at(chain, block: int) -> list[bytes]:
    shield = storage.MevShield
    places = (shield.CurrentKey, shield.PendingKey, shield.NextKey)
    return [as_bytes(chain.client.query(place, block=block)) for place in places]


def test_keys_move_on_with_every_block(chain):
    first = chain.wait_blocks(6)
    chain.wait_blocks(3)
    before = keys_at(chain, first)
    assert {len(key) for key in before} == {KEY_BYTES}
    for block in range(first + 1, first + 4):
        after = keys_at(chain, block)
        assert after[:2] == before[1:] and after[2] not in before
        assert int(chain.client.query(storage.MevShield.PendingKeyExpiresAt, block=block)) == block + 2
        assert int(chain.client.query(storage.MevShield.NextKeyExpiresAt, block=block)) == block + 3
        before = after


def test_only_the_pending_key_is_about_to_be_current(node, chain):
    at = chain.wait_blocks(4)
    block = node.rpc("chain_getBlockHash", [at])

    def is_current(key: bytes) -> bool:
        argument = "0x" + key_hash(key).hex()
        return node.rpc("state_call", ["ShieldApi_is_shielded_using_current_key", argument, block]) == "0x01"

    assert [is_current(key) for key in keys_at(chain, at)] == [False, True, False]


def test_a_submission_is_taken_apart(node, shield):
    def parts(extrinsic: bytes) -> str:
        return node.rpc("state_call", ["ShieldApi_try_decode_shielded_tx", "0x" + extrinsic.hex()])

    who, ciphertext = shield.somebody(), shield.seal(b"something")
    answer = bytes.fromhex(parts(shield.wrapper(ciphertext, who))[2:])
    encapsulation, nonce, rest = ciphertext[18:1106], ciphertext[1106:1130], ciphertext[1130:]
    assert answer[0] == 1 and answer[1:17] == ciphertext[:16]
    assert encapsulation in answer and answer.endswith(rest + nonce)
    assert parts(shield.wrapper(ciphertext[:40], who)) == "0x00"
