//! Keys on a subnet that goes, and in the place of another.

use frame_support::{ensure, weights::WeightMeter};
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Hotkeys, Neurons, Shares, WeightInfo,
    domain::{Domain, HotkeySwap, drain, spend},
    pallet::{
        HotkeyRoot, HotkeySuccessor, LastHotkeySwapOnNetuid, OwnedHotkeys, Owner,
        StakeMoveCooldownUntil,
    },
    shares::MAX_HOTKEYS,
};

impl<T: Config> Domain<T> for Hotkeys<T> {
    /// When hotkeys were swapped, and for which.
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let weight = T::WeightInfo::erase_row();
        let keys =
            HotkeySuccessor::<T>::drain_prefix(netuid).chain(HotkeyRoot::<T>::drain_prefix(netuid));
        let blocks = LastHotkeySwapOnNetuid::<T>::drain_prefix(netuid)
            .chain(StakeMoveCooldownUntil::<T>::drain_prefix(netuid));
        drain(keys, weight, meter, |_| ()) && drain(blocks, weight, meter, |_| ())
    }

    /// A hotkey with a place has no successor there.
    fn add_neuron(netuid: NetUid, uid: u16, _now: u64) {
        HotkeySuccessor::<T>::remove(netuid, Neurons::<T>::hotkey_of(netuid, uid));
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        let is_idle = Shares::<T>::hotkey_alpha(swap.old, netuid).is_zero()
            && !Self::hands_on_place(netuid, swap);
        is_idle || spend(meter, T::WeightInfo::swap_lineage())
    }

    /// Told before the others, while the old one still has what it gives.
    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::note_swap(netuid, swap);
    }

    /// Told after the others. Who keeps stake on a hotkey keeps the hotkey.
    fn swap_hotkey_everywhere(swap: &HotkeySwap<T::AccountId>) {
        if swap.keep_stake {
            return;
        }
        Owner::<T>::remove(swap.old);
        OwnedHotkeys::<T>::mutate(swap.coldkey, |hotkeys| {
            hotkeys.retain(|hotkey| hotkey != swap.old)
        });
        Shares::<T>::forget_staking_hotkey(swap.old, swap.coldkey);
    }

    /// No key is both, and the new coldkey can own the hotkeys of both.
    ///
    /// Errors: `NewColdKeyIsHotkey`, `TooManyStakingHotkeys`.
    fn check_coldkey_swap(old: &T::AccountId, new: &T::AccountId) -> DispatchResult {
        ensure!(
            !Self::hotkey_account_exists(new),
            Error::<T>::NewColdKeyIsHotkey
        );
        let owned = Self::count_owned(old).saturating_add(Self::count_owned(new));
        ensure!(
            owned as usize <= MAX_HOTKEYS,
            Error::<T>::TooManyStakingHotkeys
        );
        Ok(())
    }

    /// A hotkey has one owner, so none is in both lists.
    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        let hotkeys = OwnedHotkeys::<T>::take(old);
        if hotkeys.is_empty() {
            return;
        }
        for hotkey in &hotkeys {
            Owner::<T>::insert(hotkey, new);
        }
        OwnedHotkeys::<T>::mutate(new, |owned| owned.extend(hotkeys));
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        let nobody = Self::zero_account();
        for (coldkey, hotkeys) in OwnedHotkeys::<T>::iter() {
            ensure!(
                hotkeys
                    .iter()
                    .all(|hotkey| Owner::<T>::get(hotkey) == coldkey),
                "an owned hotkey has another owner"
            );
        }
        // Genesis gives the zero account itself.
        for (hotkey, coldkey) in Owner::<T>::iter().filter(|(_, owner)| *owner != nobody) {
            ensure!(
                OwnedHotkeys::<T>::get(coldkey).contains(&hotkey),
                "a hotkey is not in the list of its owner"
            );
        }
        Self::check_lineages()
    }
}
