//! Subnets that crowdloans have paid for (spec 30 §13, 90 §21.2). A coldkey that nobody has the key
//! of owns the subnet, the creator of the crowdloan runs it through a proxy, and a part of the
//! owner's cut is divided among all who contributed.
//!
//! Where the alpha is: all of it is stake of the lease's coldkey on its hotkey, namely the pot
//! (`AccumulatedLeaseDividends`), what contributors are owed (`SubnetLeaseUnpaidDividends`), and
//! what the lease keeps, which is all that may be locked and is the beneficiary's in the end. A
//! pot is divided in one step, whatever its size, by shares that round down: slices become debts,
//! the rest is the beneficiary's. Debts are paid one by one, as far as a block has room; a debt
//! that cannot be paid waits for the next time and holds up nobody.
//!
//! A lease is over when its coldkey does not own the subnet any more: it was terminated, or
//! somebody won the subnet. Then the beneficiary gets what is left, and the lease is forgotten as
//! soon as nobody is owed anything.

mod domain;
#[cfg(feature = "try-runtime")]
mod invariants;
mod pay;
mod payouts;
mod register;
pub mod storage;
mod terminate;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use frame_system::pallet_prelude::BlockNumberFor;
use subtensor_primitives::{AlphaBalance, CrowdloansInterface, NetUid};

use crate::{
    Config, Locks, Shares, SubnetLease, Subnets,
    pallet::{AccumulatedLeaseDividends, LeaseContributors, SubnetLeases, SubnetUidToLeaseId},
};

/// A lease of this chain.
pub(crate) type LeaseOf<T> = SubnetLease<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// Subnets that crowdloans have paid for.
pub struct Leases<T>(PhantomData<T>);

impl<T: Config> Leases<T> {
    /// Most contributors of a lease.
    pub(crate) fn max_contributors() -> u32 {
        T::Crowdloans::max_contributors()
    }

    /// The lease of a subnet, in force or over.
    fn on(netuid: NetUid) -> Option<(u32, LeaseOf<T>)> {
        let id = SubnetUidToLeaseId::<T>::get(netuid)?;
        Some((id, SubnetLeases::<T>::get(id)?))
    }

    /// Whether a lease is in force: its coldkey owns its subnet.
    fn is_in_force(lease: &LeaseOf<T>) -> bool {
        Subnets::<T>::subnet_exists(lease.netuid)
            && Subnets::<T>::owner(lease.netuid) == lease.coldkey
    }

    /// Most contributors that a lease has.
    fn contributors(id: u32) -> u32 {
        LeaseContributors::<T>::get(id)
    }

    /// Stake of a lease, rao of alpha.
    fn held(lease: &LeaseOf<T>) -> AlphaBalance {
        Shares::<T>::stake_of(&lease.hotkey, &lease.coldkey, lease.netuid)
    }

    /// Whether something of the stake of a lease is locked.
    fn has_lock(lease: &LeaseOf<T>) -> bool {
        Locks::<T>::has_lock(lease.netuid, &lease.coldkey)
    }

    /// The owner's cut of a subnet has been staked for `owner`: a lease that is in force takes its
    /// contributors' part of it. Returns what remains the owner's.
    pub(crate) fn share_owner_cut(
        netuid: NetUid,
        owner: &T::AccountId,
        cut: AlphaBalance,
    ) -> AlphaBalance {
        let Some((id, lease)) = Self::on(netuid).filter(|(_, lease)| lease.coldkey == *owner)
        else {
            return cut;
        };
        let now = frame_system::Pallet::<T>::block_number();
        if lease.end_block.is_some_and(|end| end <= now) {
            return cut;
        }
        let part = AlphaBalance::new(lease.emissions_share.mul_ceil(cut.to_u64()));
        AccumulatedLeaseDividends::<T>::mutate(id, |pot| pot.saturating_accrue(part));
        cut.saturating_sub(part)
    }
}
