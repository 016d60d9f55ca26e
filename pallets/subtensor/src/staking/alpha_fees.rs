//! Transaction fees paid with the alpha that a call is about (spec 50 §6.7, 60 §8.3): as much of the one position is sold,
//! without a swap fee, as the fee is worth, and the author gets the TAO. A position that the subnet or a lock holds back
//! pays for nothing.

use frame_support::{ensure, storage::with_storage_layer, weights::Weight};
use sp_runtime::DispatchError;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use super::{
    Sale,
    relocate::{most_of_root_ends, weight_of_root_ends},
    remove::{most_of_remove_stake, most_of_remove_stake_now},
};
use crate::{
    Call, Config, Error, Pallet, WeightInfo,
    emission::{
        most_of_joining_root, most_of_leaving_root, weight_of_joining_root, weight_of_leaving_root,
    },
    pallet::*,
    weight_info::MAX_SUBNETS,
};

/// A fee in alpha, quoted.
pub struct AlphaFee<T: Config> {
    hotkey: T::AccountId,
    netuid: NetUid,
    sale: Sale,
}

/// Weight of all subnets but the one of the position.
fn undue_of_unstake_all<T: Config>() -> Weight {
    T::WeightInfo::unstake_all(MAX_SUBNETS).saturating_sub(T::WeightInfo::unstake_all(1))
}

/// Hotkey and subnet to which a call moves stake.
fn destination_of_call<T: Config>(call: &Call<T>) -> Option<(&T::AccountId, NetUid)> {
    match call {
        Call::transfer_stake {
            hotkey,
            destination_netuid,
            ..
        }
        | Call::swap_stake {
            hotkey,
            destination_netuid,
            ..
        }
        | Call::swap_stake_limit {
            hotkey,
            destination_netuid,
            ..
        }
        | Call::move_stake {
            destination_hotkey: hotkey,
            destination_netuid,
            ..
        }
        | Call::move_stake_limit {
            destination_hotkey: hotkey,
            destination_netuid,
            ..
        }
        | Call::transfer_stake_and_hotkey {
            destination_hotkey: hotkey,
            destination_netuid,
            ..
        } => Some((hotkey, *destination_netuid)),
        _ => None,
    }
}

impl<T: Config> Pallet<T> {
    /// What a fee of `tao` rao for a call costs in alpha.
    ///
    /// Errors: `NotEnoughStakeToWithdraw` for a call that is not about exactly one position, and for a position that is
    /// too small; `SubtokenDisabled`, `StakeUnavailable`; `InsufficientLiquidity` for alpha without a price; those of the
    /// pool.
    pub fn quote_alpha_fee(
        coldkey: &T::AccountId,
        call: &Call<T>,
        tao: TaoBalance,
    ) -> Result<AlphaFee<T>, DispatchError> {
        let (hotkey, netuid) =
            Self::position_of_call(coldkey, call).ok_or(Error::<T>::NotEnoughStakeToWithdraw)?;
        ensure!(
            SubtokenEnabled::<T>::get(netuid),
            Error::<T>::SubtokenDisabled
        );
        let price = T::Swap::price(netuid);
        ensure!(!price.is_zero(), Error::<T>::InsufficientLiquidity);
        // A fee worth less than one rao of alpha costs one.
        let alpha = U64F64::from_num(tao.to_u64())
            .safe_div(price)
            .to_u64()
            .max(1);
        let alpha = AlphaBalance::new(alpha);
        ensure!(
            Self::stake_of(&hotkey, coldkey, netuid) >= alpha,
            Error::<T>::NotEnoughStakeToWithdraw
        );
        Self::ensure_available(coldkey, netuid, alpha)?;
        let sale = T::Swap::sell(netuid, alpha, T::Swap::min_price(), true)?;
        ensure!(sale.paid_in == alpha, Error::<T>::InsufficientLiquidity);
        Ok(AlphaFee {
            hotkey,
            netuid,
            sale,
        })
    }

    /// Executes a quote of this moment. Returns the subnet, the alpha taken and the TAO paid.
    ///
    /// Errors: `NotEnoughStakeToWithdraw`.
    pub fn take_alpha_fee(
        coldkey: &T::AccountId,
        fee: &AlphaFee<T>,
    ) -> Result<(NetUid, AlphaBalance, TaoBalance), DispatchError> {
        with_storage_layer(|| {
            Self::settle_sale(coldkey, &fee.hotkey, fee.netuid, &fee.sale)?;
            Self::pay_fee_to_author(fee.netuid, fee.sale.paid_out);
            Ok((fee.netuid, fee.sale.paid_in, fee.sale.paid_out))
        })
    }

    /// Weight that a call which pays in alpha declares for what it will not do with the position as it is. Such fees are
    /// not corrected after the call, so it is left out beforehand. Zero for a call that is not about exactly one position.
    pub fn undue_weight(coldkey: &T::AccountId, call: &Call<T>) -> Weight {
        let Some((hotkey, netuid)) = Self::position_of_call(coldkey, call) else {
            return Weight::zero();
        };
        match call {
            Call::unstake_all { .. } => undue_of_unstake_all::<T>().saturating_add(
                most_of_leaving_root::<T>(NetUid::ROOT)
                    .saturating_sub(weight_of_leaving_root::<T>(&hotkey, netuid)),
            ),
            Call::unstake_all_alpha { .. } => undue_of_unstake_all::<T>().saturating_add(
                most_of_joining_root::<T>(NetUid::ROOT)
                    .saturating_sub(weight_of_joining_root::<T>(&hotkey, NetUid::ROOT)),
            ),
            Call::remove_stake { .. }
            | Call::remove_stake_limit { .. }
            | Call::remove_stake_full_limit { .. } => most_of_remove_stake::<T>(netuid)
                .saturating_sub(most_of_remove_stake_now::<T>(&hotkey, netuid)),
            _ => destination_of_call(call).map_or(Weight::zero(), |destination| {
                most_of_root_ends::<T>(netuid, destination.1)
                    .saturating_sub(weight_of_root_ends::<T>((&hotkey, netuid), destination))
            }),
        }
    }

    /// Hotkey and subnet of the position that a call is about, if it is exactly one.
    fn position_of_call(coldkey: &T::AccountId, call: &Call<T>) -> Option<(T::AccountId, NetUid)> {
        match call {
            Call::remove_stake { hotkey, netuid, .. }
            | Call::remove_stake_limit { hotkey, netuid, .. }
            | Call::remove_stake_full_limit { hotkey, netuid, .. }
            | Call::recycle_alpha { hotkey, netuid, .. }
            | Call::burn_alpha { hotkey, netuid, .. }
            | Call::transfer_stake {
                hotkey,
                origin_netuid: netuid,
                ..
            }
            | Call::swap_stake {
                hotkey,
                origin_netuid: netuid,
                ..
            }
            | Call::swap_stake_limit {
                hotkey,
                origin_netuid: netuid,
                ..
            }
            | Call::move_stake {
                origin_hotkey: hotkey,
                origin_netuid: netuid,
                ..
            }
            | Call::move_stake_limit {
                origin_hotkey: hotkey,
                origin_netuid: netuid,
                ..
            }
            | Call::transfer_stake_and_hotkey {
                origin_hotkey: hotkey,
                origin_netuid: netuid,
                ..
            } => Some((hotkey.clone(), *netuid)),
            Call::unstake_all { hotkey } | Call::unstake_all_alpha { hotkey } => {
                let mut subnets = AlphaV2::<T>::iter_key_prefix((hotkey, coldkey))
                    .filter(|netuid| SubtokenEnabled::<T>::get(netuid));
                let only = subnets.next()?;
                subnets.next().is_none().then(|| (hotkey.clone(), only))
            }
            _ => None,
        }
    }
}
