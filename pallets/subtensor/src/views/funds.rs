//! Funds of root validators for `BetaBasketRuntimeApi` (spec 90 §11): what is in them, what their
//! shares are worth, and what a claim would pay. TAO is in rao, shares are raw (10^9 of them are
//! one beta). But for the previews of claims everything is said of what is stored; dividends that
//! wait to enter a fund are left out.

use alloc::vec::Vec;
use codec::Encode;
use subtensor_fixed::U64F64;
use subtensor_funds::{price, trade};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{
    pages::{MAX_ROWS, next_page, page_size},
    tables::view_struct,
};
use crate::{
    Config, Funds, Views,
    pallet::{BasketDepositedTao, BasketRedeemedTao, BasketTwr, StakingHotkeys},
};

view_struct! {
    /// What a fund holds on one subnet; on root it is cash.
    BasketHolding {
        netuid: u16,
        alpha: AlphaBalance,
        /// At the price of the pool.
        spot_tao: TaoBalance,
        /// What a sale of all of it would bring.
        realizable_tao: TaoBalance,
    }
}

view_struct! {
    /// A fund. Zeros for a hotkey without one.
    BasketSummary<AccountId> {
        hotkey: AccountId,
        nav_tao: TaoBalance,
        spot_nav_tao: TaoBalance,
        shares: u64,
        /// All that was ever put in, at its value then.
        deposited_tao: TaoBalance,
        /// All that claims ever paid.
        redeemed_tao: TaoBalance,
        holdings: Vec<BasketHolding>,
    }
}

view_struct! {
    /// What a coldkey has in one fund.
    BasketPosition<AccountId> {
        hotkey: AccountId,
        beta: u64,
        beta_total: u64,
        nav_tao: TaoBalance,
        /// Its part of what a sale of the fund would bring.
        value_tao: TaoBalance,
        /// Its part at the prices of the pools.
        spot_value_tao: TaoBalance,
    }
}

view_struct! {
    /// Prices of a fund's shares for display (spec 90 §10.1).
    BetaPricing<AccountId> {
        hotkey: AccountId,
        /// TAO a raw share, at the prices of the pools.
        spot_price: U64F64,
        /// The same on the scale of the index.
        display_price: U64F64,
        /// Value of what was put in once and had all dividends of the fund since.
        stake_price: U64F64,
        /// TAO of dividends that a rao of root stake has earned since the first block.
        staker_yield: U64F64,
        staker_twr: U64F64,
        bag_index: U64F64,
        stake_index: U64F64,
        /// Block of the first mark; 0 while there is none.
        first_block: u64,
        /// Whether the fund has not been marked yet, and is shown at the level of the index.
        provisional: bool,
        spot_nav_tao: TaoBalance,
        shares: u64,
        display_shares: U64F64,
    }
}

view_struct! {
    /// So many funds, in the order of storage.
    BetaPricingPage<AccountId> {
        pricing: Vec<BetaPricing<AccountId>>,
        /// Where the next page starts after; none at the end.
        next: Option<AccountId>,
    }
}

view_struct! {
    /// What a coldkey has in one fund, on the scale of the index.
    BetaPosition<AccountId> {
        hotkey: AccountId,
        beta: u64,
        display_beta: U64F64,
        display_price: U64F64,
        value_tao: TaoBalance,
        spot_value_tao: TaoBalance,
        provisional: bool,
    }
}

view_struct! {
    /// Whether a fund may be traded, and how much now.
    BasketTradingStatus {
        enabled: bool,
        frozen: bool,
        /// Blocks in which an empty budget is full again.
        refill_blocks: u64,
        tao_available: TaoBalance,
        budget_tao: TaoBalance,
    }
}

view_struct! {
    /// What a claim in the next block would do.
    BasketClaimPreview<AccountId> {
        hotkey: AccountId,
        owed_shares: u64,
        /// Worth of the shares over all holdings.
        accrued_tao: TaoBalance,
        /// What would be paid.
        redeemable_tao: TaoBalance,
        /// What would be left to the other holders, as too little to sell.
        forfeited_tao_est: TaoBalance,
        /// Holdings after the small ones have become cash.
        rows: u32,
        rows_to_sell: u32,
        dust_rows: u32,
        /// Small holdings that become cash.
        swept: u32,
        /// Waiting dividends that enter the fund first.
        flushed_credits: u32,
    }
}

/// Funds of one coldkey that are looked at: the first of its list.
const MAX_FUNDS_OF_COLDKEY: usize = 256;
/// Funds that are listed at once.
const MAX_FUNDS: usize = 1_024;

/// A fund and what it is worth, read once.
struct Valued<AccountId> {
    hotkey: AccountId,
    shares: u64,
    holdings: Vec<BasketHolding>,
    nav: TaoBalance,
    spot_nav: TaoBalance,
}

impl<AccountId> Valued<AccountId> {
    /// What raw shares are worth, if all holdings were sold and at the prices of the pools.
    fn worth(&self, shares: u64) -> (TaoBalance, TaoBalance) {
        let of = |nav: TaoBalance| price::payout(shares, nav.to_u64(), self.shares).into();
        (of(self.nav), of(self.spot_nav))
    }
}

impl<T: Config> Views<T> {
    fn valued(hotkey: T::AccountId) -> Valued<T::AccountId> {
        let holdings: Vec<BasketHolding> = Funds::<T>::holdings(&hotkey)
            .into_iter()
            .map(|holding| BasketHolding {
                netuid: holding.netuid.into(),
                alpha: holding.alpha,
                spot_tao: holding.spot_value::<T>(),
                realizable_tao: holding.sale_value::<T>(),
            })
            .collect();
        Valued {
            shares: Funds::<T>::shares(&hotkey),
            nav: holdings.iter().map(|holding| holding.realizable_tao).sum(),
            spot_nav: holdings.iter().map(|holding| holding.spot_tao).sum(),
            holdings,
            hotkey,
        }
    }

    /// The funds of a coldkey and its shares in each, those in which it has none left out.
    fn funds_of(coldkey: &T::AccountId) -> impl Iterator<Item = (T::AccountId, u64)> {
        StakingHotkeys::<T>::get(coldkey)
            .into_iter()
            .take(MAX_FUNDS_OF_COLDKEY)
            .filter_map(|hotkey| {
                let owed = Funds::<T>::owed(&hotkey, coldkey);
                (owed > 0).then_some((hotkey, owed))
            })
    }

    /// What all shares of a coldkey are worth, rao.
    pub fn get_root_basket_owed(coldkey: T::AccountId) -> TaoBalance {
        let positions = Self::get_root_basket_positions(coldkey);
        positions.iter().map(|(_, _, payout)| *payout).sum()
    }

    /// What the shares of a coldkey in one fund are worth, rao.
    pub fn get_basket_payout(hotkey: T::AccountId, coldkey: T::AccountId) -> TaoBalance {
        let owed = Funds::<T>::owed(&hotkey, &coldkey);
        let nav = Funds::<T>::nav(&hotkey).to_u64();
        price::payout(owed, nav, Funds::<T>::shares(&hotkey)).into()
    }

    /// What a sale of a fund would bring, rao.
    pub fn get_validator_basket_nav(hotkey: T::AccountId) -> TaoBalance {
        Funds::<T>::nav(&hotkey)
    }

    /// What a fund holds and what a sale of each would bring, by ascending netuid.
    pub fn get_validator_basket(hotkey: T::AccountId) -> Vec<(NetUid, AlphaBalance, TaoBalance)> {
        Funds::<T>::holdings(&hotkey)
            .into_iter()
            .map(|holding| (holding.netuid, holding.alpha, holding.sale_value::<T>()))
            .collect()
    }

    /// What sales of the first 1 024 funds would bring, rao.
    pub fn get_root_basket_total_nav() -> TaoBalance {
        let funds = Funds::<T>::funds_behind(&[]).take(MAX_FUNDS);
        funds.map(|hotkey| Funds::<T>::nav(&hotkey)).sum()
    }

    /// One fund; zeros for a hotkey without one.
    pub fn get_validator_basket_summary(hotkey: T::AccountId) -> BasketSummary<T::AccountId> {
        let fund = Self::valued(hotkey);
        BasketSummary {
            nav_tao: fund.nav,
            spot_nav_tao: fund.spot_nav,
            shares: fund.shares,
            deposited_tao: BasketDepositedTao::<T>::get(&fund.hotkey),
            redeemed_tao: BasketRedeemedTao::<T>::get(&fund.hotkey),
            holdings: fund.holdings,
            hotkey: fund.hotkey,
        }
    }

    /// The first 1 024 funds that have shares, in the order of storage.
    pub fn get_all_validator_baskets() -> Vec<BasketSummary<T::AccountId>> {
        let funds = Funds::<T>::funds_behind(&[]).take(MAX_FUNDS);
        funds.map(Self::get_validator_basket_summary).collect()
    }

    /// Shares of a coldkey and their worth, fund by fund.
    pub fn get_root_basket_positions(
        coldkey: T::AccountId,
    ) -> Vec<(T::AccountId, u64, TaoBalance)> {
        Self::funds_of(&coldkey)
            .map(|(hotkey, owed)| {
                let nav = Funds::<T>::nav(&hotkey).to_u64();
                let payout = price::payout(owed, nav, Funds::<T>::shares(&hotkey));
                (hotkey, owed, payout.into())
            })
            .collect()
    }

    fn basket_position(hotkey: T::AccountId, owed: u64) -> BasketPosition<T::AccountId> {
        let fund = Self::valued(hotkey);
        let (value_tao, spot_value_tao) = fund.worth(owed);
        BasketPosition {
            beta: owed,
            beta_total: fund.shares,
            nav_tao: fund.nav,
            value_tao,
            spot_value_tao,
            hotkey: fund.hotkey,
        }
    }

    /// What a coldkey has in one fund.
    pub fn get_basket_position(
        hotkey: T::AccountId,
        coldkey: T::AccountId,
    ) -> Option<BasketPosition<T::AccountId>> {
        let owed = Funds::<T>::owed(&hotkey, &coldkey);
        (owed > 0).then(|| Self::basket_position(hotkey, owed))
    }

    /// What a coldkey has, fund by fund.
    pub fn get_root_basket_portfolio(coldkey: T::AccountId) -> Vec<BasketPosition<T::AccountId>> {
        Self::funds_of(&coldkey)
            .map(|(hotkey, owed)| Self::basket_position(hotkey, owed))
            .collect()
    }

    /// Prices of the shares of a fund; none without shares.
    pub fn get_beta_pricing(hotkey: T::AccountId) -> Option<BetaPricing<T::AccountId>> {
        let (marks, nav) = Funds::<T>::marks(&hotkey)?;
        let index = Funds::<T>::index();
        let shares = Funds::<T>::shares(&hotkey);
        Some(BetaPricing {
            spot_price: marks.spot_price,
            display_price: marks.display_price,
            stake_price: marks.stake_price,
            staker_yield: marks.staker_yield,
            staker_twr: BasketTwr::<T>::get(&hotkey),
            bag_index: index.bag_level,
            stake_index: index.stake_level,
            first_block: marks.first_block,
            provisional: marks.provisional,
            spot_nav_tao: nav.into(),
            shares,
            display_shares: marks.display(shares),
            hotkey,
        })
    }

    /// Prices of at most `limit` funds, 0 and more than 256 standing for 256, behind
    /// `start_after`.
    pub fn get_all_beta_pricing(
        start_after: Option<T::AccountId>,
        limit: u32,
    ) -> BetaPricingPage<T::AccountId> {
        let size = page_size(limit, MAX_ROWS);
        let behind = start_after
            .map(|hotkey| hotkey.encode())
            .unwrap_or_default();
        let hotkeys: Vec<T::AccountId> = Funds::<T>::funds_behind(&behind).take(size).collect();
        let next = next_page(&hotkeys, size);
        BetaPricingPage {
            pricing: hotkeys
                .into_iter()
                .filter_map(Self::get_beta_pricing)
                .collect(),
            next,
        }
    }

    /// Levels of the index of funds and of the index of their dividends; 1 each at first.
    pub fn get_beta_index() -> (U64F64, U64F64) {
        let index = Funds::<T>::index();
        (index.bag_level, index.stake_level)
    }

    fn beta_position(hotkey: T::AccountId, owed: u64) -> Option<BetaPosition<T::AccountId>> {
        let (marks, _) = Funds::<T>::marks(&hotkey)?;
        let fund = Self::valued(hotkey);
        let (value_tao, spot_value_tao) = fund.worth(owed);
        Some(BetaPosition {
            beta: owed,
            display_beta: marks.display(owed),
            display_price: marks.display_price,
            value_tao,
            spot_value_tao,
            provisional: marks.provisional,
            hotkey: fund.hotkey,
        })
    }

    /// What a coldkey has in one fund, on the scale of the index.
    pub fn get_beta_position(
        hotkey: T::AccountId,
        coldkey: T::AccountId,
    ) -> Option<BetaPosition<T::AccountId>> {
        let owed = Funds::<T>::owed(&hotkey, &coldkey);
        if owed == 0 {
            return None;
        }
        Self::beta_position(hotkey, owed)
    }

    /// The same fund by fund.
    pub fn get_beta_portfolio(coldkey: T::AccountId) -> Vec<BetaPosition<T::AccountId>> {
        Self::funds_of(&coldkey)
            .filter_map(|(hotkey, owed)| Self::beta_position(hotkey, owed))
            .collect()
    }

    /// Whether a fund may be traded, and how much TAO may pass through it now.
    pub fn get_basket_trading_status(hotkey: T::AccountId) -> BasketTradingStatus {
        let status = Funds::<T>::trading_status(&hotkey);
        BasketTradingStatus {
            enabled: status.enabled,
            frozen: status.frozen,
            refill_blocks: trade::PERIOD,
            tao_available: status.available.into(),
            budget_tao: status.budget.into(),
        }
    }

    fn claim_preview(
        hotkey: T::AccountId,
        coldkey: &T::AccountId,
    ) -> Option<BasketClaimPreview<T::AccountId>> {
        let claim = Funds::<T>::preview_claim(&hotkey, coldkey)?;
        Some(BasketClaimPreview {
            owed_shares: claim.owed_shares,
            accrued_tao: claim.accrued_tao,
            redeemable_tao: claim.redeemable_tao,
            forfeited_tao_est: claim.forfeited,
            rows: claim.rows,
            rows_to_sell: claim.rows_to_sell,
            dust_rows: claim.dust_rows,
            swept: claim.swept,
            flushed_credits: claim.flushed_credits,
            hotkey,
        })
    }

    /// What a claim on one fund would do in the next block; none if nothing is owed.
    pub fn get_basket_claim_preview(
        hotkey: T::AccountId,
        coldkey: T::AccountId,
    ) -> Option<BasketClaimPreview<T::AccountId>> {
        Self::claim_preview(hotkey, &coldkey)
    }

    /// The same fund by fund, each as if it were the only one.
    pub fn get_root_basket_claim_previews(
        coldkey: T::AccountId,
    ) -> Vec<BasketClaimPreview<T::AccountId>> {
        StakingHotkeys::<T>::get(&coldkey)
            .into_iter()
            .take(MAX_FUNDS_OF_COLDKEY)
            .filter_map(|hotkey| Self::claim_preview(hotkey, &coldkey))
            .collect()
    }
}
