//! Coldkeys that are announced to be swapped, and swaps of one with as much as is moved at once.

use codec::Encode;
use frame_support::BoundedVec;
use sp_io::hashing::blake2_256;
use sp_runtime::Percent;
use subtensor_fixed::U64F64;

use super::{
    rows::Row,
    states::{ROOT, all_subnets, alpha, chain, own_all, subnets, tao},
};
use crate::{
    Call, ChainIdentityV2, MinerCollateralState, NetworkRegistrationInfo, SubnetLease,
    collateral::MAX_COLLATERAL_HOTKEYS,
    keys::{MAX_ROWS, MAX_STAKED},
    mock::*,
    pallet::*,
    rate_limits::Action,
    shares::MAX_HOTKEYS,
};

const OLD: u64 = 4;
const NEW: u64 = 70;
/// First of the hotkeys on which the coldkey stakes.
const STAKED: u64 = 60_000;
/// First of the coldkeys of leases; their hotkeys have the numbers before.
const LEASES: u64 = 70_000;

fn announce() {
    let hash = sp_core::H256::from(account(NEW).using_encoded(blake2_256));
    ColdkeySwapAnnouncements::<Test>::insert(account(OLD), (1, hash));
}

/// As many hotkeys, positions and rows of collateral as are moved, on every subnet, all of which
/// are the coldkey's; and the new coldkey is none of the newest either.
fn heavy() {
    all_subnets();
    let (old, new) = (account(OLD), account(NEW));
    let hotkeys: Vec<AccountId> = (0..u64::from(MAX_STAKED))
        .map(|n| account(STAKED + n))
        .collect();
    own_all(OLD, MAX_HOTKEYS - 1);
    OwnedHotkeys::<Test>::insert(&new, [account(1_000)].to_vec());
    StakingHotkeys::<Test>::insert(&old, &hotkeys);
    for hotkey in &hotkeys {
        BasketClaimed::<Test>::insert(hotkey, &old, -7);
        LastColdkeyHotkeyStakeBlock::<Test>::insert(&old, hotkey, 1);
    }
    hold(&old, &hotkeys);
    for netuid in subnets() {
        SubnetOwner::<Test>::insert(netuid, &old);
        for action in Action::OF_OWNERS {
            TransactionKeyLastBlock::<Test>::insert((&old, netuid, action as u16), 1);
        }
        for (coldkey, named) in [(&old, 1_001), (&new, 1_002)] {
            AutoStakeDestination::<Test>::insert(coldkey, netuid, account(named));
            let named_by = [coldkey.clone(), account(5)].to_vec();
            AutoStakeDestinationColdkeys::<Test>::insert(account(named), netuid, named_by);
        }
    }
    StakingColdkeys::<Test>::insert(&old, 0);
    StakingColdkeysByIndex::<Test>::insert(0, &old);
    NumStakingColdkeys::<Test>::put(1);
    IdentitiesV2::<Test>::insert(&old, ChainIdentityV2::default());
    for number in 0..128 {
        NetworkRegistrationQueue::<Test>::append(NetworkRegistrationInfo {
            coldkey: old.clone(),
            hotkey: account(number),
            mechid: 1,
            identity: None,
            lock_amount: tao(1),
            median_subnet_alpha_price: U64F64::ONE,
            registration_block: 1,
        });
    }
    announce();
    ColdkeySwapDisputes::<Test>::remove(&old);
}

/// Stake on all hotkeys on root and on some of them elsewhere, with collateral.
fn hold(coldkey: &AccountId, hotkeys: &[AccountId]) {
    let put = |netuid, hotkeys: &[AccountId]| {
        for hotkey in hotkeys {
            let share = subtensor_shares::SafeFloat::from_u64(1);
            AlphaV2::<Test>::insert((hotkey, coldkey, netuid), share);
        }
        StakePositions::<Test>::insert(netuid, coldkey, hotkeys.to_vec());
    };
    put(ROOT, hotkeys);
    let mut left = MAX_ROWS - MAX_STAKED;
    for netuid in subnets() {
        let bonded = MAX_COLLATERAL_HOTKEYS.min(left);
        left -= bonded;
        bond(netuid, coldkey, &hotkeys[..bonded as usize]);
    }
    let each = left / subnets().count() as u32;
    for netuid in subnets() {
        put(netuid, &hotkeys[..each as usize]);
    }
}

fn bond(netuid: subtensor_primitives::NetUid, coldkey: &AccountId, hotkeys: &[AccountId]) {
    for hotkey in hotkeys {
        let row = MinerCollateralState {
            locked: alpha(1),
            drain_ratio: U64F64::ONE,
            min_locked: alpha(0),
            earned: alpha(0),
        };
        MinerCollateral::<Test>::insert((netuid, hotkey, coldkey), row);
    }
    let listed = BoundedVec::truncate_from(hotkeys.to_vec());
    ColdkeyCollateralHotkeys::<Test>::insert(netuid, coldkey, listed);
    ColdkeyMinerCollateral::<Test>::insert(netuid, coldkey, alpha(hotkeys.len() as u64));
}

/// Leases that wait for their subnets; half of them are run by the coldkey, and to the others it
/// contributed.
fn await_leases() {
    for id in 0..100 {
        let runs = id % 2 == 0;
        let lease = SubnetLease {
            beneficiary: account(if runs { OLD } else { 5 }),
            coldkey: account(LEASES + u64::from(id)),
            hotkey: account(LEASES - 1 - u64::from(id)),
            emissions_share: Percent::from_percent(1),
            end_block: None,
            netuid: ROOT,
            cost: tao(1),
        };
        if !runs {
            SubnetLeaseShares::<Test>::insert(id, account(OLD), U64F64::ONE);
        }
        WaitingLeases::<Test>::insert(lease.coldkey.clone(), (id, lease));
    }
}

pub(super) fn announcements() -> Vec<Row> {
    vec![
        ("announce_coldkey_swap", "the first", || {
            chain();
            (
                signed(OLD),
                Call::announce_coldkey_swap {
                    new_coldkey_hash: [7; 32].into(),
                },
            )
        }),
        ("announce_coldkey_swap", "another", || {
            chain();
            announce();
            System::set_block_number(100);
            (
                signed(OLD),
                Call::announce_coldkey_swap {
                    new_coldkey_hash: [7; 32].into(),
                },
            )
        }),
        ("dispute_coldkey_swap", "announced", || {
            chain();
            announce();
            (signed(OLD), Call::dispute_coldkey_swap {})
        }),
        ("clear_coldkey_swap_announcement", "announced", || {
            chain();
            announce();
            System::set_block_number(100);
            (signed(OLD), Call::clear_coldkey_swap_announcement {})
        }),
        ("reset_coldkey_swap", "disputed", || {
            chain();
            announce();
            ColdkeySwapDisputes::<Test>::insert(account(OLD), 1);
            let coldkey = account(OLD);
            (RuntimeOrigin::root(), Call::reset_coldkey_swap { coldkey })
        }),
        ("schedule_swap_coldkey", "retired", || {
            chain();
            let new_coldkey = account(NEW);
            (signed(OLD), Call::schedule_swap_coldkey { new_coldkey })
        }),
    ]
}

pub(super) fn swaps() -> Vec<Row> {
    vec![
        ("swap_coldkey_announced", "nothing but TAO", || {
            chain();
            announce();
            let new_coldkey = account(NEW);
            (signed(OLD), Call::swap_coldkey_announced { new_coldkey })
        }),
        ("swap_coldkey_announced", "leases that wait", || {
            chain();
            announce();
            await_leases();
            let new_coldkey = account(NEW);
            (signed(OLD), Call::swap_coldkey_announced { new_coldkey })
        }),
        ("swap_coldkey_announced", "as much as there can be", || {
            heavy();
            let new_coldkey = account(NEW);
            (signed(OLD), Call::swap_coldkey_announced { new_coldkey })
        }),
        (
            "swap_coldkey",
            "as much as there can be, at a price",
            || {
                heavy();
                ColdkeySwapDisputes::<Test>::insert(account(OLD), 1);
                let call = Call::swap_coldkey {
                    old_coldkey: account(OLD),
                    new_coldkey: account(NEW),
                    swap_cost: tao(1_000),
                };
                (RuntimeOrigin::root(), call)
            },
        ),
    ]
}
