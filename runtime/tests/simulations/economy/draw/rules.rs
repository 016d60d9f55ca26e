//! Hyperparameters.

use node_subtensor_runtime::{Runtime, RuntimeCall};
use pallet_admin_utils::Call as Admin;
use pallet_subtensor::RecycleOrBurnEnum;
use sp_runtime::PerU16;
use subtensor_fixed::I96F32;
use subtensor_primitives::{MechId, NetUid};

use super::Draw;
use crate::economy::people::{Person, SUDO, TAO, sudo};

impl Draw<'_> {
    /// A hyperparameter, by root or by the owner of the subnet.
    pub(super) fn administer(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let flag = self.random.once_in(2);
        let small = self.random.below(65_536) as u16;
        let kind = self.random.below(27);
        if kind == 6 {
            let rate = self.random.below(11_000) as u16;
            let call = pallet_subtensor_swap::Call::set_fee_rate { netuid, rate };
            return (SUDO, sudo(call));
        }
        let rooted = self
            .rule_of_the_chain(kind, small)
            .or_else(|| self.rule_of_weights(kind, netuid, flag))
            .unwrap_or_else(|| self.rule_of_a_subnet(kind, netuid, flag, small));
        match self.owner_of(netuid) {
            Some(owner) if self.random.once_in(3) => (owner, rooted.into()),
            _ => (SUDO, sudo(rooted)),
        }
    }

    fn rule_of_the_chain(&mut self, kind: u64, small: u16) -> Option<Admin<Runtime>> {
        Some(match kind {
            2 => Admin::sudo_set_subnet_owner_cut {
                subnet_owner_cut: small,
            },
            3 => Admin::sudo_set_max_epochs_per_block {
                max_epochs_per_block: self.random.below(4) as u8,
            },
            5 => Admin::sudo_set_stake_threshold {
                // Now and then more than most hotkeys have.
                min_stake: match self.random.below(4) {
                    0 => self.random.below(200) * TAO,
                    _ => self.random.amount(TAO),
                },
            },
            15 => Admin::sudo_set_nominator_min_required_stake {
                min_stake: self.random.amount(100_000_000),
            },
            17 => Admin::sudo_set_ck_burn {
                burn: self.random.next() / 2,
            },
            18 => Admin::sudo_set_subnet_moving_alpha {
                alpha: I96F32::from_bits(i128::from(self.random.below(5)) << 29),
            },
            _ => return None,
        })
    }

    /// How weights come in, and what else neurons do without a fee.
    fn rule_of_weights(&mut self, kind: u64, netuid: NetUid, flag: bool) -> Option<Admin<Runtime>> {
        Some(match kind {
            4 => Admin::sudo_set_commit_reveal_weights_enabled {
                netuid,
                enabled: flag,
            },
            21 | 22 => Admin::sudo_set_commit_reveal_weights_interval {
                netuid,
                interval: 1 + self.random.below(3),
            },
            23 => Admin::sudo_set_bonds_reset_enabled {
                netuid,
                enabled: flag,
            },
            24 => Admin::sudo_set_serving_rate_limit {
                netuid,
                serving_rate_limit: self.random.below(5),
            },
            25 => Admin::sudo_set_weights_set_rate_limit {
                netuid,
                weights_set_rate_limit: self.random.below(3),
            },
            _ => return None,
        })
    }

    fn rule_of_a_subnet(
        &mut self,
        kind: u64,
        netuid: NetUid,
        flag: bool,
        small: u16,
    ) -> Admin<Runtime> {
        match kind {
            0 => Admin::sudo_set_tempo {
                netuid,
                tempo: self.random.below(40) as u16,
            },
            1 => Admin::sudo_set_subnet_emission_enabled {
                netuid,
                enabled: !self.random.once_in(3),
            },
            7 => Admin::sudo_set_toggle_transfer {
                netuid,
                toggle: !self.random.once_in(3),
            },
            8 => Admin::sudo_set_recycle_or_burn {
                netuid,
                recycle_or_burn: if flag {
                    RecycleOrBurnEnum::Burn
                } else {
                    RecycleOrBurnEnum::Recycle
                },
            },
            9 => Admin::sudo_set_yuma3_enabled {
                netuid,
                enabled: flag,
            },
            10 => Admin::sudo_set_liquid_alpha_enabled {
                netuid,
                enabled: flag,
            },
            11 => Admin::sudo_set_mechanism_count {
                netuid,
                mechanism_count: MechId::new(self.random.below(3) as u8),
            },
            12 => Admin::sudo_set_owner_cut_enabled {
                netuid,
                enabled: flag,
            },
            13 => Admin::sudo_set_network_registration_allowed {
                netuid,
                registration_allowed: !self.random.once_in(4),
            },
            14 => Admin::sudo_set_kappa {
                netuid,
                kappa: small,
            },
            16 => Admin::sudo_set_min_childkey_take_per_subnet {
                netuid,
                take: PerU16::from_parts(small / 5),
            },
            19 => Admin::sudo_set_ema_price_halving_period {
                netuid,
                ema_halving: self.random.below(100),
            },
            _ => Admin::sudo_set_immunity_period {
                netuid,
                immunity_period: small / 4,
            },
        }
    }
}
