//! Registration, its price, and who makes room (spec 30 §8 to §10).

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo};
use proptest::prelude::*;
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{Error, Event, mock::*, pallet::*};

fn register(coldkey: u64, netuid: NetUid, hotkey: u64) -> DispatchResultWithPostInfo {
    SubtensorModule::burned_register(signed(coldkey), netuid, account(hotkey))
}

fn burn(netuid: NetUid) -> u64 {
    Burn::<Test>::get(netuid).to_u64()
}

/// Price, multiplier and bounds of a registration.
fn set_price(netuid: NetUid, price: u64, factor: U64F64, bounds: (u64, u64)) {
    Burn::<Test>::insert(netuid, TaoBalance::new(price));
    BurnIncreaseMult::<Test>::insert(netuid, factor);
    MinBurn::<Test>::insert(netuid, TaoBalance::new(bounds.0));
    MaxBurn::<Test>::insert(netuid, TaoBalance::new(bounds.1));
}

fn whole(number: u64) -> U64F64 {
    U64F64::from_num(number)
}

#[test]
fn prices_rise_as_in_30_8_3() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        let any = (0, u64::MAX);
        let mainnet_factor = U64F64::from_bits(23_242_897_532_874_035_200);
        for (factor, bounds, price, raised) in [
            (
                mainnet_factor,
                any,
                1_000_000_000,
                vec![
                    1_260_000_000,
                    1_587_600_000,
                    2_000_376_000,
                    2_520_473_760,
                    3_175_796_937,
                    4_001_504_140,
                ],
            ),
            (whole(0), (1, u64::MAX), 5, vec![5, 5]),
            (whole(1), (100_000, u64::MAX), 0, vec![100_000]),
            (whole(2), (1, 400), 2, vec![4, 8, 16, 32, 64, 128, 256, 400]),
            (
                whole(10),
                (0, 500_000),
                7,
                vec![70, 700, 7_000, 70_000, 500_000],
            ),
            (whole(2), any, u64::MAX, vec![u64::MAX]),
        ] {
            set_price(netuid, price, factor, bounds);
            for expected in raised {
                Registration::<Test>::raise_burn(netuid);
                assert_eq!(burn(netuid), expected);
            }
        }
    });
}

#[test]
fn prices_fall_as_in_30_8_3() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        let any = (0, u64::MAX);
        for (half_life, price, bounds, after) in [
            (2, 1_024, any, vec![(1, 724), (2, 511), (3, 361), (4, 255)]),
            (1_000, 1_000, any, vec![(1, 999)]),
            (
                360,
                1_000_000_000,
                any,
                vec![
                    (1, 998_076_443),
                    (2, 996_156_586),
                    (10, 980_930_083),
                    (100, 824_860_547),
                    (360, 499_999_865),
                    (720, 249_999_807),
                ],
            ),
            (1, 1, (100_000, 150_000), vec![(1, 100_000), (2, 100_000)]),
            (0, 700, (0, 600), vec![(1, 600), (2, 600)]),
        ] {
            set_price(netuid, price, whole(2), bounds);
            Registration::<Test>::set_burn_half_life(netuid, half_life);
            let mut done = 0;
            for (blocks, expected) in after {
                for _ in done..blocks {
                    Registration::<Test>::on_block_registrations(
                        &Subnets::<Test>::subnet_netuids(),
                        2,
                    );
                }
                done = blocks;
                assert_eq!(burn(netuid), expected, "{half_life} {blocks}");
            }
        }
    });
}

#[test]
fn a_registration_pays_its_price_and_destroys_what_it_buys() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let price = TAO;
        let free = Balances::free_balance(account(2));
        let author = Balances::free_balance(account(99));
        let pool = SubnetTAO::<Test>::get(netuid).to_u64();
        let out = SubnetAlphaOut::<Test>::get(netuid);
        assert_eq!(burn(netuid), price);
        assert_ok!(register(2, netuid, 12));

        let fee = 503_547;
        assert_eq!(Balances::free_balance(account(2)), free - price);
        assert_eq!(Balances::free_balance(account(99)), author + fee);
        assert_eq!(SubnetTAO::<Test>::get(netuid).to_u64(), pool + price - fee);
        assert_eq!(SubnetAlphaOut::<Test>::get(netuid), out);
        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(12)), Some(1));
        assert_eq!(RegistrationsThisBlock::<Test>::get(netuid), 1);
        assert!(burn(netuid) > price);
        assert_eq!(
            System::events().last().unwrap().event,
            Event::NeuronRegistered(netuid, 1, account(12)).into()
        );
        check();

        let second = burn(netuid);
        assert_ok!(register(2, netuid, 13));
        assert_eq!(
            RAORecycledForRegistration::<Test>::get(netuid).to_u64(),
            price + second
        );
        next_block();
        assert_eq!(RegistrationsThisBlock::<Test>::get(netuid), 0);
    });
}

#[test]
fn what_keeps_a_hotkey_from_being_registered() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        assert_noop!(
            register(2, NetUid::ROOT, 12),
            Error::<Test>::RegistrationNotPermittedOnRootSubnet
        );
        assert_noop!(
            register(2, NetUid::new(9), 12),
            Error::<Test>::SubnetNotExists
        );
        NetworkRegistrationAllowed::<Test>::insert(netuid, false);
        assert_noop!(
            register(2, netuid, 12),
            Error::<Test>::SubNetRegistrationDisabled
        );
        NetworkRegistrationAllowed::<Test>::insert(netuid, true);
        assert_noop!(
            register(1, netuid, 11),
            Error::<Test>::HotKeyAlreadyRegisteredInSubNet
        );
        assert_noop!(
            register(50, netuid, 12),
            Error::<Test>::NotEnoughBalanceToStake
        );
        let pool = Subnets::<Test>::account_of_subnet(netuid);
        assert_noop!(
            SubtensorModule::burned_register(signed(2), netuid, pool),
            Error::<Test>::CannotUseSystemAccount
        );
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(3),
            account(13)
        ));
        assert_noop!(register(2, netuid, 13), Error::<Test>::NonAssociatedColdKey);
        MaxAllowedUids::<Test>::insert(netuid, 0);
        assert_noop!(register(2, netuid, 12), Error::<Test>::NoNeuronIdAvailable);
        // Full, and the only uid is the owner's.
        MaxAllowedUids::<Test>::insert(netuid, 1);
        assert_noop!(register(2, netuid, 12), Error::<Test>::NoNeuronIdAvailable);
    });
}

#[test]
fn new_bounds_hold_for_the_price_at_once() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        Burn::<Test>::insert(netuid, TaoBalance::new(5_000));
        Registration::<Test>::set_min_burn(netuid, TaoBalance::new(7_000));
        assert_eq!(MinBurn::<Test>::get(netuid).to_u64(), 7_000);
        assert_eq!(burn(netuid), 7_000);
        Registration::<Test>::set_max_burn(netuid, TaoBalance::new(8_000));
        assert_eq!(burn(netuid), 7_000);
        Burn::<Test>::insert(netuid, TaoBalance::new(9_000));
        Registration::<Test>::set_max_burn(netuid, TaoBalance::new(8_500));
        assert_eq!(MaxBurn::<Test>::get(netuid).to_u64(), 8_500);
        assert_eq!(burn(netuid), 8_500);
    });
}

#[test]
fn a_price_limit_holds() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let limited =
            |netuid, limit| SubtensorModule::register_limit(signed(2), netuid, account(12), limit);
        assert_noop!(
            limited(NetUid::ROOT, u64::MAX),
            Error::<Test>::RegistrationNotPermittedOnRootSubnet
        );
        assert_noop!(
            limited(NetUid::new(9), u64::MAX),
            Error::<Test>::SubnetNotExists
        );
        let price = burn(netuid);
        assert_noop!(
            limited(netuid, price - 1),
            Error::<Test>::RegistrationPriceLimitExceeded
        );
        assert_ok!(limited(netuid, price));
    });
}

/// A subnet without an owner whose uids have (emission, block of registration); hotkeys are the
/// accounts 40 and up.
fn crowd(neurons: &[(u64, u64)], immunity: u16, floor: u16) -> NetUid {
    let netuid = NetUid::new(1);
    SubnetOwnerHotkey::<Test>::remove(netuid);
    SubnetOwner::<Test>::insert(netuid, account(30));
    SubnetworkN::<Test>::insert(netuid, 0);
    for (uid, (_, registered)) in (0u64..).zip(neurons) {
        Neurons::<Test>::append_neuron(netuid, &account(40 + uid), *registered);
    }
    let emission: Vec<_> = neurons
        .iter()
        .map(|(emission, _)| AlphaBalance::new(*emission))
        .collect();
    Emission::<Test>::insert(netuid, emission);
    ImmunityPeriod::<Test>::insert(netuid, immunity);
    MinNonImmuneUids::<Test>::insert(netuid, floor);
    netuid
}

#[test]
fn the_pruned_are_those_of_30_9_4() {
    for (neurons, immunity, floor, pruned) in [
        (vec![(100, 999), (110, 999)], 100, 0, Some(0)),
        (vec![(100, 0), (110, 0)], 100, 0, Some(0)),
        (vec![(100, 0), (110, 0)], 100, 10, None),
        (vec![(10, 850), (10, 800), (1, 990)], 100, 0, Some(1)),
        (vec![(1, 0), (1, 0), (1, 0), (9, 990)], 100, 3, Some(3)),
        (vec![(10, 0), (10, 1), (10, 2)], 100, 0, Some(0)),
        (vec![], 100, 0, None),
    ] {
        new_test_ext().execute_with(|| {
            System::set_block_number(1_000);
            let netuid = crowd(&neurons, immunity, floor);
            assert_eq!(
                Neurons::<Test>::neuron_to_prune(netuid),
                pruned,
                "{neurons:?}"
            );
        });
    }
}

#[test]
fn uids_of_the_owner_stay_up_to_the_limit() {
    for (immunity, limit, pruned) in [(0, 1, 1), (0, 2, 2), (1_000, 2, 2)] {
        new_test_ext().execute_with(|| {
            System::set_block_number(1_000);
            let netuid = crowd(&[(0, 997), (0, 998), (1, 999)], immunity, 0);
            SubnetOwnerHotkey::<Test>::insert(netuid, account(40));
            OwnedHotkeys::<Test>::insert(account(30), vec![account(40), account(41)]);
            ImmuneOwnerUidsLimit::<Test>::insert(netuid, limit);
            assert_eq!(Neurons::<Test>::neuron_to_prune(netuid), Some(pruned));
        });
    }
    new_test_ext().execute_with(|| {
        let netuid = crowd(&[(0, 0), (0, 0)], 0, 0);
        OwnedHotkeys::<Test>::insert(account(30), vec![account(40), account(41)]);
        ImmuneOwnerUidsLimit::<Test>::insert(netuid, 10);
        assert_eq!(Neurons::<Test>::neuron_to_prune(netuid), None);
    });
}

#[test]
fn the_owners_hotkey_is_never_replaced() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        assert_noop!(
            Neurons::<Test>::replace_neuron(netuid, 0, &account(12), 1),
            Error::<Test>::NoNeuronIdAvailable
        );
    });
}

#[test]
fn on_a_full_subnet_a_newcomer_takes_the_place_of_another() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        MaxAllowedUids::<Test>::insert(netuid, 2);
        assert_ok!(register(2, netuid, 12));
        assert_ok!(SubtensorModule::serve_axon(
            signed(12),
            netuid,
            1,
            1,
            1,
            4,
            0,
            0,
            0
        ));
        ValidatorPermit::<Test>::insert(netuid, vec![true, true]);
        assert_ok!(register(3, netuid, 13));

        assert_eq!(SubnetworkN::<Test>::get(netuid), 2);
        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(13)), Some(1));
        assert_eq!(Neurons::<Test>::uid_for(netuid, &account(12)), None);
        assert_eq!(Keys::<Test>::get(netuid, 1), account(13));
        assert!(!IsNetworkMember::<Test>::get(account(12), netuid));
        assert!(IsNetworkMember::<Test>::get(account(13), netuid));
        assert_eq!(Axons::<Test>::get(netuid, account(12)), None);
        assert_eq!(ValidatorPermit::<Test>::get(netuid), [true, false]);
    });
}

proptest! {
    /// Whatever the neurons, the one that goes has the least emission among those that may go.
    #[test]
    fn nobody_with_more_is_pruned(
        neurons in prop::collection::vec((0u64..5, 900u64..1_000), 1..20),
        immunity in 0u16..120,
        floor in 0u16..5,
    ) {
        new_test_ext().execute_with(|| {
            System::set_block_number(1_000);
            let netuid = crowd(&neurons, immunity, floor);
            let is_immune = |registered: u64| 1_000 - registered < u64::from(immunity);
            let free = neurons.iter().filter(|neuron| !is_immune(neuron.1)).count();
            let spared = free > usize::from(floor);
            let least = (0u16..)
                .zip(&neurons)
                .filter(|(_, (_, registered))| is_immune(*registered) != spared)
                .map(|(uid, (emission, registered))| (*emission, *registered, uid))
                .min();
            prop_assert_eq!(Neurons::<Test>::neuron_to_prune(netuid), least.map(|least| least.2));
            Ok(())
        })?;
    }
}
