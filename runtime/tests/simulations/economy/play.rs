//! One game: a seed's random calls, block by block, recorded so that they can be played again.

use std::{
    collections::BTreeMap,
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

use frame_support::traits::GetCallMetadata;
use node_subtensor_runtime::{Runtime, RuntimeCall, RuntimeEvent, System};
use pallet_commitments::Event as Published;
use pallet_subtensor::{
    BasketRate, Call, ChildkeyThresholdSuspended, CollateralLockShare, EpochConsensus, Event,
    Hotkeys, MinerCollateral, Scores, SubnetworkN, TotalVotingPower, WaitingLeases,
};
use pallet_transaction_payment::Event as Payment;
use sp_runtime::ApplyExtrinsicResult;
use subtensor_primitives::NetUid;

use crate::economy::{chain, draw, invariants::Marks, people::Person, random::Random, stage};

/// Most calls of a block.
pub(crate) const CALLS_PER_BLOCK: u64 = 16;

/// One submitted call.
#[derive(Clone)]
pub(crate) struct Step {
    pub block: u32,
    pub who: Person,
    pub call: RuntimeCall,
}

/// A played game.
pub(crate) struct Game {
    pub blocks: u32,
    pub steps: Vec<Step>,
    pub outcome: Result<(), String>,
    pub report: Report,
}

/// How often each call came out how.
#[derive(Default)]
pub(crate) struct Report {
    blocks: u64,
    calls: BTreeMap<String, Outcomes>,
    /// Sealed weights and notes that the chain has opened, and commits that failed.
    opened: u64,
    unopened: u64,
    /// How often happened what takes more than a call that succeeds.
    deeds: BTreeMap<&'static str, u64>,
}

/// Calls that must succeed in the games together.
const IMPORTANT: [&str; 47] = [
    "Proxy.proxy",
    "Proxy.remove_proxy",
    "Proxy.set_real_pays_fee",
    "LimitOrders.execute_orders",
    "LimitOrders.execute_batched_orders",
    "LimitOrders.cancel_order",
    "Crowdloan.create",
    "Crowdloan.contribute",
    "Crowdloan.withdraw",
    "Crowdloan.finalize",
    "Crowdloan.refund",
    "Crowdloan.dissolve",
    "Crowdloan.update_cap",
    "SubtensorModule.root_register",
    "SubtensorModule.stake_into_basket",
    "SubtensorModule.claim_root",
    "SubtensorModule.claim_root_with_hotkey",
    "SubtensorModule.swap_basket",
    "SubtensorModule.swap_basket_many",
    "SubtensorModule.sudo_set_root_claim_threshold",
    "SubtensorModule.add_collateral",
    "SubtensorModule.set_min_collateral",
    "SubtensorModule.swap_hotkey",
    "SubtensorModule.swap_hotkey_v2",
    "SubtensorModule.lock_stake",
    "SubtensorModule.move_lock",
    "SubtensorModule.set_perpetual_lock",
    "SubtensorModule.set_reject_locked_alpha",
    "SubtensorModule.announce_coldkey_swap",
    "SubtensorModule.swap_coldkey_announced",
    "SubtensorModule.dispute_coldkey_swap",
    "SubtensorModule.clear_coldkey_swap_announcement",
    "SubtensorModule.reset_coldkey_swap",
    "SubtensorModule.swap_coldkey",
    "AdminUtils.sudo_set_basket_trading_enabled",
    "AdminUtils.sudo_set_basket_trading_frozen",
    "AdminUtils.sudo_set_basket_claim_dust",
    "AdminUtils.sudo_set_collateral_lock_share",
    "AdminUtils.sudo_set_collateral_drain_ratio",
    "AdminUtils.sudo_set_epoch_consensus",
    "AdminUtils.sudo_trim_null_uids_batch",
    "AdminUtils.sudo_set_liquid_alpha_consensus_mode",
    "AdminUtils.sudo_set_emission_bar_rank",
    "AdminUtils.sudo_set_emission_gate_exponent",
    "SubtensorModule.enable_voting_power_tracking",
    "SubtensorModule.disable_voting_power_tracking",
    "SubtensorModule.sudo_set_voting_power_ema_alpha",
];

/// What must have happened in the games together.
const DEEDS: [&str; 14] = [
    "an account paid for its delegate",
    "an owner paid for a hotkey",
    "a fund took in dividends",
    "a claim was paid",
    "a newcomer took a seat on root",
    "a registration locked collateral",
    "a fund went with its hotkey",
    "a subnet went to Null consensus",
    "a subnet came back to Yuma consensus",
    "uids were pruned under Null consensus",
    "weights were set under Null consensus",
    "a parent was suspended",
    "validators had voting power",
    "a lease began",
];

#[derive(Clone, Default)]
struct Outcomes {
    done: u64,
    failed: u64,
    refused: u64,
}

impl Game {
    /// Plays random calls and records them.
    pub(crate) fn record(seed: u64, blocks: u32) -> Self {
        let mut random = Random::new(seed);
        let mut steps = Vec::new();
        let mut report = Report::default();
        let outcome = run(blocks, |block| {
            for who_and_call in draw::calls(&mut random, block, CALLS_PER_BLOCK) {
                let (who, call) = who_and_call;
                let step = Step { block, who, call };
                steps.push(step.clone());
                let seats = SubnetworkN::<Runtime>::get(NetUid::ROOT);
                let result = chain::submit(&step.who.key(), step.call.clone());
                report.note(&step.call, &result);
                if matches!(result, Ok(Ok(()))) {
                    report.note_deed(&step.call, seats);
                    report.note_payer(&step);
                }
            }
            report.note_events();
        });
        report.blocks += u64::from(blocks);
        Self {
            blocks,
            steps,
            outcome,
            report,
        }
    }
}

/// Plays recorded calls.
pub(crate) fn replay(steps: &[Step], blocks: u32) -> Result<(), String> {
    run(blocks, |block| {
        for step in steps.iter().filter(|step| step.block == block) {
            // A call may fail here that succeeded in the whole game; only the rules count.
            let _ = chain::submit(&step.who.key(), step.call.clone());
        }
    })
}

/// Plays blocks on a new chain until a rule is broken.
fn run(blocks: u32, mut play: impl FnMut(u32)) -> Result<(), String> {
    chain::new_chain().execute_with(|| {
        stage::set_the_stage();
        for block in 0..blocks {
            let marks = Marks::take();
            let played = catch_unwind(AssertUnwindSafe(|| {
                chain::start_block();
                play(block);
                chain::end_block(&marks)
            }));
            match played {
                Ok(checked) => checked.map_err(|rule| format!("block {block}: {rule}"))?,
                Err(panic) => return Err(format!("block {block} panicked: {}", text_of(&*panic))),
            }
        }
        Ok(())
    })
}

fn text_of(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| text.to_string()))
        .unwrap_or_default()
}

impl Report {
    fn note(&mut self, call: &RuntimeCall, result: &ApplyExtrinsicResult) {
        let name = match call {
            RuntimeCall::Sudo(pallet_sudo::Call::sudo { call }) => call.get_call_metadata(),
            other => other.get_call_metadata(),
        };
        let outcomes = self
            .calls
            .entry(format!("{}.{}", name.pallet_name, name.function_name))
            .or_default();
        match result {
            Ok(Ok(())) => outcomes.done += 1,
            Ok(Err(_)) => outcomes.failed += 1,
            Err(_) => outcomes.refused += 1,
        }
    }

    /// Counts a call that has succeeded if more had to come together for it. Before, so many seats
    /// of root were taken.
    fn note_deed(&mut self, call: &RuntimeCall, seats: u16) {
        let RuntimeCall::SubtensorModule(call) = call else {
            return;
        };
        let deed = match call {
            Call::swap_hotkey { new_hotkey, .. } | Call::swap_hotkey_v2 { new_hotkey, .. }
                if BasketRate::<Runtime>::contains_key(new_hotkey) =>
            {
                "a fund went with its hotkey"
            }
            Call::root_register { .. } if SubnetworkN::<Runtime>::get(NetUid::ROOT) == seats => {
                "a newcomer took a seat on root"
            }
            Call::set_weights { netuid, .. } if Scores::<Runtime>::is_null(*netuid) => {
                "weights were set under Null consensus"
            }
            Call::burned_register { netuid, hotkey }
            | Call::register_limit { netuid, hotkey, .. }
                if CollateralLockShare::<Runtime>::get(netuid) > 0
                    && MinerCollateral::<Runtime>::contains_key((
                        *netuid,
                        hotkey,
                        Hotkeys::<Runtime>::owner_of(hotkey),
                    )) =>
            {
                "a registration locked collateral"
            }
            _ => return,
        };
        *self.deeds.entry(deed).or_default() += 1;
    }

    /// Counts who has paid for a call that was made, if it is not who signed it.
    fn note_payer(&mut self, step: &Step) {
        let deed = match step.call {
            RuntimeCall::Proxy(_) => "an account paid for its delegate",
            RuntimeCall::Utility(_) => "an owner paid for a hotkey",
            _ => return,
        };
        let payers = System::read_events_no_consensus().filter_map(|record| match record.event {
            RuntimeEvent::TransactionPayment(Payment::TransactionFeePaid { who, .. }) => Some(who),
            _ => None,
        });
        if payers
            .last()
            .is_some_and(|payer| payer != step.who.account())
        {
            *self.deeds.entry(deed).or_default() += 1;
        }
    }

    /// Counts what the block has done beside calls, and what it has found.
    fn note_events(&mut self) {
        let found = [
            (
                "a parent was suspended",
                ChildkeyThresholdSuspended::<Runtime>::count() > 0,
            ),
            (
                "a lease waited for its subnet",
                WaitingLeases::<Runtime>::iter_keys().next().is_some(),
            ),
            (
                "validators had voting power",
                TotalVotingPower::<Runtime>::iter_values().any(|total| total > 0),
            ),
        ];
        for (deed, _) in found.iter().filter(|(_, is_found)| *is_found) {
            *self.deeds.entry(deed).or_default() += 1;
        }
        for record in System::read_events_no_consensus() {
            let deed = match record.event {
                RuntimeEvent::SubtensorModule(Event::TimelockedWeightsRevealed(..))
                | RuntimeEvent::Commitments(Published::CommitmentRevealed { .. }) => {
                    self.opened += 1;
                    continue;
                }
                RuntimeEvent::SubtensorModule(Event::TimelockedWeightsFailed { .. }) => {
                    self.unopened += 1;
                    continue;
                }
                RuntimeEvent::SubtensorModule(Event::BasketDeposited { shares, .. })
                    if shares > 0 =>
                {
                    "a fund took in dividends"
                }
                RuntimeEvent::SubtensorModule(Event::RootClaimed { .. }) => "a claim was paid",
                RuntimeEvent::SubtensorModule(Event::EpochConsensusSet(_, mode)) => match mode {
                    EpochConsensus::Null => "a subnet went to Null consensus",
                    EpochConsensus::Yuma => "a subnet came back to Yuma consensus",
                },
                RuntimeEvent::SubtensorModule(Event::NullUidsPruningProgress {
                    removed, ..
                }) if removed > 0 => "uids were pruned under Null consensus",
                RuntimeEvent::SubtensorModule(Event::VotingPowerTrackingDisabled { .. }) => {
                    "voting power was given up"
                }
                RuntimeEvent::SubtensorModule(Event::SubnetLeaseCreated { .. }) => "a lease began",
                RuntimeEvent::SubtensorModule(Event::SubnetLeaseDividendsDistributed {
                    ..
                }) => "a lease paid somebody",
                RuntimeEvent::SubtensorModule(Event::SubnetLeaseTerminated { .. }) => {
                    "a lease ended"
                }
                _ => continue,
            };
            *self.deeds.entry(deed).or_default() += 1;
        }
    }

    /// Adds another report.
    pub(crate) fn add(&mut self, other: &Self) {
        self.blocks += other.blocks;
        self.opened += other.opened;
        self.unopened += other.unopened;
        for (deed, count) in &other.deeds {
            *self.deeds.entry(deed).or_default() += count;
        }
        for (name, outcomes) in &other.calls {
            let sum = self.calls.entry(name.clone()).or_default();
            sum.done += outcomes.done;
            sum.failed += outcomes.failed;
            sum.refused += outcomes.refused;
        }
    }

    /// A game whose calls never succeed, or never fail, would show little.
    pub(crate) fn assert_broad(&self) {
        let never: Vec<_> = self
            .calls
            .iter()
            .filter(|(_, outcomes)| outcomes.done == 0)
            .map(|(name, _)| name)
            .collect();
        let few = self.calls.len() / 8;
        assert!(
            never.len() <= few,
            "too many calls never succeeded: {never:?}"
        );
        let failed: u64 = self.calls.values().map(|outcomes| outcomes.failed).sum();
        assert!(failed > 0, "no call ever failed");
        assert!(self.opened > 0, "nothing sealed was ever opened");
        assert!(self.unopened > 0, "no sealed weights ever failed");
    }

    /// As many games as there are by default show everything that matters.
    pub(crate) fn assert_important(&self) {
        let is_done = |name: &&&str| self.calls.get(**name).is_some_and(|call| call.done > 0);
        let never: Vec<_> = IMPORTANT.iter().filter(|name| !is_done(name)).collect();
        assert!(never.is_empty(), "these calls never succeeded: {never:?}");
        let is_seen = |deed: &&&str| self.deeds.contains_key(**deed);
        let never: Vec<_> = DEEDS.iter().filter(|deed| !is_seen(deed)).collect();
        assert!(never.is_empty(), "these things never happened: {never:?}");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |count: fn(&Outcomes) -> u64| self.calls.values().map(count).sum::<u64>();
        let (done, failed, refused) = (sum(|o| o.done), sum(|o| o.failed), sum(|o| o.refused));
        writeln!(
            f,
            "{} blocks, {} calls: {done} done, {failed} failed, {refused} not valid",
            self.blocks,
            done + failed + refused
        )?;
        let (opened, unopened) = (self.opened, self.unopened);
        writeln!(
            f,
            "{opened} sealed things opened, {unopened} failed or late"
        )?;
        for (deed, count) in &self.deeds {
            writeln!(f, "{count:7} times {deed}")?;
        }
        for (name, outcomes) in &self.calls {
            let Outcomes {
                done,
                failed,
                refused,
            } = outcomes;
            writeln!(f, "  {name:54} {done:7} {failed:7} {refused:7}")?;
        }
        Ok(())
    }
}
