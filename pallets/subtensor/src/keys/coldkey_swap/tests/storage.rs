//! Every item of storage that holds accounts, as the metadata list them, has its line in a table
//! that says at which places it holds a coldkey that is swapped. Each is filled at each of these
//! places, and a swap leaves in all of them exactly what the table says.

use std::collections::BTreeMap;

use codec::Encode;

use super::type_driven::{Item, Rows, items};
use super::*;
use crate::{RateLimitKey, rate_limits::Action};

/// Whose account it is at a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Place {
    /// A coldkey's, for which the new one stands after the swap.
    Cold,
    /// A hotkey's, or what has to stay with the account.
    Stays,
}

use Place::{Cold, Stays};

/// Items by the places of their keys that hold accounts, and of their values.
const TABLE: &[(&str, &[Place])] = &[
    // Stake and what goes with it.
    ("AlphaV2", &[Stays, Cold]),
    ("AlphaSharePoolEpoch", &[Stays]),
    ("StakePositions", &[Cold, Stays]),
    ("StakingHotkeys", &[Cold, Stays]),
    ("TotalHotkeyAlpha", &[Stays]),
    ("TotalHotkeyAlphaLastEpoch", &[Stays]),
    ("TotalHotkeySharesV2", &[Stays]),
    ("PoolStakers", &[Stays]),
    ("AutoStakeDestination", &[Cold, Stays]),
    ("AutoStakeDestinationColdkeys", &[Stays, Cold]),
    ("Delegates", &[Stays]),
    // A place in the order of the lists, where the sweep goes on.
    ("NominationSweep", &[Stays]),
    ("MinerCollateral", &[Stays, Cold]),
    ("ColdkeyMinerCollateral", &[Cold]),
    ("ColdkeyCollateralHotkeys", &[Cold, Stays]),
    // Keys and subnets.
    ("Owner", &[Stays, Cold]),
    ("OwnedHotkeys", &[Cold, Stays]),
    ("HotkeySuccessor", &[Stays, Stays]),
    ("HotkeyRoot", &[Stays, Stays]),
    ("StakeMoveCooldownUntil", &[Stays]),
    // Whoever swapped hotkeys waits, not who takes them over.
    ("LastHotkeySwapOnNetuid", &[Stays]),
    ("SubnetOwner", &[Cold]),
    ("SubnetOwnerHotkey", &[Stays]),
    ("IdentitiesV2", &[Cold]),
    ("NetworkRegistrationEscrow", &[Cold]),
    // Funds.
    ("BasketClaimed", &[Stays, Cold]),
    ("LastColdkeyHotkeyStakeBlock", &[Cold, Stays]),
    ("StakingColdkeys", &[Cold]),
    ("StakingColdkeysByIndex", &[Cold]),
    ("BasketShares", &[Stays]),
    ("BasketRate", &[Stays]),
    ("BasketDepositedTao", &[Stays]),
    ("BasketRedeemedTao", &[Stays]),
    ("BasketTwr", &[Stays]),
    ("BetaBaseline", &[Stays]),
    ("BetaIndexFundSample", &[Stays]),
    ("BasketTradingFrozen", &[Stays]),
    ("BasketTradeBucket", &[Stays]),
    ("BasketLiquidityUsed", &[Stays]),
    ("PendingBasketDeposits", &[Stays]),
    // Retired.
    ("RootClaimType", &[Stays]),
    ("RootClaimable", &[Stays]),
    ("RootClaimed", &[Stays, Stays]),
    // Neurons, which are hotkeys.
    ("Uids", &[Stays]),
    ("Keys", &[Stays]),
    ("IsNetworkMember", &[Stays]),
    ("LastPowRegistrationBlock", &[Stays]),
    ("Axons", &[Stays]),
    ("Prometheus", &[Stays]),
    ("NeuronCertificates", &[Stays]),
    ("WeightCommits", &[Stays]),
    ("TimelockedWeightCommits", &[Stays]),
    ("TimelockedCommitOutlines", &[Stays]),
    ("AlphaDividendsPerSubnet", &[Stays]),
    ("RootAlphaDividendsPerSubnet", &[Stays]),
    ("PayoutRows", &[Stays]),
    ("ChildkeyTake", &[Stays]),
    ("ChildKeys", &[Stays, Stays]),
    ("ParentKeys", &[Stays, Stays]),
    ("PendingChildKeys", &[Stays, Stays]),
    ("PendingChildKeysOf", &[Stays]),
    ("PendingChildKeysCursor", &[Stays]),
    ("AutoParentDelegationEnabled", &[Stays]),
    ("ChildkeyThresholdSuspended", &[Stays]),
    ("ChildkeyThresholdChecks", &[Stays]),
    ("ChildkeyThresholdCheckCursor", &[Stays]),
    ("VotingPower", &[Stays]),
];

/// Items whose rows are the matter of a rule, with the test that has it.
const BY_RULE: &[(&str, &str)] = &[
    ("ColdkeySuccessor", "lines_end_with_who_was_swapped_to_last"),
    ("ColdkeyRoot", "lines_end_with_who_was_swapped_to_last"),
    ("ColdkeySwapAnnouncements", "what_a_rule_says_is_so"),
    ("ColdkeySwapDisputes", "what_a_rule_says_is_so"),
    ("LastRateLimitedBlock", "what_a_rule_says_is_so"),
    ("TransactionKeyLastBlock", "what_a_rule_says_is_so"),
    ("SubnetAccounts", "what_a_rule_says_is_so"),
    (
        "AlphaShareEpoch",
        "rows_of_ended_generations_do_not_follow_a_coldkey",
    ),
    ("NetworkRegistrationQueue", "what_a_rule_says_is_so"),
    ("SubnetLeases", "leases_follow_a_coldkey"),
    ("WaitingLeases", "leases_that_wait_follow_a_coldkey"),
    ("SubnetLeaseShares", "leases_follow_a_coldkey"),
    ("SubnetLeaseUnpaidDividends", "leases_follow_a_coldkey"),
    // A place in the order of storage, where a payout goes on.
    ("LeasePayouts", "leases_follow_a_coldkey"),
];

/// Items of locks, which `Locks` moves and tests.
const OF_LOCKS: &[&str] = &[
    "Lock",
    "LockHotkey",
    "LockingColdkeys",
    "LocksOnHotkey",
    "LockLeaders",
    "LockMoves",
    "HotkeyLock",
    "DecayingHotkeyLock",
    "DecayingLock",
    "AccountFlags",
];

/// Stands at the places where the coldkey does not.
const OTHER: u64 = 500;

/// Items of the table with their places.
fn known() -> Vec<(Item, &'static [Place])> {
    let table: BTreeMap<_, _> = TABLE.iter().copied().collect();
    let items = items().into_iter();
    items
        .filter_map(|item| table.get(item.name).map(|places| (item, *places)))
        .collect()
}

#[test]
fn every_item_that_holds_accounts_has_its_line() {
    new_test_ext().execute_with(|| {
        let mut listed: Vec<&str> = TABLE.iter().map(|(name, _)| *name).collect();
        listed.extend(BY_RULE.iter().map(|(name, _)| *name));
        listed.extend(OF_LOCKS);
        listed.sort_unstable();
        let mut found: Vec<&str> = items().iter().map(|item| item.name).collect();
        found.sort_unstable();
        assert_eq!(listed, found);
        for (item, places) in known() {
            assert_eq!(item.places(), places.len(), "{}", item.name);
        }
    });
}

/// Fills every item at every place, and what goes with it.
fn fill(old: &AccountId) {
    let other = account(OTHER);
    for (item, places) in known() {
        for place in 0..places.len() {
            item.put(item.row(place, old, &other));
        }
    }
    // The rows are those of subnet 1, of the first creation that waits, and of the second place in
    // the index.
    NetworksAdded::<Test>::insert(NetUid::new(1), true);
    NetworkRegistrationLockId::<Test>::put(2);
    NumStakingColdkeys::<Test>::put(2);
}

#[test]
fn a_swap_renames_the_coldkey_at_its_places_and_at_no_other() {
    new_test_ext().execute_with(|| {
        let (old, new) = (account(OLD), account(NEW));
        fill(&old);
        // Who waits is told by the queue; the account is a hotkey there, too.
        let waiting = crate::NetworkRegistrationInfo {
            coldkey: old.clone(),
            hotkey: old.clone(),
            mechid: 1,
            identity: None,
            lock_amount: TaoBalance::new(1),
            median_subnet_alpha_price: Default::default(),
            registration_block: 1,
        };
        NetworkRegistrationQueue::<Test>::put(vec![waiting]);
        let before: BTreeMap<&str, Rows> = known()
            .iter()
            .map(|(item, _)| (item.name, item.rows()))
            .collect();
        assert_ok!(swap(OLD, NEW));
        for (item, places) in known() {
            let is_moved: Vec<bool> = places.iter().map(|place| *place == Cold).collect();
            let rows = &before[item.name];
            let mentions = rows
                .iter()
                .any(|(key, value)| holds(key, &old) || holds(value, &old));
            assert!(mentions, "{} was not filled", item.name);
            let expected = item.renamed(rows, &is_moved, &old, &new);
            assert_eq!(item.rows(), expected, "{}", item.name);
        }
        let waiting = NetworkRegistrationQueue::<Test>::get().remove(0);
        assert_eq!((waiting.coldkey, waiting.hotkey), (new, old));
    });
}

fn holds(bytes: &[u8], account: &AccountId) -> bool {
    bytes
        .windows(32)
        .any(|window| window == &account.encode()[..])
}

#[test]
fn what_a_rule_says_is_so() {
    test(|netuid| {
        let (old, new) = (account(1), account(NEW));
        System::set_block_number(9);
        ColdkeySwapAnnouncements::<Test>::insert(&old, (1, sp_core::H256::zero()));
        ColdkeySwapDisputes::<Test>::insert(&old, 1);
        let owners = Action::OF_OWNERS.map(|action| action as u16);
        for action in 0..12u16 {
            TransactionKeyLastBlock::<Test>::insert((&old, netuid, action), 5);
        }
        Subnets::<Test>::note_account(netuid, &old);
        for key in [
            RateLimitKey::LastTxBlock(old.clone()),
            RateLimitKey::LastTxBlockDelegateTake(old.clone()),
            RateLimitKey::LastTxBlockChildKeyTake(old.clone()),
        ] {
            LastRateLimitedBlock::<Test>::insert(key, 5);
        }
        assert_ok!(swap(1, NEW));
        // Root has decided.
        assert!(!ColdkeySwapAnnouncements::<Test>::contains_key(&old));
        assert!(!ColdkeySwapDisputes::<Test>::contains_key(&old));
        for action in 0..12u16 {
            let uses =
                [&old, &new].map(|who| TransactionKeyLastBlock::<Test>::get((who, netuid, action)));
            let expected = if owners.contains(&action) {
                [0, 5]
            } else {
                [5, 0]
            };
            assert_eq!(uses, expected, "{action}");
        }
        // The rows of both are found when the subnet is dissolved.
        assert!(SubnetAccounts::<Test>::contains_key(netuid, &old));
        assert!(SubnetAccounts::<Test>::contains_key(netuid, &new));
        // A key was swapped now; takes are those of hotkeys.
        let last = |key| LastRateLimitedBlock::<Test>::get(key);
        assert_eq!(last(RateLimitKey::LastTxBlock(old.clone())), 0);
        assert_eq!(last(RateLimitKey::LastTxBlock(new)), 9);
        assert_eq!(last(RateLimitKey::LastTxBlockDelegateTake(old.clone())), 5);
        assert_eq!(last(RateLimitKey::LastTxBlockChildKeyTake(old)), 5);
    });
}
