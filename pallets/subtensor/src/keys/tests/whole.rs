//! The table of all that is stored of accounts, derived from the metadata: what of it follows a
//! hotkey that gives its place on every subnet to another, and what does not. An item that is not
//! in the table fails, and so does one that does something else.

use alloc::collections::{BTreeMap, BTreeSet, VecDeque};

use codec::Encode;
use frame_support::{assert_ok, traits::PalletInfo};
use scale_info::{MetaType, TypeDef};
use sp_core::H256;
use sp_io::hashing::twox_128;
use sp_runtime::PerU16;
use subtensor_fixed::U64F64;
use subtensor_funds::index::BetaIndexFundSampleOf;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex, TaoBalance};

use super::swap::{COLDKEY, NEW, OLD, ROOT, STAKER, credit, stake, swap, test};
use crate::{RateLimitKey, mock::*, pallet::*};

/// What becomes of what is stored of the old hotkey.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fate {
    /// Follows: nothing of the old one is left.
    Moves,
    /// The new one gets it too.
    Copied,
    /// Is the old one's for ever.
    Stays,
    /// Says which hotkey took the place of which.
    Lineage,
    /// Is of coldkeys, of no single account, or not there.
    Others,
}

use Fate::{Copied, Lineage, Moves, Others, Stays};

const TABLE: &[(&str, Fate)] = &[
    // Keys.
    ("Owner", Moves),
    ("OwnedHotkeys", Moves),
    ("HotkeySuccessor", Lineage),
    ("HotkeyRoot", Lineage),
    ("LastHotkeySwapOnNetuid", Others),
    ("StakeMoveCooldownUntil", Moves),
    ("ColdkeySuccessor", Others),
    ("ColdkeyRoot", Others),
    ("ColdkeySwapAnnouncements", Others),
    ("ColdkeySwapDisputes", Others),
    // Uids and what is announced.
    ("Uids", Moves),
    ("Keys", Moves),
    ("IsNetworkMember", Moves),
    ("LastPowRegistrationBlock", Stays),
    ("Axons", Moves),
    ("NeuronCertificates", Moves),
    ("Prometheus", Moves),
    ("WeightCommits", Moves),
    // They hold the name of who sealed them, and are opened for whoever has its place.
    ("TimelockedWeightCommits", Stays),
    ("TimelockedCommitOutlines", Stays),
    // Stake.
    ("TotalHotkeyAlpha", Moves),
    ("TotalHotkeyAlphaLastEpoch", Moves),
    ("TotalHotkeySharesV2", Moves),
    ("AlphaV2", Moves),
    // Generations of pools that ended.
    ("AlphaShareEpoch", Others),
    ("AlphaSharePoolEpoch", Others),
    ("StakePositions", Moves),
    ("PoolStakers", Moves),
    ("StakingHotkeys", Moves),
    ("Delegates", Moves),
    ("AutoStakeDestination", Moves),
    ("AutoStakeDestinationColdkeys", Moves),
    ("NominationSweep", Others),
    ("MinerCollateral", Moves),
    ("ColdkeyCollateralHotkeys", Moves),
    ("ColdkeyMinerCollateral", Others),
    // Dividends.
    ("AlphaDividendsPerSubnet", Moves),
    ("RootAlphaDividendsPerSubnet", Moves),
    ("PayoutRows", Moves),
    // Children.
    ("ChildKeys", Moves),
    ("ParentKeys", Moves),
    ("ChildkeyTake", Moves),
    ("PendingChildKeys", Moves),
    ("PendingChildKeysOf", Moves),
    ("PendingChildKeysCursor", Others),
    ("AutoParentDelegationEnabled", Moves),
    ("ChildkeyThresholdSuspended", Others),
    ("ChildkeyThresholdChecks", Others),
    ("ChildkeyThresholdCheckCursor", Others),
    // Funds.
    ("PendingBasketDeposits", Moves),
    ("BasketShares", Moves),
    ("BasketRate", Moves),
    ("BasketClaimed", Moves),
    ("BasketDepositedTao", Moves),
    ("BasketRedeemedTao", Moves),
    ("BasketTwr", Moves),
    ("BetaBaseline", Moves),
    ("BetaIndexFundSample", Moves),
    ("BasketTradingFrozen", Copied),
    ("BasketTradeBucket", Moves),
    ("BasketLiquidityUsed", Moves),
    ("LastColdkeyHotkeyStakeBlock", Moves),
    ("RootClaimType", Others),
    ("RootClaimable", Others),
    ("RootClaimed", Others),
    ("StakingColdkeys", Others),
    ("StakingColdkeysByIndex", Others),
    // Locks.
    ("Lock", Moves),
    ("LockHotkey", Moves),
    ("LockingColdkeys", Moves),
    ("LocksOnHotkey", Moves),
    ("LockLeaders", Moves),
    // For more locks than follow at once.
    ("LockMoves", Others),
    // The sums on the owner's hotkey are those of the subnet.
    ("HotkeyLock", Others),
    ("DecayingHotkeyLock", Others),
    ("DecayingLock", Others),
    ("AccountFlags", Others),
    // Subnets.
    ("SubnetOwner", Others),
    ("VotingPower", Moves),
    ("SubnetOwnerHotkey", Moves),
    ("IdentitiesV2", Others),
    // An account that was noted once is looked for until the subnet is dissolved.
    ("SubnetAccounts", Copied),
    ("NetworkRegistrationEscrow", Others),
    // Nobody has the keys of leases.
    ("SubnetLeases", Others),
    ("SubnetLeaseShares", Others),
    ("SubnetLeaseUnpaidDividends", Others),
    ("LeasePayouts", Others),
    ("WaitingLeases", Others),
    ("NetworkRegistrationQueue", Moves),
    // Limits.
    ("LastRateLimitedBlock", Moves),
    ("TransactionKeyLastBlock", Stays),
];

/// Whether a type mentions an account.
fn mentions_account(meta: &MetaType, seen: &mut BTreeSet<core::any::TypeId>) -> bool {
    if meta.type_id() == core::any::TypeId::of::<AccountId>() {
        return true;
    }
    if !seen.insert(meta.type_id()) {
        return false;
    }
    let parts: Vec<MetaType> = match meta.type_info().type_def {
        TypeDef::Composite(composite) => composite.fields.iter().map(|field| field.ty).collect(),
        TypeDef::Variant(variants) => variants
            .variants
            .iter()
            .flat_map(|variant| variant.fields.iter().map(|field| field.ty))
            .collect(),
        TypeDef::Sequence(list) => vec![list.type_param],
        TypeDef::Array(array) => vec![array.type_param],
        TypeDef::Tuple(tuple) => tuple.fields,
        TypeDef::Compact(compact) => vec![compact.type_param],
        TypeDef::Primitive(_) | TypeDef::BitSequence(_) => vec![],
    };
    parts.iter().any(|part| mentions_account(part, seen))
}

/// All items of which keys or values mention an account.
fn items_of_accounts() -> Vec<&'static str> {
    use frame_support::__private::metadata_ir::StorageEntryTypeIR;
    let mentions = |meta: &MetaType| mentions_account(meta, &mut BTreeSet::new());
    Pallet::<Test>::storage_metadata()
        .entries
        .into_iter()
        .filter(|entry| match &entry.ty {
            StorageEntryTypeIR::Plain(value) => mentions(value),
            StorageEntryTypeIR::Map { key, value, .. } => mentions(key) || mentions(value),
        })
        .map(|entry| entry.name)
        .collect()
}

/// The items with something of an account, by a look at every byte.
fn items_with(account: &AccountId) -> BTreeSet<&'static str> {
    let pallet = <Test as frame_system::Config>::PalletInfo::name::<SubtensorModule>().unwrap();
    let names: BTreeMap<Vec<u8>, &str> = items_of_accounts()
        .into_iter()
        .map(|name| {
            let prefix = [twox_128(pallet.as_bytes()), twox_128(name.as_bytes())].concat();
            (prefix, name)
        })
        .collect();
    let account = account.encode();
    let is_named = |bytes: &[u8]| bytes.windows(account.len()).any(|part| part == account);
    let mut found = BTreeSet::new();
    let mut key = twox_128(pallet.as_bytes()).to_vec();
    while let Some(next) = sp_io::storage::next_key(&key) {
        let value = sp_io::storage::get(&next).unwrap_or_default();
        if let Some(name) = next.get(..32).and_then(|prefix| names.get(prefix))
            && (is_named(&next) || is_named(&value))
        {
            found.insert(*name);
        }
        key = next;
    }
    found
}

#[test]
fn the_table_has_every_item_once() {
    let in_metadata: BTreeSet<&str> = items_of_accounts().into_iter().collect();
    let in_table: BTreeSet<&str> = TABLE.iter().map(|(name, _)| *name).collect();
    assert_eq!(in_table.len(), TABLE.len());
    let missing: Vec<_> = in_metadata.difference(&in_table).collect();
    assert!(missing.is_empty(), "in no table: {missing:?}");
    let unknown: Vec<_> = in_table.difference(&in_metadata).collect();
    assert!(unknown.is_empty(), "not stored: {unknown:?}");
}

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

/// Fills what neurons, validators and their owners have.
fn fill_neuron(netuid: NetUid) {
    let old = account(OLD);
    Axons::<Test>::insert(netuid, &old, crate::AxonInfo::default());
    Prometheus::<Test>::insert(netuid, &old, crate::PrometheusInfo::default());
    let certificate = crate::NeuronCertificate {
        public_key: Default::default(),
        algorithm: 1,
    };
    NeuronCertificates::<Test>::insert(netuid, &old, certificate);
    let index = NetUidStorageIndex::from_parts(netuid, MechId::new(0));
    WeightCommits::<Test>::insert(index, &old, VecDeque::from([(H256::zero(), 1, 2, 3)]));
    LastPowRegistrationBlock::<Test>::insert(&old, 3);
    for key in [
        RateLimitKey::LastTxBlock(old.clone()),
        RateLimitKey::LastTxBlockChildKeyTake(old.clone()),
        RateLimitKey::LastTxBlockDelegateTake(old.clone()),
    ] {
        LastRateLimitedBlock::<Test>::insert(key, 3);
    }
    TransactionKeyLastBlock::<Test>::insert((&old, netuid, 0), 3);
    Subnets::<Test>::note_account(netuid, &old);
    let waiting = crate::NetworkRegistrationInfo {
        coldkey: account(COLDKEY),
        hotkey: old,
        mechid: 1,
        identity: None,
        lock_amount: TaoBalance::ZERO,
        median_subnet_alpha_price: Default::default(),
        registration_block: 1,
    };
    NetworkRegistrationQueue::<Test>::put(vec![waiting]);
    NetworkRegistrationLockId::<Test>::put(1);
    NetworkRegistrationEscrow::<Test>::insert(0, (account(COLDKEY), TaoBalance::ZERO));
}

/// Fills what stake has brought.
fn fill_stake(netuid: NetUid) {
    let old = account(OLD);
    Delegates::<Test>::insert(&old, PerU16::from_parts(9));
    stake(COLDKEY, OLD, netuid, TAO);
    stake(STAKER, OLD, netuid, TAO);
    lock_stake(STAKER, OLD, netuid, TAO / 4);
    VotingPowerTrackingEnabled::<Test>::insert(netuid, true);
    VotingPower::<Test>::insert(netuid, &old, 5);
    TotalVotingPower::<Test>::insert(netuid, 5);
    TotalHotkeyAlphaLastEpoch::<Test>::insert(&old, netuid, rao(5));
    assert_ok!(SubtensorModule::set_coldkey_auto_stake_hotkey(
        signed(STAKER),
        netuid,
        old.clone()
    ));
    assert_ok!(SubtensorModule::add_collateral(
        signed(COLDKEY),
        netuid,
        old.clone(),
        rao(TAO / 100),
        TaoBalance::MAX
    ));
    StakeMoveCooldownUntil::<Test>::insert(netuid, &old, 5);
    AlphaDividendsPerSubnet::<Test>::insert(netuid, &old, rao(5));
    RootAlphaDividendsPerSubnet::<Test>::insert(netuid, &old, rao(5));
    Ledger::<Test>::mint_alpha_out(netuid, rao(30));
    PayoutRows::<Test>::insert(netuid, 0, vec![(old.clone(), rao(10), rao(20))]);
    Payouts::<Test>::put(vec![crate::PayoutStatus {
        netuid,
        is_cleared: true,
        next: 0,
        pieces: 1,
        owed: rao(30),
    }]);
}

fn fill_children(netuid: NetUid) {
    let old = account(OLD);
    for (parent, child) in [(OLD, 21), (31, OLD)] {
        let (parent, child) = (account(parent), account(child));
        ChildKeys::<Test>::insert(&parent, netuid, vec![(7, child.clone())]);
        ParentKeys::<Test>::insert(&child, netuid, vec![(7, parent.clone())]);
        Subnets::<Test>::note_account(netuid, &parent);
        Subnets::<Test>::note_account(netuid, &child);
    }
    ChildkeyTake::<Test>::insert(&old, netuid, PerU16::from_parts(3));
    for (parent, child) in [(OLD, 22), (41, OLD)] {
        let list = vec![(7, account(child))];
        PendingChildKeys::<Test>::insert(netuid, account(parent), (list, 1_000));
        PendingChildKeysOf::<Test>::insert(account(parent), vec![netuid]);
    }
    AutoParentDelegationEnabled::<Test>::insert(&old, false);
}

fn fill_fund(netuid: NetUid) {
    let old = account(OLD);
    Neurons::<Test>::append_neuron(ROOT, &old, 1);
    stake(STAKER, OLD, ROOT, TAO);
    // The second one is too little to be taken in.
    for amount in [TAO, 5] {
        credit(OLD, netuid, amount);
    }
    assert_ok!(SubtensorModule::stake_into_basket(
        signed(4),
        old.clone(),
        TaoBalance::new(TAO)
    ));
    BasketRedeemedTao::<Test>::insert(&old, TaoBalance::new(3));
    let sample = BetaIndexFundSampleOf {
        nav: 1,
        display: U64F64::ONE,
        stake: U64F64::ONE,
    };
    BetaIndexFundSample::<Test>::insert(&old, sample);
    BasketTradingFrozen::<Test>::insert(&old, ());
    BasketTradeBucket::<Test>::insert(&old, (1, 2));
    BasketLiquidityUsed::<Test>::insert(&old, netuid, (1, 2));
}

#[test]
fn everything_has_the_fate_that_the_table_says() {
    test(|netuid| {
        fill_stake(netuid);
        fill_children(netuid);
        fill_fund(netuid);
        fill_neuron(netuid);
        check();
        let (old, new) = (account(OLD), account(NEW));
        let before = items_with(&old);
        assert!(items_with(&new).is_empty());
        assert_ok!(swap(None, false));
        let (left, come) = (items_with(&old), items_with(&new));
        for (name, fate) in TABLE {
            let (was, is, got) = (
                before.contains(name),
                left.contains(name),
                come.contains(name),
            );
            let expected = match fate {
                Moves => (true, false, true),
                Copied => (true, true, true),
                Stays if name.starts_with("Timelocked") => (false, false, false),
                Stays => (true, true, false),
                Lineage => (false, true, true),
                Others => (false, false, false),
            };
            assert_eq!((was, is, got), expected, "{name}: {fate:?}");
        }
        // What waits for a creation is not in order here.
        NetworkRegistrationQueue::<Test>::kill();
        NetworkRegistrationLockId::<Test>::kill();
        NetworkRegistrationEscrow::<Test>::remove(0);
    });
}
