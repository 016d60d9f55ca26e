//! What funds forget with a subnet, and with a seat on root.

use frame_support::weights::WeightMeter;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{
    Config, Funds,
    domain::{Domain, HotkeySwap},
    pallet::{BasketLiquidityUsed, RootClaimableThreshold, SubnetRootSellTao},
};

impl<T: Config> Domain<T> for Funds<T> {
    /// What funds hold there is stake, and paid for like any other.
    fn stop_subnet(netuid: NetUid) {
        Self::forget_credits_on(netuid);
    }

    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        BasketLiquidityUsed::<T>::remove(account, netuid);
    }

    fn forget_values(netuid: NetUid) {
        SubnetRootSellTao::<T>::remove(netuid);
        RootClaimableThreshold::<T>::remove(netuid);
    }

    fn forget_neuron(netuid: NetUid, hotkey: &T::AccountId) {
        if netuid.is_root() {
            Self::leave_root(hotkey);
        }
    }

    fn check_hotkey_swap(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) -> DispatchResult {
        Self::check_swap(netuid, swap)
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        Self::weigh_swap(netuid, swap, meter)
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::swap_fund(netuid, swap);
    }

    /// Told after the shares, whose list says on which hotkeys there is something.
    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        Self::rename_claimant(old, new);
        Self::rename_root_staker(old, new);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_funds()
    }
}
