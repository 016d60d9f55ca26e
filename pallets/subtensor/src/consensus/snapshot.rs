//! The state of a subnet that all its mechanisms share in an epoch.

use alloc::vec::Vec;
use subtensor_primitives::{NetUid, NetUidStorageIndex};
use subtensor_yuma::{EpochInput, Liquid, Rows, RowsBuf};

use super::stake::Stakes;
use crate::{Config, Pallet, pallet::*};

/// Thousandths of a tempo in the activity cutoff.
const MILLI: u64 = 1_000;

/// Vectors have one element per uid.
pub(crate) struct Snapshot<T: Config> {
    pub hotkeys: Vec<T::AccountId>,
    /// In 2^-32 rao.
    pub stake: Vec<u128>,
    /// Number of hotkeys whose stake is in `stake`, parents among them.
    pub stakers: u32,
    owner: Option<u16>,
    permits: Vec<bool>,
    registered: Vec<u64>,
}

/// The state of one mechanism.
pub(crate) struct Mechanism {
    weights: RowsBuf,
    bonds: RowsBuf,
    last_update: Vec<u64>,
    commits: Vec<u64>,
}

/// `list` with exactly `length` elements.
fn resized<V: Clone + Default>(mut list: Vec<V>, length: usize) -> Vec<V> {
    list.resize(length, V::default());
    list
}

impl<T: Config> Snapshot<T> {
    pub fn read(netuid: NetUid) -> Self {
        let n = SubnetworkN::<T>::get(netuid);
        let hotkeys: Vec<T::AccountId> = (0..n).map(|uid| Keys::<T>::get(netuid, uid)).collect();
        let mut stakes = Stakes::<T>::new(netuid);
        let stake = hotkeys
            .iter()
            .map(|hotkey| stakes.inherited(hotkey).0)
            .collect();
        Self {
            stake,
            stakers: stakes.count(),
            owner: Pallet::<T>::owner_uid(netuid),
            permits: resized(ValidatorPermit::<T>::get(netuid), n.into()),
            registered: (0..n)
                .map(|uid| BlockAtRegistration::<T>::get(netuid, uid))
                .collect(),
            hotkeys,
        }
    }

    /// Rows of those who may validate; nobody else has weights or bonds that count.
    pub fn mechanism(&self, netuid: NetUid, index: NetUidStorageIndex) -> Mechanism {
        let rows = |read: &dyn Fn(u16) -> Vec<(u16, u16)>| -> RowsBuf {
            (0u16..)
                .zip(&self.permits)
                .map(|(uid, permit)| {
                    if *permit || self.owner == Some(uid) {
                        read(uid)
                    } else {
                        Vec::new()
                    }
                })
                .collect()
        };
        Mechanism {
            weights: rows(&|uid| Weights::<T>::get(index, uid)),
            bonds: rows(&|uid| Bonds::<T>::get(index, uid)),
            last_update: resized(LastUpdate::<T>::get(index), self.hotkeys.len()),
            commits: Pallet::<T>::pending_commits(netuid, index, &self.hotkeys),
        }
    }

    /// What the engine reads. `emission` is the mechanism's part, rao.
    pub fn input<'a>(
        &'a self,
        netuid: NetUid,
        mechanism: &'a Mechanism,
        emission: u64,
    ) -> EpochInput<'a> {
        let tempo = u64::from(Tempo::<T>::get(netuid));
        let cutoff = u64::from(ActivityCutoffFactorMilli::<T>::get(netuid)).saturating_mul(tempo);
        let (low, high) = AlphaValues::<T>::get(netuid);
        let steepness = AlphaSigmoidSteepness::<T>::get(netuid);
        EpochInput {
            stake: &self.stake,
            stake_threshold: StakeThreshold::<T>::get(),
            owner: self.owner,
            permits: &self.permits,
            max_validators: MaxAllowedValidators::<T>::get(netuid),
            last_update: &mechanism.last_update,
            registered: &self.registered,
            commits: &mechanism.commits,
            block: Pallet::<T>::current_block(),
            activity_cutoff: cutoff.saturating_div(MILLI).max(1),
            tempo,
            last_step: LastMechansimStepBlock::<T>::get(netuid),
            weights: mechanism.weights.as_rows(),
            bonds: mechanism.bonds.as_rows(),
            kappa: Kappa::<T>::get(netuid),
            bonds_penalty: BondsPenalty::<T>::get(netuid),
            bonds_moving_average: BondsMovingAverage::<T>::get(netuid),
            yuma3: Yuma3On::<T>::get(netuid),
            liquid: LiquidAlphaOn::<T>::get(netuid).then_some(Liquid {
                low,
                high,
                steepness,
            }),
            emission,
        }
    }
}

impl Mechanism {
    /// Bonds before the epoch.
    pub fn bonds(&self) -> Rows<'_> {
        self.bonds.as_rows()
    }
}
