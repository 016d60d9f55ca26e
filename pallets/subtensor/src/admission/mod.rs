//! Which calls may enter the pool or a block, and what they weigh beforehand (spec 40 §12, 60
//! §7.3).

mod precheck;
pub mod storage;
mod undue;

use core::marker::PhantomData;

/// What may enter the pool and a block.
pub struct Admission<T>(PhantomData<T>);
