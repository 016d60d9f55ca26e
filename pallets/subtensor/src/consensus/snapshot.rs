//! The state that an epoch reads, all of it and once (spec 20 §4, 90 §17).

use alloc::vec::Vec;
use sp_runtime::PerU16;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};
use subtensor_yuma::{EpochError, EpochInput, EpochOutput, Liquid, RowsBuf, Workspace};

use super::stake::StakeWeights;
use crate::{
    Config, ConsensusMode, EpochConsensus, Mechanisms, Neurons, Schedule, Scores, ValidatorWeights,
    pallet::{
        AlphaSigmoidSteepness, AlphaValues, Bonds, BondsMovingAverage, BondsPenalty,
        ConsensusByMechanism, Kappa, LiquidAlphaConsensusMode, LiquidAlphaOn, ValidatorPermit,
        Yuma3On,
    },
};

/// Why a subnet's state cannot be that of an epoch. No call brings this about; should it happen all
/// the same, only this subnet stands still (spec 10 §12.3).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Inconsistency {
    /// One hotkey has two uids.
    SharedHotkey,
    /// The engine refuses the state of a mechanism.
    Refused(EpochError),
}

/// The state of a subnet before its epoch. Vectors have one element per uid.
pub struct Snapshot<T: Config> {
    pub(super) netuid: NetUid,
    pub(super) consensus: EpochConsensus,
    /// Who won the election of Null consensus.
    pub(super) winner: Option<u16>,
    /// Number of hotkeys whose stake was read, parents among them.
    pub(crate) stakers: u32,
    hotkeys: Vec<T::AccountId>,
    /// Uids by hotkey, sorted.
    members: Vec<(T::AccountId, u16)>,
    /// In 2^-32 rao.
    pub(super) stake: Vec<u128>,
    pub(super) owner: Option<u16>,
    permits: Vec<bool>,
    pub(super) registered: Vec<u64>,
    pub(super) rules: Rules,
    pub(super) mechanisms: Vec<Mechanism>,
}

/// What hyperparameters and the schedule say.
pub(super) struct Rules {
    pub stake_threshold: u64,
    max_validators: u16,
    pub block: u64,
    pub activity_cutoff: u64,
    tempo: u64,
    /// Bonds on who registered since do not count.
    last_step: u64,
    kappa: u16,
    bonds_penalty: u16,
    bonds_moving_average: u64,
    yuma3: bool,
    liquid: Option<Liquid>,
    /// Whether liquid bonds are compared with the consensus of the last epoch.
    looks_back: bool,
}

/// The state of one mechanism.
pub(super) struct Mechanism {
    pub index: NetUidStorageIndex,
    pub weights: RowsBuf,
    pub bonds: RowsBuf,
    /// Of the last epoch; empty if it does not count or there was none.
    pub previous_consensus: Vec<u16>,
    pub last_update: Vec<u64>,
    pub commits: Vec<u64>,
}

/// `list` with exactly `length` elements.
fn resized<V: Clone + Default>(mut list: Vec<V>, length: usize) -> Vec<V> {
    list.resize(length, V::default());
    list
}

/// Uids by hotkey.
///
/// Errors: a hotkey has two.
fn sorted<AccountId: Clone + Ord>(
    hotkeys: &[AccountId],
) -> Result<Vec<(AccountId, u16)>, Inconsistency> {
    let mut members: Vec<(AccountId, u16)> = hotkeys.iter().cloned().zip(0..).collect();
    members.sort_unstable();
    if members.is_sorted_by(|one, next| one.0 < next.0) {
        Ok(members)
    } else {
        Err(Inconsistency::SharedHotkey)
    }
}

impl Rules {
    fn read<T: Config>(netuid: NetUid) -> Self {
        let bonds_penalty = BondsPenalty::<T>::get(netuid);
        let liquid = LiquidAlphaOn::<T>::get(netuid).then(|| {
            let (low, high) = AlphaValues::<T>::get(netuid);
            let steepness = AlphaSigmoidSteepness::<T>::get(netuid);
            Liquid {
                low,
                high,
                steepness,
            }
        });
        let looks_back = || match LiquidAlphaConsensusMode::<T>::get(netuid) {
            ConsensusMode::Current => false,
            ConsensusMode::Previous => true,
            ConsensusMode::Auto => bonds_penalty == u16::MAX,
        };
        Self {
            looks_back: liquid.is_some() && looks_back(),
            stake_threshold: StakeWeights::<T>::threshold(),
            max_validators: Neurons::<T>::max_validators(netuid),
            block: Schedule::<T>::current_block(),
            activity_cutoff: Scores::<T>::activity_cutoff(netuid),
            tempo: Schedule::<T>::tempo(netuid),
            last_step: Schedule::<T>::last_yuma_step(netuid),
            kappa: Kappa::<T>::get(netuid),
            bonds_penalty,
            bonds_moving_average: BondsMovingAverage::<T>::get(netuid),
            yuma3: Yuma3On::<T>::get(netuid),
            liquid,
        }
    }
}

impl<T: Config> Snapshot<T> {
    /// Reads the state of a subnet and of all its mechanisms.
    ///
    /// Errors: a hotkey has two uids.
    pub fn read(netuid: NetUid) -> Result<Self, Inconsistency> {
        let n = Neurons::<T>::count(netuid);
        let hotkeys: Vec<T::AccountId> = Neurons::<T>::hotkeys(netuid).collect();
        let mut weights = StakeWeights::<T>::new(netuid);
        let mut snapshot = Self {
            netuid,
            consensus: Scores::<T>::consensus_of(netuid),
            winner: None,
            stakers: 0,
            members: sorted(&hotkeys)?,
            stake: hotkeys.iter().map(|key| weights.parts(key).exact).collect(),
            owner: Neurons::<T>::owner_uid(netuid),
            permits: resized(ValidatorPermit::<T>::get(netuid), n.into()),
            registered: (0..n)
                .map(|uid| Neurons::<T>::registered_at(netuid, uid))
                .collect(),
            rules: Rules::read::<T>(netuid),
            mechanisms: Vec::new(),
            hotkeys,
        };
        snapshot.stakers = weights.count();
        if snapshot.consensus == EpochConsensus::Null {
            let threshold = snapshot.rules.stake_threshold;
            snapshot.winner = subtensor_null::elect(&snapshot.stake, threshold);
        }
        snapshot.mechanisms = Mechanisms::<T>::mechanism_indices(netuid)
            .map(|index| snapshot.mechanism(index))
            .collect();
        Ok(snapshot)
    }

    fn mechanism(&self, index: NetUidStorageIndex) -> Mechanism {
        let (bonds, commits) = match self.consensus {
            EpochConsensus::Yuma => (
                self.rows(|uid| Bonds::<T>::get(index, uid)),
                ValidatorWeights::<T>::pending_commits(self, index),
            ),
            EpochConsensus::Null => Default::default(),
        };
        Mechanism {
            index,
            weights: self.rows(|uid| ValidatorWeights::<T>::row(index, uid)),
            bonds,
            previous_consensus: self.previous_consensus(index),
            last_update: resized(
                ValidatorWeights::<T>::last_updates(index),
                self.hotkeys.len(),
            ),
            commits,
        }
    }

    fn previous_consensus(&self, index: NetUidStorageIndex) -> Vec<u16> {
        if !self.rules.looks_back {
            return Vec::new();
        }
        let stored = ConsensusByMechanism::<T>::get(index);
        stored.into_iter().map(PerU16::deconstruct).collect()
    }

    /// Rows of those who decide; nobody else has weights or bonds that count. Entries count as far
    /// as there are uids.
    fn rows(&self, read: impl Fn(u16) -> Vec<(u16, u16)>) -> RowsBuf {
        let uids = self.hotkeys.len();
        let row = |uid| {
            let mut row = read(uid);
            row.retain(|(target, _)| usize::from(*target) < uids);
            row
        };
        (0u16..)
            .zip(&self.permits)
            .map(|(uid, permit)| match self.decides(uid, *permit) {
                true => row(uid),
                false => Vec::new(),
            })
            .collect()
    }

    /// Whether the rows of a uid count: of those who may validate until this epoch, or of the one
    /// who wins it.
    fn decides(&self, uid: u16, permit: bool) -> bool {
        match self.consensus {
            EpochConsensus::Yuma => permit || self.owner == Some(uid),
            EpochConsensus::Null => self.winner == Some(uid),
        }
    }

    /// Whether there is no stake by which validators could earn, so that miners earn everything
    /// (spec 90 §15.3).
    pub(crate) fn pays_miners_only(&self) -> bool {
        self.consensus == EpochConsensus::Null && self.winner.is_none()
    }

    /// Subnet whose state this is.
    pub(crate) fn netuid(&self) -> NetUid {
        self.netuid
    }

    /// Those who may validate until this epoch: uid and hotkey.
    pub(crate) fn validators(&self) -> impl Iterator<Item = (u16, &T::AccountId)> {
        (0u16..)
            .zip(&self.hotkeys)
            .zip(&self.permits)
            .filter(|((uid, _), permit)| self.decides(*uid, **permit))
            .map(|(neuron, _)| neuron)
    }

    /// Hotkeys in their order, each with its uid.
    pub(crate) fn members(&self) -> &[(T::AccountId, u16)] {
        &self.members
    }

    /// The same, with the stake weight of each, rao.
    pub(crate) fn stakes(&self) -> impl Iterator<Item = (&T::AccountId, u16, u64)> {
        self.members.iter().map(|(hotkey, uid)| {
            let exact = self.stake.get(usize::from(*uid)).copied();
            let stake = exact.unwrap_or_default() >> 32;
            (hotkey, *uid, stake.try_into().unwrap_or(u64::MAX))
        })
    }

    /// Uid of a hotkey.
    pub(crate) fn uid_of(&self, hotkey: &T::AccountId) -> Option<u16> {
        let at = self
            .members
            .binary_search_by(|(key, _)| key.cmp(hotkey))
            .ok()?;
        self.members.get(at).map(|(_, uid)| *uid)
    }

    /// What the engine decides for each mechanism, given its part of the emission in rao.
    ///
    /// Errors: the engine refuses the state.
    pub fn decide(&self, parts: &[(MechId, u64)]) -> Result<Vec<EpochOutput>, Inconsistency> {
        let mut work = Workspace::default();
        self.mechanisms
            .iter()
            .zip(parts)
            .map(|(mechanism, (_, emission))| {
                subtensor_yuma::epoch(&self.input(mechanism, *emission), &mut work)
                    .cloned()
                    .map_err(Inconsistency::Refused)
            })
            .collect()
    }

    fn input<'a>(&'a self, mechanism: &'a Mechanism, emission: u64) -> EpochInput<'a> {
        let rules = &self.rules;
        EpochInput {
            stake: &self.stake,
            stake_threshold: rules.stake_threshold,
            owner: self.owner,
            permits: &self.permits,
            max_validators: rules.max_validators,
            last_update: &mechanism.last_update,
            registered: &self.registered,
            commits: &mechanism.commits,
            block: rules.block,
            activity_cutoff: rules.activity_cutoff,
            tempo: rules.tempo,
            last_step: rules.last_step,
            weights: mechanism.weights.as_rows(),
            bonds: mechanism.bonds.as_rows(),
            kappa: rules.kappa,
            bonds_penalty: rules.bonds_penalty,
            bonds_moving_average: rules.bonds_moving_average,
            yuma3: rules.yuma3,
            liquid: rules.liquid,
            previous_consensus: &mechanism.previous_consensus,
            emission,
        }
    }
}
