//! Moving stake between hotkeys, subnets and coldkeys (spec 50 §6.4 V_move, §6.6). Within a subnet
//! shares move; between subnets the alpha of one is sold and that of the other bought, both from
//! quotes taken before anything changes, and the TAO goes from one subnet's account to the other's.

use frame_support::{dispatch::DispatchResultWithPostInfo, ensure, traits::Get, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::U64F64;
use subtensor_primitives::{
    AlphaBalance, MoveOutcome, NetUid, RatioLimit, SwapFee, SwapInterface, TaoBalance,
};

use crate::{
    Config, Error, Event, Funds, Hotkeys, Ledger, Locks, Pallet, Shares, Staking, Subnets, Takes,
    WeightInfo,
    funds::{max_weight_of_root_change, weight_of_root_change},
    locks::LockTransfer,
    pallet::TransferToggle,
    shares::Giver,
};

/// What an order to move asks for.
#[derive(Clone, Copy)]
pub(crate) struct MoveLimit {
    /// Least alpha of the destination to get per whole alpha of the origin, rao.
    pub ratio: TaoBalance,
    /// Whether a part of the order may be executed.
    pub is_partial: bool,
}

/// Amount that stands for the whole position.
const ALL_STAKE: AlphaBalance = AlphaBalance::MAX;

/// Where stake is: whose, on which hotkey, on which subnet.
pub(crate) struct Position<'a, T: Config> {
    pub coldkey: &'a T::AccountId,
    pub hotkey: &'a T::AccountId,
    pub netuid: NetUid,
}

impl<'a, T: Config> Position<'a, T> {
    /// The position of a coldkey on a hotkey on a subnet.
    pub(crate) fn new(coldkey: &'a T::AccountId, hotkey: &'a T::AccountId, netuid: NetUid) -> Self {
        Self {
            coldkey,
            hotkey,
            netuid,
        }
    }
}

impl<T: Config> PartialEq for Position<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        (self.coldkey, self.hotkey, self.netuid) == (other.coldkey, other.hotkey, other.netuid)
    }
}

/// Weight of what a move does on root, where it begins or ends there, and with locks, at most.
pub(crate) fn max_weight_of_ends<T: Config>(origin: NetUid, destination: NetUid) -> Weight {
    max_weight_of_root_change::<T>(origin)
        .saturating_add(max_weight_of_root_change::<T>(destination))
        .saturating_add(max_weight_of_locks::<T>(origin, destination))
}

/// Weight of what it does on root, between hotkeys as they are now. Costs reads, so no call can
/// declare it.
fn weight_of_root_ends<T: Config>(
    origin: (&T::AccountId, NetUid),
    destination: (&T::AccountId, NetUid),
) -> Weight {
    weight_of_root_change::<T>(origin.0, origin.1)
        .saturating_add(weight_of_root_change::<T>(destination.0, destination.1))
}

/// Weight of what a move does with locks, at most: it looks at one, and within a subnet changes
/// two.
pub(super) fn max_weight_of_locks<T: Config>(origin: NetUid, destination: NetUid) -> Weight {
    let look = T::WeightInfo::look_at_lock();
    if origin == destination {
        look.saturating_add(T::WeightInfo::transfer_lock())
    } else {
        look
    }
}

/// The same of two coldkeys as they are now. Costs reads, so no call can declare it.
fn weight_of_locks<T: Config>(from: &Position<'_, T>, to: &Position<'_, T>) -> Weight {
    let is_locked = |end: &Position<'_, T>| Locks::<T>::has_lock(end.netuid, end.coldkey);
    let stays = from.netuid == to.netuid;
    if is_locked(from) || (stays && is_locked(to)) {
        max_weight_of_locks::<T>(from.netuid, to.netuid)
    } else {
        Weight::zero()
    }
}

/// What a move is about to weigh.
fn weight_of_move<T: Config>(
    from: &Position<'_, T>,
    to: &Position<'_, T>,
    limit: Option<MoveLimit>,
) -> Weight {
    let moved = match limit {
        None => T::WeightInfo::relocate_stake(),
        Some(_) => T::WeightInfo::relocate_stake_limit(),
    };
    moved
        .saturating_add(weight_of_locks::<T>(from, to))
        .saturating_add(weight_of_root_ends::<T>(
            (from.hotkey, from.netuid),
            (to.hotkey, to.netuid),
        ))
}

impl<T: Config> Staking<T> {
    /// Moves stake of one coldkey to another hotkey.
    pub(crate) fn do_move_stake(
        from: Position<'_, T>,
        to: Position<'_, T>,
        alpha: AlphaBalance,
        limit: Option<MoveLimit>,
    ) -> DispatchResultWithPostInfo {
        let weight = weight_of_move(&from, &to, limit);
        let worth = Self::relocate_stake(&from, &to, alpha, limit)?;
        Pallet::<T>::deposit_event(Event::StakeMoved(
            from.coldkey.clone(),
            from.hotkey.clone(),
            from.netuid,
            to.hotkey.clone(),
            to.netuid,
            worth,
        ));
        Ok(Some(weight).into())
    }

    /// Moves stake on one hotkey to another subnet.
    pub(crate) fn do_swap_stake(
        from: Position<'_, T>,
        to: Position<'_, T>,
        alpha: AlphaBalance,
        limit: Option<MoveLimit>,
    ) -> DispatchResultWithPostInfo {
        let weight = weight_of_move(&from, &to, limit);
        let worth = Self::relocate_stake(&from, &to, alpha, limit)?;
        Pallet::<T>::deposit_event(Event::StakeSwapped(
            from.coldkey.clone(),
            from.hotkey.clone(),
            from.netuid,
            to.netuid,
            worth,
        ));
        Ok(Some(weight).into())
    }

    /// Gives stake to another coldkey. The event names the hotkey that has it then.
    pub(crate) fn do_transfer_stake(
        from: Position<'_, T>,
        to: Position<'_, T>,
        alpha: AlphaBalance,
    ) -> DispatchResultWithPostInfo {
        let weight = weight_of_move(&from, &to, None);
        let worth = Self::relocate_stake(&from, &to, alpha, None)?;
        Pallet::<T>::deposit_event(Event::StakeTransferred(
            from.coldkey.clone(),
            to.coldkey.clone(),
            to.hotkey.clone(),
            from.netuid,
            to.netuid,
            worth,
        ));
        Ok(Some(weight).into())
    }

    /// Gives stake to another coldkey on the same subnet by the rules of `transfer_stake`, but for
    /// the `least` that has to move, TAO at the current price.
    pub(crate) fn give_within_subnet(
        from: &Position<'_, T>,
        to: &Position<'_, T>,
        alpha: AlphaBalance,
        least: TaoBalance,
    ) -> DispatchResult {
        Self::check_ends(from, to)?;
        let held = Shares::<T>::stake_of(from.hotkey, from.coldkey, from.netuid);
        ensure!(alpha <= held, Error::<T>::NotEnoughStakeToWithdraw);
        let lock = Self::check_transfer(from, to, alpha)?;
        Self::move_within_subnet(from, to, alpha, lock, least).map(|_| ())
    }

    /// Moves `alpha` rao of stake, the greatest amount meaning all there is; returns its worth in
    /// TAO.
    fn relocate_stake(
        from: &Position<'_, T>,
        to: &Position<'_, T>,
        alpha: AlphaBalance,
        limit: Option<MoveLimit>,
    ) -> Result<TaoBalance, DispatchError> {
        Self::check_ends(from, to)?;
        let held = Shares::<T>::stake_of(from.hotkey, from.coldkey, from.netuid);
        let alpha = if alpha == ALL_STAKE { held } else { alpha };
        ensure!(alpha <= held, Error::<T>::NotEnoughStakeToWithdraw);
        if from.netuid == to.netuid {
            let lock = Self::check_transfer(from, to, alpha)?;
            Self::move_within_subnet(from, to, alpha, lock, T::InitialMinTransfer::get())
        } else {
            let legs = Self::quote_legs(from, to, alpha, limit)?;
            Self::check_transfer(from, to, alpha)?;
            Self::check_credit(to.hotkey, to.netuid, legs.bought.paid_out)?;
            Shares::<T>::ensure_may_stake_on(
                to.hotkey,
                to.coldkey,
                Giver::of(from.coldkey, to.coldkey),
            )?;
            Self::execute_legs(from, to, &legs)?;
            Ok(legs.sold.paid_out)
        }
    }

    fn check_ends(from: &Position<'_, T>, to: &Position<'_, T>) -> DispatchResult {
        ensure!(from != to, Error::<T>::SameNetuid);
        ensure!(
            !Funds::<T>::is_escrow(to.coldkey),
            Error::<T>::CannotUseSystemAccount
        );
        for end in [from, to] {
            ensure!(
                Subnets::<T>::subnet_exists(end.netuid),
                Error::<T>::SubnetNotExists
            );
        }
        for end in [from, to] {
            ensure!(
                Subnets::<T>::is_trading(end.netuid),
                Error::<T>::SubtokenDisabled
            );
        }
        for end in [from, to] {
            ensure!(
                Hotkeys::<T>::hotkey_account_exists(end.hotkey),
                Error::<T>::HotKeyAccountNotExists
            );
        }
        Ok(())
    }

    /// Whether the stake may leave its position, and the coldkey or the subnet. A lock does not
    /// hold it on one hotkey, collateral does. Locked stake that stays on the subnet may go to
    /// whoever accepts it, with its lock, which is returned.
    fn check_transfer(
        from: &Position<'_, T>,
        to: &Position<'_, T>,
        alpha: AlphaBalance,
    ) -> Result<Option<LockTransfer<T::AccountId>>, DispatchError> {
        let changes_coldkey = from.coldkey != to.coldkey;
        ensure!(
            !changes_coldkey
                || (TransferToggle::<T>::get(from.netuid) && TransferToggle::<T>::get(to.netuid)),
            Error::<T>::TransferDisallowed
        );
        let (hotkey, coldkey, netuid) = (from.hotkey, from.coldkey, from.netuid);
        let stays = netuid == to.netuid;
        let free = if stays {
            Shares::<T>::unbonded(hotkey, coldkey, netuid)
        } else {
            Shares::<T>::available(hotkey, coldkey, netuid)
        };
        ensure!(alpha <= free, Error::<T>::StakeUnavailable);
        let transfer = if stays && changes_coldkey {
            Locks::<T>::quote_transfer(coldkey, to.coldkey, netuid, alpha)?
        } else {
            None
        };
        if from.netuid.is_root() && !to.netuid.is_root() {
            Funds::<T>::ensure_may_leave_root(from.hotkey, from.coldkey)?;
        }
        Ok(transfer)
    }

    /// Shares change hands, and a lock with them; no pool and no fee. Returns the worth at the
    /// current price.
    fn move_within_subnet(
        from: &Position<'_, T>,
        to: &Position<'_, T>,
        alpha: AlphaBalance,
        lock: Option<LockTransfer<T::AccountId>>,
        least: TaoBalance,
    ) -> Result<TaoBalance, DispatchError> {
        let netuid = from.netuid;
        let worth = U64F64::from_num(alpha.to_u64()).saturating_mul(T::Swap::price(netuid));
        let worth = TaoBalance::new(worth.to_u64());
        ensure!(worth >= least, Error::<T>::AmountTooLow);
        Self::check_credit(to.hotkey, netuid, alpha)?;
        Shares::<T>::ensure_may_stake_on(
            to.hotkey,
            to.coldkey,
            Giver::of(from.coldkey, to.coldkey),
        )?;

        let held = |end: &Position<'_, T>| Shares::<T>::stake_of(end.hotkey, end.coldkey, netuid);
        let left = held(from).saturating_sub(alpha);
        let sum = held(to).saturating_add(alpha);
        Shares::<T>::decrease_stake(from.hotkey, from.coldkey, netuid, alpha)?;
        Shares::<T>::increase_stake(to.hotkey, to.coldkey, netuid, alpha);
        if let Some(lock) = lock {
            Locks::<T>::execute_transfer(from.coldkey, to.coldkey, netuid, lock);
        }
        // What the rounding of shares has taken cannot be locked any more.
        for (end, expected) in [(from, left), (to, sum)] {
            Locks::<T>::give_way(netuid, end.coldkey, expected.saturating_sub(held(end)));
        }
        Pallet::<T>::deposit_event(Event::StakeRemoved(
            from.coldkey.clone(),
            from.hotkey.clone(),
            worth,
            alpha,
            netuid,
            0,
        ));
        Pallet::<T>::deposit_event(Event::StakeAdded(
            to.coldkey.clone(),
            to.hotkey.clone(),
            worth,
            alpha,
            netuid,
            0,
        ));
        Ok(worth)
    }

    /// Quotes both legs.
    fn quote_legs(
        from: &Position<'_, T>,
        to: &Position<'_, T>,
        alpha: AlphaBalance,
        limit: Option<MoveLimit>,
    ) -> Result<MoveOutcome, DispatchError> {
        let legs = match limit {
            None => Self::quote_whole_move(from.netuid, to.netuid, alpha)?,
            Some(MoveLimit { ratio, .. }) => {
                let ratio = RatioLimit::Received(ratio.to_u64());
                T::Swap::quote_move(from.netuid, to.netuid, alpha, ratio)?
            }
        };
        ensure!(
            legs.bought.spent() == legs.sold.paid_out,
            Error::<T>::InsufficientLiquidity
        );
        let is_partial = limit.is_none_or(|limit| limit.is_partial);
        ensure!(
            is_partial || legs.sold.spent() == alpha,
            Error::<T>::SlippageTooHigh
        );
        Self::ensure_worth_moving(legs.sold.paid_out)?;
        Ok(legs)
    }

    fn ensure_worth_moving(tao: TaoBalance) -> DispatchResult {
        ensure!(tao > T::InitialMinStake::get(), Error::<T>::AmountTooLow);
        Ok(())
    }

    /// Quotes a move without a limit: all or nothing. The sale pays the fee, the purchase only
    /// where the sale is on root.
    fn quote_whole_move(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
    ) -> Result<MoveOutcome, DispatchError> {
        let (sale_fee, purchase_fee) = if origin.is_root() {
            (SwapFee::Waived, SwapFee::Charged)
        } else {
            (SwapFee::Charged, SwapFee::Waived)
        };
        let sold = T::Swap::sell(origin, alpha, T::Swap::min_price(), sale_fee)
            .map_err(|_| Error::<T>::InsufficientLiquidity)?;
        ensure!(sold.spent() == alpha, Error::<T>::InsufficientLiquidity);
        Self::ensure_worth_moving(sold.paid_out)?;
        let tao = sold.paid_out;
        let bought = T::Swap::buy(destination, tao, T::Swap::max_price(), purchase_fee)
            .map_err(|_| Error::<T>::InsufficientLiquidity)?;
        Ok(MoveOutcome { sold, bought })
    }

    fn execute_legs(
        from: &Position<'_, T>,
        to: &Position<'_, T>,
        legs: &MoveOutcome,
    ) -> DispatchResult {
        Self::settle_sale(from.coldkey, from.hotkey, from.netuid, &legs.sold)?;
        let account = Subnets::<T>::account_of_subnet(to.netuid);
        Ledger::<T>::transfer_from_subnet(from.netuid, &account, legs.sold.paid_out)?;
        Takes::<T>::become_delegate(to.hotkey, to.coldkey);
        Self::settle_purchase(to.coldkey, to.hotkey, to.netuid, &legs.bought);
        Ok(())
    }
}
