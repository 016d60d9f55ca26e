//! The unit of weights and their bounds (spec 50 §5.1).

/// A weight of 1, in parts.
pub const WEIGHT_ONE: u64 = 1_000_000_000_000_000_000;
/// Equal weights, in parts.
pub const HALF_WEIGHT: u64 = 500_000_000_000_000_000;
/// Smallest weight either side may have, in parts.
pub const MIN_WEIGHT: u64 = 10_000_000_000_000_000;
