use proptest::{collection::vec, prelude::*};

use super::*;

fn rao(stake: &[u64]) -> Vec<u128> {
    stake.iter().map(|rao| u128::from(*rao) << 32).collect()
}

fn one_pot<'a>(row: &'a [(u16, u16)], miners: u64, validators: u64) -> Mechanism<'a> {
    Mechanism {
        row,
        last_update: 10,
        miners,
        validators,
    }
}

fn run(stake: &[u64], threshold: u64, registered: &[u64], mechanisms: &[Mechanism<'_>]) -> Output {
    epoch(&Input {
        stake: &rao(stake),
        stake_threshold: threshold,
        registered,
        mechanisms,
    })
}

const STAKES: [u64; 4] = [300_000_000, 100_000_000, 0, 0];

#[test]
fn the_largest_stake_wins_and_of_equals_the_lowest_uid() {
    for (stake, threshold, winner) in [
        (vec![300_000_000, 100_000_000, 0, 0], 0, Some(0)),
        (vec![5, 5, 5], 0, Some(0)),
        (vec![1_000_000_000, 1_000_000_001], 0, Some(1)),
        (vec![3, 9, 9, 4], 9, Some(1)),
        (vec![3, 9], 10, None),
        (vec![0, 0], 0, None),
        (vec![], 0, None),
    ] {
        assert_eq!(elect(&rao(&stake), threshold), winner, "{stake:?}");
    }
    // Less than a rao decides, and counts as stake.
    assert_eq!(elect(&[(7 << 32) + 1, (7 << 32) + 2], 7), Some(1));
    assert_eq!(elect(&[0, 1], 0), Some(1));
}

#[test]
fn pots_are_divided_by_the_row_and_by_stake_as_in_90_15_3() {
    let pot = one_pot(&[(2, 3), (3, 1)], 500_000, 500_000);
    let output = run(&STAKES, 0, &[1; 4], &[pot]);
    assert_eq!(output.miners[0].amounts, [0, 0, 375_000, 125_000]);
    assert_eq!(output.miners[0].shares, [0, 0, 49_151, 16_383]);
    assert_eq!(output.validators.amounts, [375_000, 125_000, 0, 0]);
    assert_eq!(output.validators.shares, [49_151, 16_383, 0, 0]);
}

#[test]
fn without_a_row_that_counts_all_uids_get_the_same() {
    // Nothing, zeros, targets that registered with or after the weights, and one that is none.
    for (row, registered) in [
        (vec![], [1; 4]),
        (vec![(0, 0), (2, 0)], [1; 4]),
        (vec![(2, 3), (3, 1)], [1, 1, 10, 11]),
        (vec![(4, 9)], [1; 4]),
    ] {
        let output = run(&STAKES, 0, &registered, &[one_pot(&row, 500_000, 500_000)]);
        assert_eq!(output.miners[0].amounts, [125_000; 4]);
        assert_eq!(output.miners[0].shares, [16_383; 4]);
        assert_eq!(output.validators.amounts, [375_000, 125_000, 0, 0]);
    }
}

#[test]
fn a_target_that_registered_since_drops_out_alone_and_the_winner_may_name_itself() {
    let pot = one_pot(&[(0, 1), (2, 3), (3, 1)], 500_000, 0);
    let output = run(&STAKES, 0, &[9, 1, 10, 9], &[pot]);
    assert_eq!(output.miners[0].amounts, [250_000, 0, 0, 250_000]);
}

#[test]
fn where_no_stake_counts_miners_get_everything_alike() {
    for (stake, threshold) in [([0; 4], 0), (STAKES, 300_000_001)] {
        let output = run(
            &stake,
            threshold,
            &[1; 4],
            &[one_pot(&[], 500_000, 500_000)],
        );
        assert_eq!(output.miners[0].amounts, [250_000; 4]);
        assert_eq!(output.validators.amounts, [0; 4]);
        assert_eq!(output.validators.shares, [0; 4]);
    }
}

#[test]
fn stake_below_the_threshold_earns_nothing() {
    let pot = one_pot(&[(2, 3), (3, 1)], 0, 500_000);
    let output = run(&STAKES, 100_000_001, &[1; 4], &[pot]);
    assert_eq!(output.validators.amounts, [500_000, 0, 0, 0]);
    let output = run(&STAKES, 100_000_000, &[1; 4], &[pot]);
    assert_eq!(output.validators.amounts, [375_000, 125_000, 0, 0]);
}

#[test]
fn four_mechanisms_give_away_all_of_an_epoch() {
    // 501 for each side: 126, 125, 125, 125.
    let pots: Vec<Mechanism<'_>> = [126, 125, 125, 125]
        .map(|part| one_pot(&[(2, 3), (3, 1)], part, part))
        .to_vec();
    let output = run(&STAKES, 0, &[1; 4], &pots);
    let miners: u64 = output.miners.iter().flat_map(|one| &one.amounts).sum();
    assert_eq!(miners, 501);
    assert_eq!(output.validators.amounts.iter().sum::<u64>(), 501);
}

#[test]
fn weights_count_as_they_are() {
    let pot = one_pot(&[(2, 65_534), (3, 1)], 65_536, 0);
    let output = run(&STAKES, 0, &[1; 4], &[pot]);
    assert_eq!(output.miners[0].amounts, [0, 0, 65_535, 1]);
    assert_eq!(output.miners[0].shares, [0, 0, 65_534, 1]);
}

#[test]
fn a_subnet_without_uids_divides_nothing() {
    let output = run(&[], 0, &[], &[one_pot(&[(0, 1)], 5, 5)]);
    assert_eq!(output.miners[0].amounts, []);
    assert_eq!(output.validators.amounts, []);
}

prop_compose! {
    fn pot()(row in vec((0u16..40, any::<u16>()), 0..40), last_update in 0u64..20,
        miners in any::<u64>(), validators in any::<u64>()) -> (Vec<(u16, u16)>, u64, u64, u64) {
        // All mechanisms together stay within 64 bits.
        (row, last_update, miners / 32, validators / 32)
    }
}

proptest! {
    #[test]
    fn every_pot_is_given_away_to_the_rao(
        uids in vec((prop_oneof![Just(0u64), any::<u64>()], 0u64..20), 1..32),
        pots in vec(pot(), 1..16),
        threshold in prop_oneof![Just(0u64), any::<u64>()],
    ) {
        let (stake, registered): (Vec<u64>, Vec<u64>) = uids.into_iter().unzip();
        let mechanisms: Vec<Mechanism<'_>> = pots
            .iter()
            .map(|(row, last_update, miners, validators)| Mechanism {
                row, last_update: *last_update, miners: *miners, validators: *validators,
            })
            .collect();
        let output = run(&stake, threshold, &registered, &mechanisms);
        let sum = |amounts: &[u64]| amounts.iter().map(|amount| u128::from(*amount)).sum::<u128>();
        let counts = stake.iter().any(|stake| *stake > 0 && *stake >= threshold);
        let mut validators = 0;
        for (pot, miners) in mechanisms.iter().zip(&output.miners) {
            let extra = if counts { 0 } else { pot.validators };
            prop_assert_eq!(sum(&miners.amounts), u128::from(pot.miners) + u128::from(extra));
            let shares: u32 = miners.shares.iter().map(|share| u32::from(*share)).sum();
            prop_assert!(shares <= 65_535);
            validators += u128::from(pot.validators - extra);
        }
        prop_assert_eq!(sum(&output.validators.amounts), validators);
        prop_assert_eq!(elect(&rao(&stake), threshold).is_some(), counts);
        if let Some(winner) = elect(&rao(&stake), threshold) {
            let largest = output.validators.amounts[usize::from(winner)];
            // Every mechanism may leave the winner a rao behind an equal.
            let others = output.validators.amounts.iter().max().unwrap();
            prop_assert!(largest + 16 >= *others);
        }
    }
}
