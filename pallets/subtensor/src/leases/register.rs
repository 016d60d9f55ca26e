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
use subtensor_primitives::{
    CrowdloansInterface, FinalizingCrowdloan, NetUid, ProxyInterface, TaoBalance,
};

use super::LeaseOf;
use crate::{
    Config, Error, Event, Hotkeys, Leases, Ledger, Pallet, SubnetLease, Subnets, Takes,
    pallet::{
        LeaseContributors, NextSubnetLeaseId, SubnetLeaseShares, SubnetLeases, SubnetUidToLeaseId,
        WaitingLeases,
    },
};

/// What the keys of leases are derived from, besides the number. Public interface (spec 30 §3.2).
const COLDKEY: &str = "leasing/coldkey";
const HOTKEY: &str = "leasing/hotkey";
/// Other hotkeys that are tried where somebody owns the one of the lease.
const OTHER_HOTKEYS: u8 = 32;

impl<T: Config> Leases<T> {
    /// Opens a subnet with what the crowdloan that is being finalized has raised; if that has to
    /// wait until another subnet is dissolved, so does the lease. What is left goes back to the
    /// contributors by what they gave, rounded down, and the rest to the creator, who also gets
    /// what strangers have sent to the lease beforehand. Returns how many others than the creator
    /// contributed.
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
        let netuid = Subnets::<T>::do_register_network(coldkey.clone(), hotkey.clone(), None)?;
        T::Proxies::add_lease_beneficiary_proxy(&coldkey, who)?;
        Takes::<T>::waive_take(&hotkey);

        let leftover = Ledger::<T>::spendable(&coldkey);
        let lease = SubnetLease {
            beneficiary: who.clone(),
            coldkey,
            hotkey,
            emissions_share,
            end_block,
            netuid: netuid.unwrap_or(NetUid::ROOT),
            cost: loan.raised.saturating_sub(leftover),
        };
        let shares = Self::shares(&loan);
        for (contributor, share) in &shares {
            SubnetLeaseShares::<T>::insert(id, contributor, share);
        }
        Self::divide_tao(&lease.coldkey, leftover, &shares);
        Ledger::<T>::move_spendable(&lease.coldkey, who)?;
        let contributors = shares.len() as u32;
        LeaseContributors::<T>::insert(id, contributors);
        if netuid.is_some() {
            Self::begin(id, lease);
        } else {
            WaitingLeases::<T>::insert(lease.coldkey.clone(), (id, lease));
        }
        Ok(contributors)
    }

    /// A lease is in force.
    fn begin(id: u32, lease: LeaseOf<T>) {
        Pallet::<T>::deposit_event(Event::SubnetLeaseCreated {
            beneficiary: lease.beneficiary.clone(),
            lease_id: id,
            netuid: lease.netuid,
            end_block: lease.end_block,
        });
        SubnetUidToLeaseId::<T>::insert(lease.netuid, id);
        SubnetLeases::<T>::insert(id, lease);
    }

    /// A subnet that had to wait was opened for a coldkey; if that is a lease's, it begins.
    pub(crate) fn begin_if_waiting(coldkey: &T::AccountId, netuid: NetUid) {
        if let Some((id, lease)) = WaitingLeases::<T>::take(coldkey) {
            Self::begin(id, SubnetLease { netuid, ..lease });
        }
    }

    /// The price of a subnet that had to wait was paid back to a coldkey; if that is a lease's, all
    /// it has is divided like the rest of its crowdloan, and it is forgotten. Returns how many
    /// others than the beneficiary contributed.
    pub(crate) fn give_back_if_waiting(coldkey: &T::AccountId) -> u32 {
        let Some((id, lease)) = WaitingLeases::<T>::take(coldkey) else {
            return 0;
        };
        if let Err(error) = T::Proxies::remove_lease_beneficiary_proxy(coldkey, &lease.beneficiary)
        {
            log::error!(target: "leases", "the proxy of lease {id} stays: {error:?}");
        }
        let shares: Vec<_> = SubnetLeaseShares::<T>::drain_prefix(id).collect();
        Self::divide_tao(coldkey, Ledger::<T>::spendable(coldkey), &shares);
        Self::release_tao(&lease);
        Hotkeys::<T>::give_hotkey(&lease.hotkey, coldkey, &lease.beneficiary);
        Self::forget(id, &lease);
        shares.len() as u32
    }

    /// Parts of a crowdloan that others than its creator gave.
    fn shares(loan: &FinalizingCrowdloan<T::AccountId>) -> Vec<(T::AccountId, U64F64)> {
        let raised = U64F64::from_num(loan.raised.to_u64());
        T::Crowdloans::contributions(loan.id)
            .into_iter()
            .filter(|(who, amount)| *who != loan.creator && !amount.is_zero())
            .map(|(who, amount)| (who, U64F64::from_num(amount.to_u64()).safe_div(raised)))
            .collect()
    }

    /// Gives contributors their parts of some rao of a lease. What an account cannot receive,
    /// because it is gone and would have too little, stays.
    fn divide_tao(coldkey: &T::AccountId, tao: TaoBalance, shares: &[(T::AccountId, U64F64)]) {
        let whole = U64F64::from_num(tao.to_u64());
        for (contributor, share) in shares {
            let part = TaoBalance::new(share.saturating_mul(whole).to_u64());
            if part.is_zero() {
                continue;
            }
            if let Err(error) = Ledger::<T>::transfer_tao(coldkey, contributor, part) {
                log::debug!(
                    target: "leases",
                    "{contributor:?} cannot receive {part:?} of {coldkey:?}: {error:?}"
                );
            }
        }
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
