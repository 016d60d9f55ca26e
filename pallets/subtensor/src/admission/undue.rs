//! What a call declares and cannot do. Its weight has to be known from its arguments alone, so it
//! counts the most that any hotkey and subnet may ask for: every subnet with a rate of dividends,
//! children that wait on all of them. A fee for that would be ten times what most calls need. A
//! look at the few hotkeys and the subnet that the call names tells more; the payment of a
//! transaction makes it, once for its outermost call, and leaves out what cannot be due.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Admission, Call, Config, Neurons, WeightInfo,
    consensus::MAX_NULL_UIDS,
    root_dividends::{
        MAX_RATES, max_weight_of_joining_root, max_weight_of_leaving_root, rates,
        weight_of_joining_root, weight_of_leaving_root,
    },
    staking::{
        max_weight_of_remove_stake, max_weight_of_remove_stake_now, max_weight_of_root_ends,
        weight_of_root_ends,
    },
};

/// What is looked at.
enum Look<'a, AccountId> {
    Joining(&'a AccountId, NetUid),
    Leaving(&'a AccountId),
    Sale(&'a AccountId, NetUid),
    Move {
        origin: (&'a AccountId, NetUid),
        destination: (&'a AccountId, NetUid),
    },
    Registration(NetUid),
    Claim(&'a AccountId),
}

impl<'a, AccountId> Look<'a, AccountId> {
    fn of<T: Config<AccountId = AccountId>>(call: &'a Call<T>) -> Option<Self> {
        Some(match call {
            Call::add_stake { hotkey, netuid, .. }
            | Call::add_stake_limit { hotkey, netuid, .. } => Self::Joining(hotkey, *netuid),
            Call::unstake_all_alpha { hotkey } => Self::Joining(hotkey, NetUid::ROOT),
            Call::unstake_all { hotkey } => Self::Leaving(hotkey),
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
            Call::claim_root_with_hotkey { hotkey } => Self::Claim(hotkey),
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
            Some(Look::Joining(hotkey, netuid)) => (
                max_weight_of_joining_root::<T>(netuid),
                weight_of_joining_root::<T>(hotkey, netuid),
            ),
            Some(Look::Leaving(hotkey)) => (
                max_weight_of_leaving_root::<T>(NetUid::ROOT),
                weight_of_leaving_root::<T>(hotkey, NetUid::ROOT),
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
                T::WeightInfo::burned_register(MAX_NULL_UIDS.into()),
                T::WeightInfo::burned_register(Neurons::<T>::uids_to_compare(netuid)),
            ),
            Some(Look::Claim(hotkey)) => (
                T::WeightInfo::claim_root(MAX_RATES, MAX_RATES),
                T::WeightInfo::claim_root(rates::<T>(hotkey), rates::<T>(hotkey)),
            ),
        };
        declared.saturating_sub(due)
    }

    /// Weight of [`Self::undue_weight`].
    pub fn weight_of_undue(call: &Call<T>) -> Weight {
        Look::of(call).map_or(Weight::zero(), |_| T::WeightInfo::look_at_call())
    }
}
