//! Leases of so many contributors.

use alloc::vec::Vec;

use frame_support::{assert_ok, weights::WeightMeter};
use subtensor_primitives::AlphaBalance;

use super::{Job, dispatch, job};
use crate::{
    Leases, Locks, Pallet, SubnetLease, WeightInfo,
    benchmarking::{
        Setup, TAO, account, at_block,
        leases::{CREATOR, END, OTHERS, lease, raise, register, termination},
        origin,
        rows::free_a_netuid,
        signed,
        states::*,
    },
    pallet::*,
};

pub(crate) fn register_leased_network<T: Setup>(contributors: u32) -> Job {
    all_subnets::<T>();
    free_a_netuid::<T>();
    full_root::<T>();
    raise::<T>(contributors);
    dispatch::<T>((signed::<T>(CREATOR), register::<T>()))
}

/// All are owed something.
pub(crate) fn terminate_lease<T: Setup>(contributors: u32) -> Job {
    lease::<T>(contributors);
    at_block::<T>(END);
    dispatch::<T>((signed::<T>(CREATOR), termination::<T>()))
}

/// The time of so many leases has come, and none has anything to pay.
pub(crate) fn look_for_lease_payouts<T: Setup>(leases: u32) -> Job {
    all_subnets::<T>();
    for (id, netuid) in (0u32..).zip(subnets::<T>().take(leases as usize).collect::<Vec<_>>()) {
        let lease = SubnetLease {
            beneficiary: account::<T>(CREATOR),
            coldkey: SubnetOwner::<T>::get(netuid),
            hotkey: account::<T>(88),
            emissions_share: sp_runtime::Percent::from_percent(50),
            end_block: None,
            netuid,
            cost: tao(1),
        };
        SubnetLeases::<T>::insert(id, lease);
        SubnetUidToLeaseId::<T>::insert(netuid, id);
        LeaseContributors::<T>::insert(id, 1);
    }
    job(|| {
        Leases::<T>::go_on_paying(0);
        assert!(LeasePayouts::<T>::get().is_empty());
    })
}

/// A look at a lease that has something to pay, for which the meter is spent.
pub(crate) fn look_at_lease<T: Setup>() -> Job {
    let netuid = lease::<T>(2).netuid;
    job(move || {
        let mut meter = WeightMeter::with_limit(T::WeightInfo::look_at_lease());
        assert!(!Leases::<T>::settle(netuid, &mut meter));
    })
}

pub(crate) fn open_lease_pot<T: Setup>(contributors: u32) -> Job {
    let lease = lease::<T>(contributors);
    reopen_pools::<T>();
    job(move || {
        Leases::<T>::divide_pot(0, &lease);
        assert!(AccumulatedLeaseDividends::<T>::get(0).is_zero());
    })
}

/// Pays one contributor what it is owed, of a lease with a lock or without.
fn pay<T: Setup>(is_locked: bool) -> Job {
    let lease = lease::<T>(2);
    if !is_locked {
        Locks::<T>::give_way(lease.netuid, &lease.coldkey, AlphaBalance::MAX);
    }
    reopen_pools::<T>();
    let contributor = account::<T>(OTHERS);
    job(move || {
        Leases::<T>::pay_debt(0, &lease, &contributor, alpha(TAO));
        assert!(SubnetLeaseUnpaidDividends::<T>::get(0, &contributor).is_zero());
    })
}

pub(crate) fn pay_lease_dividend<T: Setup>() -> Job {
    pay::<T>(false)
}

pub(crate) fn pay_locked_lease_dividend<T: Setup>() -> Job {
    pay::<T>(true)
}

/// The beneficiary of a lease that is over gets the rest.
pub(crate) fn end_lease<T: Setup>(contributors: u32) -> Job {
    let lease = lease::<T>(contributors);
    at_block::<T>(END);
    let hotkey = account::<T>(88);
    assert_ok!(Pallet::<T>::terminate_lease(
        origin::<T>(CREATOR),
        0,
        hotkey
    ));
    let _ = SubnetLeaseUnpaidDividends::<T>::clear_prefix(0, u32::MAX, None);
    reopen_pools::<T>();
    job(move || {
        assert!(Leases::<T>::go_on_ending(
            0,
            &lease,
            &mut WeightMeter::new()
        ));
        assert!(SubnetLeases::<T>::get(0).is_none());
    })
}
