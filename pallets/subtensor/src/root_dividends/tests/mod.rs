//! Root dividends: what stakers are owed, what claims bring, and that nobody loses or gains by
//! others. Every test ends with all equalities of the ledger.

mod automatic;
mod random;

use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::MAX_CLAIM_ROWS;
use crate::{Error, WeightInfo, mock::*, pallet::*};

const ROOT: NetUid = NetUid::ROOT;
const HOTKEY: u64 = 11;

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

/// Runs a test on a subnet of coldkey 1 and hotkey 11, on which people stake on root; the least
/// claim is a rao.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, HOTKEY);
        RootClaimableThreshold::<Test>::insert(ROOT, subtensor_fixed::I96F32::from_num(1i64));
        run(netuid);
        check();
    });
}

/// Credits alpha to the root stakers of the hotkey.
fn credit(netuid: NetUid, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
    RootDividends::<Test>::credit_root_stakers(&account(HOTKEY), netuid, rao(amount));
}

fn join(coldkey: u64, amount: u64) {
    let tao = TaoBalance::new(amount);
    assert_ok!(SubtensorModule::add_stake(
        signed(coldkey),
        account(HOTKEY),
        ROOT,
        tao
    ));
}

fn leave(coldkey: u64, amount: u64) {
    assert_ok!(SubtensorModule::remove_stake(
        signed(coldkey),
        account(HOTKEY),
        ROOT,
        rao(amount)
    ));
}

fn owed(coldkey: u64, netuid: NetUid) -> u64 {
    RootDividends::<Test>::owed_on_root(&account(HOTKEY), &account(coldkey))
        .iter()
        .find(|row| row.netuid == netuid)
        .map_or(0, |row| row.amount.to_u64())
}

fn stake(coldkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(HOTKEY), &account(coldkey), netuid).to_u64()
}

fn claim(coldkey: u64) {
    assert_ok!(SubtensorModule::claim_root(
        signed(coldkey),
        [ROOT].into_iter().collect()
    ));
}

fn near(value: u64, expected: u64, slack: u64) {
    assert!(
        value.abs_diff(expected) <= slack,
        "{value} is not {expected}"
    );
}

#[test]
fn stakers_are_owed_by_their_stake() {
    test(|netuid| {
        for (coldkey, share) in [(2, 1), (3, 1), (4, 8)] {
            join(coldkey, share * TAO);
        }
        credit(netuid, 8_200_000);
        for (coldkey, expected) in [(2, 820_000), (3, 820_000), (4, 6_560_000)] {
            near(owed(coldkey, netuid), expected, 1);
        }
        assert_eq!(RootAlphaUnclaimed::<Test>::get(netuid), rao(8_200_000));
    });
}

#[test]
fn a_change_of_stake_changes_only_what_comes_later() {
    test(|netuid| {
        // What is owed and what was paid as stake.
        let had = |coldkey| owed(coldkey, netuid) + stake(coldkey, netuid);
        join(2, 8 * TAO);
        join(3, 8 * TAO);
        credit(netuid, 8_200_000);
        leave(2, 4 * TAO);
        near(had(2), 4_100_000, 5);
        credit(netuid, 8_200_000);
        near(had(2), 4_100_000 + 2_733_333, 8);
        near(had(3), 4_100_000 + 5_466_666, 8);
        join(2, 4 * TAO);
        credit(netuid, 8_200_000);
        near(had(2), 2 * 4_100_000 + 2_733_333, 12);
        near(had(3), 2 * 4_100_000 + 5_466_666, 12);
    });
}

#[test]
fn who_comes_later_has_no_part_in_what_was_before() {
    test(|netuid| {
        join(2, TAO);
        credit(netuid, 1_000_000);
        join(3, 1_000 * TAO);
        assert_eq!(owed(3, netuid), 0);
        near(owed(2, netuid), 1_000_000, 1);
    });
}

#[test]
fn who_leaves_root_is_paid_in_stake_on_the_subnet() {
    test(|netuid| {
        join(2, TAO);
        join(3, TAO);
        credit(netuid, 1_000_000);
        leave(2, u64::MAX);
        near(stake(2, netuid), 500_000, 1);
        assert_eq!(
            RootClaimed::<Test>::iter_prefix((netuid, account(HOTKEY))).count(),
            0
        );
        near(owed(3, netuid), 500_000, 1);
        // A part may be too little for the watermark to carry all that is owed.
        credit(netuid, 900_000_000);
        leave(3, TAO - 3_000_000);
        let (paid, left) = (stake(3, netuid), owed(3, netuid));
        near(paid + left, 900_500_000, 3);
        assert!(left < 3_000_000 && left > 2_000_000, "{left}");
    });
}

#[test]
fn a_claim_is_sold_and_staked_on_root() {
    test(|netuid| {
        join(2, 2 * TAO);
        join(3, 18 * TAO);
        let price = <Swap as subtensor_primitives::SwapInterface>::price(netuid);
        credit(netuid, 82_000_000);
        let worth = subtensor_fixed::U64F64::from_num(8_200_000u64).saturating_mul(price);
        let pool = SubnetTAO::<Test>::get(netuid);
        System::reset_events();
        claim(2);
        let gained = stake(2, ROOT) - 2 * TAO;
        near(gained, worth.to_u64(), 1_000);
        assert_eq!(owed(2, netuid), 0);
        assert_eq!(SubnetRootSellTao::<Test>::get(netuid).to_u64(), gained);
        assert_eq!(
            pool.to_u64() - SubnetTAO::<Test>::get(netuid).to_u64(),
            gained
        );
        System::assert_last_event(
            Event::RootClaimed {
                coldkey: account(2),
            }
            .into(),
        );
        // The next round goes by the stake that has grown.
        credit(netuid, 82_000_000);
        near(
            owed(2, netuid),
            (82_000_000u128 * u128::from(2 * TAO + gained) / u128::from(20 * TAO + gained)) as u64,
            2,
        );
        RootClaimableThreshold::<Test>::insert(ROOT, subtensor_fixed::I96F32::MAX);
        next_block();
        assert_eq!(SubnetRootSellTao::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_claim_of_nothing_says_nothing() {
    test(|netuid| {
        join(2, TAO);
        System::reset_events();
        claim(2);
        claim(3);
        assert_ok!(SubtensorModule::claim_root_with_hotkey(
            signed(2),
            account(HOTKEY)
        ));
        assert!(System::events().is_empty());
        credit(netuid, 1_000_000);
        assert_ok!(SubtensorModule::claim_root_with_hotkey(
            signed(2),
            account(HOTKEY)
        ));
        assert_eq!(
            System::events().len(),
            2,
            "the transfer of TAO and the claim"
        );
    });
}

#[test]
fn less_than_the_threshold_waits() {
    test(|netuid| {
        join(2, TAO);
        assert_ok!(SubtensorModule::sudo_set_root_claim_threshold(
            RuntimeOrigin::root(),
            ROOT,
            600_000
        ));
        credit(netuid, 500_000);
        claim(2);
        near(owed(2, netuid), 500_000, 1);
        credit(netuid, 500_000);
        claim(2);
        assert_eq!(owed(2, netuid), 0);
    });
}

#[test]
fn root_sets_the_threshold_of_root_within_bounds() {
    test(|netuid| {
        let set = |origin, netuid, value| {
            SubtensorModule::sudo_set_root_claim_threshold(origin, netuid, value)
        };
        assert_noop!(set(signed(1), ROOT, 1), DispatchError::BadOrigin);
        let invalid = || Error::<Test>::InvalidRootClaimThreshold;
        assert_noop!(set(RuntimeOrigin::root(), netuid, 1), invalid());
        assert_noop!(set(RuntimeOrigin::root(), ROOT, 10_000_001), invalid());
        assert_ok!(set(RuntimeOrigin::root(), ROOT, 10_000_000));
        let stored = RootClaimableThreshold::<Test>::get(ROOT);
        assert_eq!(stored, subtensor_fixed::I96F32::from_num(10_000_000i64));
    });
}

#[test]
fn a_subnet_that_cannot_sell_keeps_its_claim_and_stops_no_other() {
    test(|netuid| {
        let other = start_subnet(1, 12);
        join(2, TAO);
        credit(netuid, 1_000_000);
        credit(other, 1_000_000);
        SubtokenEnabled::<Test>::insert(netuid, false);
        claim(2);
        near(owed(2, netuid), 1_000_000, 3);
        assert_eq!(owed(2, other), 0);
        assert!(stake(2, ROOT) > TAO);
        // Neither does an account that is empty: that pair is left as it was.
        SubtokenEnabled::<Test>::insert(netuid, true);
        let pool = Subnets::<Test>::account_of_subnet(netuid);
        let funds = Balances::free_balance(&pool);
        Balances::force_set_balance(RuntimeOrigin::root(), pool.clone(), 0).unwrap();
        let before = stake(2, ROOT);
        claim(2);
        assert_eq!(stake(2, ROOT), before);
        near(owed(2, netuid), 1_000_000, 3);
        Balances::force_set_balance(RuntimeOrigin::root(), pool, funds).unwrap();
    });
}

/// Gives coldkey 2 stake on root, on a hotkey of coldkey 9 that has dividends.
fn gift(netuid: NetUid, hotkey: u64) {
    assert_ok!(SubtensorModule::try_associate_hotkey(
        signed(9),
        account(hotkey)
    ));
    assert_ok!(SubtensorModule::add_stake(
        signed(9),
        account(hotkey),
        ROOT,
        TaoBalance::new(4_000_000)
    ));
    assert_ok!(SubtensorModule::transfer_stake(
        signed(9),
        account(2),
        account(hotkey),
        ROOT,
        ROOT,
        rao(2_000_000)
    ));
    Ledger::<Test>::mint_alpha_out(netuid, rao(1_000));
    RootDividends::<Test>::credit_root_stakers(&account(hotkey), netuid, rao(1_000));
}

#[test]
fn gifts_do_not_block_claims() {
    test(|netuid| {
        let others = u64::from(MAX_CLAIM_ROWS) + 1;
        for hotkey in 1_000..1_000 + others {
            gift(netuid, hotkey);
        }
        join(2, TAO);
        credit(netuid, 1_000_000);
        let first = SubtensorModule::claim_root(signed(2), Default::default()).unwrap();
        let full = <Test as crate::Config>::WeightInfo::claim_root(MAX_CLAIM_ROWS, MAX_CLAIM_ROWS);
        assert_eq!(first.actual_weight, Some(full), "as much as a call may");
        assert!(owed(2, netuid) > 0, "its own hotkey comes last");
        claim(2);
        assert_eq!(owed(2, netuid), 0);
        for hotkey in 1_000..1_000 + others {
            let rows = RootDividends::<Test>::owed_on_root(&account(hotkey), &account(2));
            assert!(rows.iter().all(|row| row.amount <= rao(1)), "{hotkey}");
        }
        // The place is forgotten with the stake.
        assert!(RootClaimNext::<Test>::contains_key(account(2)));
        for hotkey in (1_000..1_000 + others).chain([HOTKEY]) {
            assert_ok!(SubtensorModule::remove_stake(
                signed(2),
                account(hotkey),
                ROOT,
                AlphaBalance::MAX
            ));
        }
        assert!(!RootClaimNext::<Test>::contains_key(account(2)));
    });
}

#[test]
fn hotkeys_without_dividends_count_as_work() {
    test(|netuid| {
        for hotkey in 1_000..1_010 {
            gift(netuid, hotkey);
        }
        claim(2);
        let again = SubtensorModule::claim_root(signed(2), Default::default()).unwrap();
        let rows = <Test as crate::Config>::WeightInfo::claim_root(10, 0);
        assert_eq!(again.actual_weight, Some(rows));
        assert!(!RootClaimNext::<Test>::contains_key(account(2)));
    });
}

#[test]
fn what_a_rate_cannot_express_waits_for_the_next_credit() {
    test(|netuid| {
        for coldkey in 2..10 {
            join(coldkey, 900_000 * TAO);
        }
        // One rao is a rate of less than 2^-32 on 7.2 * 10^15 rao of stake.
        for _ in 0..10 {
            credit(netuid, 100_000);
        }
        assert!(RootClaimable::<Test>::get(account(HOTKEY)).is_empty());
        let rest = || RootAlphaRest::<Test>::get(netuid, account(HOTKEY)).to_u64();
        assert_eq!(rest(), 1_000_000);
        for _ in 0..1_000 {
            credit(netuid, 1_234_567);
        }
        let sum: u64 = (2..10).map(|coldkey| owed(coldkey, netuid)).sum();
        near(sum + rest(), 1_000_000 + 1_234_567_000, 9);
        assert!(rest() < 1_700_000, "less than a step of the rate");
    });
}

#[test]
fn without_enough_root_stake_the_owner_is_paid() {
    test(|netuid| {
        credit(netuid, 1_000);
        assert_eq!(stake(1, netuid), 1_000);
        join(2, 2_000_000_000);
        credit(netuid, 2_000_000_001);
        assert_eq!(stake(1, netuid), 2_000_001_001);
        assert_eq!(RootAlphaUnclaimed::<Test>::get(netuid), rao(0));
    });
}

#[test]
fn stake_that_changes_hands_takes_no_dividends_along() {
    test(|netuid| {
        join(2, TAO);
        credit(netuid, 1_000_000);
        assert_ok!(SubtensorModule::transfer_stake(
            signed(2),
            account(3),
            account(HOTKEY),
            ROOT,
            ROOT,
            AlphaBalance::MAX
        ));
        near(stake(2, netuid), 1_000_000, 1);
        assert_eq!(owed(3, netuid), 0);
        assert_eq!(StakingColdkeys::<Test>::get(account(2)), None);
        assert_eq!(StakingColdkeys::<Test>::get(account(3)), Some(0));
    });
}

#[test]
fn the_index_has_no_gaps() {
    test(|_| {
        for coldkey in 2..7 {
            join(coldkey, TAO);
        }
        leave(3, u64::MAX);
        leave(6, u64::MAX);
        assert_eq!(NumStakingColdkeys::<Test>::get(), 3);
        let listed: Vec<_> = (0..3).map(StakingColdkeysByIndex::<Test>::get).collect();
        assert_eq!(listed, [2, 5, 4].map(|coldkey| Some(account(coldkey))));
        leave(5, TAO / 2);
        join(3, TAO);
        assert_eq!(StakingColdkeys::<Test>::get(account(3)), Some(3));
    });
}
