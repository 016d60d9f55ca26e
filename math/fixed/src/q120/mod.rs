//! Exponentials and logarithms in Q8.120: `u128` that count 2^-120, in the
//! plain order: reduce by powers of two and by eighths, then a short series.
//!
//! Every step rounds down and no coefficient is negative, so each function is
//! monotone in its argument, also where the reduction changes (spec 50 §5.1).

mod exp;
mod ln;
mod number;

pub use exp::{EXP_ERROR, exp, exp_neg};
pub use ln::{Operand, ln};
pub use number::{FRAC, ONE};

#[cfg(test)]
mod tests;
