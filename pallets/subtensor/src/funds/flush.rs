//! Root dividends enter the fund (spec 90 §5): an epoch queues them, a flush adds them to what the
//! fund holds and mints shares for the stakers on root. Nothing is sold.

use alloc::vec::Vec;
use subtensor_funds::flush::{self, Batch, Minted, Outcome};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{Holding, holdings::RootStake};
use crate::{
    Config, Event, Funds, Ledger, Neurons, Pallet, Shares, Subnets,
    pallet::{
        BasketDepositedTao, BasketRate, BasketShares, BasketTwr, PendingBasketDeposits,
        RootClaimableThreshold,
    },
};

/// What a flush has done.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Flushed {
    /// Credits that left the queue.
    pub credits: u32,
    /// Whether there are more to take in at once.
    pub is_more: bool,
}

/// What becomes of the credits of a queue.
struct Sorted {
    /// Rows whose alpha is recycled.
    lost: Vec<Holding>,
    /// Rows worth enough to enter the fund, by ascending netuid.
    batch: Vec<Holding>,
}

/// A credit, and what its holding would gain by it; nothing for one that cannot be sold.
struct Gain {
    credit: Holding,
    value: Option<TaoBalance>,
}

impl<T: Config> Funds<T> {
    /// Queues root dividends of a hotkey, after its take. Without a seat on root, or a subnet, they
    /// are recycled.
    pub(crate) fn credit_root_stakers(hotkey: &T::AccountId, netuid: NetUid, amount: AlphaBalance) {
        if amount.is_zero() {
            return;
        }
        if Neurons::<T>::is_registered(NetUid::ROOT, hotkey) && Subnets::<T>::subnet_exists(netuid)
        {
            PendingBasketDeposits::<T>::mutate(hotkey, netuid, |queued| {
                queued.saturating_accrue(amount)
            });
        } else {
            Ledger::<T>::recycle_subnet_alpha(netuid, amount);
        }
    }

    /// Lets the fund of a hotkey take in all that is queued for it.
    pub(crate) fn flush(hotkey: &T::AccountId) -> Flushed {
        let is_on_root = Neurons::<T>::is_registered(NetUid::ROOT, hotkey);
        Self::flush_some(hotkey, is_on_root, usize::MAX)
    }

    /// The same of at most so many credits.
    pub(super) fn flush_some(hotkey: &T::AccountId, is_on_root: bool, max: usize) -> Flushed {
        let mut queue: Vec<Holding> = PendingBasketDeposits::<T>::iter_prefix(hotkey)
            .map(|(netuid, alpha)| Holding::new(netuid, alpha))
            .collect();
        if queue.is_empty() {
            return Flushed::default();
        }
        queue.sort_unstable_by_key(|credit| credit.netuid);
        let root = Self::root_stake(hotkey);
        let shares = BasketShares::<T>::get(hotkey);
        let is_kept = flush::is_kept(is_on_root, root.of_stakers, root.of_fund, shares);
        let Sorted {
            mut lost,
            mut batch,
        } = Self::sort_queue(queue, is_kept);
        let count = lost.len().saturating_add(batch.len());
        lost.truncate(max);
        batch.truncate(max.saturating_sub(lost.len()));
        for credit in &lost {
            PendingBasketDeposits::<T>::remove(hotkey, credit.netuid);
            Ledger::<T>::recycle_subnet_alpha(credit.netuid, credit.alpha);
        }
        let taken = Self::take_in(hotkey, &root, shares, batch);
        let moved = lost.len().saturating_add(taken.unwrap_or_default());
        Flushed {
            credits: moved as u32,
            is_more: taken.is_some() && moved < count,
        }
    }

    /// Credits that are worth less than the threshold of claims stay in the queue.
    fn sort_queue(queue: Vec<Holding>, is_kept: bool) -> Sorted {
        let (stay, lost): (Vec<_>, Vec<_>) = queue
            .into_iter()
            .partition(|credit| is_kept && Subnets::<T>::subnet_exists(credit.netuid));
        let min = Self::claim_threshold();
        let batch = stay
            .into_iter()
            .filter(|credit| credit.spot_value::<T>() >= min)
            .collect();
        Sorted { lost, batch }
    }

    /// Least TAO that a claim brings, rao.
    pub fn claim_threshold() -> TaoBalance {
        TaoBalance::new(RootClaimableThreshold::<T>::get(NetUid::ROOT).to_u64())
    }

    /// Adds credits to what the fund holds. Returns how many; none if they are worth no share and
    /// stay in the queue.
    fn take_in(
        hotkey: &T::AccountId,
        root: &RootStake,
        shares: u64,
        batch: Vec<Holding>,
    ) -> Option<usize> {
        if batch.is_empty() {
            return Some(0);
        }
        let nav = Self::nav(hotkey);
        let gains: Vec<Gain> = batch
            .into_iter()
            .map(|credit| Self::gain_of(hotkey, credit))
            .collect();
        let added: TaoBalance = gains.iter().filter_map(|gain| gain.value).sum();
        let outcome = Batch {
            added: added.to_u64(),
            stake: root.of_stakers,
            own_stake: root.of_fund,
            nav: nav.to_u64(),
            shares,
        }
        .settle();
        let minted = match outcome {
            Outcome::Undo => return None,
            Outcome::Kept => None,
            Outcome::Minted(minted) => Some(minted),
        };
        let count = gains.len();
        for gain in gains {
            Self::move_credit(hotkey, gain);
        }
        if let Some(minted) = &minted {
            Self::mint_for_stakers(hotkey, minted);
        }
        Self::note_deposit(hotkey, added);
        Pallet::<T>::deposit_event(Event::BasketDeposited {
            hotkey: hotkey.clone(),
            tao: added,
            shares: minted.map_or(0, |minted| minted.shares),
        });
        Self::stamp(hotkey, nav.saturating_add(added));
        Some(count)
    }

    /// By how much what a holding would bring grows with a credit, but no more than the fast
    /// average of the price says: who lifts a price for a moment must not mint shares by it. A pool
    /// that gives nothing for the one or the other takes no credit.
    fn gain_of(hotkey: &T::AccountId, credit: Holding) -> Gain {
        let before = Holding::new(credit.netuid, Self::held(hotkey, credit.netuid));
        let after = Holding::new(credit.netuid, before.alpha.saturating_add(credit.alpha));
        let (had, has) = (before.sale_value::<T>(), after.sale_value::<T>());
        let is_garbage = has.is_zero() || (had.is_zero() && !before.alpha.is_zero());
        Gain {
            credit,
            value: (!is_garbage).then(|| credit.anchored_value::<T>(has.saturating_sub(had))),
        }
    }

    fn move_credit(hotkey: &T::AccountId, gain: Gain) {
        let Holding { netuid, alpha } = gain.credit;
        PendingBasketDeposits::<T>::remove(hotkey, netuid);
        match gain.value {
            Some(_) => Shares::<T>::increase_stake(hotkey, &Self::escrow(), netuid, alpha),
            None => Ledger::<T>::recycle_subnet_alpha(netuid, alpha),
        }
    }

    fn mint_for_stakers(hotkey: &T::AccountId, minted: &Minted) {
        if minted.starts_new_life {
            Self::retire(hotkey);
        }
        BasketShares::<T>::mutate(hotkey, |shares| {
            *shares = shares.saturating_add(minted.shares)
        });
        BasketRate::<T>::mutate(hotkey, |rate| *rate = rate.saturating_add(minted.increment));
        BasketTwr::<T>::mutate(hotkey, |twr| *twr = twr.saturating_mul(minted.growth));
    }

    /// Counts what has entered the fund.
    pub(super) fn note_deposit(hotkey: &T::AccountId, value: TaoBalance) {
        BasketDepositedTao::<T>::mutate(hotkey, |tao| tao.saturating_accrue(value));
    }

    /// Credits that wait for the fund of a hotkey.
    pub(super) fn count_queued(hotkey: &T::AccountId) -> u32 {
        PendingBasketDeposits::<T>::iter_key_prefix(hotkey).count() as u32
    }

    /// A hotkey has lost its seat on root: its fund takes in what it can, what is left is recycled.
    /// What the fund holds stays, and so do the shares.
    pub(super) fn leave_root(hotkey: &T::AccountId) {
        Self::flush_some(hotkey, true, usize::MAX);
        for (netuid, alpha) in PendingBasketDeposits::<T>::drain_prefix(hotkey) {
            Ledger::<T>::recycle_subnet_alpha(netuid, alpha);
        }
    }

    /// Recycles what is queued on a subnet that stops. Only hotkeys with a seat on root have a
    /// queue.
    pub(super) fn forget_credits_on(netuid: NetUid) {
        for hotkey in Neurons::<T>::hotkeys(NetUid::ROOT) {
            let alpha = PendingBasketDeposits::<T>::take(&hotkey, netuid);
            Ledger::<T>::recycle_subnet_alpha(netuid, alpha);
        }
    }

    /// Alpha of a subnet that is queued for funds, rao.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn queued_on(netuid: NetUid) -> AlphaBalance {
        PendingBasketDeposits::<T>::iter()
            .filter(|(_, queued_on, _)| *queued_on == netuid)
            .map(|(_, _, alpha)| alpha)
            .sum()
    }
}
