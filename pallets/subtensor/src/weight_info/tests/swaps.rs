//! Swaps of keys in states that give them most to do.

use alloc::collections::VecDeque;
use sp_core::H256;
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use super::{rows::Row, states::*};
use crate::{Call, PayoutStatus, mock::*, pallet::*};

const NEW: u64 = 13_000;
/// First number of those who stake on the hotkey.
const STAKERS: u64 = 200_000;

fn call(netuid: Option<NetUid>) -> Call<Test> {
    Call::swap_hotkey {
        hotkey: account(HOTKEY),
        new_hotkey: account(NEW),
        netuid,
    }
}

/// So many coldkeys stake on the hotkey, on root for long enough to have watermarks.
fn stakers(count: u64, netuid: NetUid) {
    for coldkey in STAKERS..STAKERS + count {
        let (hotkey, coldkey) = (account(HOTKEY), account(coldkey));
        Ledger::<Test>::mint_alpha_out(netuid, alpha(TAO));
        Shares::<Test>::increase_flushed_stake(&hotkey, &coldkey, netuid, alpha(TAO));
        if netuid.is_root() {
            BasketClaimed::<Test>::insert(&hotkey, &coldkey, 7);
        }
    }
}

/// Others stake on the new hotkey already, beside some of them.
fn rivals(netuid: NetUid) {
    own(OWNER, NEW);
    for coldkey in STAKERS + 100..STAKERS + 120 {
        Ledger::<Test>::mint_alpha_out(netuid, alpha(TAO));
        let coldkey = account(coldkey);
        Shares::<Test>::increase_stake(&account(NEW), &coldkey, netuid, alpha(TAO));
    }
}

/// What a neuron has on the subnet.
fn place() {
    let hotkey = account(HOTKEY);
    parents(HOTKEY, TAO);
    children(HOTKEY, 7_000);
    SubnetOwnerHotkey::<Test>::insert(SUBNET, &hotkey);
    Axons::<Test>::insert(SUBNET, &hotkey, crate::AxonInfo::default());
    Prometheus::<Test>::insert(SUBNET, &hotkey, crate::PrometheusInfo::default());
    let commits = VecDeque::from([(H256::zero(), 1, 2, 3)]);
    WeightCommits::<Test>::insert(NetUidStorageIndex::from(SUBNET), &hotkey, commits);
    for (waiting, child) in [(HOTKEY, 7_100), (7_101, HOTKEY), (7_102, 7_103)] {
        let list = vec![(1, account(child))];
        PendingChildKeys::<Test>::insert(SUBNET, account(waiting), (list, 9));
        PendingChildKeysOf::<Test>::append(account(waiting), SUBNET);
    }
    for coldkey in STAKERS..STAKERS + 300 {
        AutoStakeDestination::<Test>::insert(account(coldkey), SUBNET, &hotkey);
        AutoStakeDestinationColdkeys::<Test>::append(&hotkey, SUBNET, account(coldkey));
    }
    AlphaDividendsPerSubnet::<Test>::insert(SUBNET, &hotkey, alpha(1));
    PayoutRows::<Test>::insert(SUBNET, 0, vec![(hotkey, alpha(1), alpha(1))]);
    Payouts::<Test>::put(vec![PayoutStatus {
        netuid: SUBNET,
        is_cleared: true,
        next: 0,
        pieces: 1,
        owed: alpha(2),
    }]);
}

fn collateral() {
    stake(OWNER, HOTKEY, SUBNET, TAO);
    let add = Call::<Test>::add_collateral {
        netuid: SUBNET,
        hotkey: account(HOTKEY),
        alpha: alpha(TAO / 2),
        limit_price: tao(u64::MAX),
    };
    let done = sp_runtime::traits::Dispatchable::dispatch(RuntimeCall::from(add), signed(OWNER));
    frame_support::assert_ok!(done);
}

pub(super) fn hotkey_swaps() -> Vec<Row> {
    vec![
        ("swap_hotkey", "one subnet, nothing but the uid", || {
            chain();
            (signed(OWNER), call(Some(SUBNET)))
        }),
        ("swap_hotkey", "one subnet, 256 stakers, everything", || {
            chain();
            stakers(256, SUBNET);
            rivals(SUBNET);
            collateral();
            place();
            for coldkey in STAKERS..STAKERS + 40 {
                lock_stake(coldkey, HOTKEY, SUBNET, TAO / 2);
            }
            for coldkey in STAKERS..STAKERS + 20 {
                SubtensorModule::set_perpetual_lock(signed(coldkey), SUBNET, true).unwrap();
            }
            (signed(OWNER), call(Some(SUBNET)))
        }),
        ("swap_hotkey", "root alone, with a fund", || {
            all_subnets();
            stakers(256, ROOT);
            fund(HOTKEY, 100);
            (signed(OWNER), call(Some(ROOT)))
        }),
        ("swap_hotkey", "everywhere, with a fund", || {
            all_subnets();
            for netuid in Subnets::<Test>::subnet_netuids() {
                stakers(8, netuid);
            }
            fund(HOTKEY, 128);
            collateral();
            place();
            (signed(OWNER), call(None))
        }),
        ("swap_hotkey_v2", "everywhere, but the stake", || {
            all_subnets();
            for netuid in Subnets::<Test>::subnet_netuids() {
                stakers(8, netuid);
            }
            fund(HOTKEY, 128);
            place();
            let call = Call::swap_hotkey_v2 {
                hotkey: account(HOTKEY),
                new_hotkey: account(NEW),
                netuid: None,
                keep_stake: true,
            };
            (signed(OWNER), call)
        }),
    ]
}
