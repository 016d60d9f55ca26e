//! Random lives of a fund: whatever people do, no more is owed than there is, and a preview is the
//! claim that follows.

use super::*;
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Join(u64, u64),
    Leave(u64, u64),
    Credit(usize, u64),
    Buy(u64, u64),
    Claim(u64),
    ClaimAll(u64),
    Give(u64, u64, u64),
    Earn(usize, u64),
    Block,
}

fn step() -> impl Strategy<Value = Step> {
    let who = 2u64..7;
    let amount = (1u64..1_000_000_000_000, 0u32..30).prop_map(|(amount, shift)| amount >> shift);
    prop_oneof![
        (who.clone(), amount.clone()).prop_map(|(who, amount)| Step::Join(who, amount)),
        (who.clone(), amount.clone()).prop_map(|(who, amount)| Step::Leave(who, amount)),
        (0usize..3, amount.clone()).prop_map(|(place, amount)| Step::Credit(place, amount)),
        (who.clone(), amount.clone()).prop_map(|(who, amount)| Step::Buy(who, amount)),
        who.clone().prop_map(Step::Claim),
        who.clone().prop_map(Step::ClaimAll),
        (who.clone(), who, amount.clone())
            .prop_map(|(from, to, amount)| Step::Give(from, to, amount)),
        (0usize..3, amount).prop_map(|(place, amount)| Step::Earn(place, amount)),
        Just(Step::Block),
    ]
}

/// What fails changes nothing.
fn take(step: &Step, subnets: &[NetUid]) {
    let hotkey = account(HOTKEY);
    match *step {
        Step::Join(who, amount) => {
            let _ = SubtensorModule::add_stake(signed(who), hotkey, ROOT, tao(amount));
        }
        Step::Leave(who, amount) => {
            let _ = SubtensorModule::remove_stake(signed(who), hotkey, ROOT, rao(amount));
        }
        Step::Credit(place, amount) => credit(HOTKEY, subnets[place], amount),
        Step::Buy(who, amount) => {
            let before = (nav(), shares());
            let bought = SubtensorModule::stake_into_basket(signed(who), hotkey, tao(amount));
            if bought.is_ok() && before.1 > 0 && before.0 > 0 {
                let after = (nav(), shares());
                let worth =
                    |(nav, shares): (u64, u64)| (u128::from(nav) << 32) / u128::from(shares);
                // A rao or two of each holding.
                let slack = (8u128 << 32) / u128::from(after.1);
                assert!(
                    worth(after) + slack >= worth(before),
                    "{before:?} {after:?}"
                );
            }
        }
        Step::Claim(who) => {
            let foretold = Funds::<Test>::preview_claim(&hotkey, &account(who));
            let before = root_stake(who);
            claim(who);
            let paid = foretold.map_or(0, |claim| claim.redeemable_tao.to_u64());
            assert!(paid.abs_diff(root_stake(who) - before) <= 1);
        }
        Step::ClaimAll(who) => {
            assert_ok!(SubtensorModule::claim_root(signed(who), Default::default()));
        }
        Step::Give(from, to, amount) => {
            let _ = SubtensorModule::transfer_stake(
                signed(from),
                account(to),
                hotkey,
                ROOT,
                ROOT,
                rao(amount),
            );
        }
        Step::Earn(place, amount) => {
            Ledger::<Test>::mint_alpha_out(subnets[place], rao(amount));
            Shares::<Test>::increase_stake_for_hotkey(&hotkey, subnets[place], rao(amount));
        }
        Step::Block => next_block(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_more_is_owed_than_there_is(steps in prop::collection::vec(step(), 1..60)) {
        test(|netuid| {
            let subnets = [
                netuid,
                more_subnet(1, 100 * TAO, 3_000 * TAO),
                more_subnet(2, 5_000 * TAO, 50 * TAO),
            ];
            for step in &steps {
                take(step, &subnets);
                check();
            }
        });
    }
}
