//! What the stake on a hotkey is worth (spec 50 §7.1).

use alloc::collections::BTreeMap;
use subtensor_fixed::U64F64;
use subtensor_primitives::{NetUid, SwapInterface, TaoBalance};

use crate::{Config, Shares, StakeWeights, pallet::TotalHotkeyAlpha};

/// Prices in TAO per alpha that have been looked up.
#[derive(Default)]
pub(crate) struct Prices(BTreeMap<NetUid, U64F64>);

impl Prices {
    /// Number of subnets whose price was looked up.
    pub(crate) fn count(&self) -> u32 {
        self.0.len() as u32
    }

    fn of<T: Config>(&mut self, netuid: NetUid) -> U64F64 {
        *self
            .0
            .entry(netuid)
            .or_insert_with(|| T::Swap::price(netuid))
    }
}

impl<T: Config> Shares<T> {
    /// All stake on a hotkey at the current prices, rao.
    pub(crate) fn hotkey_tao_value(hotkey: &T::AccountId, prices: &mut Prices) -> TaoBalance {
        let value = TotalHotkeyAlpha::<T>::iter_prefix(hotkey).fold(
            U64F64::ZERO,
            |value, (netuid, alpha)| {
                let alpha = U64F64::from_num(alpha.to_u64());
                value.saturating_add(alpha.saturating_mul(prices.of::<T>(netuid)))
            },
        );
        TaoBalance::new(value.to_u64())
    }

    /// Whether the stake on a hotkey is worth `StakeThreshold`. Root stake alone is often enough
    /// and costs one read.
    pub(crate) fn is_worth_threshold(hotkey: &T::AccountId, prices: &mut Prices) -> bool {
        let threshold = TaoBalance::new(StakeWeights::<T>::threshold());
        let root = TotalHotkeyAlpha::<T>::get(hotkey, NetUid::ROOT).to_u64();
        TaoBalance::new(root) >= threshold || Self::hotkey_tao_value(hotkey, prices) >= threshold
    }
}
