//! When the worker runs, and what it says about it: one run at a time, not with every block of a
//! fast chain, seldom while nobody answers, and a line in the log only when that changes.

use alloc::string::String;
use codec::{Decode, Encode};
use sp_runtime::offchain::storage::StorageValueRef;

/// Key of persistent off-chain storage under which the worker keeps when it runs next. A node
/// clears it when it starts.
pub const WORKER_KEY: &[u8] = b"drand/worker";

/// Milliseconds after which a run that did not end holds back the next one no longer. No run takes
/// so long.
const LONGEST_RUN_MS: u64 = 60_000;
/// Milliseconds between two runs.
const PAUSE_MS: u64 = 1_000;
/// Milliseconds until another try after a run that failed.
const RETRY_MS: u64 = 10_000;

/// What one run leaves to the next.
#[derive(Clone, Copy, Decode, Default, Encode)]
struct State {
    /// When the next run may begin, in Unix milliseconds.
    next_at: u64,
    /// Whether the last run failed.
    is_failing: bool,
}

/// The right to run.
pub(super) struct Turn {
    was_failing: bool,
}

impl Turn {
    /// Takes the right to run, unless somebody has it or had it a moment ago.
    pub(super) fn take() -> Option<Self> {
        let now = sp_io::offchain::timestamp().into();
        let taken = storage().mutate(|state: Result<Option<State>, _>| {
            let state = state.ok().flatten().unwrap_or_default();
            // A clock that was set back would wait longer than there is a reason for.
            let waits = (1..=LONGEST_RUN_MS).contains(&state.next_at.saturating_sub(now));
            (!waits)
                .then_some(State {
                    next_at: now.saturating_add(LONGEST_RUN_MS),
                    ..state
                })
                .ok_or(())
        });
        let was_failing = taken.ok()?.is_failing;
        Some(Self { was_failing })
    }

    /// Gives the right back, with what came of it.
    pub(super) fn end(self, outcome: Result<(), String>) {
        let is_failing = outcome.is_err();
        match (outcome, self.was_failing) {
            (Ok(()), false) => {}
            (Ok(()), true) => log::info!(target: "drand", "pulses arrive again"),
            (Err(error), false) => {
                log::warn!(target: "drand", "no pulses: {error}. Trying again without more words");
            }
            (Err(error), true) => log::debug!(target: "drand", "no pulses: {error}"),
        }
        let pause = if is_failing { RETRY_MS } else { PAUSE_MS };
        let now: u64 = sp_io::offchain::timestamp().into();
        storage().set(&State {
            next_at: now.saturating_add(pause),
            is_failing,
        });
    }
}

fn storage() -> StorageValueRef<'static> {
    StorageValueRef::persistent(WORKER_KEY)
}
