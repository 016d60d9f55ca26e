//! Giving up stake for nothing: recycled alpha can be emitted again, burned alpha cannot (spec 50
//! §6.6).

use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::OrderLimit;
use crate::{Config, Error, Event, Hotkeys, Ledger, Pallet, Shares, Staking, Subnets};

impl<T: Config> Staking<T> {
    /// Takes up to `amount` rao of a coldkey's stake out of the issuance.
    pub(crate) fn do_recycle_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let amount = Self::check_destruction(coldkey, hotkey, netuid, amount)?;
        Shares::<T>::decrease_stake(hotkey, coldkey, netuid, amount)?;
        Ledger::<T>::recycle_subnet_alpha(netuid, amount);
        Pallet::<T>::deposit_event(Event::AlphaRecycled(
            coldkey.clone(),
            hotkey.clone(),
            amount,
            netuid,
        ));
        Ok(())
    }

    /// Puts up to `amount` rao of a coldkey's stake out of everybody's reach.
    pub(crate) fn do_burn_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let amount = Self::check_destruction(coldkey, hotkey, netuid, amount)?;
        Shares::<T>::decrease_stake(hotkey, coldkey, netuid, amount)?;
        Ledger::<T>::burn_subnet_alpha(netuid, amount);
        Pallet::<T>::deposit_event(Event::AlphaBurned(
            coldkey.clone(),
            hotkey.clone(),
            amount,
            netuid,
        ));
        Ok(())
    }

    /// Buys stake and burns what was bought; with a limit, all of the order or nothing.
    pub(crate) fn do_add_stake_burn(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Option<TaoBalance>,
    ) -> DispatchResult {
        ensure!(
            !netuid.is_root(),
            Error::<T>::CannotBurnOrRecycleOnRootSubnet
        );
        let limit = limit.map(|price| OrderLimit {
            price,
            is_partial: false,
        });
        let alpha = Self::do_add_stake(coldkey, hotkey, netuid, amount, limit)?;
        Self::do_burn_alpha(coldkey, hotkey, netuid, alpha)?;
        Pallet::<T>::deposit_event(Event::AddStakeBurn {
            netuid,
            hotkey: hotkey.clone(),
            amount,
            alpha,
        });
        Ok(())
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
