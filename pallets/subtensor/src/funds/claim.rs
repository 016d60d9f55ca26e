//! Claims (spec 90 §8): all shares that a coldkey has of a fund become root stake. A part of every
//! holding is sold for them; what is too little to be worth a sale stays with the other holders.

use alloc::vec::Vec;
use frame_support::{
    dispatch::DispatchResultWithPostInfo,
    ensure,
    storage::{TransactionOutcome, with_storage_layer, with_transaction},
};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::I96F32;
use subtensor_funds::{
    claim::{Consolidation, DustLimits, Part, Plan, Row},
    price::payout,
};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::{
    Holding,
    weights::{MAX_CLAIM_CREDITS, MAX_CLAIM_UNITS, MAX_HOTKEY_CLAIM_UNITS},
};
use crate::{
    Config, Error, Event, Funds, Ledger, Pallet, Shares, Subnets,
    pallet::{
        BasketClaimForfeitCapTao, BasketClaimRowDustBps, BasketClaimRowDustCapTao,
        BasketClaimSliceDustTao, BasketRedeemedTao, BasketShares, RootClaimableThreshold,
        SubnetRootSellTao,
    },
};

/// Highest threshold, rao.
const MAX_THRESHOLD: u64 = 10_000_000;

/// What a claim does with one fund.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Claim {
    /// Raw shares that the coldkey has of it.
    pub owed_shares: u64,
    /// What they are worth of all holdings, rao.
    pub accrued_tao: TaoBalance,
    /// What is paid for them, rao; nothing below the threshold.
    pub redeemable_tao: TaoBalance,
    /// What of their worth stays in holdings that are dust, rao.
    pub forfeited: TaoBalance,
    /// Holdings, after small ones were consolidated.
    pub rows: u32,
    /// Holdings of which a part is taken, cash included.
    pub rows_to_sell: u32,
    /// Holdings that are dust.
    pub dust_rows: u32,
    /// Holdings that were consolidated.
    pub swept: u32,
    /// Credits that entered the fund first.
    pub flushed_credits: u32,
}

/// What the claims of a call have done, for its weight and its fee.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct ClaimWork {
    /// Hotkeys that were looked at to see whether there is something to claim.
    pub classified: u32,
    /// Funds that were claimed on.
    pub hotkeys: u32,
    /// Holdings of them.
    pub rows: u32,
    /// Credits that waited for them.
    pub credits: u32,
    /// Holdings that were sold or written off, or of which a part was taken.
    pub sold: u32,
    /// Other holdings that were valued.
    pub scanned: u32,
    /// What was paid, rao.
    pub tao: TaoBalance,
}

impl ClaimWork {
    fn add(&mut self, claim: &Claim) {
        let sold = if claim.redeemable_tao.is_zero() {
            0
        } else {
            claim.rows_to_sell
        };
        self.sold = self.sold.saturating_add(claim.swept).saturating_add(sold);
        let left = claim.rows.saturating_sub(sold);
        self.scanned = self.scanned.saturating_add(left);
        self.tao = self.tao.saturating_add(claim.redeemable_tao);
    }
}

impl<T: Config> Funds<T> {
    /// Claims what a coldkey has of the funds of all hotkeys that it stakes on.
    pub(crate) fn do_claim_root(coldkey: &T::AccountId) -> DispatchResultWithPostInfo {
        let listed = Shares::<T>::staking_hotkeys(coldkey);
        let classified = listed.len() as u32;
        ensure!(classified <= MAX_CLAIM_UNITS, Error::<T>::RootClaimTooHeavy);
        let mut work = ClaimWork {
            classified,
            ..Default::default()
        };
        let selected: Vec<T::AccountId> = listed
            .into_iter()
            .filter(|hotkey| Self::may_have_shares(hotkey, coldkey))
            .collect();
        work.hotkeys = selected.len() as u32;
        for hotkey in &selected {
            work.rows = work.rows.saturating_add(Self::count_rows(hotkey));
            work.credits = work.credits.saturating_add(Self::count_queued(hotkey));
        }
        ensure!(
            work.hotkeys.saturating_add(work.rows) <= MAX_CLAIM_UNITS
                && work.credits <= MAX_CLAIM_CREDITS,
            Error::<T>::RootClaimTooHeavy
        );
        for hotkey in &selected {
            work.add(&Self::claim(hotkey, coldkey)?);
        }
        Ok(Some(Self::end_claims(coldkey, &work)).into())
    }

    fn may_have_shares(hotkey: &T::AccountId, coldkey: &T::AccountId) -> bool {
        !Shares::<T>::stake_of(hotkey, coldkey, NetUid::ROOT).is_zero()
            || Self::is_granted(hotkey, coldkey)
    }

    /// Claims what a coldkey has of the fund of one hotkey.
    pub(crate) fn do_claim_root_with_hotkey(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        let mut work = ClaimWork {
            hotkeys: 1,
            rows: Self::count_rows(hotkey),
            credits: Self::count_queued(hotkey),
            ..Default::default()
        };
        ensure!(
            work.rows < MAX_HOTKEY_CLAIM_UNITS,
            Error::<T>::RootClaimTooHeavy
        );
        work.add(&Self::claim(hotkey, coldkey)?);
        Ok(Some(Self::end_claims(coldkey, &work)).into())
    }

    /// Sets the least TAO that a claim must bring, rao; only the entry of root is in force.
    pub(crate) fn do_set_root_claim_threshold(netuid: NetUid, min: u64) -> DispatchResult {
        ensure!(
            netuid.is_root() && min <= MAX_THRESHOLD,
            Error::<T>::InvalidRootClaimThreshold
        );
        RootClaimableThreshold::<T>::insert(netuid, I96F32::from_u64(min));
        Ok(())
    }

    /// Sets which holdings claims leave out as dust.
    pub fn set_claim_dust(row_cap: u64, row_bps: u16, slice: u64, forfeit_cap: u64) {
        BasketClaimRowDustCapTao::<T>::put(row_cap);
        BasketClaimRowDustBps::<T>::put(row_bps);
        BasketClaimSliceDustTao::<T>::put(slice);
        BasketClaimForfeitCapTao::<T>::put(forfeit_cap);
    }

    /// What a claim would do now, if the coldkey has shares.
    pub fn preview_claim(hotkey: &T::AccountId, coldkey: &T::AccountId) -> Option<Claim> {
        let claimed =
            with_transaction(|| TransactionOutcome::Rollback(Self::claim(hotkey, coldkey)));
        claimed.ok().filter(|claim| claim.owed_shares > 0)
    }

    /// Claims on one fund. Without shares, or below the threshold, nothing is paid.
    ///
    /// Errors: those of a sale that the pool has promised.
    fn claim(hotkey: &T::AccountId, coldkey: &T::AccountId) -> Result<Claim, DispatchError> {
        let flushed = Self::flush(hotkey);
        let owed = Self::owed(hotkey, coldkey);
        let mut claim = Claim {
            owed_shares: owed,
            flushed_credits: flushed.credits,
            ..Default::default()
        };
        if owed == 0 {
            return Ok(claim);
        }
        let min = Self::claim_threshold().to_u64();
        claim.swept = Self::consolidate(hotkey, min);
        let shares = Self::shares(hotkey);
        let holdings = Self::holdings(hotkey);
        let rows: Vec<Row> = holdings.iter().map(Holding::row::<T>).collect();
        let worth = rows
            .iter()
            .fold(0u64, |sum, row| sum.saturating_add(row.value));
        let plan = Plan::new(owed, shares, &rows, &Self::dust_limits());
        let is_taken = |part: &&Part| matches!(part, Part::Take(_));
        claim.accrued_tao = payout(owed, worth, shares).into();
        claim.forfeited = plan.forfeited.into();
        claim.rows = rows.len() as u32;
        claim.rows_to_sell = plan.parts.iter().filter(is_taken).count() as u32;
        claim.dust_rows = plan.dust_rows;
        if plan.is_worth(min) {
            claim.redeemable_tao = Self::redeem(hotkey, coldkey, &holdings, &plan)?;
        }
        if !claim.redeemable_tao.is_zero() {
            Self::retire_shares(hotkey, coldkey, &claim);
        }
        Ok(claim)
    }

    fn dust_limits() -> DustLimits {
        DustLimits {
            row_cap: BasketClaimRowDustCapTao::<T>::get(),
            row_bps: BasketClaimRowDustBps::<T>::get(),
            slice: BasketClaimSliceDustTao::<T>::get(),
            forfeit_cap: BasketClaimForfeitCapTao::<T>::get(),
        }
    }

    /// Turns holdings that bring less than the threshold into cash, and writes off those that bring
    /// nothing and are worth less. One with which that fails stays. Returns how many are gone.
    fn consolidate(hotkey: &T::AccountId, min: u64) -> u32 {
        let mut gone = 0u32;
        for holding in Self::holdings(hotkey) {
            let spot = holding.spot_value::<T>().to_u64();
            let done = match holding.row::<T>().consolidation(spot, min) {
                Consolidation::Keep => continue,
                Consolidation::Sell => with_storage_layer(|| Self::convert(hotkey, &holding)),
                Consolidation::WriteOff => with_storage_layer(|| Self::write_off(hotkey, &holding)),
            };
            match done {
                Ok(()) => gone = gone.saturating_add(1),
                Err(error) => log::debug!(
                    target: "funds",
                    "a small holding on subnet {} stays: {error:?}", holding.netuid
                ),
            }
        }
        gone
    }

    fn convert(hotkey: &T::AccountId, holding: &Holding) -> DispatchResult {
        let tao = Self::sell_holding(hotkey, holding.netuid, holding.alpha)?;
        ensure!(!tao.is_zero(), Error::<T>::InsufficientLiquidity);
        Self::add_cash(hotkey, tao);
        Pallet::<T>::deposit_event(Event::BasketHoldingConverted {
            hotkey: hotkey.clone(),
            netuid: holding.netuid,
            tao,
        });
        Ok(())
    }

    /// Gives a fund TAO that the account of root has received.
    pub(crate) fn add_cash(hotkey: &T::AccountId, tao: TaoBalance) {
        let cash = Ledger::<T>::stake_on_root(tao);
        Shares::<T>::increase_stake(hotkey, &Self::escrow(), NetUid::ROOT, cash);
    }

    fn write_off(hotkey: &T::AccountId, holding: &Holding) -> DispatchResult {
        let Holding { netuid, alpha } = *holding;
        Shares::<T>::decrease_stake(hotkey, &Self::escrow(), netuid, alpha)?;
        Ledger::<T>::recycle_subnet_alpha(netuid, alpha);
        Pallet::<T>::deposit_event(Event::BasketAlphaWrittenOff {
            hotkey: hotkey.clone(),
            netuid,
            alpha,
        });
        Ok(())
    }

    /// Sells of what a fund holds without a fee, and moves the TAO to the account of root; the
    /// caller says whose it is. Returns the TAO; 0 if the pool gives nothing for so little.
    fn sell_holding(
        hotkey: &T::AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> Result<TaoBalance, DispatchError> {
        let sale = T::Swap::sell_in_pieces(netuid, alpha, SwapFee::Waived);
        if sale.paid_out.is_zero() || !Shares::<T>::is_stake_precise(hotkey, netuid, sale.paid_in) {
            return Ok(TaoBalance::ZERO);
        }
        Shares::<T>::decrease_stake(hotkey, &Self::escrow(), netuid, sale.paid_in)?;
        let root = Subnets::<T>::account_of_subnet(NetUid::ROOT);
        Ledger::<T>::transfer_from_subnet(netuid, &root, sale.paid_out)?;
        Ledger::<T>::apply_sell(netuid, &sale);
        SubnetRootSellTao::<T>::mutate(netuid, |tao| tao.saturating_accrue(sale.paid_out));
        Ok(sale.paid_out)
    }

    /// Takes the claimant's part of every holding and stakes what it brings on root. Returns the
    /// stake of the claimant; if there is none, nothing has changed.
    fn redeem(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        holdings: &[Holding],
        plan: &Plan,
    ) -> Result<TaoBalance, DispatchError> {
        with_transaction(|| match Self::take_parts(hotkey, coldkey, holdings, plan) {
            Ok(paid) if !paid.is_zero() => TransactionOutcome::Commit(Ok(paid)),
            nothing => TransactionOutcome::Rollback(nothing),
        })
    }

    fn take_parts(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        holdings: &[Holding],
        plan: &Plan,
    ) -> Result<TaoBalance, DispatchError> {
        let (mut paid, mut surplus) = (0u64, 0u64);
        for (holding, part) in holdings.iter().zip(&plan.parts) {
            let Part::Take(take) = part else { continue };
            let alpha = AlphaBalance::new(take.amount);
            let realized = if holding.netuid.is_root() {
                Shares::<T>::decrease_stake(hotkey, &Self::escrow(), NetUid::ROOT, alpha)?;
                take.amount
            } else {
                let tao = Self::sell_holding(hotkey, holding.netuid, alpha)?;
                Ledger::<T>::stake_on_root(tao).to_u64()
            };
            let settled = take.settle(realized);
            paid = paid.saturating_add(settled.paid);
            surplus = surplus.saturating_add(settled.surplus);
        }
        Shares::<T>::increase_flushed_stake(hotkey, coldkey, NetUid::ROOT, paid.into());
        Shares::<T>::increase_stake(hotkey, &Self::escrow(), NetUid::ROOT, surplus.into());
        Ok(paid.into())
    }

    /// The shares that were paid for are gone.
    fn retire_shares(hotkey: &T::AccountId, coldkey: &T::AccountId, claim: &Claim) {
        Self::take_owed(hotkey, coldkey, claim.owed_shares);
        let left = Self::shares(hotkey).saturating_sub(claim.owed_shares);
        if left == 0 {
            BasketShares::<T>::remove(hotkey);
            Self::retire(hotkey);
        } else {
            BasketShares::<T>::insert(hotkey, left);
        }
        let tao = claim.redeemable_tao;
        BasketRedeemedTao::<T>::mutate(hotkey, |redeemed| redeemed.saturating_accrue(tao));
        if claim.dust_rows > 0 {
            Pallet::<T>::deposit_event(Event::BasketClaimDustSkipped {
                hotkey: hotkey.clone(),
                coldkey: coldkey.clone(),
                rows: claim.dust_rows,
                forfeited_tao_est: claim.forfeited,
            });
        }
        Pallet::<T>::deposit_event(Event::BasketClaimed {
            hotkey: hotkey.clone(),
            coldkey: coldkey.clone(),
            tao,
        });
    }

    /// Starts the count of a block's sales anew. At most one row per subnet is there.
    pub(crate) fn forget_root_sales() {
        SubnetRootSellTao::<T>::drain().for_each(drop);
    }
}
