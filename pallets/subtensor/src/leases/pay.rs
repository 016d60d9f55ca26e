//! Dividing a pot and paying what is owed (spec 30 §13.2, 90 §21.2).

use alloc::vec::Vec;
use frame_support::{storage::with_storage_layer, traits::Get, weights::WeightMeter};
use sp_runtime::DispatchResult;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::LeaseOf;
use crate::{
    Config, Event, Leases, Locks, Pallet, Shares, Staking, WeightInfo,
    domain::{drain, spend},
    pallet::{AccumulatedLeaseDividends, SubnetLeaseShares, SubnetLeaseUnpaidDividends},
    staking::Position,
};

impl<T: Config> Leases<T> {
    /// Divides what a lease in force, or one that is over, has accumulated. The beneficiary's part
    /// is paid first: if it cannot be, nothing is divided until the next time. Of a lease that is
    /// over it is part of what the beneficiary gets in the end.
    pub(crate) fn divide_pot(id: u32, lease: &LeaseOf<T>) {
        let pot = AccumulatedLeaseDividends::<T>::get(id);
        if pot.is_zero() {
            return;
        }
        let whole = U64F64::from_num(pot.to_u64());
        let slices: Vec<(T::AccountId, AlphaBalance)> = SubnetLeaseShares::<T>::iter_prefix(id)
            .map(|(who, share)| (who, AlphaBalance::new(share.saturating_mul(whole).to_u64())))
            .collect();
        let sum: AlphaBalance = slices.iter().map(|(_, slice)| *slice).sum();
        let rest = pot.saturating_sub(sum);
        if Self::is_in_force(lease)
            && !rest.is_zero()
            && let Err(error) = Self::pay(id, lease, &lease.beneficiary, rest)
        {
            log::debug!(target: "leases", "the pot of lease {id} is not divided: {error:?}");
            return;
        }
        AccumulatedLeaseDividends::<T>::remove(id);
        for (contributor, slice) in slices.into_iter().filter(|(_, slice)| !slice.is_zero()) {
            SubnetLeaseUnpaidDividends::<T>::mutate(id, contributor, |owed: &mut AlphaBalance| {
                owed.saturating_accrue(slice)
            });
        }
    }

    /// Pays a contributor what it is owed, or as much as the lease has, which the rounding of
    /// shares may leave short of a rao. What cannot be paid stays owed; of a lease that is over
    /// what is too little to be seen in the shares is forgotten.
    pub(crate) fn pay_debt(
        id: u32,
        lease: &LeaseOf<T>,
        contributor: &T::AccountId,
        owed: AlphaBalance,
    ) {
        let is_last = !Self::is_in_force(lease);
        let amount = owed.min(Self::held(lease));
        let is_precise = Staking::<T>::check_credit(&lease.hotkey, lease.netuid, amount).is_ok();
        if is_last && !is_precise {
            SubnetLeaseUnpaidDividends::<T>::remove(id, contributor);
        } else if let Err(error) = Self::pay(id, lease, contributor, amount) {
            log::debug!(target: "leases", "lease {id} owes {owed:?}: {error:?}");
            Pallet::<T>::deposit_event(Event::SubnetLeaseDividendSkipped {
                lease_id: id,
                contributor: contributor.clone(),
                alpha: owed,
            });
        } else if amount == owed {
            SubnetLeaseUnpaidDividends::<T>::remove(id, contributor);
        } else {
            let rest = owed.saturating_sub(amount);
            SubnetLeaseUnpaidDividends::<T>::insert(id, contributor, rest);
        }
    }

    /// Moves stake of a lease to somebody, in a layer of its own. Contributors come before what is
    /// locked. A lease that is over pays the least amounts, too: they will not grow.
    fn pay(id: u32, lease: &LeaseOf<T>, to: &T::AccountId, amount: AlphaBalance) -> DispatchResult {
        let least = if Self::is_in_force(lease) {
            T::InitialMinTransfer::get()
        } else {
            TaoBalance::ZERO
        };
        with_storage_layer(|| {
            Locks::<T>::make_room(lease.netuid, &lease.coldkey, amount);
            let from = Position::new(&lease.coldkey, &lease.hotkey, lease.netuid);
            let to = Position::new(to, &lease.hotkey, lease.netuid);
            Staking::<T>::give_within_subnet(&from, &to, amount, least)
        })?;
        Self::say_paid(id, to, amount);
        Ok(())
    }

    fn say_paid(lease_id: u32, contributor: &T::AccountId, alpha: AlphaBalance) {
        Pallet::<T>::deposit_event(Event::SubnetLeaseDividendsDistributed {
            lease_id,
            contributor: contributor.clone(),
            alpha,
        });
    }

    /// Stake of the lease of a subnet that is being dissolved becomes stake of those to whom it
    /// belongs, who are paid for it like others; says whether that is done.
    pub(crate) fn settle(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        if !spend(meter, T::WeightInfo::look_at_lease()) {
            return false;
        }
        let Some((id, lease)) = Self::on(netuid) else {
            return true;
        };
        if !AccumulatedLeaseDividends::<T>::get(id).is_zero() {
            if !spend(meter, T::WeightInfo::open_lease_pot(Self::contributors(id))) {
                return false;
            }
            Self::divide_pot(id, &lease);
        }
        let debts = SubnetLeaseUnpaidDividends::<T>::drain_prefix(id);
        let weight = T::WeightInfo::pay_lease_dividend(false);
        drain(debts, weight, meter, |(contributor, owed)| {
            Self::convert(id, &lease, &contributor, owed);
        }) && spend(meter, weight)
            && {
                Self::convert(id, &lease, &lease.beneficiary, AlphaBalance::MAX);
                true
            }
    }

    /// Gives at most `amount` of the stake of a lease to somebody, by no other rule than that of
    /// shares. What is too little for these remains the lease's.
    fn convert(id: u32, lease: &LeaseOf<T>, to: &T::AccountId, amount: AlphaBalance) {
        let amount = amount.min(Self::held(lease));
        if amount.is_zero() {
            return;
        }
        let (hotkey, netuid) = (&lease.hotkey, lease.netuid);
        match Shares::<T>::decrease_stake(hotkey, &lease.coldkey, netuid, amount) {
            Ok(()) => {
                Shares::<T>::increase_stake(hotkey, to, netuid, amount);
                Self::say_paid(id, to, amount);
            }
            Err(error) => log::debug!(
                target: "leases",
                "{amount:?} of lease {id} stay with the subnet: {error:?}"
            ),
        }
    }
}
