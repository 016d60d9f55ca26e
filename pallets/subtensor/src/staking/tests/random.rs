//! Random sequences of stake calls: whatever is tried, every equality holds afterwards.

use proptest::prelude::*;
use sp_io::storage::root as storage_root;
use sp_runtime::{DispatchResult, StateVersion};
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{ROOT, stake, tao};
use crate::mock::*;

/// Nomination minimum of 0.02 TAO.
const NOMINATOR_FACTOR: u64 = 10_000_000;

/// A call of coldkey `who`; parts are in 64ths of what is held, 64 for all.
#[derive(Clone, Debug)]
enum Step {
    Add(u64, usize, usize, u64),
    Remove(u64, usize, usize, u64),
    UnstakeAll(u64, usize),
    Move(u64, [usize; 2], [usize; 2], u64),
    Transfer(u64, u64, usize, [usize; 2], u64),
    Recycle(u64, usize, usize, u64),
    PayFee(u64, usize, usize, u64),
    NextBlock,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let who = || 2u64..6;
    let key = || 0usize..3;
    let pair = || [key(), key()];
    let part = || 0u64..=64;
    // From a tenth of the least stake to a hundred TAO.
    let amount = || (17u32..37).prop_flat_map(|bits| (1u64 << bits)..(2u64 << bits));
    let step = prop_oneof![
        4 => (who(), key(), key(), amount()).prop_map(|(w, h, n, a)| Step::Add(w, h, n, a)),
        3 => (who(), key(), key(), part()).prop_map(|(w, h, n, p)| Step::Remove(w, h, n, p)),
        1 => (who(), key()).prop_map(|(w, h)| Step::UnstakeAll(w, h)),
        3 => (who(), pair(), pair(), part()).prop_map(|(w, h, n, p)| Step::Move(w, h, n, p)),
        2 => (who(), who(), key(), pair(), part())
            .prop_map(|(w, to, h, n, p)| Step::Transfer(w, to, h, n, p)),
        1 => (who(), key(), key(), part()).prop_map(|(w, h, n, p)| Step::Recycle(w, h, n, p)),
        1 => (who(), key(), key(), amount()).prop_map(|(w, h, n, a)| Step::PayFee(w, h, n, a)),
        1 => Just(Step::NextBlock),
    ];
    prop::collection::vec(step, 1..60)
}

/// Hotkeys 11 and 12 own the two subnets, 13 belongs to a nominator.
struct World {
    hotkeys: [u64; 3],
    subnets: [NetUid; 3],
}

impl World {
    fn new() -> Self {
        let (first, second) = (start_subnet(1, 11), start_subnet(7, 12));
        SubtensorModule::try_associate_hotkey(signed(2), account(13)).unwrap();
        Nominations::<Test>::set_nominator_min_required_stake(NOMINATOR_FACTOR);
        Self {
            hotkeys: [11, 12, 13],
            subnets: [ROOT, first, second],
        }
    }

    fn part(&self, who: u64, hotkey: usize, subnet: usize, part: u64) -> AlphaBalance {
        if part == 64 {
            return AlphaBalance::MAX;
        }
        AlphaBalance::new(stake(who, self.hotkeys[hotkey], self.subnets[subnet]) / 64 * part)
    }

    fn recycle(
        &self,
        who: u64,
        h: usize,
        n: usize,
        part: u64,
    ) -> frame_support::dispatch::DispatchResultWithPostInfo {
        let amount = self.part(who, h, n, part);
        let hotkey = account(self.hotkeys[h]);
        SubtensorModule::recycle_alpha(signed(who), hotkey, amount, self.subnets[n])
    }

    fn run(&self, step: &Step) -> DispatchResult {
        let hotkey = |index: usize| account(self.hotkeys[index]);
        let subnet = |index: usize| self.subnets[index];
        let ok = |result: frame_support::dispatch::DispatchResultWithPostInfo| {
            result.map(|_| ()).map_err(|failed| failed.error)
        };
        match *step {
            Step::Add(who, h, n, amount) => {
                let amount = tao(amount);
                ok(SubtensorModule::add_stake(
                    signed(who),
                    hotkey(h),
                    subnet(n),
                    amount,
                ))
            }
            Step::Remove(who, h, n, part) => {
                let amount = self.part(who, h, n, part);
                ok(SubtensorModule::remove_stake(
                    signed(who),
                    hotkey(h),
                    subnet(n),
                    amount,
                ))
            }
            Step::UnstakeAll(who, h) => ok(SubtensorModule::unstake_all(signed(who), hotkey(h))),
            Step::Move(who, [from, to], [origin, destination], part) => {
                let amount = self.part(who, from, origin, part);
                ok(SubtensorModule::move_stake(
                    signed(who),
                    hotkey(from),
                    hotkey(to),
                    subnet(origin),
                    subnet(destination),
                    amount,
                ))
            }
            Step::Transfer(who, to, h, [origin, destination], part) => {
                let amount = self.part(who, h, origin, part);
                ok(SubtensorModule::transfer_stake(
                    signed(who),
                    account(to),
                    hotkey(h),
                    subnet(origin),
                    subnet(destination),
                    amount,
                ))
            }
            Step::Recycle(who, h, n, part) => ok(self.recycle(who, h, n, part)),
            Step::PayFee(who, h, n, fee) => {
                let call = crate::Call::burn_alpha {
                    hotkey: hotkey(h),
                    amount: AlphaBalance::MAX,
                    netuid: subnet(n),
                };
                let fee = Staking::<Test>::quote_alpha_fee(&account(who), &call, tao(fee))?;
                Staking::<Test>::take_alpha_fee(&account(who), &fee).map(|_| ())
            }
            Step::NextBlock => {
                next_block();
                Ok(())
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_equality_holds_whatever_is_tried(steps in steps()) {
        new_test_ext().execute_with(|| {
            let world = World::new();
            for step in &steps {
                let before = storage_root(StateVersion::V1);
                let result = world.run(step);
                if result.is_err() {
                    let after = storage_root(StateVersion::V1);
                    assert_eq!(before, after, "a refused call changes nothing");
                }
                check();
            }
        });
    }
}
