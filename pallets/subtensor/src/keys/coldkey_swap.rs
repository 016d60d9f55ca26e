//! A coldkey gives all it has to another (spec 50 §13.4): stake, hotkeys, subnets, collateral, TAO,
//! and what it said about itself. The other has no stake of its own, so shares, watermarks and
//! locks change their name and nothing else: nobody else's stake moves, no share is rounded, and
//! what is owed stays owed, once.
//!
//! How much there is to move is looked up first. Gifts of stake may make it more than a block
//! holds; the bounds are so high that a stranger pays much for that, and once a swap is announced,
//! [`Shares::ensure_may_stake_on`] takes no gifts.

#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use frame_support::{
    dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
    ensure,
    traits::Get,
    weights::Weight,
};
use sp_runtime::{DispatchResult, traits::AccountIdConversion};
use subtensor_primitives::{NetUid, TaoBalance};

use super::announcements::small_failure;
use crate::{
    AutoStake, Collateral, Config, Error, Event, Hotkeys, Leases, Ledger, Locks, Pallet, Shares,
    Subnets, WeightInfo,
    domain::{Domain, Domains},
    pallet::{ColdkeyRoot, ColdkeySuccessor},
    shares::MAX_HOTKEYS,
    weight_info::MAX_SUBNETS,
};

/// Most positions and rows of collateral that are moved at once.
pub(crate) const MAX_ROWS: u32 = 8_192;
/// Most hotkeys of a coldkey that are moved at once: those that it chose, those that emission added
/// because it owns them, and those that it named for auto-stake. No list is longer.
pub(crate) const MAX_STAKED: u32 = 2 * MAX_HOTKEYS as u32 + MAX_SUBNETS;

/// Rows of a lease that waits: the lease, a share, and a proxy that is of two accounts.
const ROWS_OF_LEASE: u32 = 3;

/// How much of a coldkey there is to move.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct SwapSize {
    /// Subnets to look at, and leases that wait for theirs.
    pub subnets: u32,
    /// Those on which it has something.
    pub touched: u32,
    /// Hotkeys on which it has or may have stake.
    pub staked: u32,
    /// Hotkeys that it owns.
    pub owned: u32,
    /// Positions, rows of collateral, and of leases that wait.
    pub rows: u32,
}

impl SwapSize {
    /// The most that is moved.
    const MAX: Self = Self {
        subnets: MAX_SUBNETS.saturating_mul(2),
        touched: MAX_SUBNETS,
        staked: MAX_STAKED,
        owned: MAX_HOTKEYS as u32,
        rows: MAX_ROWS,
    };

    /// Looks it up.
    pub(crate) fn of<T: Config>(coldkey: &T::AccountId) -> Self {
        let mut size = Self {
            subnets: 0,
            touched: 0,
            staked: Shares::<T>::count_staking_hotkeys(coldkey),
            owned: Hotkeys::<T>::count_owned(coldkey),
            rows: 0,
        };
        for netuid in Subnets::<T>::netuids_with_rows() {
            size.subnets = size.subnets.saturating_add(1);
            let rows = Shares::<T>::count_positions(netuid, coldkey)
                .saturating_add(Collateral::<T>::count_rows(netuid, coldkey));
            size.rows = size.rows.saturating_add(rows);
            if rows > 0 || Self::has_more_than_rows::<T>(netuid, coldkey) {
                size.touched = size.touched.saturating_add(1);
            }
        }
        let (waiting, its) = Leases::<T>::count_waiting(coldkey);
        size.subnets = size.subnets.saturating_add(waiting);
        size.rows = size.rows.saturating_add(its.saturating_mul(ROWS_OF_LEASE));
        size
    }

    fn has_more_than_rows<T: Config>(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        Subnets::<T>::owner(netuid) == *coldkey
            || AutoStake::<T>::destination(coldkey, netuid).is_some()
            || Locks::<T>::get_coldkey_lock(coldkey.clone(), netuid).is_some()
            || Leases::<T>::is_party(netuid, coldkey)
    }

    fn fits(&self) -> bool {
        self.staked <= Self::MAX.staked
            && self.owned <= Self::MAX.owned
            && self.rows <= Self::MAX.rows
    }

    /// Weight of a swap of that size.
    pub(crate) fn weight<T: Config>(&self) -> Weight {
        T::WeightInfo::swap_coldkey(
            self.subnets,
            self.touched,
            self.staked,
            self.owned,
            self.rows,
        )
    }
}

/// Weight of a swap, at most.
pub(crate) fn max_weight_of_coldkey_swap<T: Config>() -> Weight {
    SwapSize::MAX.weight::<T>()
}

/// Coldkeys that give all they have to another.
pub struct ColdkeySwaps<T>(PhantomData<T>);

impl<T: Config> ColdkeySwaps<T> {
    /// Swaps a coldkey that announced it. Weighs what there was to move.
    pub(crate) fn do_swap_announced(
        old: &T::AccountId,
        new: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        Self::check_announced(old, new).map_err(small_failure::<T>)?;
        Self::swap_and_weigh(old, new, TaoBalance::ZERO)
    }

    /// Swaps a coldkey for root, whatever it announced, and lets it pay `cost` rao for that. Weighs
    /// what there was to move.
    pub(crate) fn do_swap(
        old: &T::AccountId,
        new: &T::AccountId,
        cost: TaoBalance,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            cost <= Ledger::<T>::spendable_keep_alive(old),
            small_failure::<T>(Error::NotEnoughBalanceToPaySwapColdKey)
        );
        Self::swap_and_weigh(old, new, cost)
    }

    /// A failure, too, weighs no more than there was to look at: it must not take the room in a
    /// block that the largest swap declares.
    fn swap_and_weigh(
        old: &T::AccountId,
        new: &T::AccountId,
        cost: TaoBalance,
    ) -> DispatchResultWithPostInfo {
        Self::check_keys(old, new).map_err(small_failure::<T>)?;
        let size = SwapSize::of::<T>(old);
        if !size.fits() {
            let weight = T::WeightInfo::look_at_coldkey();
            return Err(Error::<T>::ColdkeySwapTooHeavy.with_weight(weight));
        }
        let weight = size.weight::<T>();
        Domains::<T>::check_coldkey_swap(old, new)
            .and_then(|()| Self::swap(old, new, cost))
            .map_err(|error| error.with_weight(weight))?;
        Ok(Some(weight).into())
    }

    fn check_keys(old: &T::AccountId, new: &T::AccountId) -> Result<(), Error<T>> {
        ensure!(
            ![old, new].into_iter().any(Self::is_of_the_chain),
            Error::CannotUseSystemAccount
        );
        ensure!(old != new, Error::ColdKeyAlreadyAssociated);
        Ok(())
    }

    /// Whether an account is one that nobody has the key of.
    fn is_of_the_chain(account: &T::AccountId) -> bool {
        Hotkeys::<T>::is_system_account(account)
            || *account == Subnets::<T>::registration_escrow()
            || *account == T::BurnAccountId::get().into_account_truncating()
    }

    /// Moves everything, after all checks.
    fn swap(old: &T::AccountId, new: &T::AccountId, cost: TaoBalance) -> DispatchResult {
        if !cost.is_zero() {
            Ledger::<T>::recycle_tao(old, cost)?;
        }
        Ledger::<T>::move_spendable(old, new)?;
        Domains::<T>::swap_coldkey(old, new);
        Self::record_successor(old, new);
        Self::forget_announcement(old);
        Pallet::<T>::deposit_event(Event::ColdkeySwapped {
            old_coldkey: old.clone(),
            new_coldkey: new.clone(),
        });
        Ok(())
    }

    /// Whether a coldkey has given all it had to another, and was not swapped to since.
    pub(super) fn has_successor(coldkey: &T::AccountId) -> bool {
        ColdkeySuccessor::<T>::contains_key(coldkey)
    }

    /// Remembers which coldkey followed which (spec 90 §20.1). The new one is the last of its line
    /// from now on, whatever it was swapped to before, so that no line closes to a ring.
    fn record_successor(old: &T::AccountId, new: &T::AccountId) {
        let root = ColdkeyRoot::<T>::get(old).unwrap_or_else(|| old.clone());
        ColdkeySuccessor::<T>::remove(new);
        ColdkeySuccessor::<T>::insert(old, new);
        ColdkeyRoot::<T>::insert(new, root);
    }
}

impl<T: Config> Domain<T> for ColdkeySwaps<T> {
    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_lines()?;
        Self::check_disputes()
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> ColdkeySwaps<T> {
    /// Every line of coldkeys ends with one that was not swapped since, and what has a beginning
    /// was swapped to.
    fn check_lines() -> Result<(), sp_runtime::TryRuntimeError> {
        let successors: alloc::collections::BTreeMap<_, _> =
            ColdkeySuccessor::<T>::iter().collect();
        for first in successors.keys() {
            let mut steps = 0usize;
            let mut last = first;
            while let Some(next) = successors.get(last) {
                steps = steps.saturating_add(1);
                ensure!(steps <= successors.len(), "a line of coldkeys has no end");
                last = next;
            }
            ensure!(
                ColdkeyRoot::<T>::contains_key(last),
                "a coldkey was swapped to that has no beginning"
            );
            ensure!(
                !Self::is_of_the_chain(last),
                "a line of coldkeys ends at an account without a key"
            );
        }
        Ok(())
    }
}
