//! Transaction fees paid with the alpha that a call is about (spec 50 §6.7, 60 §8.3): as much of
//! the one position is sold, without a swap fee, as the fee is worth, and the author gets the TAO.
//! A position that the subnet, a lock or collateral holds back pays for nothing.

use frame_support::{ensure, storage::with_storage_layer, weights::Weight};
use sp_runtime::DispatchError;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::{Sale, relocate::max_weight_of_locks, remove::weight_of_unstake_all};
use crate::{
    Call, Config, Error, Locks, Shares, Staking, Subnets, WeightInfo,
    funds::{weight_of_root_change, weight_of_settled_root_change},
    weight_info::MAX_SUBNETS,
};

/// A fee in alpha, quoted.
pub struct AlphaFee<T: Config> {
    hotkey: T::AccountId,
    netuid: NetUid,
    sale: Sale,
}

impl<T: Config> Staking<T> {
    /// What a fee of `tao` rao for a call costs in alpha.
    ///
    /// Errors: `NotEnoughStakeToWithdraw` for a call that is not about exactly one position, and
    /// for a position that is too small; `SubtokenDisabled`, `StakeUnavailable`;
    /// `InsufficientLiquidity` for alpha without a price; those of the pool.
    pub fn quote_alpha_fee(
        coldkey: &T::AccountId,
        call: &Call<T>,
        tao: TaoBalance,
    ) -> Result<AlphaFee<T>, DispatchError> {
        let (hotkey, netuid) =
            Self::position_of_call(coldkey, call).ok_or(Error::<T>::NotEnoughStakeToWithdraw)?;
        ensure!(
            Subnets::<T>::is_trading(netuid),
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
            Shares::<T>::stake_of(&hotkey, coldkey, netuid) >= alpha,
            Error::<T>::NotEnoughStakeToWithdraw
        );
        Shares::<T>::ensure_available(&hotkey, coldkey, netuid, alpha)?;
        let sale = T::Swap::sell(netuid, alpha, T::Swap::min_price(), SwapFee::Waived)?;
        ensure!(sale.paid_in == alpha, Error::<T>::InsufficientLiquidity);
        Ok(AlphaFee {
            hotkey,
            netuid,
            sale,
        })
    }

    /// Weight of taking a fee now.
    pub fn weight_of_alpha_fee(fee: &AlphaFee<T>) -> Weight {
        T::WeightInfo::alpha_fee()
            .saturating_add(weight_of_root_change::<T>(&fee.hotkey, fee.netuid))
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

    /// Weight that a call declares for a lock on the one subnet that it looks at one on, if the
    /// coldkey has none.
    pub(crate) fn undue_for_lock(coldkey: &T::AccountId, call: &Call<T>) -> Weight {
        match Self::left_by(call) {
            Some(netuid) if !Locks::<T>::has_lock(netuid, coldkey) => T::WeightInfo::look_at_lock(),
            _ => Weight::zero(),
        }
    }

    /// The subnet that stake leaves by a call, if it is one and no lock goes along.
    pub(crate) fn left_by(call: &Call<T>) -> Option<NetUid> {
        let (_, netuid) = Self::named_position(call)?;
        (Self::destination_of(call) != Some(netuid)).then_some(netuid)
    }

    /// Weight that a call which pays in alpha declares for subnets on which there is no stake, and
    /// for locks where there is none and several may be looked at. Such fees are not corrected
    /// after the call, so it is left out beforehand.
    pub fn undue_in_alpha(coldkey: &T::AccountId, call: &Call<T>) -> Weight {
        let Some((_, netuid)) = Self::position_of_call(coldkey, call) else {
            return Weight::zero();
        };
        let subnets = match call {
            Call::unstake_all { .. } => Self::weight_of_other_subnets().saturating_add(
                weight_of_settled_root_change::<T>(NetUid::ROOT)
                    .saturating_sub(weight_of_settled_root_change::<T>(netuid)),
            ),
            Call::unstake_all_alpha { .. } => Self::weight_of_other_subnets(),
            _ => Weight::zero(),
        };
        if Self::left_by(call).is_some() || Locks::<T>::has_lock(netuid, coldkey) {
            subnets
        } else {
            subnets.saturating_add(Self::weight_of_locks_in(call, netuid))
        }
    }

    /// Weight that a call about one position, on that subnet, declares for locks.
    fn weight_of_locks_in(call: &Call<T>, netuid: NetUid) -> Weight {
        Self::destination_of(call).map_or_else(T::WeightInfo::look_at_lock, |destination| {
            max_weight_of_locks::<T>(netuid, destination)
        })
    }

    /// Where a call moves stake to, with its lock if it stays on the subnet.
    fn destination_of(call: &Call<T>) -> Option<NetUid> {
        match call {
            Call::transfer_stake {
                destination_netuid, ..
            }
            | Call::transfer_stake_and_hotkey {
                destination_netuid, ..
            }
            | Call::move_stake {
                destination_netuid, ..
            }
            | Call::move_stake_limit {
                destination_netuid, ..
            } => Some(*destination_netuid),
            _ => None,
        }
    }

    fn weight_of_other_subnets() -> Weight {
        weight_of_unstake_all::<T>(MAX_SUBNETS).saturating_sub(weight_of_unstake_all::<T>(1))
    }

    /// Hotkey and subnet of the position that a call names.
    fn named_position(call: &Call<T>) -> Option<(&T::AccountId, NetUid)> {
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
            } => Some((hotkey, *netuid)),
            _ => None,
        }
    }

    /// Hotkey and subnet of the position that a call is about, if it is exactly one.
    fn position_of_call(coldkey: &T::AccountId, call: &Call<T>) -> Option<(T::AccountId, NetUid)> {
        match call {
            Call::unstake_all { hotkey } | Call::unstake_all_alpha { hotkey } => {
                let mut subnets = Shares::<T>::subnets_of(hotkey, coldkey)
                    .filter(|netuid| Subnets::<T>::is_trading(*netuid));
                let only = subnets.next()?;
                subnets.next().is_none().then(|| (hotkey.clone(), only))
            }
            _ => Self::named_position(call).map(|(hotkey, netuid)| (hotkey.clone(), netuid)),
        }
    }
}
