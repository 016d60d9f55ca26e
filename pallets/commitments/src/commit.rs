//! Publishing a commitment (spec 40 §10.3).

use core::cmp::Ordering;

use frame_support::{
    ensure,
    traits::{Get, ReservableCurrency},
};
use sp_runtime::{
    DispatchResult,
    traits::{Saturating, Zero},
};
use subtensor_primitives::NetUid;
use subtensor_timelock::Beacon;

use crate::{
    BalanceOf, CommitmentOf, Config, Error, Event, LastBondsReset, LastCommitment, MaxSpace,
    Pallet, Subnets, TimelockChanges, UsedSpaceOf,
    reveal::look_again_at,
    types::{CommitmentInfo, Data, Registration, UsageTracker},
};

/// Bytes that a commitment takes at the least.
const MIN_SPACE: u32 = 100;

impl<T: Config> Pallet<T> {
    /// What keeps a hotkey from publishing something, but for the currency: every check of
    /// `set_commitment`, for the pool. Returns what the hotkey will have used of its epoch.
    ///
    /// Errors, in order: `AccountNotAllowedCommit`, `TooManyFieldsInCommitmentInfo`,
    /// `TimelockRevealFailedNotAllowed`, `SpaceLimitExceeded`.
    pub fn check_commitment(
        who: &T::AccountId,
        netuid: NetUid,
        info: &CommitmentInfo<T::MaxFields>,
    ) -> Result<UsageTracker, Error<T>> {
        ensure!(
            T::Subnets::is_registered(netuid, who),
            Error::AccountNotAllowedCommit
        );
        // The bound of the list makes a longer one undecodable.
        ensure!(
            info.fields.len() <= T::MaxFields::get() as usize,
            Error::TooManyFieldsInCommitmentInfo
        );
        let claims_failure = |field: &Data| matches!(field, Data::TimelockRevealFailed { .. });
        ensure!(
            !info.fields.iter().any(claims_failure),
            Error::TimelockRevealFailedNotAllowed
        );
        let epoch = T::Subnets::epoch(netuid);
        let used = UsedSpaceOf::<T>::get(netuid, who)
            .filter(|usage| usage.last_epoch == epoch)
            .map_or(0, |usage| usage.used_space);
        let used_space = used.saturating_add(info.bytes().max(MIN_SPACE).into());
        ensure!(
            used_space <= MaxSpace::<T>::get().into(),
            Error::SpaceLimitExceeded
        );
        Ok(UsageTracker {
            last_epoch: epoch,
            used_space,
        })
    }

    /// Publishes what has been checked.
    ///
    /// Errors: those of the currency, `UnexpectedUnreserveLeftover`.
    pub(crate) fn commit(
        who: T::AccountId,
        netuid: NetUid,
        info: CommitmentInfo<T::MaxFields>,
        usage: UsageTracker,
    ) -> DispatchResult {
        let old = CommitmentOf::<T>::get(netuid, &who);
        let fields = (info.fields.len() as u32).into();
        let deposit =
            T::InitialDeposit::get().saturating_add(T::FieldDeposit::get().saturating_mul(fields));
        let reserved = old.as_ref().map_or(Zero::zero(), |old| old.deposit);
        Self::change_deposit(&who, reserved, deposit)?;

        let now = frame_system::Pallet::<T>::block_number();
        if info.resets_bonds() {
            LastBondsReset::<T>::insert(netuid, &who, now);
            T::Subnets::reset_bonds(netuid, &who);
        }
        UsedSpaceOf::<T>::insert(netuid, &who, usage);
        LastCommitment::<T>::insert(netuid, &who, now);

        if info.is_sealed() != old.is_some_and(|old| old.info.is_sealed()) {
            TimelockChanges::<T>::append((netuid, &who));
        }
        let newest = T::Beacon::last_round();
        info.rounds()
            .for_each(|round| look_again_at::<T>(round, newest));
        let first_round = info.rounds().next();
        let registration = Registration {
            deposit,
            block: now,
            info,
        };
        CommitmentOf::<T>::insert(netuid, &who, registration);
        Self::deposit_event(match first_round {
            Some(reveal_round) => Event::TimelockCommitment {
                netuid,
                who,
                reveal_round,
            },
            None => Event::Commitment { netuid, who },
        });
        Ok(())
    }

    fn change_deposit(who: &T::AccountId, old: BalanceOf<T>, new: BalanceOf<T>) -> DispatchResult {
        match new.cmp(&old) {
            Ordering::Greater => T::Currency::reserve(who, new.saturating_sub(old)),
            Ordering::Less => {
                let missing = T::Currency::unreserve(who, old.saturating_sub(new));
                ensure!(missing.is_zero(), Error::<T>::UnexpectedUnreserveLeftover);
                Ok(())
            }
            Ordering::Equal => Ok(()),
        }
    }
}
