//! Measured by scripts/bench-weights.sh, which writes this file: 20_000 reads and
//! 30 blocks of 200 writes, on AMD EPYC, 2026-11-28.

use frame_support::{parameter_types, weights::RuntimeDbWeight};

parameter_types! {
    /// What an access to the state takes in the node's database, in picoseconds.
    pub const MeasuredDbWeight: RuntimeDbWeight = RuntimeDbWeight {
        read: 4_300_000,
        write: 26_400_000,
    };
}
