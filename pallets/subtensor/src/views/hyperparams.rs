//! Hyperparameters of a subnet (spec 70 §5.5): two deprecated structs and the list of named values
//! that replaces them. Names and variants of the list are public; adding a name is compatible,
//! changing one is not.

use alloc::{vec, vec::Vec};
use codec::{Compact, Decode, Encode};
use scale_info::TypeInfo;
use subtensor_fixed::{I32F32, U64F64};
use subtensor_primitives::{NetUid, TaoBalance};

use super::{subnet::MAX_WEIGHTS_LIMIT, tables::view_struct};
use crate::{
    Children,
    Config,
    Scores,
    Subnets,
    Views,
    // The items that the rows of the table name.
    pallet::*,
};

/// Both structs and how to read them: the second adds fields.
macro_rules! hyperparams {
    (
        |$netuid:ident| $( $field:ident : $ty:ty = $value:expr; )*
        => $( $new:ident : $new_ty:ty = $new_value:expr; )*
    ) => {
        view_struct! {
            /// Hyperparameters; amounts in rao, intervals in blocks.
            SubnetHyperparams { $( $field: $ty, )* }
        }
        view_struct! {
            /// Hyperparameters, second version; amounts in rao, intervals in blocks.
            SubnetHyperparamsV2 { $( $field: $ty, )* $( $new: $new_ty, )* }
        }

        impl<T: Config> Views<T> {
            /// Hyperparameters of a subnet; `None` if it does not exist.
            pub fn get_subnet_hyperparams($netuid: NetUid) -> Option<SubnetHyperparams> {
                Subnets::<T>::subnet_exists($netuid).then(|| SubnetHyperparams {
                    $( $field: $value, )*
                })
            }

            /// Hyperparameters of a subnet, second version; `None` if it does not exist.
            pub fn get_subnet_hyperparams_v2($netuid: NetUid) -> Option<SubnetHyperparamsV2> {
                Subnets::<T>::subnet_exists($netuid).then(|| SubnetHyperparamsV2 {
                    $( $field: $value, )* $( $new: $new_value, )*
                })
            }
        }
    };
}

hyperparams! { |netuid|
    rho: Compact<u16> = Compact(Rho::<T>::get(netuid));
    kappa: Compact<u16> = Compact(Kappa::<T>::get(netuid));
    immunity_period: Compact<u16> = Compact(ImmunityPeriod::<T>::get(netuid));
    min_allowed_weights: Compact<u16> = Compact(MinAllowedWeights::<T>::get(netuid));
    max_weights_limit: Compact<u16> = Compact(MAX_WEIGHTS_LIMIT);
    tempo: Compact<u16> = Compact(Tempo::<T>::get(netuid));
    min_difficulty: Compact<u64> = Compact(MinDifficulty::<T>::get(netuid));
    max_difficulty: Compact<u64> = Compact(MaxDifficulty::<T>::get(netuid));
    weights_version: Compact<u64> = Compact(WeightsVersionKey::<T>::get(netuid));
    weights_rate_limit: Compact<u64> = Compact(WeightsSetRateLimit::<T>::get(netuid));
    adjustment_interval: Compact<u16> = Compact(AdjustmentInterval::<T>::get(netuid));
    activity_cutoff: Compact<u64> = Compact(Scores::<T>::activity_cutoff(netuid));
    registration_allowed: bool = NetworkRegistrationAllowed::<T>::get(netuid);
    target_regs_per_interval: Compact<u16> =
        Compact(TargetRegistrationsPerInterval::<T>::get(netuid));
    min_burn: Compact<TaoBalance> = Compact(MinBurn::<T>::get(netuid));
    max_burn: Compact<TaoBalance> = Compact(MaxBurn::<T>::get(netuid));
    bonds_moving_avg: Compact<u64> = Compact(BondsMovingAverage::<T>::get(netuid));
    max_regs_per_block: Compact<u16> = Compact(MaxRegistrationsPerBlock::<T>::get(netuid));
    serving_rate_limit: Compact<u64> = Compact(ServingRateLimit::<T>::get(netuid));
    max_validators: Compact<u16> = Compact(MaxAllowedValidators::<T>::get(netuid));
    adjustment_alpha: Compact<u64> = Compact(AdjustmentAlpha::<T>::get(netuid));
    difficulty: Compact<u64> = Compact(Difficulty::<T>::get(netuid));
    commit_reveal_period: Compact<u64> = Compact(RevealPeriodEpochs::<T>::get(netuid));
    commit_reveal_weights_enabled: bool = CommitRevealWeightsEnabled::<T>::get(netuid);
    alpha_high: Compact<u16> = Compact(AlphaValues::<T>::get(netuid).1);
    alpha_low: Compact<u16> = Compact(AlphaValues::<T>::get(netuid).0);
    liquid_alpha_enabled: bool = LiquidAlphaOn::<T>::get(netuid);
    =>
    alpha_sigmoid_steepness: I32F32 = Self::view_steepness(netuid);
    yuma_version: Compact<u16> = Compact(Self::view_yuma_version(netuid));
    subnet_is_active: bool = SubtokenEnabled::<T>::get(netuid);
    transfers_enabled: bool = TransferToggle::<T>::get(netuid);
    bonds_reset_enabled: bool = BondsResetOn::<T>::get(netuid);
    user_liquidity_enabled: bool = false;
}

/// Value of a hyperparameter. Clients take the meaning from the name of the variant; amounts are in
/// rao.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum HyperparamValue {
    Bool(bool),
    U16(Compact<u16>),
    U32(Compact<u32>),
    U64(Compact<u64>),
    U128(Compact<u128>),
    TaoBalance(Compact<TaoBalance>),
    I32F32(I32F32),
    U64F64(U64F64),
}

view_struct! {
    /// A named hyperparameter.
    HyperparamEntry {
        name: Vec<u8>,
        value: HyperparamValue,
    }
}

impl From<bool> for HyperparamValue {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}
impl From<u16> for HyperparamValue {
    fn from(value: u16) -> Self {
        Self::U16(Compact(value))
    }
}
impl From<u32> for HyperparamValue {
    fn from(value: u32) -> Self {
        Self::U32(Compact(value))
    }
}
impl From<u64> for HyperparamValue {
    fn from(value: u64) -> Self {
        Self::U64(Compact(value))
    }
}
impl From<TaoBalance> for HyperparamValue {
    fn from(value: TaoBalance) -> Self {
        Self::TaoBalance(Compact(value))
    }
}
impl From<I32F32> for HyperparamValue {
    fn from(value: I32F32) -> Self {
        Self::I32F32(value)
    }
}
impl From<U64F64> for HyperparamValue {
    fn from(value: U64F64) -> Self {
        Self::U64F64(value)
    }
}

fn entry(name: &str, value: impl Into<HyperparamValue>) -> HyperparamEntry {
    HyperparamEntry {
        name: name.as_bytes().to_vec(),
        value: value.into(),
    }
}

/// How a value is read: the item itself, or a function of the pallet.
macro_rules! read {
    ($storage:ident($netuid:ident)) => {
        $storage::<T>::get($netuid)
    };
    ($storage:ident($netuid:ident) $read:ident) => {
        Self::$read($netuid)
    };
}

/// Makes the list of named values of what the table of subnets says is shown.
macro_rules! named_values {
    ($({
        item [$storage:ident $netuid:ident]
        shown [$($name:ident $(= $read:ident)?),*]
        $($rest:tt)*
    })*) => {
        impl<T: Config> Views<T> {
            /// Every hyperparameter of a subnet by name; `None` if it does not exist. Amounts in
            /// rao, intervals in blocks.
            pub fn get_subnet_hyperparams_v3(netuid: NetUid) -> Option<Vec<HyperparamEntry>> {
                Subnets::<T>::subnet_exists(netuid).then(|| vec![
                    $($(entry(stringify!($name), read!($storage(netuid) $($read)?)),)*)*
                ])
            }
        }
    };
}

crate::subnet_hyperparameters!(named_values);

impl<T: Config> Views<T> {
    fn view_steepness(netuid: NetUid) -> I32F32 {
        I32F32::from_num(AlphaSigmoidSteepness::<T>::get(netuid).into())
    }

    fn view_activity_cutoff(netuid: NetUid) -> u64 {
        Scores::<T>::activity_cutoff(netuid)
    }

    fn view_yuma_version(netuid: NetUid) -> u16 {
        if Yuma3On::<T>::get(netuid) { 3 } else { 2 }
    }

    fn view_alpha_low(netuid: NetUid) -> u16 {
        AlphaValues::<T>::get(netuid).0
    }

    fn view_alpha_high(netuid: NetUid) -> u16 {
        AlphaValues::<T>::get(netuid).1
    }

    fn view_min_childkey_take(netuid: NetUid) -> u16 {
        Children::<T>::min_childkey_take(netuid).deconstruct()
    }

    /// A constant of every subnet.
    fn view_max_weights_limit(_: NetUid) -> u16 {
        MAX_WEIGHTS_LIMIT
    }

    /// Pools take no liquidity of users.
    fn view_user_liquidity(_: NetUid) -> bool {
        false
    }
}
