//! Seats on the root network (spec 30 §10).

use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchResult, PerU16};
use subtensor_primitives::NetUid;

use crate::{Config, Error, Event, Pallet, pallet::*};

/// An interval sees at most so many times the target.
const REGISTRATIONS_PER_TARGET: u16 = 3;

impl<T: Config> Pallet<T> {
    /// Seats a hotkey on root, in place of the one with the least stake if all seats are taken.
    ///
    /// Errors, in order: `RootNetworkDoesNotExist`, `TooManyRegistrationsThisBlock`,
    /// `TooManyRegistrationsThisInterval`, `HotKeyAlreadyRegisteredInSubNet`, `CannotUseSystemAccount`,
    /// `NonAssociatedColdKey`, `StakeTooLowForRoot`.
    pub(crate) fn do_root_register(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResult {
        let root = NetUid::ROOT;
        ensure!(
            Self::subnet_exists(root),
            Error::<T>::RootNetworkDoesNotExist
        );
        let in_block = RegistrationsThisBlock::<T>::get(root);
        ensure!(
            in_block < MaxRegistrationsPerBlock::<T>::get(root),
            Error::<T>::TooManyRegistrationsThisBlock
        );
        let in_interval = RegistrationsThisInterval::<T>::get(root);
        let most =
            TargetRegistrationsPerInterval::<T>::get(root).saturating_mul(REGISTRATIONS_PER_TARGET);
        ensure!(
            in_interval < most,
            Error::<T>::TooManyRegistrationsThisInterval
        );
        ensure!(
            !Self::is_registered(root, hotkey),
            Error::<T>::HotKeyAlreadyRegisteredInSubNet
        );
        Self::claim_hotkey(coldkey, hotkey)?;

        let now = Self::current_block();
        let uid = if SubnetworkN::<T>::get(root) < MaxAllowedUids::<T>::get(root) {
            Self::append_neuron(root, hotkey, now)
        } else {
            let stake = TotalHotkeyAlpha::<T>::get(hotkey, root);
            let weakest = (0..SubnetworkN::<T>::get(root))
                .map(|uid| {
                    (
                        TotalHotkeyAlpha::<T>::get(Keys::<T>::get(root, uid), root),
                        uid,
                    )
                })
                .min()
                .ok_or(Error::<T>::StakeTooLowForRoot)?;
            ensure!(weakest.0 < stake, Error::<T>::StakeTooLowForRoot);
            Self::replace_neuron(root, weakest.1, hotkey, now)?;
            weakest.1
        };
        if !Delegates::<T>::contains_key(hotkey) {
            let take = PerU16::from_parts(T::InitialDefaultDelegateTake::get());
            Delegates::<T>::insert(hotkey, take);
        }
        RegistrationsThisBlock::<T>::insert(root, in_block.saturating_add(1));
        RegistrationsThisInterval::<T>::insert(root, in_interval.saturating_add(1));
        Self::deposit_event(Event::NeuronRegistered(root, uid, hotkey.clone()));
        Ok(())
    }
}
