//! What a call declares and cannot do. Its weight has to be known from its arguments alone, so it
//! counts the most that any hotkey and subnet may ask for: children that wait on all subnets. A
//! fee for that would be ten times what most calls need. A look at the few hotkeys and the subnet
//! that the call names, or at who signs it, tells more; the payment of a transaction makes it, once
//! for its outermost call, and leaves out what cannot be due.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Admission, Call, ColdkeySwaps, Config, Neurons, Subnets, WeightInfo,
    consensus::MAX_NULL_UIDS,
    keys::{SwapSize, max_weight_of_coldkey_swap},
    staking::{max_weight_of_remove_stake, max_weight_of_remove_stake_now},
    weight_info::MAX_SUBNETS,
};

/// What is looked at.
enum Look<'a, AccountId> {
    Sale(&'a AccountId, NetUid),
    Registration(NetUid),
    Seat,
    /// None where it is not known who signs: nobody knows then what there is to move.
    Coldkey(Option<&'a AccountId>),
}

impl<'a, AccountId> Look<'a, AccountId> {
    fn of<T: Config<AccountId = AccountId>>(
        signer: Option<&'a AccountId>,
        call: &'a Call<T>,
    ) -> Option<Self> {
        Some(match call {
            Call::remove_stake { hotkey, netuid, .. }
            | Call::remove_stake_limit { hotkey, netuid, .. }
            | Call::remove_stake_full_limit { hotkey, netuid, .. } => Self::Sale(hotkey, *netuid),
            Call::burned_register { netuid, .. } | Call::register_limit { netuid, .. } => {
                Self::Registration(*netuid)
            }
            Call::root_register { .. } => Self::Seat,
            Call::swap_coldkey_announced { .. } => Self::Coldkey(signer),
            _ => return None,
        })
    }
}

impl<T: Config> Admission<T> {
    /// Weight that a call of a signer declares for what it cannot do with the signer, the hotkeys
    /// and the subnet it names as they are.
    pub fn undue_weight(signer: Option<&T::AccountId>, call: &Call<T>) -> Weight {
        let (declared, due) = match Look::of(signer, call) {
            None | Some(Look::Coldkey(None)) => return Weight::zero(),
            Some(Look::Coldkey(Some(coldkey))) => (
                max_weight_of_coldkey_swap::<T>(),
                Self::weight_of_swap_now(coldkey),
            ),
            Some(Look::Sale(hotkey, netuid)) => (
                max_weight_of_remove_stake::<T>(netuid),
                max_weight_of_remove_stake_now::<T>(hotkey, netuid),
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

    /// Weight of the swap of a coldkey as it is; without an announcement there is none.
    fn weight_of_swap_now(coldkey: &T::AccountId) -> Weight {
        if ColdkeySwaps::<T>::freeze_of(coldkey).is_none() {
            return T::WeightInfo::clear_coldkey_swap();
        }
        SwapSize::of::<T>(coldkey).weight::<T>()
    }

    /// Weight of [`Self::undue_weight`].
    pub fn weight_of_undue(call: &Call<T>) -> Weight {
        match Look::of(None, call) {
            None => Weight::zero(),
            Some(Look::Coldkey(_)) => T::WeightInfo::look_at_coldkey(),
            Some(_) => T::WeightInfo::look_at_call(),
        }
    }
}
