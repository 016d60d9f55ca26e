//! What was measured of this runtime, by scripts/bench-weights.sh, which writes these files.

pub(crate) mod database;
