//! Dissolution: who is paid, that nothing is left, how the work spreads over blocks, and creations
//! that wait for it.

mod null;

use std::collections::BTreeMap;

use frame_support::{assert_noop, assert_ok, traits::Currency};
use pallet_subtensor_swap::BalancerTaoReservoir;
use sp_io::hashing::{blake2_128, twox_64, twox_128};
use sp_metadata_ir::{StorageEntryTypeIR, StorageHasherIR};
use sp_runtime::{DispatchError, PerU16};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, SwapInterface, TaoBalance};

use super::payout::part;
use crate::{Error, SubnetIdentityV3, WeightInfo, mock::*, pallet::*};

const ROOT: NetUid = NetUid::ROOT;

fn free(number: u64) -> u64 {
    Balances::free_balance(account(number))
}

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

fn dissolve(netuid: NetUid) {
    assert_ok!(SubtensorModule::root_dissolve_network(
        RuntimeOrigin::root(),
        netuid
    ));
}

/// Runs blocks until nothing is dissolved any more; returns how many.
fn finish() -> u64 {
    let start = System::block_number();
    while !DissolveCleanupQueue::<Test>::get().is_empty() {
        next_block();
    }
    System::block_number() - start
}

/// Gives a coldkey stake on a hotkey that costs nothing.
fn give(netuid: NetUid, coldkey: u64, hotkey: u64, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
    Shares::<Test>::increase_stake(&account(hotkey), &account(coldkey), netuid, rao(amount));
}

/// Everything that is stored, but what grows with blocks and accounts.
fn state() -> BTreeMap<Vec<u8>, Vec<u8>> {
    let mut state = BTreeMap::new();
    let mut key = Vec::new();
    while let Some(next) = sp_io::storage::next_key(&key) {
        let value = sp_io::storage::get(&next).unwrap_or_default();
        state.insert(next.clone(), value.to_vec());
        key = next;
    }
    state
}

/// Insists that nothing is stored that was not before, but for rules that tests have changed, the
/// bar of the emission gate, the last creation, and how often the netuid was given out.
fn assert_nothing_is_left(before: &BTreeMap<Vec<u8>, Vec<u8>>) {
    let rule = |item: &[u8]| [twox_128(b"SubtensorModule"), twox_128(item)].concat();
    let expected = [
        rule(b"PendingChildKeyCooldown"),
        rule(b"NetworkRateLimit"),
        rule(b"EmissionGateBar"),
        rule(b"NetworkLastLockCost"),
        rule(b"LastRateLimitedBlock"),
        rule(b"RegisteredSubnetCounter"),
        rule(b"WaitingCommitQueues"),
        twox_128(b"System").to_vec(),
    ];
    let left: Vec<String> = state()
        .keys()
        .filter(|key| !before.contains_key(*key))
        .filter(|key| !expected.iter().any(|prefix| key.starts_with(prefix)))
        .map(|key| format!("{key:02x?}"))
        .collect();
    assert!(left.is_empty(), "{left:#?}");
    assert!(WaitingCommitQueues::<Test>::get().is_empty());
    let uses: Vec<_> = LastRateLimitedBlock::<Test>::iter_keys().collect();
    assert_eq!(uses, [crate::RateLimitKey::NetworkLastRegistered]);
}

/// Fills a subnet with everything that people can leave on it.
fn live_on(netuid: NetUid) {
    settle_on(netuid);
    run_to_block(System::block_number() + 12);
    work_on(netuid);
    lend_on(netuid);
    lock_stake(2, 12, netuid, 1_000);
    assert_ok!(SubtensorModule::set_perpetual_lock(signed(2), netuid, true));
}

/// An identity, a hyperparameter of the owner, and two neurons with stake and collateral: 12 and
/// 13.
fn settle_on(netuid: NetUid) {
    let identity = SubnetIdentityV3 {
        subnet_name: b"name".to_vec(),
        ..Default::default()
    };
    SubnetIdentitiesV3::<Test>::insert(netuid, identity);
    let switch = crate::Hyperparameter::BurnRegistrationAllowed;
    RateLimits::<Test>::note_hyperparameter_change(netuid, switch);
    CollateralLockShare::<Test>::insert(netuid, 1_000);
    CollateralDrainRatio::<Test>::insert(netuid, subtensor_fixed::U64F64::from_num(2));
    for (coldkey, hotkey) in [(2, 12), (3, 13)] {
        assert_ok!(SubtensorModule::burned_register(
            signed(coldkey),
            netuid,
            account(hotkey)
        ));
        assert_ok!(SubtensorModule::add_stake(
            signed(coldkey),
            account(hotkey),
            netuid,
            TaoBalance::new(50 * TAO)
        ));
    }
}

/// Weights, an endpoint, and a hotkey for the income of a miner.
fn work_on(netuid: NetUid) {
    let uid = Neurons::<Test>::uid_for(netuid, &account(13)).unwrap();
    assert_ok!(SubtensorModule::set_weights(
        RuntimeOrigin::signed(account(12)),
        netuid,
        list(vec![uid]),
        list(vec![1]),
        0
    ));
    assert_ok!(SubtensorModule::serve_axon(
        RuntimeOrigin::signed(account(13)),
        netuid,
        1,
        0x0808_0808,
        80,
        4,
        0,
        0,
        0
    ));
    assert_ok!(SubtensorModule::set_coldkey_auto_stake_hotkey(
        signed(3),
        netuid,
        account(12)
    ));
}

/// Children in force, children that wait, and root stake that earns dividends meanwhile.
fn lend_on(netuid: NetUid) {
    assert_ok!(SubtensorModule::set_childkey_take(
        signed(2),
        account(12),
        netuid,
        PerU16::from_parts(5)
    ));
    PendingChildKeyCooldown::<Test>::put(0);
    assert_ok!(SubtensorModule::set_children(
        signed(2),
        account(12),
        netuid,
        vec![(u64::MAX / 2, account(13))]
    ));
    CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
    MechanismCountCurrent::<Test>::insert(netuid, MechId::new(1));
    SubnetMovingPrice::<Test>::insert(netuid, subtensor_fixed::I96F32::from_num(2i64));
    assert_ok!(SubtensorModule::add_stake(
        signed(4),
        account(12),
        ROOT,
        TaoBalance::new(100_000 * TAO)
    ));
    run_to_block(System::block_number() + 30);
    assert_ok!(SubtensorModule::set_children(
        signed(3),
        account(13),
        netuid,
        vec![(7, account(11))]
    ));
}

#[test]
fn only_root_dissolves_what_exists_and_is_not_being_dissolved() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for who in [signed(1), RuntimeOrigin::none()] {
            let denied = SubtensorModule::root_dissolve_network(who.clone(), netuid);
            assert_noop!(denied, DispatchError::BadOrigin);
            let denied = SubtensorModule::dissolve_network(who, account(1), netuid);
            assert_noop!(denied, DispatchError::BadOrigin);
        }
        for missing in [ROOT, NetUid::new(77)] {
            assert_noop!(
                SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), missing),
                Error::<Test>::SubnetNotExists
            );
        }
        assert_ok!(SubtensorModule::dissolve_network(
            RuntimeOrigin::root(),
            account(1),
            netuid
        ));
        assert!(!Subnets::<Test>::subnet_exists(netuid));
        assert_noop!(
            SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), netuid),
            Error::<Test>::NetworkDissolveAlreadyQueued
        );
        check();
        finish();
        System::assert_has_event(Event::NetworkRemoved(netuid).into());
        assert_noop!(
            SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), netuid),
            Error::<Test>::SubnetNotExists
        );
    });
}

#[test]
fn parts_are_the_pot() {
    let tao = |amount| TaoBalance::new(amount);
    let parts = |pot: u64, total: u128, values: &[u128]| -> Vec<u64> {
        let mut counted = 0;
        values
            .iter()
            .map(|value| {
                let part = part(tao(pot), total, counted, *value).to_u64();
                counted += value;
                part
            })
            .collect()
    };
    assert_eq!(parts(99_999, 5_000, &[5_000]), [99_999]);
    assert_eq!(parts(10_000, 1_000, &[300, 700]), [3_000, 7_000]);
    assert_eq!(parts(1, 5, &[3, 2]).iter().sum::<u64>(), 1);
    // Two thirds belong to the protocol, which comes last.
    assert_eq!(parts(200, 200, &[50]), [50]);
    assert_eq!(parts(7, 0, &[0]), [0]);
    assert_eq!(
        parts(u64::MAX, u128::from(u64::MAX) * 2, &[u64::MAX.into()]),
        [u64::MAX / 2]
    );
}

#[test]
fn stakers_share_the_pool_with_the_protocol_and_the_rest_is_recycled() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        // A pool of 1000 TAO; half of the alpha is in it, the rest is staked.
        let in_pool = SubnetAlphaIn::<Test>::get(netuid).to_u64();
        give(netuid, 2, 11, in_pool / 4);
        give(netuid, 3, 11, in_pool / 4);
        give(netuid, 3, 12, in_pool / 2);
        let (two, three, issuance) = (free(2), free(3), Balances::total_issuance());
        let pot = SubnetTAO::<Test>::get(netuid).to_u64();
        dissolve(netuid);
        finish();
        let near = |paid: u64, expected: u64| assert!(paid.abs_diff(expected) <= 2, "{paid}");
        near(free(2) - two, pot / 8);
        near(free(3) - three, pot / 8 * 3);
        let recycled = issuance - Balances::total_issuance() - EXISTENTIAL_DEPOSIT;
        near(recycled, pot / 2);
        assert_eq!(free(2) - two + free(3) - three + recycled, pot);
        let pool = Subnets::<Test>::account_of_subnet(netuid);
        assert_eq!(Balances::total_balance(&pool), 0);
        assert!(!StakingHotkeys::<Test>::get(account(2)).contains(&account(11)));
    });
}

#[test]
fn what_the_pool_could_not_take_yet_joins_the_pot() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let in_pool = SubnetAlphaIn::<Test>::get(netuid).to_u64();
        give(netuid, 2, 11, in_pool);
        let pool = SubnetTAO::<Test>::get(netuid).to_u64();
        let kept = TaoBalance::new(200 * pool);
        assert_ok!(Ledger::<Test>::mint_to_subnet(netuid, kept));
        let added = Swap::adjust_liquidity(netuid, kept, AlphaBalance::ZERO);
        assert_eq!(added, Default::default());
        check();
        let before = free(2);
        dissolve(netuid);
        finish();
        // Half belongs to the pool's own alpha.
        assert!((free(2) - before).abs_diff(201 * pool / 2) <= 2);
        assert!(!BalancerTaoReservoir::<Test>::contains_key(netuid));
        check();
    });
}

#[test]
fn what_rounding_left_in_a_pool_without_stakers_goes_too() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let leave = |hotkey: &AccountId, coldkey| {
            let held = Shares::<Test>::stake_of(hotkey, &account(coldkey), netuid);
            let left = Shares::<Test>::decrease_stake(hotkey, &account(coldkey), netuid, held);
            assert_ok!(left);
            Ledger::<Test>::recycle_subnet_alpha(netuid, held);
        };
        // One staker whose share is a sum of many, so that it is not quite the whole pool when it
        // leaves.
        let rest = (1..1_000u64).find_map(|number| {
            let hotkey = account(1_000 + number);
            for step in 1..40 {
                give(netuid, 2, 1_000 + number, 1_000_003 * number * step + 7);
                Ledger::<Test>::mint_alpha_out(netuid, rao(step));
                Shares::<Test>::increase_stake_for_hotkey(&hotkey, netuid, rao(step));
            }
            leave(&hotkey, 2);
            Some(hotkey).filter(|hotkey| Shares::<Test>::hotkey_alpha(hotkey, netuid) > rao(0))
        });
        let hotkey = rest.expect("rounding leaves something");
        assert_eq!(PoolStakers::<Test>::get(netuid, &hotkey), 0);
        check();
        dissolve(netuid);
        finish();
        assert_eq!(Shares::<Test>::hotkey_alpha(&hotkey, netuid), rao(0));
    });
}

#[test]
fn what_nobody_can_receive_is_recycled() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let before = Balances::total_issuance();
        // Worth less than the existential deposit of an account that is not there.
        give(netuid, 500, 11, 100);
        let pot = SubnetTAO::<Test>::get(netuid).to_u64();
        dissolve(netuid);
        finish();
        assert_eq!(free(500), 0);
        let recycled = before - Balances::total_issuance();
        assert_eq!(recycled, pot + EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn nothing_is_left_for_the_next_subnet() {
    new_test_ext().execute_with(|| {
        // What people have without the subnet.
        for (coldkey, hotkey) in [(1, 11), (2, 12), (3, 13)] {
            let hotkey = account(hotkey);
            assert_ok!(SubtensorModule::try_associate_hotkey(
                signed(coldkey),
                hotkey
            ));
        }
        let (hotkey, tao) = (account(12), TaoBalance::new(TAO));
        assert_ok!(SubtensorModule::add_stake(signed(4), hotkey, ROOT, tao));
        next_block();
        let before = state();
        let netuid = start_subnet(1, 11);
        live_on(netuid);
        let filled = state().len();
        assert!(filled > before.len() + 120, "{filled}");
        dissolve(netuid);
        finish();
        assert_nothing_is_left(&before);
    });
}

#[test]
fn a_dissolution_takes_its_part_of_many_blocks_and_pays_everybody_once() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for coldkey in 1_000..1_400 {
            give(netuid, coldkey, 11, 10 * TAO);
            give(netuid, coldkey, 12, 10 * TAO);
        }
        let pot = u128::from(SubnetTAO::<Test>::get(netuid).to_u64());
        let total = u128::from(TotalAlphaStaked::<Test>::get(netuid).to_u64())
            + u128::from(SubnetAlphaIn::<Test>::get(netuid).to_u64())
            + u128::from(SubnetProtocolAlpha::<Test>::get(netuid).to_u64());
        dissolve(netuid);
        let limit = Dissolution::<Test>::dissolution_limit();
        let mut blocks = 0;
        while !DissolveCleanupQueue::<Test>::get().is_empty() {
            let weight = Dissolution::<Test>::go_on_dissolving();
            assert!(weight.all_lte(limit), "{weight:?}");
            check();
            blocks += 1;
        }
        assert!(blocks > 5, "{blocks}");
        let each = (pot * 20 * u128::from(TAO) / total) as u64;
        for coldkey in 1_000..1_400 {
            assert!(
                free(coldkey).abs_diff(each) <= 2,
                "{} {each}",
                free(coldkey)
            );
        }
    });
}

#[test]
fn a_subnet_that_is_being_dissolved_does_nothing() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        live_on(netuid);
        let supply = Balances::total_issuance();
        SubnetEmissionEnabled::<Test>::insert(netuid, true);
        dissolve(netuid);
        let stake =
            SubtensorModule::add_stake(signed(2), account(12), netuid, TaoBalance::new(TAO));
        assert_noop!(stake, Error::<Test>::SubnetNotExists);
        let unstake = SubtensorModule::remove_stake(signed(2), account(12), netuid, rao(TAO));
        assert!(unstake.is_err());
        // Root stakers keep their stake.
        assert_ok!(SubtensorModule::remove_stake(
            signed(4),
            account(12),
            ROOT,
            AlphaBalance::MAX
        ));
        assert_eq!(
            Shares::<Test>::stake_of(&account(12), &account(4), netuid),
            rao(0)
        );
        finish();
        assert!(Balances::total_issuance() <= supply);
    });
}

/// As many subnets as may be; the second can be dissolved for another.
fn full_chain() -> (NetUid, NetUid) {
    let first = NetUid::new(1);
    let second = start_subnet(1, 11);
    SubnetLimit::<Test>::put(2);
    NetworkImmunityPeriod::<Test>::put(0);
    SubnetMovingPrice::<Test>::insert(first, subtensor_fixed::I96F32::from_num(1i64));
    NetworkLastLockCost::<Test>::put(TaoBalance::new(1_000 * TAO));
    (first, second)
}

#[test]
fn at_the_limit_a_creation_waits_for_the_cheapest_subnet_to_go() {
    new_test_ext().execute_with(|| {
        let (_, second) = full_chain();
        let before = free(5);
        System::reset_events();
        assert_ok!(SubtensorModule::register_network(signed(5), account(15)));
        let paid = before - free(5);
        System::assert_has_event(
            Event::NetworkRegistrationQueued {
                coldkey: account(5),
                hotkey: account(15),
                lock_amount: TaoBalance::new(paid),
                registration_block: System::block_number(),
            }
            .into(),
        );
        assert!(!Subnets::<Test>::subnet_exists(second));
        let escrow = Subnets::<Test>::registration_escrow();
        assert_eq!(Balances::free_balance(&escrow), paid);
        assert_eq!(
            NetworkRegistrationEscrow::<Test>::get(0).unwrap().0,
            account(5)
        );
        check();
        finish();
        next_block();
        assert_eq!(SubnetOwner::<Test>::get(second), account(5));
        assert_eq!(SubnetOwnerHotkey::<Test>::get(second), account(15));
        let pool = SubnetTAO::<Test>::get(second).to_u64();
        assert_eq!(pool + EXISTENTIAL_DEPOSIT, paid);
        assert_eq!(RegisteredSubnetCounter::<Test>::get(second), 2);
        assert_eq!(Balances::free_balance(&escrow), 0);
        assert!(NetworkRegistrationQueue::<Test>::get().is_empty());
    });
}

#[test]
fn without_a_subnet_to_dissolve_or_the_price_nothing_changes() {
    new_test_ext().execute_with(|| {
        let (_, second) = full_chain();
        assert_noop!(
            SubtensorModule::register_network(signed(777), account(15)),
            Error::<Test>::CannotAffordLockCost
        );
        assert!(Subnets::<Test>::subnet_exists(second));
        NetworkImmunityPeriod::<Test>::put(1_000_000);
        assert_noop!(
            SubtensorModule::register_network(signed(5), account(15)),
            Error::<Test>::SubnetLimitReached
        );
    });
}

#[test]
fn while_a_netuid_is_erased_a_creation_waits_without_a_victim() {
    new_test_ext().execute_with(|| {
        let (first, second) = full_chain();
        dissolve(second);
        assert_ok!(SubtensorModule::register_network(signed(5), account(15)));
        assert!(Subnets::<Test>::subnet_exists(first));
        assert_eq!(NetworkRegistrationQueue::<Test>::get().len(), 1);
        finish();
        next_block();
        assert_eq!(SubnetOwner::<Test>::get(second), account(5));
        assert!(Subnets::<Test>::subnet_exists(first));
    });
}

#[test]
fn nobody_is_dissolved_for_a_creation_that_would_still_have_no_room() {
    new_test_ext().execute_with(|| {
        let (_, second) = full_chain();
        SubnetLimit::<Test>::put(1);
        assert_noop!(
            SubtensorModule::register_network(signed(5), account(15)),
            Error::<Test>::SubnetLimitReached
        );
        assert!(Subnets::<Test>::subnet_exists(second));
    });
}

/// Whether the creation of that number was given up, by a coldkey and its hotkey that is 10 more.
fn assert_cancelled(coldkey: u64, lock_id: u32, error: Error<Test>) {
    System::assert_has_event(
        Event::NetworkRegistrationCancelled {
            coldkey: account(coldkey),
            hotkey: account(coldkey + 10),
            lock_id,
            error: error.into(),
        }
        .into(),
    );
}

#[test]
fn creations_for_which_there_will_be_no_room_any_more_are_paid_back() {
    new_test_ext().execute_with(|| {
        let (first, second) = full_chain();
        let before = free(5);
        assert_ok!(SubtensorModule::register_network(signed(5), account(15)));
        assert!(Subnets::<Test>::subnet_exists(first) && !Subnets::<Test>::subnet_exists(second));
        SubnetLimit::<Test>::put(1);
        finish();
        next_block();
        assert_eq!(free(5), before);
        assert_cancelled(5, 0, Error::<Test>::SubnetLimitReached);
        assert!(NetworkRegistrationQueue::<Test>::get().is_empty());
        let escrow = Subnets::<Test>::registration_escrow();
        assert_eq!(Balances::free_balance(escrow), 0);
        let named: Vec<NetUid> = Subnets::<Test>::subnet_netuids();
        assert_eq!(named, [ROOT, first]);
        check();
    });
}

#[test]
fn a_creation_is_paid_back_to_an_account_that_is_gone_by_then() {
    new_test_ext().execute_with(|| {
        full_chain();
        assert_ok!(SubtensorModule::register_network(signed(5), account(15)));
        let paid = NetworkRegistrationEscrow::<Test>::get(0).unwrap().1;
        assert_ok!(Balances::transfer_all(signed(5), account(6), false));
        assert_eq!(free(5), 0);
        SubnetLimit::<Test>::put(1);
        finish();
        next_block();
        assert_eq!(free(5), paid.to_u64());
        check();
    });
}

#[test]
fn creations_that_wait_are_served_in_order_and_paid_back_when_impossible() {
    new_test_ext().execute_with(|| {
        let (first, second) = full_chain();
        assert_ok!(SubtensorModule::register_network(signed(5), account(15)));
        NetworkLastLockCost::<Test>::put(TaoBalance::new(1_000 * TAO));
        let before = free(6);
        assert_ok!(SubtensorModule::register_network(signed(6), account(16)));
        assert!(!Subnets::<Test>::subnet_exists(first) && !Subnets::<Test>::subnet_exists(second));
        // Meanwhile the hotkey came into other hands.
        Owner::<Test>::insert(account(16), account(7));
        OwnedHotkeys::<Test>::remove(account(6));
        OwnedHotkeys::<Test>::insert(account(7), vec![account(16)]);
        finish();
        next_block();
        next_block();
        let owners: Vec<AccountId> = Subnets::<Test>::subnet_netuids()
            .into_iter()
            .filter(|netuid| !netuid.is_root())
            .map(SubnetOwner::<Test>::get)
            .collect();
        assert_eq!(owners, [account(5)]);
        assert_eq!(free(6), before);
        assert_cancelled(6, 1, Error::<Test>::NonAssociatedColdKey);
    });
}

#[test]
fn the_next_subnet_on_a_netuid_can_be_like_the_first() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        live_on(netuid);
        dissolve(netuid);
        finish();
        NetworkLastLockCost::<Test>::put(TaoBalance::new(1_000 * TAO));
        let again = start_subnet(2, 21);
        assert_eq!(again, netuid);
        assert_eq!(RegisteredSubnetCounter::<Test>::get(netuid), 2);
        assert_eq!(SubnetIdentitiesV3::<Test>::get(netuid), None);
        run_to_block(System::block_number() + 30);
        assert!(Shares::<Test>::stake_of(&account(21), &account(2), netuid) > rao(0));
    });
}

#[test]
fn the_weight_of_a_whole_dissolution_is_that_of_its_rows() {
    new_test_ext().execute_with(|| {
        type Weights = crate::weight_info::MeasuredWeights<Test>;
        let netuid = start_subnet(1, 11);
        dissolve(netuid);
        let mut weight = frame_support::weights::Weight::zero();
        while !DissolveCleanupQueue::<Test>::get().is_empty() {
            weight = weight.saturating_add(Dissolution::<Test>::go_on_dissolving());
        }
        let least = Weights::erase_neuron(1) + Weights::erase_mechanism() + Weights::erase_values();
        assert!(weight.all_gte(least));
    });
}

/// Where a map with a netuid as its only key keeps the row of a subnet.
fn key_of(item: &str, hasher: &StorageHasherIR, netuid: NetUid) -> Vec<u8> {
    let bytes = netuid.get().to_le_bytes();
    let hash = match hasher {
        StorageHasherIR::Identity => vec![],
        StorageHasherIR::Twox64Concat => twox_64(&bytes).to_vec(),
        StorageHasherIR::Blake2_128Concat => blake2_128(&bytes).to_vec(),
        other => panic!("{item} has the hasher {other:?}"),
    };
    let prefix = [twox_128(b"SubtensorModule"), twox_128(item.as_bytes())].concat();
    [prefix, hash, bytes.to_vec()].concat()
}

#[test]
fn every_value_that_is_keyed_by_a_netuid_is_erased() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(7);
        // How often the netuid was given out stays; the others go when the subnet stops and when it
        // is paid out, or with the lease that is there.
        let elsewhere = [
            "RegisteredSubnetCounter",
            "NetworksAdded",
            "PendingChildKeysCursor",
            "SubnetUidToLeaseId",
        ];
        let paid_out = ["SubnetAlphaIn", "SubnetAlphaOut", "SubnetProtocolAlpha"];
        let mut keys = BTreeMap::new();
        for entry in SubtensorModule::storage_metadata().entries {
            let StorageEntryTypeIR::Map { hashers, key, .. } = &entry.ty else {
                continue;
            };
            let known = elsewhere.contains(&entry.name) || paid_out.contains(&entry.name);
            if *key == scale_info::meta_type::<NetUid>() && !known {
                keys.insert(entry.name, key_of(entry.name, &hashers[0], netuid));
            }
        }
        assert!(keys.len() > 90, "{}", keys.len());
        for key in keys.values() {
            sp_io::storage::set(key, &[0; 64]);
        }
        let mut meter = frame_support::weights::WeightMeter::new();
        assert!(Dissolution::<Test>::erase_values(netuid, &mut meter));
        let left: Vec<&str> = keys
            .iter()
            .filter(|(_, key)| sp_io::storage::exists(key))
            .map(|(name, _)| *name)
            .collect();
        assert!(left.is_empty(), "{left:?}");
    });
}

#[test]
fn commitments_go_with_the_subnet() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        dissolve(netuid);
        assert!(PurgedCommitments::get().is_empty());
        finish();
        assert_eq!(PurgedCommitments::get(), [netuid]);
    });
}
