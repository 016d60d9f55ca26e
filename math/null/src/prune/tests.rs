use proptest::{collection::vec, prelude::*};

use super::*;

#[test]
fn batches_of_a_large_subnet_are_those_of_90_15_5() {
    let mut emission: Vec<u64> = (0..192).collect();
    let mut immune = vec![false; 192];
    immune[0] = true;
    let first = prune(&emission, &immune, 64).unwrap();
    assert_eq!(first.gone, (1..=64).collect::<Vec<u16>>());
    assert_eq!(first.stay.len(), 128);
    assert_eq!(
        [0, 1, 64, 65, 127].map(|uid: usize| first.stay[uid]),
        [0, 128, 191, 65, 127]
    );
    emission = first.stay.iter().map(|uid| u64::from(*uid)).collect();
    immune.truncate(128);
    let second = prune(&emission, &immune, 64).unwrap();
    assert_eq!(second.stay.len(), 64);
    // The uid that had been 191, then 64.
    assert_eq!(second.stay[1], 64);
    assert_eq!(second.stay[2], 2);
}

#[test]
fn of_equals_the_highest_uid_goes_first_and_the_immune_stay() {
    let plan = prune(&[5, 1, 1, 1, 5], &[false; 5], 2).unwrap();
    assert_eq!(plan.gone, [2, 3]);
    assert_eq!(plan.stay, [0, 1, 4]);
    let plan = prune(&[5, 1, 1, 1, 5], &[false, false, true, true, false], 2).unwrap();
    assert_eq!(plan.gone, [1, 4]);
    assert_eq!(plan.stay, [0, 3, 2]);
}

#[test]
fn where_too_few_may_go_there_is_no_plan() {
    let immune = [true, false, true];
    assert_eq!(prune(&[1, 2, 3], &immune, 2), None);
    assert_eq!(prune(&[1, 2, 3], &immune, 1).unwrap().stay, [0, 2]);
    let nothing = prune(&[1, 2, 3], &immune, 0).unwrap();
    assert_eq!((nothing.gone, nothing.stay), (vec![], vec![0, 1, 2]));
}

proptest! {
    #[test]
    fn a_plan_keeps_who_earns_most_and_moves_only_the_tail(
        uids in vec((0u64..5, any::<bool>()), 1..60),
        count in 0usize..60,
    ) {
        let (emission, immune): (Vec<u64>, Vec<bool>) = uids.iter().copied().unzip();
        let free = immune.iter().filter(|is_immune| !**is_immune).count();
        let Some(plan) = prune(&emission, &immune, count) else {
            prop_assert!(count > free);
            return Ok(());
        };
        prop_assert_eq!(plan.gone.len(), count);
        let mut all: Vec<u16> = plan.gone.iter().chain(&plan.stay).copied().collect();
        all.sort_unstable();
        prop_assert!(all.into_iter().eq(0..uids.len() as u16));
        let left = plan.stay.len();
        for (new, old) in plan.stay.iter().enumerate() {
            prop_assert!(usize::from(*old) == new || usize::from(*old) >= left);
        }
        let moved: Vec<u16> =
            plan.stay.iter().copied().filter(|old| usize::from(*old) >= left).collect();
        prop_assert!(moved.is_sorted());
        for gone in &plan.gone {
            prop_assert!(!immune[usize::from(*gone)]);
            for stay in plan.stay.iter().filter(|uid| !immune[usize::from(**uid)]) {
                let rank = |uid: u16| (emission[usize::from(uid)], core::cmp::Reverse(uid));
                prop_assert!(rank(*gone) < rank(*stay));
            }
        }
    }
}
