"""Commands of btcli that no other folder runs, by the owner of a new subnet."""

import hashlib
import json

import pytest
from acceptance.intents import EVM_ADDRESS
from bittensor import calls
from bittensor.sp_core import ss58_encode
from support.keys import RAO, DevWallet, cold, hot, seeded, wallet
from support.population import MINERS, SUCCESSOR, act

CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
COLD_SEED, HOT_SEED = b"\x51" * 32, b"\x52" * 32
OWNER = DevWallet(seeded(COLD_SEED), seeded(HOT_SEED))
NETUID = 6
ON_IT = ("--netuid", str(NETUID))
U16 = 65_535
CLEAR = "--no-mev-shield"


@pytest.fixture(scope="module", autouse=True)
def subnet(chain, btcli):
    assert btcli.add_wallet("owner", f"0x{COLD_SEED.hex()}") == cold(OWNER)
    btcli.add_hotkey("owner", f"0x{HOT_SEED.hex()}")
    pay = calls.Balances.transfer_keep_alive(dest=cold(OWNER), value=100_000 * RAO)
    chain.submit(pay, wallet("//Alice"))
    who, hotkey = cold(OWNER), hot(OWNER)
    act(
        chain,
        (who, CORE.register_network(hotkey=hotkey)),
        (who, CORE.start_call(netuid=NETUID)),
        ADMIN.sudo_set_max_registrations_per_block(netuid=NETUID, max_registrations_per_block=8),
        ADMIN.sudo_set_immunity_period(netuid=NETUID, immunity_period=0),
        ADMIN.sudo_set_owner_hparam_rate_limit(epochs=0),
        ADMIN.sudo_set_admin_freeze_window(window=0),
        ADMIN.sudo_set_serving_rate_limit(netuid=NETUID, serving_rate_limit=0),
        *(
            (cold(miner), CORE.burned_register(netuid=NETUID, hotkey=hot(miner)))
            for miner in MINERS[:3]
        ),
        # Not before there are more.
        ADMIN.sudo_set_min_allowed_uids(netuid=NETUID, min_allowed_uids=1),
        (who, CORE.add_stake(hotkey=hotkey, netuid=NETUID, amount_staked=50 * RAO)),
        (who, CORE.add_stake(hotkey=hotkey, netuid=0, amount_staked=50 * RAO)),
    )


@pytest.fixture
def do(btcli):
    """A command of the owner that succeeds."""
    def run(*arguments: str):
        answer = btcli(*arguments, wallet="owner")
        assert answer["success"] is True, answer
        return answer

    return run


def test_a_call_of_any_name(do, chain):
    payment = {"dest": cold(SUCCESSOR), "value": RAO}
    before = chain.free(cold(SUCCESSOR))
    do("call", "Balances.transfer_keep_alive", "--args", json.dumps(payment))
    assert chain.free(cold(SUCCESSOR)) == before + RAO


def test_a_hotkey_is_associated(do, chain):
    hotkey = wallet("//Crowd//associated").hotkey.ss58_address
    do("wallet", "associate-hotkey", "--hotkey", hotkey)
    assert chain.get("Owner", hotkey) == cold(OWNER)


def test_a_validator_takes_a_seat_and_less(do, chain):
    do("root", "register", "--hotkey", hot(OWNER))
    assert chain.get("Uids", 0, hot(OWNER)) is not None
    do("hparams", "set-take", "--take", "0.1", "--hotkey", hot(OWNER))
    assert int(chain.get("Delegates", hot(OWNER))) == round(0.1 * U16)


def test_a_buyback_takes_alpha_out_of_the_world(do, chain):
    def burned() -> int:
        return int(chain.client.query(("AlphaAssets", "AlphaBurned"), [NETUID]) or 0)

    before = burned()
    limit = ("--limit-price", str(10**15), "--hotkey", hot(OWNER))
    do("hparams", "stake-burn", *ON_IT, "--amount", "1", *limit, CLEAR)
    assert burned() > before


def test_an_endpoint_is_taken_back(do, chain):
    do("misc", "axon", "set", *ON_IT, "--ip", "8.8.8.8", "--port", "8091")
    assert int(chain.get("Axons", NETUID, hot(OWNER))["ip"]) == 0x08080808
    do("misc", "axon", "reset", *ON_IT)
    assert int(chain.get("Axons", NETUID, hot(OWNER))["ip"]) == 0


def test_collateral_is_added_and_gets_a_floor(do, chain):
    place = (NETUID, hot(OWNER), cold(OWNER))
    do("misc", "collateral", "add", *ON_IT, "--amount", "2", "--hotkey", hot(OWNER))
    assert int(chain.get("MinerCollateral", *place)["locked"]) == 2 * RAO
    do("misc", "collateral", "set-min", *ON_IT, "--min-alpha", "1.5", "--hotkey", hot(OWNER))
    assert int(chain.get("MinerCollateral", *place)["min_locked"]) == 3 * RAO // 2


def test_the_mirror_of_an_ethereum_address_is_paid(do, chain):
    seed = b"evm:" + bytes.fromhex(EVM_ADDRESS.removeprefix("0x"))
    mirror = ss58_encode(hashlib.blake2b(seed, digest_size=32).digest(), 42)
    before = chain.free(mirror)
    do("evm", "fund", "--evm-key", EVM_ADDRESS, "--amount-tao", "1")
    assert chain.free(mirror) == before + RAO


def test_a_subnet_is_trimmed_and_gets_a_mechanism(do, chain):
    do("hparams", "trim", *ON_IT, "--max-n", "64")
    assert int(chain.get("MaxAllowedUids", NETUID)) == 64
    do("hparams", "mechanisms", "count", *ON_IT, "--value", "2")
    assert int(chain.get("MechanismCountCurrent", NETUID)) == 2
    do("hparams", "mechanisms", "count", *ON_IT, "--value", "1")
    assert int(chain.get("MechanismCountCurrent", NETUID)) == 1


def test_a_subnet_under_null_consensus_is_pruned_and_goes_back(btcli, do, chain):
    def mode() -> str:
        value = chain.get("SubnetEpochConsensus", NETUID)
        return value if isinstance(value, str) else next(iter(value))

    do("hparams", "set", *ON_IT, "--name", "epoch_consensus", "--value", "Null")
    assert mode() == "Null" and int(chain.get("SubnetworkN", NETUID)) == 4
    way = ("--target", "3", "--switch-to-yuma", "--poll-seconds", "1", "--wait-timeout", "60")
    answer = btcli("hparams", "trim-null", *ON_IT, *way, wallet="owner")
    assert (answer["status"], answer["consensus"], answer["population"]) == ("complete", "Yuma", 3)
    assert mode() == "Yuma" and int(chain.get("SubnetworkN", NETUID)) == 3


def relations(chain, who: str) -> set[tuple[str, str, int]]:
    stored, _ = chain.client.query(("Proxy", "Proxies"), [who])
    return {
        (str(each["delegate"]), str(each["proxy_type"]), int(each["delay"])) for each in stored
    }


def test_a_pure_account_is_made_named_and_killed(do, chain):
    made = do("proxy", "create", "--proxy-type", "Any", "--name", "vault")
    pure = made["data"]["pure_proxy"]
    assert relations(chain, pure) == {(cold(OWNER), "Any", 0)}
    do("proxy", "kill", "vault", "--proxy-for", pure)
    assert relations(chain, pure) == set()


def test_a_delegate_announces_and_acts(do, chain):
    delegate = ("--delegate", cold(SUCCESSOR), "--proxy-type", "Any", "--delay", "2")
    do("proxy", "add", *delegate)
    assert relations(chain, cold(OWNER)) == {(cold(SUCCESSOR), "Any", 2)}
    call = calls.Balances.transfer_keep_alive(dest=cold(MINERS[0]), value=RAO)
    call_hash = "0x" + bytes(chain.client.compose(call).call_hash).hex()
    chain.submit(calls.Proxy.announce(real=cold(OWNER), call_hash=call_hash), SUCCESSOR)
    chain.wait_blocks(2)
    before = chain.free(cold(MINERS[0]))
    inner = {"dest_ss58": cold(MINERS[0]), "amount_tao": "1"}
    do(
        "proxy", "execute", "--delegate", cold(SUCCESSOR), "--real", cold(OWNER),
        "--inner-op", "transfer", "--inner-args", json.dumps(inner),
    )
    assert chain.free(cold(MINERS[0])) == before + RAO
    do("proxy", "remove", *delegate)
    assert relations(chain, cold(OWNER)) == set()
