//! Leases with as many contributors as a crowdloan can have.

use alloc::{vec, vec::Vec};

use frame_support::{assert_ok, traits::fungible::Mutate};
use sp_runtime::Percent;
use subtensor_primitives::{CrowdloansInterface, FinalizingCrowdloan};

use super::{
    Setup, TAO, account, at_block, origin,
    rows::{Row, free_a_netuid},
    signed,
    states::*,
};
use crate::{Call, Ledger, Locks, Pallet, Shares, leases::LeaseOf, pallet::*};

pub(crate) const CREATOR: u64 = 4;
/// First number of a contributor.
pub(crate) const OTHERS: u64 = 600;
pub(crate) const END: u32 = 50;

/// How many a crowdloan can have.
pub(crate) fn most_contributors<T: Setup>() -> u32 {
    T::Crowdloans::max_contributors()
}

/// So many have given to a crowdloan.
pub(crate) fn raise<T: Setup>(contributors: u32) {
    let each = 100_000 * TAO / u64::from(contributors);
    let others = others(contributors);
    let given: Vec<_> = [CREATOR]
        .into_iter()
        .chain(others)
        .map(|number| (account::<T>(number), tao(each)))
        .collect();
    let raised = each * given.len() as u64;
    T::Currency::set_balance(&account::<T>(590), raised);
    let loan = FinalizingCrowdloan {
        id: 0,
        creator: account::<T>(CREATOR),
        funds_account: account::<T>(590),
        raised: tao(raised),
    };
    T::finalize_crowdloan(loan, given);
}

/// Who gives beside the creator.
fn others(contributors: u32) -> core::ops::Range<u64> {
    OTHERS..OTHERS + u64::from(contributors) - 1
}

pub(crate) fn register<T: Setup>() -> Call<T> {
    Call::register_leased_network {
        emissions_share: Percent::from_percent(50),
        end_block: Some(END.into()),
    }
}

pub(crate) fn termination<T: Setup>() -> Call<T> {
    Call::terminate_lease {
        lease_id: 0,
        hotkey: account::<T>(88),
    }
}

/// A lease with a pot to divide, debts to everybody, and a lock.
pub(crate) fn lease<T: Setup>(contributors: u32) -> LeaseOf<T> {
    all_subnets::<T>();
    free_a_netuid::<T>();
    full_root::<T>();
    raise::<T>(contributors);
    let share = Percent::from_percent(50);
    assert_ok!(Pallet::<T>::register_leased_network(
        origin::<T>(CREATOR),
        share,
        Some(END.into())
    ));
    let lease = SubnetLeases::<T>::get(0).unwrap();
    let netuid = lease.netuid;
    Tempo::<T>::insert(netuid, 0);
    Ledger::<T>::mint_alpha_out(netuid, alpha(1_000 * TAO));
    Shares::<T>::increase_stake(&lease.hotkey, &lease.coldkey, netuid, alpha(1_000 * TAO));
    AccumulatedLeaseDividends::<T>::insert(0, alpha(200 * TAO));
    for number in others(contributors) {
        SubnetLeaseUnpaidDividends::<T>::insert(0, account::<T>(number), alpha(TAO));
    }
    Locks::<T>::lock_owner_cut(netuid, &lease.coldkey, &lease.hotkey, alpha(500 * TAO));
    own::<T>(CREATOR, 88);
    lease
}

pub(crate) fn leases<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("register_leased_network", "the last netuid", || {
            all_subnets::<T>();
            free_a_netuid::<T>();
            full_root::<T>();
            raise::<T>(most_contributors::<T>());
            (signed::<T>(CREATOR), register::<T>())
        }),
        ("register_leased_network", "in place of another", || {
            all_subnets::<T>();
            NetworkImmunityPeriod::<T>::put(0);
            full_root::<T>();
            raise::<T>(most_contributors::<T>());
            (signed::<T>(CREATOR), register::<T>())
        }),
        ("terminate_lease", "as many contributors as can be", || {
            lease::<T>(most_contributors::<T>());
            at_block::<T>(END);
            (signed::<T>(CREATOR), termination::<T>())
        }),
        ("terminate_lease", "nobody is owed anything", || {
            lease::<T>(most_contributors::<T>());
            AccumulatedLeaseDividends::<T>::remove(0);
            let _ = SubnetLeaseUnpaidDividends::<T>::clear_prefix(0, u32::MAX, None);
            at_block::<T>(END);
            (signed::<T>(CREATOR), termination::<T>())
        }),
    ]
}
