//! Where the miner emission of a coldkey is staked (spec 50 §10). The coldkeys that named a hotkey
//! are listed with it, so that whatever happens to the hotkey reaches them.
//!
//! Anybody may name any neuron, so a list is bounded, and one that is full keeps out only those
//! whom a name does not serve: coldkeys without a neuron on the subnet, which has no emission for
//! them. They give way to those with one.

use alloc::{collections::BTreeSet, vec::Vec};
use core::marker::PhantomData;
use frame_support::{dispatch::DispatchResultWithPostInfo, ensure, weights::WeightMeter};
use subtensor_primitives::NetUid;

#[cfg(feature = "try-runtime")]
use crate::Dissolution;
use crate::{
    Config, Error, Event, Hotkeys, Neurons, Pallet, Shares, Subnets, WeightInfo,
    domain::{Domain, HotkeySwap, spend},
    keys::push_unique,
    pallet::{AutoStakeDestination, AutoStakeDestinationColdkeys},
    shares::{Giver, without},
};

/// Most coldkeys that may name one hotkey on one subnet: four for each uid, so that most of a full
/// list has no neuron.
pub(crate) const MAX_COLDKEYS: usize = 1_024;

/// Where miners want their emission.
pub struct AutoStake<T>(PhantomData<T>);

impl<T: Config> AutoStake<T> {
    /// Names the hotkey on which the miner emission of a coldkey on a subnet is staked from now on.
    /// Weighs less than declared as long as there is room.
    pub(crate) fn do_set_auto_stake(
        coldkey: &T::AccountId,
        netuid: NetUid,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Neurons::<T>::uid_for(netuid, hotkey).is_some(),
            Error::<T>::HotKeyNotRegisteredInSubNet
        );
        let previous = AutoStakeDestination::<T>::get(coldkey, netuid);
        ensure!(
            previous.as_ref() != Some(hotkey),
            Error::<T>::SameAutoStakeHotkeyAlreadySet
        );
        // Emission does not ask whether a list is full, so a name may not make it longer than the
        // limit foresees.
        Shares::<T>::ensure_may_stake_on(hotkey, coldkey, Giver::Itself)?;
        let mut coldkeys = AutoStakeDestinationColdkeys::<T>::get(hotkey, netuid);
        let is_full = coldkeys.len() >= MAX_COLDKEYS;
        if is_full {
            let place = Self::index_without_emission(netuid, coldkey, &coldkeys)?;
            AutoStakeDestination::<T>::remove(coldkeys.remove(place), netuid);
        }
        if let Some(previous) = previous {
            AutoStakeDestinationColdkeys::<T>::mutate_exists(previous, netuid, |coldkeys| {
                without(coldkeys, coldkey);
            });
        }
        push_unique(&mut coldkeys, coldkey.clone());
        Subnets::<T>::note_account(netuid, hotkey);
        Subnets::<T>::note_account(netuid, coldkey);
        AutoStakeDestinationColdkeys::<T>::insert(hotkey, netuid, coldkeys);
        AutoStakeDestination::<T>::insert(coldkey, netuid, hotkey);
        Pallet::<T>::deposit_event(Event::AutoStakeDestinationSet {
            coldkey: coldkey.clone(),
            netuid,
            hotkey: hotkey.clone(),
        });
        Ok(Some(T::WeightInfo::set_auto_stake(is_full)).into())
    }

    /// The place on a full list that `newcomer` takes: that of the last to come among the coldkeys
    /// without a neuron on the subnet, so that whoever was there before a crowd stays.
    ///
    /// Errors: `TooManyStakingHotkeys` if the newcomer has no neuron either.
    fn index_without_emission(
        netuid: NetUid,
        newcomer: &T::AccountId,
        listed: &[T::AccountId],
    ) -> Result<usize, Error<T>> {
        let miners: BTreeSet<T::AccountId> = Neurons::<T>::hotkeys(netuid)
            .map(|hotkey| Hotkeys::<T>::owner_of(&hotkey))
            .collect();
        ensure!(miners.contains(newcomer), Error::TooManyStakingHotkeys);
        listed
            .iter()
            .rposition(|coldkey| !miners.contains(coldkey))
            .ok_or(Error::TooManyStakingHotkeys)
    }

    /// Hotkey on which the miner emission of a coldkey on a subnet is staked, if it named one.
    pub(crate) fn destination(coldkey: &T::AccountId, netuid: NetUid) -> Option<T::AccountId> {
        AutoStakeDestination::<T>::get(coldkey, netuid)
    }
}

impl<T: Config> Domain<T> for AutoStake<T> {
    /// The hotkeys that a coldkey named stay named. What the new one has named itself gives way:
    /// the emission that comes is that of the old one. What a subnet that is dissolved still knows
    /// goes with it.
    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        let named: Vec<_> = AutoStakeDestination::<T>::iter_prefix(old)
            .filter(|(netuid, _)| Subnets::<T>::subnet_exists(*netuid))
            .collect();
        for (netuid, hotkey) in named {
            AutoStakeDestination::<T>::remove(old, netuid);
            if let Some(other) = AutoStakeDestination::<T>::take(new, netuid) {
                AutoStakeDestinationColdkeys::<T>::mutate_exists(other, netuid, |coldkeys| {
                    without(coldkeys, new);
                });
            }
            AutoStakeDestinationColdkeys::<T>::mutate(&hotkey, netuid, |coldkeys| {
                for coldkey in coldkeys.iter_mut().filter(|coldkey| *coldkey == old) {
                    coldkey.clone_from(new);
                }
            });
            Subnets::<T>::note_account(netuid, new);
            AutoStakeDestination::<T>::insert(new, netuid, hotkey);
        }
    }

    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        AutoStakeDestination::<T>::remove(account, netuid);
        AutoStakeDestinationColdkeys::<T>::remove(account, netuid);
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        let count = |hotkey| {
            let coldkeys = AutoStakeDestinationColdkeys::<T>::decode_len(hotkey, netuid);
            coldkeys.unwrap_or_default() as u64
        };
        let coldkeys = match count(swap.old) {
            0 => 0,
            old => old.saturating_add(count(swap.new)).saturating_add(1),
        };
        spend(
            meter,
            T::WeightInfo::swap_auto_staker().saturating_mul(coldkeys),
        )
    }

    /// Where too many named both, those who named the new one last choose anew.
    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let mut coldkeys = AutoStakeDestinationColdkeys::<T>::take(swap.old, netuid);
        if coldkeys.is_empty() {
            return;
        }
        for coldkey in &coldkeys {
            AutoStakeDestination::<T>::insert(coldkey, netuid, swap.new);
        }
        coldkeys.extend(AutoStakeDestinationColdkeys::<T>::take(swap.new, netuid));
        let rest = coldkeys.split_off(coldkeys.len().min(MAX_COLDKEYS));
        for coldkey in rest {
            AutoStakeDestination::<T>::remove(coldkey, netuid);
        }
        Subnets::<T>::note_account(netuid, swap.new);
        AutoStakeDestinationColdkeys::<T>::insert(swap.new, netuid, coldkeys);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_auto_stake()
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> AutoStake<T> {
    /// The lists name exactly the coldkeys that named the hotkey (spec 50 §1.2 invariant 12).
    pub(crate) fn check_auto_stake() -> Result<(), sp_runtime::TryRuntimeError> {
        let is_settled = |netuid: &NetUid| !Dissolution::<T>::is_being_dissolved(*netuid);
        let named: BTreeSet<_> = AutoStakeDestination::<T>::iter()
            .filter(|(_, netuid, _)| is_settled(netuid))
            .map(|(coldkey, netuid, hotkey)| (hotkey, netuid, coldkey))
            .collect();
        let mut listed = BTreeSet::new();
        let lists = AutoStakeDestinationColdkeys::<T>::iter();
        for (hotkey, netuid, coldkeys) in lists.filter(|(_, netuid, _)| is_settled(netuid)) {
            ensure!(
                !coldkeys.is_empty() && coldkeys.len() <= MAX_COLDKEYS,
                "a list of auto-stakers is empty or too long"
            );
            for coldkey in coldkeys {
                ensure!(
                    listed.insert((hotkey.clone(), netuid, coldkey)),
                    "an auto-staker is listed twice"
                );
            }
        }
        ensure!(named == listed, "auto-stakers are not those listed");
        let lists = AutoStakeDestinationColdkeys::<T>::iter_keys();
        Subnets::<T>::check_noted(AutoStakeDestination::<T>::iter_keys().chain(lists))
    }
}
