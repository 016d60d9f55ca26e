//! Endpoints of neurons (spec 40 §11).

pub mod storage;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use frame_support::{BoundedVec, ensure};
use sp_runtime::DispatchResult;
use subtensor_primitives::{List, NetUid};

use crate::{
    AxonInfo, Config, Error, Event, NeuronCertificate, Neurons, Pallet, PrometheusInfo, RateLimits,
    Schedule,
    domain::{Domain, HotkeySwap},
    pallet::{Axons, NeuronCertificates, Prometheus, ServingRateLimit},
};

/// Bytes that are offered as a certificate; those of a good one are 1 to 65.
pub type Certificate = List<u8, 128>;

const IPV4: u8 = 4;
const IPV6: u8 = 6;
const IPV4_BROADCAST: u128 = 0xFFFF_FFFF;
const IPV4_LOCALHOST: u128 = 0x7F00_0001;
const IPV6_LOCALHOST: u128 = 1;

/// Whether an address of a known type can be one of a neuron; 0 stands for none.
fn is_valid_ip(ip_type: u8, ip: u128) -> bool {
    match ip_type {
        IPV4 => ip < IPV4_BROADCAST && ip != IPV4_LOCALHOST,
        _ => ip != u128::MAX && ip != IPV6_LOCALHOST,
    }
}

/// The first byte names the algorithm, the rest is the key; anything else is no certificate.
fn parse_certificate(bytes: &[u8]) -> Option<NeuronCertificate> {
    let (algorithm, key) = bytes.split_first()?;
    let public_key = BoundedVec::try_from(key.to_vec()).ok()?;
    Some(NeuronCertificate {
        public_key,
        algorithm: *algorithm,
    })
}

/// Where neurons serve.
pub struct Serving<T>(PhantomData<T>);

impl<T: Config> Serving<T> {
    /// Announces where a hotkey serves; `axon.block` is set here.
    pub(crate) fn do_serve_axon(
        hotkey: &T::AccountId,
        netuid: NetUid,
        axon: AxonInfo,
        certificate: Option<&[u8]>,
    ) -> DispatchResult {
        Self::check_axon(hotkey, netuid, &axon)?;
        if let Some(certificate) = certificate.and_then(parse_certificate) {
            NeuronCertificates::<T>::insert(netuid, hotkey, certificate);
        }
        Axons::<T>::insert(
            netuid,
            hotkey,
            AxonInfo {
                block: Schedule::<T>::current_block(),
                ..axon
            },
        );
        Pallet::<T>::deposit_event(Event::AxonServed(netuid, hotkey.clone()));
        Ok(())
    }

    /// Announces where a hotkey serves metrics; `info.block` is set here.
    pub(crate) fn do_serve_prometheus(
        hotkey: &T::AccountId,
        netuid: NetUid,
        info: PrometheusInfo,
    ) -> DispatchResult {
        Self::check_prometheus(hotkey, netuid, &info)?;
        Prometheus::<T>::insert(
            netuid,
            hotkey,
            PrometheusInfo {
                block: Schedule::<T>::current_block(),
                ..info
            },
        );
        Pallet::<T>::deposit_event(Event::PrometheusServed(netuid, hotkey.clone()));
        Ok(())
    }

    /// Every check of an axon, in the order of its call.
    pub(crate) fn check_axon(
        hotkey: &T::AccountId,
        netuid: NetUid,
        axon: &AxonInfo,
    ) -> Result<(), Error<T>> {
        ensure!(
            Neurons::<T>::is_registered(netuid, hotkey),
            Error::<T>::HotKeyNotRegisteredInNetwork
        );
        ensure!(
            matches!(axon.ip_type, IPV4 | IPV6),
            Error::<T>::InvalidIpType
        );
        ensure!(
            is_valid_ip(axon.ip_type, axon.ip),
            Error::<T>::InvalidIpAddress
        );
        let last = Self::last_axon(netuid, hotkey);
        ensure!(
            Self::may_serve_again(netuid, last),
            Error::<T>::ServingRateLimitExceeded
        );
        ensure!(axon.port != 0, Error::<T>::InvalidPort);
        Ok(())
    }

    /// Every check of a metrics endpoint, in the order of its call, which is another than that of
    /// axons.
    pub(crate) fn check_prometheus(
        hotkey: &T::AccountId,
        netuid: NetUid,
        info: &PrometheusInfo,
    ) -> Result<(), Error<T>> {
        ensure!(
            matches!(info.ip_type, IPV4 | IPV6),
            Error::<T>::InvalidIpType
        );
        ensure!(
            info.ip != 0 && is_valid_ip(info.ip_type, info.ip),
            Error::<T>::InvalidIpAddress
        );
        ensure!(
            Neurons::<T>::is_registered(netuid, hotkey),
            Error::<T>::HotKeyNotRegisteredInNetwork
        );
        let last = Self::last_prometheus(netuid, hotkey);
        ensure!(
            Self::may_serve_again(netuid, last),
            Error::<T>::ServingRateLimitExceeded
        );
        ensure!(info.port != 0, Error::<T>::InvalidPort);
        Ok(())
    }

    fn may_serve_again(netuid: NetUid, last: u64) -> bool {
        RateLimits::<T>::is_past(last, ServingRateLimit::<T>::get(netuid))
    }

    /// Block in which a hotkey last announced where it serves; 0 before.
    pub(crate) fn last_axon(netuid: NetUid, hotkey: &T::AccountId) -> u64 {
        Axons::<T>::get(netuid, hotkey).map_or(0, |axon| axon.block)
    }

    /// Block in which a hotkey last announced where it serves metrics; 0 before.
    pub(crate) fn last_prometheus(netuid: NetUid, hotkey: &T::AccountId) -> u64 {
        Prometheus::<T>::get(netuid, hotkey).map_or(0, |info| info.block)
    }
}

impl<T: Config> Domain<T> for Serving<T> {
    fn forget_neuron(netuid: NetUid, hotkey: &T::AccountId) {
        Axons::<T>::remove(netuid, hotkey);
        NeuronCertificates::<T>::remove(netuid, hotkey);
        Prometheus::<T>::remove(netuid, hotkey);
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if let Some(axon) = Axons::<T>::take(netuid, swap.old) {
            Axons::<T>::insert(netuid, swap.new, axon);
        }
        if let Some(certificate) = NeuronCertificates::<T>::take(netuid, swap.old) {
            NeuronCertificates::<T>::insert(netuid, swap.new, certificate);
        }
        if let Some(info) = Prometheus::<T>::take(netuid, swap.old) {
            Prometheus::<T>::insert(netuid, swap.new, info);
        }
    }
}
