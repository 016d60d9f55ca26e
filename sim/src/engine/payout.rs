//! Payout of an epoch (spec 10 §13): the epoch decides proportions, the pots decide amounts.

use std::collections::BTreeMap;

use subtensor_emission::{Lender, LenderPart, contribution, divide_pot, kept_part, split_dividend};
use subtensor_fixed::U96F32;

use super::{
    economy::Pots,
    scores::Earned,
    stake::{Hotkey, HotkeyId},
    world::World,
};
use crate::scenario::Withheld;

/// What an epoch paid, rao of alpha.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paid {
    /// To the owner, with what rounding left.
    pub owner: u64,
    /// To those who mine, but for the owner's own.
    pub miners: u64,
    /// To validators and those who staked on them.
    pub validators: u64,
    /// To root stakers.
    pub root: u64,
    /// Withheld from the owner's own miners.
    pub withheld: u64,
    /// Destroyed, because nobody had earned it or a rule said so.
    pub recycled: u64,
    /// What each hotkey earned by mining.
    pub incentives: BTreeMap<HotkeyId, u64>,
    /// Dividends of each hotkey, with its take, by alpha and by root stake.
    pub dividends: BTreeMap<HotkeyId, (u64, u64)>,
}

/// How much of a dividend is earned by alpha and how much by root stake, in 2^-32 rao.
#[derive(Clone, Copy, Debug, Default)]
struct Split {
    alpha: u128,
    root: u128,
}

impl Split {
    fn of(dividend: u64, by_root: U96F32) -> Self {
        let dividend = U96F32::from_num(dividend);
        let root = dividend.saturating_mul(by_root);
        Self {
            alpha: dividend.saturating_sub(root).to_bits(),
            root: root.to_bits(),
        }
    }
}

/// Who has a part in the dividends, and what of them is burned.
struct Parts {
    of: Vec<(HotkeyId, Split)>,
    burned: Split,
}

impl World {
    /// Divides the pots by what hotkeys have earned.
    pub(super) fn pay(&mut self, pots: Pots, earned: &[Earned]) {
        self.paid = Paid::default();
        let incentives: Vec<u128> = earned.iter().map(|one| one.incentive.into()).collect();
        let has_miners = incentives.iter().any(|incentive| *incentive > 0);
        let (miners, validators) = if has_miners {
            (pots.server, pots.validator)
        } else {
            (0, pots.validator.saturating_add(pots.server))
        };
        let parts = self.dividend_parts(earned);
        let (miner_parts, miner_rest) = self.divide(miners, &incentives);
        let (alpha, alpha_rest) = self.divide_dividends(validators, &parts, |split| split.alpha);
        let (root, root_rest) = self.divide_dividends(pots.root, &parts, |split| split.root);
        let rounding = [miner_rest, alpha_rest, root_rest].iter().sum::<u64>();

        self.pay_owner(pots.owner.saturating_add(rounding));
        self.pay_miners(earned, &miner_parts);
        for ((hotkey, _), (alpha, root)) in parts.of.iter().zip(alpha.into_iter().zip(root)) {
            if alpha == 0 && root == 0 {
                continue;
            }
            self.paid.dividends.insert(*hotkey, (alpha, root));
            self.pay_validator(*hotkey, alpha);
            self.pay_root(*hotkey, root);
        }
    }

    fn recycle(&mut self, rao: u64) {
        self.economy.recycle(rao);
        self.paid.recycled = self.paid.recycled.saturating_add(rao);
    }

    /// The parts of a pot and what rounding left. A pot that nobody has earned is destroyed.
    fn divide(&mut self, pot: u64, weights: &[u128]) -> (Vec<u64>, u64) {
        let (parts, rest) = divide_pot(pot, weights);
        if parts.iter().any(|part| *part > 0) {
            return (parts, rest);
        }
        self.recycle(rest);
        (parts, 0)
    }

    fn divide_dividends(
        &mut self,
        pot: u64,
        dividends: &Parts,
        kind: fn(&Split) -> u128,
    ) -> (Vec<u64>, u64) {
        let mut weights: Vec<u128> = dividends.of.iter().map(|(_, split)| kind(split)).collect();
        weights.push(kind(&dividends.burned));
        let (mut parts, rest) = self.divide(pot, &weights);
        self.recycle(parts.pop().unwrap_or_default());
        (parts, rest)
    }

    fn pay_owner(&mut self, rao: u64) {
        let Some(hotkey) = self.owner_hotkey else {
            return self.recycle(rao);
        };
        self.hotkeys[hotkey].increase(self.owner, rao);
        self.paid.owner = rao;
    }

    fn pay_miners(&mut self, earned: &[Earned], parts: &[u64]) {
        let mut sum = 0u64;
        for (one, rao) in earned.iter().zip(parts).filter(|(_, rao)| **rao > 0) {
            sum = sum.saturating_add(*rao);
            let Hotkey {
                owner, auto_stake, ..
            } = self.hotkeys[one.hotkey];
            if owner == self.owner || self.owner_hotkey == Some(one.hotkey) {
                self.paid.withheld = self.paid.withheld.saturating_add(*rao);
                continue;
            }
            self.paid.incentives.insert(one.hotkey, *rao);
            self.hotkeys[auto_stake.unwrap_or(one.hotkey)].increase(owner, *rao);
        }
        let withheld = self.paid.withheld;
        if self.hyper.recycle_or_burn == Withheld::Recycle {
            self.economy.recycle(withheld);
        }
        self.paid.miners = sum.saturating_sub(withheld);
        self.economy.miner_burned = U96F32::from_num(withheld).safe_div(U96F32::from_num(sum));
    }

    /// A validator takes its part, the rest belongs to everybody who staked on it.
    fn pay_validator(&mut self, id: HotkeyId, rao: u64) {
        if rao == 0 {
            return;
        }
        self.paid.validators = self.paid.validators.saturating_add(rao);
        let rest = self.pay_take(id, rao);
        self.hotkeys[id].increase_for_all(rest);
    }

    fn pay_root(&mut self, id: HotkeyId, rao: u64) {
        if rao == 0 {
            return;
        }
        self.paid.root = self.paid.root.saturating_add(rao);
        let rest = self.pay_take(id, rao);
        self.credit_root_stakers(id, rest);
    }

    /// Stakes the take of a dividend for the owner of the hotkey; returns the rest.
    fn pay_take(&mut self, id: HotkeyId, rao: u64) -> u64 {
        let hotkey = &mut self.hotkeys[id];
        let take = U96F32::from_ratio(hotkey.take.into(), u16::MAX.into())
            .saturating_mul(U96F32::from_num(rao))
            .to_u64()
            .min(rao);
        hotkey.increase(hotkey.owner, take);
        rao.saturating_sub(take)
    }

    fn dividend_parts(&self, earned: &[Earned]) -> Parts {
        let mut parts = BTreeMap::<HotkeyId, LenderPart>::new();
        let mut add = |hotkey: HotkeyId, part: LenderPart| {
            let sum = parts.entry(hotkey).or_default();
            sum.paid = sum.paid.saturating_add(part.paid);
            sum.burned = sum.burned.saturating_add(part.burned);
        };
        for one in earned.iter().filter(|one| one.dividend > 0) {
            let (paid, lent) = self.divide_dividend(one.hotkey, one.dividend);
            for (parent, part) in lent {
                add(parent, part);
            }
            add(one.hotkey, LenderPart { paid, burned: 0 });
        }
        let mut burned = Split::default();
        let of = parts
            .into_iter()
            .map(|(hotkey, part)| {
                let by_root = self.root_part(hotkey);
                let split = Split::of(part.burned, by_root);
                burned.alpha = burned.alpha.saturating_add(split.alpha);
                burned.root = burned.root.saturating_add(split.root);
                (hotkey, Split::of(part.paid, by_root))
            })
            .collect();
        Parts { of, burned }
    }

    fn tao_weight(&self) -> U96F32 {
        U96F32::from_ratio(self.rules.tao_weight, u64::MAX)
    }

    /// Divides a dividend between a hotkey and its parents.
    fn divide_dividend(&self, id: HotkeyId, rao: u64) -> (u64, Vec<(HotkeyId, LenderPart)>) {
        let hotkey = &self.hotkeys[id];
        if hotkey.parents.is_empty() {
            return (rao, Vec::new());
        }
        let weighs = |id: HotkeyId, part| {
            let hotkey = &self.hotkeys[id];
            contribution(hotkey.alpha(), hotkey.root, part, self.tao_weight())
        };
        let own = weighs(
            id,
            kept_part(hotkey.children.iter().map(|(parts, _)| *parts)),
        );
        let lenders: Vec<Lender> = hotkey
            .parents
            .iter()
            .map(|(parts, parent)| Lender {
                contribution: weighs(*parent, U96F32::from_ratio(*parts, u64::MAX)),
                same_owner: self.hotkeys[*parent].owner == hotkey.owner,
            })
            .collect();
        let burn = self.rules.ck_burn;
        let (own, parts) = split_dividend(rao, own, &lenders, hotkey.childkey_take, burn);
        let parents = hotkey.parents.iter().map(|(_, parent)| *parent);
        (own, parents.zip(parts).collect())
    }

    /// Part of the stake weight of a hotkey that is root stake.
    fn root_part(&self, id: HotkeyId) -> U96F32 {
        let hotkey = &self.hotkeys[id];
        let root = U96F32::from_num(hotkey.root).saturating_mul(self.tao_weight());
        root.safe_div(U96F32::from_num(hotkey.alpha()).saturating_add(root))
    }
}
