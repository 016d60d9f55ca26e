//! Who takes part and what they try. Arguments are drawn so that most calls make sense at the moment they are made, and
//! many do not.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{LazyLock, Mutex},
};

use node_subtensor_runtime::{AccountId, Balances, Runtime, RuntimeCall, SubtensorModule, System};
use pallet_admin_utils::Call as Admin;
use pallet_balances::Call as Money;
use pallet_subtensor::{
    Call as Core, Difficulty as WorkDifficulty, MaxDifficulty, MinDifficulty,
    NetworkPowRegistrationAllowed, NetworksAdded, OwnedHotkeys, RecycleOrBurnEnum, StakingHotkeys,
    SubnetOwner, SubnetworkN,
};
use sp_core::{Pair, sr25519};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{MultiSigner, PerU16, traits::IdentifyAccount};
use subtensor_fixed::I96F32;
use subtensor_pow::{Challenge, Difficulty};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, TaoBalance};

use crate::{chain, random::Random};

const TAO: u64 = 1_000_000_000;
/// Coldkeys; the first is the sudo key.
const COLDKEYS: u32 = 8;
/// Hotkeys, which sign too.
const HOTKEYS: u32 = 16;
/// Hashes that somebody tries for a proof of work.
const MOST_HASHES: u64 = 500;
/// Most subnets that people open.
const SUBNETS: usize = 6;

/// Somebody with a key.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
pub enum Person {
    Cold(u32),
    Hot(u32),
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cold(number) => write!(f, "coldkey {number}"),
            Self::Hot(number) => write!(f, "hotkey {number}"),
        }
    }
}

impl Person {
    /// Making a key from its name takes longer than signing.
    pub fn key(self) -> sr25519::Pair {
        static KEYS: LazyLock<Mutex<BTreeMap<Person, sr25519::Pair>>> =
            LazyLock::new(Default::default);
        let mut keys = KEYS.lock().expect("nobody panics with the keys");
        keys.entry(self)
            .or_insert_with(|| match self {
                Self::Cold(0) => Sr25519Keyring::Alice.pair(),
                Self::Cold(number) => pair(&format!("//cold{number}")),
                Self::Hot(number) => pair(&format!("//hot{number}")),
            })
            .clone()
    }

    pub fn account(self) -> AccountId {
        MultiSigner::from(self.key().public()).into_account()
    }
}

fn pair(name: &str) -> sr25519::Pair {
    sr25519::Pair::from_string(name, None).expect("the name is a path")
}

const SUDO: Person = Person::Cold(0);

fn sudo(call: impl Into<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Sudo(pallet_sudo::Call::sudo {
        call: Box::new(call.into()),
    })
}

/// Gives everybody money and opens two subnets, all of which must succeed.
pub fn set_the_stage() {
    let pay = |who: Person, value| {
        let dest = who.account().into();
        (SUDO, Money::transfer_keep_alive { dest, value }.into())
    };
    let mut calls: Vec<(Person, RuntimeCall)> = Vec::new();
    calls.extend((1..COLDKEYS).map(|number| pay(Person::Cold(number), 20_000 * TAO)));
    calls.extend((0..HOTKEYS).map(|number| pay(Person::Hot(number), 10 * TAO)));
    play(calls);
    play(
        [
            Admin::sudo_set_network_rate_limit { rate_limit: 0 },
            Admin::sudo_set_admin_freeze_window { window: 0 },
            Admin::sudo_set_owner_hparam_rate_limit { epochs: 0 },
            Admin::sudo_set_lock_reduction_interval { interval: 50 },
            Admin::sudo_set_network_immunity_period {
                immunity_period: 60,
            },
            Admin::sudo_set_network_min_lock_cost {
                lock_cost: TaoBalance::new(100 * TAO),
            },
        ]
        .map(|call| (SUDO, sudo(call)))
        .to_vec(),
    );
    // Prices, children and claims within the blocks of a game.
    play(vec![
        (
            SUDO,
            sudo(Admin::sudo_set_subnet_moving_alpha {
                alpha: I96F32::from_bits(1 << 30),
            }),
        ),
        (
            SUDO,
            sudo(Core::set_pending_childkey_cooldown { cooldown: 5 }),
        ),
        (
            SUDO,
            sudo(Core::sudo_set_root_claim_threshold {
                netuid: NetUid::ROOT,
                new_value: 1_000,
            }),
        ),
    ]);
    for (owner, hotkey) in [(1, 0), (2, 1)] {
        let hotkey = Person::Hot(hotkey).account();
        play(vec![(
            Person::Cold(owner),
            Core::register_network { hotkey }.into(),
        )]);
        let netuid = *SubtensorModule::subnet_netuids()
            .last()
            .expect("a subnet was opened");
        play(vec![(
            Person::Cold(owner),
            Core::start_call { netuid }.into(),
        )]);
        NetworkPowRegistrationAllowed::<Runtime>::insert(netuid, true);
        play(vec![
            (
                SUDO,
                sudo(Admin::sudo_set_subnet_emission_enabled {
                    netuid,
                    enabled: true,
                }),
            ),
            (SUDO, sudo(Admin::sudo_set_tempo { netuid, tempo: 10 })),
            (
                SUDO,
                sudo(Admin::sudo_set_min_difficulty {
                    netuid,
                    min_difficulty: 16,
                }),
            ),
            (
                SUDO,
                sudo(Admin::sudo_set_difficulty {
                    netuid,
                    difficulty: 16,
                }),
            ),
            (
                SUDO,
                sudo(Admin::sudo_set_ema_price_halving_period {
                    netuid,
                    ema_halving: 1,
                }),
            ),
            (
                SUDO,
                sudo(Admin::sudo_set_commit_reveal_weights_enabled {
                    netuid,
                    enabled: false,
                }),
            ),
            (
                SUDO,
                sudo(Admin::sudo_set_weights_set_rate_limit {
                    netuid,
                    weights_set_rate_limit: 0,
                }),
            ),
        ]);
    }
}

fn play(calls: Vec<(Person, RuntimeCall)>) {
    let marks = crate::invariants::Marks::take();
    chain::start_block();
    for (who, call) in calls {
        chain::submit(&who.key(), call.clone())
            .unwrap_or_else(|error| panic!("{who} cannot submit {call:?}: {error:?}"))
            .unwrap_or_else(|error| panic!("{call:?} by {who} fails: {error:?}"));
    }
    chain::end_block(&marks).expect("the stage keeps every rule");
}

/// The calls of a block, each drawn when the one before it has been made.
pub fn calls(
    random: &mut Random,
    block: u32,
    most: u64,
) -> impl Iterator<Item = (Person, RuntimeCall)> {
    // Some blocks are crowded, others empty.
    let count = if random.once_in(4) {
        0
    } else {
        random.below(most)
    };
    (0..count).map(move |_| draw(random, block))
}

/// What a call is drawn from.
struct Draw<'a> {
    random: &'a mut Random,
    netuids: Vec<NetUid>,
}

fn draw(random: &mut Random, block: u32) -> (Person, RuntimeCall) {
    let mut netuids: Vec<NetUid> = NetworksAdded::<Runtime>::iter_keys().collect();
    netuids.sort_unstable();
    let mut draw = Draw { random, netuids };
    // People come first: without neurons there is little to earn.
    if block < 20 && draw.random.once_in(2) {
        return draw.register();
    }
    match draw.random.below(100) {
        0..=11 => draw.register(),
        12..=26 => draw.buy(),
        27..=41 => draw.sell(),
        42..=57 => draw.relocate(),
        58..=69 => draw.weigh(),
        70..=73 => draw.destroy(),
        74..=77 => draw.pay(),
        78..=83 => draw.own(),
        84..=93 => draw.administer(),
        94 | 95 => draw.claim(),
        96 => draw.schedule(),
        97 if draw.random.once_in(2) => draw.name(),
        _ => draw.open(),
    }
}

impl Draw<'_> {
    fn cold(&mut self) -> Person {
        Person::Cold(self.random.below(COLDKEYS.into()) as u32)
    }

    fn hot(&mut self) -> Person {
        Person::Hot(self.random.below(HOTKEYS.into()) as u32)
    }

    /// Usually a hotkey, sometimes any account.
    fn hotkey(&mut self) -> AccountId {
        if self.random.once_in(40) {
            self.cold().account()
        } else {
            self.hot().account()
        }
    }

    /// Usually a hotkey that somebody owns.
    fn known_hotkey(&mut self) -> AccountId {
        for _ in 0..6 {
            let hotkey = self.hotkey();
            if SubtensorModule::hotkey_account_exists(&hotkey) {
                return hotkey;
            }
        }
        self.hotkey()
    }

    /// Usually a hotkey of somebody, or of nobody yet.
    fn hotkey_for(&mut self, coldkey: &AccountId) -> AccountId {
        for _ in 0..6 {
            let hotkey = self.hotkey();
            let owner = SubtensorModule::owner_of(&hotkey);
            if owner == *coldkey || !SubtensorModule::hotkey_account_exists(&hotkey) {
                return hotkey;
            }
        }
        self.hotkey()
    }

    /// Usually a subnet that exists.
    fn netuid(&mut self) -> NetUid {
        if self.random.once_in(40) {
            return NetUid::new(self.random.below(40) as u16);
        }
        *self.random.pick(&self.netuids)
    }

    /// A coldkey, and usually a hotkey on which it has stake.
    fn position(&mut self) -> (Person, AccountId) {
        let who = self.cold();
        let hotkeys = StakingHotkeys::<Runtime>::get(who.account());
        if hotkeys.is_empty() || self.random.once_in(20) {
            return (who, self.hotkey());
        }
        (who, self.random.pick(&hotkeys).clone())
    }

    /// A position with usually some stake, its subnet, and an amount of it.
    fn holding(&mut self) -> (Person, AccountId, NetUid, AlphaBalance) {
        let (who, hotkey) = self.position();
        let mut netuid = self.netuid();
        let mut held = AlphaBalance::ZERO;
        for _ in 0..8 {
            held = SubtensorModule::stake_of(&hotkey, &who.account(), netuid);
            if !held.is_zero() {
                break;
            }
            netuid = self.netuid();
        }
        let amount = self.random.amount(held.to_u64());
        (who, hotkey, netuid, AlphaBalance::new(amount))
    }

    /// Around the price of a subnet, rao per alpha.
    fn limit(&mut self, netuid: NetUid) -> TaoBalance {
        let price = node_subtensor_runtime::Swap::current_alpha_price(netuid);
        self.near(price)
    }

    fn near(&mut self, value: u64) -> TaoBalance {
        TaoBalance::new(match self.random.below(8) {
            0 => 0,
            1 => u64::MAX,
            _ => {
                let percent = 90 + self.random.below(21);
                (u128::from(value) * u128::from(percent) / 100)
                    .try_into()
                    .unwrap_or(u64::MAX)
            }
        })
    }

    fn register(&mut self) -> (Person, RuntimeCall) {
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

    /// A registration by work, with a proof if one is found soon; now and then on a block that is none of the last.
    fn prove(&mut self, who: Person, netuid: NetUid, hotkey: AccountId) -> Core<Runtime> {
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
            work: seal.0.to_vec(),
            hotkey,
        }
    }

    fn buy(&mut self) -> (Person, RuntimeCall) {
        let who = self.cold();
        let (hotkey, netuid) = (self.known_hotkey(), self.netuid());
        let funds = Balances::free_balance(who.account());
        let most = if self.random.once_in(6) {
            funds
        } else {
            funds / 50
        };
        let amount = TaoBalance::new(self.random.amount(most));
        let call = if self.random.once_in(2) {
            Core::add_stake {
                hotkey,
                netuid,
                amount_staked: amount,
            }
        } else {
            Core::add_stake_limit {
                hotkey,
                netuid,
                amount_staked: amount,
                limit_price: self.limit(netuid),
                allow_partial: self.random.once_in(2),
            }
        };
        (who, call.into())
    }

    fn sell(&mut self) -> (Person, RuntimeCall) {
        let (who, hotkey, netuid, amount_unstaked) = self.holding();
        let call = match self.random.below(10) {
            0 => Core::unstake_all { hotkey },
            1 => Core::unstake_all_alpha { hotkey },
            2 | 3 => Core::remove_stake_full_limit {
                hotkey,
                netuid,
                limit_price: self.random.once_in(2).then(|| self.limit(netuid)),
            },
            4..=6 => Core::remove_stake_limit {
                hotkey,
                netuid,
                amount_unstaked,
                limit_price: self.limit(netuid),
                allow_partial: self.random.once_in(2),
            },
            _ => Core::remove_stake {
                hotkey,
                netuid,
                amount_unstaked,
            },
        };
        (who, call.into())
    }

    fn relocate(&mut self) -> (Person, RuntimeCall) {
        let (who, hotkey, origin_netuid, alpha_amount) = self.holding();
        let destination_netuid = if self.random.once_in(3) {
            origin_netuid
        } else {
            self.netuid()
        };
        let destination_hotkey = self.known_hotkey();
        let destination_coldkey = self.cold().account();
        let price = |netuid| node_subtensor_runtime::Swap::current_alpha_price(netuid);
        let ratio = u128::from(price(origin_netuid)) * u128::from(TAO)
            / u128::from(price(destination_netuid).max(1));
        let limit_price = self.near(ratio.try_into().unwrap_or(u64::MAX));
        let allow_partial = self.random.once_in(2);
        let call = match self.random.below(6) {
            0 => Core::move_stake {
                origin_hotkey: hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
            1 => Core::move_stake_limit {
                origin_hotkey: hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
                limit_price,
                allow_partial,
            },
            2 => Core::swap_stake {
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
            3 => Core::swap_stake_limit {
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
                limit_price,
                allow_partial,
            },
            4 => Core::transfer_stake {
                destination_coldkey,
                hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
            _ => Core::transfer_stake_and_hotkey {
                destination_coldkey,
                origin_hotkey: hotkey,
                destination_hotkey,
                origin_netuid,
                destination_netuid,
                alpha_amount,
            },
        };
        (who, call.into())
    }

    fn destroy(&mut self) -> (Person, RuntimeCall) {
        let (who, hotkey, netuid, amount) = self.holding();
        let call = match self.random.below(3) {
            0 => Core::recycle_alpha {
                hotkey,
                amount,
                netuid,
            },
            1 => Core::burn_alpha {
                hotkey,
                amount,
                netuid,
            },
            _ => Core::add_stake_burn {
                hotkey,
                netuid,
                amount: TaoBalance::new(self.random.amount(10 * TAO)),
                limit: self.random.once_in(2).then(|| self.limit(netuid)),
            },
        };
        (who, call.into())
    }

    /// Weights over some of the uids, sometimes over uids that are not there.
    fn weigh(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let mut who = self.hot();
        for _ in 0..6 {
            if SubtensorModule::uid_for(netuid, &who.account()).is_some() {
                break;
            }
            who = self.hot();
        }
        let n = u64::from(SubnetworkN::<Runtime>::get(netuid));
        let most = if self.random.once_in(30) { n + 2 } else { n };
        let mut dests: Vec<u16> = (0..most as u16)
            .filter(|_| !self.random.once_in(3))
            .collect();
        if self.random.once_in(40) {
            dests.extend(dests.first().copied());
        }
        let weights = dests
            .iter()
            .map(|_| self.random.below(65_536) as u16)
            .collect();
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

    fn pay(&mut self) -> (Person, RuntimeCall) {
        let who = if self.random.once_in(3) {
            self.hot()
        } else {
            self.cold()
        };
        let dest = self.cold().account().into();
        let funds = Balances::free_balance(who.account());
        let most = if self.random.once_in(10) {
            funds
        } else {
            funds / 20
        };
        let value = self.random.amount(most);
        let call = match self.random.below(10) {
            0 => Money::transfer_all {
                dest,
                keep_alive: self.random.once_in(2),
            },
            1..=4 => Money::transfer_allow_death { dest, value },
            _ => Money::transfer_keep_alive { dest, value },
        };
        (who, call.into())
    }

    /// What an owner of hotkeys does with them.
    fn own(&mut self) -> (Person, RuntimeCall) {
        let who = self.cold();
        let owned = OwnedHotkeys::<Runtime>::get(who.account());
        let hotkey = if owned.is_empty() || self.random.once_in(20) {
            self.hotkey()
        } else {
            self.random.pick(&owned).clone()
        };
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

    /// Root dividends, usually where there are some.
    fn claim(&mut self) -> (Person, RuntimeCall) {
        let mut position = self.position();
        for _ in 0..8 {
            let root = SubtensorModule::stake_of(&position.1, &position.0.account(), NetUid::ROOT);
            if !root.is_zero() {
                break;
            }
            position = self.position();
        }
        let (who, hotkey) = position;
        match self.random.below(6) {
            0 => {
                let call = Core::sudo_set_root_claim_threshold {
                    netuid: NetUid::new(self.random.below(10) as u16 / 8),
                    new_value: self.random.amount(1_000_000),
                };
                (SUDO, sudo(call))
            }
            1 | 2 => (who, Core::claim_root_with_hotkey { hotkey }.into()),
            _ => {
                let subnets = [self.netuid()].into_iter().collect();
                (who, Core::claim_root { subnets }.into())
            }
        }
    }

    /// What an owner decides about epochs, sometimes somebody else.
    fn schedule(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let owner = self.owner_of(netuid).unwrap_or(Person::Cold(0));
        let who = if self.random.once_in(10) {
            self.cold()
        } else {
            owner
        };
        let call = if self.random.once_in(4) {
            Core::set_tempo {
                netuid,
                tempo: 359 + self.random.below(3) as u16,
            }
        } else {
            Core::trigger_epoch { netuid }
        };
        (who, call.into())
    }

    /// The coldkey of a subnet, if it takes part.
    fn owner_of(&self, netuid: NetUid) -> Option<Person> {
        let owner = SubnetOwner::<Runtime>::get(netuid);
        (0..COLDKEYS)
            .map(Person::Cold)
            .find(|person| person.account() == owner)
    }

    /// What owners and coldkeys say, and what root ends.
    fn name(&mut self) -> (Person, RuntimeCall) {
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
    fn open(&mut self) -> (Person, RuntimeCall) {
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

    /// A hyperparameter, by root or by the owner of the subnet.
    fn administer(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let flag = self.random.once_in(2);
        let small = self.random.below(65_536) as u16;
        let rooted: Admin<Runtime> = match self.random.below(21) {
            0 => Admin::sudo_set_tempo {
                netuid,
                tempo: self.random.below(40) as u16,
            },
            1 => Admin::sudo_set_subnet_emission_enabled {
                netuid,
                enabled: !self.random.once_in(3),
            },
            2 => Admin::sudo_set_subnet_owner_cut {
                subnet_owner_cut: small,
            },
            3 => Admin::sudo_set_max_epochs_per_block {
                max_epochs_per_block: self.random.below(4) as u8,
            },
            4 => Admin::sudo_set_commit_reveal_weights_enabled {
                netuid,
                enabled: self.random.once_in(20),
            },
            5 => Admin::sudo_set_stake_threshold {
                min_stake: self.random.amount(TAO),
            },
            6 => {
                let call = pallet_subtensor_swap::Call::set_fee_rate {
                    netuid,
                    rate: self.random.below(11_000) as u16,
                };
                return (SUDO, sudo(call));
            }
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
            15 => Admin::sudo_set_nominator_min_required_stake {
                min_stake: self.random.amount(100_000_000),
            },
            17 => Admin::sudo_set_ck_burn {
                burn: self.random.next() / 2,
            },
            18 => Admin::sudo_set_subnet_moving_alpha {
                alpha: I96F32::from_bits(i128::from(self.random.below(5)) << 29),
            },
            19 => Admin::sudo_set_ema_price_halving_period {
                netuid,
                ema_halving: self.random.below(100),
            },
            16 => Admin::sudo_set_min_childkey_take_per_subnet {
                netuid,
                take: PerU16::from_parts(small / 5),
            },
            _ => Admin::sudo_set_immunity_period {
                netuid,
                immunity_period: small / 4,
            },
        };
        match self.owner_of(netuid) {
            Some(owner) if self.random.once_in(3) => (owner, rooted.into()),
            _ => (SUDO, sudo(rooted)),
        }
    }
}
