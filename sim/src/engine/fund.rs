//! Root dividends enter the funds of hotkeys: one hotkey a block (spec 90 §5).

use subtensor_fixed::U64F64;
use subtensor_funds::{
    flush::{Batch, Outcome, is_kept},
    price::capped_value,
};

use super::{
    stake::{Fund, HotkeyId},
    world::World,
};

impl World {
    /// Queues root dividends of a hotkey; without a seat on root they are destroyed.
    pub(super) fn credit_root_stakers(&mut self, id: HotkeyId, rao: u64) {
        if rao == 0 {
            return;
        }
        let hotkey = &mut self.hotkeys[id];
        if hotkey.is_on_root {
            hotkey.fund.queued = hotkey.fund.queued.saturating_add(rao);
            self.queues.insert(id);
        } else {
            self.economy.recycle(rao);
        }
    }

    /// Lets the next fund with a queue take it in.
    pub(super) fn flush_next(&mut self) {
        let after = self
            .queue_cursor
            .map_or(HotkeyId(0), |last| HotkeyId(last.0.saturating_add(1)));
        let next = self.queues.range(after..).next();
        let Some(id) = next.or_else(|| self.queues.first()).copied() else {
            return;
        };
        self.queue_cursor = Some(id);
        self.flush(id);
    }

    /// Lets the fund of a hotkey take in what is queued for it.
    pub(super) fn flush(&mut self, id: HotkeyId) {
        let hotkey = &self.hotkeys[id];
        let fund = hotkey.fund;
        if fund.queued == 0 {
            return;
        }
        let of_stakers = hotkey.root.saturating_sub(fund.root);
        if !is_kept(hotkey.is_on_root, of_stakers, fund.root, fund.shares) {
            self.economy.recycle(fund.queued);
            return self.empty_queue(id);
        }
        let price = self.economy.price();
        let worth = U64F64::from_num(fund.queued).saturating_mul(price).to_u64();
        if worth >= self.rules.root_claim_threshold {
            self.take_in(id, &fund, of_stakers);
        }
    }

    fn take_in(&mut self, id: HotkeyId, fund: &Fund, of_stakers: u64) {
        let escrow = self.escrow_of(id);
        let held = self.hotkeys[id].stake_of(escrow);
        let had = self.economy.sale_value(held);
        let has = self.economy.sale_value(held.saturating_add(fund.queued));
        let is_garbage = has == 0 || (had == 0 && held > 0);
        let average = self.economy.fast_price;
        let average = average.unwrap_or_else(|| self.economy.average_price());
        let gained = capped_value(has.saturating_sub(had), fund.queued, average);
        let outcome = Batch {
            added: if is_garbage { 0 } else { gained },
            stake: of_stakers,
            own_stake: fund.root,
            nav: had.saturating_add(fund.elsewhere).saturating_add(fund.root),
            shares: fund.shares,
        }
        .settle();
        let minted = match outcome {
            Outcome::Undo => return,
            Outcome::Kept => 0,
            Outcome::Minted(minted) => minted.shares,
        };
        if is_garbage {
            self.economy.recycle(fund.queued);
        } else {
            self.hotkeys[id].increase(escrow, fund.queued);
        }
        let shares = &mut self.hotkeys[id].fund.shares;
        *shares = shares.saturating_add(minted);
        self.empty_queue(id);
    }

    fn empty_queue(&mut self, id: HotkeyId) {
        self.hotkeys[id].fund.queued = 0;
        self.queues.remove(&id);
    }
}
