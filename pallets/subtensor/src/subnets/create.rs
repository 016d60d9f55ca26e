//! Opening and starting a subnet (spec 30 §6.2, §6.5, §6.6).

use frame_support::{ensure, traits::fungible::Inspect};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use super::identity::is_valid_identity;
use crate::{
    Children, Config, Dissolution, Error, Event, Hotkeys, Ledger, Neurons, Pallet, RateLimits,
    Schedule, SubnetIdentityV3, Subnets,
    domain::{Domain, Domains},
    pallet::{
        DissolveCleanupQueue, FirstEmissionBlockNumber, NetworkLastLockCost, NetworkRateLimit,
        NetworkRegisteredAt, NetworkRegistrationQueue, NetworkRegistrationStartBlock,
        NetworksAdded, RegisteredSubnetCounter, StartCallDelay, SubnetIdentitiesV3, SubnetLimit,
        SubnetLocked, SubnetMechanism, SubnetOwner, SubtokenEnabled, TokenSymbol, TotalNetworks,
    },
};

/// Subnets are priced by their pool.
pub(super) const DYNAMIC_MECHANISM: u16 = 1;

/// A creation that is paid for.
pub(super) struct Creation<T: Config> {
    pub coldkey: T::AccountId,
    pub hotkey: T::AccountId,
    pub identity: Option<SubnetIdentityV3>,
    /// TAO for the pool, and for the deposit of the account that holds it.
    pub lock: TaoBalance,
    /// Price at which the pool opens, TAO per alpha.
    pub price: U64F64,
}

/// How there is room for one more subnet.
enum Slot {
    /// A netuid is free.
    Free,
    /// A netuid will be free when a dissolution is done.
    Coming,
    /// This subnet has to go first.
    InPlaceOf(NetUid),
}

impl<T: Config> Subnets<T> {
    /// Opens a subnet: the coldkey pays the lock cost into its pool, the hotkey gets uid 0. Where
    /// there are as many subnets as may be, the price waits in escrow until one has been dissolved.
    /// Returns the netuid of a subnet that need not wait.
    pub(crate) fn do_register_network(
        coldkey: T::AccountId,
        hotkey: T::AccountId,
        identity: Option<SubnetIdentityV3>,
    ) -> Result<Option<NetUid>, DispatchError> {
        let slot = Self::check_register_network(&coldkey, &hotkey, identity.as_ref())?;
        let creation = Self::price_creation(coldkey, hotkey, identity)?;
        match slot {
            Slot::Free => {
                let payer = creation.coldkey.clone();
                return Self::create_subnet(creation, &payer).map(Some);
            }
            Slot::Coming => {}
            Slot::InPlaceOf(netuid) => Dissolution::<T>::begin_dissolution(netuid),
        }
        Self::queue_creation(creation).map(|()| None)
    }

    /// What a creation costs, which the coldkey has; from now on the next one costs more.
    fn price_creation(
        coldkey: T::AccountId,
        hotkey: T::AccountId,
        identity: Option<SubnetIdentityV3>,
    ) -> Result<Creation<T>, DispatchError> {
        let lock = Self::lock_cost();
        ensure!(
            Ledger::<T>::spendable_keep_alive(&coldkey) >= lock,
            Error::<T>::CannotAffordLockCost
        );
        // It can also be paid back to an account that is gone by then.
        ensure!(
            lock > Self::account_deposit(),
            Error::<T>::InsufficientLiquidity
        );
        Hotkeys::<T>::create_account_if_non_existent(&coldkey, &hotkey)?;
        RateLimits::<T>::note_network();
        NetworkLastLockCost::<T>::put(lock);
        Ok(Creation {
            coldkey,
            hotkey,
            identity,
            lock,
            price: Self::median_alpha_price(),
        })
    }

    /// Opens a subnet on a free netuid, which is returned, with TAO of `payer`.
    pub(super) fn create_subnet(
        creation: Creation<T>,
        payer: &T::AccountId,
    ) -> Result<NetUid, DispatchError> {
        let Creation {
            coldkey,
            hotkey,
            identity,
            lock,
            price,
        } = creation;
        let (netuid, now) = (Self::next_netuid(), Schedule::<T>::current_block());
        Self::init_new_network(netuid, now);
        Ledger::<T>::transfer_tao(payer, &Self::account_of_subnet(netuid), lock)?;
        Neurons::<T>::append_neuron(netuid, &hotkey, now);
        let pool = lock.saturating_sub(Self::account_deposit());
        Self::seed_pool(netuid, pool, price)?;

        SubnetOwner::<T>::insert(netuid, &coldkey);
        Self::put_owner_hotkey(netuid, hotkey.clone());
        SubnetLocked::<T>::insert(netuid, lock);
        if let Some(identity) = identity {
            SubnetIdentitiesV3::<T>::insert(netuid, identity);
            Pallet::<T>::deposit_event(Event::SubnetIdentitySet(netuid));
        }
        Children::<T>::lend_root_to_owner(netuid, &hotkey);
        Pallet::<T>::deposit_event(Event::NetworkAdded(netuid, DYNAMIC_MECHANISM));
        Ok(netuid)
    }

    /// Every check of a creation but its price; says how there is room.
    fn check_register_network(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        identity: Option<&SubnetIdentityV3>,
    ) -> Result<Slot, DispatchError> {
        let ours = !Hotkeys::<T>::hotkey_account_exists(hotkey)
            || Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey);
        ensure!(ours, Error::<T>::NonAssociatedColdKey);
        ensure!(
            !Hotkeys::<T>::is_system_account(hotkey),
            Error::<T>::CannotUseSystemAccount
        );
        ensure!(
            Schedule::<T>::current_block() >= NetworkRegistrationStartBlock::<T>::get(),
            Error::<T>::SubNetRegistrationDisabled
        );
        ensure!(
            Self::passes_network_rate_limit(),
            Error::<T>::NetworkTxRateLimitExceeded
        );
        let slot = Self::find_slot()?;
        ensure!(
            identity.is_none_or(is_valid_identity),
            Error::<T>::InvalidIdentity
        );
        Ok(slot)
    }

    /// How there is room for one more subnet, beside those that wait.
    ///
    /// Errors: `SubnetLimitReached` if no subnet may be dissolved for it, or if one would not be
    /// enough, because root has lowered the limit.
    fn find_slot() -> Result<Slot, Error<T>> {
        let limit = usize::from(SubnetLimit::<T>::get());
        let waiting = NetworkRegistrationQueue::<T>::decode_len().unwrap_or_default();
        let to_be = Self::count_subnets().saturating_add(waiting);
        ensure!(to_be <= limit, Error::SubnetLimitReached);
        if to_be == limit {
            let victim = Self::subnet_to_prune(Schedule::<T>::current_block())
                .ok_or(Error::SubnetLimitReached)?;
            return Ok(Slot::InPlaceOf(victim));
        }
        if Self::has_free_netuid() && waiting == 0 {
            Ok(Slot::Free)
        } else {
            Ok(Slot::Coming)
        }
    }

    /// Number of subnets there are, root not counted.
    fn count_subnets() -> usize {
        let subnets = Self::subnet_netuids();
        subnets.iter().filter(|netuid| !netuid.is_root()).count()
    }

    /// Whether one more subnet may be opened now. The netuid of a subnet that is being dissolved is
    /// not free.
    pub(super) fn has_free_netuid() -> bool {
        let used = Self::count_subnets().saturating_add(DissolveCleanupQueue::<T>::get().len());
        used < usize::from(SubnetLimit::<T>::get())
    }

    /// Whether enough blocks have passed since the last creation, by whomever.
    pub fn passes_network_rate_limit() -> bool {
        RateLimits::<T>::is_past(
            RateLimits::<T>::last_network_block(),
            NetworkRateLimit::<T>::get(),
        )
    }

    /// Smallest netuid that is free.
    fn next_netuid() -> NetUid {
        let mut used = Self::subnet_netuids();
        used.extend(DissolveCleanupQueue::<T>::get());
        used.sort_unstable();
        let mut next = 1u16;
        for netuid in used {
            if netuid.get() == next {
                next = next.saturating_add(1);
            }
        }
        NetUid::new(next)
    }

    /// State of a new subnet but its pool and owner.
    fn init_new_network(netuid: NetUid, now: u64) {
        NetworksAdded::<T>::insert(netuid, true);
        TotalNetworks::<T>::mutate(|count| *count = count.saturating_add(1));
        TokenSymbol::<T>::insert(netuid, Self::next_symbol(netuid));
        SubnetMechanism::<T>::insert(netuid, DYNAMIC_MECHANISM);
        NetworkRegisteredAt::<T>::insert(netuid, now);
        RegisteredSubnetCounter::<T>::mutate(netuid, |count| *count = count.saturating_add(1));
        Domains::<T>::open_subnet(netuid, now);
    }

    /// What every account of a subnet holds beside its pool, so that no rest of the pool is reaped.
    fn account_deposit() -> TaoBalance {
        TaoBalance::new(T::Currency::minimum_balance())
    }

    /// Fills the pool with this TAO and as much alpha as makes its price `price`.
    fn seed_pool(netuid: NetUid, tao: TaoBalance, price: U64F64) -> DispatchResult {
        let alpha = U64F64::from_num(tao.to_u64()).safe_div(price).to_u64();
        ensure!(alpha > 0, Error::<T>::InsufficientLiquidity);
        Ledger::<T>::add_pool_tao(netuid, tao);
        Ledger::<T>::mint_alpha_in(netuid, AlphaBalance::new(alpha));
        T::Swap::init(netuid, None)
    }

    /// Lets a subnet trade and emit from the next block on.
    pub(crate) fn do_start_call(netuid: NetUid) -> DispatchResult {
        ensure!(
            !FirstEmissionBlockNumber::<T>::contains_key(netuid),
            Error::<T>::FirstEmissionBlockNumberAlreadySet
        );
        let now = Schedule::<T>::current_block();
        let earliest =
            NetworkRegisteredAt::<T>::get(netuid).saturating_add(StartCallDelay::<T>::get());
        ensure!(now >= earliest, Error::<T>::NeedWaitingMoreBlocksToStarCall);
        let first = now.saturating_add(1);
        FirstEmissionBlockNumber::<T>::insert(netuid, first);
        SubtokenEnabled::<T>::insert(netuid, true);
        Pallet::<T>::deposit_event(Event::FirstEmissionBlockNumberSet(netuid, first));
        Ok(())
    }
}
