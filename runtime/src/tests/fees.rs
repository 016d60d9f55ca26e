//! Fees: what everyday calls cost, and those of transactions whose signer has no TAO: the alpha
//! that the call is about pays (spec 60 §8.2, §8.3).

use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_support::{dispatch::GetDispatchInfo, traits::Get};
use pallet_subtensor::{Call, Event, SubnetTAO, WeightInfo};
use pallet_subtensor::{Shares, Subnets};
use pallet_transaction_payment::{Event as PaymentEvent, OnChargeTransaction};
use pallet_transaction_payment_rpc_runtime_api as payment;
use payment::runtime_decl_for_transaction_payment_api::TransactionPaymentApi as _;
use sp_keyring::Sr25519Keyring::{self, Bob, Eve, Ferdie};
use sp_runtime::{
    ApplyExtrinsicResult, StateVersion,
    transaction_validity::{InvalidTransaction, TransactionValidityError},
};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{
    block, block_of,
    blocks::{SUBNET, TAO, populate, stake},
    core, dev_chain, guarded, pool_verdict, transaction,
};
use crate::{
    Balance, Balances, Runtime, RuntimeCall, RuntimeEvent, System,
    fees::{BlockAuthor, Paid, TaoOrAlpha},
};

const UNPAID: TransactionValidityError =
    TransactionValidityError::Invalid(InvalidTransaction::Payment);
const ALL: AlphaBalance = AlphaBalance::MAX;

/// A subnet on which Eve has stake on Bob's hotkey; `is_poor` takes all her TAO.
fn with_eve(is_poor: bool, run: impl FnOnce()) {
    dev_chain().execute_with(|| {
        populate();
        if is_poor {
            impoverish_eve();
        }
        run();
    });
}

fn impoverish_eve() {
    let give = RuntimeCall::Balances(pallet_balances::Call::transfer_all {
        dest: Ferdie.to_account_id().into(),
        keep_alive: true,
    });
    block_of(vec![(Eve, give)]);
    assert!(free(Eve) < 10_000);
}

fn free(who: Sr25519Keyring) -> Balance {
    Balances::free_balance(who.to_account_id())
}

fn held(netuid: NetUid) -> u64 {
    Shares::<Runtime>::stake_of(&Bob.to_account_id(), &Eve.to_account_id(), netuid).to_u64()
}

fn unstake(amount: AlphaBalance) -> RuntimeCall {
    core(Call::remove_stake {
        hotkey: Bob.to_account_id(),
        netuid: SUBNET,
        amount_unstaked: amount,
    })
}

fn unstake_all() -> RuntimeCall {
    core(Call::unstake_all {
        hotkey: Bob.to_account_id(),
    })
}

/// What happened to the one transaction of the next block.
fn send(call: RuntimeCall) -> ApplyExtrinsicResult {
    let transaction = transaction(Eve, 0, call);
    block(vec![transaction]).remove(0)
}

/// Alpha taken for fees in the last block, and the TAO that came of it.
fn paid_in_alpha() -> Option<(u64, u64)> {
    System::events()
        .into_iter()
        .find_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(Event::TransactionFeePaidWithAlpha {
                who,
                netuid,
                alpha_fee,
                tao_amount,
            }) => {
                assert_eq!((who, netuid), (Eve.to_account_id(), SUBNET));
                Some((alpha_fee.to_u64(), tao_amount.to_u64()))
            }
            _ => None,
        })
}

/// Alpha that left Eve's stake in the last block, sale by sale.
fn sales() -> Vec<u64> {
    System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(Event::StakeRemoved(_, _, _, alpha, _, fee)) => {
                Some(alpha.to_u64() + fee)
            }
            _ => None,
        })
        .collect()
}

/// The fee that the stock pallet names.
fn named_fee() -> Balance {
    System::events()
        .into_iter()
        .find_map(|record| match record.event {
            RuntimeEvent::TransactionPayment(PaymentEvent::TransactionFeePaid {
                actual_fee,
                ..
            }) => Some(actual_fee),
            _ => None,
        })
        .expect("every signed transaction names its fee")
}

fn withdraw(call: &RuntimeCall, fee: Balance) -> Result<Paid, TransactionValidityError> {
    let info = call.get_dispatch_info();
    TaoOrAlpha::withdraw_fee(&Eve.to_account_id(), call, &info, fee, 0)
}

#[test]
fn tao_is_tried_first() {
    with_eve(false, || {
        assert!(matches!(send(unstake(ALL)), Ok(Ok(()))));
        assert_eq!(paid_in_alpha(), None);
        assert_eq!(sales().len(), 1);
    });
}

#[test]
fn who_has_no_tao_pays_the_author_in_alpha() {
    with_eve(true, || {
        let author = BlockAuthor::get().expect("every block has one");
        let earned = || Balances::free_balance(&author);
        let (before, earned_before) = (held(SUBNET), earned());
        assert_eq!(pool_verdict(Eve, unstake(ALL)), Ok(()));
        let part = before / 2;
        assert!(matches!(send(unstake(AlphaBalance::new(part))), Ok(Ok(()))));
        let (alpha, tao) = paid_in_alpha().unwrap();
        assert_eq!(sales(), [alpha, part]);
        assert!(earned() >= earned_before + tao);
        let fee = named_fee();
        assert!(tao <= fee && fee - tao < fee / 1_000, "{tao} of {fee}");
    });
}

#[test]
fn a_failing_call_pays_too() {
    with_eve(true, || {
        let call = core(Call::remove_stake_limit {
            hotkey: Bob.to_account_id(),
            netuid: SUBNET,
            amount_unstaked: ALL,
            limit_price: TaoBalance::new(1_000 * TAO),
            allow_partial: false,
        });
        assert!(matches!(send(call), Ok(Err(_))));
        let (alpha, _) = paid_in_alpha().unwrap();
        assert_eq!(sales(), [alpha]);
    });
}

#[test]
fn the_call_has_what_the_fee_leaves() {
    with_eve(true, || {
        let before = held(SUBNET);
        assert!(matches!(
            send(unstake(AlphaBalance::new(before))),
            Ok(Ok(()))
        ));
        let (alpha, _) = paid_in_alpha().unwrap();
        let [fee, rest] = sales()[..] else {
            panic!("two sales")
        };
        assert_eq!(fee, alpha);
        // An epoch in this block may have added to the stake.
        assert!(held(SUBNET) + rest >= before - alpha - 1);
        assert!(rest <= before);
    });
}

#[test]
fn everything_of_one_subnet_costs_what_one_subnet_weighs() {
    with_eve(true, || {
        assert!(matches!(send(unstake_all()), Ok(Ok(()))));
        let (_, tao) = paid_in_alpha().unwrap();
        let fee = named_fee();
        assert!(tao <= fee && fee - tao < fee / 1_000, "{tao} of {fee}");
        assert_eq!(held(SUBNET), 0);
    });
}

#[test]
fn everything_of_two_subnets_cannot_pay_in_alpha() {
    with_eve(false, || {
        block_of(vec![(Eve, stake(Bob, NetUid::ROOT, 10))]);
        impoverish_eve();
        let (subnet, root) = (held(SUBNET), held(NetUid::ROOT));
        assert_eq!(pool_verdict(Eve, unstake_all()), Err(UNPAID));
        assert_eq!(send(unstake_all()), Err(UNPAID));
        assert!(held(SUBNET) >= subnet && held(NetUid::ROOT) == root);
        assert!(sales().is_empty());
    });
}

#[test]
fn only_the_outermost_call_can_pay_in_alpha() {
    with_eve(true, || {
        let wrapped = RuntimeCall::Utility(pallet_utility::Call::batch {
            calls: vec![unstake(ALL).into()],
        });
        for call in [wrapped, stake(Bob, SUBNET, 1)] {
            assert_eq!(pool_verdict(Eve, call.clone()), Err(UNPAID));
            assert_eq!(send(call), Err(UNPAID));
        }
    });
}

#[test]
fn a_sale_that_fails_leaves_everything_as_it_was() {
    with_eve(true, || {
        SubnetTAO::<Runtime>::insert(SUBNET, TaoBalance::new(999_999));
        let before = sp_io::storage::root(StateVersion::V1);
        for fee in [1, 1_000_000, u64::MAX] {
            assert_eq!(withdraw(&unstake(ALL), fee).err(), Some(UNPAID));
        }
        assert_eq!(sp_io::storage::root(StateVersion::V1), before);
    });
}

#[test]
fn without_an_author_the_fee_is_destroyed() {
    with_eve(true, || {
        pallet_aura::Authorities::<Runtime>::kill();
        let issuance = Balances::total_issuance();
        let account = Subnets::<Runtime>::account_of_subnet(SUBNET);
        let surplus =
            || Balances::free_balance(&account) - SubnetTAO::<Runtime>::get(SUBNET).to_u64();
        let (before, kept) = (held(SUBNET), surplus());
        let Ok(Paid::Alpha { netuid, alpha, tao }) = withdraw(&unstake(ALL), 1_000_000_000) else {
            panic!("the stake pays")
        };
        assert_eq!(netuid, SUBNET);
        assert!(held(SUBNET).abs_diff(before - alpha.to_u64()) <= 1);
        assert!(tao > TaoBalance::ZERO);
        assert_eq!(Balances::total_issuance(), issuance - tao.to_u64());
        assert_eq!(surplus(), kept);
    });
}

#[test]
fn the_sale_counts_as_weight_of_the_block() {
    with_eve(true, || {
        let before = System::block_weight().total();
        assert!(withdraw(&unstake(ALL), 1_000_000).is_ok());
        let weight = <Runtime as pallet_subtensor::Config>::WeightInfo::alpha_fee();
        assert_eq!(System::block_weight().total(), before + weight);
    });
}

/// What the public client leaves for a fee when it stakes all there is, rao.
const HEADROOM: Balance = 500_000;

/// What the other everyday calls may cost, rao: hardly more than on the public network.
const MAX_FEE: Balance = 750_000;

/// The fee that a client is told for the next transaction of Eve.
fn quoted(call: RuntimeCall) -> Balance {
    let transaction = transaction(Eve, 0, call);
    let length = transaction.encoded_size() as u32;
    let info = Runtime::query_info(transaction, length);
    info.partial_fee
}

#[test]
fn everyday_calls_cost_little_more_than_they_weigh() {
    with_eve(false, || {
        block_of(vec![(Eve, stake(Bob, NetUid::ROOT, 10))]);
        let swap = core(Call::swap_stake {
            hotkey: Bob.to_account_id(),
            origin_netuid: SUBNET,
            destination_netuid: NetUid::ROOT,
            alpha_amount: AlphaBalance::new(TAO),
        });
        let out_of_root = core(Call::remove_stake {
            hotkey: Bob.to_account_id(),
            netuid: NetUid::ROOT,
            amount_unstaked: AlphaBalance::new(TAO),
        });
        let part = unstake(AlphaBalance::new(TAO));
        for call in [
            stake(Bob, SUBNET, 1),
            stake(Bob, NetUid::ROOT, 1),
            part,
            out_of_root,
            swap,
        ] {
            let told = quoted(call.clone());
            let is_purchase = matches!(call, RuntimeCall::SubtensorModule(Call::add_stake { .. }));
            let most = if is_purchase { HEADROOM } else { MAX_FEE };
            assert!(told <= most, "{told} for {call:?}");
            assert!(matches!(send(call), Ok(Ok(()))));
            let paid = named_fee();
            assert!(paid <= told && told - paid < told / 10, "{paid} of {told}");
        }
    });
}

#[test]
fn a_call_that_fails_costs_what_was_quoted() {
    with_eve(false, || {
        let call = stake(Ferdie, NetUid::ROOT, 1);
        let (told, before) = (quoted(call.clone()), free(Eve));
        assert!(matches!(send(call), Ok(Err(_))));
        assert_eq!((named_fee(), before - free(Eve)), (told, told));
    });
}

/// Spec 90 §12: clients foretell the fee of a claim from fixed figures, in batches too.
#[test]
fn claims_cost_what_clients_foretell() {
    with_eve(false, || {
        let claim = core(Call::claim_root_with_hotkey {
            hotkey: Bob.to_account_id(),
        });
        let all = core(Call::claim_root {
            subnets: Default::default(),
        });
        let batch = |calls| {
            RuntimeCall::Utility(pallet_utility::Call::batch {
                calls: guarded(calls),
            })
        };
        let nothing = batch(vec![]).get_dispatch_info().call_weight;
        // A quarter of a rao for 1000 ps: what is charged before it, and one hotkey without rows.
        let (before, after) = (8_209_263, 1_497_242);
        for (call, claims) in [
            (claim.clone(), 1),
            (all.clone(), 1),
            (batch(vec![claim, all]), 2),
        ] {
            let told = quoted(call.clone());
            assert!(matches!(send(call.clone()), Ok(Ok(()))));
            let paid = named_fee();
            let saved = told - paid;
            let expected = (before - after) * claims;
            assert!(
                saved.abs_diff(expected) <= claims + nothing.ref_time() / 4_000,
                "{told} {paid} for {call:?}"
            );
            // What is left is the fee of the work, beside the length and what every call pays.
            assert!(
                paid > after * claims && paid < after * claims + 600_000,
                "{paid}"
            );
        }
    });
}
