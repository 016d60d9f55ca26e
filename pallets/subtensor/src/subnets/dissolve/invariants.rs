//! What holds between blocks while subnets are dissolved, for `try_state`.

use frame_support::ensure;
use sp_runtime::TryRuntimeError;

use crate::{
    Config, Dissolution, Subnets,
    pallet::{CurrentDissolveCleanupStatus, DissolveCleanupQueue},
};

impl<T: Config> Dissolution<T> {
    /// A subnet that is being dissolved is queued once and does not exist; creations that wait are
    /// paid for.
    pub(crate) fn check_dissolutions() -> Result<(), TryRuntimeError> {
        let mut dissolving = DissolveCleanupQueue::<T>::get();
        let count = dissolving.len();
        dissolving.sort_unstable();
        dissolving.dedup();
        ensure!(dissolving.len() == count, "a subnet is dissolved twice");
        ensure!(
            dissolving
                .iter()
                .all(|netuid| !Subnets::<T>::subnet_exists(*netuid)),
            "a subnet that is dissolved still exists"
        );
        let current = CurrentDissolveCleanupStatus::<T>::get().map(|status| status.netuid);
        let first = DissolveCleanupQueue::<T>::get().first().copied();
        ensure!(
            current.is_none() || current == first,
            "the subnet that is being erased is not the first in the queue"
        );
        Subnets::<T>::check_registration_queue()
    }
}
