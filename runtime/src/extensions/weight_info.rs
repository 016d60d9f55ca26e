//! Weights of what extensions of ours look at, of which pallets know nothing: put together of what
//! was measured (`measured`).

mod measured;

use frame_support::weights::Weight;

use crate::Runtime;

/// The rules on nested calls, where the calls stand on so many levels in sum: each has cost a level
/// what it cost one that stands on the second.
pub(super) fn nested_calls(levels: u64) -> Weight {
    let of_call =
        measured::nested_calls::<Runtime>(1).saturating_sub(measured::nested_calls::<Runtime>(0));
    of_call.saturating_mul(levels)
}

/// Looking up who may send a call before others.
pub(super) fn entitlement() -> Weight {
    measured::entitlement::<Runtime>()
}

/// Looking up whether an account pays for its delegate, and one for which that account acts.
pub(super) fn real_payer() -> Weight {
    measured::real_payer::<Runtime>()
}

/// Looking up the owner of a hotkey and its balance.
pub(super) fn owner_payer() -> Weight {
    measured::owner_payer::<Runtime>()
}
