//! How hard the next proof is: raised by each registration by work, halved over a fixed number of
//! blocks, like the price of the other way to register and independent of it (spec 30 §21).

use subtensor_pow::Difficulty as Bounded;
use subtensor_prices::{decayed, raised};
use subtensor_primitives::NetUid;

use crate::{
    Config, Registration,
    pallet::{BurnIncreaseMult, Difficulty, MaxDifficulty, MinDifficulty},
};

impl<T: Config> Registration<T> {
    /// Difficulty that a proof has to meet: the stored one within its bounds, of which the floor
    /// wins.
    pub(crate) fn work_difficulty(netuid: NetUid) -> Bounded {
        Self::bounded_difficulty(netuid, Difficulty::<T>::get(netuid))
    }

    fn bounded_difficulty(netuid: NetUid, value: u64) -> Bounded {
        let floor = MinDifficulty::<T>::get(netuid);
        Bounded::within(value, floor, MaxDifficulty::<T>::get(netuid))
    }

    /// Raises the difficulty after a registration by work.
    pub(super) fn raise_difficulty(netuid: NetUid) {
        let value = Self::work_difficulty(netuid).get();
        let after = raised(value, BurnIncreaseMult::<T>::get(netuid));
        let bounded = Self::bounded_difficulty(netuid, after).get();
        Difficulty::<T>::insert(netuid, bounded);
    }

    /// Lets the difficulty fall for a block by a factor in 2^-32, and keeps it within its bounds.
    /// One at rest on its floor costs two reads.
    pub(in crate::neurons) fn lower_difficulty(netuid: NetUid, factor: u64) {
        let value = Difficulty::<T>::get(netuid);
        if value == Bounded::new(MinDifficulty::<T>::get(netuid)).get() {
            return;
        }
        let lowered = Self::bounded_difficulty(netuid, decayed(value, factor)).get();
        if lowered != value {
            Difficulty::<T>::insert(netuid, lowered);
        }
    }
}
