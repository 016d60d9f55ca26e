"""What an author may be sent: it costs the sender at most a fee, and the chain goes on."""

import time

import pytest
from bittensor import calls
from support.keys import RAO, cold, wallet
from support.node import RpcError
from support.shield import KEY_HASH_BYTES, PERIOD, fresh_address, opaque, payment

ENCAPSULATION = slice(18, 18 + 1088)
# Pallet and call of `MevShield.announce_next_key`, a key, in a bare extrinsic of version 4.
FORGED_KEY = bytes([0x66] * 1184)
FORGED_ANNOUNCEMENT = opaque(b"\x04\x1e\x00\x01" + b"\x81\x12" + FORGED_KEY)


@pytest.fixture(autouse=True)
def the_chain_goes_on(node, chain, shield):
    yield
    who, dest = shield.somebody(), fresh_address()
    inner = shield.signed(payment(dest), who, 1)
    _, behind = shield.include(shield.wrapper(shield.seal(inner), who))
    assert behind[0] == inner
    assert node.panics() == 0


def paid_for_nothing(chain, shield, who, ciphertext: bytes) -> None:
    """The wrapper is in a block and has paid, and nothing came out of it."""
    before = chain.free(cold(who))
    number, behind = shield.include(shield.wrapper(ciphertext, who))
    assert behind == []
    assert 0 < before - chain.free(cold(who), number) < RAO // 100
    assert int(chain.nonce(cold(who))) == 1


@pytest.mark.parametrize(
    "plaintext",
    [
        pytest.param(b"\x00", id="an empty extrinsic"),
        pytest.param(b"rubbish", id="rubbish"),
        pytest.param(bytes(5000), id="zeros"),
        pytest.param(opaque(b"\x84" + b"\xff" * 300), id="a signed extrinsic of rubbish"),
        pytest.param(opaque(b"\x04\x00\x00\x00"), id="an unsigned remark"),
        pytest.param(FORGED_ANNOUNCEMENT, id="an announcement of a key"),
        pytest.param(opaque(b"\x45\x00" + b"\x00" * 8), id="a general extrinsic"),
    ],
)
def test_what_is_no_signed_transaction_stays_inside(chain, shield, plaintext):
    paid_for_nothing(chain, shield, shield.somebody(), shield.seal(plaintext))
    assert shield.next_key() != FORGED_KEY


def test_a_changed_ciphertext_does_not_open(chain, shield):
    for position in (30, -1):
        who = shield.somebody()
        ciphertext = bytearray(shield.seal(shield.signed(payment(fresh_address()), who, 1)))
        ciphertext[position] ^= 1
        paid_for_nothing(chain, shield, who, bytes(ciphertext))


def test_an_encapsulation_of_another_length_does_not_open(chain, shield):
    sealed = shield.seal(b"x")
    short = sealed[:KEY_HASH_BYTES] + (4).to_bytes(2, "little") + b"\xaa" * 4 + b"\xbb" * 24 + b"\xdd" * 16
    paid_for_nothing(chain, shield, shield.somebody(), short)


def test_a_transaction_inside_that_cannot_run_is_left_out(chain, shield):
    poor = wallet("//Nobody//Poor")
    for inner in (
        shield.signed(payment(fresh_address()), poor),
        shield.signed(payment(fresh_address()), wallet("//Bob"), 50),
        shield.signed(payment(fresh_address()), wallet("//Bob"), -1) if chain.nonce(cold(wallet("//Bob"))) else b"x",
    ):
        paid_for_nothing(chain, shield, shield.somebody(), shield.seal(inner))


def test_a_transaction_inside_that_no_block_has_room_for_is_left_out(chain, shield):
    """Its submission waits for one more block, then pays."""
    who = shield.somebody()
    # Each declares the weight of a look at every subnet; so many of them exceed any block.
    leave = chain.client.compose(calls.SubtensorModule.unstake_all(hotkey=cold(who)))
    heavy = calls.Utility.batch(calls=[leave] * 40)
    rich = wallet("//Bob")
    before = chain.nonce(cold(rich))
    wrapper = shield.wrapper(shield.seal(shield.signed(heavy, rich)), who)
    first = chain.client.block
    _, behind = shield.include(wrapper)
    assert behind == [] and chain.nonce(cold(rich)) == before
    assert shield.find(wrapper, first, first + 3)


def test_a_copied_ciphertext_runs_once(chain, shield):
    who, thief, dest = shield.somebody(), shield.somebody(), fresh_address()
    inner = shield.signed(payment(dest), who, 1)
    ciphertext = shield.seal(inner)
    first = chain.client.block
    for wrapper in (shield.wrapper(ciphertext, who), shield.wrapper(ciphertext, thief)):
        shield.submit(wrapper)
        assert shield.find(wrapper, first, first + PERIOD + 1)
    chain.wait_blocks(1)
    blocks = [shield.block(n) for n in range(first, chain.client.block + 1)]
    assert sum(block.count(inner) for block in blocks) == 1
    assert chain.free(dest) == RAO


def test_a_submission_inside_another_is_only_carried(chain, shield):
    who, dest = shield.somebody(), fresh_address()
    innermost = shield.signed(payment(dest), who, 2)
    inner = shield.wrapper(shield.seal(innermost), who, ahead=1)
    _, behind = shield.include(shield.wrapper(shield.seal(inner), who))
    assert behind == [inner]
    assert chain.free(dest) == 0


def test_a_ciphertext_for_somebody_else_waits_and_expires(chain, shield):
    who, dest = shield.somebody(), fresh_address()
    ciphertext = bytearray(shield.seal(shield.signed(payment(dest), who, 1)))
    ciphertext[0] ^= 1
    wrapper = shield.wrapper(bytes(ciphertext), who)
    first = chain.client.block
    shield.submit(wrapper)
    assert "0x" + wrapper.hex() in shield.pending()
    assert shield.find(wrapper, first, first + 2 * PERIOD) is None
    deadline = time.monotonic() + 60
    while "0x" + wrapper.hex() in shield.pending():
        assert time.monotonic() < deadline, "it never left the pool"
        time.sleep(0.2)
    assert chain.nonce(cold(who)) == 0 and chain.free(cold(who)) == 10 * RAO


def test_many_that_nobody_opens_do_not_fill_the_pool(chain, shield):
    people = [shield.somebody() for _ in range(4)]
    foreign = bytes([7] * 16) + (1088).to_bytes(2, "little") + bytes(1088) + bytes(24) + bytes(7000)
    for who in people:
        for ahead in range(10):
            shield.submit(shield.wrapper(foreign, who, ahead=ahead))
    assert len(shield.pending()) >= 40
    deadline = time.monotonic() + 60
    while shield.pending():
        assert time.monotonic() < deadline, f"{len(shield.pending())} left"
        time.sleep(0.2)
    assert all(chain.nonce(cold(who)) == 0 for who in people)


def test_what_stands_behind_a_foreign_one_waits_with_it(chain, shield):
    who, dest = shield.somebody(), fresh_address()
    foreign = bytes([9] * 16) + (0).to_bytes(2, "little") + bytes(24) + bytes(40)
    shield.submit(shield.wrapper(foreign, who))
    after = shield.signed(payment(dest), who, 1)
    first = chain.client.block
    shield.submit(after)
    assert shield.find(after, first, first + PERIOD) is None
    # Its own lifetime is over, and the account can go on.
    assert chain.free(dest) == 0 and chain.nonce(cold(who)) == 0


@pytest.mark.parametrize("length", [0, 5, 17, 18 + 1088, 18 + 1088 + 24])
def test_a_truncated_ciphertext_does_not_enter_the_pool(shield, length):
    who = shield.somebody()
    with pytest.raises(RpcError) as refusal:
        shield.submit(shield.wrapper(shield.seal(b"x")[:length], who))
    assert "Custom error: 23" in refusal.value.data


@pytest.mark.parametrize("period", [16, 128, None])
def test_a_long_life_is_refused(shield, period):
    who = shield.somebody()
    with pytest.raises(RpcError) as refusal:
        shield.submit(shield.wrapper(shield.seal(b"x"), who, period=period))
    assert "outdated" in refusal.value.data


def test_a_ciphertext_that_is_too_long_is_no_call(shield):
    who = shield.somebody()
    fits = shield.wrapper(shield.seal(b"x").ljust(8192, b"\0"), who)
    shield.submit(fits)
    with pytest.raises(Exception):
        shield.submit(shield.wrapper(bytes(8193), who, ahead=1))


def test_nobody_can_announce_a_key_from_outside(node, shield):
    with pytest.raises(RpcError):
        node.rpc("author_submitExtrinsic", ["0x" + FORGED_ANNOUNCEMENT.hex()])
    who = shield.somebody()
    announcement = calls.MevShield.announce_next_key(enc_key=FORGED_KEY)
    with pytest.raises(RpcError):
        shield.submit(shield.signed(announcement, who))
