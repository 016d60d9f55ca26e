//! Registration at a price in TAO, which buys alpha that is destroyed, but for collateral (spec 30
//! §8.1, §8.2).

use core::marker::PhantomData;
use frame_support::{dispatch::DispatchResultWithPostInfo, ensure};
use subtensor_primitives::{NetUid, TaoBalance};

use crate::{
    Collateral, Config, Error, Event, Hotkeys, Ledger, Neurons, Pallet, Subnets, WeightInfo,
    pallet::{
        Burn, NetworkRegistrationAllowed, RAORecycledForRegistration, RegistrationsThisBlock,
    },
};

/// How a hotkey gets a uid, and what that costs.
pub struct Registration<T>(PhantomData<T>);

impl<T: Config> Registration<T> {
    /// Registers a hotkey at the current price. Weighs the uids that were compared to find room.
    pub(crate) fn do_burned_register(
        coldkey: &T::AccountId,
        netuid: NetUid,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            !netuid.is_root(),
            Error::<T>::RegistrationNotPermittedOnRootSubnet
        );
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Self::is_open(netuid),
            Error::<T>::SubNetRegistrationDisabled
        );
        ensure!(
            !Neurons::<T>::is_registered(netuid, hotkey),
            Error::<T>::HotKeyAlreadyRegisteredInSubNet
        );
        let price = Collateral::<T>::split_price(netuid, hotkey, coldkey, Burn::<T>::get(netuid));
        ensure!(
            Ledger::<T>::spendable_keep_alive(coldkey) >= price.charge(),
            Error::<T>::NotEnoughBalanceToStake
        );
        Collateral::<T>::check_top_up(netuid, hotkey, coldkey, &price)?;
        Hotkeys::<T>::claim_hotkey(coldkey, hotkey)?;
        let place = Neurons::<T>::vacancy_for_newcomer(netuid)?;
        let compared = Neurons::<T>::uids_to_compare(netuid);

        Collateral::<T>::pay_price(netuid, hotkey, coldkey, &price)?;
        let uid = Neurons::<T>::fill_vacancy(netuid, hotkey, place)?;
        Self::note_paid_registration(netuid, hotkey, uid, price.burned);
        Ok(Some(T::WeightInfo::burned_register(compared)).into())
    }

    /// After a registration for which `burned` rao were destroyed: the next one costs more.
    pub(super) fn note_paid_registration(
        netuid: NetUid,
        hotkey: &T::AccountId,
        uid: u16,
        burned: TaoBalance,
    ) {
        Self::raise_burn(netuid);
        RegistrationsThisBlock::<T>::mutate(netuid, |count| *count = count.saturating_add(1));
        let total = RAORecycledForRegistration::<T>::get(netuid).saturating_add(burned);
        RAORecycledForRegistration::<T>::insert(netuid, total);
        Pallet::<T>::deposit_event(Event::RAORecycledForRegistrationSet(netuid, total));
        Pallet::<T>::deposit_event(Event::NeuronRegistered(netuid, uid, hotkey.clone()));
    }

    /// Like `do_burned_register`, if the price is at most `limit` rao.
    pub(crate) fn do_register_limit(
        coldkey: &T::AccountId,
        netuid: NetUid,
        hotkey: &T::AccountId,
        limit: TaoBalance,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            !netuid.is_root(),
            Error::<T>::RegistrationNotPermittedOnRootSubnet
        );
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Burn::<T>::get(netuid) <= limit,
            Error::<T>::RegistrationPriceLimitExceeded
        );
        Self::do_burned_register(coldkey, netuid, hotkey)
    }

    /// Whether neurons may register at the price.
    pub(crate) fn is_open(netuid: NetUid) -> bool {
        NetworkRegistrationAllowed::<T>::get(netuid)
    }

    /// Registrations on a subnet in this block; outside a block, in the one before.
    pub(crate) fn count_in_block(netuid: NetUid) -> u16 {
        RegistrationsThisBlock::<T>::get(netuid)
    }
}
