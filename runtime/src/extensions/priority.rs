//! In which order the pool hands transactions out, and which it drops when it is full: calls
//! without a fee behind those with one, what the chain needs before both; within a class by the
//! tip. The public network gives every ordinary transaction the priority 1, so that a flood drops
//! whatever is oldest.

#[cfg(test)]
mod tests;

use frame_support::dispatch::{DispatchClass, Pays};
use sp_runtime::transaction_validity::TransactionPriority;

use crate::Balance;

/// Priority of what has a fee.
const PAID: TransactionPriority = 2_000_000_000;
/// Priority of operational extrinsics.
const OPERATIONAL: TransactionPriority = 10_000_000_000;
/// A higher tip buys nothing more: 1 TAO, in rao.
pub const MAX_TIP: Balance = 1_000_000_000;

/// Priority of a transaction with a tip in rao, before its place in the queue of its account.
pub fn priority_of(class: DispatchClass, pays: Pays, tip: Balance) -> TransactionPriority {
    let base = match (class, pays) {
        (DispatchClass::Operational, _) => OPERATIONAL,
        (DispatchClass::Normal | DispatchClass::Mandatory, Pays::Yes) => PAID,
        (DispatchClass::Normal | DispatchClass::Mandatory, Pays::No) => 0,
    };
    base.saturating_add(tip.min(MAX_TIP))
}
