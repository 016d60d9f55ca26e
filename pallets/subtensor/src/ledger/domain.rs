//! The ledger of a subnet that goes, and the checks of all of it.

use subtensor_primitives::{AlphaAssetsInterface, NetUid, SwapInterface};

use crate::{
    Config, Ledger,
    domain::Domain,
    pallet::{SubnetTAO, SubnetVolume},
};

impl<T: Config> Domain<T> for Ledger<T> {
    fn forget_values(netuid: NetUid) {
        SubnetTAO::<T>::remove(netuid);
        SubnetVolume::<T>::remove(netuid);
        T::Swap::clear(netuid);
        T::AlphaAssets::clear(netuid);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_ledger()
    }
}
