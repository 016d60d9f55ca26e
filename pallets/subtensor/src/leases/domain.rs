//! Leases when their subnet is dissolved, and when coldkeys are swapped (spec 90 §21.2).

use alloc::vec::Vec;
use frame_support::{ensure, weights::WeightMeter};
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid, ProxyInterface};

use super::LeaseOf;
use crate::{
    Config, Error, Leases,
    domain::Domain,
    pallet::{
        SubnetLeaseShares, SubnetLeaseUnpaidDividends, SubnetLeases, SubnetUidToLeaseId,
        WaitingLeases,
    },
};

impl<T: Config> Domain<T> for Leases<T> {
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        Self::forget_dissolved(netuid, meter)
    }

    /// Nobody has the key of a lease, so nothing is taken from it or given to it.
    ///
    /// Errors: `CannotUseSystemAccount`.
    fn check_coldkey_swap(old: &T::AccountId, new: &T::AccountId) -> DispatchResult {
        let is_lease = SubnetUidToLeaseId::<T>::iter_values()
            .filter_map(SubnetLeases::<T>::get)
            .chain(WaitingLeases::<T>::iter_values().map(|(_, lease)| lease))
            .any(|lease| lease.coldkey == *old || lease.coldkey == *new);
        ensure!(!is_lease, Error::<T>::CannotUseSystemAccount);
        Ok(())
    }

    /// The new one gets share and debt beside its own, and runs the subnet in the old one's place.
    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        for id in SubnetUidToLeaseId::<T>::iter_values() {
            Self::rename_contributor(id, old, new);
            if let Some(mut lease) = SubnetLeases::<T>::get(id)
                && Self::rename_beneficiary(&mut lease, old, new)
            {
                SubnetLeases::<T>::insert(id, lease);
            }
        }
        let waiting: Vec<_> = WaitingLeases::<T>::iter().collect();
        for (coldkey, (id, mut lease)) in waiting {
            Self::rename_contributor(id, old, new);
            if Self::rename_beneficiary(&mut lease, old, new) {
                WaitingLeases::<T>::insert(coldkey, (id, lease));
            }
        }
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_leases()
    }
}

impl<T: Config> Leases<T> {
    /// Whether a coldkey has to do with the lease of a subnet.
    pub(crate) fn is_party(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        Self::on(netuid).is_some_and(|(id, lease)| Self::is_party_of(id, &lease, coldkey))
    }

    /// Leases that wait for their subnet, and with how many of them a coldkey has to do.
    pub(crate) fn count_waiting(coldkey: &T::AccountId) -> (u32, u32) {
        WaitingLeases::<T>::iter_values().fold((0, 0), |(all, its), (id, lease)| {
            let is_party = Self::is_party_of(id, &lease, coldkey);
            (all.saturating_add(1), its.saturating_add(is_party.into()))
        })
    }

    fn is_party_of(id: u32, lease: &LeaseOf<T>, coldkey: &T::AccountId) -> bool {
        lease.beneficiary == *coldkey
            || SubnetLeaseShares::<T>::contains_key(id, coldkey)
            || SubnetLeaseUnpaidDividends::<T>::contains_key(id, coldkey)
    }

    fn rename_contributor(id: u32, old: &T::AccountId, new: &T::AccountId) {
        if SubnetLeaseShares::<T>::contains_key(id, old) {
            let share = SubnetLeaseShares::<T>::take(id, old);
            SubnetLeaseShares::<T>::mutate(id, new, |sum| *sum = sum.saturating_add(share));
        }
        if SubnetLeaseUnpaidDividends::<T>::contains_key(id, old) {
            let owed = SubnetLeaseUnpaidDividends::<T>::take(id, old);
            SubnetLeaseUnpaidDividends::<T>::mutate(id, new, |sum: &mut AlphaBalance| {
                sum.saturating_accrue(owed)
            });
        }
    }

    /// Gives a lease of `old` to `new`; says whether it was one.
    fn rename_beneficiary(lease: &mut LeaseOf<T>, old: &T::AccountId, new: &T::AccountId) -> bool {
        if lease.beneficiary != *old {
            return false;
        }
        lease.beneficiary = new.clone();
        let coldkey = &lease.coldkey;
        // A lease that is over has no proxy.
        let followed = T::Proxies::remove_lease_beneficiary_proxy(coldkey, old)
            .and_then(|()| T::Proxies::add_lease_beneficiary_proxy(coldkey, new));
        if let Err(error) = followed {
            log::debug!(target: "leases", "no proxy of {coldkey:?} follows: {error:?}");
        }
        true
    }
}
