//! Fees in alpha: which calls can pay so, how much is taken, and what holds a position back.

use frame_support::{assert_ok, assert_storage_noop, dispatch::GetDispatchInfo};
use subtensor_primitives::{AlphaBalance, NetUid};

use super::{ROOT, stake, tao};
use crate::{Call, Error, Event, WeightInfo, mock::*, pallet::*};

const FEE: u64 = 1_500_000;

type Weights = <Test as crate::Config>::WeightInfo;

/// A subnet where coldkey 2 has staked a TAO on hotkey 11.
fn test(run: impl FnOnce(NetUid)) {
    super::test(|netuid| {
        add(11, netuid);
        run(netuid);
    });
}

fn add(hotkey: u64, netuid: NetUid) {
    assert_ok!(SubtensorModule::add_stake(
        signed(2),
        account(hotkey),
        netuid,
        tao(TAO)
    ));
}

fn unstake(netuid: NetUid) -> Call<Test> {
    Call::remove_stake {
        hotkey: account(11),
        netuid,
        amount_unstaked: AlphaBalance::MAX,
    }
}

fn pay(call: &Call<Test>, fee: u64) -> Result<(NetUid, u64, u64), sp_runtime::DispatchError> {
    let fee = Staking::<Test>::quote_alpha_fee(&account(2), call, tao(fee))?;
    let (netuid, alpha, tao) = Staking::<Test>::take_alpha_fee(&account(2), &fee)?;
    Ok((netuid, alpha.to_u64(), tao.to_u64()))
}

#[test]
fn alpha_of_the_fees_worth_is_sold_for_the_author() {
    test(|netuid| {
        let (held, author) = (stake(2, 11, netuid), Balances::free_balance(account(99)));
        let own = Balances::free_balance(account(2));
        let (at, alpha, tao) = pay(&unstake(netuid), FEE).unwrap();
        assert_eq!(at, netuid);
        assert!(stake(2, 11, netuid).abs_diff(held - alpha) <= 1);
        assert_eq!(Balances::free_balance(account(99)), author + tao);
        assert_eq!(Balances::free_balance(account(2)), own);
        assert!(tao <= FEE && tao > FEE - FEE / 1_000, "{tao}");
        System::assert_has_event(
            Event::StakeRemoved(account(2), account(11), tao.into(), alpha.into(), netuid, 0)
                .into(),
        );
    });
}

#[test]
fn root_stake_pays_one_to_one() {
    test(|_| {
        add(11, ROOT);
        assert_eq!(pay(&unstake(ROOT), FEE), Ok((ROOT, FEE, FEE)));
    });
}

#[test]
fn a_fee_below_one_rao_of_alpha_costs_one() {
    test(|netuid| {
        let held = stake(2, 11, netuid);
        // An alpha that is worth about a thousand TAO.
        let reserve = SubnetAlphaIn::<Test>::get(netuid);
        SubnetAlphaIn::<Test>::insert(netuid, AlphaBalance::new(reserve.to_u64() / 1_000));
        let (_, alpha, tao) = pay(&unstake(netuid), 5).unwrap();
        assert_eq!(alpha, 1);
        assert!(tao >= 5);
        assert_eq!(stake(2, 11, netuid), held - 1);
        SubnetAlphaIn::<Test>::insert(netuid, reserve.saturating_add(AlphaBalance::new(1)));
    });
}

#[test]
fn what_cannot_pay_is_refused_and_nothing_changes() {
    test(|netuid| {
        let held = stake(2, 11, netuid);
        let refuse = |fee: u64, error: sp_runtime::DispatchError| {
            assert_storage_noop!(assert_eq!(pay(&unstake(netuid), fee), Err(error)));
        };
        let too_little: sp_runtime::DispatchError = Error::<Test>::NotEnoughStakeToWithdraw.into();
        refuse(2 * TAO, too_little);

        SubtokenEnabled::<Test>::insert(netuid, false);
        refuse(FEE, Error::<Test>::SubtokenDisabled.into());
        SubtokenEnabled::<Test>::insert(netuid, true);

        lock_stake(2, 11, netuid, held);
        refuse(FEE, Error::<Test>::StakeUnavailable.into());
        unlock(2, netuid);

        let reserve = SubnetAlphaIn::<Test>::take(netuid);
        refuse(FEE, Error::<Test>::InsufficientLiquidity.into());
        SubnetAlphaIn::<Test>::insert(netuid, reserve);

        let reserve = SubnetTAO::<Test>::get(netuid);
        SubnetTAO::<Test>::insert(netuid, tao(999_999));
        refuse(
            10,
            pallet_subtensor_swap::Error::<Test>::ReservesTooLow.into(),
        );
        SubnetTAO::<Test>::insert(netuid, reserve);
        assert!(pay(&unstake(netuid), FEE).is_ok());
    });
}

/// Every call that gives up alpha of coldkey 2 on hotkey 11 on a subnet.
fn sales_on(netuid: NetUid) -> Vec<Call<Test>> {
    let (hotkey, amount) = (account(11), AlphaBalance::MAX);
    vec![
        unstake(netuid),
        Call::remove_stake_limit {
            hotkey: hotkey.clone(),
            netuid,
            amount_unstaked: amount,
            limit_price: tao(1),
            allow_partial: true,
        },
        Call::remove_stake_full_limit {
            hotkey: hotkey.clone(),
            netuid,
            limit_price: None,
        },
        Call::recycle_alpha {
            hotkey: hotkey.clone(),
            amount,
            netuid,
        },
        Call::burn_alpha {
            hotkey: hotkey.clone(),
            amount,
            netuid,
        },
        Call::unstake_all {
            hotkey: hotkey.clone(),
        },
        Call::unstake_all_alpha {
            hotkey: hotkey.clone(),
        },
    ]
}

/// Every call that moves alpha of coldkey 2 on hotkey 11 from a subnet.
fn moves_from(origin_netuid: NetUid) -> Vec<Call<Test>> {
    let (hotkey, origin_hotkey) = (account(11), account(11));
    let (destination_netuid, alpha_amount) = (ROOT, AlphaBalance::MAX);
    let (limit_price, allow_partial) = (tao(1), true);
    let (destination_coldkey, destination_hotkey) = (account(5), account(12));
    vec![
        Call::move_stake {
            origin_hotkey: origin_hotkey.clone(),
            destination_hotkey: destination_hotkey.clone(),
            origin_netuid,
            destination_netuid,
            alpha_amount,
        },
        Call::move_stake_limit {
            origin_hotkey: origin_hotkey.clone(),
            destination_hotkey: destination_hotkey.clone(),
            origin_netuid,
            destination_netuid,
            alpha_amount,
            limit_price,
            allow_partial,
        },
        Call::transfer_stake {
            destination_coldkey: destination_coldkey.clone(),
            hotkey: hotkey.clone(),
            origin_netuid,
            destination_netuid,
            alpha_amount,
        },
        Call::transfer_stake_and_hotkey {
            destination_coldkey,
            origin_hotkey,
            destination_hotkey,
            origin_netuid,
            destination_netuid,
            alpha_amount,
        },
        Call::swap_stake {
            hotkey: hotkey.clone(),
            origin_netuid,
            destination_netuid,
            alpha_amount,
        },
        Call::swap_stake_limit {
            hotkey: hotkey.clone(),
            origin_netuid,
            destination_netuid,
            alpha_amount,
            limit_price,
            allow_partial,
        },
    ]
}

#[test]
fn calls_about_one_position_can_pay() {
    test(|netuid| {
        for call in sales_on(netuid).iter().chain(&moves_from(netuid)) {
            assert!(pay(call, FEE).is_ok(), "{call:?}");
        }
        let none: [Call<Test>; 2] = [
            Call::add_stake {
                hotkey: account(11),
                netuid,
                amount_staked: tao(TAO),
            },
            Call::try_associate_hotkey {
                hotkey: account(11),
            },
        ];
        for call in &none {
            assert!(pay(call, FEE).is_err(), "{call:?}");
        }
    });
}

#[test]
fn everything_of_two_subnets_is_not_one_position() {
    test(|netuid| {
        let all: Call<Test> = Call::unstake_all {
            hotkey: account(11),
        };
        assert!(pay(&all, FEE).is_ok());
        add(11, ROOT);
        assert!(pay(&all, FEE).is_err());
        // A subnet that does not trade does not count.
        SubtokenEnabled::<Test>::insert(netuid, false);
        assert_eq!(pay(&all, FEE), Ok((ROOT, FEE, FEE)));
    });
}

#[test]
fn nobody_pays_for_what_certainly_does_not_happen() {
    test(|netuid| {
        let due = |call: &Call<Test>| {
            let declared = call.get_dispatch_info().call_weight;
            declared
                - Admission::<Test>::undue_weight(None, call)
                - Funds::<Test>::uncharged_weight(call)
        };
        let all = Call::unstake_all {
            hotkey: account(11),
        };
        let other_subnets = Staking::<Test>::undue_in_alpha(&account(2), &all);
        assert_eq!(due(&all) - other_subnets, Weights::unstake_all(1));
        // The look at a lock is due where there is one.
        lock_stake(2, 11, netuid, 1_000);
        let for_lock = Staking::<Test>::undue_in_alpha(&account(2), &all);
        assert_eq!(other_subnets - for_lock, Weights::look_at_lock());
        unlock(2, netuid);
        let look = Weights::look_at_lock();
        let sale = Weights::remove_stake() + look;
        assert_eq!(due(&unstake(netuid)), sale);
        NominatorMinRequiredStake::<Test>::put(1_000_000);
        let with_rest = sale + Weights::clear_nomination();
        assert_eq!(due(&unstake(netuid)), with_rest);

        // What waits for a fund is not charged for.
        let plain = Weights::flush_fund(0, 0);
        assert_eq!(due(&unstake(ROOT)), with_rest + plain + plain);
        let to_root = Call::swap_stake {
            hotkey: account(11),
            origin_netuid: netuid,
            destination_netuid: ROOT,
            alpha_amount: AlphaBalance::MAX,
        };
        let onto_root = Call::add_stake {
            hotkey: account(11),
            netuid: ROOT,
            amount_staked: tao(TAO),
        };
        assert_eq!(due(&to_root), Weights::relocate_stake() + look + plain);
        assert_eq!(due(&onto_root), Weights::add_stake() + plain);

        let register = Call::burned_register {
            netuid,
            hotkey: account(77),
        };
        assert_eq!(due(&register), Weights::burned_register(0));
        MaxAllowedUids::<Test>::insert(netuid, 1);
        assert_eq!(due(&register), Weights::burned_register(1));
    });
}
