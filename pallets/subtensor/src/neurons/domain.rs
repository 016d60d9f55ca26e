//! The uids of a subnet, and how one registers there, from its first to its last block.

use frame_support::weights::WeightMeter;
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{
    Config, Event, Mechanisms, Neurons, Pallet, Registration, WeightInfo,
    domain::{Domain, HotkeySwap, Renumbering, drain, spend},
    pallet::{
        Burn, BurnDecay, BurnRegistrationsThisInterval, ImmunityPeriod, IsNetworkMember, Keys,
        LastAdjustmentBlock, MaxAllowedUids, MaxAllowedValidators, NetworkRegistrationAllowed,
        NullPruningTarget, POWRegistrationsThisInterval, RAORecycledForRegistration,
        RegistrationsThisBlock, RegistrationsThisInterval, SavedYumaMaxAllowedValidators,
        SubnetworkN, Uids,
    },
};

/// Price of the first registrations on a new subnet, rao.
const NEW_SUBNET_BURN: TaoBalance = TaoBalance::new(1_000_000_000);
const NEW_SUBNET_MAX_UIDS: u16 = 256;
const NEW_SUBNET_MAX_VALIDATORS: u16 = 64;
const NEW_SUBNET_IMMUNITY: u16 = 5_000;

impl<T: Config> Domain<T> for Neurons<T> {
    fn open_subnet(netuid: NetUid, _now: u64) {
        SubnetworkN::<T>::insert(netuid, 0);
        MaxAllowedUids::<T>::insert(netuid, NEW_SUBNET_MAX_UIDS);
        Pallet::<T>::deposit_event(Event::MaxAllowedUidsSet(netuid, NEW_SUBNET_MAX_UIDS));
        MaxAllowedValidators::<T>::insert(netuid, NEW_SUBNET_MAX_VALIDATORS);
        Pallet::<T>::deposit_event(Event::MaxAllowedValidatorsSet(
            netuid,
            NEW_SUBNET_MAX_VALIDATORS,
        ));
        ImmunityPeriod::<T>::insert(netuid, NEW_SUBNET_IMMUNITY);
        Pallet::<T>::deposit_event(Event::ImmunityPeriodSet(netuid, NEW_SUBNET_IMMUNITY));
    }

    /// Every neuron, and what it announced.
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let uids = Keys::<T>::iter_key_prefix(netuid);
        let weight = T::WeightInfo::erase_neuron(Mechanisms::<T>::count(netuid).into());
        drain(uids, weight, meter, |uid| {
            Self::unseat(netuid, uid);
        })
    }

    fn forget_values(netuid: NetUid) {
        SubnetworkN::<T>::remove(netuid);
        SavedYumaMaxAllowedValidators::<T>::remove(netuid);
        NullPruningTarget::<T>::remove(netuid);
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        !Self::is_registered(netuid, swap.old)
            || spend(
                meter,
                T::WeightInfo::swap_neuron(Mechanisms::<T>::count(netuid).into()),
            )
    }

    /// What is kept by uid follows by itself.
    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let Some(uid) = Uids::<T>::take(netuid, swap.old) else {
            return;
        };
        IsNetworkMember::<T>::remove(swap.old, netuid);
        Keys::<T>::insert(netuid, uid, swap.new);
        Uids::<T>::insert(netuid, swap.new, uid);
        IsNetworkMember::<T>::insert(swap.new, netuid, true);
    }

    fn renumber_uids(netuid: NetUid, uids: &Renumbering<T::AccountId>) {
        for (new, old) in (0u16..).zip(&uids.stay) {
            Self::move_seat(netuid, *old, new);
        }
        SubnetworkN::<T>::insert(netuid, uids.stay.len() as u16);
    }
}

impl<T: Config> Domain<T> for Registration<T> {
    fn open_subnet(netuid: NetUid, _now: u64) {
        NetworkRegistrationAllowed::<T>::insert(netuid, true);
        Pallet::<T>::deposit_event(Event::RegistrationAllowed(netuid, true));
        Burn::<T>::insert(netuid, NEW_SUBNET_BURN);
        RegistrationsThisInterval::<T>::insert(netuid, 0);
        RAORecycledForRegistration::<T>::insert(netuid, TaoBalance::ZERO);
    }

    fn forget_values(netuid: NetUid) {
        Burn::<T>::remove(netuid);
        BurnDecay::<T>::remove(netuid);
        RegistrationsThisBlock::<T>::remove(netuid);
        RegistrationsThisInterval::<T>::remove(netuid);
        POWRegistrationsThisInterval::<T>::remove(netuid);
        BurnRegistrationsThisInterval::<T>::remove(netuid);
        LastAdjustmentBlock::<T>::remove(netuid);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_burn_decay()?;
        Self::check_root_seats()
    }
}
