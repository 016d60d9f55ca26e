//! Automatic claims: everybody's turn comes, and no block does more than its part.

use crate::{RootDividends, Subnets};
use frame_support::assert_ok;

use super::*;
use crate::{WeightInfo, weight_info::ProvisionalWeights};

type Weights = ProvisionalWeights<Test>;

/// Subnets with a credit of 1 000 000 rao each.
fn credited_subnets(count: u64) -> Vec<NetUid> {
    (0..count)
        .map(|number| {
            NetworkLastLockCost::<Test>::put(TaoBalance::new(TAO));
            let netuid = start_subnet(1, 100 + number);
            credit(netuid, 1_000_000);
            netuid
        })
        .collect()
}

fn owed_in_all(coldkey: u64) -> u64 {
    RootDividends::<Test>::owed_on_root(&account(HOTKEY), &account(coldkey))
        .iter()
        .map(|row| row.amount.to_u64())
        .sum()
}

#[test]
fn everybody_is_paid_without_asking() {
    test(|netuid| {
        for coldkey in 2..7 {
            join(coldkey, TAO);
        }
        credit(netuid, 5_000_000);
        RootDividends::<Test>::claim_automatically();
        for coldkey in 2..7 {
            assert_eq!(owed(coldkey, netuid), 0);
            assert!(stake(coldkey, ROOT) > TAO);
        }
    });
}

#[test]
fn a_block_makes_eight_sales_and_the_next_goes_on() {
    test(|_| {
        for coldkey in 2..4 {
            join(coldkey, 50 * TAO);
        }
        let subnets = credited_subnets(10);
        let mut seen = Vec::new();
        for _ in 0..3 {
            RootDividends::<Test>::forget_root_sales();
            RootDividends::<Test>::claim_automatically();
            let sold = subnets
                .iter()
                .filter(|netuid| !SubnetRootSellTao::<Test>::get(netuid).is_zero());
            seen.push((sold.count(), owed_in_all(2) < 10, owed_in_all(3) < 10));
        }
        assert_eq!(seen, [(8, false, false), (8, true, false), (4, true, true)]);
    });
}

#[test]
fn a_block_looks_at_each_staker_once_and_stops_when_it_has_seen_enough() {
    test(|_| {
        join(2, TAO);
        let idle = RootDividends::<Test>::claim_automatically();
        // The staker's hotkey, and the end of its list.
        let expected = Weights::visit_root_stakers(2) + Weights::claim_root(0, 0);
        assert_eq!(idle, expected);

        let rates: std::collections::BTreeMap<_, _> = (1..=60u16)
            .map(|netuid| (NetUid::new(netuid), subtensor_fixed::I96F32::from_bits(0)))
            .collect();
        for coldkey in 3..10 {
            join(coldkey, TAO);
        }
        let there: Vec<NetUid> = Subnets::<Test>::subnet_netuids();
        for netuid in rates.keys() {
            NetworksAdded::<Test>::insert(netuid, true);
        }
        RootClaimable::<Test>::insert(account(HOTKEY), &rates);
        let busy = RootDividends::<Test>::claim_automatically();
        assert_eq!(
            busy,
            Weights::visit_root_stakers(5) + Weights::claim_root(180, 0)
        );
        let place = RootClaimCursor::<Test>::get().staker;
        RootDividends::<Test>::claim_automatically();
        assert_ne!(RootClaimCursor::<Test>::get().staker, place);
        RootClaimable::<Test>::remove(account(HOTKEY));
        for netuid in rates.keys().filter(|netuid| !there.contains(netuid)) {
            NetworksAdded::<Test>::remove(netuid);
        }
    });
}

#[test]
fn a_cursor_beyond_the_end_begins_again() {
    test(|netuid| {
        join(2, TAO);
        credit(netuid, 1_000_000);
        RootClaimCursor::<Test>::put(crate::RootClaimPosition {
            staker: u64::MAX,
            hotkey: 9,
            netuid,
        });
        RootDividends::<Test>::claim_automatically();
        RootDividends::<Test>::claim_automatically();
        assert_eq!(owed(2, netuid), 0);
        assert_ok!(SubtensorModule::remove_stake(
            signed(2),
            account(HOTKEY),
            ROOT,
            AlphaBalance::MAX
        ));
        RootDividends::<Test>::claim_automatically();
    });
}
