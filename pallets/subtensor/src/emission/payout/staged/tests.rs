//! A payout over several blocks: what is not paid is the payout's, whatever happens to the subnet
//! meanwhile; every test checks all equalities of the ledger after each block.

use frame_support::{assert_ok, traits::Get, weights::WeightMeter};
use sp_runtime::PerU16;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::ROWS_PER_PIECE;
use crate::{WeightInfo, consensus::Earned, emission::Pots, mock::*, pallet::*};

type Weights = <Test as crate::Config>::WeightInfo;

/// Validators with a dividend each: more than two pieces.
const COUNT: u64 = 2 * ROWS_PER_PIECE as u64 + 7;
/// Number of the first of them; coldkey and hotkey are the same.
const FIRST: u64 = 1_000;
/// Dividend of each, rao.
const DIVIDEND: u64 = 1_000;

/// A subnet of coldkey 1 and hotkey 11 with as many validators, each with a rao of stake on itself.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        // Nothing but the payout moves alpha.
        FirstEmissionBlockNumber::<Test>::remove(netuid);
        Tempo::<Test>::insert(netuid, 0);
        for number in validators() {
            let who = account(number);
            assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(&who, &who));
            Neurons::<Test>::append_neuron(netuid, &who, 1);
            Delegates::<Test>::insert(&who, PerU16::zero());
        }
        check();
        run(netuid);
        check();
    });
}

fn validators() -> impl Iterator<Item = u64> {
    FIRST..FIRST + COUNT
}

/// Queues a dividend for each validator; returns the alpha of all.
fn queue(netuid: NetUid) -> u64 {
    let whole = COUNT * DIVIDEND;
    Ledger::<Test>::mint_alpha_out(netuid, AlphaBalance::new(whole));
    let earned: Vec<_> = validators()
        .map(|number| Earned {
            hotkey: account(number),
            incentive: AlphaBalance::ZERO,
            dividend: AlphaBalance::new(1),
        })
        .collect();
    let pots = Pots {
        validator: AlphaBalance::new(whole),
        ..Default::default()
    };
    assert_eq!(
        Payout::<Test>::pay_epoch(netuid, pots, &earned),
        COUNT as u32
    );
    whole
}

/// Pays up to `hotkeys` of the first piece.
fn pay(hotkeys: u32) {
    let limit = Weights::payouts()
        + Weights::forget_dividend() * 2
        + Weights::payout_piece()
        + Weights::pay_dividends(hotkeys);
    Payout::<Test>::go_on_paying(&mut WeightMeter::with_limit(limit));
}

fn stake(number: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(number), &account(number), netuid).to_u64()
}

fn paid(netuid: NetUid) -> u64 {
    validators().map(|number| stake(number, netuid)).sum()
}

fn owed(netuid: NetUid) -> u64 {
    Payout::<Test>::unpaid_dividends(netuid).to_u64()
}

#[test]
fn what_a_block_cannot_pay_is_owed_and_paid_by_the_next_ones() {
    test(|netuid| {
        let whole = queue(netuid);
        check();
        assert_eq!((paid(netuid), owed(netuid)), (0, whole));
        // The sum stays the same within a piece and from one to the next; nobody is paid twice.
        for _ in 0..COUNT {
            let before = paid(netuid);
            pay(10);
            check();
            assert_eq!(paid(netuid) + owed(netuid), whole);
            assert!(paid(netuid) > before || owed(netuid) == 0);
        }
        assert!(!Payout::<Test>::is_being_paid(netuid));
        assert!(validators().all(|number| stake(number, netuid) == DIVIDEND));
        assert_eq!(PayoutRows::<Test>::iter_keys().count(), 0);
        assert!(!Payouts::<Test>::exists());
    });
}

#[test]
fn a_block_pays_no_more_than_its_part() {
    test(|netuid| {
        queue(netuid);
        let weights: frame_system::limits::BlockWeights =
            <Test as frame_system::Config>::BlockWeights::get();
        let part = weights.max_block / 8;
        let rows = (part.ref_time() / Weights::pay_dividends(1).ref_time()) as u32;
        let (_, weight) = Coinbase::<Test>::run_due_epochs(&[netuid], 2);
        assert!(weight.all_lte(part), "{weight:?}");
        let paid = paid(netuid) / DIVIDEND;
        assert!(paid > 0 && paid <= rows.into() && paid < COUNT, "{paid}");
        let mut block = 2;
        while owed(netuid) > 0 {
            next_block();
            block += 1;
        }
        assert_eq!(block, 2 + (COUNT - paid).div_ceil(paid));
    });
}

#[test]
fn the_next_epoch_waits_until_the_last_one_is_paid() {
    test(|netuid| {
        queue(netuid);
        pay(1);
        Tempo::<Test>::insert(netuid, 1);
        let epochs = || SubnetEpochIndex::<Test>::get(netuid);
        let before = epochs();
        let mut blocks = 0;
        while owed(netuid) > 0 {
            assert_eq!(epochs(), before);
            next_block();
            blocks += 1;
        }
        assert!(blocks > 1);
        assert_eq!(epochs(), before + 1);
    });
}

#[test]
fn another_subnet_is_not_held_up() {
    test(|netuid| {
        let other = start_subnet(2, 12);
        Tempo::<Test>::insert(other, 1);
        queue(netuid);
        let before = SubnetEpochIndex::<Test>::get(other);
        next_block();
        assert!(owed(netuid) > 0);
        assert_eq!(SubnetEpochIndex::<Test>::get(other), before + 1);
    });
}

#[test]
fn a_dissolved_subnet_pays_first_what_its_validators_earned() {
    test(|netuid| {
        let whole = queue(netuid);
        pay(1);
        let before = validators()
            .map(|number| Balances::free_balance(account(number)))
            .sum::<u64>();
        let pool = SubnetTAO::<Test>::get(netuid).to_u64();
        let shares = SubnetAlphaIn::<Test>::get(netuid).to_u64() + whole;
        assert_ok!(Dissolution::<Test>::do_dissolve_network(netuid));
        while Dissolution::<Test>::is_being_dissolved(netuid) {
            next_block();
        }
        assert_eq!(PayoutRows::<Test>::iter_keys().count(), 0);
        assert!(!Payout::<Test>::is_being_paid(netuid));
        let after = validators()
            .map(|number| Balances::free_balance(account(number)))
            .sum::<u64>();
        // Each share is rounded, and too little for an account is recycled.
        let worth = (u128::from(pool) * u128::from(whole) / u128::from(shares)) as u64;
        assert!(
            worth.abs_diff(after - before) <= 1,
            "{worth} {}",
            after - before
        );
    });
}

#[test]
fn a_validator_that_is_trimmed_or_replaced_meanwhile_is_paid() {
    test(|netuid| {
        let whole = queue(netuid);
        pay(1);
        MinAllowedUids::<Test>::insert(netuid, 1);
        ImmunityPeriod::<Test>::insert(netuid, 0);
        assert_ok!(Neurons::<Test>::do_trim(netuid, 8));
        check();
        while owed(netuid) > 0 {
            next_block();
        }
        assert_eq!(paid(netuid), whole);
    });
}

#[test]
fn rows_of_the_epoch_before_go_even_if_that_takes_blocks() {
    test(|netuid| {
        for number in validators() {
            let row = AlphaBalance::new(1);
            AlphaDividendsPerSubnet::<Test>::insert(netuid, account(number), row);
            RootAlphaDividendsPerSubnet::<Test>::insert(netuid, account(number + COUNT), row);
        }
        queue(netuid);
        let rows = || {
            AlphaDividendsPerSubnet::<Test>::iter_prefix_values(netuid)
                .chain(RootAlphaDividendsPerSubnet::<Test>::iter_prefix_values(
                    netuid,
                ))
                .collect::<Vec<_>>()
        };
        pay(1);
        assert!(rows().len() as u64 > COUNT && paid(netuid) == 0);
        Payout::<Test>::go_on_paying(&mut WeightMeter::new());
        assert_eq!(rows(), vec![AlphaBalance::new(DIVIDEND); COUNT as usize]);
    });
}
