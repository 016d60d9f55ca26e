//! Random sequences of everything that changes locks: after each step all sums are those of their
//! locks, and no more is locked than there is.

use frame_support::traits::Hooks;
use proptest::prelude::*;

use super::*;
use crate::domain::{Domain, HotkeySwap};

/// Coldkeys are 2 to 4, hotkeys 11 to 14 and 22 to 24; parts are in 64ths.
#[derive(Clone, Debug)]
enum Step {
    Lock(u64, u64, u64),
    MoveLock(u64, u64),
    Perpetual(u64, bool),
    Accept(u64, bool),
    Transfer(u64, u64, u64),
    Move(u64, u64),
    Sell(u64, u64),
    Lose(u64, u64),
    OwnerHotkey(u64),
    SwapHotkey(u64, bool),
    Earn(u64),
    Wait(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let who = || 2u64..5;
    let part = || 0u64..=64;
    let hotkey = || prop_oneof![11u64..15, 22u64..25];
    let step = prop_oneof![
        6 => (who(), hotkey(), part()).prop_map(|(w, h, p)| Step::Lock(w, h, p)),
        3 => (who(), hotkey()).prop_map(|(w, h)| Step::MoveLock(w, h)),
        3 => (who(), any::<bool>()).prop_map(|(w, e)| Step::Perpetual(w, e)),
        2 => (who(), any::<bool>()).prop_map(|(w, e)| Step::Accept(w, e)),
        4 => (who(), who(), part()).prop_map(|(f, t, p)| Step::Transfer(f, t, p)),
        2 => (who(), part()).prop_map(|(w, p)| Step::Move(w, p)),
        2 => (who(), part()).prop_map(|(w, p)| Step::Sell(w, p)),
        1 => (who(), part()).prop_map(|(w, p)| Step::Lose(w, p)),
        2 => hotkey().prop_map(Step::OwnerHotkey),
        2 => (who(), any::<bool>()).prop_map(|(w, b)| Step::SwapHotkey(w, b)),
        2 => (0u64..E9).prop_map(Step::Earn),
        5 => (0u64..2_000_000).prop_map(Step::Wait),
        2 => (0u64..20).prop_map(Step::Wait),
    ];
    prop::collection::vec(step, 1..60)
}

fn part_of(amount: u64, part: u64) -> AlphaBalance {
    alpha((u128::from(amount) * u128::from(part) / 64) as u64)
}

fn stake(coldkey: u64, hotkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

/// What fails changes nothing, which `try_state` would see.
fn take(netuid: NetUid, step: Step) {
    match step {
        Step::Lock(who, hotkey, part) => {
            let all = Shares::<Test>::coldkey_alpha(&account(who), netuid).to_u64();
            let amount = part_of(all, part);
            let _ = SubtensorModule::lock_stake(signed(who), account(hotkey), netuid, amount);
        }
        Step::MoveLock(who, hotkey) => {
            let _ = SubtensorModule::move_lock(signed(who), account(hotkey), netuid);
        }
        Step::Perpetual(who, enabled) => set_perpetual(who, netuid, enabled),
        Step::Accept(who, accepts) => {
            assert_ok!(SubtensorModule::set_reject_locked_alpha(
                signed(who),
                !accepts
            ));
        }
        Step::Transfer(from, to, part) => transfer(netuid, from, to, part),
        Step::Move(from, part) => relocate(netuid, from, part),
        Step::Sell(from, part) => {
            let amount = part_of(stake(from, 10 + from, netuid), part);
            let hotkey = account(10 + from);
            let _ = SubtensorModule::remove_stake(signed(from), hotkey, netuid, amount);
        }
        Step::Lose(who, part) => {
            let (mass, _) = lock_of(who, netuid).unwrap_or_default();
            Locks::<Test>::give_way(netuid, &account(who), part_of(mass, part));
        }
        Step::OwnerHotkey(hotkey) => {
            let coldkey = Hotkeys::<Test>::owner_of(&account(hotkey));
            Subnets::<Test>::hand_over(netuid, coldkey, account(hotkey));
        }
        Step::SwapHotkey(who, back) => swap_hotkey(netuid, who, back),
        Step::Earn(amount) => {
            for hotkey in 12..15 {
                Ledger::<Test>::mint_alpha_out(netuid, alpha(amount));
                let hotkey = account(hotkey);
                Shares::<Test>::increase_stake_for_hotkey(&hotkey, netuid, alpha(amount));
            }
        }
        Step::Wait(blocks) => wait(blocks),
    }
}

fn transfer(netuid: NetUid, from: u64, to: u64, part: u64) {
    let (hotkey, amount) = (10 + from, part_of(stake(from, 10 + from, netuid), part));
    let _ = SubtensorModule::transfer_stake(
        signed(from),
        account(to),
        account(hotkey),
        netuid,
        netuid,
        amount,
    );
}

/// To the other hotkey of the coldkey, or back.
fn relocate(netuid: NetUid, who: u64, part: u64) {
    let (mut from, mut to) = (10 + who, 20 + who);
    if part.is_multiple_of(2) {
        (from, to) = (to, from);
    }
    let amount = part_of(stake(who, from, netuid), part);
    let (from, to) = (account(from), account(to));
    let _ = SubtensorModule::move_stake(signed(who), from, to, netuid, netuid, amount);
}

fn swap_hotkey(netuid: NetUid, who: u64, back: bool) {
    let (coldkey, one, other) = (account(who), account(10 + who), account(20 + who));
    let (old, new) = if back { (&other, &one) } else { (&one, &other) };
    let swap = HotkeySwap {
        coldkey: &coldkey,
        old,
        new,
        keep_stake: true,
        is_everywhere: false,
        stakers: Default::default(),
    };
    if Subnets::<Test>::owner_hotkey(netuid).as_ref() == Some(old) {
        Subnets::<Test>::put_owner_hotkey(netuid, new.clone());
    }
    Locks::<Test>::swap_hotkey(netuid, &swap);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn sums_are_those_of_their_locks(steps in steps()) {
        test(|netuid| {
            for coldkey in 2..5 {
                give(coldkey, 10 + coldkey, netuid, 10 * E9);
                give(coldkey, 20 + coldkey, netuid, 3 * E9 + coldkey);
            }
            for step in steps {
                let said = format!("{step:?}");
                take(netuid, step);
                let state = SubtensorModule::try_state(System::block_number());
                assert!(state.is_ok(), "{said}: {state:?}");
            }
        });
    }
}
