"""What commands show of a chain that stands still, against what is stored."""

import pytest
from acceptance.expected import subnets
from acceptance.world import FIXED_64, about, text, texts
from support.keys import RAO, cold, hot
from support.population import (
    FIRST,
    LEASE_LOAN,
    LEAVER,
    NOMINATORS,
    OPEN_LOAN,
    ROOT,
    SPLIT,
    VALIDATORS,
)

from .client import Command
from .places import BROKEN, GONE, OFF_CHAIN, covered, covers

OWNER, SEATED, SEATED_TOO, LENT_TO = NOMINATORS[0], *VALIDATORS[:3]


def number(value):
    """Of TAO or alpha, which it gives as a float."""
    return about(float(value) / RAO, 1e-6)


def test_every_command_has_its_place(older):
    places = [OFF_CHAIN, set(BROKEN), set(GONE), covered()]
    assert sorted(older.names) == sorted(name for place in places for name in place)


@pytest.mark.parametrize("name", BROKEN | GONE)
def test_what_cannot_work_anywhere_says_why(older, still, name):
    words, said = (BROKEN | GONE)[name]
    [answer] = older(Command(f"{name} {words}".strip(), "validator0", wants_json=False))
    assert said in answer.out + answer.errors, answer


@covers("wallet balance", "wallet get-identity", "wallet swap-check", "stake auto")
def test_of_a_coldkey(older, still):
    balance, identity, swaps, auto = older(
        Command("wallet balance", "nominator"),
        Command("wallet get-identity", "validator0"),
        Command("wallet swap-check", "gone"),
        Command("stake auto", "nominator"),
    )
    shown = balance.json["balances"]["nominator"]
    staked = sum(held * still.price(n) for _, n, held in still.positions(cold(OWNER)))
    assert shown["coldkey"] == cold(OWNER)
    assert shown["free"] == still.get("System.Account", cold(OWNER))["data"]["free"] / RAO
    assert shown["staked"] == number(staked)
    assert identity.json == texts(still.get("IdentitiesV2", cold(SEATED)))
    at, new_hash = still.get("ColdkeySwapAnnouncements", cold(LEAVER))
    [announced] = swaps.json["announcements"]
    assert announced["coldkey"] == cold(LEAVER) and announced["execution_block"] == at
    assert announced["new_coldkey_hash"] == new_hash and announced["disputed_block"] is None
    assert swaps.json["current_block"] == still.block
    named = still.rows("AutoStakeDestination", cold(OWNER))
    shown = {int(netuid): row["destination"] for netuid, row in auto.json.items()}
    # It takes the first of what it takes for a list, and shows that letter.
    first = {netuid: hotkey[0] for netuid, hotkey in named.items()}
    assert {netuid: letter for netuid, letter in shown.items() if letter} == first
    assert shown.keys() == set(still.subnets)


@covers("wallet overview", "stake list")
def test_of_neurons_and_positions(older, still):
    overview, stakes = older(
        Command("wallet overview", "validator0"), Command("stake list", "nominator")
    )
    hotkey = hot(SEATED)
    rows = {row["netuid"]: row["neurons"] for row in overview.json["subnets"]}
    on = still.rows("IsNetworkMember", hotkey)
    assert rows.keys() == {netuid for netuid, is_in in on.items() if is_in}
    for netuid, [neuron] in rows.items():
        uid = still.get("Uids", netuid, hotkey)
        assert (neuron["uid"], neuron["hotkey_ss58"]) == (uid, hotkey)
        assert neuron["last_update"] == still.block - still.get("LastUpdate", netuid)[uid]
        assert neuron["validator_permit"] == still.get("ValidatorPermit", netuid)[uid]
        assert neuron["stake"] == number(still.get("TotalHotkeyAlpha", hotkey, netuid))
    shown = {
        (on, row["netuid"]): row for on, held in stakes.json["stake_info"].items() for row in held
    }
    held = {(hotkey, netuid): amount for hotkey, netuid, amount in still.positions(cold(OWNER))}
    assert shown.keys() == held.keys()
    for (on, netuid), row in shown.items():
        assert row["stake_value"] == number(held[on, netuid])
        assert row["value"] == number(held[on, netuid] * still.price(netuid))
        assert row["registered"] is still.is_registered(on, netuid)


@covers("stake child get", "sudo get-take")
def test_of_a_hotkey(older, still):
    children, everywhere, take = older(
        Command(f"stake child get --netuid {FIRST}", "validator0"),
        Command("stake child get --all-netuids", "validator0"),
        Command("sudo get-take", "validator1"),
    )
    [(part, child)] = still.get("ChildKeys", hot(SEATED), FIRST)
    lent = {child: part}
    assert child == hot(LENT_TO) and children.json == {str(FIRST): lent}
    # Of all subnets together, without their numbers.
    assert list(everywhere.json.values()) == [lent]
    stored = still.get("Delegates", hot(SEATED_TOO))
    assert take.json["current_take"] == pytest.approx(stored / 65_535)


@covers("lock list", "lock show", "subnets conviction")
def test_of_locks(older, still):
    locks, one, subnet = older(
        Command("lock list", "nominator"),
        Command(f"lock show --netuid {FIRST}", "nominator"),
        Command(f"subnets conviction --netuid {FIRST}"),
    )
    hotkey, mass, perpetual = still.lock(cold(OWNER), FIRST)
    for answer in (locks, one):
        [lock] = answer.json["locks"]
        assert (lock["netuid"], lock["hotkey"]) == (FIRST, hotkey)
        assert lock["mode"] == "decaying" and not perpetual
        assert lock["locked_alpha_rao"] == about(mass)
        assert answer.json["unlock_rate"] == still.get("UnlockRate")
    convictions = still.convictions(FIRST)
    rows = {row["hotkey"]: row for row in subnet.json["rows"]}
    assert rows.keys() == convictions.keys()
    for hotkey, (mass, conviction) in convictions.items():
        row = rows[hotkey]
        assert row["perpetual_alpha_rao"] + row["decaying_alpha_rao"] == about(mass)
        assert float(row["conviction_rao"]) == about(conviction)
        assert row["is_owner"] is (hotkey == still.get("SubnetOwnerHotkey", FIRST))


@covers("subnets list", "subnets burn-cost", "subnets price")
def test_of_all_subnets(older, still):
    listed, cost, price = older(
        Command("subnets list"),
        Command("subnets burn-cost"),
        # Without `--current` it wants five prices from 300 blocks to 300 blocks.
        Command(f"subnets price --netuids {FIRST} --current"),
    )
    rows = {int(netuid): row for netuid, row in listed.json["subnets"].items()}
    assert rows.keys() == set(still.subnets)
    for netuid in still.subnets:
        assert rows[netuid]["mechanisms"] == still.get("MechanismCountCurrent", netuid)
        assert rows[netuid]["price"] == number(still.price_rao(netuid))
        if netuid != ROOT:
            reserves = rows[netuid]["liquidity"]
            assert reserves["tao_in"] == number(still.get("SubnetTAO", netuid))
            assert reserves["alpha_in"] == number(still.get("SubnetAlphaIn", netuid))
            assert rows[netuid]["tempo"]["sn_tempo"] == still.get("Tempo", netuid)
    assert cost.json["burn_cost"]["rao"] == subnets.subnet_registration_cost(still)[0]
    stats = price.json[str(FIRST)]["stats"]
    assert stats["current_price"] == number(still.price_rao(FIRST))
    assert stats["symbol"] == text(still.get("TokenSymbol", FIRST))


@covers(
    "sudo get", "subnets get-identity", "subnets check-start", "subnets mechanisms count",
    "subnets mechanisms emissions",
)
def test_of_one_subnet(older, still):
    parameters, table, identity, start, count, split = older(
        Command(f"sudo get --netuid {FIRST}"),
        Command(f"subnets hyperparameters --netuid {FIRST}"),
        Command(f"subnets get-identity --netuid {FIRST}"),
        Command(f"subnets check-start --netuid {FIRST}"),
        Command(f"subnets mechanisms count --netuid {FIRST}"),
        Command(f"subnets mechanisms emissions --netuid {FIRST}"),
    )
    values = {row["hyperparameter"]: row["value"] for row in parameters.json}
    expected = subnets.subnet_hyperparameters(still, FIRST)
    expected["burn_increase_mult"] /= FIXED_64
    assert values.keys() >= expected.keys()
    assert {name: values[name] for name in expected} == expected
    assert {row["hyperparameter"]: row["value"] for row in table.json} == values
    assert identity.json == texts(still.get("SubnetIdentitiesV3", FIRST))
    assert f"Registered at: {still.get('NetworkRegisteredAt', FIRST)}" in start.out
    assert count.json["count"] == still.get("MechanismCountCurrent", FIRST)
    assert split.json["split"] == still.get("MechanismEmissionSplit", FIRST) == SPLIT


@covers("subnets show")
def test_of_who_is_on_subnets(older, still):
    """It reads `RootClaimType`, which the public network had before it had funds."""
    root, subnet = older(
        Command("subnets show --netuid 0 --verbose", wants_json=False),
        Command(f"subnets show --netuid {FIRST} --mechid 0"),
    )
    # Of root there is no JSON.
    for hotkey in still.hotkeys(ROOT):
        [line] = [line for line in root.out.splitlines() if hotkey in line]
        assert still.get("Owner", hotkey) in line and "Swap" in line
    shown, hotkeys = subnet.json, still.hotkeys(FIRST)
    assert shown["owner"] == still.get("SubnetOwner", FIRST)
    assert shown["rate"] == number(still.price_rao(FIRST))
    assert shown["registration_cost"] == number(still.get("Burn", FIRST))
    rows = {row["uid"]: row for row in shown["uids"]}
    assert {uid: row["hotkey"] for uid, row in rows.items()} == dict(enumerate(hotkeys))
    for uid, hotkey in enumerate(hotkeys):
        of_alpha, of_tao, together = still.stake_weight(hotkey, FIRST)
        assert rows[uid]["alpha_stake"] == number(of_alpha)
        assert rows[uid]["stake"] == number(together)
        assert rows[uid]["coldkey"] == still.get("Owner", hotkey)


@covers("crowd list", "crowd info", "crowd contributors")
def test_of_crowdloans(older, still):
    listed, leased, joined = older(
        Command("crowd list"),
        Command(f"crowd info --id {LEASE_LOAN}", "nominator"),
        Command(f"crowd contributors --id {OPEN_LOAN}"),
    )
    rows = still.rows("Crowdloan.Crowdloans")
    shown = {row["id"]: row for row in listed.json["data"]["crowdloans"]}
    assert shown.keys() == rows.keys()
    for loan, row in rows.items():
        for name in ("creator", "target_address", "funds_account", "finalized"):
            assert shown[loan][name] == row[name]
        assert shown[loan]["contributors_count"] == row["contributors_count"]
        for name in ("raised", "cap", "deposit", "min_contribution"):
            assert shown[loan][name] == row[name] / RAO
        assert shown[loan]["end_block"] == row["end"]
    row = leased.done["data"]
    assert (row["crowdloan_id"], row["status"], row["finalized"]) == (LEASE_LOAN, "Finalized", True)
    assert row["raised"] == rows[LEASE_LOAN]["raised"] / RAO
    parts = still.rows("Crowdloan.Contributions", OPEN_LOAN)
    assert {
        each["address"]: each["contribution_rao"] for each in joined.done["data"]["contributors"]
    } == parts


@covers("view dashboard")
def test_the_dashboard_is_written(older, still, tmp_path):
    words = f"view dashboard --save-file --dashboard-path {tmp_path}"
    [answer] = older(Command(words, "nominator"))
    [page] = tmp_path.glob("*.html")
    names = [text(row["subnet_name"]) for row in still.rows("SubnetIdentitiesV3").values()]
    assert all(name in page.read_text() for name in names), answer
