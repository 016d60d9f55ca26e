//! What the stake on a hotkey is worth (spec 50 §7.1).

use alloc::collections::BTreeMap;
use subtensor_fixed::U64F64;
use subtensor_primitives::{NetUid, SwapInterface, TaoBalance};

use crate::{Config, Shares, StakeWeights, pallet::TotalHotkeyAlpha};

/// Prices in TAO per alpha that have been looked up.
#[derive(Default)]
pub(crate) struct Prices {
    known: BTreeMap<NetUid, U64F64>,
    /// Stakes that were valued by them.
    rows: u32,
}

/// What valuing stake has read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Looks {
    /// Stakes of a hotkey on a subnet.
    pub rows: u32,
    /// Prices of subnets.
    pub prices: u32,
}

impl Looks {
    /// What was read after that.
    pub(crate) fn since(self, before: Self) -> Self {
        Self {
            rows: self.rows.saturating_sub(before.rows),
            prices: self.prices.saturating_sub(before.prices),
        }
    }
}

impl Prices {
    /// Number of subnets whose price was looked up.
    pub(crate) fn count(&self) -> u32 {
        self.known.len() as u32
    }

    /// All that has been read so far.
    pub(crate) fn looks(&self) -> Looks {
        Looks {
            rows: self.rows,
            prices: self.count(),
        }
    }

    fn of<T: Config>(&mut self, netuid: NetUid) -> U64F64 {
        self.rows = self.rows.saturating_add(1);
        *self
            .known
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
