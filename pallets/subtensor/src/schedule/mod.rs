//! The schedule of a subnet: its tempo, when its epoch is due, and when its owner may change nothing (spec 10 §12, §19.1).

mod domain;
mod due;
pub mod storage;
mod tempo;

use crate::Config;
use core::marker::PhantomData;

/// When epochs run.
pub struct Schedule<T>(PhantomData<T>);

impl<T: Config> Schedule<T> {
    /// Number of the current block.
    pub fn current_block() -> u64 {
        use sp_runtime::traits::UniqueSaturatedInto;
        frame_system::Pallet::<T>::block_number().unique_saturated_into()
    }
}
