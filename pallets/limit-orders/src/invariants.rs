//! What holds between blocks, for `try_state`.

use frame_support::ensure;
use sp_runtime::TryRuntimeError;

use crate::{Config, LinkedOutputs, OrderExpiries, OrderStatus, Orders, Pallet};

impl<T: Config> Pallet<T> {
    pub(crate) fn check_all() -> Result<(), TryRuntimeError> {
        for (id, status) in Orders::<T>::iter() {
            ensure!(
                OrderExpiries::<T>::contains_key(id),
                "a status can never be pruned"
            );
            ensure!(
                status != OrderStatus::PartiallyFilled(0),
                "a part is nothing"
            );
        }
        for id in OrderExpiries::<T>::iter_keys() {
            ensure!(Orders::<T>::contains_key(id), "an expiry is of no order");
        }
        for record in LinkedOutputs::<T>::iter_values() {
            ensure!(record.total > 0, "a recorded output is nothing");
        }
        Ok(())
    }
}
