//! What a call declares and cannot do. Its weight has to be known from its arguments alone, so it
//! What a call declares and cannot do. Its weight has to be known from its arguments alone, so it
//! counts the most that anybody may ask for: 2 500 uids to compare, or everybody who may stake on a
//! hotkey. A fee for that would be ten times what most calls need. A look at the hotkey and the
//! subnet that the call names, or at who signs it, and at the rules tells more; the payment of a
//! transaction makes it, once for its outermost call, and leaves out what cannot be due.

use frame_support::weights::Weight;
use subtensor_primitives::NetUid;

use crate::{
    Admission, Call, ColdkeySwaps, Config, Hotkeys, Neurons, Staking, Subnets, WeightInfo,
    consensus::MAX_NULL_UIDS,
    keys::{SwapSize, max_weight_of_coldkey_swap},
    staking::{max_weight_of_remove_stake, max_weight_of_remove_stake_now},
    weight_info::MAX_SUBNETS,
};

/// What is looked at.
enum Look<'a, AccountId> {
    Sale(NetUid),
    Registration(NetUid),
    Seat,
    Swap(&'a AccountId, Option<NetUid>, bool),
    /// None where it is not known who signs: nobody knows then what there is to move.
    Coldkey(Option<&'a AccountId>),
}

impl<'a, AccountId> Look<'a, AccountId> {
    fn of<T: Config<AccountId = AccountId>>(
        signer: Option<&'a AccountId>,
        call: &'a Call<T>,
    ) -> Option<Self> {
        Some(match call {
            Call::remove_stake { netuid, .. }
            | Call::remove_stake_limit { netuid, .. }
            | Call::remove_stake_full_limit { netuid, .. } => Self::Sale(*netuid),
            Call::burned_register { netuid, .. } | Call::register_limit { netuid, .. } => {
                Self::Registration(*netuid)
            }
            Call::root_register { .. } => Self::Seat,
            Call::swap_hotkey { hotkey, netuid, .. } => Self::Swap(hotkey, *netuid, false),
            Call::swap_hotkey_v2 {
                hotkey,
                netuid,
                keep_stake,
                ..
            } => Self::Swap(hotkey, *netuid, *keep_stake),
            Call::swap_coldkey_announced { .. } => Self::Coldkey(signer),
            _ => return None,
        })
    }
}

impl<T: Config> Admission<T> {
    /// Weight that a call of a signer declares for what it cannot do with the signer, the hotkey
    /// and the subnet it names, and the rules, as they are.
    pub fn undue_weight(signer: Option<&T::AccountId>, call: &Call<T>) -> Weight {
        let for_lock = signer.map_or(Weight::zero(), |signer| {
            Staking::<T>::undue_for_lock(signer, call)
        });
        let (declared, due) = match Look::of(signer, call) {
            None | Some(Look::Coldkey(None)) => return for_lock,
            Some(Look::Coldkey(Some(coldkey))) => (
                max_weight_of_coldkey_swap::<T>(),
                Self::weight_of_swap_now(coldkey),
            ),
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
            Some(Look::Swap(hotkey, netuid, keep_stake)) => (
                T::WeightInfo::swap_hotkey(),
                Hotkeys::<T>::weight_of_swap_now(hotkey, netuid, keep_stake),
            ),
        };
        declared.saturating_sub(due).saturating_add(for_lock)
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
        let at_lock = match Staking::<T>::left_by(call) {
            Some(_) => T::WeightInfo::look_at_position(),
            None => Weight::zero(),
        };
        let at_others = match Look::of(None, call) {
            None => Weight::zero(),
            Some(Look::Coldkey(_)) => {
                T::WeightInfo::swap_guard().saturating_add(T::WeightInfo::look_at_coldkey())
            }
            Some(Look::Swap(_, None, _)) => T::WeightInfo::count_stakers(MAX_SUBNETS),
            Some(_) => T::WeightInfo::look_at_call(),
        };
        at_others.saturating_add(at_lock)
    }
}
