//! The older description of a subnet, in two versions (spec 70 §5.1). Deprecated by `DynamicInfo`
//! and the hyperparameter lists, but third parties still ask for it.

use alloc::vec::Vec;
use codec::Compact;
use subtensor_primitives::{NetUid, TaoBalance};

use super::{subnet::MAX_WEIGHTS_LIMIT, tables::view_struct};
use crate::{
    Config, SubnetIdentityV3, Subnets, Views,
    pallet::{
        BlocksSinceLastStep, Burn, Difficulty, ImmunityPeriod, Kappa, MaxAllowedUids,
        MaxAllowedValidators, MinAllowedWeights, Rho, ScalingLawPower, SubnetIdentitiesV3,
        SubnetOwner, SubnetworkN, Tempo,
    },
};

/// Both versions and how to read them: the second renames the emission and adds fields.
macro_rules! subnet_infos {
    (
        |$netuid:ident| $( $field:ident : $ty:ty = $value:expr; )*
        => $emission_v1:ident, $emission_v2:ident,
        $( $tail:ident : $tail_ty:ty = $tail_value:expr; )*
        => $( $new:ident : $new_ty:ty = $new_value:expr; )*
    ) => {
        view_struct! {
            /// A subnet; amounts in rao, intervals in blocks.
            SubnetInfo<AccountId> {
                $( $field: $ty, )* $emission_v1: Compact<u64>, $( $tail: $tail_ty, )*
            }
        }
        view_struct! {
            /// A subnet with its identity; amounts in rao, intervals in blocks.
            SubnetInfov2<AccountId> {
                $( $field: $ty, )* $emission_v2: Compact<u64>, $( $tail: $tail_ty, )*
                $( $new: $new_ty, )*
            }
        }

        impl<T: Config> Views<T> {
            /// One subnet; `None` if it does not exist.
            pub fn get_subnet_info($netuid: NetUid) -> Option<SubnetInfo<T::AccountId>> {
                Subnets::<T>::subnet_exists($netuid).then(|| SubnetInfo {
                    $( $field: $value, )* $emission_v1: Compact(0), $( $tail: $tail_value, )*
                })
            }

            /// One subnet with its identity; `None` if it does not exist.
            pub fn get_subnet_info_v2($netuid: NetUid) -> Option<SubnetInfov2<T::AccountId>> {
                Subnets::<T>::subnet_exists($netuid).then(|| SubnetInfov2 {
                    $( $field: $value, )* $emission_v2: Compact(0), $( $tail: $tail_value, )*
                    $( $new: $new_value, )*
                })
            }
        }
    };
}

subnet_infos! { |netuid|
    netuid: Compact<NetUid> = Compact(netuid);
    rho: Compact<u16> = Compact(Rho::<T>::get(netuid));
    kappa: Compact<u16> = Compact(Kappa::<T>::get(netuid));
    difficulty: Compact<u64> = Compact(Difficulty::<T>::get(netuid));
    immunity_period: Compact<u16> = Compact(ImmunityPeriod::<T>::get(netuid));
    max_allowed_validators: Compact<u16> = Compact(MaxAllowedValidators::<T>::get(netuid));
    min_allowed_weights: Compact<u16> = Compact(MinAllowedWeights::<T>::get(netuid));
    max_weights_limit: Compact<u16> = Compact(MAX_WEIGHTS_LIMIT);
    scaling_law_power: Compact<u16> = Compact(ScalingLawPower::<T>::get(netuid));
    subnetwork_n: Compact<u16> = Compact(SubnetworkN::<T>::get(netuid));
    max_allowed_uids: Compact<u16> = Compact(MaxAllowedUids::<T>::get(netuid));
    blocks_since_last_step: Compact<u64> = Compact(BlocksSinceLastStep::<T>::get(netuid));
    tempo: Compact<u16> = Compact(Tempo::<T>::get(netuid));
    network_modality: Compact<u16> = Compact(0);
    network_connect: Vec<[u16; 2]> = Vec::new();
    => emission_values, emission_value,
    burn: Compact<TaoBalance> = Compact(Burn::<T>::get(netuid));
    owner: AccountId = SubnetOwner::<T>::get(netuid);
    => identity: Option<SubnetIdentityV3> = SubnetIdentitiesV3::<T>::get(netuid);
}

impl<T: Config> Views<T> {
    /// Every subnet by ascending netuid; all are `Some`.
    pub fn get_subnets_info() -> Vec<Option<SubnetInfo<T::AccountId>>> {
        Subnets::<T>::subnet_netuids()
            .into_iter()
            .map(Self::get_subnet_info)
            .filter(Option::is_some)
            .collect()
    }

    /// Every subnet with its identity, by ascending netuid; all are `Some`.
    pub fn get_subnets_info_v2() -> Vec<Option<SubnetInfov2<T::AccountId>>> {
        Subnets::<T>::subnet_netuids()
            .into_iter()
            .map(Self::get_subnet_info_v2)
            .filter(Option::is_some)
            .collect()
    }
}
