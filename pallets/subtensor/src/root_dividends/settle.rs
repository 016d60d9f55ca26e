//! What a staker on root has earned before its stake changes (spec 10 §14.2, §14.3). Nothing earned
//! is lost: the watermark moves so that what is owed stays owed, and what the stake that is left
//! cannot express is paid at once, as stake on the subnet.

use alloc::vec::Vec;
use frame_support::weights::Weight;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{alpha, exact, round_down, round_up};
use crate::{
    Config, RootDividends, Shares, Subnets, WeightInfo,
    pallet::{RootAlphaUnclaimed, RootClaimable, RootClaimed},
    weight_info::MAX_SUBNETS,
};

/// What a staker is owed on one subnet.
pub(super) struct Owed {
    pub netuid: NetUid,
    /// Alpha per rao of root stake, in 2^-32.
    rate: u128,
    /// Rao of alpha.
    pub amount: AlphaBalance,
}

/// Most subnets on which a hotkey can have a rate: all but root.
pub(crate) const MAX_RATES: u32 = MAX_SUBNETS.saturating_sub(1);

/// Weight of adding root stake on any hotkey, beside that of any stake, at most.
pub(crate) fn max_weight_of_joining_root<T: Config>(netuid: NetUid) -> Weight {
    on_root(netuid, || T::WeightInfo::join_root(MAX_RATES))
}

/// Weight of taking root stake away from any hotkey, at most.
pub(crate) fn max_weight_of_leaving_root<T: Config>(netuid: NetUid) -> Weight {
    on_root(netuid, || T::WeightInfo::leave_root(MAX_RATES))
}

/// Weight of adding root stake on a hotkey that has the rates it has now. Costs a read, so it is
/// only for afterwards.
pub(crate) fn weight_of_joining_root<T: Config>(hotkey: &T::AccountId, netuid: NetUid) -> Weight {
    on_root(netuid, || T::WeightInfo::join_root(rates::<T>(hotkey)))
}

/// Weight of taking root stake away from a hotkey that has the rates it has now: every dividend may
/// have to be paid. Costs a read, so it is only for afterwards.
pub(crate) fn weight_of_leaving_root<T: Config>(hotkey: &T::AccountId, netuid: NetUid) -> Weight {
    on_root(netuid, || T::WeightInfo::leave_root(rates::<T>(hotkey)))
}

fn on_root(netuid: NetUid, weight: impl FnOnce() -> Weight) -> Weight {
    if netuid.is_root() {
        weight()
    } else {
        Weight::zero()
    }
}

/// On how many subnets a hotkey has a rate.
pub(crate) fn rates<T: Config>(hotkey: &T::AccountId) -> u32 {
    RootClaimable::<T>::get(hotkey).len() as u32
}

impl<T: Config> RootDividends<T> {
    /// What a staker is owed by a hotkey, for every subnet on which the hotkey has a rate.
    pub(super) fn owed_on_root(hotkey: &T::AccountId, coldkey: &T::AccountId) -> Vec<Owed> {
        let rates = RootClaimable::<T>::get(hotkey);
        if rates.is_empty() {
            return Vec::new();
        }
        let stake = Shares::<T>::stake_of(hotkey, coldkey, NetUid::ROOT);
        rates
            .into_iter()
            .filter(|(netuid, _)| Subnets::<T>::subnet_exists(*netuid))
            .map(|(netuid, rate)| {
                let rate = u128::try_from(rate.to_bits()).unwrap_or_default();
                let claimed = RootClaimed::<T>::get((netuid, hotkey, coldkey));
                Owed {
                    netuid,
                    rate,
                    amount: alpha(round_down(exact(rate, stake)).saturating_sub(claimed)),
                }
            })
            .collect()
    }

    /// Keeps what is owed as it is after the root stake has changed. Watermarks are rounded up, so
    /// that all stakers together never get more than was credited.
    pub(super) fn settle_on_root(hotkey: &T::AccountId, coldkey: &T::AccountId, owed: Vec<Owed>) {
        if owed.is_empty() {
            return;
        }
        let stake = Shares::<T>::stake_of(hotkey, coldkey, NetUid::ROOT);
        for Owed {
            netuid,
            rate,
            amount,
        } in owed
        {
            let accrued = round_up(exact(rate, stake));
            let owed = u128::from(amount.to_u64());
            let key = (netuid, hotkey, coldkey);
            match accrued.saturating_sub(owed) {
                0 => RootClaimed::<T>::remove(key),
                claimed => RootClaimed::<T>::insert(key, claimed),
            }
            let paid = Self::take_unclaimed(netuid, alpha(owed.saturating_sub(accrued)));
            Shares::<T>::increase_stake(hotkey, coldkey, netuid, paid);
        }
    }

    /// Runs a change of root stake between what was owed and what is.
    pub(crate) fn with_root_settled<R>(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        change: impl FnOnce() -> R,
    ) -> R {
        let owed = Self::owed_on_root(hotkey, coldkey);
        let result = change();
        Self::settle_on_root(hotkey, coldkey, owed);
        result
    }

    /// Takes up to `amount` out of what is credited and not claimed; the caller says whose it is.
    ///
    /// The value of a share can differ by a rao from the stake that was settled, so the credit may
    /// fall short by as much.
    pub(super) fn take_unclaimed(netuid: NetUid, amount: AlphaBalance) -> AlphaBalance {
        if amount.is_zero() {
            return amount;
        }
        RootAlphaUnclaimed::<T>::mutate(netuid, |unclaimed| {
            let taken = amount.min(*unclaimed);
            *unclaimed = unclaimed.saturating_sub(taken);
            taken
        })
    }

    /// Alpha credited to root stakers of a subnet and not claimed yet, rao.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn unclaimed(netuid: NetUid) -> AlphaBalance {
        RootAlphaUnclaimed::<T>::get(netuid)
    }
}
