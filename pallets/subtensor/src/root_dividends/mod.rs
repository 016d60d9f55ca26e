//! Root dividends (spec 10 §14): alpha that a hotkey's stakers on root earn on every subnet, and
//! that is sold into more root stake when it is claimed. What is accrued is a rate, alpha per rao
//! of root stake; what a staker has had of it, a watermark. The alpha itself waits in
//! `RootAlphaUnclaimed`.

mod automatic;
mod claim;
mod domain;
mod index;
#[cfg(feature = "try-runtime")]
mod invariants;
mod settle;
pub mod storage;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use subtensor_fixed::{I96F32, U96F32};
use subtensor_primitives::{AlphaBalance, NetUid};

pub(crate) use claim::MAX_CLAIM_ROWS;
pub(crate) use settle::{
    MAX_RATES, max_weight_of_joining_root, max_weight_of_leaving_root, rates,
    weight_of_joining_root, weight_of_leaving_root,
};

use crate::{
    Config, Hotkeys, Shares,
    pallet::{RootAlphaRest, RootAlphaUnclaimed, RootClaimable},
};

/// Fractional bits of a rate.
const RATE_BITS: u32 = 32;

/// A rate times a stake, in 2^-32 rao.
fn exact(rate: u128, stake: AlphaBalance) -> u128 {
    rate.saturating_mul(stake.to_u64().into())
}

fn round_down(exact: u128) -> u128 {
    exact >> RATE_BITS
}

fn round_up(exact: u128) -> u128 {
    exact.saturating_add((1 << RATE_BITS) - 1) >> RATE_BITS
}

fn alpha(amount: u128) -> AlphaBalance {
    AlphaBalance::new(amount.try_into().unwrap_or(u64::MAX))
}

/// What stakers on root earn on every subnet.
pub struct RootDividends<T>(PhantomData<T>);

impl<T: Config> RootDividends<T> {
    /// Credits alpha to the root stakers of a hotkey; what its rate cannot express waits for the
    /// next credit. Where there is less root stake than alpha, the owner of the hotkey gets it as
    /// stake.
    pub(crate) fn credit_root_stakers(hotkey: &T::AccountId, netuid: NetUid, amount: AlphaBalance) {
        RootAlphaUnclaimed::<T>::mutate(netuid, |unclaimed| unclaimed.saturating_accrue(amount));
        let stake = Shares::<T>::hotkey_alpha(hotkey, NetUid::ROOT);
        let available = RootAlphaRest::<T>::get(netuid, hotkey)
            .saturating_add(U96F32::from_num(amount.to_u64()));
        let whole = AlphaBalance::new(available.to_u64());
        let rate = available
            .to_bits()
            .checked_div(stake.to_u64().into())
            .filter(|_| whole <= stake);
        let Some(rate) = rate else {
            let rest = available.saturating_sub(U96F32::from_num(whole.to_u64()));
            RootAlphaRest::<T>::insert(netuid, hotkey, rest);
            let paid = Self::take_unclaimed(netuid, whole);
            Shares::<T>::increase_stake(hotkey, &Hotkeys::<T>::owner_of(hotkey), netuid, paid);
            return;
        };
        let expressed = U96F32::from_bits(exact(rate, stake));
        RootAlphaRest::<T>::insert(netuid, hotkey, available.saturating_sub(expressed));
        if let Ok(rate @ 1..) = i128::try_from(rate) {
            RootClaimable::<T>::mutate(hotkey, |rates| {
                let total = rates.entry(netuid).or_default();
                *total = total.saturating_add(I96F32::from_bits(rate));
            });
        }
    }
}
