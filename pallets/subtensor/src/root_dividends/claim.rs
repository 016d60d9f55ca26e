//! Claims (spec 10 §14.4): the alpha owed is sold on its subnet and the TAO staked on root, on the
//! same hotkey. A subnet on which that is not possible, or not worth it, keeps its claim for later.

use frame_support::{
    dispatch::DispatchResultWithPostInfo, ensure, storage::with_storage_layer, weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{
    Config, Error, Event, Ledger, Pallet, RootDividends, Shares, Subnets, WeightInfo,
    pallet::{
        RootAlphaUnclaimed, RootClaimNext, RootClaimable, RootClaimableThreshold, SubnetRootSellTao,
    },
};

/// Most pairs of hotkey and subnet that one claim looks at.
pub(crate) const MAX_CLAIM_ROWS: u32 = 256;
/// Highest threshold, rao.
const MAX_THRESHOLD: u64 = 10_000_000;

/// What a claim, or a part of one, has done.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Claimed {
    /// Pairs of hotkey and subnet that were looked at.
    pub rows: u32,
    /// Sales.
    pub swaps: u32,
    /// TAO staked on root.
    pub tao: TaoBalance,
    /// Where to go on, if there were more sales to make than allowed.
    pub next: Option<NetUid>,
}

impl Claimed {
    pub(super) fn weight<T: Config>(&self) -> Weight {
        T::WeightInfo::claim_root(self.rows, self.swaps)
    }
}

impl<T: Config> RootDividends<T> {
    /// Claims what a coldkey is owed by its hotkeys on root, as many of them as a call may look at:
    /// others may have given it stake on so many that it is not all of them. The next call goes on
    /// from there.
    pub(crate) fn do_claim_root(coldkey: &T::AccountId) -> DispatchResultWithPostInfo {
        let mut hotkeys = Shares::<T>::positions(NetUid::ROOT, coldkey);
        let count = hotkeys.len();
        let place = |number: usize| number.checked_rem(count).unwrap_or_default();
        let first = place(RootClaimNext::<T>::get(coldkey) as usize);
        hotkeys.rotate_left(first);
        let mut sum = Claimed::default();
        let mut seen = 0usize;
        for hotkey in &hotkeys {
            // Looking at a hotkey is work even where it has nothing to claim.
            let rows = (RootClaimable::<T>::get(hotkey).len() as u32).max(1);
            let rows = sum.rows.saturating_add(rows);
            if seen > 0 && rows > MAX_CLAIM_ROWS {
                break;
            }
            let claimed = Self::claim_on(hotkey, coldkey, NetUid::ROOT, u32::MAX);
            seen = seen.saturating_add(1);
            sum.rows = rows;
            sum.swaps = sum.swaps.saturating_add(claimed.swaps);
            sum.tao = sum.tao.saturating_add(claimed.tao);
        }
        if seen < count {
            RootClaimNext::<T>::insert(coldkey, place(first.saturating_add(seen)) as u32);
        } else {
            RootClaimNext::<T>::remove(coldkey);
        }
        Self::note_claim(coldkey, sum.tao);
        Ok(Some(sum.weight::<T>()).into())
    }

    /// Claims what a coldkey is owed by one hotkey.
    pub(crate) fn do_claim_root_with_hotkey(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        let claimed = Self::claim_on(hotkey, coldkey, NetUid::ROOT, u32::MAX);
        Self::note_claim(coldkey, claimed.tao);
        Ok(Some(claimed.weight::<T>()).into())
    }

    /// Sets the least TAO that a claim on one subnet must bring, rao; only the entry of root is in
    /// force.
    pub(crate) fn do_set_root_claim_threshold(netuid: NetUid, min: u64) -> DispatchResult {
        ensure!(
            netuid.is_root() && min <= MAX_THRESHOLD,
            Error::<T>::InvalidRootClaimThreshold
        );
        RootClaimableThreshold::<T>::insert(netuid, I96F32::from_u64(min));
        Ok(())
    }

    /// Claims on the subnets from `first` on, with at most `most` sales; all of the TAO is staked
    /// together.
    pub(super) fn claim_on(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        first: NetUid,
        max: u32,
    ) -> Claimed {
        let mut claimed = Claimed::default();
        if Shares::<T>::stake_of(hotkey, coldkey, NetUid::ROOT).is_zero() {
            return claimed;
        }
        let min = RootClaimableThreshold::<T>::get(NetUid::ROOT).to_u64();
        let mut owed = Self::owed_on_root(hotkey, coldkey);
        claimed.rows = owed.len() as u32;
        for row in owed.iter_mut().filter(|row| row.netuid >= first) {
            if claimed.swaps >= max {
                claimed.next = Some(row.netuid);
                break;
            }
            let Ok((alpha, tao)) = Self::sell_dividend(row.netuid, row.amount, min.into()) else {
                continue;
            };
            row.amount = row.amount.saturating_sub(alpha);
            claimed.swaps = claimed.swaps.saturating_add(1);
            claimed.tao = claimed.tao.saturating_add(tao);
        }
        if claimed.swaps > 0 {
            Self::add_root_stake(hotkey, coldkey, claimed.tao);
            Self::settle_on_root(hotkey, coldkey, owed);
        }
        claimed
    }

    /// Sells up to `amount` of unclaimed alpha without a fee, and moves the TAO to the account of
    /// root. Returns what was sold and what it brought.
    ///
    /// Errors: the subnet does not trade, or the sale would bring less than `least`; nothing has
    /// been changed.
    fn sell_dividend(
        netuid: NetUid,
        amount: AlphaBalance,
        min: TaoBalance,
    ) -> Result<(AlphaBalance, TaoBalance), DispatchError> {
        ensure!(!amount.is_zero(), Error::<T>::AmountTooLow);
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        let amount = amount.min(RootAlphaUnclaimed::<T>::get(netuid));
        let sale = T::Swap::sell(netuid, amount, T::Swap::min_price(), SwapFee::Waived)?;
        ensure!(
            sale.paid_out >= min.max(TaoBalance::new(1)),
            Error::<T>::AmountTooLow
        );
        with_storage_layer(|| {
            let root = Subnets::<T>::account_of_subnet(NetUid::ROOT);
            Ledger::<T>::transfer_from_subnet(netuid, &root, sale.paid_out)?;
            Ledger::<T>::apply_sell(netuid, &sale);
            Self::take_unclaimed(netuid, sale.paid_in);
            SubnetRootSellTao::<T>::mutate(netuid, |tao| tao.saturating_accrue(sale.paid_out));
            Ok((sale.paid_in, sale.paid_out))
        })
    }

    /// Stakes TAO that is on the account of root; the caller settles dividends.
    fn add_root_stake(hotkey: &T::AccountId, coldkey: &T::AccountId, tao: TaoBalance) {
        let stake = Ledger::<T>::stake_on_root(tao);
        Shares::<T>::add_to_position(hotkey, coldkey, NetUid::ROOT, stake);
    }

    /// Says that a coldkey has claimed, if it got anything.
    pub(super) fn note_claim(coldkey: &T::AccountId, tao: TaoBalance) {
        if !tao.is_zero() {
            Pallet::<T>::deposit_event(Event::RootClaimed {
                coldkey: coldkey.clone(),
            });
        }
    }

    /// Starts the count of a block's sales anew. At most one row per subnet is there.
    pub(crate) fn forget_root_sales() {
        SubnetRootSellTao::<T>::drain().for_each(drop);
    }
}
