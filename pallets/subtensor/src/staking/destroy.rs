//! Giving up stake for nothing: recycled alpha can be emitted again, burned alpha cannot (spec 50
//! §6.6).

use frame_support::{dispatch::DispatchResultWithPostInfo, ensure, weights::Weight};
use sp_runtime::DispatchError;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::OrderLimit;
use crate::{
    Config, Error, Event, Hotkeys, Ledger, Locks, Pallet, Shares, Staking, Subnets, WeightInfo,
};

/// Weight of destroying stake, whatever is locked.
pub(crate) fn max_weight_of_destruction<T: Config>() -> Weight {
    T::WeightInfo::destroy_alpha().saturating_add(T::WeightInfo::look_at_lock())
}

impl<T: Config> Staking<T> {
    /// Takes up to `amount` rao of a coldkey's stake out of the issuance.
    pub(crate) fn do_recycle_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResultWithPostInfo {
        let amount = Self::check_destruction(coldkey, hotkey, netuid, amount)?;
        Shares::<T>::decrease_stake(hotkey, coldkey, netuid, amount)?;
        Ledger::<T>::recycle_subnet_alpha(netuid, amount);
        Pallet::<T>::deposit_event(Event::AlphaRecycled(
            coldkey.clone(),
            hotkey.clone(),
            amount,
            netuid,
        ));
        let lock = Locks::<T>::weight_of_look(netuid, coldkey);
        Ok(Some(T::WeightInfo::destroy_alpha().saturating_add(lock)).into())
    }

    /// Puts up to `amount` rao of a coldkey's stake out of everybody's reach.
    pub(crate) fn do_burn_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResultWithPostInfo {
        let amount = Self::check_destruction(coldkey, hotkey, netuid, amount)?;
        Shares::<T>::decrease_stake(hotkey, coldkey, netuid, amount)?;
        Ledger::<T>::burn_subnet_alpha(netuid, amount);
        Pallet::<T>::deposit_event(Event::AlphaBurned(
            coldkey.clone(),
            hotkey.clone(),
            amount,
            netuid,
        ));
        let lock = Locks::<T>::weight_of_look(netuid, coldkey);
        Ok(Some(T::WeightInfo::destroy_alpha().saturating_add(lock)).into())
    }

    /// Buys stake and burns what was bought; with a limit, all of the order or nothing.
    pub(crate) fn do_add_stake_burn(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Option<TaoBalance>,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            !netuid.is_root(),
            Error::<T>::CannotBurnOrRecycleOnRootSubnet
        );
        let limit = limit.map(|price| OrderLimit {
            price,
            is_partial: false,
        });
        let alpha = Self::do_add_stake(coldkey, hotkey, netuid, amount, limit)?;
        let burned = Self::do_burn_alpha(coldkey, hotkey, netuid, alpha)?;
        Pallet::<T>::deposit_event(Event::AddStakeBurn {
            netuid,
            hotkey: hotkey.clone(),
            amount,
            alpha,
        });
        let weight = burned.actual_weight;
        Ok(weight
            .map(|burned| T::WeightInfo::add_stake().saturating_add(burned))
            .into())
    }

    fn check_destruction(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> Result<AlphaBalance, DispatchError> {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            !netuid.is_root(),
            Error::<T>::CannotBurnOrRecycleOnRootSubnet
        );
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let amount = amount.min(Shares::<T>::stake_of(hotkey, coldkey, netuid));
        ensure!(
            Ledger::<T>::alpha_out(netuid) >= amount,
            Error::<T>::InsufficientLiquidity
        );
        Shares::<T>::ensure_available(hotkey, coldkey, netuid, amount)?;
        Ok(amount)
    }
}
