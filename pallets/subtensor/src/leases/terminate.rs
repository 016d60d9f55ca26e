//! The end of a lease (spec 30 §13.3, 90 §21.2).

use frame_support::{ensure, storage::with_storage_layer, weights::WeightMeter};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, ProxyInterface};

use super::LeaseOf;
use crate::{
    Config, Error, Event, Hotkeys, Leases, Ledger, Locks, Pallet, Shares, Staking, Subnets,
    WeightInfo,
    domain::{drain, spend},
    pallet::{
        AccumulatedLeaseDividends, LeaseContributors, SubnetLeaseShares,
        SubnetLeaseUnpaidDividends, SubnetLeases, SubnetUidToLeaseId,
    },
    shares::Giver,
};

impl<T: Config> Leases<T> {
    /// Gives a subnet to the beneficiary of its lease, which is over. What contributors are owed is
    /// paid in the next blocks. Returns how many they are at most.
    pub(crate) fn do_terminate(
        who: &T::AccountId,
        id: u32,
        hotkey: T::AccountId,
    ) -> Result<u32, DispatchError> {
        let lease = SubnetLeases::<T>::get(id)
            .filter(Self::is_in_force)
            .ok_or(Error::<T>::LeaseDoesNotExist)?;
        ensure!(
            lease.beneficiary == *who,
            Error::<T>::ExpectedBeneficiaryOrigin
        );
        let end = lease.end_block.ok_or(Error::<T>::LeaseHasNoEndBlock)?;
        let now = frame_system::Pallet::<T>::block_number();
        ensure!(now >= end, Error::<T>::LeaseHasNotEnded);
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(who, &hotkey),
            Error::<T>::BeneficiaryDoesNotOwnHotkey
        );
        let contributors = Self::contributors(id);
        T::Proxies::remove_lease_beneficiary_proxy(&lease.coldkey, who)?;
        Subnets::<T>::hand_over(lease.netuid, who.clone(), hotkey);
        Self::say_terminated(&lease);
        Self::divide_pot(id, &lease);
        if !Self::go_on_ending(id, &lease, &mut WeightMeter::new()) || Self::owes(id) {
            Self::queue_lease(id);
        }
        Ok(contributors)
    }

    /// Somebody has won a subnet: its lease, if it has one, is over.
    pub(crate) fn note_loss(netuid: NetUid) {
        let Some((id, lease)) = Self::on(netuid) else {
            return;
        };
        if let Err(error) =
            T::Proxies::remove_lease_beneficiary_proxy(&lease.coldkey, &lease.beneficiary)
        {
            log::error!(target: "leases", "the proxy of lease {id} stays: {error:?}");
        }
        Self::say_terminated(&lease);
        Self::queue_lease(id);
    }

    fn say_terminated(lease: &LeaseOf<T>) {
        Pallet::<T>::deposit_event(Event::SubnetLeaseTerminated {
            beneficiary: lease.beneficiary.clone(),
            netuid: lease.netuid,
        });
    }

    /// Gives the beneficiary of a lease that is over what nobody else is owed, and forgets the
    /// lease once nobody is owed anything; says whether the meter had enough for that.
    pub(crate) fn go_on_ending(id: u32, lease: &LeaseOf<T>, meter: &mut WeightMeter) -> bool {
        if !spend(meter, T::WeightInfo::end_lease(Self::contributors(id))) {
            return false;
        }
        let given = with_storage_layer(|| Self::give_rest(id, lease));
        if let Err(error) = &given {
            log::debug!(target: "leases", "the rest of lease {id} waits: {error:?}");
        }
        Self::release_tao(lease);
        if given.is_err() || Self::owes(id) {
            return true;
        }
        if !Self::forget_shares(id, meter) {
            return false;
        }
        Hotkeys::<T>::give_hotkey(&lease.hotkey, &lease.coldkey, &lease.beneficiary);
        Self::forget(id, lease);
        true
    }

    /// What is staked for a lease and nobody is owed becomes the beneficiary's, with what is
    /// locked of it.
    fn give_rest(id: u32, lease: &LeaseOf<T>) -> DispatchResult {
        let owed: AlphaBalance = SubnetLeaseUnpaidDividends::<T>::iter_prefix_values(id).sum();
        let rest = Self::held(lease).saturating_sub(owed);
        let (hotkey, netuid, to) = (&lease.hotkey, lease.netuid, &lease.beneficiary);
        // What is too little to be seen in the shares stays.
        if Staking::<T>::check_credit(hotkey, netuid, rest).is_ok() {
            Shares::<T>::ensure_may_stake_on(hotkey, to, Giver::Another)?;
            Shares::<T>::decrease_stake(hotkey, &lease.coldkey, netuid, rest)?;
            Shares::<T>::increase_stake(hotkey, to, netuid, rest);
        }
        Locks::<T>::join_locks(netuid, &lease.coldkey, to);
        Ok(())
    }

    /// TAO of a lease, such as the deposit of its proxy, is the beneficiary's.
    pub(super) fn release_tao(lease: &LeaseOf<T>) {
        if let Err(error) = Ledger::<T>::move_spendable(&lease.coldkey, &lease.beneficiary) {
            log::error!(target: "leases", "TAO of {:?} stays: {error:?}", lease.coldkey);
        }
    }

    fn forget_shares(id: u32, meter: &mut WeightMeter) -> bool {
        let shares = SubnetLeaseShares::<T>::drain_prefix(id);
        drain(shares, T::WeightInfo::erase_row(), meter, |_| ())
    }

    /// Forgets a lease whose shares and debts are gone.
    pub(super) fn forget(id: u32, lease: &LeaseOf<T>) {
        SubnetLeases::<T>::remove(id);
        SubnetUidToLeaseId::<T>::remove(lease.netuid);
        AccumulatedLeaseDividends::<T>::remove(id);
        LeaseContributors::<T>::remove(id);
        for account in [&lease.coldkey, &lease.hotkey] {
            if let Err(error) = frame_system::Pallet::<T>::dec_providers(account) {
                log::error!(target: "leases", "{account:?} stays: {error:?}");
            }
        }
    }

    /// Forgets the lease of a dissolved subnet, whose stake is paid for; says whether it is gone.
    pub(super) fn forget_dissolved(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        if !spend(meter, T::WeightInfo::look_at_lease()) {
            return false;
        }
        let Some((id, lease)) = Self::on(netuid) else {
            return true;
        };
        if !Self::forget_shares(id, meter) || !spend(meter, T::WeightInfo::end_lease(0)) {
            return false;
        }
        // A lease that was over before has none.
        let was_over = Subnets::<T>::owner(netuid) != lease.coldkey;
        if !was_over
            && let Err(error) =
                T::Proxies::remove_lease_beneficiary_proxy(&lease.coldkey, &lease.beneficiary)
        {
            log::error!(target: "leases", "the proxy of lease {id} stays: {error:?}");
        }
        Self::release_tao(&lease);
        Self::forget(id, &lease);
        true
    }
}
