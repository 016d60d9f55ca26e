//! What calls about weights declare and do not need. A weight is known from the arguments alone, so
//! it counts the most parents that a hotkey can have, and commits of rivals, which only Null
//! consensus knows. Both are read again after the call, at the price of one item that it has
//! touched, and the rest is given back: it would be most of what there is room for in a block.

use codec::Compact;
use frame_support::{dispatch::PostDispatchInfo, weights::Weight};
use subtensor_primitives::NetUid;

use crate::{Children, Config, Scores, ValidatorWeights, WeightInfo, children::MAX_PARENTS};

/// Weight that is declared and not needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spare {
    /// Before the dispatch, at the pool and in the block.
    pub checks: Weight,
    /// By the dispatch itself.
    pub call: Weight,
}

impl Spare {
    /// As much by the checks as by the call.
    pub(crate) fn of_both(weight: Weight) -> Self {
        Self {
            checks: weight,
            call: weight,
        }
    }
}

impl<T: Config> ValidatorWeights<T> {
    /// For a look at the stake of a hotkey on a subnet.
    pub(crate) fn spare_for_stake(hotkey: &T::AccountId, netuid: NetUid) -> Weight {
        let parents = Children::<T>::count_parents(hotkey, netuid);
        T::WeightInfo::look_at_parents(MAX_PARENTS.saturating_sub(parents))
    }

    /// For looks on several subnets.
    pub(crate) fn spare_for_stakes(hotkey: &T::AccountId, netuids: &[Compact<NetUid>]) -> Weight {
        netuids.iter().fold(Weight::zero(), |sum, netuid| {
            sum.saturating_add(Self::spare_for_stake(hotkey, netuid.0))
        })
    }

    /// For an encrypted commit of so many bytes. Rivals have parents, too: of a commit among them
    /// nothing is given back.
    pub(crate) fn spare_for_sealed(hotkey: &T::AccountId, netuid: NetUid, bytes: u32) -> Spare {
        if Scores::<T>::is_null(netuid) {
            return Spare::default();
        }
        let for_stake = Self::spare_for_stake(hotkey, netuid);
        let without =
            |among: Weight, alone: Weight| among.saturating_sub(alone.saturating_sub(for_stake));
        Spare {
            checks: without(
                T::WeightInfo::precheck_among_rivals(),
                T::WeightInfo::precheck_sealed(),
            ),
            call: without(
                T::WeightInfo::commit_among_rivals(bytes),
                T::WeightInfo::commit_timelocked_weights(bytes),
            ),
        }
    }

    /// What a call that has succeeded says it took, where it declared so much.
    pub(crate) fn spent(declared: Weight, spare: Weight) -> PostDispatchInfo {
        Some(declared.saturating_sub(spare)).into()
    }
}
