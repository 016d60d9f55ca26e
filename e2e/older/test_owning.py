"""What owners of subnets do with them."""

from support.keys import RAO, cold, hot

from .client import Command
from .people import WHO
from .places import covers


@covers("subnets create", "subnets start", "subnets register")
def test_a_subnet_is_opened_started_and_joined(chain, netuid):
    assert chain.get("SubnetOwner", netuid) == cold(WHO["owner"])
    assert chain.get("SubnetIdentitiesV3", netuid)["subnet_name"] == "Older"
    assert chain.get("FirstEmissionBlockNumber", netuid)
    keys = {int(uid): hotkey for uid, hotkey in chain.rows("Keys", netuid)}
    assert keys == dict(enumerate(hot(WHO[name]) for name in ("owner", "validator", "miner")))


@covers("subnets set-symbol", "subnets set-identity")
def test_a_subnet_is_named(older, chain, netuid):
    [symbol] = older(Command(f"subnets set-symbol --netuid {netuid} ב", "owner"))
    assert symbol.done and chain.get("TokenSymbol", netuid) == "ב"
    [identity] = older(
        Command(
            f"subnets set-identity --netuid {netuid} --subnet-name New"
            " --github-repo https://github.com/n/n --subnet-contact n@o.example"
            " --subnet-url https://n.example --discord-handle new --description new"
            " --logo-url https://n.example/logo --additional-info new", "owner",
        )
    )
    assert identity.done
    stored = chain.get("SubnetIdentitiesV3", netuid)
    assert (stored["subnet_name"], stored["subnet_url"]) == ("New", "https://n.example")


@covers("sudo set", "sudo trim", "subnets mechanisms set", "subnets mechanisms split-emissions")
def test_a_subnet_is_set_up(older, chain, netuid):
    hide = f"sudo set --netuid {netuid} --param commit_reveal_weights_enabled --value False"
    [hidden] = older(Command(hide, "owner"))
    assert hidden.done and chain.get("CommitRevealWeightsEnabled", netuid) is False
    [trimmed] = older(Command(f"sudo trim --netuid {netuid} --max 64", "owner"))
    assert trimmed.done and int(chain.get("MaxAllowedUids", netuid)) == 64
    count = f"subnets mechanisms set --netuid {netuid} --count 2"
    [counted] = older(Command(count, "owner", typed="y\n"))
    assert counted.done and int(chain.get("MechanismCountCurrent", netuid)) == 2
    divide = f"subnets mechanisms split-emissions --netuid {netuid} --split 70,30"
    [split] = older(Command(divide, "owner"))
    parts = [int(part) for part in chain.get("MechanismEmissionSplit", netuid)]
    assert split.done and parts == [45_875, 19_660]


@covers("sudo trigger-epoch", "sudo stake-burn")
def test_an_epoch_is_asked_for_and_alpha_bought_back(older, chain, netuid):
    def burned() -> int:
        return int(chain.client.query(("AlphaAssets", "AlphaBurned"), [netuid]) or 0)

    before = burned()
    triggered, bought = older(
        Command(f"sudo trigger-epoch --netuid {netuid}", "owner"),
        Command(f"sudo stake-burn --netuid {netuid} --amount 1", "miner"),
    )
    fires = triggered.done["fires_at"]
    chain.wait_until(lambda: int(chain.get("LastEpochBlock", netuid)) >= fires)
    assert bought.done and burned() - before > RAO // 2
