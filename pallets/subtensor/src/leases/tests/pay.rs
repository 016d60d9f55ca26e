//! Dividends (spec 30 §13.2, 90 §21.2).

use frame_support::weights::RuntimeDbWeight;

use super::*;

#[test]
fn pots_are_divided_as_in_the_vector_with_slices_that_round_down() {
    test(|lease| {
        cut(lease.netuid, 40 * TAO);
        AccumulatedLeaseDividends::<Test>::insert(0, rao(10 * TAO));
        run_to_block(99);
        assert_eq!(pot(), 10 * TAO);
        cut(lease.netuid, 5 * TAO);
        assert_eq!(pot(), 11_500_000_000);
        assert_eq!(
            [FIRST, SECOND, CREATOR].map(|who| staked(&lease, who)),
            [0; 3]
        );
        run_to_block(100);
        assert_eq!(pot(), 0);
        let paid = [
            (FIRST, 6_899_999_999),
            (SECOND, 4_484_999_999),
            (CREATOR, 115_000_002),
        ];
        for (who, alpha) in paid {
            assert!(is_near(staked(&lease, who), alpha), "{who}");
            assert!(was_said(Event::SubnetLeaseDividendsDistributed {
                lease_id: 0,
                contributor: account(who),
                alpha: rao(alpha),
            }));
        }
        assert!(is_near(
            stake_of(&lease, &lease.coldkey),
            45 * TAO - 11_500_000_000
        ));
        assert_eq!([owed(FIRST), owed(SECOND)], [0, 0]);
    });
}

#[test]
fn an_ended_lease_and_another_owner_divide_nothing() {
    test(|lease| {
        cut(lease.netuid, 5 * TAO);
        assert_eq!(pot(), 1_500_000_000);
        System::set_block_number(END);
        cut(lease.netuid, 5 * TAO);
        assert_eq!(pot(), 1_500_000_000);
        System::set_block_number(END - 1);
        let kept = Leases::<Test>::share_owner_cut(lease.netuid, &account(5), rao(TAO));
        assert_eq!((kept, pot()), (rao(TAO), 1_500_000_000));
        let kept = Leases::<Test>::share_owner_cut(NetUid::new(1), &account(1), rao(TAO));
        assert_eq!(kept, rao(TAO));
    });
}

#[test]
fn who_cannot_be_paid_is_owed_and_holds_up_nobody() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        cut(lease.netuid, 10 * TAO);
        run_to_block(100);
        assert_eq!(staked(&lease, FIRST), 0);
        assert_eq!(owed(FIRST), 1_799_999_999);
        assert!(is_near(staked(&lease, SECOND), 1_169_999_999));
        assert!(is_near(staked(&lease, CREATOR), 30_000_002));
        assert!(was_said(Event::SubnetLeaseDividendSkipped {
            lease_id: 0,
            contributor: account(FIRST),
            alpha: rao(1_799_999_999),
        }));
        // What is owed comes with the next slice.
        cut(lease.netuid, 10 * TAO);
        refuse_gifts(FIRST, false);
        run_to_block(200);
        assert_eq!(owed(FIRST), 0);
        assert!(is_near(staked(&lease, FIRST), 2 * 1_799_999_999));
        assert!(is_near(staked(&lease, SECOND), 2 * 1_169_999_999));
    });
}

#[test]
fn what_is_owed_is_tried_without_a_new_cut() {
    test(|lease| {
        refuse_gifts(FIRST, true);
        cut(lease.netuid, 10 * TAO);
        run_to_block(101);
        refuse_gifts(FIRST, false);
        run_to_block(199);
        assert_eq!(owed(FIRST), 1_799_999_999);
        run_to_block(200);
        assert_eq!(owed(FIRST), 0);
    });
}

#[test]
fn a_beneficiary_who_cannot_be_paid_postpones_the_round() {
    test(|lease| {
        refuse_gifts(CREATOR, true);
        cut(lease.netuid, 10 * TAO);
        run_to_block(100);
        assert_eq!(pot(), 3 * TAO);
        assert_eq!([staked(&lease, FIRST), owed(FIRST)], [0, 0]);
        refuse_gifts(CREATOR, false);
        run_to_block(200);
        assert_eq!(pot(), 0);
        assert!(is_near(staked(&lease, FIRST), 1_799_999_999));
    });
}

#[test]
fn slices_that_are_too_small_add_up() {
    test(|lease| {
        let price = <Swap as subtensor_primitives::SwapInterface>::price(lease.netuid);
        // Worth half of the least transfer to the second, a pot that the beneficiary is paid of.
        let least = (100_000.0 / price.to_bits() as f64 * (u64::MAX as f64)) as u64;
        let share = subtensor_fixed::U64F64::from_ratio(1, 1_000_000);
        SubnetLeaseShares::<Test>::insert(0, account(SECOND), share);
        cut(lease.netuid, least / 2 * 1_000_000 / 3 * 10);
        run_to_block(100);
        assert_eq!(staked(&lease, SECOND), 0);
        let half = owed(SECOND);
        assert!(half > 0);
        for block in [200, 300] {
            cut(lease.netuid, least / 2 * 1_000_000 / 3 * 10);
            run_to_block(block);
        }
        assert!(staked(&lease, SECOND) >= 2 * half - 3);
    });
}

#[test]
fn only_what_the_lease_keeps_is_locked() {
    test(|lease| {
        OwnerCutAutoLockEnabled::<Test>::insert(lease.netuid, true);
        UnlockRate::<Test>::put(u64::MAX);
        cut(lease.netuid, 10 * TAO);
        let locked = || {
            Locks::<Test>::locked_mass(lease.netuid, &lease.coldkey)
                .unwrap()
                .to_u64()
        };
        assert!(is_near(locked(), 7 * TAO));
        run_to_block(100);
        // Nobody accepts locked alpha, and everybody is paid.
        assert_eq!([owed(FIRST), owed(SECOND), pot()], [0; 3]);
        assert!(is_near(staked(&lease, FIRST), 1_799_999_999));
        assert!(Locks::<Test>::locked_mass(lease.netuid, &account(FIRST)).is_none());
    });
}

#[test]
fn toggles_of_the_subnet_let_everybody_wait() {
    test(|lease| {
        for switch in [true, false] {
            cut(lease.netuid, 10 * TAO);
            let put = |is_on| {
                if switch {
                    TransferToggle::<Test>::insert(lease.netuid, is_on);
                } else {
                    SubtokenEnabled::<Test>::insert(lease.netuid, is_on);
                }
            };
            put(false);
            let before = staked(&lease, FIRST);
            let next = System::block_number() / 100 * 100 + 100;
            run_to_block(next);
            assert_eq!((staked(&lease, FIRST), pot()), (before, 3 * TAO));
            put(true);
            run_to_block(next + 100);
            assert_eq!(pot(), 0);
            assert!(staked(&lease, FIRST) > before);
        }
    });
}

/// Contributors of little, so many that they are paid in several blocks.
const OTHERS: core::ops::Range<u64> = 100..200;

#[test]
fn a_payout_that_a_block_has_no_room_for_goes_on_in_the_next() {
    test(|lease| {
        for number in OTHERS {
            let share = subtensor_fixed::U64F64::from_ratio(1, 20_000);
            SubnetLeaseShares::<Test>::insert(0, account(number), share);
        }
        SubnetLeaseShares::<Test>::mutate(0, account(FIRST), |share| {
            *share = share.saturating_sub(subtensor_fixed::U64F64::from_ratio(1, 200))
        });
        LeaseContributors::<Test>::insert(0, 102);
        cut(lease.netuid, 1_000 * TAO);
        run_to_block(99);
        let before = DbPrices::get();
        DbPrices::set(RuntimeDbWeight {
            read: 100_000_000,
            write: 100_000_000,
        });
        run_to_block(100);
        let is_paid = || OTHERS.filter(|who| staked(&lease, *who) > 0).count();
        let mut blocks = 0;
        while !LeasePayouts::<Test>::get().is_empty() {
            assert!(is_paid() < 100 || owed(FIRST) > 0 || owed(SECOND) > 0 || blocks > 0);
            next_block();
            blocks += 1;
            assert!(blocks < 30);
        }
        assert!(blocks > 2, "{blocks}");
        assert_eq!(is_paid(), 100);
        for number in OTHERS {
            assert!(is_near(staked(&lease, number), 15_000_000), "{number}");
        }
        assert_eq!([owed(FIRST), owed(SECOND), pot()], [0; 3]);
        DbPrices::set(before);
    });
}
