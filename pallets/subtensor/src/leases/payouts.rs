//! When leases are paid out, and as far as a block has room for it. Every interval all leases with
//! something to pay are queued in the order of their netuids, behind those that are not done; the
//! first in the queue is paid until nobody is left or the block's part is spent.

use alloc::vec::Vec;
use frame_support::{
    traits::Get,
    weights::{Weight, WeightMeter},
};
use sp_runtime::traits::UniqueSaturatedInto;
use subtensor_primitives::NetUid;

use crate::{
    Config, LeasePayout, Leases, Subnets, WeightInfo,
    domain::spend,
    pallet::{
        AccumulatedLeaseDividends, LeasePayouts, SubnetLeaseUnpaidDividends, SubnetLeases,
        SubnetUidToLeaseId,
    },
};

/// Payouts of leases may take one part of so many of a block.
const BLOCK_TO_LEASES: u64 = 16;

type Payout<T> = LeasePayout<<T as frame_system::Config>::AccountId>;

impl<T: Config> Leases<T> {
    /// Queues the leases whose time has come in block `now`, and goes on with those in the queue;
    /// returns the weight of that.
    pub(crate) fn go_on_paying(now: u64) -> Weight {
        let mut look = T::WeightInfo::look_for_lease_payouts(0);
        let mut queue = LeasePayouts::<T>::get();
        let interval: u64 = T::LeaseDividendsDistributionInterval::get().unique_saturated_into();
        if now.checked_rem(interval) == Some(0) {
            let leases = Self::queue_leases(&mut queue);
            look = T::WeightInfo::look_for_lease_payouts(leases);
        }
        if queue.is_empty() {
            return look;
        }
        let mut meter = Self::payout_meter();
        let mut is_spent = false;
        queue.retain_mut(|payout| {
            is_spent = is_spent || !Self::go_on(payout, &mut meter);
            is_spent
        });
        if queue.is_empty() {
            LeasePayouts::<T>::kill();
        } else {
            LeasePayouts::<T>::put(queue);
        }
        look.saturating_add(meter.consumed())
    }

    /// What a block can spare, or what the largest step takes if that is more: no block is without
    /// progress.
    fn payout_meter() -> WeightMeter {
        let share = T::BlockWeights::get()
            .max_block
            .saturating_div(BLOCK_TO_LEASES);
        let most = Self::max_contributors();
        let step = T::WeightInfo::open_lease_pot(most)
            .max(T::WeightInfo::end_lease(most))
            .saturating_add(T::WeightInfo::pay_lease_dividend(true))
            .saturating_add(T::WeightInfo::look_at_lease())
            .saturating_add(T::WeightInfo::erase_row().saturating_mul(2));
        WeightMeter::with_limit(share.max(step))
    }

    /// Queues every lease with something to pay that is not in the queue; returns how many there
    /// are.
    fn queue_leases(queue: &mut Vec<Payout<T>>) -> u32 {
        let mut leases: Vec<(NetUid, u32)> = SubnetUidToLeaseId::<T>::iter().collect();
        leases.sort_unstable();
        for (_, id) in &leases {
            let is_over =
                || SubnetLeases::<T>::get(id).is_some_and(|lease| !Self::is_in_force(&lease));
            if !AccumulatedLeaseDividends::<T>::get(id).is_zero() || Self::owes(*id) || is_over() {
                Self::push(queue, *id);
            }
        }
        leases.len() as u32
    }

    fn push(queue: &mut Vec<Payout<T>>, lease_id: u32) {
        if queue.iter().all(|payout| payout.lease_id != lease_id) {
            queue.push(LeasePayout {
                lease_id,
                is_open: false,
                last: None,
            });
        }
    }

    /// Queues a lease, whether or not its time has come.
    pub(super) fn queue_lease(id: u32) {
        LeasePayouts::<T>::mutate(|queue| Self::push(queue, id));
    }

    /// Whether a contributor of a lease is owed something.
    pub(super) fn owes(id: u32) -> bool {
        SubnetLeaseUnpaidDividends::<T>::iter_key_prefix(id)
            .next()
            .is_some()
    }

    /// Goes on with a lease; says whether it is done for now. A subnet that is being dissolved
    /// pays by itself.
    fn go_on(payout: &mut Payout<T>, meter: &mut WeightMeter) -> bool {
        let id = payout.lease_id;
        if !spend(meter, T::WeightInfo::look_at_lease()) {
            return false;
        }
        let lease = SubnetLeases::<T>::get(id);
        let Some(lease) = lease.filter(|lease| Subnets::<T>::subnet_exists(lease.netuid)) else {
            return true;
        };
        if !payout.is_open {
            if !spend(meter, T::WeightInfo::open_lease_pot(Self::contributors(id))) {
                return false;
            }
            Self::divide_pot(id, &lease);
            payout.is_open = true;
        }
        let weight = T::WeightInfo::pay_lease_dividend(Self::has_lock(&lease));
        let mut debts = match &payout.last {
            None => SubnetLeaseUnpaidDividends::<T>::iter_prefix(id),
            Some(last) => SubnetLeaseUnpaidDividends::<T>::iter_prefix_from(
                id,
                SubnetLeaseUnpaidDividends::<T>::hashed_key_for(id, last),
            ),
        };
        loop {
            if !spend(meter, weight) {
                return false;
            }
            let Some((contributor, owed)) = debts.next() else {
                break;
            };
            Self::pay_debt(id, &lease, &contributor, owed);
            payout.last = Some(contributor);
        }
        Self::is_in_force(&lease) || Self::go_on_ending(id, &lease, meter)
    }
}
