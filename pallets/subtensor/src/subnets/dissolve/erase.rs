//! Everything that is keyed by a netuid, and how it goes (spec 30 §7.4, §7.5).

use codec::Decode;
use frame_support::weights::WeightMeter;
use subtensor_primitives::{AlphaAssetsInterface, NetUid, SwapInterface};

use super::{drain, spend};
use crate::{
    Children, Config, Dissolution, DissolveCleanupStatus, Event, Hyperparameter, Mechanisms,
    Pallet, RateLimitKey, WeightInfo,
    pallet::{
        Active, AlphaDividendsPerSubnet, AssociatedEvmAddress, AutoStakeDestination,
        AutoStakeDestinationColdkeys, Axons, BlockAtRegistration, BlocksSinceLastStep, Burn,
        BurnDecay, BurnRegistrationsThisInterval, ChildKeys, ChildkeyTake, CollateralDrainRatio,
        CollateralLockShare, Consensus, DecayingHotkeyLock, DecayingLock, DecayingOwnerLock,
        Dividends, Emission, FirstEmissionBlockNumber, HotkeyLock, IsNetworkMember, Keys,
        LargestLocked, LastAdjustmentBlock, LastEpochBlock, LastMechansimStepBlock,
        LastRateLimitedBlock, LastUpdate, Lock, LockingColdkeys, MaxWeightsLimit,
        MechanismCountCurrent, MechanismEmissionSplit, MinerBurned, NetworkRegisteredAt,
        NeuronCertificates, OwnerLock, POWRegistrationsThisInterval, ParentKeys, PendingChildKeys,
        PendingEpochAt, PendingOwnerCut, PendingRootAlphaDivs, PendingServerEmission,
        PendingValidatorEmission, Prometheus, RegistrationsThisBlock, RegistrationsThisInterval,
        RootAlphaDividendsPerSubnet, RootAlphaRest, RootAlphaUnclaimed, RootClaimable,
        RootClaimableThreshold, RootClaimed, RootProp, ScalingLawPower, StakeWeight,
        SubnetAccounts, SubnetAlphaInEmission, SubnetAlphaOutEmission, SubnetEmaTaoFlow,
        SubnetEpochConsensus, SubnetEpochIndex, SubnetExcessTao, SubnetIdentitiesV3, SubnetLocked,
        SubnetMechanism, SubnetMovingPrice, SubnetOwner, SubnetOwnerHotkey, SubnetRootSellTao,
        SubnetTAO, SubnetTaoInEmission, SubnetVolume, SubnetworkN, TokenSymbol, TotalAlphaStaked,
        TransactionKeyLastBlock, Uids, ValidatorPermit, ValidatorPruneLen, ValidatorTrust,
    },
};

/// Removes the value of a subnet from each map.
macro_rules! remove_values {
    ($netuid:expr, $($map:ident)*) => { $($map::<T>::remove($netuid);)* };
}

/// Removes all rows of a subnet from each map; there are no more than uids.
macro_rules! remove_rows {
    ($netuid:expr, $($map:ident)*) => {
        $(let _ = $map::<T>::clear_prefix($netuid, u32::MAX, None);)*
    };
}

impl<T: Config> Dissolution<T> {
    /// What root stakers had of the subnet's dividends.
    pub(super) fn erase_watermarks(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let rows = RootClaimed::<T>::drain_prefix((status.netuid,));
        drain(rows, T::WeightInfo::erase_row(), meter, |_| ())
    }

    /// Rates of root dividends. What is not claimed is lost.
    pub(super) fn erase_rates(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        let netuid = status.netuid;
        let rows = RootAlphaRest::<T>::drain_prefix(netuid);
        drain(rows, T::WeightInfo::erase_row(), meter, |(hotkey, _)| {
            RootClaimable::<T>::mutate_exists(hotkey, |rates| {
                if let Some(list) = rates {
                    list.remove(&netuid);
                    if list.is_empty() {
                        *rates = None;
                    }
                }
            });
        })
    }

    /// Locked stake is paid out like any other.
    pub(super) fn erase_locks(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        let netuid = status.netuid;
        let rows = LockingColdkeys::<T>::drain_prefix((netuid,));
        drain(
            rows,
            T::WeightInfo::erase_row(),
            meter,
            |((hotkey, coldkey), ())| {
                Lock::<T>::remove((&coldkey, netuid, &hotkey));
                DecayingLock::<T>::remove(&coldkey, netuid);
                HotkeyLock::<T>::remove(netuid, &hotkey);
                DecayingHotkeyLock::<T>::remove(netuid, &hotkey);
            },
        )
    }

    /// Children that were to come.
    pub(super) fn erase_pending_children(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let netuid = status.netuid;
        let rows = PendingChildKeys::<T>::drain_prefix(netuid);
        drain(rows, T::WeightInfo::erase_row(), meter, |(hotkey, _)| {
            Children::<T>::forget_pending_children(&hotkey, &[netuid]);
        })
    }

    /// What maps that begin with an account know of the subnet.
    pub(super) fn erase_accounts(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let netuid = status.netuid;
        let rows = SubnetAccounts::<T>::drain_prefix(netuid);
        drain(
            rows,
            T::WeightInfo::erase_account(),
            meter,
            |(account, ())| {
                Self::erase_pool(&account, netuid);
                ChildKeys::<T>::remove(&account, netuid);
                ParentKeys::<T>::remove(&account, netuid);
                ChildkeyTake::<T>::remove(&account, netuid);
                AutoStakeDestination::<T>::remove(&account, netuid);
                AutoStakeDestinationColdkeys::<T>::remove(&account, netuid);
                // A row for each kind of use.
                let _ =
                    TransactionKeyLastBlock::<T>::clear_prefix((account, netuid), u32::MAX, None);
            },
        )
    }

    /// Every neuron and what it announced.
    pub(super) fn erase_neurons(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        if !spend(meter, T::WeightInfo::erase_neurons()) {
            return false;
        }
        let netuid = status.netuid;
        for (_, hotkey) in Keys::<T>::drain_prefix(netuid) {
            IsNetworkMember::<T>::remove(hotkey, netuid);
        }
        remove_rows!(netuid, Uids BlockAtRegistration Axons NeuronCertificates Prometheus AssociatedEvmAddress);
        true
    }

    /// The rows of the last epoch.
    pub(super) fn erase_dividends(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        let weight = T::WeightInfo::erase_row();
        let alpha = AlphaDividendsPerSubnet::<T>::drain_prefix(status.netuid);
        let root = RootAlphaDividendsPerSubnet::<T>::drain_prefix(status.netuid);
        drain(alpha.chain(root), weight, meter, |_| ())
    }

    /// Weights, bonds and commits, one mechanism after the other.
    pub(super) fn erase_mechanisms(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        for index in
            Mechanisms::<T>::mechanism_indices(status.netuid).collect::<alloc::vec::Vec<_>>()
        {
            if !LastUpdate::<T>::contains_key(index) {
                continue;
            }
            if !spend(meter, T::WeightInfo::erase_neurons()) {
                return false;
            }
            Mechanisms::<T>::remove_mechanism(index);
        }
        true
    }

    /// Every single value.
    pub(super) fn erase_values(
        status: &mut DissolveCleanupStatus,
        meter: &mut WeightMeter,
    ) -> bool {
        if !spend(meter, T::WeightInfo::erase_values()) {
            return false;
        }
        let netuid = status.netuid;
        if SubnetIdentitiesV3::<T>::take(netuid).is_some() {
            Pallet::<T>::deposit_event(Event::SubnetIdentityRemoved(netuid));
        }
        Self::remove_subnet_values(netuid);
        Self::remove_hyperparameters(netuid);
        Self::remove_neuron_values(netuid);
        Self::remove_emission_values(netuid);
        Self::forget_subnet_uses(netuid);
        T::Swap::clear(netuid);
        T::AlphaAssets::clear(netuid);
        true
    }

    fn remove_subnet_values(netuid: NetUid) {
        remove_values!(netuid,
            SubnetOwner SubnetOwnerHotkey SubnetMechanism NetworkRegisteredAt TokenSymbol SubnetLocked LargestLocked
            LastEpochBlock PendingEpochAt SubnetEpochIndex BlocksSinceLastStep LastMechansimStepBlock ScalingLawPower
            ValidatorPruneLen MechanismCountCurrent MechanismEmissionSplit SubnetEpochConsensus CollateralLockShare
            CollateralDrainRatio FirstEmissionBlockNumber OwnerLock DecayingOwnerLock
        );
    }

    fn remove_neuron_values(netuid: NetUid) {
        remove_values!(netuid,
            SubnetworkN Active Emission Consensus Dividends ValidatorTrust ValidatorPermit StakeWeight MaxWeightsLimit
            Burn BurnDecay RegistrationsThisBlock RegistrationsThisInterval POWRegistrationsThisInterval
            BurnRegistrationsThisInterval LastAdjustmentBlock
        );
    }

    fn remove_emission_values(netuid: NetUid) {
        remove_values!(netuid,
            SubnetTAO SubnetVolume SubnetMovingPrice TotalAlphaStaked SubnetTaoInEmission SubnetAlphaInEmission
            SubnetAlphaOutEmission SubnetExcessTao SubnetRootSellTao RootProp MinerBurned PendingServerEmission
            PendingValidatorEmission PendingRootAlphaDivs PendingOwnerCut RootAlphaUnclaimed SubnetEmaTaoFlow
        );
        RootClaimableThreshold::<T>::remove(netuid);
    }

    /// The next owner starts without the rate limits of the last.
    fn forget_subnet_uses(netuid: NetUid) {
        LastRateLimitedBlock::<T>::remove(RateLimitKey::SetSNOwnerHotkey(netuid));
        let all = (0..=u8::MAX).filter_map(|index| Hyperparameter::decode(&mut &[index][..]).ok());
        for what in all {
            LastRateLimitedBlock::<T>::remove(RateLimitKey::OwnerHyperparamUpdate(netuid, what));
        }
    }
}
