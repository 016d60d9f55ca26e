//! One subnet as all read models see it. Everything that two fields or two answers need is a column
//! of the view: read when it is first asked for, and kept, so that an answer costs one read per map
//! and uid, however many fields it has (spec 70 §2.3, §22.1).

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};
use codec::Compact;
use core::cell::OnceCell;
use subtensor_primitives::{
    AlphaBalance, CommitmentsInterface, MechId, NetUid, NetUidStorageIndex, TaoBalance,
};

use super::compact_bytes;
use crate::{
    AxonInfo, ChainIdentityV2, Config, Hotkeys, MinerCollateralState, Schedule, Scores,
    SubnetIdentityV3, Subnets, Views,
    consensus::{StakeParts, StakeWeights},
    pallet::{
        Active, AlphaValues, Axons, BlockAtRegistration, Consensus, Dividends, Emission,
        IdentitiesV2, Incentive, Keys, LastMechansimStepBlock, LastUpdate, MinerCollateral, Owner,
        PendingServerEmission, PendingValidatorEmission, StakeThreshold, SubnetIdentitiesV3,
        SubnetworkN, Tempo, TokenSymbol, ValidatorPermit, ValidatorTrust,
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
    read: Read<T>,
}

/// The columns of a view, and how each is read when it is first asked for.
macro_rules! columns {
    ($( $(#[$doc:meta])* $name:ident : $ty:ty = |$view:ident| $read:expr; )*) => {
        /// What was read of a subnet so far.
        struct Read<T: Config> {
            $( $name: OnceCell<$ty>, )*
        }

        impl<T: Config> Read<T> {
            fn nothing() -> Self {
                Self { $( $name: OnceCell::new(), )* }
            }
        }

        impl<T: Config> SubnetView<T> {
            $(
                $(#[$doc])*
                pub(super) fn $name(&self) -> &$ty {
                    let $view = self;
                    $view.read.$name.get_or_init(|| $read)
                }
            )*
        }
    };
}

columns! {
    /// How many uids there are.
    size: u16 = |view| SubnetworkN::<T>::get(view.netuid);
    /// Blocks between two epochs.
    tempo: u16 = |view| Tempo::<T>::get(view.netuid);
    /// Block of the last successful epoch.
    last_step: u64 = |view| LastMechansimStepBlock::<T>::get(view.netuid);
    /// What the owner says of the subnet.
    identity: Option<SubnetIdentityV3> = |view| SubnetIdentitiesV3::<T>::get(view.netuid);
    /// Bounds of liquid alpha, low and high, in 65535ths.
    alpha_values: (u16, u16) = |view| AlphaValues::<T>::get(view.netuid);
    /// Hotkeys by uid, where a uid has one.
    keys: Vec<Option<T::AccountId>> = |view| (0..*view.size())
        .map(|uid| Keys::<T>::try_get(view.netuid, uid).ok())
        .collect();
    /// Hotkeys by uid, the zero account where a uid has none.
    hotkeys: Vec<T::AccountId> = |view| {
        let keys = view.keys().iter();
        keys.map(|key| key.clone().unwrap_or_else(Hotkeys::<T>::zero_account))
            .collect()
    };
    /// Owners of the hotkeys, by uid.
    coldkeys: Vec<T::AccountId> = |view| {
        let owner = |key: &Option<T::AccountId>| match key {
            Some(hotkey) => Owner::<T>::get(hotkey),
            None => Hotkeys::<T>::zero_account(),
        };
        view.keys().iter().map(owner).collect()
    };
    /// Stake by uid; nothing where a uid has no hotkey.
    stakes: Vec<StakeParts> = |view| view.read_stakes();
    /// Whether validators were active in the last epoch.
    active: Vec<bool> = |view| Active::<T>::get(view.netuid);
    /// Who may validate.
    validator_permit: Vec<bool> = |view| ValidatorPermit::<T>::get(view.netuid);
    /// Blocks of the last weights, of the mechanism.
    last_update: Vec<u64> = |view| LastUpdate::<T>::get(view.index);
    /// Alpha of the last epoch, in rao of alpha.
    emission: Vec<AlphaBalance> = |view| Emission::<T>::get(view.netuid);
    /// Dividends in 65535ths.
    dividends: Vec<u16> = |view| Dividends::<T>::get(view.netuid);
    /// Incentives of the mechanism in 65535ths.
    incentives: Vec<u16> = |view| Incentive::<T>::get(view.index);
    /// Consensus in 65535ths.
    consensus: Vec<u16> = |view| Consensus::<T>::get(view.netuid);
    /// Trust of validators in 65535ths.
    validator_trust: Vec<u16> = |view| ValidatorTrust::<T>::get(view.netuid);
    /// Collateral of the owner of each uid for its hotkey.
    collateral_rows: Vec<Option<MinerCollateralState>> = |view| view.read_collateral();
}

impl<T: Config> SubnetView<T> {
    /// A mechanism of a subnet; `None` if the subnet does not exist.
    pub(super) fn open(netuid: NetUid, mechanism: MechId) -> Option<Self> {
        Subnets::<T>::subnet_exists(netuid).then(|| Self::listed(netuid, mechanism))
    }

    /// The main mechanism of a subnet; `None` if the subnet does not exist.
    pub(super) fn main(netuid: NetUid) -> Option<Self> {
        Self::open(netuid, MechId::MAIN)
    }

    /// A mechanism of a subnet that a list of subnets has named.
    pub(super) fn listed(netuid: NetUid, mechanism: MechId) -> Self {
        Self {
            netuid,
            index: NetUidStorageIndex::from_parts(netuid, mechanism),
            now: Schedule::<T>::current_block(),
            read: Read::nothing(),
        }
    }

    /// Every subnet, in list order.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let netuids = Subnets::<T>::subnet_netuids().into_iter();
        netuids.map(|netuid| Self::listed(netuid, MechId::MAIN))
    }

    fn read_stakes(&self) -> Vec<StakeParts> {
        let mut weights = StakeWeights::<T>::new(self.netuid);
        let nothing = StakeParts {
            exact: 0,
            alpha: 0,
            tao: 0,
        };
        let keys = self.keys().iter();
        keys.map(|key| key.as_ref().map_or(nothing, |hotkey| weights.parts(hotkey)))
            .collect()
    }

    /// Most subnets have none, which one look tells.
    fn read_collateral(&self) -> Vec<Option<MinerCollateralState>> {
        let mut rows = MinerCollateral::<T>::iter_key_prefix((self.netuid,));
        if rows.next().is_none() {
            return vec![None; usize::from(*self.size())];
        }
        let keys = self.hotkeys().iter().zip(self.coldkeys());
        keys.map(|(hotkey, coldkey)| MinerCollateral::<T>::get((self.netuid, hotkey, coldkey)))
            .collect()
    }

    /// A value of the collateral of each uid, in rao of alpha; 0 where there is none.
    pub(super) fn collateral(
        &self,
        read: impl Fn(&MinerCollateralState) -> AlphaBalance,
    ) -> Vec<Compact<AlphaBalance>> {
        self.collateral_rows()
            .iter()
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

    /// What the owners of the uids say about themselves. One owner may have many uids.
    pub(super) fn identities(&self) -> Vec<Option<ChainIdentityV2>> {
        let owners: BTreeSet<&T::AccountId> = self.coldkeys().iter().collect();
        let known: BTreeMap<&T::AccountId, ChainIdentityV2> = owners
            .into_iter()
            .filter_map(|owner| Some((owner, IdentitiesV2::<T>::get(owner)?)))
            .collect();
        let coldkeys = self.coldkeys().iter();
        coldkeys.map(|owner| known.get(owner).cloned()).collect()
    }

    /// Endpoints by uid; zeros where none is announced.
    pub(super) fn axons(&self) -> Vec<AxonInfo> {
        self.per_hotkey(|hotkey| Axons::<T>::get(self.netuid, hotkey).unwrap_or_default())
    }

    /// Blocks of registration by uid.
    pub(super) fn registration_blocks(&self) -> Vec<Compact<u64>> {
        (0..*self.size())
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
        let threshold = u128::from(StakeThreshold::<T>::get()) << 32;
        let permits = self.validator_permit();
        let mut validators: Vec<(u128, u16)> = (0u16..)
            .zip(self.stakes())
            .zip(permits)
            .filter(|((_, stake), permit)| **permit && stake.exact > threshold)
            .map(|((uid, stake), _)| (stake.exact, uid))
            .collect();
        // Among equals the storage order of the uids: low byte first.
        validators.sort_by_key(|(weight, uid)| (*weight, uid.swap_bytes()));
        validators
            .into_iter()
            .map(|(_, uid)| Compact(uid))
            .collect()
    }

    /// Name of the subnet as text for clients: what the owner gave, else `root` or `unknown`.
    pub(super) fn name(&self) -> Vec<Compact<u8>> {
        match self.identity() {
            Some(identity) if !identity.subnet_name.is_empty() => {
                compact_bytes(&identity.subnet_name)
            }
            _ if self.netuid.is_root() => compact_bytes(b"root"),
            _ => compact_bytes(b"unknown"),
        }
    }

    /// Symbol of the alpha as text for clients.
    pub(super) fn symbol(&self) -> Vec<Compact<u8>> {
        compact_bytes(&TokenSymbol::<T>::get(self.netuid))
    }

    /// Blocks since the last successful epoch.
    pub(super) fn blocks_since_last_step(&self) -> u64 {
        self.now.saturating_sub(*self.last_step())
    }

    /// Blocks without weights until a validator is inactive.
    pub(super) fn activity_cutoff(&self) -> u64 {
        Scores::<T>::activity_cutoff_at(self.netuid, (*self.tempo()).into())
    }

    /// Alpha that waits for the next epoch, owner's and root's parts not counted, in rao of alpha.
    pub(super) fn pending_alpha(&self) -> AlphaBalance {
        PendingValidatorEmission::<T>::get(self.netuid)
            .saturating_add(PendingServerEmission::<T>::get(self.netuid))
    }
}

impl<T: Config> Views<T> {
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
