//! Payout of an epoch (spec 10 §13). The epoch decides proportions, the pots decide amounts, and
//! what rounding leaves of a pot goes to the subnet owner, or is recycled where there is none:
//! everything drained is paid, recycled or withheld from the owner's own miners.

mod dividends;
mod staged;
mod swap;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::marker::PhantomData;
use subtensor_fixed::U96F32;
use subtensor_primitives::{AlphaBalance, NetUid};

use self::{
    dividends::{DividendParts, Split},
    staged::Row,
};
use super::Pots;
use crate::{
    AutoStake, Collateral, Config, Event, Funds, Hotkeys, Leases, Ledger, Locks, Pallet,
    RecycleOrBurnEnum, Shares, Subnets, Takes,
    consensus::Earned,
    pallet::{
        AlphaDividendsPerSubnet, MinerBurned, OwnerCutAutoLockEnabled, RecycleOrBurn,
        RootAlphaDividendsPerSubnet,
    },
};

fn sum(parts: &[AlphaBalance]) -> AlphaBalance {
    parts.iter().copied().sum()
}

/// Pays what an epoch decided.
pub struct Payout<T>(PhantomData<T>);

impl<T: Config> Payout<T> {
    /// Divides what was in the pots of a subnet by what its epoch says. Owner and miners are paid
    /// at once, dividends are queued. Returns how many hotkeys have a part in them.
    ///
    /// Miners get their pot, whatever the sum of the incentives that divide it. Without miners it
    /// is the validators'.
    pub(crate) fn pay_epoch(netuid: NetUid, pots: Pots, earned: &[Earned<T::AccountId>]) -> u32 {
        let incentives: Vec<u128> = earned
            .iter()
            .map(|earned| earned.incentive.to_u64().into())
            .collect();
        let has_miners = incentives.iter().any(|incentive| *incentive > 0);
        let (miner_pot, validator_pot) = if has_miners {
            (pots.server, pots.validator)
        } else {
            (
                AlphaBalance::ZERO,
                pots.validator.saturating_add(pots.server),
            )
        };
        let dividends = DividendParts::<T>::gather(netuid, earned);

        let (miner_parts, miner_rest) = Self::divide_pot(netuid, miner_pot, &incentives);
        let (alpha_parts, alpha_rest) =
            Self::divide_dividends(netuid, validator_pot, &dividends, |split| split.alpha);
        let (root_parts, root_rest) =
            Self::divide_dividends(netuid, pots.root, &dividends, |split| split.root);
        let rounding = sum(&[miner_rest, alpha_rest, root_rest]);

        Self::pay_owner(netuid, pots.owner.saturating_add(rounding));
        Self::pay_miners(netuid, earned, &miner_parts);
        let count = dividends.of.len() as u32;
        let rows: Vec<Row<T>> = dividends
            .of
            .into_iter()
            .zip(alpha_parts.into_iter().zip(root_parts))
            .map(|((hotkey, _), (alpha, root))| (hotkey, alpha, root))
            .filter(|(_, alpha, root)| !alpha.is_zero() || !root.is_zero())
            .collect();
        Self::queue_payout(netuid, &rows);
        count
    }

    /// Divides a pot by weights; returns the parts and what rounding left. A pot that nobody has
    /// earned is recycled.
    fn divide_pot(
        netuid: NetUid,
        pot: AlphaBalance,
        weights: &[u128],
    ) -> (Vec<AlphaBalance>, AlphaBalance) {
        let (parts, rest) = subtensor_emission::divide_pot(pot.to_u64(), weights);
        let is_earned = parts.iter().any(|part| *part > 0);
        let rest = AlphaBalance::new(rest);
        if !is_earned {
            Ledger::<T>::recycle_subnet_alpha(netuid, rest);
        }
        let parts = parts.into_iter().map(AlphaBalance::new).collect();
        (parts, if is_earned { rest } else { AlphaBalance::ZERO })
    }

    /// Like [`Self::divide_pot`], by dividends of one kind. The part that is burned is recycled.
    fn divide_dividends(
        netuid: NetUid,
        pot: AlphaBalance,
        dividends: &DividendParts<T>,
        kind: fn(&Split) -> u128,
    ) -> (Vec<AlphaBalance>, AlphaBalance) {
        let mut weights: Vec<u128> = dividends.of.iter().map(|(_, split)| kind(split)).collect();
        weights.push(kind(&dividends.burned));
        let (mut parts, rest) = Self::divide_pot(netuid, pot, &weights);
        Ledger::<T>::recycle_subnet_alpha(netuid, parts.pop().unwrap_or_default());
        (parts, rest)
    }

    /// The owner's part, as stake on the owner hotkey; recycled if the subnet has no owner. What of
    /// it a lease divides among its contributors is not locked.
    fn pay_owner(netuid: NetUid, amount: AlphaBalance) {
        if let Some((coldkey, hotkey)) = Subnets::<T>::owner_keys(netuid) {
            Shares::<T>::increase_stake(&hotkey, &coldkey, netuid, amount);
            let kept = Leases::<T>::share_owner_cut(netuid, &coldkey, amount);
            if OwnerCutAutoLockEnabled::<T>::get(netuid) {
                Locks::<T>::lock_owner_cut(netuid, &coldkey, &hotkey, kept);
            }
        } else {
            Ledger::<T>::recycle_subnet_alpha(netuid, amount);
        }
    }

    /// Miners get stake, on the hotkey their owner named if any; what their collateral lacks stays
    /// on their own. What the subnet owner's own keys earn is withheld.
    fn pay_miners(netuid: NetUid, earned: &[Earned<T::AccountId>], parts: &[AlphaBalance]) {
        let subnet_owner = Subnets::<T>::owner(netuid);
        let owner_hotkey = Subnets::<T>::owner_hotkey(netuid);
        let has_collateral = Collateral::<T>::is_anywhere_on(netuid);
        let mut withheld = AlphaBalance::ZERO;
        for (Earned { hotkey, .. }, amount) in earned
            .iter()
            .zip(parts)
            .filter(|(_, amount)| !amount.is_zero())
        {
            let owner = Hotkeys::<T>::owner_of(hotkey);
            if owner == subnet_owner || owner_hotkey.as_ref() == Some(hotkey) {
                withheld = withheld.saturating_add(*amount);
                continue;
            }
            let captured = if has_collateral {
                Collateral::<T>::settle(netuid, hotkey, &owner, *amount, *amount)
            } else {
                AlphaBalance::ZERO
            };
            Shares::<T>::increase_stake(hotkey, &owner, netuid, captured);
            let rest = amount.saturating_sub(captured);
            if rest.is_zero() {
                continue;
            }
            let destination = AutoStake::<T>::destination(&owner, netuid);
            if let Some(destination) = &destination {
                Pallet::<T>::deposit_event(Event::AutoStakeAdded {
                    netuid,
                    destination: destination.clone(),
                    hotkey: hotkey.clone(),
                    owner: owner.clone(),
                    incentive: rest,
                });
            }
            Shares::<T>::increase_stake(
                destination.as_ref().unwrap_or(hotkey),
                &owner,
                netuid,
                rest,
            );
        }
        match RecycleOrBurn::<T>::get(netuid) {
            RecycleOrBurnEnum::Recycle => Ledger::<T>::recycle_subnet_alpha(netuid, withheld),
            RecycleOrBurnEnum::Burn => Ledger::<T>::burn_subnet_alpha(netuid, withheld),
        }
        let burned =
            U96F32::from_num(withheld.to_u64()).safe_div(U96F32::from_num(sum(parts).to_u64()));
        MinerBurned::<T>::insert(netuid, burned);
    }

    /// A validator takes its part, the rest belongs to everybody who staked on it.
    fn pay_validator(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        has_collateral: bool,
    ) {
        if amount.is_zero() {
            return;
        }
        let owner = Hotkeys::<T>::owner_of(hotkey);
        let rest = Self::pay_take(hotkey, &owner, netuid, amount);
        if has_collateral {
            // What becomes collateral is of the take, which is staked there already.
            Collateral::<T>::settle(netuid, hotkey, &owner, amount, amount.saturating_sub(rest));
        }
        Shares::<T>::increase_stake_for_hotkey(hotkey, netuid, rest);
        // A hotkey that took the place of another may be paid twice.
        AlphaDividendsPerSubnet::<T>::mutate(netuid, hotkey, |sum: &mut AlphaBalance| {
            sum.saturating_accrue(rest)
        });
        Shares::<T>::note_epoch(hotkey, netuid);
    }

    /// The same of what root stake has earned, which waits for the fund of the hotkey.
    fn pay_root(hotkey: &T::AccountId, netuid: NetUid, amount: AlphaBalance) {
        if amount.is_zero() {
            return;
        }
        let owner = Hotkeys::<T>::owner_of(hotkey);
        let rest = Self::pay_take(hotkey, &owner, netuid, amount);
        Funds::<T>::credit_root_stakers(hotkey, netuid, rest);
        RootAlphaDividendsPerSubnet::<T>::mutate(netuid, hotkey, |sum: &mut AlphaBalance| {
            sum.saturating_accrue(rest)
        });
    }

    /// Stakes the delegate take of a dividend for the hotkey's owner and returns the rest.
    fn pay_take(
        hotkey: &T::AccountId,
        owner: &T::AccountId,
        netuid: NetUid,
        dividend: AlphaBalance,
    ) -> AlphaBalance {
        let take = U96F32::from_ratio(
            Takes::<T>::take_of(hotkey).deconstruct().into(),
            u16::MAX.into(),
        )
        .saturating_mul(U96F32::from_num(dividend.to_u64()))
        .to_u64();
        let take = AlphaBalance::new(take).min(dividend);
        Shares::<T>::increase_stake(hotkey, owner, netuid, take);
        dividend.saturating_sub(take)
    }
}
