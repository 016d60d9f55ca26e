//! Which calls may be dispatched at all (spec 60 §7.4), and which remain in safe mode (§6.4).

use codec::{DecodeLimit, Encode};
use frame_support::traits::Contains;

use crate::RuntimeCall;

/// Refuses batches directly inside batches.
pub struct NoNestedBatches;

fn items_of_batch(call: &RuntimeCall) -> Option<&[RuntimeCall]> {
    match call {
        RuntimeCall::Utility(
            pallet_utility::Call::batch { calls }
            | pallet_utility::Call::batch_all { calls }
            | pallet_utility::Call::force_batch { calls },
        ) => Some(calls),
        _ => None,
    }
}

impl Contains<RuntimeCall> for NoNestedBatches {
    fn contains(call: &RuntimeCall) -> bool {
        items_of_batch(call)
            .is_none_or(|items| items.iter().all(|item| items_of_batch(item).is_none()))
    }
}

/// Most levels of calls within calls that the pool accepts.
const MAX_CALL_DEPTH: u32 = 8;

/// Whether a call may enter the pool or a block that we make: calls nested too deep cost every node more than they pay
/// for.
pub fn is_shallow(call: &RuntimeCall) -> bool {
    RuntimeCall::decode_all_with_depth_limit(MAX_CALL_DEPTH, &mut &call.encode()[..]).is_ok()
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
                // An inherent: a block without it would still be valid, one in which it fails would not.
                | RuntimeCall::MevShield(pallet_shield::Call::announce_next_key { .. })
                | RuntimeCall::SubtensorModule(
                    pallet_subtensor::Call::set_weights { .. }
                        | pallet_subtensor::Call::serve_axon { .. },
                )
        )
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    fn remark() -> RuntimeCall {
        RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
    }

    fn batch(calls: alloc::vec::Vec<RuntimeCall>) -> RuntimeCall {
        RuntimeCall::Utility(pallet_utility::Call::batch_all { calls })
    }

    #[test]
    fn calls_may_be_nested_eight_deep() {
        let nested = |levels| (0..levels).fold(remark(), |call, _| batch(vec![call]));
        assert!(is_shallow(&nested(0)));
        assert!(is_shallow(&nested(8)));
        assert!(!is_shallow(&nested(9)));
    }

    #[test]
    fn a_batch_may_hold_calls_but_no_batch() {
        assert!(NoNestedBatches::contains(&remark()));
        assert!(NoNestedBatches::contains(&batch(vec![remark(), remark()])));
        assert!(!NoNestedBatches::contains(&batch(vec![
            remark(),
            batch(vec![])
        ])));
    }
}
