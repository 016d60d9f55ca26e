//! The price of a registration: raised by each one, halved over a fixed number of blocks (spec 30
//! §8.3). Difficulties of proofs of work fall with it.

use subtensor_prices::{NO_DECAY, decay_factor, decayed, raised};
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{
    Config, Registration, Schedule,
    pallet::{
        Burn, BurnDecay, BurnHalfLife, BurnIncreaseMult, MaxBurn, MinBurn, RegistrationsThisBlock,
        RegistrationsThisInterval,
    },
};

impl<T: Config> Registration<T> {
    /// Start of a block for registrations: prices and difficulties fall and counters start again.
    pub(crate) fn on_block_registrations(netuids: &[NetUid], now: u64) {
        // Counters of zero are not stored, so this visits only who registered somebody in the last
        // block.
        RegistrationsThisBlock::<T>::drain().for_each(drop);
        for netuid in netuids {
            let factor = match now {
                0 | 1 => NO_DECAY,
                _ => BurnDecay::<T>::get(netuid),
            };
            let price = Burn::<T>::get(netuid);
            let after = TaoBalance::new(decayed(price.to_u64(), factor));
            Self::set_burn(*netuid, price, after);
            Self::lower_difficulty(*netuid, factor);
        }
        let interval = Schedule::<T>::tempo(NetUid::ROOT).max(1);
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
    pub fn set_min_burn(netuid: NetUid, min: TaoBalance) {
        MinBurn::<T>::insert(netuid, min);
        Self::bound_burn(netuid);
    }

    /// Sets the highest price, rao; a price above it falls to it at once.
    pub fn set_max_burn(netuid: NetUid, max: TaoBalance) {
        MaxBurn::<T>::insert(netuid, max);
        Self::bound_burn(netuid);
    }

    fn bound_burn(netuid: NetUid) {
        let price = Burn::<T>::get(netuid);
        Self::set_burn(netuid, price, price);
    }

    /// Raises the price after a registration.
    pub(crate) fn raise_burn(netuid: NetUid) {
        let price = Burn::<T>::get(netuid);
        let after = raised(price.to_u64(), BurnIncreaseMult::<T>::get(netuid));
        Self::set_burn(netuid, price, TaoBalance::new(after));
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
impl<T: Config> Registration<T> {
    /// Every price falls as its half-life says.
    pub(crate) fn check_burn_decay() -> Result<(), sp_runtime::TryRuntimeError> {
        for netuid in crate::Subnets::<T>::subnet_netuids() {
            frame_support::ensure!(
                BurnDecay::<T>::get(netuid) == decay_factor(BurnHalfLife::<T>::get(netuid)),
                "a price does not fall as its half-life says"
            );
        }
        Ok(())
    }
}
