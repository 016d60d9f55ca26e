//! The lists of who stakes where: they name what is held and nothing else, and they are bounded.

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo};
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{ROOT, stake, tao, test};
use crate::{Error, mock::*, pallet::*, shares::MAX_HOTKEYS};

const ALL: AlphaBalance = AlphaBalance::MAX;

fn add(coldkey: u64, hotkey: u64, netuid: NetUid) -> DispatchResultWithPostInfo {
    SubtensorModule::add_stake(signed(coldkey), account(hotkey), netuid, tao(TAO))
}

fn remove(coldkey: u64, hotkey: u64, netuid: NetUid) {
    assert_ok!(SubtensorModule::remove_stake(
        signed(coldkey),
        account(hotkey),
        netuid,
        ALL
    ));
}

fn staked_on(coldkey: u64, hotkey: u64) -> bool {
    StakingHotkeys::<Test>::get(account(coldkey)).contains(&account(hotkey))
}

/// Makes the list of a coldkey as long as that, of hotkeys that nobody has.
fn fill_list(coldkey: u64, hotkeys: usize) {
    let many: Vec<AccountId> = (10_000..).map(account).take(hotkeys).collect();
    StakingHotkeys::<Test>::insert(account(coldkey), many);
}

#[test]
fn a_hotkey_is_listed_as_long_as_a_share_of_it_is_held() {
    test(|netuid| {
        assert_ok!(add(2, 11, netuid));
        assert_ok!(add(2, 11, ROOT));
        assert_eq!(
            StakePositions::<Test>::get(netuid, account(2)),
            [account(11)]
        );
        remove(2, 11, netuid);
        assert!(!StakePositions::<Test>::contains_key(netuid, account(2)));
        assert!(staked_on(2, 11), "root stake is left");
        remove(2, 11, ROOT);
        assert!(!StakingHotkeys::<Test>::contains_key(account(2)));
        assert_eq!(PoolStakers::<Test>::get(netuid, account(11)), 0);
    });
}

#[test]
fn moving_and_giving_stake_keeps_the_lists() {
    test(|netuid| {
        SubtensorModule::try_associate_hotkey(signed(1), account(12)).unwrap();
        assert_ok!(add(2, 11, netuid));
        assert_ok!(SubtensorModule::move_stake(
            signed(2),
            account(11),
            account(12),
            netuid,
            ROOT,
            ALL
        ));
        assert!(!staked_on(2, 11) && staked_on(2, 12));
        assert_ok!(SubtensorModule::transfer_stake(
            signed(2),
            account(3),
            account(12),
            ROOT,
            ROOT,
            ALL
        ));
        assert!(!staked_on(2, 12) && staked_on(3, 12));
    });
}

#[test]
fn a_full_list_takes_no_further_hotkey() {
    test(|netuid| {
        SubtensorModule::try_associate_hotkey(signed(1), account(12)).unwrap();
        fill_list(2, MAX_HOTKEYS - 1);
        assert_ok!(add(2, 11, netuid));
        assert_noop!(add(2, 12, netuid), Error::<Test>::TooManyStakingHotkeys);
        assert_noop!(
            SubtensorModule::move_stake(
                signed(2),
                account(11),
                account(12),
                netuid,
                ROOT,
                AlphaBalance::new(stake(2, 11, netuid) / 2)
            ),
            Error::<Test>::TooManyStakingHotkeys
        );
        // What is listed can be added to, and leaving makes room.
        assert_ok!(add(2, 11, netuid));
        assert_ok!(add(2, 11, ROOT));
        assert_ok!(SubtensorModule::unstake_all(signed(2), account(11)));
        assert_ok!(add(2, 12, netuid));
    });
}

#[test]
fn gifts_fill_half_a_list_at_most() {
    test(|netuid| {
        assert_ok!(add(2, 11, netuid));
        let give = |amount: u64| {
            SubtensorModule::transfer_stake(
                signed(2),
                account(3),
                account(11),
                netuid,
                netuid,
                AlphaBalance::new(amount),
            )
        };
        let tenth = stake(2, 11, netuid) / 10;
        fill_list(3, MAX_HOTKEYS / 2);
        assert_noop!(give(tenth), Error::<Test>::TooManyStakingHotkeys);
        assert_noop!(
            SubtensorModule::transfer_stake(
                signed(2),
                account(3),
                account(11),
                netuid,
                ROOT,
                AlphaBalance::new(tenth)
            ),
            Error::<Test>::TooManyStakingHotkeys
        );
        // The coldkey itself may stake there, and may then be given more.
        assert_ok!(add(3, 11, netuid));
        assert_ok!(give(tenth));
        fill_list(4, MAX_HOTKEYS / 2 - 1);
        assert_ok!(SubtensorModule::transfer_stake(
            signed(2),
            account(4),
            account(11),
            netuid,
            netuid,
            AlphaBalance::new(tenth)
        ));
    });
}

#[test]
fn a_coldkey_owns_so_many_hotkeys_only() {
    test(|_| {
        for hotkey in (10_000..).take(MAX_HOTKEYS) {
            assert_ok!(SubtensorModule::try_associate_hotkey(
                signed(2),
                account(hotkey)
            ));
        }
        assert_noop!(
            SubtensorModule::try_associate_hotkey(signed(2), account(12)),
            Error::<Test>::TooManyStakingHotkeys
        );
    });
}

#[test]
fn emission_is_paid_though_the_list_is_full() {
    test(|netuid| {
        // The owner of the subnet is paid as stake on its own hotkey.
        let before = stake(1, 11, netuid);
        fill_list(1, MAX_HOTKEYS);
        run_to_block(System::block_number() + 30);
        assert!(stake(1, 11, netuid) > before);
        assert!(staked_on(1, 11));
    });
}
