//! Swaps of coldkeys: every check before anything changes, what moves and what stays, and that
//! nobody gains or loses by it.

mod life;
mod money;
mod random;
mod storage;
mod type_driven;

use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use subtensor_primitives::{NetUid, TaoBalance};

use super::{MAX_ROWS, SwapSize};
use crate::{Error, mock::*, pallet::*, shares::MAX_HOTKEYS};

const ROOT: NetUid = NetUid::ROOT;
const OLD: u64 = 2;
const NEW: u64 = 70;

fn swap_for(old: u64, new: u64, cost: u64) -> Result<(), DispatchError> {
    let swapped = SubtensorModule::swap_coldkey(
        RuntimeOrigin::root(),
        account(old),
        account(new),
        TaoBalance::new(cost),
    );
    swapped.map(|_| ()).map_err(|failed| failed.error)
}

fn swap(old: u64, new: u64) -> Result<(), DispatchError> {
    swap_for(old, new, 0)
}

fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        run(netuid);
        check();
    });
}

fn own(coldkey: u64, hotkey: u64) {
    assert_ok!(SubtensorModule::try_associate_hotkey(
        signed(coldkey),
        account(hotkey)
    ));
}

fn stake(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    assert_ok!(SubtensorModule::add_stake(
        signed(coldkey),
        account(hotkey),
        netuid,
        TaoBalance::new(amount)
    ));
}

fn staked(coldkey: u64, hotkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

/// Gives hotkeys a seat on root, and lets their funds take in what is credited on a subnet.
fn open_funds(netuid: NetUid, hotkeys: &[u64]) {
    for hotkey in hotkeys {
        Neurons::<Test>::append_neuron(ROOT, &account(*hotkey), 1);
    }
    let threshold = subtensor_fixed::I96F32::from_num(1_000);
    RootClaimableThreshold::<Test>::insert(ROOT, threshold);
    Funds::<Test>::set_claim_dust(0, 0, 0, 0);
    let price = <Swap as subtensor_primitives::SwapInterface>::price(netuid);
    SubnetFastMovingPrice::<Test>::insert(netuid, price);
}

/// Credits the stakers on root of a hotkey, whose fund takes it in.
fn credit(hotkey: u64, netuid: NetUid, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
    Funds::<Test>::credit_root_stakers(&account(hotkey), netuid, rao(amount));
    Funds::<Test>::flush(&account(hotkey));
}

#[test]
fn only_root_swaps_without_an_announcement() {
    test(|_| {
        let swap = |origin| {
            let cost = TaoBalance::ZERO;
            SubtensorModule::swap_coldkey(origin, account(OLD), account(NEW), cost)
                .map_err(|failed| failed.error)
        };
        assert_eq!(swap(signed(OLD)), Err(DispatchError::BadOrigin));
        assert_ok!(swap(RuntimeOrigin::root()));
        System::assert_last_event(
            Event::<Test>::ColdkeySwapped {
                old_coldkey: account(OLD),
                new_coldkey: account(NEW),
            }
            .into(),
        );
    });
}

#[test]
fn checks_come_in_their_order_and_before_everything() {
    test(|netuid| {
        // Everything is wrong at once, and is put right one by one.
        own(OLD, 12);
        let rows: Vec<AccountId> = (0..u64::from(MAX_ROWS) + 1)
            .map(|n| account(n + 100))
            .collect();
        StakePositions::<Test>::insert(netuid, account(OLD), rows);
        own(71, 13);
        own(3, 71);
        let owned: Vec<AccountId> = (0..MAX_HOTKEYS as u64).map(|n| account(n + 100)).collect();
        OwnedHotkeys::<Test>::insert(account(71), &owned);

        let too_much = FUNDS - EXISTENTIAL_DEPOSIT + 1;
        assert_noop!(
            swap_for(OLD, OLD, too_much),
            Error::<Test>::NotEnoughBalanceToPaySwapColdKey
        );
        for system in [
            Subnets::<Test>::account_of_subnet(netuid),
            Funds::<Test>::escrow(),
            Subnets::<Test>::registration_escrow(),
        ] {
            let root = RuntimeOrigin::root;
            let zero = TaoBalance::ZERO;
            for (old, new) in [
                (account(OLD), system.clone()),
                (system.clone(), account(71)),
            ] {
                let swapped = SubtensorModule::swap_coldkey(root(), old, new, zero);
                assert_eq!(
                    swapped.map_err(|failed| failed.error),
                    Err(Error::<Test>::CannotUseSystemAccount.into())
                );
            }
        }
        assert_noop!(swap(OLD, OLD), Error::<Test>::ColdKeyAlreadyAssociated);
        assert_noop!(swap(OLD, 71), Error::<Test>::ColdkeySwapTooHeavy);
        StakePositions::<Test>::remove(netuid, account(OLD));
        assert_noop!(swap(OLD, 71), Error::<Test>::ColdKeyAlreadyAssociated);
        StakingHotkeys::<Test>::remove(account(71));
        assert_noop!(swap(OLD, 71), Error::<Test>::NewColdKeyIsHotkey);
        Owner::<Test>::remove(account(71));
        OwnedHotkeys::<Test>::remove(account(3));
        StakingHotkeys::<Test>::remove(account(3));
        assert_noop!(swap(OLD, 71), Error::<Test>::TooManyStakingHotkeys);
        OwnedHotkeys::<Test>::insert(account(71), [account(13)].to_vec());
        ColdkeyMinerCollateral::<Test>::insert(netuid, account(OLD), rao(1));
        assert_noop!(swap(OLD, 71), Error::<Test>::ColdkeyCollateralIncomplete);
        ColdkeyMinerCollateral::<Test>::remove(netuid, account(OLD));
        assert_ok!(swap(OLD, 71));
        assert_eq!(
            OwnedHotkeys::<Test>::get(account(71)),
            [account(13), account(12)]
        );
    });
}

fn rao(amount: u64) -> subtensor_primitives::AlphaBalance {
    subtensor_primitives::AlphaBalance::new(amount)
}

#[test]
fn a_new_coldkey_has_room_for_all_collateral() {
    test(|netuid| {
        for hotkey in 100..117 {
            own(OLD, hotkey);
            floor(OLD, netuid, hotkey, 1);
        }
        for hotkey in 200..216 {
            own(NEW, hotkey);
            floor(NEW, netuid, hotkey, 1);
        }
        // A floor needs no stake, and so no place in the list of those.
        StakingHotkeys::<Test>::remove(account(NEW));
        assert_noop!(
            swap(OLD, NEW),
            Error::<Test>::ColdkeyCollateralPositionsFull
        );
        floor(OLD, netuid, 100, 0);
        assert_ok!(swap(OLD, NEW));
        let listed = ColdkeyCollateralHotkeys::<Test>::get(netuid, account(NEW));
        assert_eq!(listed.len(), 32);
        assert!(!ColdkeyCollateralHotkeys::<Test>::contains_key(
            netuid,
            account(OLD)
        ));
    });
}

fn floor(coldkey: u64, netuid: NetUid, hotkey: u64, min_locked: u64) {
    assert_ok!(SubtensorModule::set_min_collateral(
        signed(coldkey),
        netuid,
        account(hotkey),
        rao(min_locked)
    ));
}

#[test]
fn a_coldkey_can_be_swapped_with_all_that_strangers_can_give_it() {
    // As many hotkeys as a coldkey can have, and more than a stranger's gifts.
    let size = SwapSize::MAX;
    assert!(size.fits());
    assert!(size.staked as usize > 2 * MAX_HOTKEYS);
    assert!(
        !SwapSize {
            rows: size.rows + 1,
            ..size
        }
        .fits()
    );
    assert!(
        !SwapSize {
            staked: size.staked + 1,
            ..size
        }
        .fits()
    );
    assert!(
        !SwapSize {
            owned: size.owned + 1,
            ..size
        }
        .fits()
    );
}

#[test]
fn the_size_is_what_there_is_to_move() {
    test(|netuid| {
        let size = |coldkey| SwapSize::of::<Test>(&account(coldkey));
        // Root, the subnet of the genesis and this one.
        let nothing = SwapSize {
            subnets: 3,
            touched: 0,
            staked: 0,
            owned: 0,
            rows: 0,
        };
        assert_eq!(size(OLD), nothing);
        own(OLD, 12);
        stake(OLD, 12, ROOT, TAO);
        stake(OLD, 11, ROOT, TAO);
        stake(OLD, 11, netuid, TAO);
        floor(OLD, netuid, 12, 1);
        let expected = SwapSize {
            touched: 2,
            staked: 2,
            owned: 1,
            rows: 4,
            ..nothing
        };
        assert_eq!(size(OLD), expected);
        let owner = SwapSize {
            touched: 1,
            staked: 1,
            owned: 1,
            ..nothing
        };
        assert_eq!(size(1), owner);
        let weight = SubtensorModule::swap_coldkey(
            RuntimeOrigin::root(),
            account(OLD),
            account(NEW),
            TaoBalance::ZERO,
        );
        let weighed = weight.expect("it succeeds").actual_weight;
        assert_eq!(weighed, Some(expected.weight::<Test>()));
        assert_eq!(size(NEW), expected);
        assert_eq!(size(OLD), nothing);
    });
}

/// What fails must not take the room in a block that the largest swap declares.
#[test]
fn a_failure_weighs_what_there_was_to_look_at() {
    test(|netuid| {
        let swap = |new| {
            let (root, zero) = (RuntimeOrigin::root(), TaoBalance::ZERO);
            let swapped = SubtensorModule::swap_coldkey(root, account(OLD), account(new), zero);
            let failed = swapped.expect_err("it fails");
            (failed.error, failed.post_info.actual_weight)
        };
        let most = SwapSize::MAX.weight::<Test>();
        let (same, weight) = swap(OLD);
        assert_eq!(same, Error::<Test>::ColdKeyAlreadyAssociated.into());
        assert!(weight.is_some_and(|weight| weight.ref_time() < most.ref_time() / 100));
        own(71, 13);
        let size = SwapSize::of::<Test>(&account(OLD));
        let (used, weight) = swap(71);
        assert_eq!(used, Error::<Test>::ColdKeyAlreadyAssociated.into());
        assert_eq!(weight, Some(size.weight::<Test>()));
        let rows: Vec<AccountId> = (0..u64::from(MAX_ROWS) + 1).map(account).collect();
        StakePositions::<Test>::insert(netuid, account(OLD), rows);
        let (heavy, weight) = swap(NEW);
        assert_eq!(heavy, Error::<Test>::ColdkeySwapTooHeavy.into());
        assert!(weight.is_some_and(|weight| weight.ref_time() < most.ref_time()));
        StakePositions::<Test>::remove(netuid, account(OLD));
    });
}

#[test]
fn lines_end_with_who_was_swapped_to_last() {
    test(|_| {
        let line = |number| {
            (
                ColdkeySuccessor::<Test>::get(account(number)),
                ColdkeyRoot::<Test>::get(account(number)),
            )
        };
        assert_ok!(swap(OLD, NEW));
        assert_ok!(swap(NEW, 71));
        assert_eq!(line(OLD), (Some(account(NEW)), None));
        assert_eq!(line(NEW), (Some(account(71)), Some(account(OLD))));
        assert_eq!(line(71), (None, Some(account(OLD))));
        // Back to where it began: no ring.
        assert_ok!(swap(71, OLD));
        assert_eq!(line(OLD), (None, Some(account(OLD))));
        assert_eq!(line(71), (Some(account(OLD)), Some(account(OLD))));
        check();
        // However often, there is a row for each coldkey and no more.
        for _ in 0..5 {
            assert_ok!(swap(OLD, NEW));
            assert_ok!(swap(NEW, OLD));
        }
        assert_eq!(ColdkeySuccessor::<Test>::iter().count(), 2);
        assert_eq!(ColdkeyRoot::<Test>::iter().count(), 3);
    });
}

#[test]
fn a_line_that_closes_to_a_ring_is_found() {
    new_test_ext().execute_with(|| {
        for (old, new) in [(OLD, NEW), (NEW, 71), (71, OLD)] {
            ColdkeySuccessor::<Test>::insert(account(old), account(new));
            ColdkeyRoot::<Test>::insert(account(new), account(old));
        }
        let checked = <ColdkeySwaps<Test> as crate::domain::Domain<Test>>::check();
        assert_eq!(checked, Err("a line of coldkeys has no end".into()));
    });
}
