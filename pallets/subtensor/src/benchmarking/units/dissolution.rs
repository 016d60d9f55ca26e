//! What is left of a dissolved subnet, and how it goes.

use alloc::{collections::VecDeque, vec, vec::Vec};

use frame_support::weights::WeightMeter;
use sp_core::H256;
use subtensor_primitives::{MechId, NetUidStorageIndex};

use super::{Job, job};
use crate::{
    Children, Collateral, Dissolution, DissolveCleanupStatus, Funds, Locks, Neurons, Shares,
    Voting,
    benchmarking::{Setup, TAO, account, lock_stake, states::*},
    consensus::MAX_UIDS,
    domain::{Domain, Domains, ForgetRows},
    pallet::*,
};

/// First number of those who have a row.
const ROWS: u64 = 300_000;

fn rows(count: u32) -> core::ops::Range<u64> {
    ROWS..ROWS + u64::from(count)
}

fn forget<T: Setup>(forget: ForgetRows) -> Job {
    reopen_pools::<T>();
    job(move || assert!(forget(SUBNET, &mut WeightMeter::new())))
}

/// Collateral, with the sum and the list of its coldkey.
pub(crate) fn erase_collateral<T: Setup>(count: u32) -> Job {
    chain::<T>();
    for number in rows(count) {
        collateral::<T>(&account::<T>(number));
    }
    forget::<T>(Collateral::<T>::forget_rows)
}

/// Children that wait.
pub(crate) fn erase_children<T: Setup>(count: u32) -> Job {
    chain::<T>();
    for number in rows(count) {
        let children = vec![(u64::MAX, account::<T>(HOTKEY)); 5];
        PendingChildKeys::<T>::insert(SUBNET, account::<T>(number), (children, 9));
        PendingChildKeysOf::<T>::append(account::<T>(number), SUBNET);
    }
    forget::<T>(Children::<T>::forget_rows)
}

/// Locks, each for a hotkey of its own, so that the sum of the hotkey goes with it.
pub(crate) fn erase_locks<T: Setup>(count: u32) -> Job {
    chain::<T>();
    for number in rows(count) {
        own::<T>(number, number);
        stake::<T>(number, number, SUBNET, TAO);
        lock_stake::<T>(number, number, SUBNET, TAO);
    }
    forget::<T>(Locks::<T>::forget_rows)
}

/// Voting power.
pub(crate) fn erase_row<T: Setup>(count: u32) -> Job {
    chain::<T>();
    for number in rows(count) {
        VotingPower::<T>::insert(SUBNET, account::<T>(number), 1);
    }
    forget::<T>(Voting::<T>::forget_rows)
}

/// Pools, with what was earned by them, of parents elsewhere.
pub(crate) fn erase_pool<T: Setup>(count: u32) -> Job {
    chain::<T>();
    StakeThreshold::<T>::put(1);
    suspend::<T>(98);
    for number in rows(count) {
        own::<T>(number, number);
        stake::<T>(number, number, SUBNET, TAO);
        TotalHotkeyAlphaLastEpoch::<T>::insert(account::<T>(number), SUBNET, alpha(1));
        children::<T>(number, 7_000);
    }
    reopen_pools::<T>();
    job(|| assert!(Shares::<T>::erase_pools(SUBNET, &mut WeightMeter::new())))
}

/// Pays for all positions on the subnet.
fn pay_positions<T: Setup>() -> Job {
    reopen_pools::<T>();
    let mut status = DissolveCleanupStatus {
        netuid: SUBNET,
        step: 0,
        pot: tao(0),
        total: 0,
        counted: 0,
    };
    assert!(Dissolution::<T>::open_payout(
        &mut status,
        &mut WeightMeter::new()
    ));
    job(move || {
        assert!(Dissolution::<T>::pay_positions(
            &mut status,
            &mut WeightMeter::new()
        ));
    })
}

/// Positions, each of another coldkey on another hotkey.
pub(crate) fn dissolve_position<T: Setup>(count: u32) -> Job {
    chain::<T>();
    for number in rows(count) {
        own::<T>(number, number);
        stake::<T>(number, number, SUBNET, TAO);
    }
    pay_positions::<T>()
}

/// Holdings of funds that get cash for them.
pub(crate) fn dissolve_holding<T: Setup>(count: u32) -> Job {
    chain::<T>();
    let escrow = Funds::<T>::escrow();
    for number in rows(count) {
        own::<T>(number, number);
        stake::<T>(number, number, SUBNET, TAO);
        Shares::<T>::increase_stake(&account::<T>(number), &escrow, SUBNET, alpha(TAO));
        BasketShares::<T>::insert(account::<T>(number), TAO);
        suspend::<T>(number);
    }
    pay_positions::<T>()
}

/// Accounts of which every map that begins with an account knows something.
pub(crate) fn erase_account<T: Setup>(count: u32) -> Job {
    chain::<T>();
    for number in rows(count) {
        let account = account::<T>(number);
        let relatives = vec![(1, account.clone())];
        ChildKeys::<T>::insert(&account, SUBNET, &relatives);
        ParentKeys::<T>::insert(&account, SUBNET, &relatives);
        ChildkeyTake::<T>::insert(&account, SUBNET, sp_runtime::PerU16::from_parts(1));
        AutoStakeDestination::<T>::insert(&account, SUBNET, &account);
        AutoStakeDestinationColdkeys::<T>::insert(&account, SUBNET, vec![account.clone()]);
        DecayingLock::<T>::insert(&account, SUBNET, false);
        TotalHotkeyAlpha::<T>::insert(&account, SUBNET, alpha(1));
        TotalHotkeyAlphaLastEpoch::<T>::insert(&account, SUBNET, alpha(1));
        AlphaSharePoolEpoch::<T>::insert(&account, SUBNET, 1);
        BasketLiquidityUsed::<T>::insert(&account, SUBNET, (1, 1));
        SubnetAccounts::<T>::insert(SUBNET, &account, ());
    }
    job(|| {
        assert!(Dissolution::<T>::erase_accounts(
            SUBNET,
            &mut WeightMeter::new()
        ));
    })
}

/// One neuron of a subnet of so many mechanisms, with all that it has announced and committed.
pub(crate) fn erase_neuron<T: Setup>(mechanisms: u32) -> Job {
    chain::<T>();
    MechanismCountCurrent::<T>::insert(SUBNET, MechId::new(mechanisms as u8));
    announced::<T>(HOTKEY, mechanisms as u8);
    Neurons::<T>::hotkeys(SUBNET)
        .enumerate()
        .filter(|(_, hotkey)| *hotkey != account::<T>(HOTKEY))
        .map(|(uid, _)| uid as u16)
        .collect::<Vec<_>>()
        .into_iter()
        .for_each(|uid| Keys::<T>::remove(SUBNET, uid));
    forget::<T>(Neurons::<T>::forget_rows)
}

/// What a neuron has on the subnet beside its uid.
pub(crate) fn announced<T: Setup>(number: u64, mechanisms: u8) {
    let hotkey = account::<T>(number);
    Axons::<T>::insert(SUBNET, &hotkey, crate::AxonInfo::default());
    Prometheus::<T>::insert(SUBNET, &hotkey, crate::PrometheusInfo::default());
    VotingPower::<T>::insert(SUBNET, &hotkey, 1);
    TotalVotingPower::<T>::insert(SUBNET, u64::MAX);
    for mechanism in 0..mechanisms {
        let index = NetUidStorageIndex::from_parts(SUBNET, MechId::new(mechanism));
        let commits: VecDeque<_> = (0..10).map(|_| (H256::zero(), 1, 2, 3)).collect();
        WeightCommits::<T>::insert(index, &hotkey, commits);
    }
}

/// A mechanism with full rows of weights and bonds, and commits of everybody.
pub(crate) fn erase_mechanism<T: Setup>() -> Job {
    chain::<T>();
    let index = NetUidStorageIndex::from(SUBNET);
    let row: Vec<(u16, u16)> = (0..MAX_UIDS).map(|uid| (uid, uid)).collect();
    for uid in 0..MAX_UIDS {
        Weights::<T>::insert(index, uid, &row);
        Bonds::<T>::insert(index, uid, &row);
        let hotkey = account::<T>(ROWS + u64::from(uid));
        let commits: VecDeque<_> = (0..10).map(|_| (H256::zero(), 1, 2, 3)).collect();
        WeightCommits::<T>::insert(index, hotkey, commits);
    }
    job(move || Domains::<T>::forget_mechanism(index))
}

/// The single values of a subnet of neurons, with what it says about itself.
pub(crate) fn erase_values<T: Setup>() -> Job {
    chain::<T>();
    full_subnet::<T>();
    SubnetIdentitiesV3::<T>::insert(SUBNET, crate::benchmarking::rows::identity());
    job(|| Domains::<T>::forget_values(SUBNET))
}

/// The subnet stops while everybody on a full root has something that waits there.
pub(crate) fn stop_subnet<T: Setup>() -> Job {
    chain::<T>();
    full_root::<T>();
    queues::<T>();
    job(|| Domains::<T>::stop_subnet(SUBNET))
}
