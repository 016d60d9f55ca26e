//! Payout of an epoch (spec 10 §13). The epoch decides proportions, the pots decide amounts, and what rounding leaves
//! of a pot goes to the subnet owner, or is recycled where there is none: everything drained is paid or recycled.

use alloc::vec::Vec;
use subtensor_fixed::U96F32;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::Pots;
use crate::{Config, Event, Pallet, RecycleOrBurnEnum, consensus::Earned, pallet::*};

/// The last epoch wrote at most one row per uid.
const MAX_DIVIDEND_ROWS: u32 = 4_096;

/// Divides a pot by weights, rounding down; the parts are in the order of the weights. All zero if the weights are.
fn split_by(pot: AlphaBalance, weights: &[u64]) -> Vec<AlphaBalance> {
    let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    weights
        .iter()
        .map(|weight| {
            let part = u128::from(pot.to_u64())
                .saturating_mul((*weight).into())
                .checked_div(total);
            AlphaBalance::new(part.unwrap_or_default().try_into().unwrap_or(u64::MAX))
        })
        .collect()
}

fn sum(parts: &[AlphaBalance]) -> AlphaBalance {
    parts
        .iter()
        .copied()
        .fold(AlphaBalance::ZERO, AlphaBalance::saturating_add)
}

impl<T: Config> Pallet<T> {
    /// Pays what was in the pots of a subnet by what its epoch says.
    pub(crate) fn pay_epoch(netuid: NetUid, pots: Pots, earned: &[Earned<T>]) {
        let incentives: Vec<u64> = earned
            .iter()
            .map(|(_, incentive, _)| incentive.to_u64())
            .collect();
        let has_miners = incentives.iter().any(|incentive| *incentive > 0);
        let validator_pot = if has_miners {
            pots.validator
        } else {
            pots.validator.saturating_add(pots.server)
        };
        let miner_pot = if has_miners {
            pots.server
        } else {
            AlphaBalance::ZERO
        };

        let miner_parts = split_by(miner_pot, &incentives);
        let (alpha_weights, root_weights) = Self::dividend_weights(netuid, earned);
        let alpha_parts = split_by(validator_pot, &alpha_weights);
        let root_parts = split_by(pots.root, &root_weights);
        let rounding = Self::settle_unpaid(netuid, miner_pot, &miner_parts)
            .saturating_add(Self::settle_unpaid(netuid, validator_pot, &alpha_parts))
            .saturating_add(Self::settle_unpaid(netuid, pots.root, &root_parts));

        Self::pay_owner(netuid, pots.owner.saturating_add(rounding));
        Self::pay_miners(netuid, earned, &miner_parts);
        Self::pay_validators(netuid, earned, &alpha_parts);
        Self::pay_root(netuid, earned, &root_parts);
    }

    /// What rounding left of a pot, for the owner. A pot that nobody has earned is recycled whole instead.
    fn settle_unpaid(netuid: NetUid, pot: AlphaBalance, parts: &[AlphaBalance]) -> AlphaBalance {
        let paid = sum(parts);
        if paid.is_zero() {
            Self::recycle_subnet_alpha(netuid, pot);
            return AlphaBalance::ZERO;
        }
        pot.saturating_sub(paid)
    }

    /// How much of each dividend is earned by alpha and how much by root stake (spec 10 §13.4).
    fn dividend_weights(netuid: NetUid, earned: &[Earned<T>]) -> (Vec<u64>, Vec<u64>) {
        let tao_weight = U96F32::from_ratio(TaoWeight::<T>::get(), u64::MAX);
        earned
            .iter()
            .map(|(hotkey, _, dividend)| {
                // Most hotkeys are miners.
                if dividend.is_zero() {
                    return (0, 0);
                }
                let alpha = U96F32::from_num(TotalHotkeyAlpha::<T>::get(hotkey, netuid).to_u64());
                let root_stake =
                    U96F32::from_num(TotalHotkeyAlpha::<T>::get(hotkey, NetUid::ROOT).to_u64());
                let root = root_stake.saturating_mul(tao_weight);
                let proportion = root.safe_div(alpha.saturating_add(root));
                let by_root = U96F32::from_num(dividend.to_u64())
                    .saturating_mul(proportion)
                    .to_u64();
                (dividend.to_u64().saturating_sub(by_root), by_root)
            })
            .unzip()
    }

    /// The owner's part, as stake on the owner hotkey; recycled if the subnet has no owner.
    fn pay_owner(netuid: NetUid, amount: AlphaBalance) {
        let owned =
            SubnetOwner::<T>::contains_key(netuid) && SubnetOwnerHotkey::<T>::contains_key(netuid);
        if owned {
            let (coldkey, hotkey) = (
                SubnetOwner::<T>::get(netuid),
                SubnetOwnerHotkey::<T>::get(netuid),
            );
            Self::increase_stake(&hotkey, &coldkey, netuid, amount);
        } else {
            Self::recycle_subnet_alpha(netuid, amount);
        }
    }

    /// Miners get stake, on the hotkey their owner named if any. What the subnet owner's own keys earn is withheld.
    fn pay_miners(netuid: NetUid, earned: &[Earned<T>], parts: &[AlphaBalance]) {
        let subnet_owner = SubnetOwner::<T>::get(netuid);
        let owner_hotkey = SubnetOwnerHotkey::<T>::get(netuid);
        let mut withheld = AlphaBalance::ZERO;
        for ((hotkey, _, _), amount) in earned
            .iter()
            .zip(parts)
            .filter(|(_, amount)| !amount.is_zero())
        {
            let owner = Self::owner_of(hotkey);
            if owner == subnet_owner || *hotkey == owner_hotkey {
                withheld = withheld.saturating_add(*amount);
                continue;
            }
            let destination = AutoStakeDestination::<T>::get(&owner, netuid);
            if let Some(destination) = &destination {
                Self::deposit_event(Event::AutoStakeAdded {
                    netuid,
                    destination: destination.clone(),
                    hotkey: hotkey.clone(),
                    owner: owner.clone(),
                    incentive: *amount,
                });
            }
            Self::increase_stake(
                destination.as_ref().unwrap_or(hotkey),
                &owner,
                netuid,
                *amount,
            );
        }
        match RecycleOrBurn::<T>::get(netuid) {
            RecycleOrBurnEnum::Recycle => Self::recycle_subnet_alpha(netuid, withheld),
            RecycleOrBurnEnum::Burn => Self::burn_subnet_alpha(netuid, withheld),
        }
        let burned =
            U96F32::from_num(withheld.to_u64()).safe_div(U96F32::from_num(sum(parts).to_u64()));
        MinerBurned::<T>::insert(netuid, burned);
    }

    /// Validators take their part, the rest belongs to everybody who staked on them.
    fn pay_validators(netuid: NetUid, earned: &[Earned<T>], parts: &[AlphaBalance]) {
        let _ = AlphaDividendsPerSubnet::<T>::clear_prefix(netuid, MAX_DIVIDEND_ROWS, None);
        for ((hotkey, _, _), amount) in earned
            .iter()
            .zip(parts)
            .filter(|(_, amount)| !amount.is_zero())
        {
            let rest = Self::pay_take(hotkey, netuid, *amount);
            Self::increase_stake_for_hotkey(hotkey, netuid, rest);
            AlphaDividendsPerSubnet::<T>::insert(netuid, hotkey, rest);
            TotalHotkeyAlphaLastEpoch::<T>::insert(
                hotkey,
                netuid,
                TotalHotkeyAlpha::<T>::get(hotkey, netuid),
            );
        }
    }

    fn pay_root(netuid: NetUid, earned: &[Earned<T>], parts: &[AlphaBalance]) {
        let _ = RootAlphaDividendsPerSubnet::<T>::clear_prefix(netuid, MAX_DIVIDEND_ROWS, None);
        for ((hotkey, _, _), amount) in earned
            .iter()
            .zip(parts)
            .filter(|(_, amount)| !amount.is_zero())
        {
            let rest = Self::pay_take(hotkey, netuid, *amount);
            Self::credit_root_stakers(hotkey, netuid, rest);
            RootAlphaDividendsPerSubnet::<T>::insert(netuid, hotkey, rest);
        }
    }

    /// Stakes the delegate take of a dividend for the hotkey's owner and returns the rest.
    fn pay_take(hotkey: &T::AccountId, netuid: NetUid, dividend: AlphaBalance) -> AlphaBalance {
        let take = U96F32::from_ratio(
            Delegates::<T>::get(hotkey).deconstruct().into(),
            u16::MAX.into(),
        )
        .saturating_mul(U96F32::from_num(dividend.to_u64()))
        .to_u64();
        let take = AlphaBalance::new(take).min(dividend);
        Self::increase_stake(hotkey, &Self::owner_of(hotkey), netuid, take);
        dividend.saturating_sub(take)
    }
}
