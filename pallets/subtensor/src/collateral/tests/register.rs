use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo};
use subtensor_primitives::{SwapFee, SwapInterface};

use super::*;
use crate::{Error, Event};

fn register(netuid: NetUid) -> DispatchResultWithPostInfo {
    SubtensorModule::burned_register(signed(MINER), netuid, account(HOTKEY))
}

/// Sets the price of a registration, and the part of it that is locked.
fn set_price(netuid: NetUid, price: u64, share: u16) {
    Burn::<Test>::insert(netuid, tao(price));
    CollateralLockShare::<Test>::insert(netuid, share);
}

/// Takes the uid from the miner's hotkey.
fn deregister(netuid: NetUid) {
    let uid = Neurons::<Test>::uid_for(netuid, &account(HOTKEY)).unwrap();
    let newcomer = account(1_000 + u64::from(uid));
    assert_ok!(Neurons::<Test>::replace_neuron(netuid, uid, &newcomer, 1));
}

#[test]
fn a_registration_burns_one_part_of_its_price_and_locks_the_other() {
    for (price, share, burned) in [
        (E9, 32_767, 500_007_630),
        (E9, 62_258, 50_003_815),
        (500_000, 62_258, 25_002),
    ] {
        test(|netuid| {
            set_price(netuid, price, share);
            let top_up = price - burned;
            let quote = Swap::buy(netuid, tao(price), Swap::max_price(), SwapFee::Charged).unwrap();
            let bought = u128::from(quote.paid_out.to_u64());
            let kept = (bought * u128::from(top_up) / u128::from(price)) as u64;
            let author = Balances::free_balance(account(99));
            let out = Ledger::<Test>::alpha_out(netuid).to_u64();
            assert_ok!(register(netuid));

            let fee = quote.fee.to_u64();
            assert_eq!(Balances::free_balance(account(MINER)), FUNDS - price);
            assert_eq!(Balances::free_balance(account(99)), author + fee);
            assert_eq!(Ledger::<Test>::alpha_out(netuid).to_u64(), out + kept);
            let recycled = RAORecycledForRegistration::<Test>::get(netuid);
            assert_eq!(recycled, tao(burned));
            assert_eq!(stake(MINER, HOTKEY, netuid), kept);
            let expected = MinerCollateralState {
                locked: alpha(kept),
                drain_ratio: U64F64::ONE,
                min_locked: alpha(0),
                earned: alpha(0),
            };
            assert_eq!(row(MINER, HOTKEY, netuid), Some(expected));
            let (coldkey, hotkey) = (account(MINER), account(HOTKEY));
            let (top_up, locked) = (tao(top_up), alpha(kept));
            for event in [
                Event::StakeAdded(coldkey, hotkey.clone(), top_up, locked, netuid, fee),
                Event::CollateralLocked {
                    netuid,
                    hotkey,
                    locked,
                    total_locked: locked,
                },
                Event::RAORecycledForRegistrationSet(netuid, tao(burned)),
            ] {
                System::assert_has_event(event.into());
            }
            check();
        });
    }
}

#[test]
fn standing_collateral_counts_at_the_moving_price_and_gets_the_ratio_of_now() {
    test(|netuid| {
        set_price(netuid, E9, 32_767);
        assert_ok!(register(netuid));
        let kept = locked(MINER, HOTKEY, netuid);
        deregister(netuid);
        CollateralDrainRatio::<Test>::insert(netuid, U64F64::from_num(3));
        set_price(netuid, E9, 32_767);
        // Worth a quarter TAO.
        set_moving_price(netuid, U64F64::from_ratio(E9 / 4, kept));
        let worth = Collateral::<Test>::worth(netuid, alpha(kept)).to_u64();
        assert!(worth.abs_diff(E9 / 4) < 1_000, "{worth}");
        let free = Balances::free_balance(account(MINER));
        assert_ok!(register(netuid));
        let paid = free - Balances::free_balance(account(MINER));
        assert_eq!(paid, E9 - worth);
        let more = row(MINER, HOTKEY, netuid).unwrap();
        assert!(more.locked.to_u64() > kept);
        assert_eq!(more.drain_ratio, U64F64::from_num(3));

        // Worth all of it: nothing is bought but what is burned.
        deregister(netuid);
        CollateralDrainRatio::<Test>::insert(netuid, U64F64::from_num(2));
        set_price(netuid, E9, 32_767);
        set_moving_price(netuid, U64F64::from_num(1_000));
        let free = Balances::free_balance(account(MINER));
        System::reset_events();
        assert_ok!(register(netuid));
        assert_eq!(free - Balances::free_balance(account(MINER)), 500_007_630);
        let same = row(MINER, HOTKEY, netuid).unwrap();
        assert_eq!(
            (same.locked, same.drain_ratio),
            (more.locked, U64F64::from_num(2))
        );
        let bought = System::events().into_iter().any(|record| {
            matches!(
                record.event,
                RuntimeEvent::SubtensorModule(
                    Event::StakeAdded(..) | Event::CollateralLocked { .. }
                )
            )
        });
        assert!(!bought);
        check();
    });
}

#[test]
fn errors_of_a_registration_with_collateral_come_in_order() {
    test(|netuid| {
        set_price(netuid, E9, 32_767);
        // All at once; each is repaired after it was seen.
        give_away(MINER, FUNDS - E9 - EXISTENTIAL_DEPOSIT + 1);
        let listed = fill_list(MINER);
        fill_index(MINER, netuid);
        MaxAllowedUids::<Test>::insert(netuid, 0);
        assert_noop!(register(netuid), Error::<Test>::NotEnoughBalanceToStake);
        assert_ok!(Balances::transfer_keep_alive(signed(3), account(MINER), 1));
        assert_noop!(register(netuid), Error::<Test>::TooManyStakingHotkeys);
        StakingHotkeys::<Test>::insert(account(MINER), listed);
        assert_noop!(
            register(netuid),
            Error::<Test>::ColdkeyCollateralPositionsFull
        );
        ColdkeyCollateralHotkeys::<Test>::remove(netuid, account(MINER));
        assert_noop!(register(netuid), Error::<Test>::NoNeuronIdAvailable);
        MaxAllowedUids::<Test>::insert(netuid, 256);
        assert_ok!(register(netuid));
        assert_eq!(Balances::free_balance(account(MINER)), EXISTENTIAL_DEPOSIT);
        check();
    });
}

#[test]
fn the_limit_of_a_registration_is_one_on_the_whole_price() {
    test(|netuid| {
        set_price(netuid, E9, 62_258);
        let register =
            |limit| SubtensorModule::register_limit(signed(MINER), netuid, account(HOTKEY), limit);
        assert_noop!(
            register(E9 - 1),
            Error::<Test>::RegistrationPriceLimitExceeded
        );
        assert_ok!(register(E9));
        assert!(locked(MINER, HOTKEY, netuid) > 0);
    });
}

#[test]
fn collateral_is_bought_within_a_twentieth_of_the_price_or_not_at_all() {
    test(|netuid| {
        let pool = SubnetTAO::<Test>::get(netuid).to_u64();
        set_price(netuid, pool / 10, 1_000);
        assert_noop!(register(netuid), Error::<Test>::SlippageTooHigh);
        // Without collateral any price will do.
        CollateralLockShare::<Test>::remove(netuid);
        assert_ok!(register(netuid));
        check();
        deregister(netuid);
        set_price(netuid, E9, 1_000);
        SubnetTAO::<Test>::insert(netuid, tao(1_000_000));
        SubnetAlphaIn::<Test>::insert(netuid, alpha(2_000_000_000_000_000));
        assert_noop!(register(netuid), Error::<Test>::InsufficientLiquidity);
    });
}

#[test]
fn without_a_share_or_a_price_nothing_is_locked() {
    test(|netuid| {
        set_price(netuid, E9, 0);
        assert_ok!(register(netuid));
        deregister(netuid);
        set_price(netuid, 0, 62_258);
        MinBurn::<Test>::insert(netuid, tao(0));
        assert_ok!(register(netuid));
        assert_eq!(stake(MINER, HOTKEY, netuid), 0);
        assert_eq!(MinerCollateral::<Test>::iter().count(), 0);
        check();
    });
}
