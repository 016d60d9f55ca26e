"""What the commands of btcli 11.3.0 that read the chain show, worked out from stored items.

Most of them show registered reads, so what those answer (`expected`) is what is shown. A command
may say more than is looked at here, such as the same amount in another unit.
"""

from __future__ import annotations

from support.keys import cold, hot
from support.population import (
    FIRST,
    LEASE_LOAN,
    LEAVER,
    MINERS,
    NOMINATORS,
    OPEN_LOAN,
    SECOND,
    SIGNATORIES,
    VICTIM,
)

from ..expected import accounts, identities, loans, neurons, stakes, subnets
from ..intents import MINER, STAKER
from . import holdings, networks
from .case import Shown, part, tellable, told  # noqa: F401
from .holdings import LOCKER, OWNED, SEATED, SEATED_TOO

ON_FIRST, ON_SECOND = ("--netuid", str(FIRST)), ("--netuid", str(SECOND))
SHARED = ("--signatories", ",".join(cold(who) for who in SIGNATORIES))
# Wallets without secrets, for the commands that want one.
WALLETS = {"crowd": NOMINATORS[0], "miner": MINERS[0]}

SHOWN = (
    Shown("wallet balance", (OWNED,), holdings.balance),
    Shown("wallet overview", (), holdings.overview),
    Shown("wallet registrations", (), networks.registrations, "miner"),
    Shown("wallet inspect", ("--coldkey", OWNED), holdings.inspect),
    Shown(
        "wallet get-identity", ("--coldkey", cold(SEATED)),
        lambda world: identities.identity(world, cold(SEATED)),
    ),
    *(
        Shown("wallet swap-check", ("--coldkey", cold(who)), networks.swap(who))
        for who in (LEAVER, VICTIM, STAKER)
    ),
    Shown(
        "stake show", (*ON_FIRST, "--coldkey", cold(STAKER), "--hotkey", hot(SEATED)),
        holdings.stake,
    ),
    Shown("stake list", ("--coldkey", OWNED), holdings.with_locks),
    Shown("stake auto", (), lambda world: stakes.auto_stake_all(world, OWNED)),
    Shown("stake child get", (*ON_FIRST, "--hotkey", hot(SEATED)), holdings.children),
    Shown("root list", (), holdings.leaderboard),
    Shown("root list", ("--mine",), holdings.root_positions),
    Shown("subnets list", (), networks.listed),
    Shown("subnets show", (str(FIRST),), networks.subnet),
    Shown("subnets hyperparameters", (str(FIRST),), networks.parameters),
    Shown(
        "subnets burn-cost", (str(FIRST),),
        lambda world: {"burn_cost": accounts.burn(world, FIRST)},
    ),
    Shown("subnets create-cost", (), networks.create_cost),
    Shown("subnets price", ON_FIRST, networks.price),
    Shown("subnets conviction", ON_FIRST, networks.convictions),
    Shown("subnets metagraph", (str(SECOND),), lambda world: neurons.metagraph(world, SECOND)),
    Shown("conviction list", (), holdings.locks),
    Shown("conviction targeting", (*ON_FIRST, "--hotkey", hot(SEATED_TOO)), holdings.targeting),
    Shown("conviction show", (*ON_FIRST, "--coldkey", LOCKER), holdings.lock),
    Shown("hparams get", ON_FIRST, networks.parameters),
    Shown("hparams get", (*ON_FIRST, "--name", "tempo"), networks.parameter),
    Shown(
        "hparams get-take", ("--hotkey", hot(SEATED_TOO)),
        lambda world: identities.delegate_take(world, hot(SEATED_TOO)),
    ),
    Shown(
        "hparams check-start", ON_FIRST, lambda world: subnets.subnet_start_schedule(world, FIRST)
    ),
    Shown(
        "hparams get-identity", (str(FIRST),), lambda world: subnets.subnet_identity(world, FIRST)
    ),
    Shown(
        "hparams mechanisms emissions", ON_FIRST,
        lambda world: {"split": subnets.mechanism_emission_split(world, FIRST)},
    ),
    Shown("proxy list", (), networks.proxies),
    Shown("multisig pending", ("--multisig-threshold", "2", *SHARED), networks.pending),
    # Both derive an account; a set that is there already may be saved again.
    Shown("multisig add", ("other", "--threshold", "2", *SHARED, "--overwrite"), networks.shared),
    Shown("multisig show", ("shared",), networks.shared),
    Shown(
        "misc collateral show",
        (*ON_SECOND, "--hotkey", hot(MINER), "--coldkey", cold(MINER)), holdings.collateral,
    ),
    Shown(
        "misc collateral list", ON_SECOND, lambda world: stakes.subnet_collateral(world, SECOND)
    ),
    Shown("misc crowd list", (), loans.crowdloans),
    *(
        Shown("misc crowd info", (str(number),), lambda world, n=number: loans.crowdloan(world, n))
        for number in (OPEN_LOAN, LEASE_LOAN)
    ),
    Shown(
        "misc crowd contributors", (str(OPEN_LOAN),),
        lambda world: loans.crowdloan_contributors(world, OPEN_LOAN),
    ),
    Shown(
        "misc latency", lambda node: ("--networks", node.url),
        lambda world: [{"endpoint": world.node.url, "ok": True}],
    ),
    # The sudo key has no delegate that proposes upgrades.
    Shown("misc upgrade pending", (), lambda world: {"pending_upgrades": [], "count": 0}),
)
