//! Which calls may be dispatched at all (spec 60 §7.4), and which remain in safe mode (§6.4).

use frame_support::traits::Contains;

use crate::{RuntimeCall, calls::batches_are_flat};

/// Refuses batches inside batches.
pub struct NoNestedBatches;

impl Contains<RuntimeCall> for NoNestedBatches {
    fn contains(call: &RuntimeCall) -> bool {
        batches_are_flat(call)
    }
}

/// Calls that work while the chain is in safe mode.
pub struct SafeModeWhitelist;

impl Contains<RuntimeCall> for SafeModeWhitelist {
    fn contains(call: &RuntimeCall) -> bool {
        matches!(
            call,
            RuntimeCall::System(_)
                | RuntimeCall::Timestamp(_)
                | RuntimeCall::Sudo(_)
                | RuntimeCall::Multisig(_)
                | RuntimeCall::SafeMode(_)
                // An inherent: a block without it would still be valid, one in which it fails would
                // not.
                | RuntimeCall::MevShield(pallet_shield::Call::announce_next_key { .. })
                | RuntimeCall::SubtensorModule(
                    pallet_subtensor::Call::set_weights { .. }
                        | pallet_subtensor::Call::serve_axon { .. },
                )
                | RuntimeCall::Commitments(pallet_commitments::Call::set_commitment { .. })
        )
    }
}
