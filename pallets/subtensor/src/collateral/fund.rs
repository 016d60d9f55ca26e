//! What the owner of a hotkey does about its collateral: adds to it, and says how much of it shall
//! stay (spec 90 §14.4).

use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{
    Coinbase, Collateral, Config, Error, Event, Hotkeys, Ledger, Pallet, Shares, Staking, Subnets,
    pallet::MinerCollateral, staking::Purchase,
};

impl<T: Config> Collateral<T> {
    /// Locks `alpha` rao more of a coldkey's stake on its hotkey; what the position lacks is
    /// bought, at most at `limit` rao per alpha.
    pub(crate) fn do_add_collateral(
        coldkey: &T::AccountId,
        netuid: NetUid,
        hotkey: &T::AccountId,
        alpha: AlphaBalance,
        limit: TaoBalance,
    ) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        Self::ensure_owner(coldkey, hotkey)?;
        ensure!(!alpha.is_zero(), Error::<T>::AmountTooLow);
        let held = Shares::<T>::available(hotkey, coldkey, netuid).min(alpha);
        let purchase =
            Self::quote_shortfall(coldkey, netuid, hotkey, alpha.saturating_sub(held), limit)?;
        let bought = purchase.map_or(AlphaBalance::ZERO, |swap| swap.paid_out);
        let added = held.saturating_add(bought);
        ensure!(!added.is_zero(), Error::<T>::AmountTooLow);
        Self::ensure_room(netuid, hotkey, coldkey)?;

        if let Some(swap) = purchase {
            Staking::<T>::execute_purchase(coldkey, hotkey, netuid, &swap)?;
        }
        Ok(Self::lock(netuid, hotkey, coldkey, added)?)
    }

    /// Quotes the purchase of what it takes at the moving price to get `shortfall` rao of alpha;
    /// none if that is less than a rao of TAO.
    fn quote_shortfall(
        coldkey: &T::AccountId,
        netuid: NetUid,
        hotkey: &T::AccountId,
        shortfall: AlphaBalance,
        limit: TaoBalance,
    ) -> Result<Option<Purchase>, DispatchError> {
        if shortfall.is_zero() {
            return Ok(None);
        }
        ensure!(
            !Coinbase::<T>::moving_price(netuid).is_zero(),
            Error::<T>::InsufficientLiquidity
        );
        let tao = Self::worth(netuid, shortfall);
        if tao.is_zero() {
            return Ok(None);
        }
        let swap = Staking::<T>::check_purchase(coldkey, hotkey, netuid, tao, None)?;
        ensure!(
            tao <= Ledger::<T>::spendable_keep_alive(coldkey),
            Error::<T>::NotEnoughBalanceToStake
        );
        let within_limit = T::Swap::buy(netuid, tao, limit, SwapFee::Charged).ok();
        ensure!(within_limit == Some(swap), Error::<T>::SlippageTooHigh);
        Ok(Some(swap))
    }

    /// Sets how much of a coldkey's stake on its hotkey shall be collateral: no less comes free,
    /// and what is lacking is kept of what it earns.
    pub(crate) fn do_set_min_collateral(
        coldkey: &T::AccountId,
        netuid: NetUid,
        hotkey: &T::AccountId,
        min_locked: AlphaBalance,
    ) -> DispatchResult {
        Self::ensure_subnet(netuid)?;
        Self::ensure_owner(coldkey, hotkey)?;
        if !min_locked.is_zero() || MinerCollateral::<T>::contains_key((netuid, hotkey, coldkey)) {
            let mut row = Self::row(netuid, hotkey, coldkey)?;
            row.min_locked = min_locked;
            Self::store(netuid, hotkey, coldkey, row.locked, row);
        }
        Pallet::<T>::deposit_event(Event::MinCollateralSet {
            netuid,
            hotkey: hotkey.clone(),
            min_locked,
        });
        Ok(())
    }

    fn ensure_subnet(netuid: NetUid) -> Result<(), Error<T>> {
        ensure!(
            !netuid.is_root(),
            Error::RegistrationNotPermittedOnRootSubnet
        );
        ensure!(Subnets::<T>::subnet_exists(netuid), Error::SubnetNotExists);
        Ok(())
    }

    fn ensure_owner(coldkey: &T::AccountId, hotkey: &T::AccountId) -> Result<(), Error<T>> {
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::HotKeyAccountNotExists
        );
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey),
            Error::NonAssociatedColdKey
        );
        Ok(())
    }
}
