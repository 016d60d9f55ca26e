//! Trades for accounts that have signed an order before (spec 80 B.5). They are ordinary purchases
//! and sales of a whole amount, whose errors come in the order in which that table has them.
//!
//! Least amounts keep users from filling the chain with dust. What a batch of orders is left with
//! when they have met may be any amount, so the account of a pallet trades without one.

use frame_support::{PalletId, ensure, traits::Get, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult, traits::AccountIdConversion};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, OrderTrades, SwapInterface, TaoBalance};

use super::{OrderLimit, Position, max_weight_of_remove_stake, relocate::max_weight_of_locks};
use crate::{
    ColdkeySwaps, Config, Error, Hotkeys, Ledger, Nominations, Shares, Staking, Subnets, WeightInfo,
};

/// Stands for any subnet but root, of which there are no orders.
const ANY_SUBNET: NetUid = NetUid::new(u16::MAX);

/// All of an amount, or nothing.
fn whole(price: TaoBalance) -> OrderLimit {
    OrderLimit {
        price,
        is_partial: false,
    }
}

impl<T: Config> Staking<T> {
    /// Least that a coldkey may pay or be paid for stake, rao: none for the account of a pallet,
    /// which nobody has the key of.
    pub(super) fn least_trade(coldkey: &T::AccountId) -> TaoBalance {
        if PalletId::try_from_account(coldkey).is_some() {
            TaoBalance::ZERO
        } else {
            T::InitialMinStake::get()
        }
    }

    fn ensure_trading(netuid: NetUid) -> DispatchResult {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        Ok(())
    }
}

impl<T: Config> OrderTrades<T::AccountId> for Staking<T> {
    fn price(netuid: NetUid) -> U64F64 {
        if Subnets::<T>::subnet_exists(netuid) {
            T::Swap::price(netuid)
        } else {
            U64F64::ZERO
        }
    }

    fn is_frozen(coldkey: &T::AccountId) -> bool {
        ColdkeySwaps::<T>::is_bound(coldkey)
    }

    /// Errors, in order: `SubnetNotExists`, `SubtokenDisabled`, `HotKeyAccountNotExists`,
    /// `AmountTooLow`, `NotEnoughBalanceToStake`; the pool's own for a limit below its price;
    /// `SlippageTooHigh`; `InsufficientLiquidity`, `TooManyStakingHotkeys`. A coldkey that pays
    /// with all it has keeps its existential deposit.
    fn buy_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        tao: TaoBalance,
        limit: TaoBalance,
    ) -> Result<AlphaBalance, DispatchError> {
        Self::ensure_trading(netuid)?;
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        ensure!(
            !tao.is_zero() && tao >= Self::least_trade(coldkey),
            Error::<T>::AmountTooLow
        );
        ensure!(
            tao <= Ledger::<T>::spendable(coldkey),
            Error::<T>::NotEnoughBalanceToStake
        );
        let swap = Self::check_purchase(coldkey, hotkey, netuid, tao, Some(whole(limit)))?;
        Self::execute_purchase(coldkey, hotkey, netuid, &swap)?;
        Ok(swap.paid_out)
    }

    /// Errors, in order: `SubnetNotExists`, `SubtokenDisabled`; `AmountTooLow` for none;
    /// `NotEnoughStakeToWithdraw`; the pool's own for a limit above its price; `SlippageTooHigh`;
    /// `AmountTooLow` for too little TAO, but for the whole position; `HotKeyAccountNotExists`,
    /// `StakeUnavailable`.
    fn sell_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
    ) -> Result<TaoBalance, DispatchError> {
        Self::ensure_trading(netuid)?;
        ensure!(!alpha.is_zero(), Error::<T>::AmountTooLow);
        ensure!(
            alpha <= Shares::<T>::stake_of(hotkey, coldkey, netuid),
            Error::<T>::NotEnoughStakeToWithdraw
        );
        let swap = Self::check_sale(coldkey, hotkey, netuid, alpha, Some(whole(limit)))?;
        Self::execute_sale(coldkey, hotkey, netuid, &swap)?;
        Nominations::<T>::clear_small_nomination_if_required(hotkey, coldkey, netuid);
        Ok(swap.paid_out)
    }

    fn move_stake(
        from: (&T::AccountId, &T::AccountId),
        to: (&T::AccountId, &T::AccountId),
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> DispatchResult {
        let from = Position::new(from.0, from.1, netuid);
        let to = Position::new(to.0, to.1, netuid);
        Self::move_as_agreed(&from, &to, alpha)
    }

    fn stake_of(coldkey: &T::AccountId, hotkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        Shares::<T>::stake_of(hotkey, coldkey, netuid)
    }

    /// Errors: those of [`Ledger::transfer_tao`].
    fn transfer_tao(from: &T::AccountId, to: &T::AccountId, amount: TaoBalance) -> DispatchResult {
        Ledger::<T>::transfer_tao(from, to, amount)
    }

    fn owns_hotkey(coldkey: &T::AccountId, hotkey: &T::AccountId) -> bool {
        Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey)
    }

    /// Errors: `CannotUseSystemAccount`; `NonAssociatedColdKey` if it belongs to somebody else;
    /// `TooManyStakingHotkeys`.
    fn claim_hotkey(coldkey: &T::AccountId, hotkey: &T::AccountId) -> DispatchResult {
        Hotkeys::<T>::claim_hotkey(coldkey, hotkey)
    }

    /// The heaviest of a purchase, a sale and a move, after a look at the price and a freeze, on
    /// any subnet but root.
    fn trade_weight() -> Weight {
        let bought = T::WeightInfo::add_stake();
        let sold = max_weight_of_remove_stake::<T>(ANY_SUBNET);
        let moved = T::WeightInfo::relocate_stake()
            .saturating_add(max_weight_of_locks::<T>(ANY_SUBNET, ANY_SUBNET));
        // Two rows say whether an account is frozen, a subnet and its pool what the price is.
        let look = T::WeightInfo::swap_guard()
            .saturating_add(T::WeightInfo::look_at_position())
            .saturating_add(T::WeightInfo::value_stakes(0, 1));
        bought.max(sold).max(moved).saturating_add(look)
    }
}
