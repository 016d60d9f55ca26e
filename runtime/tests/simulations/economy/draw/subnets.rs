//! Subnets, their neurons and what those do.

use codec::Compact;
use node_subtensor_runtime::{AccountId, Runtime, RuntimeCall, System};
use pallet_admin_utils::Call as Admin;
use pallet_subtensor::weights::{RowList, WeightList};
use pallet_subtensor::{
    Call as Core, Difficulty as WorkDifficulty, MaxDifficulty, MinDifficulty, SubnetworkN,
};
use sp_runtime::PerU16;
use subtensor_pow::{Challenge, Difficulty};
use subtensor_primitives::{MechId, NetUid};

use super::Draw;
use crate::economy::people::{Person, SUDO, TAO, sudo};

/// Hashes that somebody tries for a proof of work.
const MOST_HASHES: u64 = 500;
/// Most subnets that people open.
const SUBNETS: usize = 6;

impl Draw<'_> {
    pub(super) fn register(&mut self) -> (Person, RuntimeCall) {
        let (who, netuid) = (self.cold(), self.netuid());
        let hotkey = self.hotkey_for(&who.account());
        let call = match self.random.below(8) {
            0 => Core::root_register { hotkey },
            1 => Core::register_limit {
                netuid,
                hotkey,
                limit_price: self.random.amount(10 * TAO),
            },
            2 => Core::try_associate_hotkey { hotkey },
            3 | 4 => self.prove(who, netuid, hotkey),
            _ => Core::burned_register { netuid, hotkey },
        };
        (who, call.into())
    }

    /// A registration by work, with a proof if one is found soon; now and then on a block that is
    /// none of the last.
    pub(super) fn prove(
        &mut self,
        who: Person,
        netuid: NetUid,
        hotkey: AccountId,
    ) -> Core<Runtime> {
        let work_block = System::block_number().saturating_sub(self.random.below(6) as u32);
        let challenge = Challenge::new(
            netuid.into(),
            System::block_hash(work_block).as_fixed_bytes(),
            &hotkey.clone().into(),
            &who.account().into(),
        );
        let difficulty = Difficulty::within(
            WorkDifficulty::<Runtime>::get(netuid),
            MinDifficulty::<Runtime>::get(netuid),
            MaxDifficulty::<Runtime>::get(netuid),
        );
        let first = self.random.below(1 << 40);
        let (nonce, seal) = challenge
            .solve(difficulty, first..first + MOST_HASHES)
            .unwrap_or((0, challenge.seal(0)));
        Core::pow_register {
            netuid,
            work_block: work_block.into(),
            nonce,
            work: seal.0.to_vec().try_into().expect("a seal is short"),
            hotkey,
        }
    }

    /// Weights over some of the uids, sometimes over uids that are not there.
    pub(super) fn weigh(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let who = self.weigher(netuid);
        if self.random.once_in(8) {
            return (who, self.weigh_batch(who).into());
        }
        let n = u64::from(SubnetworkN::<Runtime>::get(netuid));
        let most = if self.random.once_in(30) { n + 2 } else { n };
        let mut dests: Vec<u16> = (0..most as u16)
            .filter(|_| !self.random.once_in(3))
            .collect();
        if self.random.once_in(40) {
            dests.extend(dests.first().copied());
        }
        let weights: Vec<u16> = dests
            .iter()
            .map(|_| self.random.below(65_536) as u16)
            .collect();
        let [dests, weights] =
            [dests, weights].map(|row| WeightList::try_from(row).expect("there are few uids"));
        let call = if self.random.once_in(3) {
            Core::set_mechanism_weights {
                netuid,
                mecid: MechId::new(self.random.below(3) as u8),
                dests,
                weights,
                version_key: 0,
            }
        } else {
            Core::set_weights {
                netuid,
                dests,
                weights,
                version_key: 0,
            }
        };
        (who, call.into())
    }

    /// Equal weights on the first uids of all subnets where the hotkey may set them.
    fn weigh_batch(&mut self, who: Person) -> Core<Runtime> {
        let (netuids, count) = self.batch_netuids(who, false);
        let rows: Vec<RowList> = (0..count)
            .map(|_| {
                let uids = 0..self.random.below(4) as u16;
                let row: Vec<_> = uids.map(|uid| (Compact(uid), Compact(1))).collect();
                row.try_into().expect("there are few uids")
            })
            .collect();
        Core::batch_set_weights {
            netuids: netuids.try_into().expect("there are few subnets"),
            weights: rows.try_into().expect("there are few subnets"),
            version_keys: vec![Compact(0); count].try_into().expect("there are few"),
        }
    }

    /// A hotkey takes the place of another: one that the coldkey owns too, or nobody.
    pub(super) fn swap(&mut self) -> (Person, RuntimeCall) {
        let who = self.cold();
        let hotkey = self.owned_hotkey(who);
        let new_hotkey = self.hotkey_for(&who.account());
        let netuid = match self.random.below(4) {
            0 => None,
            1 => Some(NetUid::ROOT),
            _ => Some(self.netuid()),
        };
        let call = if self.random.once_in(2) {
            Core::swap_hotkey {
                hotkey,
                new_hotkey,
                netuid,
            }
        } else {
            Core::swap_hotkey_v2 {
                hotkey,
                new_hotkey,
                netuid,
                keep_stake: self.random.once_in(2),
            }
        };
        (who, call.into())
    }

    /// What an owner of hotkeys does with them.
    pub(super) fn own(&mut self) -> (Person, RuntimeCall) {
        let who = self.cold();
        let hotkey = self.owned_hotkey(who);
        let (netuid, other) = (self.netuid(), self.hotkey());
        let take = PerU16::from_parts(self.random.below(14_000) as u16);
        let call = match self.random.below(6) {
            0 => Core::increase_take { hotkey, take },
            1 => Core::decrease_take { hotkey, take },
            2 => Core::set_childkey_take {
                hotkey,
                netuid,
                take,
            },
            3 => Core::set_coldkey_auto_stake_hotkey {
                netuid,
                hotkey: other,
            },
            4 => Core::set_auto_parent_delegation_enabled {
                hotkey,
                enabled: self.random.once_in(2),
            },
            _ => {
                let count = self.random.below(4);
                let mut children: Vec<(u64, AccountId)> = (0..count)
                    .map(|_| (self.random.next() / 3, self.hotkey()))
                    .collect();
                children.dedup_by(|a, b| a.1 == b.1);
                Core::set_children {
                    hotkey,
                    netuid,
                    children,
                }
            }
        };
        (who, call.into())
    }

    /// What an owner decides about epochs, sometimes somebody else.
    pub(super) fn schedule(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let owner = self.owner_of(netuid).unwrap_or(Person::Cold(0));
        let who = if self.random.once_in(10) {
            self.cold()
        } else {
            owner
        };
        let call = if self.random.once_in(4) {
            let tempo = 359 + self.random.below(3) as u16;
            Admin::sudo_set_tempo { netuid, tempo }.into()
        } else {
            Core::trigger_epoch { netuid }.into()
        };
        (who, call)
    }

    /// What owners and coldkeys say, and what root ends.
    pub(super) fn name(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let who = self.owner_of(netuid).unwrap_or_else(|| self.cold());
        let text = vec![b'x'; self.random.below(1_100) as usize];
        match self.random.below(5) {
            0 => {
                let call = Core::set_identity {
                    name: text.clone(),
                    url: vec![],
                    github_repo: vec![],
                    image: text,
                    discord: vec![],
                    description: vec![],
                    additional: vec![],
                };
                (self.cold(), call.into())
            }
            1 => {
                let call = Core::set_subnet_identity {
                    netuid,
                    subnet_name: vec![],
                    github_repo: text.clone(),
                    subnet_contact: vec![],
                    subnet_url: text,
                    discord: vec![],
                    description: vec![],
                    logo_url: vec![],
                    additional: vec![],
                };
                (who, call.into())
            }
            2 => {
                let of = NetUid::new(self.random.below(450) as u16);
                let symbol = pallet_subtensor::subnets::default_symbol(of);
                (who, Core::update_symbol { netuid, symbol }.into())
            }
            3 => {
                let subnet_limit = 3 + self.random.below(6) as u16;
                let call = Admin::sudo_set_subnet_limit {
                    max_subnets: subnet_limit,
                };
                (SUDO, sudo(call))
            }
            _ => {
                let call = Core::root_dissolve_network { netuid };
                (SUDO, sudo(call))
            }
        }
    }

    /// A new subnet, or starting one, as long as there are few.
    pub(super) fn open(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        match self.owner_of(netuid) {
            Some(owner) if self.netuids.len() > SUBNETS || self.random.once_in(2) => {
                (owner, Core::start_call { netuid }.into())
            }
            _ if self.netuids.len() > SUBNETS => self.register(),
            _ => {
                let hotkey = self.hotkey();
                (self.cold(), Core::register_network { hotkey }.into())
            }
        }
    }
}
