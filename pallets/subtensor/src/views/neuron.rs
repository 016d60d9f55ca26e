//! Neurons for `NeuronInfoRuntimeApi` (spec 70 §4.2): every uid of a subnet or one of them, with or
//! without its weights and bonds. One table gives both structs. The vectors of the subnet are read
//! once per answer.

use alloc::{vec, vec::Vec};
use codec::Compact;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{subnet::SubnetView, tables::view_struct};
use crate::{
    AxonInfo, Config, PrometheusInfo, Shares, Views,
    pallet::{Axons, Bonds, Keys, Owner, Prometheus, Weights},
};

/// Pruning scores are not computed; clients get the largest.
const PRUNING_SCORE: u16 = u16::MAX;

/// Value of a uid; zero or false past the end.
pub(super) fn at<V: Copy + Default>(column: &[V], uid: u16) -> V {
    column.get(usize::from(uid)).copied().unwrap_or_default()
}

/// A row without its zeros.
fn sparse(row: Vec<(u16, u16)>) -> Vec<(Compact<u16>, Compact<u16>)> {
    row.into_iter()
        .filter(|(_, value)| *value > 0)
        .map(|(uid, value)| (Compact(uid), Compact(value)))
        .collect()
}

/// Both structs and how to read them: what is between the arrows is in the longer one only.
macro_rules! neurons {
    (
        |$view:ident, $uid:ident, $hotkey:ident, $coldkey:ident|
        $( $(#[$doc:meta])* $field:ident : $ty:ty = $value:expr; )*
        => $( $(#[$row_doc:meta])* $row:ident : $row_ty:ty = $row_value:expr; )*
        => $( $last:ident : $last_ty:ty = $last_value:expr; )*
    ) => {
        view_struct! {
            /// A neuron without its weights and bonds. Scores are in 65535ths.
            NeuronInfoLite<AccountId> {
                hotkey: AccountId,
                coldkey: AccountId,
                $( $(#[$doc])* $field: $ty, )*
                $( $last: $last_ty, )*
            }
        }
        view_struct! {
            /// A neuron. Scores, weights and bonds are in 65535ths.
            NeuronInfo<AccountId> {
                hotkey: AccountId,
                coldkey: AccountId,
                $( $(#[$doc])* $field: $ty, )*
                $( $(#[$row_doc])* $row: $row_ty, )*
                $( $last: $last_ty, )*
            }
        }

        impl<T: Config> SubnetView<T> {
            fn neuron_lite(
                &self,
                $uid: u16,
                hotkey: T::AccountId,
            ) -> NeuronInfoLite<T::AccountId> {
                let coldkey = Owner::<T>::get(&hotkey);
                let ($view, $hotkey, $coldkey) = (self, &hotkey, &coldkey);
                NeuronInfoLite {
                    $( $field: $value, )*
                    $( $last: $last_value, )*
                    hotkey,
                    coldkey,
                }
            }

            fn neuron(&self, $uid: u16, hotkey: T::AccountId) -> NeuronInfo<T::AccountId> {
                let coldkey = Owner::<T>::get(&hotkey);
                let ($view, $hotkey, $coldkey) = (self, &hotkey, &coldkey);
                NeuronInfo {
                    $( $field: $value, )*
                    $( $row: $row_value, )*
                    $( $last: $last_value, )*
                    hotkey,
                    coldkey,
                }
            }
        }
    };
}

neurons! { |view, uid, hotkey, coldkey|
    uid: Compact<u16> = Compact(uid);
    netuid: Compact<NetUid> = Compact(view.netuid);
    active: bool = at(view.active(), uid);
    axon_info: AxonInfo = Axons::<T>::get(view.netuid, hotkey).unwrap_or_default();
    prometheus_info: PrometheusInfo =
        Prometheus::<T>::get(view.netuid, hotkey).unwrap_or_default();
    /// The owner with all alpha on the hotkey, in rao of alpha.
    stake: Vec<(AccountId, Compact<AlphaBalance>)> =
        vec![(coldkey.clone(), Compact(Shares::<T>::hotkey_alpha(hotkey, view.netuid)))];
    rank: Compact<u16> = Compact(0);
    /// Alpha of the last epoch, in rao of alpha.
    emission: Compact<AlphaBalance> = Compact(at(view.emission(), uid));
    incentive: Compact<u16> = Compact(at(view.incentives(), uid));
    consensus: Compact<u16> = Compact(at(view.consensus(), uid));
    trust: Compact<u16> = Compact(0);
    validator_trust: Compact<u16> = Compact(at(view.validator_trust(), uid));
    dividends: Compact<u16> = Compact(at(view.dividends(), uid));
    /// Block of the last weights.
    last_update: Compact<u64> = Compact(at(view.last_update(), uid));
    validator_permit: bool = at(view.validator_permit(), uid);
    =>
    /// (target uid, weight) of the main mechanism, without zeros.
    weights: Vec<(Compact<u16>, Compact<u16>)> = sparse(Weights::<T>::get(view.index, uid));
    /// (target uid, bond) of the main mechanism, without zeros.
    bonds: Vec<(Compact<u16>, Compact<u16>)> = sparse(Bonds::<T>::get(view.index, uid));
    =>
    pruning_score: Compact<u16> = Compact(PRUNING_SCORE);
}

impl<T: Config> SubnetView<T> {
    /// Uids with their hotkeys, up to the first uid without one.
    fn seats(&self) -> impl Iterator<Item = (u16, T::AccountId)> {
        (0u16..).zip(self.keys().iter().map_while(Clone::clone))
    }
}

impl<T: Config> Views<T> {
    /// The subnet and the hotkey of a uid, whatever the number of uids; `None` if either does not
    /// exist.
    fn seat(netuid: NetUid, uid: u16) -> Option<(SubnetView<T>, T::AccountId)> {
        let view = SubnetView::<T>::main(netuid)?;
        let hotkey = Keys::<T>::try_get(netuid, uid).ok()?;
        Some((view, hotkey))
    }

    /// All neurons of a subnet by uid, up to the first uid without a hotkey; none of a subnet that
    /// does not exist.
    pub fn get_neurons_lite(netuid: NetUid) -> Vec<NeuronInfoLite<T::AccountId>> {
        let Some(view) = SubnetView::<T>::main(netuid) else {
            return Vec::new();
        };
        view.seats()
            .map(|(uid, hotkey)| view.neuron_lite(uid, hotkey))
            .collect()
    }

    /// One neuron; `None` if the subnet or the uid does not exist.
    pub fn get_neuron_lite(netuid: NetUid, uid: u16) -> Option<NeuronInfoLite<T::AccountId>> {
        Self::seat(netuid, uid).map(|(view, hotkey)| view.neuron_lite(uid, hotkey))
    }

    /// Like [`Self::get_neurons_lite`], with weights and bonds.
    pub fn get_neurons(netuid: NetUid) -> Vec<NeuronInfo<T::AccountId>> {
        let Some(view) = SubnetView::<T>::main(netuid) else {
            return Vec::new();
        };
        view.seats()
            .map(|(uid, hotkey)| view.neuron(uid, hotkey))
            .collect()
    }

    /// Like [`Self::get_neuron_lite`], with weights and bonds.
    pub fn get_neuron(netuid: NetUid, uid: u16) -> Option<NeuronInfo<T::AccountId>> {
        Self::seat(netuid, uid).map(|(view, hotkey)| view.neuron(uid, hotkey))
    }
}
