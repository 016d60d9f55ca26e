//! What an epoch does to collateral (spec 90 §14.3).

use frame_support::assert_ok;
use sp_runtime::PerU16;
use subtensor_fixed::U64F64;
use subtensor_primitives::NetUid;

use super::{earned, fill, pay, rao, stake, test};
use crate::{Event, mock::*, pallet::*};

const E9: u64 = 1_000_000_000;
const E8: u64 = 100_000_000;

/// Makes `locked` of the position of a coldkey on its hotkey collateral, which shall be `floor`.
fn bond(netuid: NetUid, coldkey: u64, hotkey: u64, locked: u64, floor: u64) {
    if locked > 0 {
        assert_ok!(SubtensorModule::add_collateral(
            signed(coldkey),
            netuid,
            account(hotkey),
            rao(locked),
            0.into()
        ));
    }
    assert_ok!(SubtensorModule::set_min_collateral(
        signed(coldkey),
        netuid,
        account(hotkey),
        rao(floor)
    ));
}

/// Locked, and earned.
fn lien(netuid: NetUid, coldkey: u64, hotkey: u64) -> (u64, u64) {
    MinerCollateral::<Test>::get((netuid, account(hotkey), account(coldkey)))
        .map_or((0, 0), |row| (row.locked.to_u64(), row.earned.to_u64()))
}

fn auto_stake_added() -> Vec<u64> {
    System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(Event::AutoStakeAdded { incentive, .. }) => {
                Some(incentive.to_u64())
            }
            _ => None,
        })
        .collect()
}

#[test]
fn miners_earn_their_collateral_free_or_fill_it_up_as_in_90_14_3() {
    for (locked, floor, ratio, incentive, after, captured) in [
        (E9, 0, U64F64::ONE, 3 * E8, 7 * E8, 0),
        (
            E9,
            8 * E8,
            U64F64::from_ratio(1, 2),
            3 * E8,
            8 * E8 + E8 / 2,
            0,
        ),
        (E9, 8 * E8, U64F64::ONE, 3 * E8, 8 * E8, 0),
        (5 * E8, 8 * E8, U64F64::ONE, 4 * E8, 8 * E8, 3 * E8),
        (0, 8 * E8, U64F64::ONE, 4 * E8, 4 * E8, 4 * E8),
    ] {
        test(&[(E9, 0), (E9, 0)], |netuid| {
            CollateralDrainRatio::<Test>::insert(netuid, ratio);
            bond(netuid, 3, 13, locked, floor);
            // What is not captured is staked where the miner wants it.
            Subnets::<Test>::note_account(netuid, &account(3));
            AutoStakeDestination::<Test>::insert(account(3), netuid, account(12));
            let pots = fill(netuid, [0, incentive, 0, 0]);
            pay(netuid, pots, &earned(&[(13, 1, 0)]));
            assert_eq!(lien(netuid, 3, 13), (after, incentive));
            assert_eq!(stake(13, 3, netuid), E9 + captured);
            let rest = incentive - captured;
            assert!(stake(12, 3, netuid).abs_diff(rest) <= 1);
            assert_eq!(
                auto_stake_added(),
                if rest > 0 { vec![rest] } else { vec![] }
            );
            AutoStakeDestination::<Test>::remove(account(3), netuid);
        });
    }
}

#[test]
fn validators_fill_up_their_collateral_from_their_take_alone() {
    test(&[(10 * E9, E9)], |netuid| {
        Delegates::<Test>::insert(account(12), PerU16::from_parts(6_554));
        bond(netuid, 2, 12, 5 * E8, 8 * E8);
        // Somebody else's stake is no collateral, and gets its part of the rest.
        Ledger::<Test>::mint_alpha_out(netuid, rao(10 * E9));
        Shares::<Test>::increase_stake(&account(12), &account(5), netuid, rao(10 * E9));
        TaoWeight::<Test>::put(u64::MAX);
        let pots = fill(netuid, [0, 0, 4 * E8, E9]);
        pay(netuid, pots, &earned(&[(12, 0, 1)]));
        // The take of 4e8, not of what root stake earned.
        let take = 40_003_051;
        assert_eq!(lien(netuid, 2, 12), (5 * E8 + take, 4 * E8));
        let rest = 4 * E8 - take;
        assert!(stake(12, 5, netuid).abs_diff(10 * E9 + rest / 2) < E8 / 100);
        // The floor is met: from now on there is less to capture than the take.
        bond(netuid, 2, 12, 0, 5 * E8 + take + 1);
        let pots = fill(netuid, [0, 0, 4 * E8, 0]);
        pay(netuid, pots, &earned(&[(12, 0, 1)]));
        assert_eq!(lien(netuid, 2, 12), (5 * E8 + take + 1, 8 * E8));
    });
}

#[test]
fn both_kinds_of_income_count_and_a_lien_without_anything_goes() {
    test(&[(E9, 0)], |netuid| {
        bond(netuid, 2, 12, 3 * E8, 0);
        let pots = fill(netuid, [0, E8, E8, 0]);
        pay(netuid, pots, &earned(&[(12, 1, 1)]));
        assert_eq!(lien(netuid, 2, 12), (E8, 2 * E8));
        let pots = fill(netuid, [0, E8, E8, 0]);
        pay(netuid, pots, &earned(&[(12, 1, 1)]));
        assert_eq!(MinerCollateral::<Test>::iter().count(), 0);
        assert_eq!(ColdkeyMinerCollateral::<Test>::iter().count(), 0);
        assert_eq!(ColdkeyCollateralHotkeys::<Test>::iter().count(), 0);
    });
}

#[test]
fn what_is_withheld_from_the_owner_of_the_subnet_settles_nothing() {
    test(&[], |netuid| {
        Ledger::<Test>::mint_alpha_out(netuid, rao(E9));
        Shares::<Test>::increase_stake(&account(11), &account(1), netuid, rao(E9));
        bond(netuid, 1, 11, E8, 2 * E8);
        let pots = fill(netuid, [0, E8, 0, 0]);
        pay(netuid, pots, &earned(&[(11, 1, 0)]));
        assert_eq!(lien(netuid, 1, 11), (E8, 0));
    });
}
