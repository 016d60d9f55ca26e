//! Which calls may enter the pool or a block at all (spec 40 §12, 60 §7.3).
//!
//! A call without a fee costs its sender nothing, so nothing that fails may be free: the checks
//! here are all that such a call makes, out of the same functions, and they run at the pool and
//! again in the block right before the call. What fails them is never included. On top, free calls
//! take turns: one of each kind a block by a key on a subnet, and all together a fifth of the
//! block.

use alloc::vec::Vec;
use codec::Encode;
use frame_support::{
    dispatch::DispatchClass,
    ensure,
    traits::{Get, GetCallIndex},
    weights::Weight,
};
use sp_runtime::Perbill;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use crate::{
    Admission, AxonInfo, Call, Config, Error, FreeCalls, PrometheusInfo, Registration, Schedule,
    Serving, Subnets, Takes, ValidatorWeights, WeightInfo, neurons::WorkClaim,
    pallet::FreeCallsOfBlock, weights::Row,
};

/// Part of a block's ordinary weight and length that free calls may take together.
const FREE_SHARE: Perbill = Perbill::from_percent(20);

impl<T: Config> Admission<T> {
    /// What keeps a call of the signer out of the pool and of blocks; calls that have a fee and no
    /// such check pass.
    ///
    /// Errors: those of the call, in its order, but `NotEnoughStakeToSetWeights` first;
    /// `NetworkTxRateLimitExceeded` of new subnets; `SettingWeightsTooFast` and
    /// `ServingRateLimitExceeded` also for what was done in this block already.
    pub fn precheck(who: &T::AccountId, call: &Call<T>) -> Result<(), Error<T>> {
        if let Some((netuid, mechanism, row)) = weights_of(call) {
            return Self::precheck_weights(who, netuid, mechanism, &row);
        }
        if let Some((netuid, endpoint)) = endpoint_of(call) {
            return Self::precheck_endpoint(who, netuid, &endpoint);
        }
        match call {
            Call::register_network { .. } | Call::register_network_with_identity { .. } => {
                ensure!(
                    Subnets::<T>::passes_network_rate_limit(),
                    Error::NetworkTxRateLimitExceeded
                );
                Ok(())
            }
            Call::decrease_take { hotkey, take } => {
                Takes::<T>::check_decrease_take(who, hotkey, *take)
            }
            Call::increase_take { hotkey, take } => {
                Takes::<T>::check_increase_take(who, hotkey, *take)
            }
            Call::pow_register {
                netuid,
                work_block,
                nonce,
                work,
                hotkey,
            } => {
                let claim = WorkClaim {
                    netuid: *netuid,
                    work_block: *work_block,
                    nonce: *nonce,
                    work,
                    hotkey,
                };
                // Outside a block the counter is that of the block before.
                Registration::<T>::check_claim_of_work(who, &claim, 0).map(|_| ())
            }
            _ => Ok(()),
        }
    }

    /// What keeps a call out of a block in addition.
    ///
    /// Errors: of registrations by work `TooManyRegistrationsThisBlock`.
    pub fn precheck_in_block(call: &Call<T>) -> Result<(), Error<T>> {
        if let Call::pow_register { netuid, .. } = call {
            Registration::<T>::check_count_for_work(
                *netuid,
                Registration::<T>::count_in_block(*netuid),
            )?;
        }
        Ok(())
    }

    /// Weight of [`Self::precheck`], [`Self::precheck_in_block`] and [`Self::take_free_share`].
    pub fn precheck_weight(call: &Call<T>) -> Weight {
        match call {
            Call::pow_register { .. } => T::WeightInfo::precheck_work(),
            Call::set_weights { dests, .. } | Call::set_mechanism_weights { dests, .. } => {
                T::WeightInfo::precheck_weights(dests.len() as u32)
            }
            Call::register_network { .. } | Call::register_network_with_identity { .. } => {
                T::WeightInfo::precheck()
            }
            _ if Self::free_kind(call).is_some() => T::WeightInfo::precheck(),
            _ => Weight::zero(),
        }
    }

    /// What makes free calls of one signer the same kind, of which only one waits in the pool; none
    /// if [`Self::precheck`] does not make all checks of the call, which then must not be free.
    pub fn free_kind(call: &Call<T>) -> Option<Vec<u8>> {
        let about = match call {
            Call::set_weights { netuid, .. }
            | Call::serve_axon { netuid, .. }
            | Call::serve_axon_tls { netuid, .. }
            | Call::serve_prometheus { netuid, .. }
            | Call::pow_register { netuid, .. } => netuid.encode(),
            Call::set_mechanism_weights { netuid, mecid, .. } => (netuid, mecid).encode(),
            Call::decrease_take { hotkey, .. } | Call::increase_take { hotkey, .. } => {
                hotkey.encode()
            }
            _ => return None,
        };
        Some((call.get_call_index(), about).encode())
    }

    /// Gives a free call of `bytes` bytes its part of the block.
    ///
    /// False, and nothing changes, if free calls have had their share of the block.
    pub fn take_free_share(weight: Weight, bytes: usize) -> bool {
        let class = DispatchClass::Normal;
        let total = T::BlockWeights::get().get(class).max_total;
        let max_time = FREE_SHARE.mul_floor(total.unwrap_or(Weight::MAX).ref_time());
        let max_bytes = FREE_SHARE.mul_floor(*T::BlockLength::get().max.get(class));

        let now = Schedule::<T>::current_block();
        let taken = FreeCallsOfBlock::<T>::get().filter(|taken| taken.block == now);
        let (time, length) = taken.map_or((0, 0), |taken| (taken.ref_time, taken.bytes));
        let time = time.saturating_add(weight.ref_time());
        let length = length.saturating_add(u32::try_from(bytes).unwrap_or(u32::MAX));
        if time > max_time || length > max_bytes {
            return false;
        }
        FreeCallsOfBlock::<T>::put(FreeCalls {
            block: now,
            ref_time: time,
            bytes: length,
        });
        true
    }

    fn precheck_endpoint(
        hotkey: &T::AccountId,
        netuid: NetUid,
        endpoint: &Endpoint,
    ) -> Result<(), Error<T>> {
        let last = match endpoint {
            Endpoint::Axon(axon) => {
                Serving::<T>::check_axon(hotkey, netuid, axon)?;
                Serving::<T>::last_axon(netuid, hotkey)
            }
            Endpoint::Prometheus(info) => {
                Serving::<T>::check_prometheus(hotkey, netuid, info)?;
                Serving::<T>::last_prometheus(netuid, hotkey)
            }
        };
        Self::check_turn(last, Error::ServingRateLimitExceeded)
    }

    fn precheck_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        row: &Row<'_>,
    ) -> Result<(), Error<T>> {
        ensure!(
            ValidatorWeights::<T>::passes_weights_min_stake(hotkey, netuid),
            Error::NotEnoughStakeToSetWeights
        );
        let uid = ValidatorWeights::<T>::check_weights(hotkey, netuid, mechanism, row, || true)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let last = ValidatorWeights::<T>::last_update(index, uid);
        Self::check_turn(last, Error::SettingWeightsTooFast)
    }

    /// Whether what was last done in a block may be done in this one for free.
    fn check_turn(last: u64, error: Error<T>) -> Result<(), Error<T>> {
        ensure!(last < Schedule::<T>::current_block(), error);
        Ok(())
    }
}

/// What a call announces: the fields that can be wrong.
enum Endpoint {
    Axon(AxonInfo),
    Prometheus(PrometheusInfo),
}

/// Where a call sets weights, and which; none of other calls.
fn weights_of<T: Config>(call: &Call<T>) -> Option<(NetUid, MechId, Row<'_>)> {
    let (netuid, mechanism, targets, weights, version_key) = match call {
        Call::set_weights {
            netuid,
            dests,
            weights,
            version_key,
        } => (netuid, &MechId::MAIN, dests, weights, version_key),
        Call::set_mechanism_weights {
            netuid,
            mecid,
            dests,
            weights,
            version_key,
        } => (netuid, mecid, dests, weights, version_key),
        _ => return None,
    };
    let row = Row {
        targets,
        weights,
        version_key: *version_key,
    };
    Some((*netuid, *mechanism, row))
}

/// On which subnet a call announces an endpoint, and which; none of other calls.
fn endpoint_of<T: Config>(call: &Call<T>) -> Option<(NetUid, Endpoint)> {
    match call {
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
            Some((*netuid, Endpoint::Axon(axon)))
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
            Some((*netuid, Endpoint::Prometheus(info)))
        }
        _ => None,
    }
}
