//! The root dividends of a subnet that goes.

use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

use crate::{
    Config, RootDividends, WeightInfo,
    domain::{Domain, drain},
    pallet::{
        RootAlphaRest, RootAlphaUnclaimed, RootClaimable, RootClaimableThreshold, RootClaimed,
        SubnetRootSellTao,
    },
};

impl<T: Config> Domain<T> for RootDividends<T> {
    /// What stakers had of the subnet's dividends, then the rates of the hotkeys. What is not
    /// claimed is lost.
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let watermarks = RootClaimed::<T>::drain_prefix((netuid,));
        if !drain(watermarks, T::WeightInfo::erase_row(), meter, |_| ()) {
            return false;
        }
        let rates = RootAlphaRest::<T>::drain_prefix(netuid);
        drain(rates, T::WeightInfo::erase_row(), meter, |(hotkey, _)| {
            Self::forget_rate(&hotkey, netuid);
        })
    }

    fn forget_values(netuid: NetUid) {
        RootAlphaUnclaimed::<T>::remove(netuid);
        SubnetRootSellTao::<T>::remove(netuid);
        RootClaimableThreshold::<T>::remove(netuid);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_root_dividends()
    }
}

impl<T: Config> RootDividends<T> {
    fn forget_rate(hotkey: &T::AccountId, netuid: NetUid) {
        RootClaimable::<T>::mutate_exists(hotkey, |rates| {
            if let Some(list) = rates {
                list.remove(&netuid);
                if list.is_empty() {
                    *rates = None;
                }
            }
        });
    }
}
