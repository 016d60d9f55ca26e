//! Swaps of keys in states that give them most to do.

use alloc::{collections::VecDeque, vec, vec::Vec};

use frame_support::{assert_ok, traits::UnfilteredDispatchable};
use sp_core::H256;
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use super::{Setup, TAO, account, lock_stake, origin, rows::Row, signed, states::*};
use crate::{Call, Ledger, Pallet, PayoutStatus, Shares, Subnets, pallet::*};

pub(crate) const NEW: u64 = 13_000;
/// First number of those who stake on the hotkey.
pub(crate) const STAKERS: u64 = 200_000;

pub(crate) fn call<T: Setup>(netuid: Option<NetUid>) -> Call<T> {
    Call::swap_hotkey {
        hotkey: account::<T>(HOTKEY),
        new_hotkey: account::<T>(NEW),
        netuid,
    }
}

/// So many coldkeys stake on the hotkey, on root for long enough to have watermarks.
pub(crate) fn stakers<T: Setup>(count: u64, netuid: NetUid) {
    for coldkey in STAKERS..STAKERS + count {
        let (hotkey, coldkey) = (account::<T>(HOTKEY), account::<T>(coldkey));
        Ledger::<T>::mint_alpha_out(netuid, alpha(TAO));
        Shares::<T>::increase_flushed_stake(&hotkey, &coldkey, netuid, alpha(TAO));
        if netuid.is_root() {
            BasketClaimed::<T>::insert(&hotkey, &coldkey, 7);
        }
    }
}

/// Others stake on the new hotkey already, beside some of them.
pub(crate) fn rivals<T: Setup>(netuid: NetUid) {
    own::<T>(OWNER, NEW);
    for coldkey in STAKERS + 100..STAKERS + 120 {
        Ledger::<T>::mint_alpha_out(netuid, alpha(TAO));
        let coldkey = account::<T>(coldkey);
        Shares::<T>::increase_stake(&account::<T>(NEW), &coldkey, netuid, alpha(TAO));
    }
}

/// What a neuron has on the subnet.
fn place<T: Setup>() {
    let hotkey = account::<T>(HOTKEY);
    parents::<T>(HOTKEY, TAO);
    children::<T>(HOTKEY, 7_000);
    SubnetOwnerHotkey::<T>::insert(SUBNET, &hotkey);
    Axons::<T>::insert(SUBNET, &hotkey, crate::AxonInfo::default());
    Prometheus::<T>::insert(SUBNET, &hotkey, crate::PrometheusInfo::default());
    let commits = VecDeque::from([(H256::zero(), 1, 2, 3)]);
    WeightCommits::<T>::insert(NetUidStorageIndex::from(SUBNET), &hotkey, commits);
    for (waiting, child) in [(HOTKEY, 7_100), (7_101, HOTKEY), (7_102, 7_103)] {
        let list = vec![(1, account::<T>(child))];
        PendingChildKeys::<T>::insert(SUBNET, account::<T>(waiting), (list, 9));
        PendingChildKeysOf::<T>::append(account::<T>(waiting), SUBNET);
    }
    for coldkey in STAKERS..STAKERS + 300 {
        AutoStakeDestination::<T>::insert(account::<T>(coldkey), SUBNET, &hotkey);
        AutoStakeDestinationColdkeys::<T>::append(&hotkey, SUBNET, account::<T>(coldkey));
    }
    AlphaDividendsPerSubnet::<T>::insert(SUBNET, &hotkey, alpha(1));
    PayoutRows::<T>::insert(SUBNET, 0, vec![(hotkey, alpha(1), alpha(1))]);
    Payouts::<T>::put(vec![PayoutStatus {
        netuid: SUBNET,
        is_cleared: true,
        next: 0,
        pieces: 1,
        owed: alpha(2),
    }]);
}

fn collateral<T: Setup>() {
    stake::<T>(OWNER, HOTKEY, SUBNET, TAO);
    let add = Call::<T>::add_collateral {
        netuid: SUBNET,
        hotkey: account::<T>(HOTKEY),
        alpha: alpha(TAO / 2),
        limit_price: tao(u64::MAX),
    };
    assert_ok!(add.dispatch_bypass_filter(origin::<T>(OWNER)));
}

pub(crate) fn hotkey_swaps<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("swap_hotkey", "one subnet, nothing but the uid", || {
            chain::<T>();
            (signed::<T>(OWNER), call::<T>(Some(SUBNET)))
        }),
        ("swap_hotkey", "one subnet, 256 stakers, everything", || {
            chain::<T>();
            stakers::<T>(256, SUBNET);
            rivals::<T>(SUBNET);
            collateral::<T>();
            place::<T>();
            for coldkey in STAKERS..STAKERS + 40 {
                lock_stake::<T>(coldkey, HOTKEY, SUBNET, TAO / 2);
            }
            for coldkey in STAKERS..STAKERS + 20 {
                Pallet::<T>::set_perpetual_lock(origin::<T>(coldkey), SUBNET, true).unwrap();
            }
            (signed::<T>(OWNER), call::<T>(Some(SUBNET)))
        }),
        ("swap_hotkey", "root alone, with a fund", || {
            all_subnets::<T>();
            stakers::<T>(256, ROOT);
            fund::<T>(HOTKEY, 100);
            (signed::<T>(OWNER), call::<T>(Some(ROOT)))
        }),
        ("swap_hotkey", "everywhere, with a fund", || {
            all_subnets::<T>();
            for netuid in Subnets::<T>::subnet_netuids() {
                stakers::<T>(8, netuid);
            }
            fund::<T>(HOTKEY, 128);
            collateral::<T>();
            place::<T>();
            (signed::<T>(OWNER), call::<T>(None))
        }),
        ("swap_hotkey_v2", "everywhere, but the stake", || {
            all_subnets::<T>();
            for netuid in Subnets::<T>::subnet_netuids() {
                stakers::<T>(8, netuid);
            }
            fund::<T>(HOTKEY, 128);
            place::<T>();
            let call = Call::swap_hotkey_v2 {
                hotkey: account::<T>(HOTKEY),
                new_hotkey: account::<T>(NEW),
                netuid: None,
                keep_stake: true,
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}
