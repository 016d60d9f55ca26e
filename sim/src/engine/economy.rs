//! A subnet's pool, its averages and its pots (spec 10 §9 to §15, 50 §5, 90 §19).

use subtensor_amm::{AmmError, Pool, Quote, Terms};
use subtensor_emission::{PoolTerms, pool_terms, root_proportion};
use subtensor_fixed::{Fixed, I96F32, U64F64, U96F32};

use super::schedule::Schedule;

/// Limit of a purchase without one, rao of TAO for an alpha.
pub(crate) const MAX_PRICE: u64 = 1_000_000_000_000_000;
/// Limit of a sale without one, rao of TAO for an alpha.
pub(crate) const MIN_PRICE: u64 = 1_000;
/// A pool whose output reserve is smaller does not trade, rao.
const MINIMUM_RESERVE: u64 = 1_000_000;

/// Alpha that waits for an epoch, rao.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Pots {
    pub owner: u64,
    pub server: u64,
    pub validator: u64,
    pub root: u64,
}

/// What a block gave to a subnet, rao.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Injected {
    /// TAO added to the pool.
    pub tao: u64,
    /// Alpha added to the pool.
    pub alpha: u64,
    /// TAO that bought alpha for the chain.
    pub excess: u64,
    /// TAO that was created.
    pub minted: u64,
}

/// All that emission and trade need of a subnet.
#[derive(Clone, Debug)]
pub(crate) struct Economy {
    pub netuid: u16,
    pub is_dynamic: bool,
    /// Whether it takes part in emission.
    pub is_emitted_to: bool,
    pub first_block: Option<u64>,
    pub pool: Pool,
    /// Of 65535.
    pub fee_rate: u16,
    /// Alpha outside the pool, rao.
    pub alpha_out: u64,
    /// Of it bought by the chain, rao.
    pub protocol_alpha: u64,
    /// TAO and alpha that the pool could not take, rao.
    pub kept: (u64, u64),
    pub moving_price: I96F32,
    pub fast_price: Option<U64F64>,
    pub miner_burned: U96F32,
    /// Whether TAO is emitted to it.
    pub is_enabled: bool,
    pub has_owner_cut: bool,
    /// Blocks.
    pub ema_halving: u64,
    pub is_null: bool,
    pub schedule: Schedule,
    pub pots: Pots,
    /// What blocks gave since somebody has read this.
    pub totals: Injected,
}

impl Injected {
    /// Adds another block.
    pub(crate) fn add(&mut self, other: &Self) {
        self.tao = self.tao.saturating_add(other.tao);
        self.alpha = self.alpha.saturating_add(other.alpha);
        self.excess = self.excess.saturating_add(other.excess);
        self.minted = self.minted.saturating_add(other.minted);
    }
}

/// Root TAO and its weight: the same for all subnets of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RootStake {
    pub tao: u64,
    pub weight: u64,
}

impl RootStake {
    /// Weight of root stake against the alpha of a subnet.
    pub(crate) fn proportion(&self, economy: &Economy) -> U96F32 {
        root_proportion(self.tao, self.weight, economy.issuance())
    }
}

impl Economy {
    /// Alpha that counts as issued, rao.
    pub(crate) fn issuance(&self) -> u64 {
        self.pool.alpha.saturating_add(self.alpha_out)
    }

    /// TAO for an alpha.
    pub(crate) fn price(&self) -> U64F64 {
        if self.is_dynamic {
            self.pool.price()
        } else {
            U64F64::ONE
        }
    }

    /// Slow average of the price.
    pub(crate) fn average_price(&self) -> U64F64 {
        if self.is_dynamic {
            self.moving_price.convert()
        } else {
            U64F64::ONE
        }
    }

    pub(crate) fn terms(&self, limit: u64, fee_rate: u16) -> Terms {
        Terms {
            limit,
            fee_rate,
            minimum_reserve: MINIMUM_RESERVE,
        }
    }

    fn quote_buy(&self, tao: u64) -> Result<Quote, AmmError> {
        if self.is_dynamic {
            return self.pool.buy(tao, &self.terms(MAX_PRICE, 0));
        }
        Ok(Quote {
            paid_in: tao,
            paid_out: tao,
            fee: 0,
        })
    }

    /// What the pool would pay for alpha without a fee, rao.
    pub(crate) fn sale_value(&self, alpha: u64) -> u64 {
        if !self.is_dynamic {
            return alpha;
        }
        let terms = self.terms(MIN_PRICE, 0);
        self.pool.sell_in_pieces(alpha, &terms).paid_out
    }

    /// Moves the reserves by a purchase.
    pub(crate) fn apply_buy(&mut self, quote: &Quote) {
        self.pool.alpha = self.pool.alpha.saturating_sub(quote.paid_out);
        self.alpha_out = self.alpha_out.saturating_add(quote.paid_out);
        self.pool.tao = self.pool.tao.saturating_add(quote.paid_in);
    }

    /// Moves the reserves by a sale.
    pub(crate) fn apply_sell(&mut self, quote: &Quote) {
        self.pool.alpha = self.pool.alpha.saturating_add(quote.paid_in);
        self.alpha_out = self.alpha_out.saturating_sub(quote.paid_in);
        self.pool.tao = self.pool.tao.saturating_sub(quote.paid_out);
    }

    /// Destroys alpha outside the pool; it can be emitted again.
    pub(crate) fn recycle(&mut self, rao: u64) {
        self.alpha_out = self.alpha_out.saturating_sub(rao);
    }

    /// Brings TAO into the subnet: into its pool as far as the cap allows, the rest buys alpha.
    /// Returns what was done, and the alpha that the block pays out.
    pub(crate) fn inject(&mut self, tao_emission: U96F32, root: &RootStake) -> (Injected, u64) {
        let terms = pool_terms(
            tao_emission,
            self.price().convert(),
            root.proportion(self),
            subtensor_emission::block_emission(self.issuance()),
        );
        let mut injected = Injected::default();
        if terms.excess_tao > 0
            && let Ok(quote) = self.quote_buy(terms.excess_tao)
        {
            self.apply_buy(&quote);
            self.protocol_alpha = self.protocol_alpha.saturating_add(quote.paid_out);
            injected.excess = quote.paid_in;
            injected.minted = quote.paid_in;
        }
        self.add_liquidity(&terms, &mut injected);
        (injected, terms.alpha_out)
    }

    /// Adds liquidity at an unchanged price, or keeps it until that is possible.
    fn add_liquidity(&mut self, terms: &PoolTerms, injected: &mut Injected) {
        if self.pool.tao == 0 || self.pool.alpha == 0 {
            return;
        }
        let tao = self.kept.0.saturating_add(terms.tao_in);
        let alpha = self.kept.1.saturating_add(terms.alpha_in);
        let added = [(tao, alpha), (0, alpha), (tao, 0)]
            .into_iter()
            .find(|(tao, alpha)| self.adjust_weights(*tao, *alpha))
            .unwrap_or_default();
        self.kept = (tao.saturating_sub(added.0), alpha.saturating_sub(added.1));
        self.pool.tao = self.pool.tao.saturating_add(added.0);
        self.pool.alpha = self.pool.alpha.saturating_add(added.1);
        (injected.tao, injected.alpha) = added;
        injected.minted = injected.minted.saturating_add(terms.tao_in);
    }

    /// Sets the weights with which the price stays; says whether that is possible.
    fn adjust_weights(&mut self, tao: u64, alpha: u64) -> bool {
        if tao == 0 && alpha == 0 {
            return false;
        }
        let adjusted = self.pool.adjusted_weight(tao, alpha);
        if let Ok(weight) = adjusted {
            self.pool.quote_weight_parts = weight;
        }
        adjusted.is_ok()
    }

    /// Mints the alpha that a block pays out, into the pots.
    pub(crate) fn fill_pots(
        &mut self,
        alpha: u64,
        owner_cut: u16,
        root: &RootStake,
        root_sells: bool,
    ) {
        self.alpha_out = self.alpha_out.saturating_add(alpha);
        let cut = self.has_owner_cut.then_some(owner_cut);
        let split = subtensor_emission::split_alpha_out(alpha, cut, root.proportion(self));
        let pots = &mut self.pots;
        pots.owner = pots.owner.saturating_add(split.owner);
        pots.server = pots.server.saturating_add(split.server);
        pots.validator = pots.validator.saturating_add(split.validator);
        if root_sells {
            pots.root = pots.root.saturating_add(split.root);
        } else {
            self.recycle(split.root);
        }
    }

    /// Moves the averages of the price, if the subnet has started.
    pub(crate) fn update_averages(&mut self, moving_alpha: I96F32, now: u64) {
        let Some(first) = self.first_block else {
            return;
        };
        let price = self.price();
        self.moving_price = subtensor_emission::next_moving_price(
            moving_alpha,
            now.saturating_sub(first.saturating_sub(1)),
            self.ema_halving,
            price,
            self.average_price(),
        );
        self.fast_price = Some(subtensor_emission::next_fast_price(self.fast_price, price));
    }
}
