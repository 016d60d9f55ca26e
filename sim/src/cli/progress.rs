//! A bar for those who wait.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Time after which somebody waits.
const PATIENCE: Duration = Duration::from_secs(1);

/// Epochs that are played. Nothing is drawn in the first second, or where nobody looks.
pub(super) struct Progress {
    begun: Instant,
    epochs: u64,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn new(epochs: u32) -> Self {
        Self {
            begun: Instant::now(),
            epochs: epochs.into(),
            bar: None,
        }
    }

    /// So many are played.
    pub(super) fn at(&mut self, epoch: u32) {
        if self.bar.is_none() && epoch.is_multiple_of(16) && self.begun.elapsed() > PATIENCE {
            let bar = ProgressBar::new(self.epochs);
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} epochs, {eta} left");
            self.bar = Some(match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            });
        }
        if let Some(bar) = &self.bar {
            bar.set_position(epoch.into());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
