//! Which rounds are kept: contiguous ones, the newest at the end (spec 40 §9.3).

#[cfg(test)]
mod tests;

use frame_support::ensure;
use subtensor_timelock::{Beacon, SIGNATURE_BYTES};

use crate::{
    Config, Error, MAX_KEPT_PULSES, MAX_REMOVED_PULSES, Pallet, Pulse, RoundNumber,
    beacon::signature_of,
    pallet::{BeaconConfig, ForgottenRounds, LastStoredRound, OldestStoredRound, Pulses},
};

/// The rounds from the oldest to the newest. There is none in it while the oldest is above the
/// newest: then the oldest says which comes next. While both are 0, any may come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Window {
    /// The oldest round.
    pub oldest: RoundNumber,
    /// The newest.
    pub last: RoundNumber,
}

impl Window {
    /// What waits for its first round, whichever that is.
    const OPEN: Self = Self { oldest: 0, last: 0 };

    /// The window of the chain.
    pub(crate) fn stored<T: Config>() -> Self {
        Self {
            oldest: OldestStoredRound::<T>::get(),
            last: LastStoredRound::<T>::get(),
        }
    }

    fn store<T: Config>(self) {
        OldestStoredRound::<T>::put(self.oldest);
        LastStoredRound::<T>::put(self.last);
    }

    pub(crate) fn is_open(self) -> bool {
        self == Self::OPEN
    }

    /// How many pulses the window lacks until it holds that round, 1 for the one that comes next.
    /// None for rounds that cannot come any more.
    pub(crate) fn steps_to(self, round: RoundNumber) -> Option<u64> {
        if self.is_open() {
            return (round > 0).then_some(1);
        }
        round.checked_sub(self.last).filter(|steps| *steps > 0)
    }

    pub(crate) fn contains(self, round: RoundNumber) -> bool {
        !self.is_open() && (self.oldest..=self.last).contains(&round)
    }

    /// Rounds in it.
    pub(crate) fn len(self) -> u64 {
        if self.is_open() {
            return 0;
        }
        let steps = self.last.checked_sub(self.oldest);
        steps.map_or(0, |steps| steps.saturating_add(1))
    }

    /// The window with one more round.
    fn with(self, round: RoundNumber) -> Self {
        Self {
            oldest: if self.is_open() { round } else { self.oldest },
            last: round,
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Stores consecutive pulses and removes what is too old. Gives back how many are removed.
    ///
    /// Errors, for the first pulse that has one: `InvalidRoundNumber` if it is not the next one;
    /// `PulseVerificationError` if the beacon has not signed it.
    pub(crate) fn store_pulses(pulses: &[Pulse]) -> Result<u32, Error<T>> {
        let beacon = BeaconConfig::<T>::get();
        let mut window = Window::stored::<T>();
        for pulse in pulses {
            ensure!(
                window.steps_to(pulse.round) == Some(1),
                Error::<T>::InvalidRoundNumber
            );
            ensure!(
                beacon.has_signed::<T::Curve>(pulse),
                Error::<T>::PulseVerificationError
            );
            window = window.with(pulse.round);
        }
        for pulse in pulses {
            Pulses::<T>::insert(pulse.round, pulse);
        }
        let removed = Self::prune(&mut window);
        window.store::<T>();
        Ok(removed)
    }

    /// Removes rounds beyond the number that is kept, then some of those that are forgotten. Gives
    /// back how many it looked at, at most [`MAX_REMOVED_PULSES`].
    fn prune(window: &mut Window) -> u32 {
        let mut removed = 0;
        while window.len() > MAX_KEPT_PULSES && removed < MAX_REMOVED_PULSES {
            Pulses::<T>::remove(window.oldest);
            window.oldest = window.oldest.saturating_add(1);
            removed = removed.saturating_add(1);
        }
        let Some((mut first, last)) = ForgottenRounds::<T>::get() else {
            return removed;
        };
        while removed < MAX_REMOVED_PULSES {
            if !window.contains(first) {
                Pulses::<T>::remove(first);
            }
            removed = removed.saturating_add(1);
            match first.checked_add(1).filter(|next| *next <= last) {
                Some(next) => first = next,
                None => {
                    ForgottenRounds::<T>::kill();
                    return removed;
                }
            }
        }
        ForgottenRounds::<T>::put((first, last));
        removed
    }

    /// Forgets all rounds, as those of another beacon. Whichever comes next is the first.
    pub(crate) fn forget_all() {
        let window = Window::stored::<T>();
        Self::forget(window);
        Window::OPEN.store::<T>();
    }

    /// Forgets the rounds below `oldest`. If those are all of them, `oldest` comes next, whatever
    /// is between.
    ///
    /// Errors: `InvalidRoundNumber` for 0, which is no round, and for one below those that are
    /// kept.
    pub(crate) fn begin_at(oldest: RoundNumber) -> Result<(), Error<T>> {
        let window = Window::stored::<T>();
        let before = oldest
            .checked_sub(1)
            .ok_or(Error::<T>::InvalidRoundNumber)?;
        let is_empty = window.len() == 0;
        ensure!(
            is_empty || oldest >= window.oldest,
            Error::<T>::InvalidRoundNumber
        );
        Self::forget(Window {
            last: window.last.min(before),
            ..window
        });
        let last = if is_empty {
            before
        } else {
            window.last.max(before)
        };
        Window { oldest, last }.store::<T>();
        Ok(())
    }

    /// Leaves these rounds to be removed with the next pulses, as they are too many to remove at
    /// once.
    fn forget(rounds: Window) {
        if rounds.len() == 0 {
            return;
        }
        let (first, last) = ForgottenRounds::<T>::get().unwrap_or((rounds.oldest, rounds.last));
        ForgottenRounds::<T>::put((first.min(rounds.oldest), last.max(rounds.last)));
    }

    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_window() -> Result<(), sp_runtime::TryRuntimeError> {
        let window = Window::stored::<T>();
        ensure!(
            window.oldest <= window.last.saturating_add(1),
            "the oldest round is beyond the next"
        );
        ensure!(
            window.oldest > 0 || window.is_open(),
            "a newest round without an oldest"
        );
        ensure!(window.len() <= MAX_KEPT_PULSES, "too many rounds");
        if window.len() > 0 {
            ensure!(
                Pulses::<T>::contains_key(window.oldest),
                "the oldest round is not stored"
            );
            let newest = Pulses::<T>::get(window.last).ok_or("the newest round is not stored")?;
            ensure!(
                newest.round == window.last
                    && BeaconConfig::<T>::get().has_signed::<T::Curve>(&newest),
                "the newest pulse is not the beacon's"
            );
        }
        let forgotten = ForgottenRounds::<T>::get();
        ensure!(
            Pulses::<T>::iter_keys().all(|round| window.contains(round)
                || forgotten.is_some_and(|(first, last)| (first..=last).contains(&round))),
            "a round is stored that is neither kept nor forgotten"
        );
        Ok(())
    }
}

impl<T: Config> Beacon for Pallet<T> {
    fn last_round() -> u64 {
        LastStoredRound::<T>::get()
    }

    fn signature(round: u64) -> Option<[u8; SIGNATURE_BYTES]> {
        // What is forgotten may still be stored.
        if !Window::stored::<T>().contains(round) {
            return None;
        }
        signature_of(&Pulses::<T>::get(round)?)
    }
}
