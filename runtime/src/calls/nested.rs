//! Calls within calls: how deep they may be nested, and that batches hold no batches (spec 60 §7.4,
//! §21 A10).

#[cfg(test)]
mod tests;

use frame_support::traits::IsType;
use pallet_crowdloan::Call as Crowdloan;
use pallet_multisig::Call as Multisig;
use pallet_scheduler::Call as Scheduler;
use pallet_subtensor_proxy::Call as Proxy;
use pallet_sudo::Call as Sudo;
use pallet_utility::Call as Utility;

use crate::{Runtime, RuntimeCall, guard::GuardedCall};

/// Most levels of calls within calls. Deeper ones cost every node more than they pay for.
pub const MAX_CALL_DEPTH: u32 = 8;

/// The calls that a call holds: in two fields, or in a list.
type Held<'a> = ([Option<&'a RuntimeCall>; 2], &'a [GuardedCall]);

fn one<C: IsType<RuntimeCall>>(call: &C) -> Held<'_> {
    ([Some(call.into_ref()), None], &[])
}

/// The calls that a call holds in its arguments, without those that they hold in turn.
pub fn held_by(call: &RuntimeCall) -> impl Iterator<Item = &RuntimeCall> {
    let (fields, list) = match call {
        RuntimeCall::Utility(call) => held_by_utility(call),
        RuntimeCall::Sudo(
            Sudo::sudo { call }
            | Sudo::sudo_unchecked_weight { call, .. }
            | Sudo::sudo_as { call, .. },
        ) => one(&**call),
        RuntimeCall::Multisig(
            Multisig::as_multi { call, .. } | Multisig::as_multi_threshold_1 { call, .. },
        ) => one(&**call),
        RuntimeCall::Proxy(Proxy::proxy { call, .. } | Proxy::proxy_announced { call, .. }) => {
            one(&**call)
        }
        RuntimeCall::Scheduler(
            Scheduler::schedule { call, .. }
            | Scheduler::schedule_named { call, .. }
            | Scheduler::schedule_after { call, .. }
            | Scheduler::schedule_named_after { call, .. },
        ) => one(&**call),
        RuntimeCall::Crowdloan(Crowdloan::create {
            call: Some(call), ..
        }) => one(&**call),
        _ => Default::default(),
    };
    let list = list.iter().map(IsType::into_ref);
    fields.into_iter().flatten().chain(list)
}

fn held_by_utility(call: &Utility<Runtime>) -> Held<'_> {
    match call {
        Utility::batch { calls }
        | Utility::batch_all { calls }
        | Utility::force_batch { calls } => (Default::default(), calls),
        Utility::if_else { main, fallback } => {
            ([main, fallback].map(|call| Some((**call).into_ref())), &[])
        }
        Utility::as_derivative { call, .. }
        | Utility::dispatch_as { call, .. }
        | Utility::dispatch_as_fallible { call, .. }
        | Utility::with_weight { call, .. } => one(&**call),
        Utility::__Ignore(_, never) => match *never {},
    }
}

/// Whether a call is nested at most so deep as a transaction may be.
pub fn is_shallow(call: &RuntimeCall) -> bool {
    fits(call, MAX_CALL_DEPTH)
}

fn fits(call: &RuntimeCall, levels: u32) -> bool {
    held_by(call).all(|held| {
        levels
            .checked_sub(1)
            .is_some_and(|levels| fits(held, levels))
    })
}

/// The sum of the levels on which the calls within a call stand: how often the rules on nested
/// calls, each of which may look at all that a call holds, come across one. What is too deep, and
/// therefore refused, is not counted.
pub fn levels_of(call: &RuntimeCall) -> u64 {
    levels_below(call, 0)
}

fn levels_below(call: &RuntimeCall, level: u32) -> u64 {
    let level = level.saturating_add(1);
    if level > MAX_CALL_DEPTH {
        return 0;
    }
    held_by(call).fold(0, |sum: u64, held| {
        sum.saturating_add(u64::from(level))
            .saturating_add(levels_below(held, level))
    })
}

/// How many calls a call holds, at any depth but too deep.
pub fn count_within(call: &RuntimeCall) -> u64 {
    count_below(call, MAX_CALL_DEPTH)
}

fn count_below(call: &RuntimeCall, levels: u32) -> u64 {
    let Some(levels) = levels.checked_sub(1) else {
        return 0;
    };
    held_by(call).fold(0, |sum: u64, held| {
        sum.saturating_add(1)
            .saturating_add(count_below(held, levels))
    })
}

fn is_batch(call: &RuntimeCall) -> bool {
    matches!(
        call,
        RuntimeCall::Utility(
            Utility::batch { .. } | Utility::batch_all { .. } | Utility::force_batch { .. }
        )
    )
}

/// Whether `call`, if it is a batch, holds no other, not even within other calls of Utility. A
/// batch that another account runs, through a proxy for instance, is that account's.
pub fn batches_are_flat(call: &RuntimeCall) -> bool {
    !is_batch(call) || !holds_batch(call)
}

fn holds_batch(call: &RuntimeCall) -> bool {
    matches!(call, RuntimeCall::Utility(_))
        && held_by(call).any(|held| is_batch(held) || holds_batch(held))
}
