//! A crowdloan pays for a subnet (spec 30 §13.1).

use alloc::vec::Vec;
use codec::Decode;
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_runtime::{
    DispatchError, Percent,
    traits::{BlakeTwo256, Hash, TrailingZeroInput},
};
use subtensor_fixed::U64F64;
use subtensor_primitives::{CrowdloansInterface, ProxyInterface, TaoBalance};

use crate::{
    Config, Error, Event, Hotkeys, Leases, Ledger, Pallet, SubnetLease, Subnets, Takes,
    pallet::{
        LeaseContributors, NextSubnetLeaseId, SubnetLeaseShares, SubnetLeases, SubnetUidToLeaseId,
    },
};

/// What the keys of leases are derived from, besides the number. Public interface (spec 30 §3.2).
const COLDKEY: &str = "leasing/coldkey";
const HOTKEY: &str = "leasing/hotkey";
/// Other hotkeys that are tried where somebody owns the one of the lease.
const OTHER_HOTKEYS: u8 = 32;

impl<T: Config> Leases<T> {
    /// Opens a subnet with what the crowdloan that is being finalized has raised. What is left goes
    /// back to the contributors by what they gave, rounded down, and the rest to the creator, who
    /// also gets what strangers have sent to the lease beforehand. Returns how many others than the
    /// creator contributed.
    pub(crate) fn do_register(
        who: &T::AccountId,
        emissions_share: Percent,
        end_block: Option<BlockNumberFor<T>>,
    ) -> Result<u32, DispatchError> {
        let loan = T::Crowdloans::finalizing()?;
        ensure!(loan.creator == *who, Error::<T>::InvalidLeaseBeneficiary);
        let now = frame_system::Pallet::<T>::block_number();
        ensure!(
            end_block.is_none_or(|end| end > now),
            Error::<T>::LeaseCannotEndInThePast
        );
        let id = NextSubnetLeaseId::<T>::get();
        NextSubnetLeaseId::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
        let coldkey = Self::derived(&(COLDKEY, id))?;
        let hotkey = Self::find_hotkey(id)?;

        Ledger::<T>::move_spendable(&coldkey, who)?;
        // What is reserved for the proxy is not all that keeps the account.
        frame_system::Pallet::<T>::inc_providers(&coldkey);
        frame_system::Pallet::<T>::inc_providers(&hotkey);
        Ledger::<T>::transfer_tao(&loan.funds_account, &coldkey, loan.raised)?;
        let netuid = Subnets::<T>::register_at_once(coldkey.clone(), hotkey.clone())?;
        T::Proxies::add_lease_beneficiary_proxy(&coldkey, who)?;
        Takes::<T>::waive_take(&hotkey);

        let leftover = Ledger::<T>::spendable(&coldkey);
        let lease = SubnetLease {
            beneficiary: who.clone(),
            coldkey,
            hotkey,
            emissions_share,
            end_block,
            netuid,
            cost: loan.raised.saturating_sub(leftover),
        };
        let contributors = Self::divide_loan(id, &lease.coldkey, leftover, &loan);
        Ledger::<T>::move_spendable(&lease.coldkey, who)?;
        SubnetLeases::<T>::insert(id, lease);
        SubnetUidToLeaseId::<T>::insert(netuid, id);
        LeaseContributors::<T>::insert(id, contributors);
        Pallet::<T>::deposit_event(Event::SubnetLeaseCreated {
            beneficiary: who.clone(),
            lease_id: id,
            netuid,
            end_block,
        });
        Ok(contributors)
    }

    /// Gives every contributor but the creator a share, and its part of what is left; returns how
    /// many. What an account cannot receive, because it is gone and would have too little, stays.
    fn divide_loan(
        id: u32,
        coldkey: &T::AccountId,
        leftover: TaoBalance,
        loan: &subtensor_primitives::FinalizingCrowdloan<T::AccountId>,
    ) -> u32 {
        let others: Vec<_> = T::Crowdloans::contributions(loan.id)
            .into_iter()
            .filter(|(who, amount)| *who != loan.creator && !amount.is_zero())
            .collect();
        for (contributor, amount) in &others {
            let share =
                U64F64::from_num(amount.to_u64()).safe_div(U64F64::from_num(loan.raised.to_u64()));
            SubnetLeaseShares::<T>::insert(id, contributor, share);
            let refund = share.saturating_mul(U64F64::from_num(leftover.to_u64()));
            let refund = TaoBalance::new(refund.to_u64());
            if refund.is_zero() {
                continue;
            }
            if let Err(error) = Ledger::<T>::transfer_tao(coldkey, contributor, refund) {
                log::debug!(
                    target: "leases",
                    "{contributor:?} cannot receive {refund:?} of lease {id}: {error:?}"
                );
            }
        }
        others.len() as u32
    }

    fn derived(origin: &impl codec::Encode) -> Result<T::AccountId, DispatchError> {
        Self::account(BlakeTwo256::hash_of(origin))
    }

    fn account(hash: H256) -> Result<T::AccountId, DispatchError> {
        T::AccountId::decode(&mut TrailingZeroInput::new(hash.as_ref()))
            .map_err(|_| Error::<T>::LeaseNetuidNotFound.into())
    }

    /// Hotkey of a new lease: the one that its number says; if somebody has claimed that before,
    /// the first free one of some that nobody knew before the last block.
    ///
    /// Errors: `NonAssociatedColdKey` if all of them belong to somebody.
    fn find_hotkey(id: u32) -> Result<T::AccountId, DispatchError> {
        let hotkey = Self::derived(&(HOTKEY, id))?;
        if !Hotkeys::<T>::hotkey_account_exists(&hotkey) {
            return Ok(hotkey);
        }
        let last = frame_system::Pallet::<T>::parent_hash();
        for number in 0..OTHER_HOTKEYS {
            let hotkey = Self::derived(&(HOTKEY, id, last, number))?;
            if !Hotkeys::<T>::hotkey_account_exists(&hotkey) {
                return Ok(hotkey);
            }
        }
        Err(Error::<T>::NonAssociatedColdKey.into())
    }
}
