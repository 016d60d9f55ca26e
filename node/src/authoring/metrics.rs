//! What became of the encrypted transactions that this author took into its blocks.

use substrate_prometheus_endpoint::{Counter, PrometheusError, Registry, U64, register};

/// Counts ciphertexts.
#[derive(Clone)]
pub(crate) struct ShieldMetrics {
    opened: Counter<U64>,
    failed: Counter<U64>,
}

impl ShieldMetrics {
    /// Registers them.
    ///
    /// Errors: one of the names is taken.
    pub(crate) fn new(registry: &Registry) -> Result<Self, PrometheusError> {
        let counter = |name: &str, help: &str| register(Counter::new(name, help)?, registry);
        Ok(Self {
            opened: counter(
                "subtensor_shield_opened_total",
                "Ciphertexts that this author opened and that held a signed transaction",
            )?,
            failed: counter(
                "subtensor_shield_failed_total",
                "Ciphertexts to this author that did not open, or held something else",
            )?,
        })
    }

    /// Counts a ciphertext that held a signed transaction, or did not.
    pub(super) fn note(&self, opened: bool) {
        if opened {
            self.opened.inc();
        } else {
            self.failed.inc();
        }
    }
}
