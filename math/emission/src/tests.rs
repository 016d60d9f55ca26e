//! Vectors of spec 10 §6, §8, §9, §11, §15 and the conservation properties.

use super::*;
use proptest::prelude::*;
use subtensor_fixed::{Fixed, I96F32, U64F64, U96F32};

const ROOT_PROP: U96F32 = U96F32::from_bits(409_363_683);

#[test]
fn schedule_vectors() {
    for (issuance, emission) in [
        (0, 1_000_000_000),
        (10_499_999_999_999_999, 1_000_000_000),
        (10_500_000_000_000_000, 500_000_000),
        (15_749_999_999_999_999, 500_000_000),
        (15_750_000_000_000_000, 250_000_000),
        (18_375_000_000_000_000, 125_000_000),
        (19_687_500_000_000_000, 62_500_000),
        (20_343_750_000_000_000, 31_250_000),
        (20_958_984_375_000_000, 1_953_125),
        (20_979_492_187_500_000, 976_562),
        (20_999_679_565_429_688, 15_258),
        (20_999_999_960_884_452, 1),
        (20_999_999_980_442_225, 1),
        (20_999_999_980_442_226, 0),
        (MAX_ISSUANCE, 0),
        (u64::MAX, 0),
    ] {
        assert_eq!(block_emission(issuance), emission, "at {issuance}");
    }
}

#[test]
fn halving_thresholds_are_exact() {
    for k in 1u32..30 {
        // ceil(MAX * (1 - 2^-k))
        let threshold = MAX_ISSUANCE - (MAX_ISSUANCE >> k);
        assert_eq!(block_emission(threshold), INITIAL_BLOCK_EMISSION >> k);
        assert_eq!(
            block_emission(threshold - 1),
            INITIAL_BLOCK_EMISSION >> (k - 1)
        );
    }
}

fn subnet(price_milli: u64, burned_milli: u64, enabled: bool) -> ShareInput {
    ShareInput {
        moving_price: U64F64::from_ratio(price_milli, 1000),
        miner_burned: U96F32::from_ratio(burned_milli, 1000),
        enabled,
    }
}

/// Without the gate: the vectors of spec 10 §8 are of the shares before it.
fn shares_of(subnets: &[ShareInput]) -> Vec<U64F64> {
    enabled_shares(subnet_shares(subnets), subnets)
}

fn amounts(emission: u64, subnets: &[ShareInput]) -> Vec<u64> {
    let shares = shares_of(subnets);
    shares
        .iter()
        .map(|s| tao_emission(emission, *s).to_u64())
        .collect()
}

fn close(got: &[u64], want: &[u64], tolerance: u64) {
    assert_eq!(got.len(), want.len());
    for (g, w) in got.iter().zip(want) {
        assert!(g.abs_diff(*w) <= tolerance, "{got:?} {want:?}");
    }
}

#[test]
fn share_vectors() {
    let on = |price| subnet(price, 0, true);
    close(&amounts(3_333_333, &[on(1000); 3]), &[1_111_111; 3], 1);
    let one_off = [on(1000), subnet(1000, 0, false), on(1000)];
    close(&amounts(3_333_333, &one_off), &[1_666_666, 0, 1_666_666], 2);
    assert_eq!(amounts(3_333_333, &one_off)[1], 0);
    close(
        &amounts(100_000_000, &[on(100), on(200)]),
        &[33_333_333, 66_666_666],
        10,
    );
    assert_eq!(
        amounts(1_000_000, &[on(1000), on(2000)]),
        [333_333, 666_666]
    );
    assert_eq!(amounts(1_000_000, &[on(0), on(0)]), [0, 0]);
    let burned = [subnet(1000, 500, true), on(1000)];
    close(&amounts(3_000_000, &burned), &[1_000_000, 2_000_000], 1);
    assert_eq!(
        amounts(1_000_000, &[subnet(400, 1000, true); 2]),
        [500_000; 2]
    );
    assert_eq!(amounts(1_000_000, &[subnet(400, 0, false); 2]), [0; 2]);
    assert!(subnet_shares(&[]).is_empty());
    assert_eq!(subnet_shares(&[on(3)]), [U64F64::ONE]);
}

#[test]
fn pool_term_vectors() {
    let e9 = 1_000_000_000;
    for (t, (num, den), rp, want) in [
        (
            100_000_000,
            (1, 1),
            ROOT_PROP,
            (95_312_409, 95_312_409, 4_687_590),
        ),
        (
            10_000_000,
            (1, 20),
            ROOT_PROP,
            (4_765_620, 95_312_409, 5_234_379),
        ),
        (
            10_000_000,
            (1, 50),
            ROOT_PROP,
            (1_906_248, 95_312_409, 8_093_751),
        ),
        (10_000_000, (0, 1), ROOT_PROP, (10_000_000, 0, 0)),
        (123, (1, 3), U96F32::ZERO, (0, 0, 123)),
    ] {
        let terms = pool_terms(U96F32::from_num(t), U96F32::from_ratio(num, den), rp, e9);
        assert_eq!((terms.tao_in, terms.alpha_in, terms.excess_tao), want);
        assert_eq!(terms.alpha_out, e9);
    }
    // The cap does not bind: shares 1/3 and 2/3 at prices 1 and 2.
    let terms = pool_terms(
        U96F32::from_num(666_666),
        U96F32::from_num(2),
        ROOT_PROP,
        e9,
    );
    assert_eq!(
        (terms.tao_in, terms.alpha_in, terms.excess_tao),
        (666_666, 333_333, 0)
    );
}

#[test]
fn split_vectors() {
    let e9 = 1_000_000_000u64;
    let quarter = U96F32::from_ratio(1, 4);
    // Server: the reference value; ours adds what truncation loses.
    for (cut, rp, (owner, server, validator, root)) in [
        (
            Some(11_796),
            quarter,
            (179_995_422, 410_002_288, 307_501_716, 102_500_572),
        ),
        (None, quarter, (0, 500_000_000, 375_000_000, 125_000_000)),
        (Some(0), quarter, (0, 500_000_000, 375_000_000, 125_000_000)),
        (
            Some(11_796),
            U96F32::ZERO,
            (179_995_422, 410_002_288, 410_002_288, 0),
        ),
        (Some(65_535), quarter, (1_000_000_000, 0, 0, 0)),
        (
            Some(11_796),
            ROOT_PROP,
            (179_995_422, 410_002_288, 370_923_982, 39_078_306),
        ),
    ] {
        let split = split_alpha_out(e9, cut, rp);
        assert_eq!(
            (split.owner, split.validator, split.root),
            (owner, validator, root)
        );
        let lost = e9 - owner - server - validator - root;
        assert!(lost < 4);
        assert_eq!(split.server, server + lost);
    }
}

#[test]
fn root_proportion_vectors() {
    let weighted = root_proportion(
        1_000_000_000_000,
        3_320_413_933_267_719_290,
        100_000_000_000,
    );
    assert_eq!(weighted.to_bits(), 2_761_050_404);
    let default = 971_718_665_099_567_868;
    let live = root_proportion(6_000_000_000_000_000, default, 3_000_000_000_000_000);
    assert_eq!(live.to_bits(), 409_363_683);
    assert_eq!(
        root_proportion(1_000_000_000, u64::MAX, 3_000_000_000),
        U96F32::from_ratio(1, 4)
    );
    assert_eq!(root_proportion(0, default, 0), U96F32::ZERO);
}

#[test]
fn moving_price_vectors() {
    let h = 201_600;
    let one = U64F64::ONE;
    let tenth = I96F32::from_bits(429_496_730);
    let mut price = I96F32::ZERO;
    for _ in 0..14 {
        price = next_moving_price(tenth, h, h, one, price.convert());
    }
    assert!(price.to_bits().abs_diff(2_200_419_206) <= 14, "{price:?}");

    let half = I96F32::from_bits(1 << 31);
    let young = next_moving_price(half, 11, h, one, U64F64::ZERO);
    assert!((100_000..130_000).contains(&young.to_bits()), "{young:?}");
    let old = next_moving_price(half, 144_000_001, h, one, U64F64::ZERO);
    assert!(old.to_bits().abs_diff(1 << 31) < 4_294_967, "{old:?}");

    let slow = I96F32::from_bits(12_885);
    let was = I96F32::from_bits(171_798_691);
    let next = next_moving_price(slow, h, h, U64F64::from_ratio(1, 20), was.convert());
    assert_eq!(next.to_bits(), 171_798_755);
    assert_eq!(next_moving_price(slow, 77, h, one, one), I96F32::ONE);
    assert_eq!(
        next_moving_price(I96F32::from_num(-1), 77, h, U64F64::ZERO, one),
        I96F32::ONE
    );
}

#[test]
fn fast_price_vectors() {
    let near = |price: U64F64, expected: f64, tolerance: f64| {
        let price = price.to_bits() as f64 / 2f64.powi(64);
        assert!((price - expected).abs() < tolerance, "{price} {expected}");
    };
    let spot = U64F64::from_ratio(3, 5);
    assert_eq!(next_fast_price(None, spot), spot);
    let half = Some(U64F64::from_ratio(1, 2));
    near(next_fast_price(half, spot), 0.500_115_524_5, 1e-10);
    let double = |price| next_fast_price(Some(price), U64F64::from_num(2));
    let risen = (0..600).fold(U64F64::ONE, |price, _| double(price));
    near(risen, 1.500_200_3, 1e-7);
    let fall = |price| next_fast_price(Some(price), U64F64::ZERO);
    let fallen = (0..600).fold(U64F64::ONE, |price, _| fall(price));
    near(fallen, 1.0 - 0.500_200_3, 1e-7);
}

#[test]
fn dividend_vectors() {
    let of = |weight: u64| U96F32::from_num(weight);
    let lent = |parts, alpha, same_owner| Lender {
        contribution: contribution(alpha, 0, U96F32::from_ratio(parts, u64::MAX), U96F32::ONE),
        same_owner,
    };
    let all = |alpha, same_owner| lent(u64::MAX, alpha, same_owner);
    let d = 1_000_000_000;

    let (child, parents) = split_dividend(d, of(0), &[all(d, false)], 6_553, 0);
    assert_eq!((child, parents[0].paid), (99_992_370, 900_007_629));

    let (child, parents) = split_dividend(d, of(0), &[all(d, false)], 6_553, u64::MAX / 10);
    assert_eq!(child, 99_992_370);
    assert_eq!(
        (parents[0].paid, parents[0].burned),
        (800_007_629, 99_999_999)
    );

    let lenders = [lent(u64::MAX / 2, 2 * d, false), all(d, true)];
    let (child, parents) = split_dividend(d, of(d), &lenders, 11_796, 0);
    assert_eq!(child, 393_331_807);
    assert_eq!(
        (parents[0].paid, parents[1].paid),
        (273_334_858, 333_333_333)
    );
}

#[test]
fn own_contribution_vector() {
    let kept = kept_part([u64::MAX / 2]);
    let own = contribution(1_000_000_000, 2_000_000_000, kept, U96F32::ONE);
    assert_eq!(own.to_u64(), 1_500_000_000);
    assert_eq!(kept_part([u64::MAX, 1]), U96F32::ZERO);
}

#[test]
fn nobody_behind_a_hotkey_leaves_it_its_dividend() {
    assert_eq!(
        split_dividend(7, U96F32::ZERO, &[], 65_535, u64::MAX),
        (7, vec![])
    );
}

proptest! {
    #[test]
    fn emission_is_scheduled_and_capped(issuance in 0..=MAX_ISSUANCE) {
        let emission = block_emission(issuance);
        prop_assert!(issuance + emission <= MAX_ISSUANCE);
        // Independent definition: double the remaining supply while it fits.
        let mut k = 0u32;
        let remaining = u128::from(MAX_ISSUANCE - issuance);
        while remaining > 0 && remaining << (k + 1) <= u128::from(MAX_ISSUANCE) {
            k += 1;
        }
        let want = if remaining == 0 { 0 } else { INITIAL_BLOCK_EMISSION >> k.min(63) };
        prop_assert_eq!(emission, want);
    }

    #[test]
    fn shares_never_overspend(
        subnets in prop::collection::vec((0u64..5000, 0u64..=1200, any::<bool>()), 0..40),
        emission in 0u64..=1_000_000_000,
    ) {
        let inputs: Vec<_> = subnets.iter().map(|(p, b, e)| subnet(*p, *b, *e)).collect();
        let shares = shares_of(&inputs);
        let total = shares.iter().fold(U64F64::ZERO, |a, s| a.saturating_add(*s));
        prop_assert!(total <= U64F64::ONE);
        for (share, input) in shares.iter().zip(&inputs) {
            prop_assert!(input.enabled || share.is_zero());
        }
        prop_assert!(amounts(emission, &inputs).iter().sum::<u64>() <= emission);
        let live = inputs.iter().any(|i| i.enabled && !i.moving_price.is_zero()
            && i.miner_burned < U96F32::ONE);
        if live {
            prop_assert!(U64F64::ONE.saturating_sub(total).to_bits() <= 4 * inputs.len() as u128);
        }
    }

    #[test]
    fn terms_spend_at_most_the_emission(
        t in 0u64..=1_000_000_000,
        price in 0u128..1 << 40,
        rp in 0u128..=1 << 32,
        a in 0u64..=1_000_000_000,
    ) {
        let rp = U96F32::from_bits(rp);
        let terms = pool_terms(U96F32::from_num(t), U96F32::from_bits(price), rp, a);
        let spent = terms.tao_in + terms.excess_tao;
        prop_assert!(spent <= t && t - spent < 2);
        prop_assert!(U96F32::from_num(terms.alpha_in) <= rp.saturating_mul(U96F32::from_num(a)));
    }

    #[test]
    fn split_conserves(a: u64, cut: Option<u16>, rp in 0u128..=1 << 32) {
        let s = split_alpha_out(a, cut, U96F32::from_bits(rp));
        let parts = u128::from(s.owner) + u128::from(s.server)
            + u128::from(s.validator) + u128::from(s.root);
        prop_assert_eq!(parts, u128::from(a));
        let both = u128::from(s.validator) + u128::from(s.root);
        prop_assert!(u128::from(s.server).abs_diff(both) <= 6);
    }

    #[test]
    fn moving_price_stays_between_its_inputs(
        alpha in 0i128..=1 << 32, age: u64, price: u64, old in 0u128..=1 << 64,
    ) {
        let (price, old) = (U64F64::from_bits(price.into()), U64F64::from_bits(old));
        let next: U64F64 =
            next_moving_price(I96F32::from_bits(alpha), age, 201_600, price, old).convert();
        let slack = U64F64::from_bits(1 << 33);
        prop_assert!(next <= price.max(old));
        prop_assert!(next.saturating_add(slack) >= price.min(old));
    }

    #[test]
    fn fast_price_stays_between_its_inputs(fast: u128, pool: u128) {
        let (fast, pool) = (U64F64::from_bits(fast), U64F64::from_bits(pool));
        let next = next_fast_price(Some(fast), pool);
        prop_assert!(fast.min(pool) <= next && next <= fast.max(pool));
    }

    #[test]
    fn a_pot_is_divided_to_the_rao(
        pot: u64,
        weights in prop::collection::vec(
            prop_oneof![Just(0u128), 0..1u128 << 96, any::<u128>()],
            0..20,
        ),
    ) {
        let (parts, rest) = divide_pot(pot, &weights);
        let paid: u128 = parts.iter().map(|part| u128::from(*part)).sum();
        prop_assert_eq!(paid + u128::from(rest), u128::from(pot));
        let total = weights
            .iter()
            .fold(0u128, |sum, weight| sum.saturating_add(*weight));
        if (1..u128::MAX).contains(&total) {
            prop_assert!(rest < weights.len() as u64);
        }
        for (part, weight) in parts.iter().zip(&weights) {
            prop_assert!(*weight > 0 || *part == 0);
        }
        for (one, other) in parts
            .iter()
            .zip(&weights)
            .zip(parts.iter().zip(&weights).skip(1))
        {
            prop_assert!(total == u128::MAX || one.1 > other.1 || one.0 <= other.0);
        }
    }

    #[test]
    fn a_dividend_is_divided_and_never_exceeded(
        dividend in 0u64..=21_000_000_000_000_000,
        own in 0u64..=21_000_000_000_000_000,
        stakes in prop::collection::vec((0u64..=21_000_000_000_000_000, any::<bool>()), 0..8),
        take: u16,
        burn: u64,
    ) {
        let lenders: Vec<Lender> = stakes
            .iter()
            .map(|(stake, same_owner)| Lender {
                contribution: U96F32::from_num(*stake),
                same_owner: *same_owner,
            })
            .collect();
        let (child, parents) =
            split_dividend(dividend, U96F32::from_num(own), &lenders, take, burn);
        let rest: u64 = parents.iter().map(|part| part.paid + part.burned).sum();
        prop_assert!(child + rest <= dividend);
        // A rao of rounding for the child, two for every parent.
        prop_assert!(dividend - child - rest <= 1 + 2 * lenders.len() as u64);
        for (part, lender) in parents.iter().zip(&lenders) {
            prop_assert!(!lender.same_owner || part.burned == 0);
        }
    }
}
