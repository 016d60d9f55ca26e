//! The price of a registration: raised by each one, halved over a fixed number of blocks (spec 30 §8.3). Difficulties
//! of proofs of work fall with it.

use subtensor_fixed::U64F64;
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{Config, Pallet, pallet::*};

/// One in 2^-32.
const ONE: u64 = 1 << 32;

pub(super) fn mul(a: u64, b: u64) -> u64 {
    (u128::from(a).saturating_mul(b.into()) >> 32)
        .try_into()
        .unwrap_or(u64::MAX)
}

fn pow(base: u64, mut exponent: u16) -> u64 {
    let (mut result, mut square) = (ONE, base);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = mul(result, square);
        }
        exponent >>= 1;
        if exponent > 0 {
            square = mul(square, square);
        }
    }
    result
}

/// Factor by which the price falls in a block, in 2^-32: the largest whose power `half_life` is at most one half.
pub(crate) fn decay_factor(half_life: u16) -> u64 {
    if half_life == 0 {
        return ONE;
    }
    let (mut low, mut high) = (0u64, ONE);
    loop {
        let middle = low.midpoint(high);
        if middle == low {
            return low;
        }
        if pow(middle, half_life) > ONE / 2 {
            high = middle
        } else {
            low = middle
        }
    }
}

impl<T: Config> Pallet<T> {
    /// Start of a block for registrations: prices and difficulties fall and counters start again.
    pub(crate) fn on_block_registrations(now: u64) {
        // Counters of zero are not stored, so this visits only who registered somebody in the last block.
        RegistrationsThisBlock::<T>::drain().for_each(drop);
        for netuid in Self::subnet_netuids() {
            let factor = match now {
                0 | 1 => ONE,
                _ => BurnDecay::<T>::get(netuid),
            };
            let price = Burn::<T>::get(netuid);
            let decayed = TaoBalance::new(mul(price.to_u64(), factor));
            Self::set_burn(netuid, price, decayed);
            Self::lower_difficulty(netuid, factor);
        }
        let interval = u64::from(Tempo::<T>::get(NetUid::ROOT)).max(1);
        if now.checked_rem(interval) == Some(0) {
            RegistrationsThisInterval::<T>::insert(NetUid::ROOT, 0);
        }
    }

    /// Sets in how many blocks the price falls to a half, and by what that is in each of them.
    pub fn set_burn_half_life(netuid: NetUid, blocks: u16) {
        BurnHalfLife::<T>::insert(netuid, blocks);
        BurnDecay::<T>::insert(netuid, decay_factor(blocks));
    }

    /// Sets the least price, rao; a price below it rises to it at once.
    pub fn set_min_burn(netuid: NetUid, least: TaoBalance) {
        MinBurn::<T>::insert(netuid, least);
        Self::bound_burn(netuid);
    }

    /// Sets the highest price, rao; a price above it falls to it at once.
    pub fn set_max_burn(netuid: NetUid, most: TaoBalance) {
        MaxBurn::<T>::insert(netuid, most);
        Self::bound_burn(netuid);
    }

    fn bound_burn(netuid: NetUid) {
        let price = Burn::<T>::get(netuid);
        Self::set_burn(netuid, price, price);
    }

    /// Raises the price after a registration.
    pub(crate) fn raise_burn(netuid: NetUid) {
        let price = Burn::<T>::get(netuid);
        let factor = BurnIncreaseMult::<T>::get(netuid).max(U64F64::ONE);
        let raised = U64F64::from_num(price.to_u64())
            .saturating_mul(factor)
            .to_u64();
        Self::set_burn(netuid, price, TaoBalance::new(raised));
    }

    fn set_burn(netuid: NetUid, old: TaoBalance, new: TaoBalance) {
        let bounded = new
            .max(MinBurn::<T>::get(netuid))
            .min(MaxBurn::<T>::get(netuid));
        if bounded != old {
            Burn::<T>::insert(netuid, bounded);
        }
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> Pallet<T> {
    /// Every price falls as its half-life says.
    pub(crate) fn check_burn_decay() -> Result<(), sp_runtime::TryRuntimeError> {
        for netuid in Self::subnet_netuids() {
            frame_support::ensure!(
                BurnDecay::<T>::get(netuid) == decay_factor(BurnHalfLife::<T>::get(netuid)),
                "a price does not fall as its half-life says"
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_those_of_30_8_3() {
        for (half_life, factor) in [
            (0, ONE),
            (1, 2_147_483_648),
            (2, 3_037_000_500),
            (3, 3_408_917_802),
            (7, 3_890_053_517),
            (64, 4_248_701_965),
            (360, 4_286_705_684),
            (1_000, 4_291_991_283),
            (36_100, 4_294_884_830),
            (65_535, 4_294_921_870),
        ] {
            assert_eq!(decay_factor(half_life), factor, "{half_life}");
        }
    }
}
