//! Shares for TAO (spec 90 §7): a deposit buys more of everything that the fund holds.

use alloc::vec::Vec;
use frame_support::{dispatch::DispatchResultWithPostInfo, ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_funds::{
    deposit::{Addition, Split, shares_for, split},
    price::starts_new_life,
};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::{Holding, weights::weight_of_deposit};
use crate::{
    Config, Error, Event, Funds, Hotkeys, Ledger, Neurons, Pallet, Shares, Staking,
    pallet::BasketShares, shares::Giver,
};

/// What a deposit buys on one subnet.
struct Slice {
    /// What was there before.
    holding: Holding,
    tao: TaoBalance,
}

impl<T: Config> Funds<T> {
    /// Buys shares of a fund for exactly `amount` rao.
    pub(crate) fn do_stake_into_basket(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResultWithPostInfo {
        Self::check_deposit(coldkey, hotkey, amount)?;
        let (credits, rows) = (Self::count_queued(hotkey), Self::count_rows(hotkey));
        Self::flush(hotkey);
        let nav = Self::nav(hotkey);
        let shares = Self::shares(hotkey);
        let mut additions = Vec::new();
        for slice in Self::slices(hotkey, amount)? {
            let added = Self::buy_slice(coldkey, hotkey, &slice)?;
            if !slice.holding.alpha.is_zero() {
                additions.push(Addition {
                    held: slice.holding.alpha.to_u64(),
                    added: added.to_u64(),
                });
            }
        }
        let nav_after = Self::nav(hotkey);
        let value = nav_after.saturating_sub(nav);
        let minted = shares_for(value.to_u64(), nav.to_u64(), shares, additions);
        ensure!(minted > 0, Error::<T>::AmountTooLow);
        if starts_new_life(value.to_u64(), nav.to_u64(), shares) {
            Self::retire(hotkey);
        }
        BasketShares::<T>::insert(hotkey, shares.saturating_add(minted));
        Self::grant(hotkey, coldkey, minted);
        Self::add_root_staker(coldkey);
        Self::note_deposit(hotkey, value);
        Pallet::<T>::deposit_event(Event::BasketStakedIn {
            hotkey: hotkey.clone(),
            coldkey: coldkey.clone(),
            tao: amount,
            value,
            shares: minted,
        });
        Self::stamp(hotkey, nav_after);
        Ok(Some(weight_of_deposit::<T>(credits, rows)).into())
    }

    fn check_deposit(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResult {
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        ensure!(
            Neurons::<T>::is_registered(NetUid::ROOT, hotkey),
            Error::<T>::HotKeyNotRegisteredInSubNet
        );
        Shares::<T>::ensure_may_stake_on(hotkey, coldkey, Giver::Itself)?;
        ensure!(
            amount >= T::InitialMinStake::get(),
            Error::<T>::AmountTooLow
        );
        ensure!(
            Ledger::<T>::spendable_keep_alive(coldkey) >= amount,
            Error::<T>::NotEnoughBalanceToStake
        );
        Ok(())
    }

    /// Divides a deposit among the holdings by what they would bring; without any, it becomes cash.
    ///
    /// Errors: `AmountTooLow`.
    fn slices(hotkey: &T::AccountId, amount: TaoBalance) -> Result<Vec<Slice>, DispatchError> {
        let holdings = Self::holdings(hotkey);
        let values: Vec<u64> = holdings
            .iter()
            .map(|holding| holding.sale_value::<T>().to_u64())
            .collect();
        match split(amount.to_u64(), &values) {
            Split::TooLittle => Err(Error::<T>::AmountTooLow.into()),
            Split::ToRoot => {
                let holding = Holding::new(NetUid::ROOT, AlphaBalance::ZERO);
                Ok(alloc::vec![Slice {
                    holding,
                    tao: amount,
                }])
            }
            Split::Slices(slices) => Ok(holdings
                .into_iter()
                .zip(slices)
                .filter(|(_, tao)| *tao > 0)
                .map(|(holding, tao)| Slice {
                    holding,
                    tao: tao.into(),
                })
                .collect()),
        }
    }

    /// Buys on one subnet with the coldkey's TAO; returns the alpha.
    ///
    /// Errors: `AmountTooLow` if the pool gives nothing; `InsufficientLiquidity` if it does not
    /// take all of it; `InsufficientTaoBalance`.
    fn buy_slice(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        slice: &Slice,
    ) -> Result<AlphaBalance, DispatchError> {
        let netuid = slice.holding.netuid;
        let swap = T::Swap::buy_in_pieces(netuid, slice.tao, SwapFee::Charged);
        ensure!(!swap.paid_out.is_zero(), Error::<T>::AmountTooLow);
        ensure!(swap.spent() == slice.tao, Error::<T>::InsufficientLiquidity);
        let moved = Ledger::<T>::transfer_to_subnet(netuid, coldkey, slice.tao)?;
        ensure!(moved == slice.tao, Error::<T>::InsufficientTaoBalance);
        Ledger::<T>::apply_buy(netuid, &swap);
        Shares::<T>::increase_stake(hotkey, &Self::escrow(), netuid, swap.paid_out);
        Staking::<T>::pay_fee_to_author(netuid, swap.fee);
        Ok(swap.paid_out)
    }
}
