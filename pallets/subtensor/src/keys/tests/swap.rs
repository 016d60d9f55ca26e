//! What a swap of a hotkey asks for, in order, and what it costs.

use frame_support::{
    assert_noop, assert_ok,
    dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{Call, Error, Event, RateLimitKey, WeightInfo, mock::*, pallet::*};

type Weights = <Test as crate::Config>::WeightInfo;

pub(super) const ROOT: NetUid = NetUid::ROOT;
/// Owns [`OLD`], [`NEW`] once it has taken its place, and subnet 2.
pub(super) const COLDKEY: u64 = 1;
/// Owner hotkey of subnet 2.
pub(super) const OLD: u64 = 11;
pub(super) const NEW: u64 = 12;
/// Stakes on them.
pub(super) const STAKER: u64 = 3;

/// Runs a test on subnet 2, in a block in which intervals can be told from their beginning.
pub(super) fn test<R>(run: impl FnOnce(NetUid) -> R) -> R {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(COLDKEY, OLD);
        TxRateLimit::<Test>::put(0);
        System::set_block_number(10);
        let result = run(netuid);
        check();
        result
    })
}

/// Swaps the hotkey for the new one.
pub(super) fn swap(netuid: Option<NetUid>, keep_stake: bool) -> DispatchResultWithPostInfo {
    swap_for(OLD, NEW, netuid, keep_stake)
}

pub(super) fn swap_for(
    old: u64,
    new: u64,
    netuid: Option<NetUid>,
    keep_stake: bool,
) -> DispatchResultWithPostInfo {
    SubtensorModule::swap_hotkey_v2(
        signed(COLDKEY),
        account(old),
        account(new),
        netuid,
        keep_stake,
    )
}

/// A swap fails like that, changes nothing, and weighs less than declared.
fn assert_fails(netuid: Option<NetUid>, keep_stake: bool, error: Error<Test>) {
    let root = sp_io::storage::root(Default::default());
    let failed = swap(netuid, keep_stake).unwrap_err();
    assert_eq!(failed.error, error.into());
    assert!(failed.post_info.actual_weight.is_some());
    assert_eq!(root, sp_io::storage::root(Default::default()));
}

fn own(coldkey: u64, hotkey: u64) {
    assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
        &account(coldkey),
        &account(hotkey)
    ));
}

pub(super) fn stake(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    assert_ok!(SubtensorModule::add_stake(
        signed(coldkey),
        account(hotkey),
        netuid,
        TaoBalance::new(amount)
    ));
}

/// Root dividends of a hotkey, which its fund takes in if they are worth enough.
pub(super) fn credit(hotkey: u64, netuid: NetUid, amount: u64) {
    let price = <Swap as subtensor_primitives::SwapInterface>::price(netuid);
    SubnetFastMovingPrice::<Test>::insert(netuid, price);
    let (hotkey, amount) = (account(hotkey), AlphaBalance::new(amount));
    Ledger::<Test>::mint_alpha_out(netuid, amount);
    Funds::<Test>::credit_root_stakers(&hotkey, netuid, amount);
    Funds::<Test>::flush(&hotkey);
}

/// Stake of a coldkey on a hotkey, rao.
pub(super) fn held(coldkey: u64, hotkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

#[test]
fn checks_come_in_order() {
    test(|netuid| {
        let there = Some(netuid);
        assert_noop!(
            SubtensorModule::swap_hotkey(RuntimeOrigin::root(), account(OLD), account(NEW), None),
            sp_runtime::DispatchError::BadOrigin
        );
        // Everything is wrong, and put right one after the other.
        let rich = Balances::free_balance(account(COLDKEY));
        assert_ok!(Balances::transfer_keep_alive(
            signed(COLDKEY),
            account(9),
            rich - 600
        ));
        LastHotkeySwapOnNetuid::<Test>::insert(netuid, account(COLDKEY), 9);
        TxRateLimit::<Test>::put(1);
        let limit = RateLimitKey::LastTxBlock(account(COLDKEY));
        LastRateLimitedBlock::<Test>::insert(limit.clone(), 9);
        own(9, NEW);
        assert_fails(there, false, Error::NonAssociatedColdKey);
        Owner::<Test>::insert(account(NEW), account(COLDKEY));
        OwnedHotkeys::<Test>::remove(account(9));
        OwnedHotkeys::<Test>::append(account(COLDKEY), account(NEW));
        assert_fails(there, false, Error::HotKeySetTxRateLimitExceeded);
        LastRateLimitedBlock::<Test>::remove(limit);
        assert_fails(Some(NetUid::new(77)), false, Error::SubnetNotExists);
        Uids::<Test>::insert(netuid, account(NEW), 9);
        IsNetworkMember::<Test>::insert(account(NEW), netuid, true);
        assert_fails(there, false, Error::HotKeyAlreadyRegisteredInSubNet);
        assert_fails(None, false, Error::HotKeyAlreadyRegisteredInSubNet);
        Uids::<Test>::remove(netuid, account(NEW));
        IsNetworkMember::<Test>::remove(account(NEW), netuid);
        BasketShares::<Test>::insert(account(NEW), 1);
        assert_fails(None, false, Error::NewHotKeyNotCleanForRootSwap);
        assert_fails(Some(ROOT), false, Error::NewHotKeyNotCleanForRootSwap);
        BasketShares::<Test>::remove(account(NEW));
        assert_fails(there, false, Error::HotKeySwapOnSubnetIntervalNotPassed);
        assert_fails(None, false, Error::HotKeySwapOnSubnetIntervalNotPassed);
        LastHotkeySwapOnNetuid::<Test>::remove(netuid, account(COLDKEY));
        let child = vec![(1, account(NEW))];
        ChildKeys::<Test>::insert(account(OLD), netuid, &child);
        assert_fails(there, false, Error::InvalidChild);
        ChildKeys::<Test>::remove(account(OLD), netuid);
        assert_fails(there, false, Error::NotEnoughBalanceToPaySwapHotKey);
        assert_fails(None, true, Error::NotEnoughBalanceToPaySwapHotKey);
        assert_ok!(Balances::transfer_keep_alive(
            signed(9),
            account(COLDKEY),
            TAO
        ));
        assert_ok!(swap(there, false));
    });
}

#[test]
fn keys_have_to_be_fit() {
    test(|netuid| {
        let of_subnet = Subnets::<Test>::account_of_subnet(netuid);
        let swap_to =
            |new| SubtensorModule::swap_hotkey(signed(COLDKEY), account(OLD), new, Some(netuid));
        let failed = swap_to(of_subnet).unwrap_err().error;
        assert_eq!(failed, Error::<Test>::CannotUseSystemAccount.into());
        let failed = swap_to(account(OLD)).unwrap_err().error;
        assert_eq!(failed, Error::<Test>::NewHotKeyIsSameWithOld.into());
        let failed = SubtensorModule::swap_hotkey(signed(2), account(OLD), account(NEW), None);
        let failed = failed.unwrap_err().error;
        assert_eq!(failed, Error::<Test>::NonAssociatedColdKey.into());
    });
}

#[test]
fn the_price_is_recycled_and_the_swap_is_told() {
    for (netuid, price) in [(None, TAO / 10), (Some(NetUid::new(2)), TAO / 1_000)] {
        test(|_| {
            System::reset_events();
            let before = (
                Balances::free_balance(account(COLDKEY)),
                Balances::total_issuance(),
            );
            assert_ok!(swap(netuid, false));
            assert_eq!(Balances::free_balance(account(COLDKEY)), before.0 - price);
            assert_eq!(Balances::total_issuance(), before.1 - price);
            let (coldkey, old_hotkey, new_hotkey) = (account(COLDKEY), account(OLD), account(NEW));
            let event = match netuid {
                None => Event::HotkeySwapped {
                    coldkey,
                    old_hotkey,
                    new_hotkey,
                },
                Some(netuid) => Event::HotkeySwappedOnSubnet {
                    coldkey,
                    old_hotkey,
                    new_hotkey,
                    netuid,
                },
            };
            System::assert_last_event(event.into());
        });
    }
}

#[test]
fn the_rate_limit_counts_from_any_swap() {
    test(|netuid| {
        TxRateLimit::<Test>::put(5);
        assert_ok!(swap(Some(netuid), false));
        System::set_block_number(15);
        let again = swap_for(NEW, 13, Some(netuid), false).unwrap_err().error;
        assert_eq!(again, Error::<Test>::HotKeySetTxRateLimitExceeded.into());
        System::set_block_number(16);
        assert_ok!(swap_for(NEW, 13, Some(netuid), false));
    });
}

#[test]
fn limits_and_takes_go_along() {
    test(|netuid| {
        let take = sp_runtime::PerU16::from_parts(1_000);
        Delegates::<Test>::insert(account(OLD), take);
        let key = |hotkey| RateLimitKey::LastTxBlockDelegateTake(account(hotkey));
        LastRateLimitedBlock::<Test>::insert(key(OLD), 7);
        assert_ok!(swap(Some(netuid), false));
        // The old one is there for other subnets.
        assert_eq!(Delegates::<Test>::get(account(OLD)), take);
        assert_eq!(Delegates::<Test>::get(account(NEW)), take);
        assert_eq!(LastRateLimitedBlock::<Test>::get(key(OLD)), 7);
        assert_eq!(LastRateLimitedBlock::<Test>::get(key(NEW)), 7);
        System::set_block_number(20);
        assert_ok!(swap_for(NEW, 13, None, false));
        assert_eq!(Delegates::<Test>::get(account(13)), take);
        assert!(!Delegates::<Test>::contains_key(account(NEW)));
        assert_eq!(LastRateLimitedBlock::<Test>::get(key(13)), 7);
        assert!(!LastRateLimitedBlock::<Test>::contains_key(key(NEW)));
    });
}

#[test]
fn the_take_that_the_new_one_has_set_stays_on_a_subnet() {
    test(|netuid| {
        let take = sp_runtime::PerU16::from_parts;
        own(COLDKEY, NEW);
        Delegates::<Test>::insert(account(OLD), take(1_000));
        Delegates::<Test>::insert(account(NEW), take(2_000));
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(Delegates::<Test>::get(account(NEW)), take(2_000));
    });
}

#[test]
fn ownership_ends_with_all_stake_only() {
    test(|_| {
        stake(STAKER, OLD, NetUid::new(2), TAO);
        assert_ok!(swap(None, true));
        let owned = OwnedHotkeys::<Test>::get(account(COLDKEY));
        assert_eq!(owned, vec![account(OLD), account(NEW)]);
        assert_eq!(Owner::<Test>::get(account(OLD)), account(COLDKEY));
        assert!(held(STAKER, OLD, NetUid::new(2)) > 0);
        // Whoever stays can leave.
        assert_ok!(SubtensorModule::remove_stake(
            signed(STAKER),
            account(OLD),
            NetUid::new(2),
            AlphaBalance::MAX
        ));
        System::set_block_number(20);
        assert_ok!(swap_for(NEW, 13, None, false));
        assert!(!Owner::<Test>::contains_key(account(NEW)));
        let owned = OwnedHotkeys::<Test>::get(account(COLDKEY));
        assert_eq!(owned, vec![account(OLD), account(13)]);
    });
}

#[test]
fn what_does_not_fit_into_a_block_is_refused() {
    test(|netuid| {
        let most = Weights::swap_hotkey();
        let each = Weights::swap_position(false);
        let many = most.ref_time() / each.ref_time() + 1;
        let share = subtensor_shares::SafeFloat::from_u64(1);
        let before: Vec<_> = (0..many).map(|number| account(100_000 + number)).collect();
        stake(STAKER, OLD, netuid, TAO);
        for coldkey in &before {
            AlphaV2::<Test>::insert((account(OLD), coldkey, netuid), share);
        }
        assert_fails(Some(netuid), false, Error::ColdkeySwapTooHeavy);
        assert_fails(None, false, Error::ColdkeySwapTooHeavy);
        // Elsewhere, and without the stake, it can be swapped.
        let weight = swap(None, true).unwrap().actual_weight.unwrap();
        assert!(weight.ref_time() < most.ref_time());
        for coldkey in &before {
            AlphaV2::<Test>::remove((account(OLD), coldkey, netuid));
        }
    });
}

#[test]
fn a_swap_is_charged_for_what_it_finds() {
    test(|netuid| {
        let call = |netuid| Call::<Test>::swap_hotkey {
            hotkey: account(OLD),
            new_hotkey: account(NEW),
            netuid,
        };
        let weight_before = |netuid| {
            let call = call(netuid);
            let declared = call.get_dispatch_info().call_weight;
            declared.saturating_sub(Admission::<Test>::undue_weight(None, &call))
        };
        let (one, all) = (weight_before(Some(netuid)), weight_before(None));
        assert!(one.ref_time() < all.ref_time());
        for coldkey in 2..6 {
            stake(coldkey, OLD, netuid, TAO);
        }
        let more = weight_before(Some(netuid));
        let each = Weights::swap_position(false);
        assert_eq!(more, one.saturating_add(each.saturating_mul(4)));
        let weight = swap(Some(netuid), false).unwrap().actual_weight.unwrap();
        assert!(weight.all_lte(more));
    });
}
