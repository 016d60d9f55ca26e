//! What a coldkey has in the middle of things: creations that wait, subnets that are dissolved,
//! dividends that are being paid, names for auto-stake, uses of an owner.

use super::*;
use crate::{RateLimitKey, rate_limits::Action};

#[test]
fn stake_moves_to_the_last_bit_and_nobody_elses_changes() {
    test(|netuid| {
        own(OLD, 12);
        for (coldkey, hotkey) in [(OLD, 11), (OLD, 12), (3, 11), (3, 12)] {
            stake(coldkey, hotkey, netuid, TAO / 3 * coldkey);
        }
        // A share that is worth no whole number.
        Ledger::<Test>::mint_alpha_out(netuid, rao(1_001));
        Shares::<Test>::increase_stake_for_hotkey(&account(11), netuid, rao(1_001));
        let (mine, others) = (staked(OLD, 11, netuid), staked(3, 11, netuid));
        let pools = [11, 12].map(|hotkey| {
            let hotkey = account(hotkey);
            (
                TotalHotkeyAlpha::<Test>::get(&hotkey, netuid),
                TotalHotkeySharesV2::<Test>::get(&hotkey, netuid),
                PoolStakers::<Test>::get(netuid, &hotkey),
            )
        });
        let share = AlphaV2::<Test>::get((account(11), account(OLD), netuid));
        assert_ok!(swap(OLD, NEW));
        assert_eq!(staked(NEW, 11, netuid), mine);
        assert_eq!(staked(OLD, 11, netuid), 0);
        assert_eq!(staked(3, 11, netuid), others);
        assert_eq!(
            AlphaV2::<Test>::get((account(11), account(NEW), netuid)),
            share
        );
        let now = [11, 12].map(|hotkey| {
            let hotkey = account(hotkey);
            (
                TotalHotkeyAlpha::<Test>::get(&hotkey, netuid),
                TotalHotkeySharesV2::<Test>::get(&hotkey, netuid),
                PoolStakers::<Test>::get(netuid, &hotkey),
            )
        });
        assert_eq!(now, pools);
        // What was the old one's is the new one's to sell.
        let held = rao(staked(NEW, 12, netuid));
        assert_ok!(SubtensorModule::remove_stake(
            signed(NEW),
            account(12),
            netuid,
            held
        ));
    });
}

/// Spec 50 §15 row 7: the public chain lets a staker on root claim a second time.
#[test]
fn root_dividends_are_claimed_once() {
    test(|netuid| {
        open_funds(netuid, &[11]);
        stake(OLD, 11, ROOT, 40 * TAO);
        stake(3, 11, ROOT, 60 * TAO);
        credit(11, netuid, 4 * TAO);
        let owed = |coldkey| Funds::<Test>::owed(&account(11), &account(coldkey));
        let claim = |coldkey| {
            assert_ok!(SubtensorModule::claim_root_with_hotkey(
                signed(coldkey),
                account(11)
            ));
        };
        assert!(owed(OLD) > 0);
        claim(OLD);
        assert_eq!(owed(OLD), 0);
        assert_ok!(swap(OLD, NEW));
        assert_eq!(owed(NEW), 0, "no second claim");
        credit(11, netuid, 4 * TAO);
        let (before, others) = (owed(NEW), owed(3));
        assert!(before > 0);
        assert_ok!(swap(NEW, 71));
        assert_eq!((owed(71), owed(NEW), owed(3)), (before, 0, others));
        claim(71);
        assert_eq!(owed(71), 0);
    });
}

#[test]
fn shares_that_were_bought_move_without_root_stake() {
    test(|netuid| {
        open_funds(netuid, &[11]);
        stake(3, 11, ROOT, 60 * TAO);
        credit(11, netuid, 4 * TAO);
        assert_ok!(SubtensorModule::stake_into_basket(
            signed(OLD),
            account(11),
            TaoBalance::new(TAO)
        ));
        let owed = |coldkey| Funds::<Test>::owed(&account(11), &account(coldkey));
        let before = owed(OLD);
        assert!(before > 0 && staked(OLD, 11, ROOT) == 0);
        let place = StakingColdkeys::<Test>::get(account(OLD));
        assert_ok!(swap(OLD, NEW));
        assert_eq!((owed(NEW), owed(OLD)), (before, 0));
        assert_eq!(StakingColdkeys::<Test>::get(account(NEW)), place);
        assert!(!StakingColdkeys::<Test>::contains_key(account(OLD)));
    });
}

#[test]
fn the_hold_of_root_stake_goes_on() {
    test(|_| {
        RootStakeUnlockInterval::<Test>::put(10);
        System::set_block_number(5);
        stake(OLD, 11, ROOT, TAO);
        System::set_block_number(8);
        assert_ok!(swap(OLD, NEW));
        let leave = || {
            SubtensorModule::remove_stake(signed(NEW), account(11), ROOT, rao(TAO / 2))
                .map_err(|failed| failed.error)
        };
        System::set_block_number(14);
        assert_eq!(leave(), Err(Error::<Test>::RootStakeLocked.into()));
        System::set_block_number(15);
        assert_ok!(leave());
    });
}

#[test]
fn collateral_moves_with_its_stake() {
    test(|netuid| {
        own(OLD, 12);
        SubnetMovingPrice::<Test>::insert(netuid, subtensor_fixed::I96F32::from_num(1));
        stake(OLD, 12, netuid, 5 * TAO);
        assert_ok!(SubtensorModule::add_collateral(
            signed(OLD),
            netuid,
            account(12),
            rao(TAO),
            TaoBalance::MAX
        ));
        floor(OLD, netuid, 12, 7);
        let row = MinerCollateral::<Test>::get((netuid, account(12), account(OLD)));
        assert!(row.is_some());
        assert_ok!(swap(OLD, NEW));
        assert_eq!(
            MinerCollateral::<Test>::get((netuid, account(12), account(NEW))),
            row
        );
        assert_eq!(
            ColdkeyMinerCollateral::<Test>::get(netuid, account(NEW)),
            rao(TAO)
        );
        let held = rao(staked(NEW, 12, netuid));
        let sold = SubtensorModule::remove_stake(signed(NEW), account(12), netuid, held);
        assert_eq!(
            sold.map_err(|failed| failed.error),
            Err(Error::<Test>::StakeUnavailable.into())
        );
    });
}

#[test]
fn rows_of_collateral_on_one_hotkey_become_one() {
    test(|netuid| {
        own(OLD, 12);
        floor(OLD, netuid, 12, 7);
        // No call leads here: the hotkey has one owner.
        let mut row = MinerCollateral::<Test>::get((netuid, account(12), account(OLD))).unwrap();
        row.drain_ratio = subtensor_fixed::U64F64::from_ratio(1, 2);
        row.earned = rao(3);
        MinerCollateral::<Test>::insert((netuid, account(12), account(NEW)), row);
        ColdkeyCollateralHotkeys::<Test>::mutate(netuid, account(NEW), |hotkeys| {
            hotkeys.try_push(account(12)).unwrap();
        });
        assert_ok!(swap(OLD, NEW));
        let joined = MinerCollateral::<Test>::get((netuid, account(12), account(NEW))).unwrap();
        assert_eq!(joined.min_locked, rao(14));
        assert_eq!(joined.earned, rao(3));
        assert_eq!(joined.drain_ratio, row.drain_ratio);
        assert_eq!(
            ColdkeyCollateralHotkeys::<Test>::get(netuid, account(NEW)).len(),
            1
        );
    });
}

#[test]
fn a_name_for_auto_stake_stays_a_name() {
    test(|netuid| {
        let name = |coldkey, hotkey| {
            assert_ok!(SubtensorModule::set_coldkey_auto_stake_hotkey(
                signed(coldkey),
                netuid,
                account(hotkey)
            ));
        };
        own(3, 12);
        Neurons::<Test>::append_neuron(netuid, &account(12), 1);
        name(OLD, 11);
        name(3, 11);
        name(NEW, 12);
        assert_ok!(swap(OLD, NEW));
        let listed = |hotkey| AutoStakeDestinationColdkeys::<Test>::get(account(hotkey), netuid);
        assert_eq!(listed(11), [account(NEW), account(3)]);
        assert!(listed(12).is_empty());
        check();
        // The same name twice is one.
        name(71, 11);
        assert_ok!(swap(NEW, 71));
        assert_eq!(listed(11), [account(71), account(3)]);
    });
}

#[test]
fn an_owner_keeps_its_subnet_and_its_rate_limits() {
    test(|netuid| {
        System::set_block_number(40);
        let uses = |coldkey, action: Action| {
            TransactionKeyLastBlock::<Test>::get((account(coldkey), netuid, action as u16))
        };
        RateLimits::<Test>::note_action(&account(1), netuid, Action::Trimming);
        RateLimits::<Test>::note_action(&account(1), netuid, Action::ChildkeyTake);
        let ours = Subnets::<Test>::subnet_netuids()
            .into_iter()
            .filter(|netuid| Subnets::<Test>::owner(*netuid) == account(1))
            .count();
        System::set_block_number(50);
        assert_ok!(swap(1, NEW));
        let theirs = Subnets::<Test>::subnet_netuids()
            .into_iter()
            .filter(|netuid| Subnets::<Test>::owner(*netuid) == account(NEW))
            .count();
        assert_eq!(ours, theirs);
        assert_eq!(
            [uses(1, Action::Trimming), uses(NEW, Action::Trimming)],
            [0, 40]
        );
        // What the account did as a hotkey is still of that.
        assert_eq!(
            [
                uses(1, Action::ChildkeyTake),
                uses(NEW, Action::ChildkeyTake)
            ],
            [40, 0]
        );
        let swapped = |coldkey| {
            LastRateLimitedBlock::<Test>::get(RateLimitKey::LastTxBlock(account(coldkey)))
        };
        assert_eq!([swapped(1), swapped(NEW)], [0, 50]);
    });
}

#[test]
fn a_creation_that_waits_is_the_new_coldkeys() {
    test(|netuid| {
        SubnetLimit::<Test>::put(2);
        NetworkImmunityPeriod::<Test>::put(0);
        NetworkRateLimit::<Test>::put(0);
        System::set_block_number(3);
        assert_ok!(SubtensorModule::register_network(signed(OLD), account(12)));
        assert_eq!(NetworkRegistrationQueue::<Test>::get().len(), 1);
        assert_ok!(swap(OLD, NEW));
        check();
        let waiting = NetworkRegistrationQueue::<Test>::get().remove(0);
        assert_eq!(waiting.coldkey, account(NEW));
        assert_eq!(
            NetworkRegistrationEscrow::<Test>::get(0),
            Some((account(NEW), waiting.lock_amount))
        );
        run_to_block(20);
        assert!(NetworkRegistrationQueue::<Test>::get().is_empty());
        let owners: Vec<AccountId> = SubnetOwner::<Test>::iter_values().collect();
        assert!(owners.contains(&account(NEW)), "{netuid:?}");
        assert!(!owners.contains(&account(OLD)));
    });
}

/// Nothing is paid to a key that gave all it had.
#[test]
fn a_subnet_that_is_dissolved_pays_the_new_coldkey() {
    test(|netuid| {
        stake(OLD, 11, netuid, 10 * TAO);
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            netuid
        ));
        assert!(Dissolution::<Test>::is_being_dissolved(netuid));
        assert_ok!(swap(OLD, NEW));
        let moved = Balances::free_balance(account(NEW));
        run_to_block(30);
        assert!(!Dissolution::<Test>::is_being_dissolved(netuid));
        assert!(Balances::free_balance(account(NEW)) > moved);
        assert_eq!(Balances::free_balance(account(OLD)), 0);
        assert!(StakePositions::<Test>::iter().all(|(_, coldkey, _)| coldkey != account(OLD)));
    });
}

#[test]
fn dividends_that_wait_are_the_new_owners() {
    test(|netuid| {
        own(OLD, 12);
        let pool = |amount| {
            Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
            Shares::<Test>::increase_stake_for_hotkey(&account(12), netuid, rao(amount));
        };
        assert_ok!(swap(OLD, NEW));
        // Nobody staked on it: what it earns is its owner's.
        pool(1_000);
        assert_eq!(staked(NEW, 12, netuid), 1_000);
    });
}
