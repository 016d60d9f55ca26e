//! Small nominations: which are cleared, what becomes of those that cannot be, and the sweep after
//! the minimum rose.

use frame_support::{assert_ok, dispatch::PostDispatchInfo, traits::Get};
use frame_system::limits::BlockWeights;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{ROOT, stake, tao};
use crate::{Event, WeightInfo, mock::*, pallet::*};

/// Factor that demands nominations of 0.02 TAO.
const TWO_HUNDREDTHS: u64 = 10_000_000;
/// 0.01 TAO.
const SMALL: u64 = TAO / 100;

type Weights = <Test as crate::Config>::WeightInfo;

fn set_factor(factor: u64) {
    Nominations::<Test>::set_nominator_min_required_stake(factor);
}

fn free(coldkey: u64) -> u64 {
    Balances::free_balance(account(coldkey))
}

fn add(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    assert_ok!(SubtensorModule::add_stake(
        signed(coldkey),
        account(hotkey),
        netuid,
        tao(amount)
    ));
}

/// A subnet of coldkey 1 with hotkey 11, where coldkey 2 nominates. Nothing is emitted, so that no
/// nomination grows.
fn test(run: impl FnOnce(NetUid)) {
    super::test(|netuid| {
        NetworkRegistrationAllowed::<Test>::insert(netuid, false);
        add(2, 11, netuid, TAO);
        run(netuid);
    });
}

/// Sells so much that alpha worth `rest` rao stays. Returns what the call said.
fn sell_down_to(rest: u64, netuid: NetUid) -> PostDispatchInfo {
    let amount = stake(2, 11, netuid) - rest;
    SubtensorModule::remove_stake(signed(2), account(11), netuid, AlphaBalance::new(amount))
        .unwrap()
}

fn sales() -> usize {
    let is_sale = |event: &RuntimeEvent| {
        matches!(
            event,
            RuntimeEvent::SubtensorModule(Event::StakeRemoved(..))
        )
    };
    System::events()
        .iter()
        .filter(|record| is_sale(&record.event))
        .count()
}

fn lock(coldkey: u64, netuid: NetUid, alpha: u64) {
    lock_stake(coldkey, 11, netuid, alpha);
    assert_ok!(SubtensorModule::set_perpetual_lock(
        signed(coldkey),
        netuid,
        true
    ));
}

#[test]
fn the_minimum_is_a_factor_of_the_least_stake() {
    test(|_| {
        assert_eq!(Nominations::<Test>::nominator_min_stake(), tao(0));
        set_factor(TWO_HUNDREDTHS);
        assert_eq!(Nominations::<Test>::nominator_min_stake(), tao(2 * SMALL));
        set_factor(u64::MAX);
        assert_eq!(
            Nominations::<Test>::nominator_min_stake(),
            tao(u64::MAX / 1_000_000)
        );
    });
}

#[test]
fn a_rest_below_the_minimum_is_sold_too() {
    for at_root in [false, true] {
        test(|subnet| {
            let netuid = if at_root { ROOT } else { subnet };
            if at_root {
                add(2, 11, ROOT, TAO);
            }
            set_factor(TWO_HUNDREDTHS);
            System::reset_events();
            let info = sell_down_to(3 * SMALL, netuid);
            let mut plain = Weights::remove_stake();
            if at_root {
                plain += Weights::flush_fund(0, 0);
            }
            assert_eq!(info.actual_weight, Some(plain));
            assert!(stake(2, 11, netuid).abs_diff(3 * SMALL) <= 1);
            assert_eq!(sales(), 1);

            let before = free(2);
            let info = sell_down_to(SMALL, netuid);
            let mut both = plain + Weights::clear_nomination();
            if at_root {
                both += Weights::flush_fund(0, 0);
            }
            assert_eq!(info.actual_weight, Some(both), "the rest has its weight");
            assert_eq!(stake(2, 11, netuid), 0);
            assert_eq!(sales(), 3);
            assert!(free(2) - before > 2 * SMALL + SMALL / 2);
        });
    }
}

#[test]
fn every_way_of_unstaking_clears_the_rest() {
    test(|netuid| {
        set_factor(TWO_HUNDREDTHS);
        let amount = stake(2, 11, netuid) - SMALL;
        assert_ok!(SubtensorModule::remove_stake_limit(
            signed(2),
            account(11),
            netuid,
            AlphaBalance::new(amount),
            tao(TAO / 2),
            false
        ));
        assert_eq!(stake(2, 11, netuid), 0);
        let whole = [
            |netuid| SubtensorModule::remove_stake_full_limit(signed(2), account(11), netuid, None),
            |_| SubtensorModule::unstake_all(signed(2), account(11)),
            |_| SubtensorModule::unstake_all_alpha(signed(2), account(11)),
        ];
        for unstake in whole {
            add(2, 11, netuid, SMALL);
            assert_ok!(unstake(netuid));
            assert_eq!(stake(2, 11, netuid), 0);
        }
    });
}

#[test]
fn owners_and_unset_minimums_leave_every_rest() {
    test(|netuid| {
        sell_down_to(SMALL, netuid);
        assert!(stake(2, 11, netuid) >= SMALL);
        set_factor(TWO_HUNDREDTHS);
        add(1, 11, netuid, TAO);
        let amount = stake(1, 11, netuid) - SMALL;
        assert_ok!(SubtensorModule::remove_stake(
            signed(1),
            account(11),
            netuid,
            AlphaBalance::new(amount)
        ));
        assert!(stake(1, 11, netuid) >= SMALL);
    });
}

#[test]
fn a_nomination_that_cannot_be_sold_stays() {
    test(|netuid| {
        set_factor(TWO_HUNDREDTHS);
        let clear = |coldkey| {
            Nominations::<Test>::clear_small_nomination_if_required(
                &account(11),
                &account(coldkey),
                netuid,
            )
        };
        add(3, 11, netuid, SMALL);
        let held = stake(3, 11, netuid);

        SubtokenEnabled::<Test>::insert(netuid, false);
        assert!(clear(3));
        assert_eq!(stake(3, 11, netuid), held, "a subnet that does not trade");
        SubtokenEnabled::<Test>::insert(netuid, true);

        lock(3, netuid, 1_000);
        assert!(clear(3));
        assert_eq!(stake(3, 11, netuid), held, "a lock");
        unlock(3, netuid);

        // An account that is gone cannot be given less than the existential deposit.
        let dust = AlphaBalance::new(EXISTENTIAL_DEPOSIT / 2);
        Shares::<Test>::decrease_stake(&account(11), &account(3), netuid, dust).unwrap();
        Shares::<Test>::increase_stake(&account(11), &account(77), netuid, dust);
        assert!(clear(77));
        assert_eq!(stake(77, 11, netuid), dust.to_u64());
        check();

        assert!(clear(3));
        assert_eq!(stake(3, 11, netuid), 0);
        assert!(!clear(3), "nothing is left to clear");
    });
}

/// Gives so many further accounts a nomination of 0.01 TAO on the subnet and some on root.
fn nominate(count: u64, netuid: NetUid) {
    for coldkey in 1_000..1_000 + count {
        let _ = Balances::force_set_balance(RuntimeOrigin::root(), account(coldkey), TAO);
        add(coldkey, 11, netuid, SMALL);
        if coldkey % 4 == 0 {
            add(coldkey, 11, ROOT, SMALL);
        }
    }
}

fn positions() -> usize {
    StakePositions::<Test>::iter_values()
        .map(|hotkeys| hotkeys.len())
        .sum()
}

/// Blocks until the sweep is over.
fn sweep() -> u64 {
    let start = System::block_number();
    while NominationSweep::<Test>::exists() {
        next_block();
    }
    System::block_number() - start
}

#[test]
fn a_raised_minimum_is_enforced_over_several_blocks() {
    test(|netuid| {
        nominate(300, netuid);
        add(1, 11, netuid, SMALL);
        let large = stake(2, 11, netuid);
        set_factor(TWO_HUNDREDTHS);
        let mut left = positions();
        assert!(left > 375);
        let start = System::block_number();
        while NominationSweep::<Test>::exists() {
            next_block();
            assert!(
                positions() < left || !NominationSweep::<Test>::exists(),
                "no block is without progress"
            );
            left = positions();
        }
        let blocks = System::block_number() - start;
        assert!((5..100).contains(&blocks), "{blocks}");
        for coldkey in 1_000..1_300 {
            assert_eq!(stake(coldkey, 11, netuid) + stake(coldkey, 11, ROOT), 0);
            assert!(free(coldkey) > TAO - SMALL / 10);
        }
        assert_eq!(stake(2, 11, netuid), large, "large nominations stay");
        assert!(stake(1, 11, netuid) > 0, "owners stay");
    });
}

#[test]
fn a_sweep_takes_no_more_than_its_share_of_a_block() {
    test(|netuid| {
        nominate(100, netuid);
        set_factor(TWO_HUNDREDTHS);
        let limits: BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
        let block = limits.max_block;
        let spent = Nominations::<Test>::sweep_nominations();
        assert!(spent.all_lte(block / 20), "{spent}");
        assert!(spent.ref_time() > block.ref_time() / 25, "{spent}");
        assert!(NominationSweep::<Test>::exists());
        sweep();
        assert_eq!(
            Nominations::<Test>::sweep_nominations(),
            Weights::no_sweep()
        );
    });
}

#[test]
fn a_minimum_that_rises_during_a_sweep_is_enforced_from_the_start() {
    test(|netuid| {
        nominate(300, netuid);
        let untouched = positions();
        // 0.005 TAO: nothing is that small.
        set_factor(TWO_HUNDREDTHS / 4);
        next_block();
        assert!(NominationSweep::<Test>::exists());
        assert_eq!(positions(), untouched);
        set_factor(TWO_HUNDREDTHS);
        sweep();
        assert_eq!(positions(), untouched - 375);
    });
}

#[test]
fn a_minimum_that_falls_starts_nothing() {
    test(|netuid| {
        nominate(8, netuid);
        NominatorMinRequiredStake::<Test>::put(TWO_HUNDREDTHS);
        set_factor(TWO_HUNDREDTHS);
        set_factor(TWO_HUNDREDTHS / 2);
        set_factor(0);
        assert!(!NominationSweep::<Test>::exists());
    });
}

#[test]
fn a_sweep_goes_on_though_the_lists_change_under_it() {
    test(|netuid| {
        let hotkeys: Vec<u64> = (2_000..2_060).collect();
        for hotkey in &hotkeys {
            SubtensorModule::try_associate_hotkey(signed(1), account(*hotkey)).unwrap();
            add(3, *hotkey, netuid, SMALL);
        }
        set_factor(TWO_HUNDREDTHS);
        next_block();
        let cursor = NominationSweep::<Test>::get().unwrap();
        assert_eq!((cursor.netuid, cursor.coldkey), (netuid, account(3)));
        assert!((1..60).contains(&cursor.left), "{}", cursor.left);
        // One leaves before the cursor, one comes at the end.
        assert_ok!(SubtensorModule::unstake_all(signed(3), account(hotkeys[0])));
        add(3, 11, netuid, TAO);
        sweep();
        assert_eq!(
            StakePositions::<Test>::get(netuid, account(3)),
            [account(11)]
        );
    });
}

#[test]
fn without_positions_there_is_no_sweep() {
    new_test_ext().execute_with(|| {
        let _ = StakePositions::<Test>::clear(u32::MAX, None);
        set_factor(TWO_HUNDREDTHS);
        assert!(!NominationSweep::<Test>::exists());
    });
}
