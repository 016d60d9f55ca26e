//! The state of a scenario: what a chain would store of it.

use std::collections::BTreeSet;

use subtensor_fixed::{I96F32, U64F64};

use super::{
    commits::Commits,
    economy::{Economy, RootStake},
    scores::Scores,
    stake::{ColdkeyId, HotkeyId, Hotkeys},
};
use crate::scenario::{Hyperparameters, Scenario};

/// Numbers of the chain.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    pub tao_weight: u64,
    /// Of 65535.
    pub owner_cut: u16,
    pub moving_alpha: I96F32,
    /// Rao.
    pub stake_threshold: u64,
    /// Of `u64::MAX`.
    pub ck_burn: u64,
    pub max_epochs: usize,
    pub bar_rank: u16,
    pub bar_quantile: U64F64,
    pub gate_exponent: U64F64,
    /// Rao.
    pub root_claim_threshold: u64,
}

/// A uid.
#[derive(Clone, Debug)]
pub(crate) struct Neuron {
    pub hotkey: HotkeyId,
    pub registered: u64,
    /// Weights in force, sorted by uid.
    pub row: Vec<(u16, u16)>,
}

/// The price of a registration.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Burn {
    /// Rao.
    pub price: u64,
    /// By what it falls in a block, in 2^-32.
    pub factor: u64,
}

/// All of it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// Number of the last block.
    pub now: u64,
    /// TAO, rao.
    pub issuance: u64,
    /// Rao.
    pub root_tao: u64,
    pub gate_bar: U64F64,
    pub rules: Rules,
    pub hyper: Hyperparameters,
    /// The subnet of the scenario.
    pub economy: Economy,
    /// The other subnets, by netuid.
    pub others: Vec<Economy>,
    pub hotkeys: Hotkeys,
    pub coldkeys: Vec<String>,
    pub owner: ColdkeyId,
    pub owner_hotkey: Option<HotkeyId>,
    pub neurons: Vec<Neuron>,
    /// Uid of each hotkey.
    pub uids: Vec<Option<u16>>,
    pub scores: Scores,
    pub commits: Commits,
    pub burn: Burn,
    /// Hotkeys whose funds have a queue.
    pub queues: BTreeSet<HotkeyId>,
    pub queue_cursor: Option<HotkeyId>,
    /// What the last epoch paid.
    pub paid: super::payout::Paid,
}

impl World {
    /// The state in which a scenario begins. The scenario has passed its checks.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        super::build::world(scenario)
    }

    pub(crate) fn root_stake(&self) -> RootStake {
        RootStake {
            tao: self.root_tao,
            weight: self.rules.tao_weight,
        }
    }

    /// Uid of a hotkey.
    pub(crate) fn uid_of(&self, hotkey: HotkeyId) -> Option<u16> {
        self.uids.get(hotkey.0).copied().flatten()
    }

    /// Gives a uid, which may be the next one, to a hotkey.
    pub(super) fn occupy(&mut self, uid: u16, newcomer: Neuron) {
        if let Some(slot) = self.uids.get_mut(newcomer.hotkey.0) {
            *slot = Some(uid);
        }
        let Some(neuron) = self.neurons.get_mut(usize::from(uid)) else {
            return self.neurons.push(newcomer);
        };
        if let Some(slot) = self.uids.get_mut(neuron.hotkey.0) {
            *slot = None;
        }
        *neuron = newcomer;
    }

    /// Uid of the owner's hotkey.
    pub(crate) fn owner_uid(&self) -> Option<u16> {
        self.uid_of(self.owner_hotkey?)
    }

    /// The coldkey that holds what the fund of a hotkey holds.
    pub(super) fn escrow_of(&mut self, id: HotkeyId) -> ColdkeyId {
        if let Some(escrow) = self.hotkeys[id].fund.escrow {
            return escrow;
        }
        let escrow = self.coldkey(&format!("fund of {}", self.hotkeys[id].name));
        self.hotkeys[id].fund.escrow = Some(escrow);
        escrow
    }

    /// The coldkey of that name.
    pub(crate) fn coldkey(&mut self, name: &str) -> ColdkeyId {
        if let Some(at) = self.coldkeys.iter().position(|known| known == name) {
            return ColdkeyId(at);
        }
        self.coldkeys.push(name.to_owned());
        ColdkeyId(self.coldkeys.len().saturating_sub(1))
    }

    /// One block up to its transactions, in the order of the chain (spec 10 §7). Says whether the
    /// subnet had its epoch.
    pub(crate) fn step(&mut self) -> bool {
        self.now = self.now.saturating_add(1);
        self.lower_burn();
        self.emit();
        let stepped = self.run_due_epochs();
        let (moving_alpha, now) = (self.rules.moving_alpha, self.now);
        self.economy.update_averages(moving_alpha, now);
        for other in &mut self.others {
            other.update_averages(moving_alpha, now);
        }
        self.flush_next();
        stepped
    }
}
