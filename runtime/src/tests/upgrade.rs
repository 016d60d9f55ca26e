//! Upgrades of the runtime: versions of storage, the list of migrations, and what the chain does
//! while a migration runs and after one has failed.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec,
    vec::Vec,
};
use frame_support::{
    assert_noop,
    migrations::{FailedMigrationHandler, FailedMigrationHandling},
    traits::{GetStorageVersion, PalletInfoAccess, PalletsInfoAccess, StorageVersion},
};
use pallet_migrations::{ActiveCursor, Cursor, CursorOf, MigrationCursor};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{DispatchError, DispatchResult, ExtrinsicInclusionMode};

use super::{begin_block, block, dev_chain, end_block, sudo, transaction};
use crate::{
    AdminUtils, AllPalletsWithSystem, AlphaAssets, Balances, Commitments, Crowdloan, Drand,
    EVMChainId, Executive, Grandpa, LimitOrders, MevShield, MultiBlockMigrations, Multisig,
    Preimage, Proxy, Runtime, RuntimeCall, RuntimeOrigin, SafeMode, Scheduler, SubtensorModule,
    Swap, System, Timing, VERSION,
    migrations::{ROWS, SafeModeUntilRepaired},
};

type BlockWeights = <Runtime as frame_system::Config>::BlockWeights;

/// Versions of storage with which the first chains began, where that is another one than 0.
const FIRST: [(&str, u16); 5] = [
    ("Balances", 1),
    ("Grandpa", 5),
    ("Multisig", 1),
    ("Preimage", 1),
    ("Scheduler", 4),
];
/// Pallets of the SDK that state no version.
const WITHOUT: [&str; 7] = [
    "Aura",
    "SafeMode",
    "Sudo",
    "System",
    "Timestamp",
    "TransactionPayment",
    "Utility",
];

/// The version that a pallet states in its code, and the one that is on chain for it.
struct Versions {
    code: StorageVersion,
    chain: Option<StorageVersion>,
}

fn versions_of<P>() -> (&'static str, Versions)
where
    P: GetStorageVersion<InCodeStorageVersion = StorageVersion> + PalletInfoAccess,
{
    let chain = StorageVersion::exists::<P>().then(P::on_chain_storage_version);
    let code = P::in_code_storage_version();
    (P::name(), Versions { code, chain })
}

/// All pallets that state a version: those for which this compiles.
fn versions() -> BTreeMap<&'static str, Versions> {
    macro_rules! of {
        ($($pallet:ty)+) => { BTreeMap::from([$(versions_of::<$pallet>()),+]) };
    }
    of!(
        AdminUtils AlphaAssets Balances Commitments Crowdloan Drand EVMChainId Grandpa LimitOrders
        MevShield MultiBlockMigrations Multisig Preimage Proxy Scheduler SubtensorModule Swap Timing
    )
}

#[test]
fn every_pallet_states_the_version_of_its_storage() {
    let infos = AllPalletsWithSystem::infos();
    let all: BTreeSet<_> = infos.iter().map(|info| info.name).collect();
    let known = dev_chain().execute_with(versions).into_keys();
    assert_eq!(known.chain(WITHOUT).collect::<BTreeSet<_>>(), all);
}

#[test]
fn genesis_writes_the_versions_of_the_code() {
    for (pallet, versions) in dev_chain().execute_with(versions) {
        assert_eq!(versions.chain, Some(versions.code), "{pallet}");
    }
}

/// What is wrong with a list of migrations, given what the pallets state.
fn complaints(
    rows: &[(&'static str, u16, u16)],
    stated: &BTreeMap<&str, StorageVersion>,
) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut reached: BTreeMap<&str, u16> = stated.keys().map(|pallet| (*pallet, 0)).collect();
    reached.extend(FIRST);
    for (pallet, from, to) in rows {
        match reached.insert(pallet, *to) {
            None => complaints.push(format!("{pallet} states no version")),
            Some(before) if before == *from && *to == from + 1 => {}
            Some(before) => complaints.push(format!("{pallet} {from} => {to} behind {before}")),
        }
    }
    for (pallet, version) in stated {
        let end = reached[pallet];
        if *version != end {
            complaints.push(format!(
                "{pallet} states {version:?}, its migrations end at {end}"
            ));
        }
    }
    complaints
}

#[test]
fn each_pallet_is_as_old_as_the_last_of_its_migrations() {
    let versions = dev_chain().execute_with(versions);
    let stated = versions
        .iter()
        .map(|(name, versions)| (*name, versions.code));
    let complaints = complaints(ROWS, &stated.collect());
    assert!(complaints.is_empty(), "{complaints:#?}");
}

#[test]
fn a_list_with_a_fault_is_found_out() {
    let good = [
        ("Swap", 0, 1),
        ("Proxy", 0, 1),
        ("Swap", 1, 2),
        ("Balances", 1, 2),
    ];
    let mut stated: BTreeMap<_, _> = FIRST
        .map(|(name, at)| (name, StorageVersion::new(at)))
        .into();
    stated.extend([
        ("Swap", StorageVersion::new(2)),
        ("Proxy", StorageVersion::new(1)),
        ("Balances", StorageVersion::new(2)),
    ]);
    assert_eq!(complaints(&good, &stated), Vec::<String>::new());
    let faults = |rows: &[(&'static str, u16, u16)]| complaints(rows, &stated).len();
    // One is missing, at the end and in between.
    assert_eq!(faults(&good[..3]), 1);
    assert_eq!(faults(&good[1..]), 1);
    // In the wrong order, two at once, and of a pallet without a version.
    assert_eq!(faults(&[good[2], good[1], good[0], good[3]]), 3);
    assert_eq!(faults(&[("Swap", 0, 2), good[1], good[3]]), 1);
    assert_eq!(faults(&[&good[..], &[("Sudo", 0, 1)]].concat()), 1);
}

#[test]
fn an_upgrade_leaves_the_state_of_its_own_version_alone() {
    dev_chain().execute_with(|| {
        let root = || sp_io::storage::root(VERSION.state_version());
        let before = root();
        Executive::execute_on_runtime_upgrade();
        assert_eq!(root(), before);
    });
}

#[test]
fn an_upgrade_fits_into_its_block() {
    let used = dev_chain().execute_with(Executive::execute_on_runtime_upgrade);
    let room = BlockWeights::get().max_block.div(2);
    assert!(used.all_lte(room), "{used} of {room}");
}

/// The first of the stepped migrations is to take its first step.
fn at_the_first_step() -> CursorOf<Runtime> {
    MigrationCursor::Active(ActiveCursor {
        index: 0,
        inner_cursor: None,
        started_at: 0,
    })
}

fn pay() -> RuntimeCall {
    RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
        dest: Alice.to_account_id().into(),
        value: 1_000_000,
    })
}

/// What the call comes to as the only one of a block.
fn outcome_of(who: sp_keyring::Sr25519Keyring, call: RuntimeCall) -> DispatchResult {
    let results = block(vec![transaction(who, 0, call)]);
    results[0].expect("the transaction is valid")
}

#[test]
fn transactions_wait_while_a_migration_runs() {
    dev_chain().execute_with(|| {
        Cursor::<Runtime>::put(CursorOf::<Runtime>::Stuck);
        for _ in 0..3 {
            assert_eq!(begin_block(vec![]), ExtrinsicInclusionMode::OnlyInherents);
            end_block();
        }
        assert_noop!(
            System::set_code(RuntimeOrigin::root(), vec![]),
            frame_system::Error::<Runtime>::MultiBlockMigrationsOngoing
        );
        // What there was to do is done.
        Cursor::<Runtime>::put(at_the_first_step());
        assert_eq!(begin_block(vec![]), ExtrinsicInclusionMode::OnlyInherents);
        end_block();
        assert_eq!(begin_block(vec![]), ExtrinsicInclusionMode::AllExtrinsics);
        end_block();
        assert_eq!(outcome_of(Bob, pay()), Ok(()));
    });
}

#[test]
fn a_failed_migration_leaves_the_chain_to_root() {
    dev_chain().execute_with(|| {
        // The pallet itself panics in tests, where it finds out that a migration has failed.
        let handled = || SafeModeUntilRepaired::failed(Some(0));
        assert_eq!(handled(), FailedMigrationHandling::ForceUnstuck);
        assert!(SafeMode::is_entered());
        let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
        assert_eq!(outcome_of(Bob, pay()), Err(filtered));
        // A second failure finds it in safe mode.
        assert_eq!(handled(), FailedMigrationHandling::ForceUnstuck);
        assert_eq!(outcome_of(Bob, pay()), Err(filtered));
        let exit = RuntimeCall::SafeMode(pallet_safe_mode::Call::force_exit {});
        assert_eq!(outcome_of(Alice, sudo(exit)), Ok(()));
        assert_eq!(outcome_of(Bob, pay()), Ok(()));
    });
}
