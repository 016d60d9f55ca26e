//! Deterministic binary fixed-point numbers as they appear in storage: one
//! field `bits`, 32 or 64 fractional bits. Every operation is saturating or
//! checked; products and quotients use a wide exact intermediate, so the only
//! error is the final truncation (spec 10 §3.2, spec 50 §3).
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod convert;
pub mod q120;
mod signed;
mod unsigned;
mod wide;

pub use convert::Fixed;
pub use signed::{I32F32, I64F64, I96F32};
pub use unsigned::{U64F64, U96F32};
pub use wide::{Wide, full_mul, mul_div_u64, mul_div_u128};

#[cfg(test)]
mod tests;
