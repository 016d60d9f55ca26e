//! Collateral, Null consensus and what else subnets choose of the newest rules (spec 90 B to E).

use node_subtensor_runtime::{Runtime, RuntimeCall};
use pallet_admin_utils::Call as Admin;
use pallet_subtensor::{
    Call as Core, ConsensusMode, EpochConsensus, Keys, Scores, Shares, SubnetworkN,
    ValidatorPermit, VotingPowerTrackingEnabled,
};
use subtensor_emission::VOTING_ONE;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{Draw, person_of};
use crate::economy::people::{HOTKEYS, Person, SUDO, TAO, sudo};

impl Draw<'_> {
    /// What the owner of a hotkey does about its collateral.
    pub(super) fn lock(&mut self) -> (Person, RuntimeCall) {
        let who = self.cold();
        let (hotkey, netuid) = (self.owned_hotkey(who), self.netuid());
        let held = Shares::<Runtime>::stake_of(&hotkey, &who.account(), netuid).to_u64();
        let amount = AlphaBalance::new(self.random.amount(held / 8 + TAO));
        let call = if self.random.once_in(3) {
            Core::set_min_collateral {
                netuid,
                hotkey,
                min_locked: amount,
            }
        } else {
            Core::add_collateral {
                netuid,
                hotkey,
                alpha: amount,
                limit_price: self.limit(netuid),
            }
        };
        (who, call.into())
    }

    /// What an owner or root decides about voting power.
    pub(super) fn vote(&mut self) -> (Person, RuntimeCall) {
        // Often where it is followed, so that it ends.
        let followed = VotingPowerTrackingEnabled::<Runtime>::iter_keys().next();
        let netuid = match followed {
            Some(netuid) if self.random.once_in(2) => netuid,
            _ => self.netuid(),
        };
        let call = match self.random.below(6) {
            0 => {
                let alpha = self.random.below(VOTING_ONE + VOTING_ONE / 8);
                let call = Core::sudo_set_voting_power_ema_alpha { netuid, alpha };
                return (SUDO, sudo(call));
            }
            1..4 if VotingPowerTrackingEnabled::<Runtime>::get(netuid) => {
                Core::disable_voting_power_tracking { netuid }
            }
            1 => Core::disable_voting_power_tracking { netuid },
            _ => Core::enable_voting_power_tracking { netuid },
        };
        match self.owner_of(netuid) {
            Some(owner) if !self.random.once_in(4) => (owner, call.into()),
            _ => (SUDO, sudo(call)),
        }
    }

    /// Usually a hotkey that may set weights: under Null consensus the only one.
    pub(super) fn weigher(&mut self, netuid: NetUid) -> Person {
        if Scores::<Runtime>::is_null(netuid) && !self.random.once_in(6) {
            let permits = ValidatorPermit::<Runtime>::get(netuid);
            let winner = permits.iter().position(|permit| *permit);
            let winner = winner.and_then(|uid| {
                let hotkey = Keys::<Runtime>::get(netuid, uid as u16);
                person_of(&hotkey, (0..HOTKEYS).map(Person::Hot))
            });
            if let Some(winner) = winner {
                return winner;
            }
        }
        self.neuron(netuid)
    }

    /// One of the newest hyperparameters, by root or by the owner of the subnet.
    pub(super) fn reform(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let kind = self.random.below(15);
        if kind < 3 {
            return (SUDO, sudo(self.rule_of_emission(kind)));
        }
        let call = match kind {
            3 | 4 => Admin::sudo_set_collateral_lock_share {
                netuid,
                lock_share: self.random.below(65_536) as u16,
            },
            5 => Admin::sudo_set_collateral_drain_ratio {
                netuid,
                drain_ratio: U64F64::from_bits(u128::from(self.random.below(22)) << 63),
            },
            6 => Admin::sudo_set_liquid_alpha_consensus_mode {
                netuid,
                mode: *self.random.pick(&[
                    ConsensusMode::Current,
                    ConsensusMode::Previous,
                    ConsensusMode::Auto,
                ]),
            },
            7..=9 => Admin::sudo_set_epoch_consensus {
                netuid,
                mode: if Scores::<Runtime>::is_null(netuid) == self.random.once_in(6) {
                    EpochConsensus::Null
                } else {
                    EpochConsensus::Yuma
                },
            },
            10 => Admin::sudo_set_max_allowed_uids {
                netuid,
                max_allowed_uids: self.random.below(300) as u16,
            },
            11 | 13 => return self.promising(6, Draw::prune),
            _ => return (SUDO, sudo(self.rule_of_pruning(kind))),
        };
        match self.owner_of(netuid) {
            Some(owner) if self.random.once_in(3) => (owner, call.into()),
            _ => (SUDO, sudo(call)),
        }
    }

    fn rule_of_emission(&mut self, kind: u64) -> Admin<Runtime> {
        match kind {
            0 => Admin::sudo_set_emission_bar_quantile {
                quantile: U64F64::from_bits(u128::from(self.random.amount(u64::MAX - 1)) + 1),
            },
            1 => Admin::sudo_set_emission_bar_rank {
                rank: self.random.below(5) as u16,
            },
            _ => Admin::sudo_set_emission_gate_exponent {
                exponent: U64F64::from_bits(u128::from(self.random.below(20)) << 63),
            },
        }
    }

    /// What lets uids be pruned.
    fn rule_of_pruning(&mut self, kind: u64) -> Admin<Runtime> {
        let netuid = self.null_netuid();
        if kind == 12 {
            let min_allowed_uids = self.random.below(4) as u16;
            return Admin::sudo_set_min_allowed_uids {
                netuid,
                min_allowed_uids,
            };
        }
        let immunity_period = self.random.below(30) as u16;
        Admin::sudo_set_immunity_period {
            netuid,
            immunity_period,
        }
    }

    /// Prunes uids, or commits only.
    fn prune(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.null_netuid();
        let uids = u64::from(SubnetworkN::<Runtime>::get(netuid));
        let target = if self.random.once_in(6) {
            (uids + self.random.below(2)) as u16
        } else {
            self.random.below(uids.max(1)) as u16
        };
        let call = Admin::sudo_trim_null_uids_batch { netuid, target };
        (SUDO, sudo(call))
    }

    /// Usually a subnet under Null consensus.
    fn null_netuid(&mut self) -> NetUid {
        for _ in 0..6 {
            let netuid = self.netuid();
            if Scores::<Runtime>::is_null(netuid) {
                return netuid;
            }
        }
        self.netuid()
    }
}
