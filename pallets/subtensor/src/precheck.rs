//! Checks before a transaction is let into the pool or a block (spec 40 §12, 60 §7.3).
//!
//! Most guarded calls are free even when they fail, so a call that cannot succeed has to be turned away before it costs
//! the chain anything. Every check here is made by the call as well, wherever it is dispatched from; only those of
//! weights come in another order.

use frame_support::{ensure, weights::Weight};
use sp_runtime::PerU16;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use crate::{
    AxonInfo, Call, Config, Error, Pallet, PrometheusInfo, WeightInfo, neurons::WorkClaim,
    pallet::*,
};

/// A call that is looked at, with what its checks need.
enum Guarded<AccountId> {
    SetWeights(NetUid, MechId),
    RegisterNetwork,
    ServeAxon(NetUid, AxonInfo),
    ServePrometheus(NetUid, PrometheusInfo),
    ChangeTake(AccountId, PerU16),
    PowRegister(WorkClaim<AccountId>),
}

impl<AccountId: Clone> Guarded<AccountId> {
    fn from_call<T: Config<AccountId = AccountId>>(call: &Call<T>) -> Option<Self> {
        Some(match call {
            Call::set_weights { netuid, .. } => Self::SetWeights(*netuid, MechId::MAIN),
            Call::set_mechanism_weights { netuid, mecid, .. } => Self::SetWeights(*netuid, *mecid),
            Call::register_network { .. } | Call::register_network_with_identity { .. } => {
                Self::RegisterNetwork
            }
            Call::serve_axon {
                netuid,
                ip,
                port,
                ip_type,
                ..
            }
            | Call::serve_axon_tls {
                netuid,
                ip,
                port,
                ip_type,
                ..
            } => {
                let axon = AxonInfo {
                    ip: *ip,
                    port: *port,
                    ip_type: *ip_type,
                    ..Default::default()
                };
                Self::ServeAxon(*netuid, axon)
            }
            Call::serve_prometheus {
                netuid,
                ip,
                port,
                ip_type,
                ..
            } => {
                let info = PrometheusInfo {
                    ip: *ip,
                    port: *port,
                    ip_type: *ip_type,
                    ..Default::default()
                };
                Self::ServePrometheus(*netuid, info)
            }
            Call::decrease_take { hotkey, take } | Call::increase_take { hotkey, take } => {
                Self::ChangeTake(hotkey.clone(), *take)
            }
            Call::pow_register {
                netuid,
                work_block,
                nonce,
                work,
                hotkey,
            } => Self::PowRegister(WorkClaim {
                netuid: *netuid,
                work_block: *work_block,
                nonce: *nonce,
                work: work.clone(),
                hotkey: hotkey.clone(),
            }),
            _ => return None,
        })
    }
}

impl<T: Config> Pallet<T> {
    /// What keeps a call of the signer out of the pool; calls without such checks pass.
    ///
    /// Errors, in order: weights `NotEnoughStakeToSetWeights`, `HotKeyNotRegisteredInSubNet`, `SettingWeightsTooFast`;
    /// new subnets `NetworkTxRateLimitExceeded`; announcements, takes and registrations by work as the calls themselves,
    /// but for what of a take depends on the one before and for the registrations of the block.
    pub fn precheck(who: &T::AccountId, call: &Call<T>) -> Result<(), Error<T>> {
        match Guarded::from_call(call) {
            None => Ok(()),
            Some(Guarded::SetWeights(netuid, mechanism)) => {
                Self::precheck_set_weights(who, netuid, mechanism)
            }
            Some(Guarded::RegisterNetwork) => {
                ensure!(
                    Self::passes_network_rate_limit(),
                    Error::NetworkTxRateLimitExceeded
                );
                Ok(())
            }
            Some(Guarded::ServeAxon(netuid, axon)) => Self::check_axon(who, netuid, &axon),
            Some(Guarded::ServePrometheus(netuid, info)) => {
                Self::check_prometheus(who, netuid, &info)
            }
            Some(Guarded::ChangeTake(hotkey, take)) => Self::check_take(who, &hotkey, take),
            Some(Guarded::PowRegister(claim)) => {
                // Outside a block the counter is that of the block before.
                Self::check_claim_of_work(who, &claim, 0).map(|_| ())
            }
        }
    }

    /// What keeps a call out of a block in addition.
    ///
    /// Errors: of registrations by work `TooManyRegistrationsThisBlock`.
    pub fn precheck_in_block(call: &Call<T>) -> Result<(), Error<T>> {
        if let Call::pow_register { netuid, .. } = call {
            Self::check_room_for_work(*netuid, RegistrationsThisBlock::<T>::get(netuid))?;
        }
        Ok(())
    }

    /// Weight of [`Self::precheck`] and [`Self::precheck_in_block`].
    pub fn precheck_weight(call: &Call<T>) -> Weight {
        match Guarded::from_call(call) {
            None => Weight::zero(),
            Some(Guarded::PowRegister(_)) => T::WeightInfo::precheck_work(),
            Some(_) => T::WeightInfo::precheck(),
        }
    }

    /// Where weights have to be committed, the call itself says so.
    fn precheck_set_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
    ) -> Result<(), Error<T>> {
        ensure!(
            Self::passes_weights_min_stake(hotkey, netuid),
            Error::NotEnoughStakeToSetWeights
        );
        let uid = Self::uid_for(netuid, hotkey).ok_or(Error::HotKeyNotRegisteredInSubNet)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        ensure!(
            CommitRevealWeightsEnabled::<T>::get(netuid)
                || Self::passes_weights_rate_limit(netuid, index, uid, Self::current_block()),
            Error::SettingWeightsTooFast
        );
        Ok(())
    }
}
