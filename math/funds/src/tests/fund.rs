//! Laws of a fund that trades with pools, whatever happens in whatever order (spec 90 §13).

use proptest::prelude::*;
use subtensor_amm::{HALF_WEIGHT, MIN_WEIGHT, Pool, WEIGHT_ONE};

use super::model::Model;
use crate::claim::DustLimits;
use crate::price::payout;

const STAKERS: usize = 3;

#[derive(Clone, Debug)]
enum Step {
    Credits(Vec<(usize, u64)>),
    Deposit(usize, u64),
    Stake(usize, u64),
    Unstake(usize, u64),
    Claim(usize),
    /// Somebody else trades: parts of 2^32 of the pool's alpha are sold or bought.
    Trade(usize, u32, bool),
}

fn pools() -> impl Strategy<Value = Vec<Pool>> {
    let weight = prop_oneof![
        2 => Just(HALF_WEIGHT),
        1 => MIN_WEIGHT..=WEIGHT_ONE - MIN_WEIGHT,
    ];
    let reserve = || (1u64 << 30..1 << 50, 0u32..20).prop_map(|(bits, shift)| bits >> shift);
    let pool = (reserve(), reserve(), weight).prop_map(|(tao, alpha, quote_weight_parts)| Pool {
        tao,
        alpha,
        quote_weight_parts,
    });
    prop::collection::vec(pool, 1..4)
}

fn amount() -> impl Strategy<Value = u64> {
    (any::<u64>(), 20u32..50).prop_map(|(bits, shift)| bits >> shift)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let who = || 0..STAKERS;
    let step = prop_oneof![
        3 => prop::collection::vec((1usize..4, amount()), 1..4).prop_map(Step::Credits),
        2 => (who(), amount()).prop_map(|(who, x)| Step::Deposit(who, x)),
        1 => (who(), amount()).prop_map(|(who, x)| Step::Stake(who, x)),
        1 => (who(), amount()).prop_map(|(who, x)| Step::Unstake(who, x)),
        2 => who().prop_map(Step::Claim),
        1 => (0usize..3, any::<u32>(), any::<bool>())
            .prop_map(|(pool, parts, sells)| Step::Trade(pool, parts, sells)),
    ];
    prop::collection::vec(step, 1..24)
}

fn limits() -> impl Strategy<Value = DustLimits> {
    let off = DustLimits {
        row_cap: 0,
        row_bps: 0,
        slice: 0,
        forfeit_cap: 0,
    };
    let defaults = DustLimits {
        row_cap: 1_000_000_000,
        row_bps: 10,
        slice: 100_000,
        forfeit_cap: 10_000_000,
    };
    prop_oneof![Just(off), Just(defaults)]
}

fn models() -> impl Strategy<Value = Model> {
    let threshold = prop_oneof![Just(0u64), Just(500_000)];
    (pools(), limits(), threshold).prop_map(|(pools, limits, threshold)| Model {
        limits,
        threshold,
        ..Model::new(pools, &[1_000_000_000; STAKERS])
    })
}

impl Model {
    fn trade(&mut self, pool: usize, parts: u32, sells: bool) {
        let count = self.pools.len();
        let pool = &mut self.pools[pool % count];
        let part = |reserve: u64| ((u128::from(reserve) * u128::from(parts)) >> 34) as u64;
        let terms = subtensor_amm::Terms {
            limit: if sells { 0 } else { u64::MAX },
            fee_rate: 0,
            minimum_reserve: 1,
        };
        if sells {
            if let Ok(quote) = pool.sell(part(pool.alpha), &terms) {
                pool.alpha += quote.paid_in;
                pool.tao -= quote.paid_out;
            }
        } else if let Ok(quote) = pool.buy(part(pool.tao), &terms) {
            pool.tao += quote.paid_in;
            pool.alpha -= quote.paid_out;
        }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Credits(credits) => {
                let rows = self.held.len();
                let known = credits.iter().filter(|(row, _)| *row < rows);
                let known: Vec<_> = known.copied().collect();
                self.flush(&known);
            }
            Step::Deposit(who, amount) => {
                self.deposit(*who, *amount);
            }
            Step::Stake(who, amount) => self.add_stake(*who, *amount),
            Step::Unstake(who, amount) => {
                self.remove_stake(*who, (*amount).min(self.stakers[*who].stake));
            }
            Step::Claim(who) => {
                self.claim(*who);
            }
            Step::Trade(pool, parts, sells) => self.trade(*pool, *parts, *sells),
        }
    }

    /// Whether a share is worth less than one was in `before`, beyond a rao a row.
    fn is_worth_less_than(&self, before: &Self) -> bool {
        let slack = self.held.len() as u128;
        let (nav, nav_before) = (u128::from(self.nav()), u128::from(before.nav()));
        let (shares, shares_before) = (u128::from(self.shares), u128::from(before.shares));
        shares > 0 && shares_before > 0 && (nav + slack) * shares_before < nav_before * shares
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn nobody_takes_from_the_others(mut fund in models(), steps in steps()) {
        for step in &steps {
            if matches!(step, Step::Claim(_)) {
                fund.consolidate();
            }
            let before = fund.clone();
            fund.take(step);
            let owed = |fund: &Model| (0..STAKERS).map(|who| fund.owed(who)).collect::<Vec<_>>();
            let (was, is) = (owed(&before), owed(&fund));
            let sum: u128 = is.iter().map(|owed| u128::from(*owed)).sum();
            prop_assert!(sum <= fund.shares.into(), "{step:?}");
            let who = match step {
                Step::Deposit(who, _) | Step::Claim(who) => Some(*who),
                Step::Stake(who, _) | Step::Unstake(who, _) => Some(*who),
                Step::Credits(_) | Step::Trade(..) => None,
            };
            for other in (0..STAKERS).filter(|other| Some(*other) != who) {
                prop_assert!(is[other] >= was[other], "{step:?} moves {other}");
            }
            if !matches!(step, Step::Trade(..)) {
                prop_assert!(!fund.is_worth_less_than(&before), "{step:?}");
            }
        }
    }

    #[test]
    fn who_buys_and_claims_gets_no_more_than_was_paid(
        mut fund in models(), steps in steps(), amount in amount(),
    ) {
        for step in &steps {
            fund.take(step);
        }
        // A fund of nobody that has a value is a gift to the first who comes.
        prop_assume!(fund.shares > 0 || fund.nav() == 0);
        fund.stakers.push(Default::default());
        if fund.deposit(STAKERS, amount).is_some() {
            let owed = fund.owed(STAKERS);
            fund.consolidate();
            let most = payout(owed, fund.nav(), fund.shares);
            if let Some(paid) = fund.claim(STAKERS) {
                prop_assert!(paid.tao <= amount, "{} for {amount}", paid.tao);
                prop_assert!(paid.tao <= most);
                prop_assert_eq!(fund.claim(STAKERS), None);
            }
        }
    }

    #[test]
    fn the_last_holder_gets_all_that_can_be_sold(mut fund in models(), steps in steps()) {
        for step in &steps {
            fund.take(step);
        }
        for who in 0..STAKERS {
            fund.stakers[who].watermark = i128::MAX;
        }
        prop_assume!(fund.shares > 0);
        fund.stakers[0].watermark = -i128::from(fund.shares);
        fund.stakers[0].stake = 0;
        fund.consolidate();
        let nav = fund.nav();
        match fund.claim(0) {
            Some(paid) => {
                prop_assert_eq!((paid.owed, paid.tao), (paid.owed, nav));
                prop_assert_eq!((fund.nav(), fund.shares), (0, 0));
            }
            None => prop_assert!(nav == 0 || nav < fund.threshold),
        }
    }
}
