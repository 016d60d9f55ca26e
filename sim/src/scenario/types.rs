//! What a scenario says. Blocks are counted from its start: its first block is 1.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    hyperparameters::Hyperparameters,
    number::{Amount, Bits, PerMember},
};

/// A subnet, its chain, and what happens to them.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// What it shows, in a few words.
    pub title: String,
    /// The same in more words.
    #[serde(default)]
    pub description: String,
    /// Epochs of the subnet that are played.
    pub epochs: u32,
    /// Seed of the noise in what validators see.
    #[serde(default)]
    pub seed: u64,
    /// The chain around the subnet.
    #[serde(default)]
    pub chain: ChainSpec,
    /// The subnet but its neurons.
    #[serde(default)]
    pub subnet: SubnetSpec,
    /// What the owner has set.
    #[serde(default)]
    pub hyperparameters: Hyperparameters,
    /// Hotkeys: those with a uid, in the order of the uids, and any others with stake.
    pub neurons: Vec<NeuronSpec>,
    /// The other subnets of the chain, of which only pools and prices count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<OtherSpec>,
    /// Stake that is bought and sold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trades: Vec<TradeSpec>,
    /// Hyperparameters that change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangeSpec>,
}

/// The chain around the subnet. Defaults are those of the chain.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChainSpec {
    /// Number of the last block before the scenario.
    pub block: u64,
    /// TAO that exists.
    pub issuance: Amount,
    /// Root stake of hotkeys that the scenario does not name.
    pub other_root_stake: Amount,
    /// Weight of root TAO against alpha, of `u64::MAX`.
    pub tao_weight: Bits<64>,
    /// Share of subnet owners, of 65535.
    pub subnet_owner_cut: u16,
    /// Weight of a block in moving prices.
    pub subnet_moving_alpha: Bits<32>,
    /// Stake below this counts as none.
    pub stake_threshold: Amount,
    /// Burned of what child keys pass on, of `u64::MAX`.
    pub ck_burn: Bits<64>,
    /// Most epochs in a block.
    pub max_epochs_per_block: u8,
    /// Rank of the share that is the bar of the emission gate; 0 for the quantile.
    pub emission_bar_rank: u16,
    /// Part of all shares that reaches the bar.
    pub emission_bar_quantile: Bits<64>,
    /// Steepness of the gate.
    pub emission_gate_exponent: Bits<64>,
    /// The bar in force; 0 until a block sets it.
    pub emission_gate_bar: Bits<64>,
    /// Least TAO that root dividends are worth when they enter a fund.
    pub root_claim_threshold: Amount,
}

impl Default for ChainSpec {
    fn default() -> Self {
        Self {
            block: 0,
            issuance: Amount::tokens(10_000_000),
            other_root_stake: Amount(0),
            tao_weight: Bits(971_718_665_099_567_868),
            subnet_owner_cut: 11_796,
            subnet_moving_alpha: Bits(12_885),
            stake_threshold: Amount(0),
            ck_burn: Bits(0),
            max_epochs_per_block: 2,
            emission_bar_rank: 32,
            emission_bar_quantile: Bits((61u128 << 64) / 100),
            emission_gate_exponent: Bits(3 << 64),
            emission_gate_bar: Bits(0),
            root_claim_threshold: Amount(500_000),
        }
    }
}

/// The pool of a subnet and what is kept for it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct PoolSpec {
    /// TAO in the pool.
    pub tao: Amount,
    /// Alpha in the pool.
    pub alpha: Amount,
    /// Weight of TAO, in parts of 10^18.
    pub tao_weight_parts: u64,
    /// TAO that the pool could not take yet.
    pub kept_tao: Amount,
    /// Alpha that the pool could not take yet.
    pub kept_alpha: Amount,
    /// Average of the price that decides about emission; the price of the pool, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moving_price: Option<Bits<32>>,
    /// Average of the price over the last hours; the price of the pool, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fast_price: Option<Bits<64>>,
}

impl Default for PoolSpec {
    fn default() -> Self {
        Self {
            tao: Amount::tokens(10_000),
            alpha: Amount::tokens(1_000_000),
            tao_weight_parts: subtensor_amm::HALF_WEIGHT,
            kept_tao: Amount(0),
            kept_alpha: Amount(0),
            moving_price: None,
            fast_price: None,
        }
    }
}

/// When epochs of a subnet run.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct ScheduleSpec {
    /// Block of the last epoch, whether or not it succeeded; the start, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_epoch: Option<u64>,
    /// Block of an epoch out of turn; 0 for none.
    pub pending_epoch: u64,
    /// Epochs so far.
    pub epoch_index: u64,
    /// Blocks since the last epoch.
    pub blocks_since: u64,
    /// Block of the last epoch that succeeded; the same as `last_epoch`, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_step: Option<u64>,
}

/// Alpha that waits for the next epoch.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct PotsSpec {
    /// The cut of the owner.
    pub owner: Amount,
    /// Of miners.
    pub server: Amount,
    /// Of validators and those who staked on them.
    pub validator: Amount,
    /// Of root stakers.
    pub root: Amount,
}

/// The subnet but its neurons.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct SubnetSpec {
    /// Number of the subnet.
    pub netuid: u16,
    /// Coldkey of the owner.
    pub owner: String,
    /// Hotkey of the owner, one of the neurons; none: the owner's share is destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_hotkey: Option<String>,
    /// Number of the chain's block with which its emission began.
    pub first_emission_block: u64,
    /// Alpha that the chain itself has bought.
    pub protocol_alpha: Amount,
    /// Alpha outside the pool that is neither staked, nor in a pot, nor bought by the chain.
    pub idle_alpha: Amount,
    /// Part of the last epoch's miner emission that was withheld from the owner's miners.
    pub miner_burned: Bits<32>,
    /// Price of the next registration; the least price, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub burn: Option<Amount>,
    /// What it trades with.
    pub pool: PoolSpec,
    /// When epochs run.
    pub schedule: ScheduleSpec,
    /// What waits for the next epoch.
    pub pots: PotsSpec,
}

impl Default for SubnetSpec {
    fn default() -> Self {
        Self {
            netuid: 1,
            owner: "owner".to_owned(),
            owner_hotkey: None,
            first_emission_block: 1,
            protocol_alpha: Amount(0),
            idle_alpha: Amount(0),
            miner_burned: Bits(0),
            burn: None,
            pool: PoolSpec::default(),
            schedule: ScheduleSpec::default(),
            pots: PotsSpec::default(),
        }
    }
}

/// Another subnet.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct OtherSpec {
    /// Number of the subnet.
    pub netuid: u16,
    /// Whether its alpha has a pool; otherwise it is worth one TAO.
    pub is_dynamic: bool,
    /// Whether it takes part in emission.
    pub is_emitted_to: bool,
    /// First block of emission; none before the owner has started it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_emission_block: Option<u64>,
    /// Alpha outside the pool.
    pub alpha_out: Amount,
    /// Part of the last epoch's miner emission that was withheld.
    pub miner_burned: Bits<32>,
    /// Blocks between two epochs; 0: none.
    pub tempo: u16,
    /// Whether its epochs go by Null consensus.
    pub is_null: bool,
    /// Half-life of the moving price, blocks.
    pub ema_price_halving_period: u64,
    /// Whether TAO is emitted to the pool.
    pub subnet_emission_enabled: bool,
    /// Whether the owner gets a share of the emission.
    pub owner_cut_enabled: bool,
    /// What it trades with.
    pub pool: PoolSpec,
    /// When epochs run.
    pub schedule: ScheduleSpec,
}

impl Default for OtherSpec {
    fn default() -> Self {
        let usual = Hyperparameters::default();
        Self {
            netuid: 2,
            is_dynamic: true,
            is_emitted_to: true,
            first_emission_block: Some(1),
            alpha_out: Amount::tokens(1_000_000),
            miner_burned: Bits(0),
            tempo: usual.tempo,
            is_null: false,
            ema_price_halving_period: usual.ema_price_halving_period,
            subnet_emission_enabled: true,
            owner_cut_enabled: true,
            pool: PoolSpec::default(),
            schedule: ScheduleSpec::default(),
        }
    }
}

/// A hotkey, or a group of them that differ by their numbers.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct NeuronSpec {
    /// Name of the hotkey; of a group, the names are `name-0`, `name-1` and so on.
    pub name: String,
    /// Members of the group; none: it is a single hotkey.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<usize>,
    /// Coldkey; its own, with the name of the hotkey, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coldkey: Option<String>,
    /// Alpha that the coldkey has staked on it.
    pub stake: PerMember<Amount>,
    /// TAO staked on it on root.
    pub root_stake: PerMember<Amount>,
    /// Part of dividends for the coldkey, of 65535.
    pub take: u16,
    /// Others who have staked on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nominators: Vec<NominatorSpec>,
    /// Sum of all shares of its pool; given with the shares of the stakers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shares: Option<Share>,
    /// What the pool is worth beyond the stakes; given with the shares.
    pub rest: Amount,
    /// Share of the coldkey in the pool; given with the sum of all shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// Whether it holds a uid.
    pub is_neuron: bool,
    /// Whether it holds a seat on root, without which root dividends are destroyed; by default
    /// whoever has root stake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_on_root: Option<bool>,
    /// Block in which it registers; none: it is there from the start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joins: Option<u64>,
    /// Number of the chain's block in which it was registered.
    pub registered: u64,
    /// Number of the chain's block of its last weights; that of the registration, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_update: Option<u64>,
    /// Whether it may validate until the first epoch; by default whoever sets weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permit: Option<bool>,
    /// How it sets weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<Strategy>,
    /// Blocks after an epoch in which it sets weights; half the tempo, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sets_after: Option<u64>,
    /// It sets weights once in so many epochs.
    pub sets_every: u32,
    /// How good a miner it is, 0 to 1.
    pub quality: PerMember<f64>,
    /// How the quality changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wave: Option<Wave>,
    /// Stake that it lends to others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lends: Vec<LoanSpec>,
    /// Part of what it earns for others that it keeps, of 65535.
    pub childkey_take: u16,
    /// Hotkey on which what it mines is staked; itself, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_stake: Option<String>,
    /// Weights in force at the start: uid and weight each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub row: Vec<(u16, u16)>,
    /// Bonds at the start: uid and bond each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bonds: Vec<(u16, u16)>,
    /// Consensus of the last epoch, of 65535.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consensus: Option<u16>,
    /// What it earned in the last epoch.
    pub emission: Amount,
    /// Commits that wait, by epoch and number of the chain's block. What they hold is not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commits: Vec<(u64, u64)>,
    /// Root dividends that wait for its fund.
    pub queued_dividends: Amount,
    /// Raw shares that stakers on root have of its fund.
    pub fund_shares: u64,
    /// Worth of what its fund holds elsewhere.
    pub fund_elsewhere: Amount,
    /// What its fund holds as root stake, part of `root_stake`.
    pub fund_root_stake: Amount,
    /// What its fund holds on the subnet is the stake of this nominator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fund: Option<String>,
}

impl Default for NeuronSpec {
    fn default() -> Self {
        Self {
            name: String::new(),
            count: None,
            coldkey: None,
            stake: PerMember::default(),
            root_stake: PerMember::default(),
            take: 11_796,
            nominators: Vec::new(),
            shares: None,
            rest: Amount(0),
            share: None,
            is_neuron: true,
            is_on_root: None,
            joins: None,
            registered: 0,
            last_update: None,
            permit: None,
            weights: None,
            sets_after: None,
            sets_every: 1,
            quality: PerMember::One(0.0),
            wave: None,
            lends: Vec::new(),
            childkey_take: 0,
            auto_stake: None,
            row: Vec::new(),
            bonds: Vec::new(),
            consensus: None,
            emission: Amount(0),
            commits: Vec::new(),
            queued_dividends: Amount(0),
            fund_shares: 0,
            fund_elsewhere: Amount(0),
            fund_root_stake: Amount(0),
            fund: None,
        }
    }
}

/// A share as the chain stores it: `mantissa * 10^exponent`.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Decimal digits.
    pub mantissa: String,
    /// Power of ten.
    pub exponent: i64,
}

/// Who has staked on somebody else's hotkey.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NominatorSpec {
    /// Name of who it is.
    pub coldkey: String,
    /// Alpha.
    pub stake: Amount,
    /// Share in the pool, where shares are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
}

/// Stake lent to a child.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LoanSpec {
    /// Name of the hotkey.
    pub to: String,
    /// Part of the stake.
    pub part: Bits<64>,
}

/// A quality that rises and falls like a sine.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Wave {
    /// How far it is from the quality at most.
    pub amplitude: f64,
    /// Epochs of one rise and fall.
    pub period: f64,
    /// Where it begins, as part of a period. Members of a group are spread over one.
    #[serde(default)]
    pub phase: f64,
}

/// How a validator sets weights.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum Strategy {
    /// By the quality of miners, seen with noise.
    Merit {
        /// Standard deviation of what is seen, as part of the quality.
        #[serde(default)]
        noise: f64,
        /// Groups and hotkeys that are looked at; all with a quality, if none is said.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        of: Vec<String>,
    },
    /// The average of what is in force of others, by their stake.
    Copy {},
    /// The same in every epoch: group or hotkey, and weight.
    Fixed {
        /// Weights.
        to: BTreeMap<String, f64>,
    },
    /// From each of these epochs on the weights given there.
    Timeline {
        /// Rows in the order of the epochs.
        rows: Vec<TimelineRow>,
    },
}

/// Weights from an epoch on.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineRow {
    /// Number of the epoch, from 0.
    pub epoch: u32,
    /// Weights.
    pub to: BTreeMap<String, f64>,
}

/// Stake that is bought or sold, once or again and again.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct TradeSpec {
    /// Block of the first trade.
    pub block: u64,
    /// Blocks between two trades.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<u64>,
    /// Number of trades; once, if none is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// Who trades.
    pub coldkey: String,
    /// Name of the hotkey that the stake is on.
    pub hotkey: String,
    /// TAO that is spent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub buy: Option<Amount>,
    /// Alpha that is sold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sell: Option<Amount>,
    /// Part of what is held that is sold, up to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sell_part: Option<f64>,
    /// Worst price, TAO for one alpha: the trade ends where it is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Amount>,
    /// Whether it is on root, where a TAO is a TAO.
    pub root: bool,
}

/// Hyperparameters that change.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeSpec {
    /// Block in which they change.
    pub block: u64,
    /// Names and new values.
    pub hyperparameters: toml::Table,
}
