//! What a registration costs, and what it leaves behind (spec 90 §14.2).

use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::{U64F64, mul_div_u64};
use subtensor_prices::requirement;
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{
    Coinbase, Collateral, Config, Error, Event, Ledger, Pallet, Shares, Staking,
    pallet::{CollateralDrainRatio, CollateralLockShare, MinerCollateral},
    shares::Giver,
    staking::Purchase,
};

/// Highest price at which collateral is bought: 1.05 times that of the pool, times the rao of a
/// TAO.
const LIMIT_TO_SPOT: u64 = 1_050_000_000;

/// The price of a registration in its parts, rao of TAO.
#[derive(Clone, Copy)]
pub(crate) struct Price {
    /// Buys alpha that is destroyed.
    pub burned: TaoBalance,
    /// Buys alpha that is locked.
    pub top_up: TaoBalance,
}

impl Price {
    /// What is paid.
    pub(crate) const fn charge(&self) -> TaoBalance {
        self.burned.saturating_add(self.top_up)
    }
}

impl<T: Config> Collateral<T> {
    /// Splits the price of a registration on a subnet. What the position has locked counts towards
    /// the collateral, at the moving price.
    pub(crate) fn split_price(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        price: TaoBalance,
    ) -> Price {
        let share = CollateralLockShare::<T>::get(netuid);
        let required = TaoBalance::new(requirement(price.to_u64(), share));
        let top_up = if required.is_zero() {
            required
        } else {
            let locked = Self::locked(netuid, hotkey, coldkey);
            required.saturating_sub(Self::worth(netuid, locked))
        };
        Price {
            burned: price.saturating_sub(required),
            top_up,
        }
    }

    /// Worth of alpha at the moving price, rounded down.
    pub(super) fn worth(netuid: NetUid, alpha: AlphaBalance) -> TaoBalance {
        let price = Coinbase::<T>::moving_price(netuid);
        let alpha = U64F64::from_num(alpha.to_u64());
        TaoBalance::new(alpha.saturating_mul(price).to_u64())
    }

    /// Whether a registration may leave collateral behind.
    ///
    /// Errors: `TooManyStakingHotkeys`, `ColdkeyCollateralPositionsFull`.
    pub(crate) fn check_top_up(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        price: &Price,
    ) -> DispatchResult {
        if price.top_up.is_zero() {
            return Ok(());
        }
        Shares::<T>::ensure_may_stake_on(hotkey, coldkey, Giver::Itself)?;
        Ok(Self::ensure_room(netuid, hotkey, coldkey)?)
    }

    /// Buys alpha for the price of a registration, all of it or none; locks what of it is
    /// collateral and takes the rest out of existence. The fee is the block author's. From now on
    /// collateral of the position comes free by the subnet's ratio of now.
    ///
    /// Errors: `InsufficientLiquidity`, `SlippageTooHigh`; those of the pool, of the transfer and
    /// of the lock.
    pub(crate) fn pay_price(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        price: &Price,
    ) -> DispatchResult {
        if !price.charge().is_zero() {
            let swap = Self::quote_price(netuid, price)?;
            Ledger::<T>::transfer_to_subnet(netuid, coldkey, swap.spent())?;
            Ledger::<T>::apply_buy(netuid, &swap);
            let kept = Self::keep(netuid, hotkey, coldkey, price, &swap)?;
            Ledger::<T>::recycle_subnet_alpha(netuid, swap.paid_out.saturating_sub(kept));
            Staking::<T>::pay_fee_to_author(netuid, swap.fee);
        }
        let key = (netuid, hotkey, coldkey);
        if let Some(mut row) = MinerCollateral::<T>::get(key) {
            row.drain_ratio = CollateralDrainRatio::<T>::get(netuid);
            MinerCollateral::<T>::insert(key, row);
        }
        Ok(())
    }

    fn quote_price(netuid: NetUid, price: &Price) -> Result<Purchase, DispatchError> {
        let limit = if price.top_up.is_zero() {
            T::Swap::max_price()
        } else {
            let limit = T::Swap::price(netuid).saturating_mul(U64F64::from_num(LIMIT_TO_SPOT));
            TaoBalance::new(limit.to_u64())
        };
        ensure!(!limit.is_zero(), Error::<T>::InsufficientLiquidity);
        let swap = T::Swap::buy(netuid, price.charge(), limit, SwapFee::Charged)?;
        ensure!(swap.spent() == price.charge(), Error::<T>::SlippageTooHigh);
        Ok(swap)
    }

    /// Stakes and locks the part of a purchase that is collateral; returns it.
    ///
    /// Errors: `InsufficientLiquidity` if that is nothing, or too little for a share.
    fn keep(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        price: &Price,
        swap: &Purchase,
    ) -> Result<AlphaBalance, DispatchError> {
        if price.top_up.is_zero() {
            return Ok(AlphaBalance::ZERO);
        }
        let kept = AlphaBalance::new(mul_div_u64(
            swap.paid_out.to_u64(),
            price.top_up.to_u64(),
            price.charge().to_u64(),
        ));
        Staking::<T>::check_credit(hotkey, netuid, kept)?;
        Shares::<T>::increase_stake(hotkey, coldkey, netuid, kept);
        Pallet::<T>::deposit_event(Event::StakeAdded(
            coldkey.clone(),
            hotkey.clone(),
            price.top_up,
            kept,
            netuid,
            swap.fee.to_u64(),
        ));
        Self::lock(netuid, hotkey, coldkey, kept)?;
        Ok(kept)
    }
}
