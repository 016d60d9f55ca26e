//! Which calls may enter the pool or a block at all (spec 40 §12, 60 §7.3).
//!
//! A call without a fee costs its sender nothing, so nothing that fails may be free: the checks
//! here are all that such a call makes, out of the same functions, and they run at the pool and
//! again in the block right before the call. What fails them is never included. On top, free calls
//! take turns: one of each kind a block by a key on a subnet, and all together a fifth of the
//! block.

use alloc::vec::Vec;
use codec::{Compact, Encode};
use frame_support::{
    dispatch::DispatchClass,
    ensure,
    traits::{Get, GetCallIndex},
    weights::Weight,
};
use sp_core::H256;
use sp_runtime::Perbill;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use crate::{
    Admission, AxonInfo, Call, Config, Error, FreeCalls, PrometheusInfo, Registration, Schedule,
    Serving, Subnets, Takes, ValidatorWeights, WeightInfo,
    neurons::WorkClaim,
    pallet::FreeCallsOfBlock,
    weights::{
        IMPLIED_COMMIT_VERSION, Preimage, Row, RowList, Sealed, Spare, batch_items, has_twice,
        weight_of_batch, weight_of_batch_commit, weight_of_batch_reveal, weight_of_reveal,
    },
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
        if let Some(commit) = Commit::of(call) {
            return Self::precheck_commit(who, &commit);
        }
        if let Some((netuid, mechanism, preimage)) = reveal_of(call) {
            return Self::precheck_reveal(who, netuid, mechanism, &preimage);
        }
        if let Some((netuid, endpoint)) = endpoint_of(call) {
            return Self::precheck_endpoint(who, netuid, &endpoint);
        }
        match call {
            Call::batch_set_weights {
                netuids,
                weights,
                version_keys,
            } => Self::precheck_batch_set(who, netuids, weights, version_keys),
            Call::batch_commit_weights {
                netuids,
                commit_hashes,
            } => Self::precheck_batch_commit(who, netuids, commit_hashes),
            Call::batch_reveal_weights {
                netuid,
                uids_list,
                values_list,
                salts_list,
                version_keys,
            } => {
                let preimages =
                    Preimage::of_lists(uids_list, values_list, salts_list, version_keys)?;
                Self::precheck_batch_reveal(who, *netuid, &preimages)
            }
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
            Call::batch_set_weights { weights, .. } => Self::checked(weight_of_batch::<T>(weights)),
            Call::batch_commit_weights { netuids, .. } => {
                Self::checked(weight_of_batch_commit::<T>(netuids.len()))
            }
            Call::reveal_weights {
                uids, values, salt, ..
            }
            | Call::reveal_mechanism_weights {
                uids, values, salt, ..
            } => Self::checked(weight_of_reveal::<T>(uids, values, salt)),
            Call::batch_reveal_weights {
                uids_list,
                values_list,
                salts_list,
                ..
            } => {
                let calls = weight_of_batch_reveal::<T>(uids_list, values_list, salts_list);
                Self::checked(calls)
            }
            Call::commit_timelocked_weights { .. }
            | Call::commit_timelocked_mechanism_weights { .. }
            | Call::commit_crv3_mechanism_weights { .. } => T::WeightInfo::precheck_among_rivals(),
            Call::commit_weights { .. } | Call::commit_mechanism_weights { .. } => {
                T::WeightInfo::precheck_weights(0)
            }
            Call::register_network { .. } | Call::register_network_with_identity { .. } => {
                T::WeightInfo::precheck()
            }
            _ if Self::free_kind(call).is_some() => T::WeightInfo::precheck(),
            _ => Weight::zero(),
        }
    }

    /// Weight that a call of a signer and the checks before it declare and do not need, where both
    /// succeed.
    pub fn spare_weight(who: &T::AccountId, call: &Call<T>) -> Spare {
        let for_stake = |netuid| ValidatorWeights::<T>::spare_for_stake(who, netuid);
        match call {
            Call::commit_timelocked_weights { netuid, commit, .. }
            | Call::commit_timelocked_mechanism_weights { netuid, commit, .. }
            | Call::commit_crv3_mechanism_weights { netuid, commit, .. } => {
                ValidatorWeights::<T>::spare_for_sealed(who, *netuid, commit.len() as u32)
            }
            Call::set_weights { netuid, .. }
            | Call::set_mechanism_weights { netuid, .. }
            | Call::commit_weights { netuid, .. }
            | Call::commit_mechanism_weights { netuid, .. }
            | Call::reveal_weights { netuid, .. }
            | Call::reveal_mechanism_weights { netuid, .. } => Spare::of_both(for_stake(*netuid)),
            Call::batch_set_weights { netuids, .. }
            | Call::batch_commit_weights { netuids, .. } => {
                Spare::of_both(ValidatorWeights::<T>::spare_for_stakes(who, netuids))
            }
            Call::batch_reveal_weights {
                netuid, uids_list, ..
            } => Spare::of_both(for_stake(*netuid).saturating_mul(uids_list.len() as u64)),
            _ => Spare::default(),
        }
    }

    /// The checks of calls that are most of what these weigh, and of the room for free ones.
    fn checked(calls: Weight) -> Weight {
        calls.saturating_add(T::WeightInfo::precheck())
    }

    /// What makes free calls of one signer the same kind, of which only one waits in the pool; none
    /// if [`Self::precheck`] does not make all checks of the call, which then must not be free.
    pub fn free_kind(call: &Call<T>) -> Option<Vec<u8>> {
        let about = match call {
            Call::set_weights { netuid, .. }
            | Call::commit_weights { netuid, .. }
            | Call::reveal_weights { netuid, .. }
            | Call::batch_reveal_weights { netuid, .. }
            | Call::commit_timelocked_weights { netuid, .. }
            | Call::serve_axon { netuid, .. }
            | Call::serve_axon_tls { netuid, .. }
            | Call::serve_prometheus { netuid, .. }
            | Call::pow_register { netuid, .. } => netuid.encode(),
            Call::set_mechanism_weights { netuid, mecid, .. }
            | Call::commit_mechanism_weights { netuid, mecid, .. }
            | Call::reveal_mechanism_weights { netuid, mecid, .. }
            | Call::commit_crv3_mechanism_weights { netuid, mecid, .. }
            | Call::commit_timelocked_mechanism_weights { netuid, mecid, .. } => {
                (netuid, mecid).encode()
            }
            Call::batch_set_weights { .. } | Call::batch_commit_weights { .. } => Vec::new(),
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
        Self::precheck_row(hotkey, netuid, mechanism, row)
    }

    /// The same for a hotkey that has the stake.
    fn precheck_row(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        row: &Row<'_>,
    ) -> Result<(), Error<T>> {
        let uid = ValidatorWeights::<T>::check_weights(hotkey, netuid, mechanism, row, || true)?;
        Self::check_turn_of_weights(netuid, mechanism, uid, Error::SettingWeightsTooFast)
    }

    fn precheck_commit(hotkey: &T::AccountId, commit: &Commit<'_>) -> Result<(), Error<T>> {
        let (netuid, mechanism) = (commit.netuid, commit.mechanism);
        let uid = match &commit.content {
            Content::Hash => {
                ValidatorWeights::<T>::check_commit(hotkey, netuid, mechanism).map(|(uid, _)| uid)
            }
            Content::Sealed(sealed) => {
                ValidatorWeights::<T>::check_timelocked_commit(hotkey, netuid, mechanism, sealed)
                    .map(|(uid, _)| uid)
            }
        }?;
        Self::check_turn_of_weights(netuid, mechanism, uid, Error::CommittingWeightsTooFast)
    }

    fn precheck_reveal(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        preimage: &Preimage<'_>,
    ) -> Result<(), Error<T>> {
        ensure!(
            ValidatorWeights::<T>::passes_weights_min_stake(hotkey, netuid),
            Error::NotEnoughStakeToSetWeights
        );
        ValidatorWeights::<T>::check_awaited(hotkey, netuid, mechanism, preimage)?;
        ValidatorWeights::<T>::check_reveal(hotkey, netuid, mechanism, preimage, || true)
            .map(|_| ())
    }

    fn precheck_batch_reveal(
        hotkey: &T::AccountId,
        netuid: NetUid,
        preimages: &[Preimage<'_>],
    ) -> Result<(), Error<T>> {
        ensure!(
            ValidatorWeights::<T>::passes_weights_min_stake(hotkey, netuid),
            Error::NotEnoughStakeToSetWeights
        );
        for preimage in preimages {
            ValidatorWeights::<T>::check_awaited(hotkey, netuid, MechId::MAIN, preimage)?;
        }
        ValidatorWeights::<T>::check_batch_reveal(hotkey, netuid, preimages, || true).map(|_| ())
    }

    /// A batch is free if nothing in it fails.
    fn precheck_batch_set(
        hotkey: &T::AccountId,
        netuids: &[Compact<NetUid>],
        rows: &[RowList],
        version_keys: &[Compact<u64>],
    ) -> Result<(), Error<T>> {
        ValidatorWeights::<T>::check_batch(&[netuids.len(), rows.len(), version_keys.len()])?;
        ValidatorWeights::<T>::check_min_stakes(hotkey, netuids)?;
        ensure!(!has_twice(netuids), Error::SettingWeightsTooFast);
        for item in batch_items(netuids, rows, version_keys) {
            Self::precheck_row(hotkey, item.netuid, MechId::MAIN, &item.row())?;
        }
        Ok(())
    }

    /// The same of commits.
    fn precheck_batch_commit(
        hotkey: &T::AccountId,
        netuids: &[Compact<NetUid>],
        hashes: &[H256],
    ) -> Result<(), Error<T>> {
        ValidatorWeights::<T>::check_batch_commit(hotkey, netuids, hashes)?;
        ensure!(!has_twice(netuids), Error::CommittingWeightsTooFast);
        for netuid in netuids {
            let commit = Commit {
                netuid: netuid.0,
                mechanism: MechId::MAIN,
                content: Content::Hash,
            };
            Self::precheck_commit(hotkey, &commit)?;
        }
        Ok(())
    }

    fn check_turn_of_weights(
        netuid: NetUid,
        mechanism: MechId,
        uid: u16,
        error: Error<T>,
    ) -> Result<(), Error<T>> {
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        Self::check_turn(ValidatorWeights::<T>::last_update(index, uid), error)
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

/// A commit as a call makes it.
struct Commit<'a> {
    netuid: NetUid,
    mechanism: MechId,
    content: Content<'a>,
}

/// What is committed, as far as it can be wrong.
enum Content<'a> {
    Hash,
    Sealed(Sealed<'a>),
}

impl<'a> Commit<'a> {
    /// The commit of a call; none of other calls.
    fn of<T: Config>(call: &'a Call<T>) -> Option<Self> {
        let (netuid, mechanism, sealed) = match call {
            Call::commit_weights { netuid, .. } => (netuid, &MechId::MAIN, None),
            Call::commit_mechanism_weights { netuid, mecid, .. } => (netuid, mecid, None),
            Call::commit_timelocked_weights {
                netuid,
                commit,
                reveal_round,
                commit_reveal_version,
            } => {
                let sealed = (commit, *reveal_round, *commit_reveal_version);
                (netuid, &MechId::MAIN, Some(sealed))
            }
            Call::commit_timelocked_mechanism_weights {
                netuid,
                mecid,
                commit,
                reveal_round,
                commit_reveal_version,
            } => {
                let sealed = (commit, *reveal_round, *commit_reveal_version);
                (netuid, mecid, Some(sealed))
            }
            Call::commit_crv3_mechanism_weights {
                netuid,
                mecid,
                commit,
                reveal_round,
            } => {
                let sealed = (commit, *reveal_round, IMPLIED_COMMIT_VERSION);
                (netuid, mecid, Some(sealed))
            }
            _ => return None,
        };
        let content = sealed.map_or(Content::Hash, |(bytes, reveal_round, version)| {
            Content::Sealed(Sealed {
                bytes,
                reveal_round,
                version,
            })
        });
        Some(Self {
            netuid: *netuid,
            mechanism: *mechanism,
            content,
        })
    }
}

/// Where a call reveals weights, and which; none of other calls.
fn reveal_of<T: Config>(call: &Call<T>) -> Option<(NetUid, MechId, Preimage<'_>)> {
    let (netuid, mechanism, targets, weights, salt, version_key) = match call {
        Call::reveal_weights {
            netuid,
            uids,
            values,
            salt,
            version_key,
        } => (netuid, &MechId::MAIN, uids, values, salt, version_key),
        Call::reveal_mechanism_weights {
            netuid,
            mecid,
            uids,
            values,
            salt,
            version_key,
        } => (netuid, mecid, uids, values, salt, version_key),
        _ => return None,
    };
    let row = Row {
        targets,
        weights,
        version_key: *version_key,
    };
    Some((*netuid, *mechanism, Preimage { row, salt }))
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
