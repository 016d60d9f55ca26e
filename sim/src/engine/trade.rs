//! Buying and selling stake (spec 50 §6). Fees belong to block authors.

use serde::Serialize;

use super::{
    economy::{MAX_PRICE, MIN_PRICE},
    stake::{ColdkeyId, HotkeyId},
    world::World,
};

/// Least TAO of a trade, rao.
const MIN_TRADE: u64 = 2_000_000;
/// Orders above this many times the reserve are refused.
const MAX_ORDER_TO_RESERVE: u64 = 1_000;

/// A trade that was executed; amounts in rao of what is paid and of what is got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Executed {
    /// What the trader gave, the fee included.
    pub spent: u64,
    /// What the trader got.
    pub received: u64,
    /// Fee, in what was given.
    pub fee: u64,
    /// Price before, TAO for an alpha.
    pub price_before: f64,
    /// The same when it was done.
    pub price_after: f64,
}

impl World {
    fn price_number(&self) -> f64 {
        self.economy.price().to_bits() as f64 / 2f64.powi(64)
    }

    /// Buys stake on a hotkey for up to `tao` rao; as far as a limit allows.
    ///
    /// Errors: why the chain would refuse it.
    pub(crate) fn buy(
        &mut self,
        coldkey: ColdkeyId,
        hotkey: HotkeyId,
        tao: u64,
        limit: Option<u64>,
    ) -> Result<Executed, &'static str> {
        self.ensure_trading(tao, self.economy.pool.tao)?;
        let fee_rate = self.economy.fee_rate;
        let least = MIN_TRADE.saturating_add(subtensor_amm::fee(MIN_TRADE, fee_rate));
        if tao < least {
            return Err("it is too small");
        }
        let terms = self.economy.terms(limit.unwrap_or(MAX_PRICE), fee_rate);
        let quote = self.economy.pool.buy(tao, &terms).map_err(refusal)?;
        if quote.paid_in < MIN_TRADE {
            return Err("what the limit leaves of it is too small");
        }
        if quote.paid_out == 0 || !self.hotkeys[hotkey].is_precise_for(quote.paid_out) {
            return Err("it buys too little alpha");
        }
        let price_before = self.price_number();
        self.economy.apply_buy(&quote);
        self.hotkeys[hotkey].increase(coldkey, quote.paid_out);
        Ok(Executed {
            spent: quote.spent(),
            received: quote.paid_out,
            fee: quote.fee,
            price_before,
            price_after: self.price_number(),
        })
    }

    /// Sells up to `alpha` rao of stake on a hotkey; as far as a limit allows.
    ///
    /// Errors: why the chain would refuse it.
    pub(crate) fn sell(
        &mut self,
        coldkey: ColdkeyId,
        hotkey: HotkeyId,
        alpha: u64,
        limit: Option<u64>,
    ) -> Result<Executed, &'static str> {
        let held = self.hotkeys[hotkey].stake_of(coldkey);
        let alpha = alpha.min(held);
        if alpha == 0 {
            return Err("there is no stake");
        }
        self.ensure_trading(alpha, self.economy.pool.alpha)?;
        let limit = limit.unwrap_or(MIN_PRICE);
        let terms = self.economy.terms(limit, self.economy.fee_rate);
        let quote = self.economy.pool.sell(alpha, &terms).map_err(refusal)?;
        let sold = quote.spent();
        if quote.paid_out < MIN_TRADE && sold != held {
            return Err("it is too small");
        }
        let price_before = self.price_number();
        if !self.hotkeys[hotkey].decrease(coldkey, sold) {
            return Err("the stake is too small to be divided");
        }
        self.economy.apply_sell(&quote);
        self.sell_fee(quote.fee);
        Ok(Executed {
            spent: sold,
            received: quote.paid_out,
            fee: quote.fee,
            price_before,
            price_after: self.price_number(),
        })
    }

    /// A fee in alpha is sold for the author; if it is worth nothing it is burned.
    fn sell_fee(&mut self, fee: u64) {
        if fee == 0 {
            return;
        }
        let quote = self
            .economy
            .pool
            .sell(fee, &self.economy.terms(MIN_PRICE, 0));
        if let Ok(quote) = quote
            && quote.paid_in == fee
        {
            self.economy.apply_sell(&quote);
        }
    }

    /// Stakes TAO on root, where a rao of TAO is a rao of stake.
    pub(crate) fn stake_on_root(
        &mut self,
        hotkey: HotkeyId,
        tao: u64,
    ) -> Result<Executed, &'static str> {
        if tao < MIN_TRADE {
            return Err("it is too small");
        }
        self.flush(hotkey);
        let root = &mut self.hotkeys[hotkey].root;
        *root = root.saturating_add(tao);
        self.root_tao = self.root_tao.saturating_add(tao);
        Ok(one_to_one(tao))
    }

    /// Takes stake off root.
    pub(crate) fn leave_root(
        &mut self,
        hotkey: HotkeyId,
        tao: u64,
    ) -> Result<Executed, &'static str> {
        let fund = self.hotkeys[hotkey].fund.root;
        let tao = tao.min(self.hotkeys[hotkey].root.saturating_sub(fund));
        if tao == 0 {
            return Err("there is no stake");
        }
        self.flush(hotkey);
        let root = &mut self.hotkeys[hotkey].root;
        *root = root.saturating_sub(tao);
        self.root_tao = self.root_tao.saturating_sub(tao);
        Ok(one_to_one(tao))
    }

    fn ensure_trading(&self, amount: u64, reserve: u64) -> Result<(), &'static str> {
        if !self.hyper.subtoken_enabled {
            return Err("alpha cannot be traded");
        }
        if amount > reserve.saturating_mul(MAX_ORDER_TO_RESERVE) {
            return Err("it is more than a thousand times the reserve");
        }
        Ok(())
    }
}

fn one_to_one(rao: u64) -> Executed {
    Executed {
        spent: rao,
        received: rao,
        fee: 0,
        price_before: 1.0,
        price_after: 1.0,
    }
}

fn refusal(error: subtensor_amm::AmmError) -> &'static str {
    use subtensor_amm::AmmError;
    match error {
        AmmError::ReservesOutOfBalance => "one side of the pool would weigh too little",
        AmmError::InputTooLarge => "it is more than a thousand times the reserve",
        AmmError::ReservesTooLow => "the reserves are too small",
        AmmError::PriceLimitExceeded => "the price is at its limit already",
        AmmError::InsufficientLiquidity => "it would take the whole reserve",
    }
}
