//! Durations and what is made of many of them.

use std::time::{Duration, Instant};

/// Runs something once.
pub(crate) fn time<R>(run: impl FnOnce() -> R) -> (R, Duration) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed())
}

/// The middle one of some durations.
pub(crate) fn median(mut durations: Vec<Duration>) -> Duration {
    durations.sort_unstable();
    let middle = durations.len() / 2;
    durations.get(middle).copied().unwrap_or_default()
}

/// The average of some durations.
pub(crate) fn mean(durations: &[Duration]) -> Duration {
    let count = u32::try_from(durations.len()).unwrap_or(u32::MAX).max(1);
    durations.iter().sum::<Duration>() / count
}

pub(crate) fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

pub(crate) fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}
