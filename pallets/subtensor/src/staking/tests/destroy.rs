//! Recycling and burning stake.

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::{AlphaAssetsInterface, AlphaBalance, NetUid, SwapFee, SwapInterface};

use super::{ROOT, stake, tao, test};
use crate::{Error, Event, mock::*, pallet::*};

const ALL: AlphaBalance = AlphaBalance::MAX;

fn with_stake(run: impl FnOnce(NetUid, u64)) {
    test(|netuid| {
        assert_ok!(SubtensorModule::add_stake(
            signed(2),
            account(11),
            netuid,
            tao(10 * TAO)
        ));
        let held = stake(2, 11, netuid);
        run(netuid, held);
    });
}

#[test]
fn recycled_stake_leaves_the_issuance() {
    with_stake(|netuid, held| {
        let issued = AlphaAssets::issued(netuid).to_u64();
        assert_ok!(SubtensorModule::recycle_alpha(
            signed(2),
            account(11),
            ALL,
            netuid
        ));
        assert_eq!(stake(2, 11, netuid), 0);
        assert_eq!(AlphaAssets::issued(netuid).to_u64(), issued - held);
        System::assert_last_event(
            Event::AlphaRecycled(account(2), account(11), AlphaBalance::new(held), netuid).into(),
        );
        // Nothing is left, and nothing is recycled.
        assert_ok!(SubtensorModule::recycle_alpha(
            signed(2),
            account(11),
            ALL,
            netuid
        ));
        assert_eq!(AlphaAssets::issued(netuid).to_u64(), issued - held);
    });
}

#[test]
fn burned_stake_stays_issued() {
    with_stake(|netuid, held| {
        let issued = AlphaAssets::issued(netuid);
        let part = AlphaBalance::new(held / 4);
        assert_ok!(SubtensorModule::burn_alpha(
            signed(2),
            account(11),
            part,
            netuid
        ));
        assert!(stake(2, 11, netuid).abs_diff(held - held / 4) <= 1);
        assert_eq!(AlphaAssets::issued(netuid), issued);
        assert_eq!(AlphaAssets::burned(netuid), part);
        System::assert_last_event(Event::AlphaBurned(account(2), account(11), part, netuid).into());
    });
}

#[test]
fn errors_of_destroying_come_in_order() {
    with_stake(|netuid, _| {
        for destroy in [SubtensorModule::recycle_alpha, SubtensorModule::burn_alpha] {
            let destroy = |hotkey, netuid| destroy(signed(2), account(hotkey), ALL, netuid);
            assert_noop!(destroy(77, NetUid::new(9)), Error::<Test>::SubnetNotExists);
            assert_noop!(
                destroy(77, ROOT),
                Error::<Test>::CannotBurnOrRecycleOnRootSubnet
            );
            assert_noop!(destroy(77, NetUid::new(1)), Error::<Test>::SubtokenDisabled);
            assert_noop!(destroy(77, netuid), Error::<Test>::HotKeyAccountNotExists);
        }
        SubnetAlphaOut::<Test>::mutate(netuid, |out| out.saturating_reduce(AlphaBalance::new(1)));
        let least = SubnetAlphaOut::<Test>::get(netuid);
        TotalHotkeyAlpha::<Test>::mutate(account(11), netuid, |all| {
            all.saturating_accrue(least);
        });
        assert_noop!(
            SubtensorModule::burn_alpha(signed(2), account(11), ALL, netuid),
            Error::<Test>::InsufficientLiquidity
        );
        TotalHotkeyAlpha::<Test>::mutate(account(11), netuid, |all| {
            all.saturating_reduce(least);
        });
        SubnetAlphaOut::<Test>::mutate(netuid, |out| out.saturating_accrue(AlphaBalance::new(1)));
    });
}

#[test]
fn stake_is_bought_and_burned_in_one_call() {
    test(|netuid| {
        let quote = Swap::buy(netuid, tao(3 * TAO), Swap::max_price(), SwapFee::Charged).unwrap();
        let price = Swap::current_alpha_price(netuid);
        let burn = |netuid, limit| {
            SubtensorModule::add_stake_burn(signed(2), account(11), netuid, tao(3 * TAO), limit)
        };
        assert_noop!(
            burn(ROOT, None),
            Error::<Test>::CannotBurnOrRecycleOnRootSubnet
        );
        assert_noop!(
            burn(netuid, Some(tao(price + 1))),
            Error::<Test>::SlippageTooHigh
        );
        assert_ok!(burn(netuid, Some(tao(2 * price))));
        assert_eq!(stake(2, 11, netuid), 0);
        assert_eq!(AlphaAssets::burned(netuid), quote.paid_out);
        assert_eq!(Balances::free_balance(account(2)), FUNDS - 3 * TAO);
        System::assert_last_event(
            Event::AddStakeBurn {
                netuid,
                hotkey: account(11),
                amount: tao(3 * TAO),
                alpha: quote.paid_out,
            }
            .into(),
        );
        assert_ok!(burn(netuid, None));
    });
}
