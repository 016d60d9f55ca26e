//! What holds between blocks, for `try_state` (spec 40 §2).

use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::ReservableCurrency};
use sp_runtime::{
    TryRuntimeError,
    traits::{Saturating, Zero},
};

use crate::{
    BalanceOf, CommitmentOf, Config, NextRevealRound, Pallet, RevealedCommitments, TimelockChanges,
    TimelockRevealCursor, TimelockedIndex, UsedSpaceOf, reveal::MAX_REVEALED,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn check_all() -> Result<(), TryRuntimeError> {
        Self::check_index()?;
        Self::check_lists()?;
        Self::check_deposits()
    }

    /// I11: the index has who is sealed, but for those whose change the hook has not seen. Whoever
    /// is in it has the hook's attention.
    fn check_index() -> Result<(), TryRuntimeError> {
        let mut index = TimelockedIndex::<T>::get();
        let mut sealed: BTreeSet<_> = CommitmentOf::<T>::iter()
            .filter(|(_, _, commitment)| commitment.info.is_sealed())
            .map(|(netuid, who, _)| (netuid, who))
            .collect();
        ensure!(
            sealed.is_empty()
                || NextRevealRound::<T>::exists()
                || TimelockRevealCursor::<T>::exists(),
            "something is sealed, but the hook waits for no round"
        );
        for change in TimelockChanges::<T>::get() {
            index.remove(&change);
            sealed.remove(&change);
        }
        ensure!(index == sealed, "the index is not who is sealed");
        Ok(())
    }

    /// I12, and the part of I13 that stays true when root lowers the limit: nothing is stored that
    /// was not used.
    fn check_lists() -> Result<(), TryRuntimeError> {
        for (_, _, notes) in RevealedCommitments::<T>::iter() {
            ensure!(
                (1..=MAX_REVEALED).contains(&notes.len()),
                "a hotkey has too many notes, or an empty list of them"
            );
        }
        for (netuid, who, _) in CommitmentOf::<T>::iter() {
            ensure!(
                UsedSpaceOf::<T>::get(netuid, who).is_some_and(|usage| usage.used_space > 0),
                "a commitment has taken no space"
            );
        }
        Ok(())
    }

    /// I14: deposits are reserved.
    fn check_deposits() -> Result<(), TryRuntimeError> {
        let mut deposits = BTreeMap::<T::AccountId, BalanceOf<T>>::new();
        for (_, who, commitment) in CommitmentOf::<T>::iter() {
            let sum = deposits.entry(who).or_insert_with(Zero::zero);
            *sum = sum.saturating_add(commitment.deposit);
        }
        for (who, sum) in deposits {
            ensure!(
                T::Currency::reserved_balance(&who) >= sum,
                "less is reserved than the deposits"
            );
        }
        Ok(())
    }
}
