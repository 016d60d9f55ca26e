"""Accounts and their keys: payments, names, and keys that give their place to others."""

from bittensor import calls
from support.keys import RAO, cold, hot, wallet

from .client import Command
from .people import OTHER_HOTKEY, WHO
from .places import covers

CORE = calls.SubtensorModule


@covers("wallet transfer", "wallet associate-hotkey", "wallet set-identity", "sudo set-take")
def test_a_coldkey_pays_and_names_itself_and_its_hotkey(older, chain, netuid):
    before = chain.free(cold(WHO["receiver"]))
    paid, associated = older(
        Command(f"wallet transfer --dest {cold(WHO['receiver'])} --amount 2.5", "staker"),
        Command("wallet associate-hotkey", "lender"),
    )
    assert paid.done and chain.free(cold(WHO["receiver"])) - before == 5 * RAO // 2
    assert chain.get("Owner", hot(WHO["lender"])) == cold(WHO["lender"]), associated
    [named] = older(
        Command(
            "wallet set-identity --id-name Validator --web-url https://o.example"
            " --image-url https://o.example/i --discord d --description text --additional more"
            " --github o/o", "validator",
        )
    )
    assert named.done
    identity = chain.get("IdentitiesV2", cold(WHO["validator"]))
    assert (identity["name"], identity["url"]) == ("Validator", "https://o.example")
    [take] = older(Command("sudo set-take --take 0.1", "validator"))
    assert take.done and int(chain.get("Delegates", hot(WHO["validator"]))) == 6_553


@covers("wallet swap-coldkey")
def test_coldkeys_are_swapped(older, chain):
    for name in ("victim", "waverer"):
        announce = CORE.announce_coldkey_swap(new_coldkey_hash="0x" + "77" * 32)
        chain.submit(announce, WHO[name])
    swap = f"--new-coldkey {cold(WHO['heir'])}"
    [announced] = older(Command(f"wallet swap-coldkey announce {swap}", "leaver"))
    row = chain.get("ColdkeySwapAnnouncements", cold(WHO["leaver"]))
    assert row, announced
    again = int(chain.get("ColdkeySwapReannouncementDelay"))
    chain.wait_until(lambda: chain.client.block > int(row[0]) + again)
    left, disputed, cleared = older(
        Command(f"wallet swap-coldkey execute {swap}", "leaver"),
        Command("wallet swap-coldkey dispute", "victim"),
        Command("wallet swap-coldkey clear", "waverer"),
    )
    assert chain.free(cold(WHO["leaver"])) == 0 < chain.free(cold(WHO["heir"])), left
    assert chain.get("ColdkeySwapDisputes", cold(WHO["victim"])), disputed
    assert not chain.get("ColdkeySwapAnnouncements", cold(WHO["waverer"])), cleared


@covers("wallet swap-hotkey")
def test_a_hotkey_gives_its_place_on_a_subnet(older, chain, netuid):
    uid = int(chain.get("Uids", netuid, hot(WHO["miner"])))
    other = wallet("//Older//miner", OTHER_HOTKEY)
    [swapped] = older(Command(f"wallet swap-hotkey other --netuid {netuid}", "miner"))
    assert swapped.done and chain.get("Keys", netuid, uid) == hot(other)
    # And back, for who comes next.
    chain.submit(
        CORE.swap_hotkey_v2(
            hotkey=hot(other), new_hotkey=hot(WHO["miner"]), netuid=netuid, keep_stake=False
        ),
        WHO["miner"],
    )
    assert chain.get("Keys", netuid, uid) == hot(WHO["miner"])
