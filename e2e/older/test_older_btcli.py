"""Every command of `bittensor-cli` 9.23.2 (spec 70 §16): with its defaults, and against the chain.

What changes something is done by accounts and on a subnet of this file's own.
"""

from __future__ import annotations

import pytest
from bittensor import calls
from support.commits import hash_of_row
from support.keys import RAO, cold, hot, wallet
from support.older import Command, OlderBtcli
from support.population import (
    CHILD_PART, FIRST, IDENTITY, LEAVER, NOMINATORS, OWNERS, SPLIT, SUBNET_IDENTITY, SUBNETS, TEMPO, VALIDATORS, act,
)

CORE, ADMIN = calls.SubtensorModule, calls.AdminUtils
FUNDS = {"owner": 40_000, "validator": 1_000, "staker": 1_000, "miner": 500, "principal": 100, "heir": 0,
         "leaver": 100, "victim": 100, "waverer": 100, "receiver": 1}
WHO = {name: wallet(f"//Older//{name}") for name in FUNDS}
# What it puts into weights, of its version.
VERSION = 9_023_002
OTHER_HOTKEY = "//Older//miner//other"

# Commands that never ask the chain for anything but its newest block.
OFF_CHAIN = {
    *("config " + name for name in ("set", "get", "clear", "add-proxy", "proxies", "remove-proxy", "update-proxy",
                                    "clear-proxies")),
    *("wallet " + name for name in ("list", "regen-coldkey", "regen-coldkeypub", "regen-hotkey", "regen-hotkeypub",
                                    "new-hotkey", "new-coldkey", "create", "sign", "verify", "encrypt", "decrypt")),
    "utils convert", "utils latency",
}
# Commands that the client itself no longer has working, whatever the chain says (spec 70 §16.1).
BROKEN = {"wallet history", "wallet inspect"}
# Commands of pallets that are not there yet, with how they are called.
LATER = {
    "crowd list": "", "crowd info": "--id 0", "crowd contributors": "--id 0",
    "crowd contribute": "--id 0 --amount 1", "crowd withdraw": "--id 0", "crowd finalize": "--id 0",
    "crowd update": "--id 0 --cap 20", "crowd refund": "--id 0", "crowd dissolve": "--id 0",
    "crowd create": "--deposit 10 --min-contribution 1 --cap 20 --duration 100 --fundraising",
}
# Commands that ask for what the public network has removed, with how they are called and what they miss.
GONE = {
    "sudo senate": ("", 'Pallet "SenateMembers" not found'),
    "sudo proposals": ("", 'Pallet "SenateMembers" not found'),
    "sudo senate-vote": ("--proposal 0x00 --vote-aye", 'Pallet "SenateMembers" not found'),
    "stake set-claim": ("Keep", 'Call function "SubtensorModule.set_root_claim_type" not found'),
    "weights commit": ("--netuid 2 --uids 5 --weights 1 --salt 1", "get_commit_reveal_weights_enabled"),
}

COVERED: set[str] = set()


def covers(*names: str):
    """Marks a test that runs these commands."""
    def mark(test):
        test.covers = set(names)
        COVERED.update(names)
        return test
    return mark


@pytest.fixture(scope="module")
def older(node, population, tmp_path_factory):
    with OlderBtcli(node.url, tmp_path_factory.mktemp("older-home")) as running:
        yield running


@pytest.fixture(scope="module", autouse=True)
def actors(older, chain):
    transfer = calls.Balances.transfer_keep_alive
    chain.batch(
        [transfer(dest=cold(WHO[name]), value=tao * RAO) for name, tao in FUNDS.items() if tao], wallet("//Alice")
    )
    for name, who in WHO.items():
        hotkeys = {"default": f"//Older//{name}//hotkey"} | ({"other": OTHER_HOTKEY} if name == "miner" else {})
        assert older.add_wallet(name, f"//Older//{name}", **hotkeys) == cold(who)
    for name, uri in (("validator0", "//Crowd//validator0"), ("validator1", "//Crowd//validator1"),
                      ("nominator", "//Crowd//nominator0"), ("gone", "//Crowd//leaver")):
        older.add_wallet(name, uri, default=f"{uri}//hotkey")


@pytest.fixture(autouse=True)
def runs_what_it_covers(request, older):
    older.ran.clear()
    yield
    assert older.ran >= getattr(request.function, "covers", set())


@pytest.fixture(scope="module")
def netuid(older, chain) -> int:
    """A subnet that the command has opened and that earns nothing, so that its price stays."""
    [made] = older(Command(
        "subnets create --subnet-name Older --github-repo https://github.com/o/o --subnet-contact o@o.example"
        " --subnet-url https://o.example --discord-handle older --description words"
        " --logo-url https://o.example/logo --additional-info more",
        "owner",
    ))
    number = made.done["netuid"]
    chain.sudo(ADMIN.sudo_set_subnet_emission_enabled(netuid=number, enabled=False))
    return number


def test_every_command_has_its_place(older):
    places = [OFF_CHAIN, BROKEN, set(LATER), set(GONE), COVERED]
    assert sorted(older.names) == sorted(name for place in places for name in place)


# What is not there -----------------------------------------------------------


def test_crowdloans_are_for_later(older):
    answers = older(*(Command(f"{name} {words}".strip(), "staker", wants_json=False) for name, words in LATER.items()))
    for answer in answers:
        assert 'Pallet "Crowdloan" not found' in answer.out + answer.errors, answer


@pytest.mark.parametrize("name", GONE)
def test_what_the_public_network_has_removed_is_named(older, name):
    words, missing = GONE[name]
    [answer] = older(Command(f"{name} {words}".strip(), "validator0", wants_json=False))
    assert missing in answer.out + answer.errors, answer


# Reads -----------------------------------------------------------------------


@covers("wallet balance", "wallet overview", "wallet get-identity", "wallet swap-check", "stake auto", "stake list")
def test_what_is_shown_of_a_coldkey(older, chain):
    balance, overview, identity, swap, auto, stakes = older(
        Command("wallet balance", "nominator"),
        Command("wallet overview", "validator0"),
        Command("wallet get-identity", "validator0"),
        Command("wallet swap-check", "gone"),
        Command("stake auto", "nominator"),
        Command("stake list", "nominator"),
    )
    who = NOMINATORS[0]
    assert balance.json["balances"]["nominator"]["free"] * RAO == pytest.approx(chain.free(cold(who)))
    neurons = {row["netuid"]: row["neurons"][0] for row in overview.json["subnets"]}
    assert neurons.keys() == {0, *SUBNETS}
    for netuid, neuron in neurons.items():
        assert neuron["hotkey_ss58"] == hot(VALIDATORS[0])
        assert neuron["uid"] == int(chain.get("Uids", netuid, hot(VALIDATORS[0])))
    assert identity.json["name"] == IDENTITY["name"]
    [announced] = swap.json["announcements"]
    assert announced["coldkey"] == cold(LEAVER)
    assert announced["execution_block"] == int(chain.get("ColdkeySwapAnnouncements", cold(LEAVER))[0])
    named = {row["netuid"]: row["destination"] for row in auto.json.values() if "destination" in row}
    assert named == {2: 1}
    held = {(hotkey, row["netuid"]): row for hotkey, rows in stakes.json["stake_info"].items() for row in rows}
    assert held.keys() == {(hot(VALIDATORS[0]), 0), (hot(VALIDATORS[0]), FIRST), (hot(VALIDATORS[0]), 3)}
    for (hotkey, netuid), row in held.items():
        assert row["stake_value"] * RAO == pytest.approx(chain.stake(cold(who), hotkey, netuid), rel=0.05)


@covers("stake child get", "lock list", "lock show", "sudo get-take")
def test_what_is_shown_of_a_hotkey_and_of_locks(older, chain):
    children, everywhere, locks, one, take = older(
        Command(f"stake child get --netuid {FIRST}", "validator0"),
        Command("stake child get --all-netuids", "validator0"),
        Command("lock list", "nominator"),
        Command(f"lock show --netuid {FIRST}", "nominator"),
        Command("sudo get-take", "validator1"),
    )
    lent = {hot(VALIDATORS[2]): CHILD_PART}
    assert children.json == {str(FIRST): lent} and lent in everywhere.json.values()
    for answer in (locks, one):
        [lock] = answer.json["locks"]
        assert (lock["netuid"], lock["hotkey"], lock["mode"]) == (FIRST, hot(VALIDATORS[1]), "decaying")
        assert 0 < lock["locked_alpha_rao"] <= 8 * RAO and answer.json["unlock_rate"] == int(chain.get("UnlockRate"))
    assert take.json["current_take"] == pytest.approx(int(chain.get("Delegates", hot(VALIDATORS[1]))) / 65_535)


@covers("subnets list", "sudo get", "subnets burn-cost", "subnets price", "subnets get-identity", "subnets check-start",
        "subnets conviction", "subnets mechanisms count", "subnets mechanisms emissions")
def test_what_is_shown_of_subnets(older, chain):
    listed, parameters, cost, now, identity, start = older(
        Command("subnets list"), Command(f"sudo get --netuid {FIRST}"), Command("subnets burn-cost"),
        Command(f"subnets price --netuids {FIRST} --current"), Command(f"subnets get-identity --netuid {FIRST}"),
        Command(f"subnets check-start --netuid {FIRST}"),
    )
    assert set(listed.json["subnets"]) == {str(netuid) for netuid, _ in chain.rows("NetworksAdded")}
    assert listed.json["subnets"][str(FIRST)]["mechanisms"] == 2
    values = {row["hyperparameter"]: row["value"] for row in parameters.json}
    assert (values["tempo"], values["max_regs_per_block"]) == (TEMPO, 64)
    assert 0 < cost.json["burn_cost"]["rao"]
    stats = now.json[str(FIRST)]["stats"]
    assert stats["current_price"] == pytest.approx(chain.client.read("alpha_price", netuid=FIRST)["price_rao"] / RAO, 0.05)
    assert identity.json["subnet_name"] == SUBNET_IDENTITY["subnet_name"]
    assert f"Registered at: {int(chain.get('NetworkRegisteredAt', FIRST))}" in start.out
    history, conviction, count, split, table = older(
        Command("subnets price --netuids 1"), Command(f"subnets conviction --netuid {FIRST}"),
        Command(f"subnets mechanisms count --netuid {FIRST}"), Command(f"subnets mechanisms emissions --netuid {FIRST}"),
        Command(f"subnets hyperparameters --netuid {FIRST}"),
    )
    assert history.json["1"]["stats"]["current_price"] > 0
    assert {row["hotkey"] for row in conviction.json["rows"]} >= {hot(VALIDATORS[1]), hot(OWNERS[FIRST])}
    assert count.json["count"] == 2 and split.json["split"] == SPLIT
    assert {row["hyperparameter"]: row["value"] for row in table.json} == values


@covers("subnets show")
def test_subnets_are_shown_with_how_their_stakers_claim(older, chain):
    """Reads `RootClaimType`, which the public network had before it had funds."""
    root, subnet = older(Command("subnets show --netuid 0"), Command(f"subnets show --netuid {FIRST} --mechid 0"))
    assert {row["hotkey"] for row in root.json["uids"]} == {hot(who) for who in VALIDATORS[:2]}
    assert {row["claim_type"] for row in root.json["uids"]} == {"Swap"}
    neurons = {row["uid"]: row["hotkey"] for row in subnet.json["uids"]}
    assert neurons == {int(uid): hotkey for uid, hotkey in chain.rows("Keys", FIRST)}


@covers("view dashboard")
def test_the_dashboard_is_written(older, tmp_path):
    [answer] = older(Command(f"view dashboard --save-file --dashboard-path {tmp_path}", "nominator"))
    [page] = tmp_path.glob("*.html")
    assert SUBNET_IDENTITY["subnet_name"] in page.read_text(), answer


# A subnet --------------------------------------------------------------------


@covers("subnets create", "wallet associate-hotkey", "wallet transfer", "wallet swap-coldkey")
def test_opening_a_subnet_and_naming_keys(older, chain, netuid):
    assert chain.get("SubnetOwner", netuid) == cold(WHO["owner"])
    assert chain.get("SubnetIdentitiesV3", netuid)["subnet_name"] == "Older"
    before = chain.free(cold(WHO["receiver"]))
    paid, _, announced = older(
        Command(f"wallet transfer --dest {cold(WHO['receiver'])} --amount 2.5", "staker"),
        Command("wallet associate-hotkey", "validator"),
        Command(f"wallet swap-coldkey announce --new-coldkey {cold(WHO['heir'])}", "leaver"),
    )
    assert paid.done and chain.free(cold(WHO["receiver"])) - before == 5 * RAO // 2
    assert chain.get("Owner", hot(WHO["validator"])) == cold(WHO["validator"])
    assert chain.get("ColdkeySwapAnnouncements", cold(WHO["leaver"])), announced
    for name in ("victim", "waverer"):
        chain.submit(CORE.announce_coldkey_swap(new_coldkey_hash="0x" + "77" * 32), WHO[name])


@covers("subnets start", "subnets register", "subnets set-symbol", "subnets set-identity", "sudo set-take",
        "wallet set-identity")
def test_starting_a_subnet_and_registering_on_it(older, chain, netuid):
    started, first = older(
        Command(f"subnets start --netuid {netuid}", "owner"), Command(f"subnets register --netuid {netuid}", "validator")
    )
    assert chain.get("FirstEmissionBlockNumber", netuid), started
    second, symbol, take = older(
        Command(f"subnets register --netuid {netuid}", "miner"),
        Command(f"subnets set-symbol --netuid {netuid} ב", "owner"),
        Command("sudo set-take --take 0.1", "validator"),
    )
    for answer, name in ((first, "validator"), (second, "miner")):
        assert answer.done["msg"].endswith(f"UID {int(chain.get('Uids', netuid, hot(WHO[name])))}")
    assert symbol.done and bytes(chain.get("TokenSymbol", netuid)).decode() == "ב"
    assert take.done and int(chain.get("Delegates", hot(WHO["validator"]))) == 6_553
    [identity, named] = older(
        Command(
            f"subnets set-identity --netuid {netuid} --subnet-name New --github-repo https://github.com/n/n"
            " --subnet-contact n@o.example --subnet-url https://n.example --discord-handle new --description new"
            " --logo-url https://n.example/logo --additional-info new", "owner",
        ),
        Command(
            "wallet set-identity --id-name Validator --web-url https://o.example --image-url https://o.example/i"
            " --discord d --description text --additional more --github o/o", "validator",
        ),
    )
    assert identity.done and chain.get("SubnetIdentitiesV3", netuid)["subnet_name"] == "New"
    assert named.done and chain.get("IdentitiesV2", cold(WHO["validator"]))["name"] == "Validator"


@covers("sudo set", "sudo trigger-epoch", "sudo trim", "subnets mechanisms set", "subnets mechanisms split-emissions",
        "sudo stake-burn")
def test_running_a_subnet(older, chain, netuid):
    burned = int(chain.client.query(("AlphaAssets", "AlphaBurned"), [netuid]) or 0)
    [hidden] = older(Command(f"sudo set --netuid {netuid} --param commit_reveal_weights_enabled --value False", "owner"))
    assert hidden.done and chain.get("CommitRevealWeightsEnabled", netuid) is False
    [trimmed] = older(Command(f"sudo trim --netuid {netuid} --max 64", "owner"))
    assert trimmed.done and int(chain.get("MaxAllowedUids", netuid)) == 64
    [counted] = older(Command(f"subnets mechanisms set --netuid {netuid} --count 2", "owner", typed="y\n"))
    assert counted.done and int(chain.get("MechanismCountCurrent", netuid)) == 2
    [split] = older(Command(f"subnets mechanisms split-emissions --netuid {netuid} --split 70,30", "owner"))
    assert split.done and [int(part) for part in chain.get("MechanismEmissionSplit", netuid)] == [45_875, 19_660]
    triggered, bought = older(
        Command(f"sudo trigger-epoch --netuid {netuid}", "owner"),
        Command(f"sudo stake-burn --netuid {netuid} --amount 1", "miner"),
    )
    fires = triggered.done["fires_at"]
    chain.wait_until(lambda: int(chain.get("LastEpochBlock", netuid)) >= fires)
    assert bought.done
    assert int(chain.client.query(("AlphaAssets", "AlphaBurned"), [netuid])) - burned > RAO // 2


# Stake -----------------------------------------------------------------------


@covers("stake add", "stake remove", "stake set-auto")
def test_buying_and_selling_stake(older, chain, netuid):
    validator, staker = WHO["validator"], WHO["staker"]
    own, bought, auto = older(
        Command(f"stake add --amount 2 --netuids {netuid},0 --hotkey-ss58-address {hot(validator)}", "validator", None),
        Command(f"stake add --amount 4 --netuids {netuid} --hotkey-ss58-address {hot(validator)}", "staker", None),
        Command(f"stake set-auto --netuid {netuid}", "receiver", None, typed=f"{hot(validator)}\n"),
    )
    for answer, netuids in ((own, (netuid, 0)), (bought, (netuid,))):
        assert answer.json["staking_success"] == {str(n): {hot(validator): True} for n in netuids}, answer
    assert chain.stake(cold(validator), hot(validator), 0) == pytest.approx(2 * RAO, rel=0.01)
    held = chain.stake(cold(staker), hot(validator), netuid)
    assert held > RAO
    assert auto.done and chain.get("AutoStakeDestination", cold(WHO["receiver"]), netuid) == hot(validator)
    [sold] = older(
        Command(f"stake remove --amount 0.5 --netuid {netuid} --hotkey-ss58-address {hot(validator)}", "staker", None)
    )
    assert sold.json[0]["success"] is True
    assert held - chain.stake(cold(staker), hot(validator), netuid) == pytest.approx(RAO // 2, abs=1_000)


@covers("stake move", "stake transfer", "stake swap", "stake wizard", "stake process-claim")
def test_moving_stake(older, chain, netuid):
    validator, staker, receiver = WHO["validator"], WHO["staker"], WHO["receiver"]
    target = hot(VALIDATORS[0])
    way = f"--origin-netuid {netuid} --dest-netuid {netuid} --amount 0.5"
    moved, swapped, claimed = older(
        Command(f"stake move {way} --to {target} --hotkey {hot(validator)}", "staker", None),
        Command(f"stake swap --origin-netuid {netuid} --dest-netuid {FIRST} --amount 0.25", "validator"),
        # Dividends of stake on root are shares of funds, which it does not know of.
        Command(f"stake process-claim --netuids {FIRST}", "nominator"),
    )
    assert moved.done and chain.stake(cold(staker), target, netuid) == pytest.approx(RAO // 2, abs=1_000)
    assert swapped.done and chain.stake(cold(validator), hot(validator), FIRST) > 0
    assert claimed.done["message"] == "No claimable emissions found"
    [sent] = older(
        Command(f"stake transfer {way} --dest-ss58 {cold(receiver)} --hotkey {hot(validator)}", "staker", None)
    )
    assert sent.done and chain.stake(cold(receiver), hot(validator), netuid) == pytest.approx(RAO // 2, abs=1_000)
    before = chain.stake(cold(validator), hot(validator), FIRST)
    [led] = older(Command("stake wizard", "validator", typed=f"swap\n{netuid}\n0.25\n{FIRST}\n"))
    assert chain.stake(cold(validator), hot(validator), FIRST) > 1.5 * before, led


@covers("lock add", "lock mode", "lock move")
def test_locking_stake(older, chain, netuid):
    staker, validator, target = cold(WHO["staker"]), hot(WHO["validator"]), hot(VALIDATORS[0])
    lock = f"lock add --netuid {netuid} --hotkey-ss58 {validator} --amount 0.25 --mode perpetual"
    [added] = older(Command(lock, "staker", None))
    [(_, row)] = chain.rows("Lock", staker, netuid)
    assert int(row["locked_mass"]) == RAO // 4, added
    [decaying] = older(Command(f"lock mode --netuid {netuid} --mode decaying", "staker", None))
    assert chain.get("DecayingLock", staker, netuid) is not False, decaying
    [moved] = older(Command(f"lock move --netuid {netuid} --destination-hotkey {target}", "staker", None))
    assert chain.get("Lock", staker, netuid, target) and not chain.get("Lock", staker, netuid, validator), moved


# Hotkeys at work -------------------------------------------------------------


@covers("stake child set", "stake child take", "stake child revoke", "axon set", "axon reset")
def test_hotkeys_at_work(older, chain, netuid):
    validator, miner = WHO["validator"], WHO["miner"]
    chain.sudo(CORE.set_pending_childkey_cooldown(cooldown=0))
    serving, take, lent = older(
        Command(f"axon set --netuid {netuid} --ip 8.8.8.8 --port 8091", "validator", wants_json=False),
        Command(f"stake child take --netuid {netuid} --take 0.08", "validator"),
        Command(f"stake child set --children {hot(validator)} --proportions 0.25 --netuid {netuid}", "miner"),
    )
    assert int(chain.get("Axons", netuid, hot(validator))["port"]) == 8_091, serving
    assert take.json[str(netuid)]["success"] and int(chain.get("ChildkeyTake", hot(validator), netuid)) == 5_242
    assert lent.json[str(netuid)]["success"]
    chain.wait_until(lambda: chain.get("ChildKeys", hot(miner), netuid))
    reset, taken_back = older(
        Command(f"axon reset --netuid {netuid}", "validator", wants_json=False),
        Command(f"stake child revoke --netuid {netuid}", "miner"),
    )
    assert int(chain.get("Axons", netuid, hot(validator))["ip"]) == 0, reset
    assert taken_back.json[str(netuid)]["success"]
    chain.wait_until(lambda: not chain.get("ChildKeys", hot(miner), netuid))


@covers("weights reveal")
def test_weights_are_revealed(older, chain, netuid):
    validator, uids, weights, salt = WHO["validator"], [0, 2], [1, 3], [1, 2, 3]
    commit = "0x" + hash_of_row(validator.hotkey, netuid, uids, weights, salt, VERSION).hex()
    switch = ADMIN.sudo_set_commit_reveal_weights_enabled
    chain.sudo(switch(netuid=netuid, enabled=True))
    chain.submit(CORE.commit_weights(netuid=netuid, commit_hash=commit), validator, role="hotkey")
    ran = int(chain.get("LastEpochBlock", netuid))
    act(
        chain, switch(netuid=netuid, enabled=False), (cold(WHO["owner"]), CORE.trigger_epoch(netuid=netuid)),
        switch(netuid=netuid, enabled=True),
    )
    chain.wait_until(lambda: int(chain.get("LastEpochBlock", netuid)) > ran)
    # It neither waits nor says more than that it has sent them.
    words = f"weights reveal --netuid {netuid} --uids 0,2 --weights 1,3 --salt 1,2,3"
    [revealed] = older(Command(words, "validator"))
    uid = int(chain.get("Uids", netuid, hot(validator)))
    assert revealed.done
    chain.wait_until(lambda: chain.get("Weights", netuid, uid))
    assert [(int(to), int(weight)) for to, weight in chain.get("Weights", netuid, uid)] == [(0, 21_845), (2, 65_535)]


# Proxies ---------------------------------------------------------------------


@covers("proxy create", "proxy add", "proxy remove", "proxy kill", "proxy execute")
def test_proxies(older, chain):
    principal, delegate = WHO["principal"], WHO["receiver"]
    delegates = lambda who: chain.client.query(("Proxy", "Proxies"), [who])[0]  # noqa: E731
    [made] = older(Command("proxy create --proxy-type Any --delay 0", "principal", typed="n\n"))
    pure = made.done["data"]["pure"]
    assert [row["delegate"] for row in delegates(pure)] == [cold(principal)]
    kind = "--proxy-type Transfer --delay 1"
    [added] = older(Command(f"proxy add {kind} --delegate {cold(delegate)}", "principal", typed="n\n"))
    assert added.done and [row["delegate"] for row in delegates(cold(principal))] == [cold(delegate)]
    before = chain.free(cold(WHO["heir"]))
    send = f"wallet transfer --dest {cold(WHO['heir'])} --amount 1 --proxy {cold(principal)} --announce-only"
    [announced] = older(Command(send, "receiver"))
    [notes, _] = chain.client.query(("Proxy", "Announcements"), [cold(delegate)])
    call_hash = notes[0]["call_hash"]
    [executed] = older(
        Command(f"proxy execute --proxy {cold(principal)} --real {cold(principal)} --call-hash {call_hash}", "receiver")
    )
    assert chain.free(cold(WHO["heir"])) - before == RAO, (announced, executed)
    [removed] = older(Command(f"proxy remove {kind} --delegate {cold(delegate)}", "principal"))
    assert removed.done and not delegates(cold(principal))
    height, index = made.done["extrinsic_identifier"].split("-")
    way = f"--height {height} --ext-index {index} --proxy-type Any --spawner {cold(principal)} --proxy {pure}"
    [killed] = older(Command(f"proxy kill {way}", "principal", typed="KILL\n"))
    assert not delegates(pure), killed


# Keys ------------------------------------------------------------------------


@covers("wallet swap-hotkey", "wallet swap-coldkey")
def test_keys_give_their_place(older, chain, netuid):
    uid = int(chain.get("Uids", netuid, hot(WHO["miner"])))
    announced = {name: int(chain.get("ColdkeySwapAnnouncements", cold(WHO[name]))[0]) for name in ("leaver", "waverer")}
    again = int(chain.get("ColdkeySwapReannouncementDelay"))
    chain.wait_until(lambda: chain.client.block > max(announced.values()) + again)
    swapped, left, disputed, cleared = older(
        Command(f"wallet swap-hotkey other --netuid {netuid}", "miner"),
        Command(f"wallet swap-coldkey execute --new-coldkey {cold(WHO['heir'])}", "leaver"),
        Command("wallet swap-coldkey dispute", "victim"),
        Command("wallet swap-coldkey clear", "waverer"),
    )
    other = wallet("//Older//miner", OTHER_HOTKEY)
    assert swapped.done and chain.get("Keys", netuid, uid) == hot(other)
    assert chain.free(cold(WHO["leaver"])) == 0 < chain.free(cold(WHO["heir"])), left
    assert chain.get("ColdkeySwapDisputes", cold(WHO["victim"])), disputed
    assert not chain.get("ColdkeySwapAnnouncements", cold(WHO["waverer"])), cleared
