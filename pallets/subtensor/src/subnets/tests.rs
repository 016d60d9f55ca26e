//! Prices of subnets, their creation and start (spec 30 §6).

use frame_support::{assert_noop, assert_ok};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use crate::{Error, Event, RateLimitKey, SubnetIdentityV3, mock::*, pallet::*};

const THOUSAND_TAO: u64 = 1_000 * TAO;

fn free(number: u64) -> u64 {
    Balances::free_balance(account(number))
}

/// A pool of subnet `netuid` with these reserves, both in rao.
fn set_pool(netuid: NetUid, tao: u64, alpha: u64) {
    SubnetTAO::<Test>::insert(netuid, TaoBalance::new(tao));
    SubnetAlphaIn::<Test>::insert(netuid, AlphaBalance::new(alpha));
    SubnetMechanism::<Test>::insert(netuid, 1);
    assert_ok!(Swap::init(netuid, None));
}

#[test]
fn lock_costs_are_those_of_30_6_3() {
    new_test_ext().execute_with(|| {
        NetworkLockReductionInterval::<Test>::put(100_800);
        for (last_tao, block, now, cost) in [
            (1_000, 0, 100, 1_000_000_000_000),
            (1_000, 500, 500, 2_000_000_000_000),
            (1_000, 500, 50_900, 1_500_000_046_400),
            (1_000, 500, 101_300, 1_000_000_092_800),
            (2_000, 500, 101_300, 2_000_000_084_800),
            (2_000, 500, 151_700, 1_000_000_127_200),
            (2_000, 500, 160_500, 1_000_000_000_000),
        ] {
            NetworkMinLockCost::<Test>::put(TaoBalance::new(THOUSAND_TAO));
            NetworkLastLockCost::<Test>::put(TaoBalance::new(last_tao * TAO));
            LastRateLimitedBlock::<Test>::insert(RateLimitKey::NetworkLastRegistered, block);
            System::set_block_number(now);
            assert_eq!(Subnets::<Test>::lock_cost().to_u64(), cost, "{now}");
        }
        // Without an interval nothing decays.
        NetworkLockReductionInterval::<Test>::put(0);
        assert_eq!(Subnets::<Test>::lock_cost().to_u64(), 4_000 * TAO);
    });
}

#[test]
fn the_median_price_is_that_of_30_6_4() {
    new_test_ext().execute_with(|| {
        let [first, second, third] = [1, 2, 3].map(NetUid::new);
        for (prices, median) in [
            (vec![], U64F64::ONE),
            (vec![(first, 7)], U64F64::from_num(7u64)),
            (vec![(first, 5), (second, 2)], U64F64::from_ratio(7, 2)),
            (
                vec![(first, 7), (second, 2), (third, 5)],
                U64F64::from_num(5u64),
            ),
        ] {
            let _ = NetworksAdded::<Test>::clear(10, None);
            NetworksAdded::<Test>::insert(NetUid::ROOT, true);
            for (netuid, price) in prices {
                NetworksAdded::<Test>::insert(netuid, true);
                set_pool(netuid, price * TAO, TAO);
            }
            assert_eq!(Subnets::<Test>::median_alpha_price(), median);
        }
    });
}

#[test]
fn a_new_subnet_is_that_of_30_6_5() {
    new_test_ext().execute_with(|| {
        NetworkRateLimit::<Test>::put(0);
        let cost = Subnets::<Test>::lock_cost();
        let before = free(1);
        assert_ok!(SubtensorModule::register_network(signed(1), account(11)));
        let netuid = NetUid::new(2);

        assert_eq!(free(1), before - cost.to_u64());
        let holder = Subnets::<Test>::account_of_subnet(netuid);
        assert_eq!(Balances::free_balance(holder), cost.to_u64());
        let pool = SubnetTAO::<Test>::get(netuid).to_u64();
        assert_eq!(pool + EXISTENTIAL_DEPOSIT, cost.to_u64());
        assert_eq!(SubnetLocked::<Test>::get(netuid), cost);
        assert_eq!(NetworkLastLockCost::<Test>::get(), cost);
        assert_eq!(SubnetAlphaOut::<Test>::get(netuid), AlphaBalance::ZERO);
        assert_eq!(SubnetOwner::<Test>::get(netuid), account(1));
        assert_eq!(SubnetOwnerHotkey::<Test>::get(netuid), account(11));
        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(11)), Some(0));
        assert!(!SubtokenEnabled::<Test>::get(netuid));
        assert!(!SubnetEmissionEnabled::<Test>::get(netuid));
        assert_eq!(
            System::events().last().unwrap().event,
            Event::NetworkAdded(netuid, 1).into()
        );
        check();
    });
}

#[test]
fn a_price_out_of_reach_of_the_coldkey_leaves_it_alive() {
    new_test_ext().execute_with(|| {
        NetworkRateLimit::<Test>::put(0);
        let cost = Subnets::<Test>::lock_cost().to_u64();
        let who = account(20);
        let spare = free(1).min(cost);
        assert_ok!(Balances::transfer_allow_death(
            signed(1),
            who.clone(),
            spare
        ));
        assert_noop!(
            SubtensorModule::register_network(signed(20), account(21)),
            Error::<Test>::CannotAffordLockCost
        );
        assert_ok!(Balances::transfer_allow_death(
            signed(2),
            who,
            cost - spare + EXISTENTIAL_DEPOSIT
        ));
        assert_ok!(SubtensorModule::register_network(signed(20), account(21)));
        assert_eq!(free(20), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn what_keeps_a_subnet_from_being_created() {
    new_test_ext().execute_with(|| {
        NetworkRateLimit::<Test>::put(0);
        assert_ok!(SubtensorModule::register_network(signed(1), account(11)));
        assert_noop!(
            SubtensorModule::register_network(signed(2), account(11)),
            Error::<Test>::NonAssociatedColdKey
        );
        let pool = Subnets::<Test>::account_of_subnet(NetUid::new(2));
        assert_noop!(
            SubtensorModule::register_network(signed(2), pool),
            Error::<Test>::CannotUseSystemAccount
        );
        NetworkRegistrationStartBlock::<Test>::put(100);
        assert_noop!(
            SubtensorModule::register_network(signed(2), account(12)),
            Error::<Test>::SubNetRegistrationDisabled
        );
        NetworkRegistrationStartBlock::<Test>::put(0);
        NetworkRateLimit::<Test>::put(5);
        assert_noop!(
            SubtensorModule::register_network(signed(2), account(12)),
            Error::<Test>::NetworkTxRateLimitExceeded
        );
        run_to_block(System::block_number() + 5);
        SubnetLimit::<Test>::put(2);
        assert_noop!(
            SubtensorModule::register_network(signed(2), account(12)),
            Error::<Test>::SubnetLimitReached
        );
        SubnetLimit::<Test>::put(3);
        let identity = SubnetIdentityV3 {
            subnet_name: vec![b'x'; 257],
            ..Default::default()
        };
        assert_noop!(
            SubtensorModule::register_network_with_identity(
                signed(2),
                account(12),
                Some(identity.clone())
            ),
            Error::<Test>::InvalidIdentity
        );
        let identity = SubnetIdentityV3 {
            subnet_name: vec![b'x'; 256],
            ..identity
        };
        assert_ok!(SubtensorModule::register_network_with_identity(
            signed(2),
            account(12),
            Some(identity.clone())
        ));
        assert_eq!(
            SubnetIdentitiesV3::<Test>::get(NetUid::new(3)),
            Some(identity)
        );
    });
}

#[test]
fn a_price_that_only_keeps_an_account_alive_opens_no_subnet() {
    new_test_ext().execute_with(|| {
        NetworkRateLimit::<Test>::put(0);
        NetworkMinLockCost::<Test>::put(TaoBalance::ZERO);
        NetworkLastLockCost::<Test>::put(TaoBalance::new(EXISTENTIAL_DEPOSIT));
        assert_noop!(
            SubtensorModule::register_network(signed(1), account(11)),
            Error::<Test>::InsufficientLiquidity
        );
    });
}

#[test]
fn the_owner_names_a_hotkey_of_its_own() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for (coldkey, hotkey) in [(1, 21), (2, 22)] {
            assert_ok!(SubtensorModule::try_associate_hotkey(
                signed(coldkey),
                account(hotkey)
            ));
        }
        // A competitor's and nobody's, by the owner and by root.
        for hotkey in [22, 33] {
            for origin in [signed(1), RuntimeOrigin::root()] {
                assert_noop!(
                    Subnets::<Test>::do_set_owner_hotkey(origin, netuid, account(hotkey)),
                    Error::<Test>::NonAssociatedColdKey
                );
            }
        }
        assert_ok!(Subnets::<Test>::do_set_owner_hotkey(
            signed(1),
            netuid,
            account(21)
        ));
        assert_eq!(SubnetOwnerHotkey::<Test>::get(netuid), account(21));
        check();
    });
}

#[test]
fn the_owner_of_root_owns_its_hotkey_from_the_first_block() {
    use sp_runtime::BuildStorage;
    let mut storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    crate::GenesisConfig::<Test> {
        root_owner: Some((account(1), account(11))),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    sp_io::TestExternalities::new(storage).execute_with(|| {
        assert_eq!(SubnetOwner::<Test>::get(NetUid::ROOT), account(1));
        assert!(Hotkeys::<Test>::coldkey_owns_hotkey(
            &account(1),
            &SubnetOwnerHotkey::<Test>::get(NetUid::ROOT)
        ));
        check();
    });
}

#[test]
fn a_subnet_is_started_once_by_its_owner_when_it_is_time() {
    new_test_ext().execute_with(|| {
        NetworkRateLimit::<Test>::put(0);
        StartCallDelay::<Test>::put(3);
        assert_ok!(SubtensorModule::register_network(signed(1), account(11)));
        let netuid = NetUid::new(2);
        assert_noop!(
            SubtensorModule::start_call(signed(1), NetUid::new(9)),
            Error::<Test>::SubnetNotExists
        );
        assert_noop!(
            SubtensorModule::start_call(signed(2), netuid),
            sp_runtime::DispatchError::BadOrigin
        );
        assert_noop!(
            SubtensorModule::start_call(signed(1), netuid),
            Error::<Test>::NeedWaitingMoreBlocksToStarCall
        );
        run_to_block(System::block_number() + 3);
        assert_ok!(SubtensorModule::start_call(signed(1), netuid));
        assert!(SubtokenEnabled::<Test>::get(netuid));
        let now = System::block_number();
        assert_eq!(FirstEmissionBlockNumber::<Test>::get(netuid), Some(now + 1));
        assert_noop!(
            SubtensorModule::start_call(signed(1), netuid),
            Error::<Test>::FirstEmissionBlockNumberAlreadySet
        );
    });
}
