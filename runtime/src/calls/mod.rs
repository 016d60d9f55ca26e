//! What the calls of the runtime are: what each does for the account that signs it, and which other
//! calls it holds.

mod kinds;
mod nested;

pub use kinds::{Kind, Listed, all_calls, kind_of};
pub use nested::{MAX_CALL_DEPTH, batches_are_flat, count_within, held_by, is_shallow, levels_of};

#[cfg(test)]
pub(crate) use kinds::TABLE;
