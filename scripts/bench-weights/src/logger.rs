//! Shows what the runtime complains of, such as the place of a panic.

use log::{LevelFilter, Log, Metadata, Record};

struct ToStderr;

impl Log for ToStderr {
    fn enabled(&self, metadata: &Metadata) -> bool {
        metadata.level() <= log::max_level()
    }

    fn log(&self, record: &Record) {
        if self.enabled(record.metadata()) {
            eprintln!("{}: {}", record.target(), record.args());
        }
    }

    fn flush(&self) {}
}

/// Lets errors through from here on.
pub(crate) fn start() {
    // Somebody who was first would show them as well.
    if log::set_logger(&ToStderr).is_ok() {
        log::set_max_level(LevelFilter::Error);
    }
}
