//! What a call declares and cannot do. Its weight has to be known from its arguments alone, so it
//! counts the most that any subnet may ask for: 2 500 uids to compare. A fee for that would be ten
//! times what most calls need. A look at the subnet that the call names and at the rules tells
//! more; the payment of a transaction makes it, once for its outermost call, and leaves out what
//! cannot be due.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Admission, Call, Config, Neurons, Subnets, WeightInfo,
    consensus::MAX_NULL_UIDS,
    staking::{max_weight_of_remove_stake, max_weight_of_remove_stake_now},
    weight_info::MAX_SUBNETS,
};

/// What is looked at.
enum Look {
    Sale(NetUid),
    Registration(NetUid),
    Seat,
}

impl Look {
    fn of<T: Config>(call: &Call<T>) -> Option<Self> {
        Some(match call {
            Call::remove_stake { netuid, .. }
            | Call::remove_stake_limit { netuid, .. }
            | Call::remove_stake_full_limit { netuid, .. } => Self::Sale(*netuid),
            Call::burned_register { netuid, .. } | Call::register_limit { netuid, .. } => {
                Self::Registration(*netuid)
            }
            Call::root_register { .. } => Self::Seat,
            _ => return None,
        })
    }
}

impl<T: Config> Admission<T> {
    /// Weight that a call declares for what it cannot do with the subnet it names and the rules as
    /// they are.
    pub fn undue_weight(call: &Call<T>) -> Weight {
        let (declared, due) = match Look::of(call) {
            None => return Weight::zero(),
            Some(Look::Sale(netuid)) => (
                max_weight_of_remove_stake::<T>(netuid),
                max_weight_of_remove_stake_now::<T>(netuid),
            ),
            Some(Look::Registration(netuid)) => (
                T::WeightInfo::burned_register(MAX_NULL_UIDS.into()),
                T::WeightInfo::burned_register(Neurons::<T>::uids_to_compare(netuid)),
            ),
            Some(Look::Seat) => (
                T::WeightInfo::root_register(MAX_SUBNETS),
                T::WeightInfo::root_register(Subnets::<T>::count().into()),
            ),
        };
        declared.saturating_sub(due)
    }

    /// Weight of [`Self::undue_weight`].
    pub fn weight_of_undue(call: &Call<T>) -> Weight {
        Look::of(call).map_or(Weight::zero(), |_| T::WeightInfo::look_at_call())
    }
}
