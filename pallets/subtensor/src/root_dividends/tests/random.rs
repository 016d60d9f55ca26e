//! Random credits, stakes and claims beside a model in rational numbers: nobody gets more than its
//! part, or less by more than rounding.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Step {
    Credit(u64),
    Join(u64, u64),
    Leave(u64, u64),
    Claim(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let coldkey = 2u64..6;
    let step = prop_oneof![
        (1u64..50_000_000).prop_map(Step::Credit),
        (coldkey.clone(), 2_000_000u64..3_000_000_000).prop_map(|(who, rao)| Step::Join(who, rao)),
        (coldkey.clone(), 2_000_000u64..3_000_000_000).prop_map(|(who, rao)| Step::Leave(who, rao)),
        coldkey.prop_map(Step::Claim),
    ];
    prop::collection::vec(step, 1..60)
}

/// What each of the coldkeys 2 to 5 has earned so far.
type Earned = [f64; 4];

/// Divides a credit by the stakes there are.
fn earn(earned: &mut Earned, amount: f64) {
    let total: u64 = (2..6).map(|who| stake(who, ROOT)).sum();
    for (who, sum) in (2..).zip(earned) {
        *sum += amount * stake(who, ROOT) as f64 / total as f64;
    }
}

/// What a coldkey has had: alpha paid out, alpha sold, and what it is owed.
fn had(who: u64, netuid: NetUid, sold: u64) -> u64 {
    stake(who, netuid) + sold + owed(who, netuid)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn everybody_gets_its_part(steps in steps()) {
        new_test_ext().execute_with(|| {
            let netuid = start_subnet(1, HOTKEY);
            join(1, 3_000_000);
            let (mut earned, mut sold): (Earned, [u64; 4]) = ([0.0; 4], [0; 4]);
            let mut changes = 1.0;
            for step in steps {
                changes += 1.0;
                match step {
                    Step::Credit(amount) => {
                        let before = TotalHotkeyAlpha::<Test>::get(account(HOTKEY), ROOT).to_u64();
                        if amount <= before / 2 {
                            credit(netuid, amount);
                            let of_others =
                                amount as f64 * (before - stake(1, ROOT)) as f64 / before as f64;
                            if of_others > 0.0 {
                                earn(&mut earned, of_others);
                            }
                        }
                    }
                    Step::Join(who, amount) => join(who, amount),
                    Step::Leave(who, amount) => {
                        let held = stake(who, ROOT);
                        if held > 0 {
                            leave(
                                who,
                                if held > amount + 3_000_000 {
                                    amount
                                } else {
                                    u64::MAX
                                },
                            );
                        }
                    }
                    Step::Claim(who) => {
                        let before = owed(who, netuid);
                        claim(who);
                        sold[(who - 2) as usize] += before - owed(who, netuid);
                    }
                }
                check();
            }
            for (index, who) in (2..6).enumerate() {
                let had = had(who, netuid, sold[index]) as f64;
                // Two roundings for each change, and the credit that waits.
                let rest = RootAlphaRest::<Test>::get(netuid, account(HOTKEY)).to_u64() as f64;
                assert!(
                    (had - earned[index]).abs() <= 3.0 * changes + rest,
                    "{who}: {had} {}",
                    earned[index]
                );
            }
        });
    }
}
