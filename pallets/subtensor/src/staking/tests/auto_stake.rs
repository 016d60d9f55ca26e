//! Auto-stake: naming a hotkey, the lists that are kept of it, and where emission goes.

use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;
use subtensor_primitives::{MechId, NetUid};

use super::{ROOT, stake, tao, test};
use crate::{
    Error, Event, WeightInfo, mock::*, pallet::*, shares::MAX_HOTKEYS,
    staking::auto_stake::MAX_COLDKEYS,
};

/// A subnet with its owner's hotkey 11, 12 of coldkey 2 and 13 of coldkey 3.
fn with_neurons(run: impl FnOnce(NetUid)) {
    test(|netuid| {
        for (coldkey, hotkey) in [(2, 12), (3, 13)] {
            assert_ok!(SubtensorModule::burned_register(
                signed(coldkey),
                netuid,
                account(hotkey)
            ));
        }
        run(netuid);
    });
}

fn name(coldkey: u64, netuid: NetUid, hotkey: u64) -> DispatchResult {
    SubtensorModule::set_coldkey_auto_stake_hotkey(signed(coldkey), netuid, account(hotkey))
        .map(|_| ())
        .map_err(|failure| failure.error)
}

fn listed(hotkey: u64, netuid: NetUid) -> Vec<AccountId> {
    AutoStakeDestinationColdkeys::<Test>::get(account(hotkey), netuid)
}

#[test]
fn a_coldkey_is_listed_with_the_hotkey_it_named_last() {
    with_neurons(|netuid| {
        assert_ok!(name(3, netuid, 12));
        System::assert_last_event(
            Event::AutoStakeDestinationSet {
                coldkey: account(3),
                netuid,
                hotkey: account(12),
            }
            .into(),
        );
        assert_ok!(name(4, netuid, 12));
        assert_eq!(listed(12, netuid), [account(3), account(4)]);
        assert_ok!(name(3, netuid, 11));
        assert_ok!(name(4, netuid, 11));
        assert_eq!(
            AutoStakeDestination::<Test>::get(account(3), netuid),
            Some(account(11))
        );
        assert_eq!(listed(11, netuid), [account(3), account(4)]);
        assert!(
            !AutoStakeDestinationColdkeys::<Test>::contains_key(account(12), netuid),
            "no empty list stays"
        );
    });
}

#[test]
fn errors_of_naming_come_in_order() {
    with_neurons(|netuid| {
        assert_noop!(name(3, NetUid::new(9), 12), Error::<Test>::SubnetNotExists);
        assert_noop!(
            name(3, netuid, 77),
            Error::<Test>::HotKeyNotRegisteredInSubNet
        );
        assert_noop!(
            name(3, ROOT, 12),
            Error::<Test>::HotKeyNotRegisteredInSubNet
        );
        assert_ok!(name(3, netuid, 12));
        let own = StakingHotkeys::<Test>::get(account(3));
        let many: Vec<AccountId> = (1_000..).map(account).take(MAX_HOTKEYS).collect();
        StakingHotkeys::<Test>::insert(account(3), &many);
        assert_noop!(
            name(3, netuid, 12),
            Error::<Test>::SameAutoStakeHotkeyAlreadySet
        );
        assert_noop!(name(3, netuid, 11), Error::<Test>::TooManyStakingHotkeys);
        StakingHotkeys::<Test>::insert(account(3), own);
        assert_ok!(name(3, netuid, 11));
    });
}

#[test]
fn a_crowd_without_neurons_keeps_nobody_with_one_out() {
    with_neurons(|netuid| {
        assert_ok!(name(4, netuid, 12));
        for coldkey in (1_000..).take(MAX_COLDKEYS - 1) {
            assert_ok!(name(coldkey, netuid, 12));
        }
        assert_noop!(name(5, netuid, 12), Error::<Test>::TooManyStakingHotkeys);
        let last = 1_000 + MAX_COLDKEYS as u64 - 2;
        for (miner, gone) in [(3, last), (2, last - 1)] {
            assert_ok!(name(miner, netuid, 12));
            assert!(listed(12, netuid).contains(&account(miner)));
            assert!(!listed(12, netuid).contains(&account(gone)));
            assert_eq!(
                AutoStakeDestination::<Test>::get(account(gone), netuid),
                None
            );
            assert_eq!(listed(12, netuid).len(), MAX_COLDKEYS);
        }
        assert!(listed(12, netuid).contains(&account(4)), "who came before");
        check();
    });
}

#[test]
fn a_name_weighs_more_where_somebody_gives_way() {
    with_neurons(|netuid| {
        type Weights = <Test as crate::Config>::WeightInfo;
        let weigh = |coldkey| {
            SubtensorModule::set_coldkey_auto_stake_hotkey(signed(coldkey), netuid, account(12))
                .unwrap()
                .actual_weight
        };
        assert_eq!(weigh(1_000), Some(Weights::set_auto_stake(false)));
        for coldkey in (1_001..).take(MAX_COLDKEYS - 1) {
            assert_ok!(name(coldkey, netuid, 12));
        }
        assert_eq!(weigh(3), Some(Weights::set_auto_stake(true)));
    });
}

/// Lets 12 validate and name 13 as the miner; both belong to who registered them.
fn set_to_work(netuid: NetUid) {
    assert_ok!(SubtensorModule::add_stake(
        signed(2),
        account(12),
        netuid,
        tao(100 * TAO)
    ));
    run_to_block(System::block_number() + 12);
    let uid = Neurons::<Test>::uid_for(netuid, &account(13)).unwrap();
    let row = crate::weights::Row {
        targets: &[uid],
        weights: &[1],
        version_key: 0,
    };
    assert_ok!(ValidatorWeights::<Test>::do_set_weights(
        &account(12),
        netuid,
        MechId::MAIN,
        &row
    ));
}

#[test]
fn miner_emission_is_staked_where_its_coldkey_wants_it() {
    with_neurons(|netuid| {
        set_to_work(netuid);
        assert_ok!(name(3, netuid, 11));
        // The miner's list is full; emission comes in all the same.
        let many: Vec<AccountId> = (1_000..).map(account).take(MAX_HOTKEYS).collect();
        StakingHotkeys::<Test>::insert(account(3), &many);
        System::reset_events();
        run_to_block(System::block_number() + 12);
        let paid = stake(3, 11, netuid);
        assert!(paid > 0);
        assert_eq!(stake(3, 13, netuid), 0);
        assert!(StakingHotkeys::<Test>::get(account(3)).contains(&account(11)));
        let told: u64 = System::events()
            .into_iter()
            .filter_map(|record| match record.event {
                RuntimeEvent::SubtensorModule(Event::AutoStakeAdded {
                    netuid: at,
                    destination,
                    hotkey,
                    owner,
                    incentive,
                }) => {
                    assert_eq!(
                        (at, destination, hotkey, owner),
                        (netuid, account(11), account(13), account(3))
                    );
                    Some(incentive.to_u64())
                }
                _ => None,
            })
            .sum();
        assert!(told.abs_diff(paid) <= 2, "{told} {paid}");
    });
}
