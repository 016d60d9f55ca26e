//! Registration at a price that buys alpha, which is destroyed, and who makes room (spec 30 §8,
//! §9).

use subtensor_prices::{NO_DECAY, decay_factor, decayed, raised};

use super::{
    economy::MAX_PRICE,
    stake::HotkeyId,
    world::{Neuron, World},
};

/// Smaller goes first: emission, block of registration, uid.
type Rank = (u64, u64, u16);
/// Uids of the owner that are never replaced.
const IMMUNE_OWNER_UIDS: usize = 1;

impl World {
    /// The price of a registration falls.
    pub(super) fn lower_burn(&mut self) {
        let factor = if self.now <= 1 {
            NO_DECAY
        } else {
            self.burn.factor
        };
        self.set_burn(decayed(self.burn.price, factor));
    }

    /// Adopts the hyperparameters of the price.
    pub(super) fn adopt_burn_rules(&mut self) {
        self.burn.factor = decay_factor(self.hyper.burn_half_life);
        self.set_burn(self.burn.price);
    }

    fn set_burn(&mut self, price: u64) {
        let least = self.hyper.min_burn.0;
        self.burn.price = price.max(least).min(self.hyper.max_burn.0);
    }

    /// Registers a hotkey at the current price.
    ///
    /// Errors: why that cannot be.
    pub(crate) fn register(&mut self, hotkey: HotkeyId) -> Result<u16, &'static str> {
        if !self.hyper.registration_allowed {
            return Err("registration is closed");
        }
        if self.uid_of(hotkey).is_some() {
            return Err("it has a uid already");
        }
        let uid = self.vacancy().ok_or("the subnet is full")?;
        let price = self.burn.price;
        let terms = self.economy.terms(MAX_PRICE, self.economy.fee_rate);
        let quote = self.economy.pool.buy(price, &terms);
        let quote = quote.map_err(|_| "the pool does not take the price")?;
        if quote.spent() != price {
            return Err("the pool does not take all of the price");
        }
        self.economy.apply_buy(&quote);
        self.economy.recycle(quote.paid_out);
        self.seat(uid, hotkey);
        let factor = self.hyper.burn_increase_mult.fixed();
        self.set_burn(raised(price, factor));
        Ok(uid)
    }

    fn seat(&mut self, uid: u16, hotkey: HotkeyId) {
        let newcomer = Neuron {
            hotkey,
            registered: self.now,
            row: Vec::new(),
        };
        self.occupy(uid, newcomer);
        self.scores.admit(uid, self.now);
    }

    /// The uid that a newcomer gets.
    fn vacancy(&self) -> Option<u16> {
        let count = u16::try_from(self.neurons.len()).ok()?;
        if count < self.hyper.max_allowed_uids {
            return Some(count);
        }
        self.uid_to_prune()
            .filter(|uid| self.owner_uid() != Some(*uid))
    }

    /// Lowest emission, then oldest. Newcomers are spared while enough others are left, uids of
    /// the owner always.
    fn uid_to_prune(&self) -> Option<u16> {
        let spared = self.immortal_uids();
        let immunity = u64::from(self.hyper.immunity_period);
        let (mut immune, mut others): (Option<Rank>, Option<Rank>) = (None, None);
        let mut free = 0u16;
        for (uid, neuron) in (0u16..).zip(&self.neurons) {
            if spared.contains(&uid) {
                continue;
            }
            let earned = self.scores.output.emission.get(usize::from(uid)).copied();
            let rank = (earned.unwrap_or_default(), neuron.registered, uid);
            let best = if self.now.saturating_sub(neuron.registered) < immunity {
                &mut immune
            } else {
                free = free.saturating_add(1);
                &mut others
            };
            *best = Some(best.map_or(rank, |best| best.min(rank)));
        }
        let choice = if free > self.hyper.min_non_immune_uids {
            others.or(immune)
        } else {
            immune
        };
        choice.map(|(_, _, uid)| uid)
    }

    fn immortal_uids(&self) -> Vec<u16> {
        let mut owned: Vec<(u64, u16)> = (0u16..)
            .zip(&self.neurons)
            .filter(|(_, neuron)| self.hotkeys[neuron.hotkey].owner == self.owner)
            .map(|(uid, neuron)| (neuron.registered, uid))
            .collect();
        owned.sort_unstable();
        let mut uids: Vec<u16> = owned.into_iter().map(|(_, uid)| uid).collect();
        uids.truncate(IMMUNE_OWNER_UIDS);
        if let Some(owner) = self.owner_uid().filter(|owner| !uids.contains(owner)) {
            uids.insert(0, owner);
            uids.truncate(IMMUNE_OWNER_UIDS);
        }
        uids
    }
}
