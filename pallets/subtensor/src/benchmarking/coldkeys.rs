//! Coldkeys that are announced to be swapped, and swaps of one with as much as is moved at once.

use alloc::{vec, vec::Vec};

use codec::Encode;
use frame_support::BoundedVec;
use frame_system::{RawOrigin, pallet_prelude::BlockNumberFor};
use sp_io::hashing::blake2_256;
use subtensor_fixed::U64F64;

use super::{
    Prepared, Setup, account, at_block,
    rows::Row,
    signed,
    states::{ROOT, all_subnets, alpha, chain, own_all, subnets, tao},
};
use crate::{
    Call, ChainIdentityV2, MinerCollateralState, NetworkRegistrationInfo,
    collateral::MAX_COLLATERAL_HOTKEYS,
    keys::{MAX_ROWS, MAX_STAKED},
    pallet::*,
    rate_limits::Action,
    shares::MAX_HOTKEYS,
};

const OLD: u64 = 4;
const NEW: u64 = 70;
/// First of the hotkeys on which the coldkey stakes.
const STAKED: u64 = 60_000;

fn announce<T: Setup>() {
    let hash = sp_core::H256::from(account::<T>(NEW).using_encoded(blake2_256));
    ColdkeySwapAnnouncements::<T>::insert(
        account::<T>(OLD),
        (BlockNumberFor::<T>::from(1u32), hash),
    );
}

/// As many hotkeys, positions and rows of collateral as are moved, on every subnet, all of which
/// are the coldkey's; and the new coldkey is none of the newest either.
fn heavy<T: Setup>() {
    all_subnets::<T>();
    let (old, new) = (account::<T>(OLD), account::<T>(NEW));
    let hotkeys: Vec<T::AccountId> = (0..u64::from(MAX_STAKED))
        .map(|n| account::<T>(STAKED + n))
        .collect();
    own_all::<T>(OLD, MAX_HOTKEYS - 1);
    OwnedHotkeys::<T>::insert(&new, [account::<T>(1_000)].to_vec());
    StakingHotkeys::<T>::insert(&old, &hotkeys);
    for hotkey in &hotkeys {
        BasketClaimed::<T>::insert(hotkey, &old, -7);
        LastColdkeyHotkeyStakeBlock::<T>::insert(&old, hotkey, 1);
    }
    hold::<T>(&old, &hotkeys);
    for netuid in subnets::<T>() {
        SubnetOwner::<T>::insert(netuid, &old);
        for action in Action::OF_OWNERS {
            TransactionKeyLastBlock::<T>::insert((&old, netuid, action as u16), 1);
        }
        for (coldkey, named) in [(&old, 1_001), (&new, 1_002)] {
            AutoStakeDestination::<T>::insert(coldkey, netuid, account::<T>(named));
            let named_by = [coldkey.clone(), account::<T>(5)].to_vec();
            AutoStakeDestinationColdkeys::<T>::insert(account::<T>(named), netuid, named_by);
        }
    }
    StakingColdkeys::<T>::insert(&old, 0);
    StakingColdkeysByIndex::<T>::insert(0, &old);
    NumStakingColdkeys::<T>::put(1);
    IdentitiesV2::<T>::insert(&old, ChainIdentityV2::default());
    for number in 0..128 {
        NetworkRegistrationQueue::<T>::append(NetworkRegistrationInfo {
            coldkey: old.clone(),
            hotkey: account::<T>(number),
            mechid: 1,
            identity: None,
            lock_amount: tao(1),
            median_subnet_alpha_price: U64F64::ONE,
            registration_block: 1u32.into(),
        });
    }
    announce::<T>();
    ColdkeySwapDisputes::<T>::remove(&old);
}

/// Stake on all hotkeys on root and on some of them elsewhere, with collateral.
fn hold<T: Setup>(coldkey: &T::AccountId, hotkeys: &[T::AccountId]) {
    let put = |netuid, hotkeys: &[T::AccountId]| {
        for hotkey in hotkeys {
            let share = subtensor_shares::SafeFloat::from_u64(1);
            AlphaV2::<T>::insert((hotkey, coldkey, netuid), share);
        }
        StakePositions::<T>::insert(netuid, coldkey, hotkeys.to_vec());
    };
    put(ROOT, hotkeys);
    let mut left = MAX_ROWS - MAX_STAKED;
    for netuid in subnets::<T>() {
        let bonded = MAX_COLLATERAL_HOTKEYS.min(left);
        left -= bonded;
        bond::<T>(netuid, coldkey, &hotkeys[..bonded as usize]);
    }
    let each = left / subnets::<T>().count() as u32;
    for netuid in subnets::<T>() {
        put(netuid, &hotkeys[..each as usize]);
    }
}

fn bond<T: Setup>(
    netuid: subtensor_primitives::NetUid,
    coldkey: &T::AccountId,
    hotkeys: &[T::AccountId],
) {
    for hotkey in hotkeys {
        let row = MinerCollateralState {
            locked: alpha(1),
            drain_ratio: U64F64::ONE,
            min_locked: alpha(0),
            earned: alpha(0),
        };
        MinerCollateral::<T>::insert((netuid, hotkey, coldkey), row);
    }
    let listed = BoundedVec::truncate_from(hotkeys.to_vec());
    ColdkeyCollateralHotkeys::<T>::insert(netuid, coldkey, listed);
    ColdkeyMinerCollateral::<T>::insert(netuid, coldkey, alpha(hotkeys.len() as u64));
}

pub(crate) fn announcements<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("announce_coldkey_swap", "the first", || {
            chain::<T>();
            (
                signed::<T>(OLD),
                Call::announce_coldkey_swap {
                    new_coldkey_hash: [7; 32].into(),
                },
            )
        }),
        ("announce_coldkey_swap", "another", || {
            chain::<T>();
            announce::<T>();
            at_block::<T>(100);
            (
                signed::<T>(OLD),
                Call::announce_coldkey_swap {
                    new_coldkey_hash: [7; 32].into(),
                },
            )
        }),
        ("dispute_coldkey_swap", "announced", || {
            chain::<T>();
            announce::<T>();
            (signed::<T>(OLD), Call::dispute_coldkey_swap {})
        }),
        ("clear_coldkey_swap_announcement", "announced", || {
            chain::<T>();
            announce::<T>();
            at_block::<T>(100);
            (signed::<T>(OLD), Call::clear_coldkey_swap_announcement {})
        }),
        ("reset_coldkey_swap", "disputed", || {
            chain::<T>();
            announce::<T>();
            ColdkeySwapDisputes::<T>::insert(account::<T>(OLD), BlockNumberFor::<T>::from(1u32));
            let coldkey = account::<T>(OLD);
            (RawOrigin::Root, Call::reset_coldkey_swap { coldkey })
        }),
        ("schedule_swap_coldkey", "retired", || {
            chain::<T>();
            let new_coldkey = account::<T>(NEW);
            (
                signed::<T>(OLD),
                Call::schedule_swap_coldkey { new_coldkey },
            )
        }),
    ]
}

pub(crate) fn swaps<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("swap_coldkey_announced", "nothing but TAO", || {
            chain::<T>();
            announce::<T>();
            let new_coldkey = account::<T>(NEW);
            (
                signed::<T>(OLD),
                Call::swap_coldkey_announced { new_coldkey },
            )
        }),
        ("swap_coldkey_announced", "as much as there can be", || {
            heavy::<T>();
            let new_coldkey = account::<T>(NEW);
            (
                signed::<T>(OLD),
                Call::swap_coldkey_announced { new_coldkey },
            )
        }),
        (
            "swap_coldkey",
            "as much as there can be, at a price",
            || {
                heavy::<T>();
                ColdkeySwapDisputes::<T>::insert(
                    account::<T>(OLD),
                    BlockNumberFor::<T>::from(1u32),
                );
                let call = Call::swap_coldkey {
                    old_coldkey: account::<T>(OLD),
                    new_coldkey: account::<T>(NEW),
                    swap_cost: tao(1_000),
                };
                (RawOrigin::Root, call)
            },
        ),
    ]
}
