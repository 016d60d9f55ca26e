//! What a block gives to the subnets (spec 10 §8 to §12, 90 §16).

use subtensor_emission::{ShareInput, enabled_shares, gate_bar, gated_shares, subnet_shares};
use subtensor_fixed::U64F64;

use super::{
    economy::{Economy, Pots},
    world::World,
};

/// Blocks from one bar of the gate to the next.
const BAR_BLOCKS: u64 = 360;

impl World {
    /// Brings the emission of the block into pools and pots.
    pub(super) fn emit(&mut self) {
        let emission = subtensor_emission::block_emission(self.issuance);
        let inputs: Vec<ShareInput> = self
            .eligible()
            .map(|economy| economy.share_input())
            .collect();
        let shares = self.pass_gate(subnet_shares(&inputs));
        let shares = enabled_shares(shares, &inputs);
        let root = self.root_stake();
        let mut payable = Vec::with_capacity(shares.len());
        let mut minted = 0u64;
        let mut shares = shares.into_iter();
        for economy in self.subnets_mut().filter(|economy| economy.is_eligible()) {
            let Some(share) = shares.next() else {
                break;
            };
            let tao = subtensor_emission::tao_emission(emission, share);
            let (injected, alpha_out) = economy.inject(tao, &root);
            minted = minted.saturating_add(injected.minted);
            economy.totals.add(&injected);
            payable.push(alpha_out);
        }
        self.issuance = self.issuance.saturating_add(minted);
        let root_sells = self
            .eligible()
            .map(Economy::average_price)
            .fold(U64F64::ZERO, U64F64::saturating_add)
            > U64F64::ONE;
        let cut = self.rules.owner_cut;
        let eligible = self.subnets_mut().filter(|economy| economy.is_eligible());
        for (economy, alpha) in eligible.zip(payable) {
            economy.fill_pots(alpha, cut, &root, root_sells);
        }
    }

    fn eligible(&self) -> impl Iterator<Item = &Economy> {
        core::iter::once(&self.economy)
            .chain(&self.others)
            .filter(|economy| economy.is_eligible())
    }

    fn subnets_mut(&mut self) -> impl Iterator<Item = &mut Economy> {
        core::iter::once(&mut self.economy).chain(&mut self.others)
    }

    fn pass_gate(&mut self, shares: Vec<U64F64>) -> Vec<U64F64> {
        let is_due = self.gate_bar.is_zero() || self.now.is_multiple_of(BAR_BLOCKS);
        if is_due && let Some(bar) = gate_bar(&shares, self.rules.bar_rank, self.rules.bar_quantile)
        {
            self.gate_bar = bar;
        }
        gated_shares(shares, self.gate_bar, self.rules.gate_exponent)
    }

    /// Runs the epochs that are due, those that have waited longest first; says whether that of
    /// the scenario's subnet has run. Of the others only the pots are emptied.
    pub(super) fn run_due_epochs(&mut self) -> bool {
        let now = self.now;
        // (since when, turn, which)
        let mut due: Vec<(u64, usize, u16)> = Vec::new();
        let mut netuids: Vec<u16> = Vec::new();
        if !self.others.is_empty() {
            netuids = self.subnets_mut().map(|economy| economy.netuid).collect();
            netuids.sort_unstable();
        }
        let first = now
            .checked_rem(netuids.len() as u64)
            .unwrap_or_default()
            .try_into()
            .unwrap_or(0usize);
        let count = netuids.len();
        for economy in self.subnets_mut() {
            if let Some(since) = economy.schedule.tick(now) {
                let place = netuids.binary_search(&economy.netuid).unwrap_or_default();
                let turn = place
                    .saturating_add(count.saturating_sub(first))
                    .checked_rem(count)
                    .unwrap_or_default();
                due.push((since, turn, economy.netuid));
            }
        }
        if due.is_empty() {
            return false;
        }
        due.sort_unstable();
        self.run_in_turn(&due)
    }

    fn run_in_turn(&mut self, due: &[(u64, usize, u16)]) -> bool {
        let now = self.now;
        let is_due = |economy: &Economy| due.iter().any(|(_, _, netuid)| *netuid == economy.netuid);
        let has_null = self
            .others
            .iter()
            .any(|economy| economy.is_null && is_due(economy));
        let most = if has_null { 1 } else { self.rules.max_epochs };
        let (run, deferred) = due.split_at(most.min(due.len()));
        let mut stepped = false;
        for (_, _, netuid) in run {
            if *netuid == self.economy.netuid {
                self.economy.schedule.start(now);
                self.reveal();
                stepped = self.run_epoch();
            } else if let Some(other) = self.others.iter_mut().find(|o| o.netuid == *netuid) {
                other.schedule.start(now);
                other.schedule.last_step = now;
                other.pots = Pots::default();
            }
        }
        for economy in self.subnets_mut() {
            if deferred
                .iter()
                .any(|(_, _, netuid)| *netuid == economy.netuid)
            {
                economy.schedule.defer(now);
            }
        }
        stepped
    }
}

impl Economy {
    /// Whether it takes part in emission.
    fn is_eligible(&self) -> bool {
        self.is_emitted_to && self.first_block.is_some()
    }

    fn share_input(&self) -> ShareInput {
        ShareInput {
            moving_price: self.average_price(),
            miner_burned: self.miner_burned,
            enabled: self.is_enabled,
        }
    }
}
