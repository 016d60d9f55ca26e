//! Our interface against the list of the public network's (`data/mainnet.json`): what we have must
//! be named as there and take the same arguments. What we lack is counted and printed.

extern crate std;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    println,
};

use crate::Runtime;
use scale_info::{MetaType, TypeDef};
use serde_json::Value;
use sp_metadata_ir::{PalletMetadataIR, RuntimeApiMetadataIR};

/// Items of ours that the list cannot have, with the reason.
const OURS: [&str; 36] = [
    // Pallets of ours.
    "Timing",
    // What the claims of a transaction are charged for.
    "SubtensorModule.ClaimFees",
    // Gone on the public network; the older generation of the client still asks for it.
    "SubtensorModule.RootClaimType",
    // Pay the dividends of an epoch over as many blocks as that takes.
    "SubtensorModule.Payouts",
    "SubtensorModule.PayoutRows",
    // Which shares there are, by subnet, and how many in each pool.
    "SubtensorModule.StakePositions",
    "SubtensorModule.PoolStakers",
    // Spreads the clearing of small nominations over blocks.
    "SubtensorModule.NominationSweep",
    // Holds calls without a fee to their share of a block.
    "SubtensorModule.FreeCallsOfBlock",
    // Bound the work on pending children.
    "SubtensorModule.PendingChildKeysOf",
    "SubtensorModule.PendingChildKeysCursor",
    // Lets whoever waits to be valued have a turn, and saves looks where nobody is suspended.
    "SubtensorModule.ChildkeyThresholdCheckCursor",
    "SubtensorModule.CounterForChildkeyThresholdSuspended",
    // Erases voting power in steps.
    "SubtensorModule.VotingPowerErasures",
    // Finds the rows of a subnet in maps that begin with an account.
    "SubtensorModule.SubnetAccounts",
    // Find the lock of a coldkey in one read, count those on a hotkey, and the few that may win.
    "SubtensorModule.LockHotkey",
    "SubtensorModule.LocksOnHotkey",
    "SubtensorModule.LockLeaders",
    // Locks that follow a hotkey in the next blocks.
    "SubtensorModule.LockMoves",
    // What a half-life comes to in a block.
    "SubtensorModule.BurnDecay",
    // Know of encrypted commits without reading them, and where their reveal goes on.
    "SubtensorModule.TimelockedCommitOutlines",
    "SubtensorModule.WaitingCommitQueues",
    "SubtensorModule.RevealCursor",
    // How much a lease may have to do, which leases are being paid out, and which wait for their
    // subnet.
    "SubtensorModule.LeaseContributors",
    "SubtensorModule.LeasePayouts",
    "SubtensorModule.WaitingLeases",
    // Let the hook of commitments wait for what it has to do.
    "Commitments.TimelockChanges",
    "Commitments.NextRevealRound",
    // Forget orders that have expired.
    "LimitOrders.OrderExpiries",
    "LimitOrders.prune_orders",
    // Which pools keep liquidity back, without a look at each.
    "Swap.ReservoirPools",
    // Rounds that are removed with the next pulses.
    "Drand.ForgottenRounds",
    // Answers without a feature behind them that clients read.
    "frame",
    // Pages of answers that grow with the chain.
    "PagedReadsRuntimeApi",
    // The older name of a listed method, which older clients call.
    "ProxyFilterRuntimeApi.get_proxy_filter",
    // Of the SDK, for every pallet's view functions.
    "RuntimeViewFunction",
];

/// Pallets whose items are all listed, or in [`OURS`].
const OWN_PALLETS: [&str; 11] = [
    "SubtensorModule",
    "AdminUtils",
    "Swap",
    "MevShield",
    "AlphaAssets",
    "Drand",
    "Commitments",
    "Proxy",
    "Crowdloan",
    "EVMChainId",
    "LimitOrders",
];

/// Amounts are plain integers in stock pallets; they are encoded alike.
const AMOUNTS: [&str; 2] = ["TaoBalance", "AlphaBalance"];

/// Constants that depend on the timing profile read it from storage.
fn with_storage(run: impl FnOnce()) {
    sp_io::TestExternalities::default().execute_with(run);
}

fn list() -> Value {
    serde_json::from_str(include_str!("../../tests/data/mainnet.json")).unwrap()
}

/// Short name of a type as the list writes it.
fn name_of(ty: &MetaType) -> String {
    let info = ty.type_info();
    match &info.type_def {
        TypeDef::Primitive(primitive) => format!("{primitive:?}").to_lowercase(),
        TypeDef::Compact(compact) => name_of(&compact.type_param),
        _ => info.path.ident().unwrap_or("Any").to_string(),
    }
}

fn same_type(ours: &str, listed: &str) -> bool {
    listed == "Any"
        || ours == listed
        || ours == "Any"
        || (ours == "u64" && AMOUNTS.contains(&listed))
}

/// Arguments of the calls of a pallet.
fn calls_of(ty: &MetaType) -> BTreeMap<String, BTreeMap<String, String>> {
    let TypeDef::Variant(calls) = ty.type_info().type_def else {
        panic!("calls are no enum")
    };
    let argument = |field: &scale_info::Field| {
        (
            field.name.unwrap_or_default().to_string(),
            name_of(&field.ty),
        )
    };
    calls
        .variants
        .iter()
        .map(|call| {
            (
                call.name.to_string(),
                call.fields.iter().map(argument).collect(),
            )
        })
        .collect()
}

fn variants_of(ty: &MetaType) -> BTreeSet<String> {
    let TypeDef::Variant(variants) = ty.type_info().type_def else {
        panic!("errors are no enum")
    };
    variants
        .variants
        .iter()
        .map(|variant| variant.name.to_string())
        .collect()
}

fn keys(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(map) => map.keys().cloned().collect(),
        Value::Array(items) => items
            .iter()
            .filter_map(|item| item.as_str().map(str::to_string))
            .collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn what_we_have_is_named_as_on_the_public_network() {
    with_storage(compare);
}

fn compare() {
    let list = list();
    let ir = Runtime::metadata_ir();
    let mut wrong = Vec::new();
    print_row(
        "pallet",
        &["calls", "storage", "constants", "errors"].map(String::from),
    );
    for pallet in &ir.pallets {
        let listed = &list["pallets"][pallet.name];
        if !listed.is_null() {
            compare_pallet(pallet, listed, &mut wrong);
        } else if !OURS.contains(&pallet.name) {
            wrong.push(format!("pallet {}", pallet.name));
        }
    }
    count_methods(&ir.apis, &list["runtime_apis"]);
    compare_methods(&ir.apis, &list["runtime_apis"], &mut wrong);
    assert!(
        wrong.is_empty(),
        "deviations from the public interface:\n{}",
        wrong.join("\n")
    );
}

fn print_row(name: &str, cells: &[String]) {
    let cells: String = cells.iter().map(|cell| format!(" {cell:>9}")).collect();
    println!("{name:24}{cells}");
}

/// Counts what there is of what is listed, and adds to `wrong` what differs.
fn compare_pallet(pallet: &PalletMetadataIR, listed: &Value, wrong: &mut Vec<String>) {
    let calls = pallet
        .calls
        .as_ref()
        .map(|calls| calls_of(&calls.ty))
        .unwrap_or_default();
    compare_calls(pallet.name, &calls, &listed["calls"], wrong);
    let mut cells = Vec::new();
    for (what, have) in [
        ("calls", calls.keys().cloned().collect()),
        ("storage", storage_of(pallet)),
        ("constants", constants_of(pallet)),
        ("errors", errors_of(pallet)),
    ] {
        let expected = keys(&listed[what]);
        let found = have.intersection(&expected).count();
        cells.push(format!("{found}/{}", expected.len()));
        // Stock pallets of a newer SDK have more.
        if !OWN_PALLETS.contains(&pallet.name) {
            continue;
        }
        for name in have.difference(&expected) {
            let path = format!("{}.{name}", pallet.name);
            if !OURS.contains(&path.as_str()) {
                wrong.push(format!("{what} {path}"));
            }
        }
    }
    print_row(pallet.name, &cells);
}

fn compare_calls(
    pallet: &str,
    calls: &BTreeMap<String, BTreeMap<String, String>>,
    listed: &Value,
    wrong: &mut Vec<String>,
) {
    for (call, arguments) in calls {
        let expected = &listed[call];
        if expected.is_null() {
            // A stock pallet of a newer SDK has calls that the public network has not yet.
            continue;
        }
        let same_names = keys(expected) == arguments.keys().cloned().collect();
        let same_types = arguments.iter().all(|(name, ty)| {
            expected[name]
                .as_str()
                .is_some_and(|listed| same_type(ty, listed))
        });
        if !same_names || !same_types {
            wrong.push(format!("{pallet}.{call}{arguments:?} is {expected}"));
        }
    }
}

fn storage_of(pallet: &PalletMetadataIR) -> BTreeSet<String> {
    let entries = pallet.storage.iter().flat_map(|storage| &storage.entries);
    entries.map(|entry| entry.name.to_string()).collect()
}

fn constants_of(pallet: &PalletMetadataIR) -> BTreeSet<String> {
    let constants = pallet.constants.iter();
    constants
        .map(|constant| constant.name.to_string())
        .collect()
}

fn errors_of(pallet: &PalletMetadataIR) -> BTreeSet<String> {
    let errors = pallet.error.as_ref();
    errors
        .map(|error| variants_of(&error.ty))
        .unwrap_or_default()
}

/// Counts the methods there are of those that are listed.
fn count_methods(apis: &[RuntimeApiMetadataIR], listed: &Value) {
    let (mut have, mut all) = (0, 0);
    for (api, methods) in listed.as_object().unwrap() {
        let ours: BTreeSet<&str> = apis
            .iter()
            .filter(|ours| ours.name == api)
            .flat_map(|ours| ours.methods.iter().map(|method| method.name))
            .collect();
        let expected = keys(methods);
        let found = expected
            .iter()
            .filter(|method| ours.contains(method.as_str()));
        all += expected.len();
        have += found.count();
    }
    println!("runtime API methods: {have}/{all}");
}

/// Adds to `wrong` what is neither listed nor ours. Stock ones of a newer SDK have more methods.
fn compare_methods(apis: &[RuntimeApiMetadataIR], listed: &Value, wrong: &mut Vec<String>) {
    for api in apis {
        if OURS.contains(&api.name) {
            continue;
        }
        let expected = keys(&listed[api.name]);
        if expected.is_empty() {
            wrong.push(format!("runtime API {}", api.name));
        }
        for method in &api.methods {
            let path = format!("{}.{}", api.name, method.name);
            let is_known = expected.contains(method.name) || OURS.contains(&path.as_str());
            if !is_known && is_of_this_project(api.name) {
                wrong.push(format!("method {path}"));
            }
        }
    }
}

/// Whether an API is declared in this repository.
fn is_of_this_project(api: &str) -> bool {
    api.ends_with("RuntimeApi") || api == "ShieldApi"
}

#[test]
fn extrinsics_are_of_version_4() {
    with_storage(|| {
        // The older metadata that clients read report the lowest.
        assert_eq!(
            Runtime::metadata_ir().extrinsic.versions.iter().min(),
            Some(&4)
        );
        assert!(
            Runtime::metadata_versions().contains(&14)
                && Runtime::metadata_versions().contains(&15)
        );
    });
}
