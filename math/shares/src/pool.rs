//! One share pool as plain values (spec 50 §4.2). The caller loads the pool and the holding it changes, applies the
//! operation and stores both; a zero means that the row is to be removed.

use crate::SafeFloat;

/// Value and shares of a whole pool.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Pool {
    /// Alpha of all holders together, rao.
    pub value: u64,
    /// Shares of all holders together.
    pub shares: SafeFloat,
}

/// Shares of one holder.
pub type Holding = SafeFloat;

impl Pool {
    /// What a holding is worth, in rao, rounded down; zero in an empty pool.
    pub fn value_of(&self, holding: Holding) -> u64 {
        SafeFloat::from(self.value)
            .mul_div(holding, self.shares)
            .map_or(0, SafeFloat::to_u64)
    }

    /// Whether a deposit of `amount` rao would get any shares. It gets none if it is too small for the precision of
    /// the pool, and must then be refused.
    pub fn accepts(&self, amount: u64) -> bool {
        self.shares.is_zero() || !self.shares_for(amount).is_zero()
    }

    /// Adds `amount` rao to every holder, in proportion.
    pub fn distribute(&mut self, amount: u64) {
        self.value = self.value.saturating_add(amount);
    }

    /// Adds `amount` rao to one holding and returns it. The first deposit of a pool gets one share per rao.
    pub fn deposit(&mut self, holding: Holding, amount: u64) -> Holding {
        let (total, holding) = if self.shares.is_zero() {
            (amount.into(), amount.into())
        } else {
            let minted = self.shares_for(amount);
            (
                self.shares.checked_add(minted).unwrap_or(self.shares),
                holding.checked_add(minted).unwrap_or(holding),
            )
        };
        self.shares = total;
        self.value = self.value.saturating_add(amount);
        holding
    }

    /// Takes `amount` rao out of one holding and returns what is left of it. The caller has checked that the holding
    /// is worth that much.
    pub fn withdraw(&mut self, holding: Holding, amount: u64) -> Holding {
        let burned = self.shares_for(amount);
        self.shares = self.shares.checked_sub(burned).unwrap_or(self.shares);
        self.value = self.value.saturating_sub(amount);
        holding.checked_sub(burned).unwrap_or(holding)
    }

    /// Shares that `amount` rao are worth now; zero in an empty pool.
    fn shares_for(&self, amount: u64) -> SafeFloat {
        SafeFloat::from(amount)
            .mul_div(self.shares, self.value.into())
            .unwrap_or(SafeFloat::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A pool with the holdings of keys 0, 1, ...
    #[derive(Default)]
    struct Ledger {
        pool: Pool,
        holdings: [Holding; 4],
    }

    impl Ledger {
        fn change(&mut self, key: usize, amount: i64) {
            let holding = self.holdings[key];
            self.holdings[key] = if amount < 0 {
                self.pool.withdraw(holding, amount.unsigned_abs())
            } else {
                self.pool.deposit(holding, amount.unsigned_abs())
            };
        }

        fn value(&self, key: usize) -> u64 {
            self.pool.value_of(self.holdings[key])
        }
    }

    fn parts(value: SafeFloat) -> (u128, i64) {
        (value.mantissa(), value.exponent())
    }

    #[test]
    fn two_holders_who_leave_ten_rao_each_own_ten() {
        let mut ledger = Ledger::default();
        for (key, amount) in [(0, 1_000), (0, -990), (1, 1_000), (1, -990)] {
            ledger.change(key, amount);
        }
        assert_eq!((ledger.value(0), ledger.value(1)), (10, 10));
        assert_eq!(ledger.pool.value, 20);
        assert_eq!(
            parts(ledger.pool.shares),
            (200_000_000_000_000_000_000, -19)
        );
    }

    #[test]
    fn a_pool_that_grew_a_trillionfold_still_pays_equal_holders_equally() {
        let mut ledger = Ledger::default();
        ledger.change(0, 1);
        ledger.change(1, 1);
        ledger.pool.distribute(999_999_999_999_998);
        ledger.change(0, -499_999_999_999_990);
        ledger.change(1, -499_999_999_999_990);
        ledger.pool.distribute(999_999_999_999_980);
        ledger.change(0, 1_000_000_000_000);
        ledger.change(1, 1_000_000_000_000);
        assert_eq!(
            (ledger.value(0), ledger.value(1)),
            (501_000_000_000_000, 501_000_000_000_000)
        );
        assert_eq!(ledger.pool.value, 1_002_000_000_000_000);
        assert_eq!(
            parts(ledger.pool.shares),
            (400_800_000_000_000_000_000, -34)
        );
        assert_eq!(
            parts(ledger.holdings[0]),
            (200_400_000_000_000_000_000, -34)
        );
    }

    #[test]
    fn a_thousand_withdrawals_cost_at_most_one_rao() {
        let mut ledger = Ledger::default();
        ledger.change(0, 1);
        ledger.change(1, 1);
        ledger.pool.distribute(1_000_000_000_000_000);
        for _ in 0..1_000 {
            ledger.change(0, -500_000_000);
            ledger.change(1, -500_000_000);
        }
        ledger.pool.distribute(1_000_000_000_000_000);
        ledger.change(0, 1_000_000_000_000);
        ledger.change(1, 1_000_000_000_000);
        for key in [0, 1] {
            assert!(ledger.value(key).abs_diff(1_000_500_000_000_000) <= 1);
        }
    }

    #[test]
    fn dust_stays_in_the_pool_after_everybody_left() {
        let mut ledger = Ledger::default();
        ledger.change(0, 3);
        ledger.change(1, 4);
        ledger.pool.distribute(3);
        assert_eq!(
            (ledger.value(0), ledger.value(1), ledger.pool.value),
            (4, 5, 10)
        );
        ledger.change(0, -4);
        assert_eq!(
            parts(ledger.holdings[0]),
            (200_000_000_000_000_000_000, -21)
        );
        assert_eq!(
            (ledger.value(0), ledger.value(1), ledger.pool.value),
            (0, 5, 6)
        );
        assert_eq!(
            parts(ledger.pool.shares),
            (420_000_000_000_000_000_000, -20)
        );
        ledger.change(1, -5);
        assert_eq!(ledger.pool.value, 1);
        assert_eq!(
            parts(ledger.pool.shares),
            (700_000_000_000_000_000_000, -21)
        );
    }

    #[test]
    fn holders_share_in_proportion_and_an_empty_pool_is_worth_nothing() {
        let pool = Pool {
            value: 100,
            shares: 10.into(),
        };
        assert_eq!((pool.value_of(3.into()), pool.value_of(7.into())), (30, 70));
        assert_eq!(Pool::default().value_of(3.into()), 0);
        assert!(Pool::default().accepts(1));
    }

    proptest! {
        #[test]
        fn holders_never_own_more_than_the_pool_and_others_lose_at_most_one_rao(
            changes in prop::collection::vec((0usize..4, 1u64..10_000_000_000_000, 0u8..3), 1..60),
        ) {
            let mut ledger = Ledger::default();
            for (key, amount, kind) in changes {
                let before: Vec<u64> = (0..4).map(|k| ledger.value(k)).collect();
                match kind {
                    0 => ledger.pool.distribute(amount),
                    1 if ledger.pool.accepts(amount) => ledger.change(key, amount as i64),
                    _ => ledger.change(key, -(amount.min(before[key]) as i64)),
                }
                let after: Vec<u64> = (0..4).map(|k| ledger.value(k)).collect();
                prop_assert!(after.iter().sum::<u64>() <= ledger.pool.value);
                if kind != 0 {
                    for other in (0..4).filter(|other| *other != key) {
                        prop_assert!(before[other].abs_diff(after[other]) <= 1);
                    }
                }
            }
        }
    }
}
