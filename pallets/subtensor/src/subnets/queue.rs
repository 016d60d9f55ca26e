//! Creations of subnets that wait for another to be dissolved (spec 30 §21): what was paid lies in
//! escrow, and the price of the pool is that of the block in which it was paid.

use frame_support::{storage::with_storage_layer, traits::Get, weights::Weight};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::{
    DispatchError, DispatchResult,
    traits::{AccountIdConversion, UniqueSaturatedInto},
};
#[cfg(feature = "try-runtime")]
use subtensor_primitives::TaoBalance;

use super::create::{Creation, DYNAMIC_MECHANISM};
use crate::{
    Config, Error, Event, Hotkeys, Leases, Ledger, NetworkRegistrationInfo, Pallet, Schedule,
    Subnets, WeightInfo,
    pallet::{
        DissolveCleanupQueue, NetworkRegistrationEscrow, NetworkRegistrationLockId,
        NetworkRegistrationQueue,
    },
};

/// A creation that waits.
pub(super) type Waiting<T> =
    NetworkRegistrationInfo<<T as frame_system::Config>::AccountId, BlockNumberFor<T>>;

/// Kind of subaccount that holds what was paid.
const ESCROW: &[u8; 6] = b"escrow";

impl<T: Config> Subnets<T> {
    /// Account that holds what was paid for creations that wait.
    pub fn registration_escrow() -> T::AccountId {
        T::SubtensorPalletId::get().into_sub_account_truncating(ESCROW)
    }

    /// Takes the price of a creation and lets it wait.
    ///
    /// Errors: those of the currency.
    pub(super) fn queue_creation(creation: Creation<T>) -> DispatchResult {
        let Creation {
            coldkey,
            hotkey,
            identity,
            lock,
            price,
        } = creation;
        Ledger::<T>::transfer_tao(&coldkey, &Self::registration_escrow(), lock)?;
        let number = NetworkRegistrationLockId::<T>::mutate(|next| {
            let number = *next;
            *next = next.wrapping_add(1);
            number
        });
        NetworkRegistrationEscrow::<T>::insert(number, (&coldkey, lock));
        let registration_block = Schedule::<T>::current_block().unique_saturated_into();
        Pallet::<T>::deposit_event(Event::NetworkRegistrationQueued {
            coldkey: coldkey.clone(),
            hotkey: hotkey.clone(),
            lock_amount: lock,
            registration_block,
        });
        NetworkRegistrationQueue::<T>::append(NetworkRegistrationInfo {
            coldkey,
            hotkey,
            mechid: DYNAMIC_MECHANISM,
            identity,
            lock_amount: lock,
            median_subnet_alpha_price: price,
            registration_block,
        });
        Ok(())
    }

    /// Gives the creations that a coldkey waits for to another, which owns their hotkeys now.
    pub(super) fn rename_waiting(old: &T::AccountId, new: &T::AccountId) {
        let mut queue = NetworkRegistrationQueue::<T>::get();
        let first = NetworkRegistrationLockId::<T>::get().wrapping_sub(queue.len() as u32);
        let mut is_changed = false;
        for (place, waiting) in queue.iter_mut().enumerate() {
            if waiting.coldkey == *old {
                waiting.coldkey.clone_from(new);
                let number = first.wrapping_add(place as u32);
                NetworkRegistrationEscrow::<T>::insert(number, (new, waiting.lock_amount));
                is_changed = true;
            }
        }
        if is_changed {
            NetworkRegistrationQueue::<T>::put(queue);
        }
    }

    /// Opens the subnet that has waited longest, if a netuid is free; one a block. If none will
    /// ever be, because root has lowered the limit meanwhile, it is paid back. Returns the weight
    /// of that.
    pub(crate) fn open_queued_subnet() -> Weight {
        let mut queue = NetworkRegistrationQueue::<T>::get();
        let weight = T::WeightInfo::dissolution();
        if queue.is_empty() {
            return weight;
        }
        let is_room = Self::has_free_netuid();
        if !is_room && !DissolveCleanupQueue::<T>::get().is_empty() {
            return weight;
        }
        let number = NetworkRegistrationLockId::<T>::get().wrapping_sub(queue.len() as u32);
        let waiting = queue.remove(0);
        if queue.is_empty() {
            NetworkRegistrationQueue::<T>::kill();
        } else {
            NetworkRegistrationQueue::<T>::put(queue);
        }
        NetworkRegistrationEscrow::<T>::remove(number);
        let opened = if is_room {
            Self::open_from_escrow(waiting.clone())
        } else {
            Err(Error::<T>::SubnetLimitReached.into())
        };
        weight.saturating_add(match opened {
            Ok(()) => T::WeightInfo::register_network(),
            Err(error) => Self::cancel_creation(waiting, number, error),
        })
    }

    /// Opens a subnet with what was paid for it.
    fn open_from_escrow(waiting: Waiting<T>) -> DispatchResult {
        with_storage_layer(|| {
            Hotkeys::<T>::claim_hotkey(&waiting.coldkey, &waiting.hotkey)?;
            let creation = Creation::<T> {
                coldkey: waiting.coldkey,
                hotkey: waiting.hotkey,
                identity: waiting.identity,
                lock: waiting.lock_amount,
                price: waiting.median_subnet_alpha_price,
            };
            let coldkey = creation.coldkey.clone();
            let netuid = Self::create_subnet(creation, &Self::registration_escrow())?;
            Leases::<T>::begin_if_waiting(&coldkey, netuid);
            Ok(())
        })
    }

    /// Pays back what was paid for a creation that has become impossible; returns the weight of
    /// that.
    fn cancel_creation(waiting: Waiting<T>, lock_id: u32, error: DispatchError) -> Weight {
        let (coldkey, lock) = (waiting.coldkey, waiting.lock_amount);
        let escrow = Self::registration_escrow();
        if let Err(error) = Ledger::<T>::transfer_tao(&escrow, &coldkey, lock) {
            log::error!(target: "subnets", "{lock:?} stay in escrow: {error:?}");
            return T::WeightInfo::register_network();
        }
        let contributors = Leases::<T>::give_back_if_waiting(&coldkey);
        Pallet::<T>::deposit_event(Event::NetworkRegistrationCancelled {
            coldkey,
            hotkey: waiting.hotkey,
            lock_id,
            error,
        });
        T::WeightInfo::register_leased_network(contributors)
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> Subnets<T> {
    /// Whether a creation of a coldkey waits.
    pub(crate) fn is_waiting(coldkey: &T::AccountId) -> bool {
        let queue = NetworkRegistrationQueue::<T>::get();
        queue.iter().any(|waiting| waiting.coldkey == *coldkey)
    }

    /// Creations that wait are those in escrow, and the account holds what was paid for them.
    pub(crate) fn check_registration_queue() -> Result<(), sp_runtime::TryRuntimeError> {
        use frame_support::{ensure, traits::fungible::Inspect};

        let queue = NetworkRegistrationQueue::<T>::get();
        let first = NetworkRegistrationLockId::<T>::get().wrapping_sub(queue.len() as u32);
        for (place, waiting) in queue.iter().enumerate() {
            let number = first.wrapping_add(place as u32);
            let paid = NetworkRegistrationEscrow::<T>::get(number);
            ensure!(
                paid == Some((waiting.coldkey.clone(), waiting.lock_amount)),
                "a creation that waits is not in escrow"
            );
        }
        ensure!(
            NetworkRegistrationEscrow::<T>::iter_keys().count() == queue.len(),
            "something in escrow waits for nothing"
        );
        let sum: TaoBalance = queue.iter().map(|waiting| waiting.lock_amount).sum();
        ensure!(
            T::Currency::balance(&Self::registration_escrow()) >= sum.to_u64(),
            "the escrow holds less than was paid"
        );
        Ok(())
    }
}
