//! Trades (spec 90 §9): the owner of a hotkey exchanges one holding of its fund for another. Narrow
//! bands around average prices, a budget for a day, and caps on what is held keep it from moving
//! the holders' value to itself.

use alloc::collections::BTreeMap;
use frame_support::{dispatch::DispatchResultWithPostInfo, ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::U64F64;
use subtensor_funds::trade::{self, Prices, Purchase};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::{Holding, weights::weight_of_trades};
use crate::{
    Coinbase, Config, Error, Event, Funds, Hotkeys, Ledger, Neurons, Pallet, Schedule, Shares,
    Staking, Subnets,
    pallet::{
        BasketConcentrationCap, BasketDailyTurnoverCap, BasketLiquidityCap, BasketLiquidityUsed,
        BasketMinTradeTao, BasketTradeBucket, BasketTradingEnabled, BasketTradingFrozen,
    },
};

/// Most trades of one call.
pub(crate) const MAX_LEGS: u32 = 128;

/// A trade as calls name it: where from, where to, rao of alpha of the origin (of TAO on root),
/// least rao to get.
pub(crate) type Leg = (NetUid, NetUid, AlphaBalance, u64);

/// What may be traded with a fund now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TradingStatus {
    /// Whether funds may trade at all.
    pub enabled: bool,
    /// Whether this one may not.
    pub frozen: bool,
    /// Rao that may be turned over at once.
    pub available: u64,
    /// The same with a full budget.
    pub budget: u64,
}

/// What each holding of a fund is worth at guarded prices, rao.
struct Worth(BTreeMap<NetUid, u64>);

impl Worth {
    fn sum(&self) -> u64 {
        self.0
            .values()
            .fold(0, |sum: u64, value| sum.saturating_add(*value))
    }
}

impl<T: Config> Funds<T> {
    /// Exchanges holdings of a fund, all of it or nothing.
    pub(crate) fn do_swap_basket(
        owner: &T::AccountId,
        hotkey: &T::AccountId,
        legs: &[Leg],
    ) -> DispatchResultWithPostInfo {
        ensure!(!legs.is_empty(), Error::<T>::BasketSwapBatchEmpty);
        Self::check_trades(owner, hotkey, legs)?;
        let weight = weight_of_trades::<T>(
            legs.len() as u32,
            Self::count_queued(hotkey),
            Self::count_rows(hotkey),
        );
        Self::flush(hotkey);
        let mut worth = Self::worth(hotkey);
        for leg in legs {
            Self::trade(hotkey, leg, &mut worth)?;
        }
        Ok(Some(weight).into())
    }

    fn check_trades(owner: &T::AccountId, hotkey: &T::AccountId, legs: &[Leg]) -> DispatchResult {
        ensure!(
            BasketTradingEnabled::<T>::get(),
            Error::<T>::BasketTradingDisabled
        );
        ensure!(
            !BasketTradingFrozen::<T>::contains_key(hotkey),
            Error::<T>::BasketTradingFrozen
        );
        let has_sense = legs.iter().all(|(from, to, ..)| from != to);
        ensure!(has_sense, Error::<T>::BasketSameSubnet);
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(owner, hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        ensure!(
            Neurons::<T>::is_registered(NetUid::ROOT, hotkey),
            Error::<T>::HotKeyNotRegisteredInSubNet
        );
        for (from, to, amount, _) in legs {
            let ends = [*from, *to];
            ensure!(
                ends.into_iter().all(Subnets::<T>::subnet_exists),
                Error::<T>::SubnetNotExists
            );
            ensure!(
                ends.into_iter()
                    .all(|netuid| netuid.is_root() || Subnets::<T>::is_trading(netuid)),
                Error::<T>::SubtokenDisabled
            );
            ensure!(!amount.is_zero(), Error::<T>::AmountTooLow);
        }
        Ok(())
    }

    fn worth(hotkey: &T::AccountId) -> Worth {
        let value = |holding: &Holding| (holding.netuid, holding.guarded_value::<T>().to_u64());
        Worth(Self::holdings(hotkey).iter().map(value).collect())
    }

    /// One exchange.
    ///
    /// Errors, in order: `NotEnoughStakeToWithdraw`; `SlippageTooHigh` for the sale;
    /// `AmountTooLow`; `BasketTurnoverBudgetExceeded`; `SlippageTooHigh` for the purchase;
    /// `BasketMinOutNotMet`; `BasketLiquidityCapExceeded`; `BasketConcentrationCapExceeded`.
    fn trade(hotkey: &T::AccountId, leg: &Leg, worth: &mut Worth) -> DispatchResult {
        let (from, to, amount, min_out) = *leg;
        ensure!(
            amount <= Self::held(hotkey, from),
            Error::<T>::NotEnoughStakeToWithdraw
        );
        let level = Self::turnover_left(hotkey, worth.sum());
        let mid = Self::sell_for_trade(hotkey, from, amount)?;
        let min = T::InitialMinStake::get()
            .to_u64()
            .max(BasketMinTradeTao::<T>::get());
        ensure!(mid.to_u64() >= min, Error::<T>::AmountTooLow);
        let now = Schedule::<T>::current_block();
        let left = trade::spend(level, mid.to_u64(), now)
            .ok_or(Error::<T>::BasketTurnoverBudgetExceeded)?;
        BasketTradeBucket::<T>::insert(hotkey, left);
        let account = Subnets::<T>::account_of_subnet(to);
        Ledger::<T>::transfer_from_subnet(from, &account, mid)?;
        let bought = Self::buy_for_trade(hotkey, to, mid)?;
        ensure!(bought.to_u64() >= min_out, Error::<T>::BasketMinOutNotMet);
        for netuid in [from, to] {
            let holding = Holding::new(netuid, Self::held(hotkey, netuid));
            worth
                .0
                .insert(netuid, holding.guarded_value::<T>().to_u64());
        }
        if !to.is_root() {
            Self::note_use_of_pool(hotkey, to, bought)?;
            Self::check_concentration(hotkey, to, worth.sum())?;
        }
        Pallet::<T>::deposit_event(Event::BasketSwapped {
            hotkey: hotkey.clone(),
            origin_netuid: from,
            destination_netuid: to,
            alpha_sold: amount,
            tao_mid: mid,
            alpha_bought: bought,
        });
        Ok(())
    }

    fn turnover_left(hotkey: &T::AccountId, nav: u64) -> u64 {
        let budget = trade::budget(nav, BasketDailyTurnoverCap::<T>::get());
        let bucket = BasketTradeBucket::<T>::get(hotkey);
        trade::level(budget, bucket, Schedule::<T>::current_block())
    }

    fn prices(netuid: NetUid) -> Prices {
        Prices {
            slow: Coinbase::<T>::moving_price(netuid),
            fast: Coinbase::<T>::fast_price(netuid).unwrap_or(U64F64::ZERO),
            spot: T::Swap::price(netuid),
        }
    }

    /// Takes of a holding and sells it, all of it within the band; the TAO stays on the account of
    /// the subnet.
    fn sell_for_trade(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> Result<TaoBalance, DispatchError> {
        let limit = if Subnets::<T>::is_dynamic(netuid) {
            let limit = Self::prices(netuid).sell_limit();
            TaoBalance::new(limit.ok_or(Error::<T>::SlippageTooHigh)?)
        } else {
            T::Swap::min_price()
        };
        let swap = T::Swap::sell(netuid, amount, limit, SwapFee::Charged)
            .map_err(|_| Error::<T>::SlippageTooHigh)?;
        ensure!(swap.spent() == amount, Error::<T>::SlippageTooHigh);
        Shares::<T>::decrease_stake(hotkey, &Self::escrow(), netuid, amount)?;
        Ledger::<T>::apply_sell(netuid, &swap);
        Staking::<T>::pay_alpha_fee_to_author(netuid, swap.fee);
        Ok(swap.paid_out)
    }

    /// Buys for TAO that the account of the subnet has received, for all of it within the band.
    fn buy_for_trade(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
    ) -> Result<AlphaBalance, DispatchError> {
        let limit = if Subnets::<T>::is_dynamic(netuid) {
            let limit = Self::prices(netuid).buy_limit();
            TaoBalance::new(limit.ok_or(Error::<T>::SlippageTooHigh)?)
        } else {
            T::Swap::max_price()
        };
        let swap = T::Swap::buy(netuid, amount, limit, SwapFee::Charged)
            .map_err(|_| Error::<T>::SlippageTooHigh)?;
        ensure!(swap.spent() == amount, Error::<T>::SlippageTooHigh);
        Ledger::<T>::apply_buy(netuid, &swap);
        Shares::<T>::increase_stake(hotkey, &Self::escrow(), netuid, swap.paid_out);
        Staking::<T>::pay_fee_to_author(netuid, swap.fee);
        Ok(swap.paid_out)
    }

    /// Counts what a fund has bought from a pool.
    ///
    /// Errors: `BasketLiquidityCapExceeded`.
    fn note_use_of_pool(
        hotkey: &T::AccountId,
        netuid: NetUid,
        bought: AlphaBalance,
    ) -> DispatchResult {
        let purchase = Purchase {
            bought: bought.to_u64(),
            held: Self::held(hotkey, netuid).to_u64(),
            reserve: Ledger::<T>::pool_alpha(netuid).to_u64(),
        };
        let used = purchase
            .use_pool(
                BasketLiquidityCap::<T>::get(),
                BasketLiquidityUsed::<T>::get(hotkey, netuid),
                Schedule::<T>::current_block(),
            )
            .ok_or(Error::<T>::BasketLiquidityCapExceeded)?;
        BasketLiquidityUsed::<T>::insert(hotkey, netuid, used);
        Subnets::<T>::note_account(netuid, hotkey);
        Ok(())
    }

    /// Errors: `BasketConcentrationCapExceeded`.
    fn check_concentration(hotkey: &T::AccountId, netuid: NetUid, nav: u64) -> DispatchResult {
        let value = Holding::new(netuid, Self::held(hotkey, netuid)).sale_value::<T>();
        let is_too_much = trade::is_concentrated(
            value.to_u64(),
            nav,
            BasketConcentrationCap::<T>::get(),
            Subnets::<T>::count().saturating_sub(1),
        );
        ensure!(!is_too_much, Error::<T>::BasketConcentrationCapExceeded);
        Ok(())
    }

    /// Lets a fund trade, or keeps it from that.
    pub fn set_trading_frozen(hotkey: &T::AccountId, frozen: bool) {
        if frozen {
            BasketTradingFrozen::<T>::insert(hotkey, ());
        } else {
            BasketTradingFrozen::<T>::remove(hotkey);
        }
    }

    /// What may be traded with a fund now.
    pub fn trading_status(hotkey: &T::AccountId) -> TradingStatus {
        let nav = Self::worth(hotkey).sum();
        TradingStatus {
            enabled: BasketTradingEnabled::<T>::get(),
            frozen: BasketTradingFrozen::<T>::contains_key(hotkey),
            available: Self::turnover_left(hotkey, nav),
            budget: trade::budget(nav, BasketDailyTurnoverCap::<T>::get()),
        }
    }
}
