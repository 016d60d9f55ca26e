//! Small nominations: stake on somebody else's hotkey that is worth less than root demands is sold
//! for its holder (spec 50 §8.3). What cannot be sold stays, so that nothing is ever lost.

use core::marker::PhantomData;
use frame_support::{ensure, storage::with_storage_layer, traits::Get};
use sp_runtime::DispatchResult;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{
    Config, Error, Funds, Hotkeys, Shares, Staking, Subnets, pallet::NominatorMinRequiredStake,
};

/// The factor that demands exactly the least stake.
const MILLION: u64 = 1_000_000;

/// Stake on the hotkeys of others that is too small to stay.
pub struct Nominations<T>(PhantomData<T>);

impl<T: Config> Nominations<T> {
    /// Worth of the least nomination, rao of TAO; zero if any may stay.
    pub fn nominator_min_stake() -> TaoBalance {
        let millionths =
            T::InitialMinStake::get().saturating_mul(NominatorMinRequiredStake::<T>::get());
        TaoBalance::new(millionths.to_u64().saturating_div(MILLION))
    }

    /// Sets the least nomination, in millionths of the least stake. If it rises, the nominations
    /// there are will be swept.
    pub fn set_nominator_min_required_stake(factor_millionths: u64) {
        let before = Self::nominator_min_stake();
        NominatorMinRequiredStake::<T>::put(factor_millionths);
        if Self::nominator_min_stake() > before {
            Self::start_nomination_sweep();
        }
    }

    /// Tries to sell a nomination that is too small. Returns whether there was one.
    ///
    /// It stays if the pool does not trade or gives nothing for it, if its holder cannot receive
    /// the TAO, and if it is locked or collateral.
    pub(crate) fn clear_small_nomination_if_required(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> bool {
        let Some(alpha) = Self::small_nomination(hotkey, coldkey, netuid) else {
            return false;
        };
        let sold = with_storage_layer(|| Self::sell_nomination(hotkey, coldkey, netuid, alpha));
        if let Err(error) = sold {
            log::debug!(
                target: "staking",
                "a small nomination on subnet {netuid:?} stays: {error:?}"
            );
        }
        true
    }

    /// Stake on somebody else's hotkey if it is too small.
    fn small_nomination(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
    ) -> Option<AlphaBalance> {
        let min = Self::nominator_min_stake();
        if min.is_zero()
            || Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey)
            || Funds::<T>::is_escrow(coldkey)
        {
            return None;
        }
        let stake = Shares::<T>::stake_of(hotkey, coldkey, netuid);
        let min = U64F64::from_num(min.to_u64()).safe_div(T::Swap::price(netuid));
        (!stake.is_zero() && stake.to_u64() < min.to_u64()).then_some(stake)
    }

    fn sell_nomination(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> DispatchResult {
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        Shares::<T>::ensure_available(hotkey, coldkey, netuid, alpha)?;
        let swap = T::Swap::sell(netuid, alpha, T::Swap::min_price(), SwapFee::Charged)?;
        ensure!(swap.spent() == alpha, Error::<T>::InsufficientLiquidity);
        Staking::<T>::execute_sale(coldkey, hotkey, netuid, &swap)
    }
}
