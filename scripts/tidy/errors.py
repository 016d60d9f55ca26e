"""Errors of the pallets: each is raised, and a test names it, or is on one of the lists below.

Clients decode an error by its number, so one that is not used any more keeps its place."""

import re
from collections import Counter, defaultdict

from source import closing

DECLARATION = re.compile(r"#\[pallet::error\]\s*pub enum Error<T>\s*(?=\{)")
VARIANT = re.compile(r"^\s*(?P<name>[A-Z]\w*)\s*,", re.MULTILINE)
WORD = re.compile(r"\b[A-Z]\w*")
RAISED = re.compile(
    r"\b(?P<whose>Error|SubtensorError|subtensor|admin)(?:::<[^<>]*>)?::(?P<name>[A-Z]\w*)"
)
RESERVED = "/// Reserved"

SUBTENSOR, ADMIN = "pallets/subtensor", "pallets/admin-utils"
# Names by which one pallet raises errors of another.
OWNERS = {"SubtensorError": SUBTENSOR, "subtensor": SUBTENSOR, "admin": ADMIN}
# Whoever raises an error may be tested there: it is where pallets meet.
RUNTIME = "runtime/"

NO_EVM = "of EVM keys, which come with the EVM"
OLD_FUNDS = "of funds that root validators gave weights to"
POSITIONS = "of positions in a pool, which the pool of spec 50 has not"
TEMPLATE = "of a template of the SDK (spec 40, Drand)"

# What no call returns, with the reason.
RETIRED = {
    "pallets/subtensor": {
        "NotEnoughStake": "`NotEnoughStakeToWithdraw` and those of each call say more",
        "ZeroBalanceAfterWithdrawn": "what must stay in an account is never withdrawn",
        "MaxWeightExceeded": "rows are scaled, and a subnet has no limit on a weight",
        "HotKeyAlreadyDelegate": "every hotkey takes nominations",
        "StakingRateLimitExceeded": "stake calls have no interval",
        "TransactorAccountShouldBeHotKey": "calls for hotkeys say `HotKeyAccountNotExists`",
        "FaucetDisabled": "there is no faucet; development presets endow accounts",
        "StakeTooLowForRoot": "a seat on root needs no least stake",
        "AllNetworksInImmunity": "`SubnetLimitReached` says so",
        "NotRootSubnet": "calls for root name no subnet",
        "CallDisabled": "a call that is switched off is filtered before it runs",
        "NotEnoughAlphaOutToRecycle": "the position has less than the books, and is checked",
        "UnableToRecoverPublicKey": NO_EVM,
        "InvalidRecoveredPublicKey": NO_EVM,
        "EvmKeyAssociateRateLimitExceeded": NO_EVM,
        "EvmKeyAssociationLimitExceeded": NO_EVM,
        "UidMapCouldNotBeCleared": "a trimming renumbers all uids in its own block",
        "SubnetBuybackRateLimitExceeded": "buying and burning has no interval",
        "AddStakeBurnRateLimitExceeded": "buying and burning has no interval",
        "DisabledTemporarily": "a call that is switched off is filtered before it runs",
        "UnlockAmountTooHigh": "no call unlocks an amount: locks decay",
        "LockIdOverFlow": "a creation that waits keeps its price without an escrow's number",
        "WaitingForDissolvedSubnetCleanup": "a creation waits, a leased one as well",
        "StartCallNotReady": "newer name of `NeedWaitingMoreBlocksToStarCall`",
        "InsufficientAlphaBalance": "`NotEnoughStakeToWithdraw` says so",
        "BasketHasNoWeights": OLD_FUNDS,
        "BetaBasketSeedInProgress": OLD_FUNDS,
        "RootWeightSettingDisabled": OLD_FUNDS,
        "RootWeightCapExceeded": OLD_FUNDS,
        "BasketDepositPending": OLD_FUNDS,
    },
    "pallets/swap": {
        "InsufficientInputAmount": POSITIONS,
        "InsufficientBalance": POSITIONS,
        "InvalidTickRange": POSITIONS,
        "InvalidLiquidityValue": POSITIONS,
        "SubtokenDisabled": "`SubtensorModule.SubtokenDisabled` says so, before the pool is asked",
    },
    "pallets/crowdloan": {
        "ContributionPeriodNotEnded": "nothing waits for the end of a crowdloan",
    },
    "pallets/drand": {
        "NoneValue": TEMPLATE,
        "StorageOverflow": TEMPLATE,
        "DrandConnectionFailure": "the worker logs it: fetching is no transaction",
        "UnverifiedPulse": "`PulseVerificationError` says so",
    },
    "pallets/proxy": {
        "Unproxyable": "a call that a type refuses is `System.CallFiltered`",
        "AnnouncementDepositInvariantViolated": "a list that is not empty has its deposit",
    },
    "pallets/admin-utils": {
        "POWRegistrationDisabled": "registration by work is there to be switched on",
    },
}

# What code returns where a library cannot say that this never happens, with the reason.
UNREACHABLE = {
    "pallets/subtensor": {
        "BalanceWithdrawalError": "what can be withdrawn is checked before",
        "LeaseNetuidNotFound": "any 32 bytes are an account, and a creation says its netuid",
    },
    "pallets/commitments": {
        "TooManyFieldsInCommitmentInfo": "a longer list of fields does not decode",
    },
    "pallets/proxy": {
        "InvalidDerivedAccountId": "any 32 bytes are an account",
    },
}


def pallet_of(path):
    """The folder of a pallet that a file is in."""
    return "/".join(path.split("/")[:2])


def variants(tree):
    """Every error: pallet, name, file, line, and whether its documentation says `Reserved`."""
    for file in tree.find("pallets/"):
        for enum in DECLARATION.finditer(file.production):
            end = closing(file.production, enum.end())
            for variant in VARIANT.finditer(file.production, enum.end() + 1, end):
                before = file.text[enum.end() : variant.start("name")].rsplit(",\n", 1)[-1]
                line = file.line(variant.start("name"))
                yield pallet_of(file.path), variant["name"], file, line, RESERVED in before


def raised(tree):
    """The first file that raises each error, by pallet and name."""
    places = {}
    for file in tree.find("pallets/"):
        for use in RAISED.finditer(file.production):
            pallet = OWNERS.get(use["whose"], pallet_of(file.path))
            places.setdefault((pallet, use["name"]), file.path)
    return places


def named(tree):
    """The files in which code for tests has a name, by name."""
    places = defaultdict(set)
    for file in tree.files.values():
        words = Counter(WORD.findall(file.code))
        words.subtract(WORD.findall(file.production))
        for word in +words:
            places[word].add(file.path)
    return places


def findings(tree):
    """Errors that nothing raises or no test names, and lists that are out of date."""
    errors = list(variants(tree))
    declared = Counter(name for _, name, *_ in errors)
    raises, tests = raised(tree), named(tree)
    for pallet, name, file, line, is_reserved in errors:
        # A name of several pallets says nothing about this one elsewhere.
        is_tested = declared[name] == 1 and bool(tests[name])
        is_tested |= any(path.startswith((f"{pallet}/", RUNTIME)) for path in tests[name])
        retired = name in RETIRED.get(pallet, {})
        unreachable = name in UNREACHABLE.get(pallet, {})
        where = raises.get((pallet, name))
        for what in problems(where, is_tested, retired, unreachable, is_reserved):
            yield file.path, line, f"`{name}`: {what}"
    known = {(pallet, name) for pallet, name, *_ in errors}
    for listed in (RETIRED, UNREACHABLE):
        for pallet, names in listed.items():
            for name in names:
                if (pallet, name) not in known:
                    yield pallet, 1, f"`{name}` is listed, but is no error of the pallet"


def problems(where, is_tested, retired, unreachable, is_reserved):
    """What is wrong with one error."""
    if retired and where:
        yield f"listed as retired, but {where} raises it"
    if not retired and not where:
        yield "nothing raises it; raise it, or list it as retired with the reason"
    if where and not is_tested and not unreachable and not retired:
        yield "no test names it"
    if unreachable and is_tested:
        yield "listed as unreachable, but a test names it"
    if retired != is_reserved:
        yield "documented as reserved, but not listed" if is_reserved else (
            "listed as retired; its documentation must begin with `Reserved`"
        )
