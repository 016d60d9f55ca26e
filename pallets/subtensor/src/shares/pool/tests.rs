//! Generations of share pools (spec 90 §19). No rule of the chain brings a pool to nothing while
//! others have shares in it, see `subtensor_shares`; here a loss that everybody bears does.

mod random;

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::{AlphaBalance, NetUid};

use super::signed as signed_amount;
use crate::{
    Error, Views,
    domain::{Domain, Domains},
    mock::*,
    pallet::*,
};

/// The subnet that genesis opens.
const NETUID: NetUid = NetUid::new(1);
const HOTKEY: u64 = 21;

fn alpha(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

fn test(run: impl FnOnce()) {
    new_test_ext().execute_with(|| {
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(1),
            account(HOTKEY)
        ));
        run();
        check();
    });
}

fn held(hotkey: u64, coldkey: u64) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), NETUID).to_u64()
}

fn give(hotkey: u64, coldkey: u64, amount: u64) {
    Ledger::<Test>::mint_alpha_out(NETUID, alpha(amount));
    Shares::<Test>::increase_stake(&account(hotkey), &account(coldkey), NETUID, alpha(amount));
}

fn take(hotkey: u64, coldkey: u64, amount: u64) {
    let (hotkey, coldkey) = (account(hotkey), account(coldkey));
    assert_ok!(Shares::<Test>::decrease_stake(
        &hotkey,
        &coldkey,
        NETUID,
        alpha(amount)
    ));
    Ledger::<Test>::recycle_subnet_alpha(NETUID, alpha(amount));
}

fn earn(hotkey: u64, amount: u64) {
    Ledger::<Test>::mint_alpha_out(NETUID, alpha(amount));
    Shares::<Test>::increase_stake_for_hotkey(&account(hotkey), NETUID, alpha(amount));
}

/// Everybody on a hotkey loses that together.
fn lose(hotkey: u64, amount: u64) {
    let hotkey = account(hotkey);
    let mut pool = Shares::<Test>::share_pool(&hotkey, NETUID);
    let before = pool.value;
    pool.update_for_all(-signed_amount(alpha(amount)));
    Shares::<Test>::put_share_pool(&hotkey, NETUID, before, pool);
    Ledger::<Test>::recycle_subnet_alpha(NETUID, alpha(amount));
}

fn generation(hotkey: u64) -> u64 {
    AlphaSharePoolEpoch::<Test>::get(account(hotkey), NETUID)
}

/// The row of a coldkey and its stamp, where they are stored.
fn stored(coldkey: u64) -> (bool, Option<u64>) {
    let key = (account(HOTKEY), account(coldkey), NETUID);
    (
        AlphaV2::<Test>::contains_key(&key),
        AlphaShareEpoch::<Test>::try_get(&key).ok(),
    )
}

/// Coldkeys 2 and 3 in a pool that came to nothing.
fn closed() {
    give(HOTKEY, 2, 1_000);
    give(HOTKEY, 3, 3_000);
    lose(HOTKEY, 4_000);
    check();
}

#[test]
fn a_pool_that_comes_to_nothing_ends_its_generation_and_touches_no_row() {
    test(|| {
        closed();
        assert_eq!(generation(HOTKEY), 1);
        assert!(!TotalHotkeySharesV2::<Test>::contains_key(
            account(HOTKEY),
            NETUID
        ));
        assert!(!TotalHotkeyAlpha::<Test>::contains_key(
            account(HOTKEY),
            NETUID
        ));
        assert_eq!(PoolStakers::<Test>::get(NETUID, account(HOTKEY)), 0);
        for coldkey in [2, 3] {
            assert_eq!(stored(coldkey), (true, None));
            assert_eq!(held(HOTKEY, coldkey), 0);
            let (hotkey, coldkey) = (account(HOTKEY), account(coldkey));
            assert_eq!(Shares::<Test>::coldkey_alpha(&coldkey, NETUID), alpha(0));
            assert_eq!(Shares::<Test>::subnets_of(&hotkey, &coldkey).count(), 0);
        }
        // What is earned without stakers belongs to the owner.
        earn(HOTKEY, 500);
        assert_eq!(held(HOTKEY, 1), 500);
        assert_eq!((held(HOTKEY, 2), held(HOTKEY, 3)), (0, 0));
    });
}

#[test]
fn who_stakes_next_shares_with_nobody_from_before() {
    test(|| {
        closed();
        assert!(Shares::<Test>::is_stake_precise(
            &account(HOTKEY),
            NETUID,
            alpha(7)
        ));
        give(HOTKEY, 4, 700);
        earn(HOTKEY, 77);
        assert_eq!(held(HOTKEY, 4), 777);
        assert_eq!((held(HOTKEY, 2), held(HOTKEY, 3)), (0, 0));
        assert_eq!(stored(4), (true, Some(1)));
        assert_eq!(PoolStakers::<Test>::get(NETUID, account(HOTKEY)), 1);
        let nominators = || {
            let info = Views::<Test>::get_delegate(account(HOTKEY)).unwrap();
            let names = info.nominators.into_iter().map(|(coldkey, _)| coldkey);
            names.collect::<Vec<_>>()
        };
        Delegates::<Test>::insert(account(HOTKEY), sp_runtime::PerU16::zero());
        assert_eq!(nominators(), [account(4)]);
        let delegated = |coldkey| Views::<Test>::get_delegated(account(coldkey)).len();
        assert_eq!((delegated(2), delegated(4)), (0, 1));
        let info = |coldkey| Views::<Test>::get_stake_info_for_coldkey(account(coldkey)).len();
        assert_eq!((info(2), info(4)), (0, 1));
    });
}

#[test]
fn a_row_from_before_is_replaced_and_removed_with_its_stamp() {
    test(|| {
        closed();
        give(HOTKEY, 4, 700);
        give(HOTKEY, 2, 300);
        assert_eq!(
            (held(HOTKEY, 2), held(HOTKEY, 3), held(HOTKEY, 4)),
            (300, 0, 700)
        );
        assert_eq!(stored(2), (true, Some(1)));
        assert_eq!(PoolStakers::<Test>::get(NETUID, account(HOTKEY)), 2);
        check();
        take(HOTKEY, 2, 300);
        assert_eq!(stored(2), (false, None));
        assert!(!StakePositions::<Test>::contains_key(NETUID, account(2)));
        assert!(!StakingHotkeys::<Test>::contains_key(account(2)));
        assert_eq!(PoolStakers::<Test>::get(NETUID, account(HOTKEY)), 1);
    });
}

#[test]
fn nothing_can_be_taken_by_a_row_from_before() {
    test(|| {
        closed();
        give(HOTKEY, 4, 700);
        for amount in [1, 700, 1_000] {
            let taken = || {
                let (hotkey, coldkey) = (account(HOTKEY), account(2));
                Shares::<Test>::decrease_stake(&hotkey, &coldkey, NETUID, alpha(amount))
            };
            assert_noop!(taken(), Error::<Test>::NotEnoughStakeToWithdraw);
        }
    });
}

#[test]
fn a_pool_that_the_last_one_leaves_keeps_its_generation() {
    test(|| {
        give(HOTKEY, 2, 1_000);
        take(HOTKEY, 2, 1_000);
        assert_eq!(generation(HOTKEY), 0);
        closed();
        give(HOTKEY, 4, 700);
        take(HOTKEY, 4, 700);
        assert_eq!(generation(HOTKEY), 1);
        // Two generations later, a row of the first is still none.
        give(HOTKEY, 4, 700);
        lose(HOTKEY, 700);
        give(HOTKEY, 5, 9);
        assert_eq!(generation(HOTKEY), 2);
        let all = [2, 3, 4, 5].map(|coldkey| held(HOTKEY, coldkey));
        assert_eq!(all, [0, 0, 0, 9]);
        assert_eq!((stored(4), stored(5)), ((true, Some(1)), (true, Some(2))));
    });
}

#[test]
fn a_subnet_that_goes_takes_rows_from_before_along_and_pays_nothing_for_them() {
    test(|| {
        closed();
        give(HOTKEY, 4, 5_000);
        // A pool that nobody has entered since.
        give(HOTKEY + 1, 2, 1_000);
        lose(HOTKEY + 1, 1_000);
        let free = |coldkey| Balances::free_balance(account(coldkey));
        let before = [2, 3].map(free);
        SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), NETUID).unwrap();
        while !DissolveCleanupQueue::<Test>::get().is_empty() {
            next_block();
        }
        assert_eq!([2, 3].map(free), before);
        assert_eq!(AlphaV2::<Test>::iter().count(), 0);
        assert_eq!(AlphaShareEpoch::<Test>::iter().count(), 0);
        assert_eq!(AlphaSharePoolEpoch::<Test>::iter().count(), 0);
        assert_eq!(StakePositions::<Test>::iter().count(), 0);
        for coldkey in [2, 3, 4] {
            assert!(!StakingHotkeys::<Test>::contains_key(account(coldkey)));
        }
    });
}

#[test]
fn every_false_pool_is_noticed() {
    type Row = (AccountId, AccountId, NetUid);
    fn row(coldkey: u64) -> Row {
        (account(HOTKEY), account(coldkey), NETUID)
    }
    let falsify: [(&str, fn()); 7] = [
        ("a stamp from the future", || {
            AlphaShareEpoch::<Test>::insert(row(4), 9)
        }),
        ("a stamp without a row", || {
            AlphaShareEpoch::<Test>::insert(row(8), 1)
        }),
        ("a row from before comes back", || {
            AlphaShareEpoch::<Test>::insert(row(2), 1)
        }),
        ("a row that is in no list", || {
            AlphaV2::<Test>::remove(row(4))
        }),
        ("a count of stakers", || {
            PoolStakers::<Test>::insert(NETUID, account(HOTKEY), 2)
        }),
        ("shares of nobody", || {
            let share = AlphaV2::<Test>::get(row(4));
            TotalHotkeySharesV2::<Test>::insert(account(HOTKEY + 1), NETUID, share);
        }),
        ("a generation that nobody knows of", || {
            AlphaSharePoolEpoch::<Test>::insert(account(HOTKEY + 1), NETUID, 1)
        }),
    ];
    for (what, falsify) in falsify {
        new_test_ext().execute_with(|| {
            closed();
            give(HOTKEY, 4, 700);
            check();
            falsify();
            assert!(Domains::<Test>::check().is_err(), "{what}");
        });
    }
}

/// Coldkey 2 stakes again in a pool that was closed, coldkey 3 does not.
fn reopened() {
    closed();
    give(HOTKEY, 2, 500);
    assert_eq!((stored(2), stored(3)), ((true, Some(1)), (true, None)));
}

#[test]
fn rows_of_ended_generations_do_not_follow_a_coldkey() {
    test(|| {
        reopened();
        let swap = |old: u64, new: u64| {
            Domains::<Test>::check_coldkey_swap(&account(old), &account(new)).unwrap();
            Domains::<Test>::swap_coldkey(&account(old), &account(new));
        };
        swap(2, 12);
        assert_eq!((stored(2), stored(12)), ((false, None), (true, Some(1))));
        assert_eq!(held(HOTKEY, 12), 500);
        swap(3, 13);
        assert_eq!((stored(3), stored(13)), ((false, None), (false, None)));
        assert!(!StakingHotkeys::<Test>::contains_key(account(13)));
    });
}

#[test]
fn rows_of_ended_generations_do_not_follow_a_hotkey() {
    test(|| {
        reopened();
        let (old, new) = (account(HOTKEY), account(HOTKEY + 1));
        let stakers = [account(2), account(3)];
        Shares::<Test>::move_positions(NETUID, &old, &new, &stakers);
        assert_eq!((stored(2), stored(3)), ((false, None), (false, None)));
        assert_eq!((held(HOTKEY + 1, 2), held(HOTKEY + 1, 3)), (500, 0));
        assert_eq!(PoolStakers::<Test>::get(NETUID, &new), 1);
        assert!(!StakingHotkeys::<Test>::contains_key(account(3)));
        // And back, where a generation has ended.
        Shares::<Test>::move_positions(NETUID, &new, &old, &stakers[..1]);
        assert_eq!((stored(2), held(HOTKEY, 2)), ((true, Some(1)), 500));
    });
}
