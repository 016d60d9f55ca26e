//! Coldkeys that are announced to be swapped, and swaps of one with as much as is moved at once.

use alloc::{vec, vec::Vec};

use codec::Encode;
use frame_support::BoundedVec;
use frame_system::{RawOrigin, pallet_prelude::BlockNumberFor};
use sp_io::hashing::blake2_256;
use sp_runtime::Percent;
use subtensor_fixed::U64F64;

use super::{
    Setup, TAO, account, at_block, lock_stake,
    rows::{Row, identity},
    signed,
    states::*,
};
use crate::{
    Call, ChainIdentityV2, MinerCollateralState, NetworkRegistrationInfo, SubnetLease,
    collateral::MAX_COLLATERAL_HOTKEYS,
    keys::{MAX_ROWS, MAX_STAKED},
    pallet::*,
    rate_limits::Action,
    shares::MAX_HOTKEYS,
};

pub(crate) const OLD: u64 = 4;
pub(crate) const NEW: u64 = 70;
/// First of the hotkeys on which the coldkey stakes.
const STAKED: u64 = 60_000;
/// First of the coldkeys of leases; their hotkeys have the numbers before.
const LEASES: u64 = 70_000;
/// First of the coldkeys that named the same hotkeys for auto-stake.
const NAMESAKES: u64 = 80_000;

pub(crate) fn announce<T: Setup>() {
    let hash = sp_core::H256::from(account::<T>(NEW).using_encoded(blake2_256));
    ColdkeySwapAnnouncements::<T>::insert(
        account::<T>(OLD),
        (BlockNumberFor::<T>::from(1u32), hash),
    );
}

/// How much a coldkey has.
#[derive(Clone, Copy, Default)]
pub(crate) struct Size {
    /// Subnets beside root that are its own, on which it and the new one named a hotkey, and where
    /// it has a lock.
    pub touched: u32,
    /// Others who named the same hotkeys on each of them.
    pub namesakes: u32,
    /// Hotkeys on which it has or had stake.
    pub staked: u32,
    pub owned: u32,
    /// Positions, on root as far as there are hotkeys on which it has stake.
    pub positions: u32,
    /// Rows of collateral.
    pub collateral: u32,
    /// Creations of subnets that wait.
    pub waiting: u32,
}

/// As many hotkeys, positions and rows of collateral as are moved, on every subnet, all of which
/// are the coldkey's; and the new coldkey is none of the newest either.
pub(crate) fn heavy<T: Setup>() {
    all_subnets::<T>();
    let touched = subnets::<T>().count() as u32;
    let left = MAX_ROWS - MAX_STAKED - touched;
    let collateral = left.min(touched * MAX_COLLATERAL_HOTKEYS);
    give::<T>(Size {
        touched,
        namesakes: 1,
        staked: MAX_STAKED,
        owned: MAX_HOTKEYS as u32 - 1,
        positions: MAX_STAKED + left - collateral,
        collateral,
        waiting: 128,
    });
}

/// A coldkey has so much, where there are no more subnets than that takes.
pub(crate) fn heavy_of<T: Setup>(size: Size) {
    let bonded = size.collateral.div_ceil(MAX_COLLATERAL_HOTKEYS);
    some_subnets::<T>(size.touched.max(bonded).max(2));
    give::<T>(size);
}

fn give<T: Setup>(size: Size) {
    let (old, new) = (account::<T>(OLD), account::<T>(NEW));
    let hotkeys: Vec<T::AccountId> = (0..u64::from(size.staked.max(size.positions)))
        .map(|n| account::<T>(STAKED + n))
        .collect();
    lock::<T>(size.touched);
    own_all::<T>(OLD, size.owned as usize);
    OwnedHotkeys::<T>::insert(&new, [account::<T>(1_000)].to_vec());
    let staked = &hotkeys[..size.staked as usize];
    StakingHotkeys::<T>::insert(&old, staked);
    for hotkey in staked {
        BasketClaimed::<T>::insert(hotkey, &old, -7);
        LastColdkeyHotkeyStakeBlock::<T>::insert(&old, hotkey, 1);
    }
    hold::<T>(&old, &hotkeys, &size);
    for netuid in subnets::<T>().take(size.touched as usize) {
        SubnetOwner::<T>::insert(netuid, &old);
        for action in Action::OF_OWNERS {
            TransactionKeyLastBlock::<T>::insert((&old, netuid, action as u16), 1);
        }
        for (coldkey, named) in [(&old, 1_001), (&new, 1_002)] {
            AutoStakeDestination::<T>::insert(coldkey, netuid, account::<T>(named));
            let others = (0..u64::from(size.namesakes)).map(|n| account::<T>(NAMESAKES + n));
            let named_by: Vec<_> = others.chain([coldkey.clone()]).collect();
            AutoStakeDestinationColdkeys::<T>::insert(account::<T>(named), netuid, named_by);
        }
    }
    StakingColdkeys::<T>::insert(&old, 0);
    StakingColdkeysByIndex::<T>::insert(0, &old);
    NumStakingColdkeys::<T>::put(1);
    IdentitiesV2::<T>::insert(&old, ChainIdentityV2::default());
    for number in 0..size.waiting {
        NetworkRegistrationEscrow::<T>::insert(number, (&old, tao(1)));
        NetworkRegistrationQueue::<T>::append(NetworkRegistrationInfo {
            coldkey: old.clone(),
            hotkey: account::<T>(number.into()),
            mechid: 1,
            identity: Some(identity()),
            lock_amount: tao(1),
            median_subnet_alpha_price: U64F64::ONE,
            registration_block: 1u32.into(),
        });
    }
    NetworkRegistrationLockId::<T>::put(size.waiting);
    announce::<T>();
    ColdkeySwapDisputes::<T>::remove(&old);
}

/// The coldkey has a lock on each of so many subnets.
fn lock<T: Setup>(touched: u32) {
    for netuid in subnets::<T>().take(touched as usize) {
        stake::<T>(OLD, HOTKEY, netuid, TAO);
        lock_stake::<T>(OLD, HOTKEY, netuid, TAO);
    }
}

/// Stake on hotkeys on root and elsewhere, with collateral.
fn hold<T: Setup>(coldkey: &T::AccountId, hotkeys: &[T::AccountId], size: &Size) {
    let put = |netuid, hotkeys: &[T::AccountId]| {
        for hotkey in hotkeys {
            let share = subtensor_shares::SafeFloat::from_u64(1);
            AlphaV2::<T>::insert((hotkey, coldkey, netuid), share);
            StakePositions::<T>::append(netuid, coldkey, hotkey);
        }
    };
    let on_root = size.positions.min(size.staked.max(1_024));
    put(ROOT, &hotkeys[..on_root as usize]);
    let each = (size.positions - on_root).checked_div(size.touched);
    let mut left = size.collateral;
    for netuid in subnets::<T>() {
        put(netuid, &hotkeys[..each.unwrap_or_default() as usize]);
        let bonded = MAX_COLLATERAL_HOTKEYS.min(left);
        left -= bonded;
        bond::<T>(netuid, coldkey, bonded);
    }
}

fn bond<T: Setup>(netuid: subtensor_primitives::NetUid, coldkey: &T::AccountId, count: u32) {
    let hotkeys: Vec<T::AccountId> = (0..u64::from(count))
        .map(|n| account::<T>(STAKED + n))
        .collect();
    for hotkey in &hotkeys {
        let row = MinerCollateralState {
            locked: alpha(1),
            drain_ratio: U64F64::ONE,
            min_locked: alpha(0),
            earned: alpha(0),
        };
        MinerCollateral::<T>::insert((netuid, hotkey, coldkey), row);
    }
    let listed = BoundedVec::truncate_from(hotkeys);
    ColdkeyCollateralHotkeys::<T>::insert(netuid, coldkey, listed);
    ColdkeyMinerCollateral::<T>::insert(netuid, coldkey, alpha(count.into()));
}

/// Leases that wait for their subnets; half of them are run by the coldkey, and to the others it
/// contributed.
fn await_leases<T: Setup>() {
    for id in 0..100 {
        let runs = id % 2 == 0;
        let lease = SubnetLease {
            beneficiary: account::<T>(if runs { OLD } else { 5 }),
            coldkey: account::<T>(LEASES + u64::from(id)),
            hotkey: account::<T>(LEASES - 1 - u64::from(id)),
            emissions_share: Percent::from_percent(1),
            end_block: None,
            netuid: ROOT,
            cost: tao(1),
        };
        if !runs {
            SubnetLeaseShares::<T>::insert(id, account::<T>(OLD), U64F64::ONE);
        }
        WaitingLeases::<T>::insert(lease.coldkey.clone(), (id, lease));
    }
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
        ("swap_coldkey_announced", "leases that wait", || {
            chain::<T>();
            announce::<T>();
            await_leases::<T>();
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
