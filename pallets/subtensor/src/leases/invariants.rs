//! What holds of leases between blocks, for `try_state`.

use alloc::collections::BTreeSet;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use subtensor_fixed::U64F64;
use subtensor_primitives::AlphaBalance;

use super::LeaseOf;
use crate::{
    Config, Dissolution, Leases, Subnets,
    pallet::{
        AccumulatedLeaseDividends, LeaseContributors, LeasePayouts, NextSubnetLeaseId,
        SubnetLeaseShares, SubnetLeaseUnpaidDividends, SubnetLeases, SubnetUidToLeaseId,
        WaitingLeases,
    },
};

/// Rao that stake may have lost to the rounding of shares.
const LOST_TO_ROUNDING: u64 = 1_000;

impl<T: Config> Leases<T> {
    /// Leases and subnets point at each other, shares are no more than the whole, and nobody is
    /// owed what the lease has not.
    pub(crate) fn check_leases() -> Result<(), TryRuntimeError> {
        let next = NextSubnetLeaseId::<T>::get();
        for (id, lease) in SubnetLeases::<T>::iter() {
            ensure!(id < next, "a lease has a number that is yet to come");
            ensure!(
                SubnetUidToLeaseId::<T>::get(lease.netuid) == Some(id),
                "a subnet has another lease than that of it"
            );
            ensure!(
                Subnets::<T>::subnet_exists(lease.netuid)
                    || Dissolution::<T>::is_being_dissolved(lease.netuid),
                "a lease is of a subnet that is gone"
            );
            Self::check_lease(id, &lease)?;
        }
        for (coldkey, (id, lease)) in WaitingLeases::<T>::iter() {
            ensure!(
                id < next && coldkey == lease.coldkey && !SubnetLeases::<T>::contains_key(id),
                "a lease that waits is another"
            );
            ensure!(
                Subnets::<T>::is_waiting(&coldkey),
                "a lease waits for no subnet"
            );
            Self::check_shares(id)?;
        }
        let waiting: BTreeSet<u32> = WaitingLeases::<T>::iter_values()
            .map(|(id, _)| id)
            .collect();
        let is_known = |id: u32| SubnetLeases::<T>::contains_key(id) || waiting.contains(&id);
        ensure!(
            SubnetUidToLeaseId::<T>::iter_values()
                .chain(SubnetLeaseShares::<T>::iter_keys().map(|(id, _)| id))
                .chain(SubnetLeaseUnpaidDividends::<T>::iter_keys().map(|(id, _)| id))
                .chain(AccumulatedLeaseDividends::<T>::iter_keys())
                .chain(LeaseContributors::<T>::iter_keys())
                .all(is_known),
            "something is kept of a lease that is gone"
        );
        let queue = LeasePayouts::<T>::get();
        let ids: BTreeSet<u32> = queue.iter().map(|payout| payout.lease_id).collect();
        ensure!(ids.len() == queue.len(), "a lease is paid out twice");
        Ok(())
    }

    fn check_shares(id: u32) -> Result<(), TryRuntimeError> {
        let (mut sum, mut count) = (U64F64::ZERO, 0u32);
        for (_, share) in SubnetLeaseShares::<T>::iter_prefix(id) {
            sum = sum.saturating_add(share);
            count = count.saturating_add(1);
        }
        ensure!(
            sum <= U64F64::ONE,
            "more of a lease is shared than it earns"
        );
        ensure!(
            count <= LeaseContributors::<T>::get(id),
            "a lease has more contributors than it had"
        );
        Ok(())
    }

    fn check_lease(id: u32, lease: &LeaseOf<T>) -> Result<(), TryRuntimeError> {
        Self::check_shares(id)?;
        let debts: AlphaBalance = SubnetLeaseUnpaidDividends::<T>::iter_prefix_values(id).sum();
        let owed = debts.saturating_add(AccumulatedLeaseDividends::<T>::get(id));
        let most = Self::held(lease).saturating_add(AlphaBalance::new(LOST_TO_ROUNDING));
        ensure!(
            owed <= most || !Subnets::<T>::subnet_exists(lease.netuid),
            "a lease owes more than it has"
        );
        Ok(())
    }
}
