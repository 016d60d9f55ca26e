//! How many uids and validators a subnet may have under each kind of consensus (spec 90 §15.2).

#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use subtensor_primitives::NetUid;

use crate::{
    Config, Neurons,
    pallet::{
        MaxAllowedUids, MaxAllowedValidators, NullPruningTarget, SavedYumaMaxAllowedValidators,
    },
};

impl<T: Config> Neurons<T> {
    /// Number of uids to which a subnet is being pruned, if it is.
    pub fn pruning_target(netuid: NetUid) -> Option<u16> {
        NullPruningTarget::<T>::get(netuid)
    }

    /// Lets one uid of a subnet validate, and remembers how many might before.
    pub(crate) fn limit_validators_to_one(netuid: NetUid) {
        let most = MaxAllowedValidators::<T>::get(netuid);
        SavedYumaMaxAllowedValidators::<T>::insert(netuid, most);
        MaxAllowedValidators::<T>::insert(netuid, 1);
    }

    /// Lets as many uids of a subnet validate as before that, and allows no more than `max_uids`.
    pub(crate) fn restore_limits(netuid: NetUid, max_uids: u16) {
        let uids = MaxAllowedUids::<T>::get(netuid).min(max_uids);
        MaxAllowedUids::<T>::insert(netuid, uids);
        if let Some(most) = SavedYumaMaxAllowedValidators::<T>::take(netuid) {
            MaxAllowedValidators::<T>::insert(netuid, most.min(uids));
        }
    }

    /// What is remembered of a subnet is what its kind of consensus asks for.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_limits(
        netuid: NetUid,
        is_null: bool,
    ) -> Result<(), sp_runtime::TryRuntimeError> {
        let is_saved = SavedYumaMaxAllowedValidators::<T>::contains_key(netuid);
        ensure!(
            is_saved == is_null,
            "the number of validators is remembered where it is in force, or forgotten"
        );
        if is_null {
            let most = MaxAllowedValidators::<T>::get(netuid);
            ensure!(most == 1, "several uids may validate under Null consensus");
        } else {
            let is_pruned = NullPruningTarget::<T>::contains_key(netuid);
            ensure!(!is_pruned, "uids are being pruned under Yuma consensus");
        }
        Ok(())
    }
}
