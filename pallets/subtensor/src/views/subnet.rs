//! One subnet as the read models see it. What several fields of an answer need (keys of the uids,
//! stake weights) is read on first use and kept, so that an answer costs one read per uid and map,
//! however many fields it has (spec 70 §2.3, §22.1).

use alloc::{vec, vec::Vec};
use codec::Compact;
use core::cell::OnceCell;
use subtensor_primitives::{
    AlphaBalance, CommitmentsInterface, MechId, NetUid, NetUidStorageIndex, TaoBalance,
};

use super::compact_bytes;
use crate::{
    AxonInfo, ChainIdentityV2, Config, MinerCollateralState, Schedule, Subnets, Views,
    consensus::{StakeParts, StakeWeights},
    pallet::{
        Axons, BlockAtRegistration, IdentitiesV2, Keys, LastMechansimStepBlock, MinerCollateral,
        Owner, PendingServerEmission, PendingValidatorEmission, StakeThreshold, SubnetIdentitiesV3,
        SubnetworkN, TokenSymbol, ValidatorPermit,
    },
};

/// Largest weight of a row relative to its sum; not a limit any more, but clients read it.
pub(crate) const MAX_WEIGHTS_LIMIT: u16 = u16::MAX;

/// A subnet, or one mechanism of it.
pub(crate) struct SubnetView<T: Config> {
    pub netuid: NetUid,
    /// Where the vectors kept per mechanism are.
    pub index: NetUidStorageIndex,
    pub now: u64,
    hotkeys: OnceCell<Vec<T::AccountId>>,
    coldkeys: OnceCell<Vec<T::AccountId>>,
    stakes: OnceCell<Vec<StakeParts>>,
    collateral: OnceCell<Vec<Option<MinerCollateralState>>>,
}

impl<T: Config> SubnetView<T> {
    /// A mechanism of a subnet; `None` if the subnet does not exist.
    pub(super) fn open(netuid: NetUid, mechanism: MechId) -> Option<Self> {
        Subnets::<T>::subnet_exists(netuid).then(|| Self {
            netuid,
            index: NetUidStorageIndex::from_parts(netuid, mechanism),
            now: Schedule::<T>::current_block(),
            hotkeys: OnceCell::new(),
            coldkeys: OnceCell::new(),
            stakes: OnceCell::new(),
            collateral: OnceCell::new(),
        })
    }

    /// The main mechanism of a subnet.
    pub(super) fn main(netuid: NetUid) -> Option<Self> {
        Self::open(netuid, MechId::MAIN)
    }

    /// Hotkeys by uid.
    pub(super) fn hotkeys(&self) -> &[T::AccountId] {
        self.hotkeys.get_or_init(|| {
            (0..SubnetworkN::<T>::get(self.netuid))
                .map(|uid| Keys::<T>::get(self.netuid, uid))
                .collect()
        })
    }

    /// Owners of the hotkeys, by uid.
    pub(super) fn coldkeys(&self) -> &[T::AccountId] {
        self.coldkeys
            .get_or_init(|| self.hotkeys().iter().map(Owner::<T>::get).collect())
    }

    /// Stake by uid.
    pub(super) fn stakes(&self) -> &[StakeParts] {
        self.stakes.get_or_init(|| {
            let mut weights = StakeWeights::<T>::new(self.netuid);
            let hotkeys = self.hotkeys().iter();
            hotkeys.map(|hotkey| weights.parts(hotkey)).collect()
        })
    }

    /// A value of the collateral of each uid, in rao of alpha; 0 where there is none.
    pub(super) fn collateral(
        &self,
        read: impl Fn(&MinerCollateralState) -> AlphaBalance,
    ) -> Vec<Compact<AlphaBalance>> {
        let rows = self.collateral.get_or_init(|| {
            let keys = self.hotkeys().iter().zip(self.coldkeys());
            keys.map(|(hotkey, coldkey)| MinerCollateral::<T>::get((self.netuid, hotkey, coldkey)))
                .collect()
        });
        rows.iter()
            .map(|row| Compact(row.as_ref().map_or(AlphaBalance::ZERO, &read)))
            .collect()
    }

    /// One value per hotkey, by uid.
    pub(super) fn per_hotkey<V>(&self, read: impl Fn(&T::AccountId) -> V) -> Vec<V> {
        self.hotkeys().iter().map(read).collect()
    }

    /// Hotkeys with one value each, by uid.
    pub(super) fn with_hotkeys<V>(
        &self,
        read: impl Fn(&T::AccountId) -> V,
    ) -> Vec<(T::AccountId, V)> {
        self.per_hotkey(|hotkey| (hotkey.clone(), read(hotkey)))
    }

    /// What the owners of the uids say about themselves.
    pub(super) fn identities(&self) -> Vec<Option<ChainIdentityV2>> {
        self.coldkeys().iter().map(IdentitiesV2::<T>::get).collect()
    }

    /// Endpoints by uid; zeros where none is announced.
    pub(super) fn axons(&self) -> Vec<AxonInfo> {
        self.per_hotkey(|hotkey| Axons::<T>::get(self.netuid, hotkey).unwrap_or_default())
    }

    /// Blocks of registration by uid.
    pub(super) fn registration_blocks(&self) -> Vec<Compact<u64>> {
        (0..SubnetworkN::<T>::get(self.netuid))
            .map(|uid| Compact(BlockAtRegistration::<T>::get(self.netuid, uid)))
            .collect()
    }

    /// Alpha that counts for each uid, in rao of alpha.
    pub(super) fn alpha_stakes(&self) -> Vec<Compact<AlphaBalance>> {
        self.stakes()
            .iter()
            .map(|stake| Compact(stake.alpha.into()))
            .collect()
    }

    /// Root stake that counts for each uid, in rao.
    pub(super) fn tao_stakes(&self) -> Vec<Compact<TaoBalance>> {
        self.stakes()
            .iter()
            .map(|stake| Compact(stake.tao.into()))
            .collect()
    }

    /// Stake weight of each uid, in rao.
    pub(super) fn total_stakes(&self) -> Vec<Compact<TaoBalance>> {
        self.stakes()
            .iter()
            .map(|stake| Compact(stake.total().into()))
            .collect()
    }

    /// What hotkeys published on the subnet, whatever the mechanism.
    pub(super) fn commitments(&self) -> Vec<(T::AccountId, Vec<Compact<u8>>)> {
        T::Commitments::get_commitments(self.netuid)
            .into_iter()
            .map(|(hotkey, record)| (hotkey, record.into_iter().map(Compact).collect()))
            .collect()
    }

    /// Uids with a permit whose stake weight is above the threshold, lightest first.
    pub(super) fn validators(&self) -> Vec<Compact<u16>> {
        let threshold = StakeThreshold::<T>::get();
        let permits = ValidatorPermit::<T>::get(self.netuid);
        let mut validators: Vec<(u64, u16)> = (0u16..)
            .zip(self.stakes())
            .zip(permits)
            .filter(|((_, stake), permit)| *permit && stake.total() > threshold)
            .map(|((uid, stake), _)| (stake.total(), uid))
            .collect();
        // Among equals the storage order of the uids: low byte first.
        validators.sort_by_key(|(total, uid)| (*total, uid.swap_bytes()));
        validators
            .into_iter()
            .map(|(_, uid)| Compact(uid))
            .collect()
    }

    /// Name of the subnet as text for clients.
    pub(super) fn name(&self) -> Vec<Compact<u8>> {
        compact_bytes(&Views::<T>::subnet_name(self.netuid))
    }

    /// Symbol of the alpha as text for clients.
    pub(super) fn symbol(&self) -> Vec<Compact<u8>> {
        compact_bytes(&TokenSymbol::<T>::get(self.netuid))
    }

    /// Block of the last successful epoch.
    pub(super) fn last_step(&self) -> u64 {
        LastMechansimStepBlock::<T>::get(self.netuid)
    }

    /// Blocks since the last successful epoch.
    pub(super) fn blocks_since_last_step(&self) -> u64 {
        self.now.saturating_sub(self.last_step())
    }

    /// Alpha that waits for the next epoch, owner's and root's parts not counted, in rao of alpha.
    pub(super) fn pending_alpha(&self) -> AlphaBalance {
        PendingValidatorEmission::<T>::get(self.netuid)
            .saturating_add(PendingServerEmission::<T>::get(self.netuid))
    }
}

impl<T: Config> Views<T> {
    /// Name the owner gave, else `root` or `unknown`.
    pub(crate) fn subnet_name(netuid: NetUid) -> Vec<u8> {
        match SubnetIdentitiesV3::<T>::get(netuid) {
            Some(identity) if !identity.subnet_name.is_empty() => identity.subnet_name,
            _ if netuid.is_root() => b"root".to_vec(),
            _ => b"unknown".to_vec(),
        }
    }

    /// The subnet a new one would replace: past its immunity, the lowest moving price, then the
    /// oldest.
    pub fn get_subnet_to_prune() -> Option<NetUid> {
        Subnets::<T>::subnet_to_prune(Schedule::<T>::current_block())
    }
}

/// A list of zeros for a column that nothing computes any more.
pub(crate) fn zeros(length: usize) -> Vec<Compact<AlphaBalance>> {
    vec![Compact(AlphaBalance::ZERO); length]
}
