//! What a call declares and cannot do. Its weight has to be known from its arguments alone, so it
//! counts the most that any hotkey and subnet may ask for: a fund of all subnets that takes in
//! dividends of all, children that wait on all of them. A fee for that would be ten times what
//! most calls need. A look at the few hotkeys and the subnet that the call names tells more; the
//! payment of a transaction makes it, once for its outermost call, and leaves out what cannot be
//! due.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Admission, Call, Config, Neurons, WeightInfo,
    consensus::MAX_UIDS,
    funds::{max_weight_of_root_change, weight_of_root_change},
    staking::{
        max_weight_of_remove_stake, max_weight_of_remove_stake_now, max_weight_of_root_ends,
        weight_of_root_ends,
    },
};

/// What is looked at.
enum Look<'a, AccountId> {
    RootChange(&'a AccountId, NetUid),
    Sale(&'a AccountId, NetUid),
    Move {
        origin: (&'a AccountId, NetUid),
        destination: (&'a AccountId, NetUid),
    },
    Registration(NetUid),
}

impl<'a, AccountId> Look<'a, AccountId> {
    fn of<T: Config<AccountId = AccountId>>(call: &'a Call<T>) -> Option<Self> {
        Some(match call {
            Call::add_stake { hotkey, netuid, .. }
            | Call::add_stake_limit { hotkey, netuid, .. } => Self::RootChange(hotkey, *netuid),
            Call::unstake_all_alpha { hotkey } | Call::unstake_all { hotkey } => {
                Self::RootChange(hotkey, NetUid::ROOT)
            }
            Call::remove_stake { hotkey, netuid, .. }
            | Call::remove_stake_limit { hotkey, netuid, .. }
            | Call::remove_stake_full_limit { hotkey, netuid, .. } => Self::Sale(hotkey, *netuid),
            Call::transfer_stake {
                hotkey,
                origin_netuid,
                destination_netuid,
                ..
            }
            | Call::swap_stake {
                hotkey,
                origin_netuid,
                destination_netuid,
                ..
            }
            | Call::swap_stake_limit {
                hotkey,
                origin_netuid,
                destination_netuid,
                ..
            } => Self::Move {
                origin: (hotkey, *origin_netuid),
                destination: (hotkey, *destination_netuid),
            },
            Call::move_stake {
                origin_hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                ..
            }
            | Call::move_stake_limit {
                origin_hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                ..
            }
            | Call::transfer_stake_and_hotkey {
                origin_hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                ..
            } => Self::Move {
                origin: (origin_hotkey, *origin_netuid),
                destination: (destination_hotkey, *destination_netuid),
            },
            Call::burned_register { netuid, .. } | Call::register_limit { netuid, .. } => {
                Self::Registration(*netuid)
            }
            _ => return None,
        })
    }
}

impl<T: Config> Admission<T> {
    /// Weight that a call declares for what it cannot do with the hotkeys and the subnet it names
    /// as they are.
    pub fn undue_weight(call: &Call<T>) -> Weight {
        let (declared, due) = match Look::of(call) {
            None => return Weight::zero(),
            Some(Look::RootChange(hotkey, netuid)) => (
                max_weight_of_root_change::<T>(netuid),
                weight_of_root_change::<T>(hotkey, netuid),
            ),
            Some(Look::Sale(hotkey, netuid)) => (
                max_weight_of_remove_stake::<T>(netuid),
                max_weight_of_remove_stake_now::<T>(hotkey, netuid),
            ),
            Some(Look::Move {
                origin,
                destination,
            }) => (
                max_weight_of_root_ends::<T>(origin.1, destination.1),
                weight_of_root_ends::<T>(origin, destination),
            ),
            Some(Look::Registration(netuid)) => (
                T::WeightInfo::burned_register(MAX_UIDS.into()),
                T::WeightInfo::burned_register(Neurons::<T>::uids_to_compare(netuid)),
            ),
        };
        declared.saturating_sub(due)
    }

    /// Weight of [`Self::undue_weight`].
    pub fn weight_of_undue(call: &Call<T>) -> Weight {
        Look::of(call).map_or(Weight::zero(), |_| T::WeightInfo::look_at_call())
    }
}
