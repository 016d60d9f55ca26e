//! Neurons for `NeuronInfoRuntimeApi` (spec 70 §4.2): every uid of a subnet or one of them, with or
//! without its weights and bonds. The vectors of the subnet are read once per answer.

use alloc::{vec, vec::Vec};
use codec::Compact;
use subtensor_primitives::{AlphaBalance, NetUid, NetUidStorageIndex};

use super::tables::view_struct;
use crate::{
    AxonInfo, Config, PrometheusInfo, Shares, Subnets, Views,
    pallet::{
        Active, Axons, Bonds, Consensus, Dividends, Emission, Incentive, Keys, LastUpdate, Owner,
        Prometheus, SubnetworkN, ValidatorPermit, ValidatorTrust, Weights,
    },
};

view_struct! {
    /// A neuron without its weights and bonds. Scores are in 65535ths.
    NeuronInfoLite<AccountId> {
        hotkey: AccountId,
        coldkey: AccountId,
        uid: Compact<u16>,
        netuid: Compact<NetUid>,
        active: bool,
        axon_info: AxonInfo,
        prometheus_info: PrometheusInfo,
        /// The owner with all alpha on the hotkey, in rao of alpha.
        stake: Vec<(AccountId, Compact<AlphaBalance>)>,
        rank: Compact<u16>,
        /// Alpha of the last epoch, in rao of alpha.
        emission: Compact<AlphaBalance>,
        incentive: Compact<u16>,
        consensus: Compact<u16>,
        trust: Compact<u16>,
        validator_trust: Compact<u16>,
        dividends: Compact<u16>,
        /// Block of the last weights.
        last_update: Compact<u64>,
        validator_permit: bool,
        pruning_score: Compact<u16>,
    }
}

view_struct! {
    /// A neuron. Scores, weights and bonds are in 65535ths.
    NeuronInfo<AccountId> {
        hotkey: AccountId,
        coldkey: AccountId,
        uid: Compact<u16>,
        netuid: Compact<NetUid>,
        active: bool,
        axon_info: AxonInfo,
        prometheus_info: PrometheusInfo,
        /// The owner with all alpha on the hotkey, in rao of alpha.
        stake: Vec<(AccountId, Compact<AlphaBalance>)>,
        rank: Compact<u16>,
        /// Alpha of the last epoch, in rao of alpha.
        emission: Compact<AlphaBalance>,
        incentive: Compact<u16>,
        consensus: Compact<u16>,
        trust: Compact<u16>,
        validator_trust: Compact<u16>,
        dividends: Compact<u16>,
        /// Block of the last weights.
        last_update: Compact<u64>,
        validator_permit: bool,
        /// (target uid, weight) of the main mechanism, without zeros.
        weights: Vec<(Compact<u16>, Compact<u16>)>,
        /// (target uid, bond) of the main mechanism, without zeros.
        bonds: Vec<(Compact<u16>, Compact<u16>)>,
        pruning_score: Compact<u16>,
    }
}

/// Pruning scores are not computed; clients get the largest.
const PRUNING_SCORE: u16 = u16::MAX;

/// The per-uid vectors of a subnet.
struct Columns {
    active: Vec<bool>,
    emission: Vec<AlphaBalance>,
    incentive: Vec<u16>,
    consensus: Vec<u16>,
    validator_trust: Vec<u16>,
    dividends: Vec<u16>,
    last_update: Vec<u64>,
    validator_permit: Vec<bool>,
}

/// Value of a uid; zero or false past the end.
fn at<V: Copy + Default>(column: &[V], uid: u16) -> V {
    column.get(usize::from(uid)).copied().unwrap_or_default()
}

/// A row without its zeros.
fn sparse(row: Vec<(u16, u16)>) -> Vec<(Compact<u16>, Compact<u16>)> {
    row.into_iter()
        .filter(|(_, value)| *value > 0)
        .map(|(uid, value)| (Compact(uid), Compact(value)))
        .collect()
}

impl Columns {
    fn read<T: Config>(netuid: NetUid) -> Self {
        let index = NetUidStorageIndex::from(netuid);
        Self {
            active: Active::<T>::get(netuid),
            emission: Emission::<T>::get(netuid),
            incentive: Incentive::<T>::get(index),
            consensus: Consensus::<T>::get(netuid),
            validator_trust: ValidatorTrust::<T>::get(netuid),
            dividends: Dividends::<T>::get(netuid),
            last_update: LastUpdate::<T>::get(index),
            validator_permit: ValidatorPermit::<T>::get(netuid),
        }
    }

    /// The neuron of a uid; `None` without a hotkey.
    fn neuron<T: Config>(&self, netuid: NetUid, uid: u16) -> Option<NeuronInfoLite<T::AccountId>> {
        let hotkey = Keys::<T>::try_get(netuid, uid).ok()?;
        let coldkey = Owner::<T>::get(&hotkey);
        Some(NeuronInfoLite {
            stake: vec![(
                coldkey.clone(),
                Compact(Shares::<T>::hotkey_alpha(&hotkey, netuid)),
            )],
            axon_info: Axons::<T>::get(netuid, &hotkey).unwrap_or_default(),
            prometheus_info: Prometheus::<T>::get(netuid, &hotkey).unwrap_or_default(),
            hotkey,
            coldkey,
            uid: Compact(uid),
            netuid: Compact(netuid),
            active: at(&self.active, uid),
            rank: Compact(0),
            emission: Compact(at(&self.emission, uid)),
            incentive: Compact(at(&self.incentive, uid)),
            consensus: Compact(at(&self.consensus, uid)),
            trust: Compact(0),
            validator_trust: Compact(at(&self.validator_trust, uid)),
            dividends: Compact(at(&self.dividends, uid)),
            last_update: Compact(at(&self.last_update, uid)),
            validator_permit: at(&self.validator_permit, uid),
            pruning_score: Compact(PRUNING_SCORE),
        })
    }
}

impl<AccountId> NeuronInfoLite<AccountId> {
    /// The same neuron with its weights and bonds.
    fn with_rows<T: Config>(self) -> NeuronInfo<AccountId> {
        let index = NetUidStorageIndex::from(self.netuid.0);
        NeuronInfo {
            weights: sparse(Weights::<T>::get(index, self.uid.0)),
            bonds: sparse(Bonds::<T>::get(index, self.uid.0)),
            hotkey: self.hotkey,
            coldkey: self.coldkey,
            uid: self.uid,
            netuid: self.netuid,
            active: self.active,
            axon_info: self.axon_info,
            prometheus_info: self.prometheus_info,
            stake: self.stake,
            rank: self.rank,
            emission: self.emission,
            incentive: self.incentive,
            consensus: self.consensus,
            trust: self.trust,
            validator_trust: self.validator_trust,
            dividends: self.dividends,
            last_update: self.last_update,
            validator_permit: self.validator_permit,
            pruning_score: self.pruning_score,
        }
    }
}

impl<T: Config> Views<T> {
    /// All neurons of a subnet by uid, up to the first uid without a hotkey.
    pub fn get_neurons_lite(netuid: NetUid) -> Vec<NeuronInfoLite<T::AccountId>> {
        if !Subnets::<T>::subnet_exists(netuid) {
            return Vec::new();
        }
        let columns = Columns::read::<T>(netuid);
        (0..SubnetworkN::<T>::get(netuid))
            .map_while(|uid| columns.neuron::<T>(netuid, uid))
            .collect()
    }

    /// One neuron; `None` if the subnet or the uid does not exist.
    pub fn get_neuron_lite(netuid: NetUid, uid: u16) -> Option<NeuronInfoLite<T::AccountId>> {
        if !Subnets::<T>::subnet_exists(netuid) {
            return None;
        }
        Columns::read::<T>(netuid).neuron::<T>(netuid, uid)
    }

    /// Like [`Self::get_neurons_lite`], with weights and bonds.
    pub fn get_neurons(netuid: NetUid) -> Vec<NeuronInfo<T::AccountId>> {
        Self::get_neurons_lite(netuid)
            .into_iter()
            .map(NeuronInfoLite::with_rows::<T>)
            .collect()
    }

    /// Like [`Self::get_neuron_lite`], with weights and bonds.
    pub fn get_neuron(netuid: NetUid, uid: u16) -> Option<NeuronInfo<T::AccountId>> {
        Self::get_neuron_lite(netuid, uid).map(NeuronInfoLite::with_rows::<T>)
    }
}
