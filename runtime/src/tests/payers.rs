//! Who pays the fee of a transaction: the signer, an account that has agreed to pay for its
//! delegate (spec 60 §8.4), or the owner of a hotkey at work (§22).

use alloc::{boxed::Box, collections::BTreeSet, format, string::String, vec, vec::Vec};
use pallet_subtensor::Call;
use pallet_subtensor_proxy::Call as ProxyCall;
use pallet_transaction_payment::Event as PaymentEvent;
use pallet_utility::Call as UtilityCall;
use sp_keyring::Sr25519Keyring::{self, Alice, AliceStash, Bob, BobStash, Charlie, Dave};
use sp_runtime::{
    ApplyExtrinsicResult,
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
    },
};
use subtensor_primitives::NetUid;

use super::{block, block_of, core, counting::count, dev_chain, pool_verdict, tipped, transaction};
use crate::{
    Balance, Balances, Executive, ProxyType, Runtime, RuntimeCall, RuntimeEvent, System,
    calls::{Kind, all_calls},
    extensions::payer::{self, MAX_OF_OWNER},
    guard::GuardedCall,
};

const UNPAID: TransactionValidityError =
    TransactionValidityError::Invalid(InvalidTransaction::Payment);
/// The delegate that signs in most tests.
const SIGNER: Sr25519Keyring = Charlie;
/// A hotkey of Alice that never had a rao.
const HOTKEY: Sr25519Keyring = AliceStash;

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark { remark: vec![1] })
}

fn proxy(real: Sr25519Keyring, call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Proxy(ProxyCall::proxy {
        real: real.to_account_id().into(),
        force_proxy_type: None,
        call: Box::new(call),
    })
}

type Batch = fn(Vec<RuntimeCall>) -> RuntimeCall;

fn guarded(calls: Vec<RuntimeCall>) -> Vec<GuardedCall> {
    calls.into_iter().map(Into::into).collect()
}

const BATCHES: [Batch; 3] = [
    |calls| {
        RuntimeCall::Utility(UtilityCall::batch {
            calls: guarded(calls),
        })
    },
    |calls| {
        RuntimeCall::Utility(UtilityCall::batch_all {
            calls: guarded(calls),
        })
    },
    |calls| {
        RuntimeCall::Utility(UtilityCall::force_batch {
            calls: guarded(calls),
        })
    },
];

fn name(delegate: Sr25519Keyring, proxy_type: ProxyType, delay: u32) -> RuntimeCall {
    RuntimeCall::Proxy(ProxyCall::add_proxy {
        delegate: delegate.to_account_id().into(),
        proxy_type,
        delay,
    })
}

fn agree(delegate: Sr25519Keyring) -> RuntimeCall {
    RuntimeCall::Proxy(ProxyCall::set_real_pays_fee {
        delegate: delegate.to_account_id().into(),
        pays_fee: true,
    })
}

/// Who paid for the transaction of the next block, whatever became of its call.
fn payer(result: ApplyExtrinsicResult) -> Result<Sr25519Keyring, TransactionValidityError> {
    // What a call failed of is no matter of who pays for it.
    let _outcome = result?;
    let paid = System::events()
        .into_iter()
        .find_map(|record| match record.event {
            RuntimeEvent::TransactionPayment(PaymentEvent::TransactionFeePaid {
                who,
                actual_fee,
                ..
            }) => Some((who, actual_fee)),
            _ => None,
        });
    let (who, fee) = paid.expect("every signed transaction names its fee");
    assert!(fee > 0);
    Ok(Sr25519Keyring::from_account_id(&who).expect("it is one of us"))
}

/// Who pays, at the pool as in the block.
fn pays(
    who: Sr25519Keyring,
    call: RuntimeCall,
) -> Result<Sr25519Keyring, TransactionValidityError> {
    let verdict = pool_verdict(who, call.clone());
    let nonce = System::account_nonce(who.to_account_id());
    let paid = payer(block(vec![transaction(who, 0, call)]).remove(0));
    assert_eq!(verdict.err(), paid.err());
    let used = System::account_nonce(who.to_account_id()) - nonce;
    assert_eq!(used, u32::from(paid.is_ok()));
    paid
}

/// A chain on which Charlie may act for Bob and for Alice, and Bob for Alice and for Dave, with
/// these consents of an account to a delegate.
fn with_consents(consents: &[(Sr25519Keyring, Sr25519Keyring)], run: impl FnOnce()) {
    dev_chain().execute_with(|| {
        for (real, delegate) in [(Bob, SIGNER), (Alice, SIGNER), (Alice, Bob), (Dave, Bob)] {
            block_of(vec![(real, name(delegate, ProxyType::Any, 0))]);
        }
        for (real, delegate) in consents {
            block_of(vec![(*real, agree(*delegate))]);
        }
        run();
    });
}

/// Spec 60 §8.4, row by row.
#[test]
fn consents_lead_to_whoever_pays() {
    let announced = RuntimeCall::Proxy(ProxyCall::proxy_announced {
        delegate: Bob.to_account_id().into(),
        real: Alice.to_account_id().into(),
        force_proxy_type: None,
        call: Box::new(remark()),
    });
    let chain = || proxy(Bob, proxy(Alice, remark()));
    let rows: [(RuntimeCall, &[_], _); 7] = [
        (remark(), &[], SIGNER),
        (proxy(Alice, remark()), &[(Alice, SIGNER)], Alice),
        (proxy(Alice, remark()), &[], SIGNER),
        (announced, &[(Alice, Bob)], SIGNER),
        (chain(), &[(Bob, SIGNER), (Alice, Bob)], Alice),
        (chain(), &[(Bob, SIGNER)], Bob),
        (chain(), &[(Alice, Bob)], SIGNER),
    ];
    for (call, consents, expected) in rows {
        with_consents(consents, || {
            assert_eq!(pays(SIGNER, call.clone()), Ok(expected), "{call:?}");
        });
    }
    for batch in BATCHES {
        let for_alice = || proxy(Alice, remark());
        let all = [(Bob, SIGNER), (Alice, Bob), (Dave, Bob)];
        let rows: [(_, &[_], _); 4] = [
            (vec![for_alice(), for_alice()], &all[..2], Alice),
            (vec![for_alice(), proxy(Dave, remark())], &all, Bob),
            (vec![for_alice(), remark()], &all[..2], Bob),
            (vec![], &all[..1], Bob),
        ];
        for (calls, consents, expected) in rows {
            let call = proxy(Bob, batch(calls));
            with_consents(consents, || {
                assert_eq!(pays(SIGNER, call.clone()), Ok(expected), "{call:?}");
            });
        }
    }
}

#[test]
fn who_pays_loses_the_fee_and_the_signer_nothing() {
    with_consents(&[(Bob, SIGNER)], || {
        let free = |who: Sr25519Keyring| Balances::free_balance(who.to_account_id());
        let before = (free(Bob), free(SIGNER));
        assert_eq!(pays(SIGNER, proxy(Bob, remark())), Ok(Bob));
        assert!(free(Bob) < before.0);
        assert_eq!(free(SIGNER), before.1);
    });
}

/// Else a delegate of a narrow type could spend the balance on calls that are refused.
#[test]
fn nobody_pays_for_calls_that_its_delegate_may_not_make() {
    let transfer = || {
        RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
            dest: Dave.to_account_id().into(),
            value: 1,
        })
    };
    let batch = BATCHES[2];
    let consents = [(Bob, SIGNER), (Alice, Bob)];
    let cases = [
        (ProxyType::NonTransfer, 0, remark(), Bob),
        (ProxyType::NonTransfer, 0, batch(vec![remark()]), Bob),
        (ProxyType::NonTransfer, 0, transfer(), SIGNER),
        // Which the filter lets through as far as the batch itself goes.
        (
            ProxyType::NonTransfer,
            0,
            batch(vec![remark(), transfer()]),
            SIGNER,
        ),
        (ProxyType::NonTransfer, 1, remark(), SIGNER),
        (ProxyType::Staking, 0, remark(), SIGNER),
        (ProxyType::NonTransfer, 0, proxy(Alice, remark()), Alice),
        (ProxyType::NonTransfer, 0, proxy(Alice, transfer()), SIGNER),
        // Bob may do nothing for Dave without having announced it, so Bob pays for it.
        (ProxyType::Any, 0, proxy(Dave, remark()), Bob),
    ];
    for (proxy_type, delay, call, expected) in cases {
        dev_chain().execute_with(|| {
            block_of(vec![(Alice, name(Bob, ProxyType::Any, 0))]);
            block_of(vec![(Dave, name(Bob, ProxyType::Any, 1))]);
            block_of(vec![(Bob, name(SIGNER, proxy_type, delay))]);
            for (real, delegate) in consents.into_iter().chain([(Dave, Bob)]) {
                block_of(vec![(real, agree(delegate))]);
            }
            let told = format!("{proxy_type:?} {delay} {call:?}");
            assert_eq!(pays(SIGNER, proxy(Bob, call)), Ok(expected), "{told}");
        });
    }
}

#[test]
fn the_type_that_the_call_names_is_the_one_that_counts() {
    dev_chain().execute_with(|| {
        block_of(vec![(Bob, name(SIGNER, ProxyType::Any, 3))]);
        block_of(vec![(Bob, name(SIGNER, ProxyType::NonTransfer, 0))]);
        block_of(vec![(Bob, agree(SIGNER))]);
        let forced = |force_proxy_type| {
            RuntimeCall::Proxy(ProxyCall::proxy {
                real: Bob.to_account_id().into(),
                force_proxy_type,
                call: Box::new(remark()),
            })
        };
        for (force, expected) in [
            (None, SIGNER),
            (Some(ProxyType::Any), SIGNER),
            (Some(ProxyType::NonTransfer), Bob),
            (Some(ProxyType::Transfer), SIGNER),
        ] {
            assert_eq!(pays(SIGNER, forced(force)), Ok(expected), "{force:?}");
        }
    });
}

#[test]
fn a_consent_ends_with_the_relation() {
    with_consents(&[(Bob, SIGNER)], || {
        let call = ProxyCall::remove_proxies {};
        block_of(vec![(Bob, call.into())]);
        assert_eq!(pays(SIGNER, proxy(Bob, remark())), Ok(SIGNER));
    });
}

#[test]
fn who_gives_a_tip_pays_all_of_it() {
    with_consents(&[(Bob, SIGNER)], || {
        let transaction = tipped(SIGNER, proxy(Bob, remark()), 1);
        assert_eq!(payer(block(vec![transaction]).remove(0)), Ok(SIGNER));
    });
}

#[test]
fn a_delegate_needs_no_balance_and_nobody_pays_in_place_of_who_agreed() {
    let poor = BobStash;
    dev_chain().execute_with(|| {
        block_of(vec![(Bob, name(poor, ProxyType::Any, 0))]);
        assert_eq!(pays(poor, proxy(Bob, remark())), Err(UNPAID));
        block_of(vec![(Bob, agree(poor))]);
        assert_eq!(pays(poor, proxy(Bob, remark())), Ok(Bob));
        assert_eq!(pays(poor, remark()), Err(UNPAID));
        // Charlie could pay, but Bob has agreed to.
        block_of(vec![(Bob, name(SIGNER, ProxyType::Any, 0))]);
        block_of(vec![(Bob, agree(SIGNER))]);
        let away = RuntimeCall::Balances(pallet_balances::Call::transfer_all {
            dest: Dave.to_account_id().into(),
            keep_alive: true,
        });
        block_of(vec![(Bob, away)]);
        assert_eq!(pays(SIGNER, proxy(Bob, remark())), Err(UNPAID));
    });
}

fn serve() -> RuntimeCall {
    core(Call::serve_axon {
        netuid: NetUid::new(1),
        version: 1,
        ip: 0x0808_0808,
        port: 80,
        ip_type: 4,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
    })
}

/// A chain on which Alice owns a hotkey.
fn with_hotkey(run: impl FnOnce()) {
    dev_chain().execute_with(|| {
        let hotkey = HOTKEY.to_account_id();
        let associate = Call::try_associate_hotkey { hotkey };
        block_of(vec![(Alice, core(associate))]);
        run();
    });
}

/// Calls that hold some calls, in each of the ways that are looked through.
fn wrapped(call: RuntimeCall) -> Vec<RuntimeCall> {
    let others = || vec![Dave.to_account_id()];
    let multi = RuntimeCall::Multisig(pallet_multisig::Call::as_multi {
        threshold: 2,
        other_signatories: others(),
        maybe_timepoint: None,
        call: Box::new(call.clone().into()),
        max_weight: Default::default(),
    });
    let alone = RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
        other_signatories: others(),
        call: Box::new(call.clone().into()),
    });
    let batches = BATCHES.map(|batch| batch(vec![call.clone(), call.clone()]));
    let deeper = proxy(Bob, BATCHES[0](vec![call.clone()]));
    batches
        .into_iter()
        .chain([proxy(Bob, call), deeper, multi, alone])
        .collect()
}

#[test]
fn the_owner_of_a_hotkey_pays_for_its_work() {
    for call in wrapped(serve()) {
        with_hotkey(|| assert_eq!(pays(HOTKEY, call.clone()), Ok(Alice), "{call:?}"));
    }
}

#[test]
fn an_owner_pays_for_nothing_else() {
    with_hotkey(|| {
        let others = wrapped(remark());
        let mixed = wrapped(BATCHES[0](vec![serve(), remark()]));
        let empty = BATCHES.map(|batch| batch(vec![]));
        let unseen = RuntimeCall::Utility(UtilityCall::as_derivative {
            index: 0,
            call: Box::new(serve().into()),
        });
        let calls = [others, mixed, empty.into(), vec![unseen, remark()]].concat();
        for call in calls {
            assert_eq!(pays(HOTKEY, call.clone()), Err(UNPAID), "{call:?}");
        }
        // Nor for keys that are not its own.
        let call = BATCHES[0](vec![serve()]);
        assert_eq!(pays(BobStash, call.clone()), Err(UNPAID));
        assert_eq!(pays(Charlie, call), Ok(Charlie));
        assert!(System::account_nonce(BobStash.to_account_id()) == 0);
    });
}

#[test]
fn a_hotkey_pays_where_its_owner_cannot() {
    with_hotkey(|| {
        let hotkey = Charlie.to_account_id();
        let associate = Call::try_associate_hotkey { hotkey };
        block_of(vec![(Dave, core(associate))]);
        let call = BATCHES[0](vec![serve()]);
        assert_eq!(pays(Charlie, call.clone()), Ok(Dave));
        let tip = tipped(Charlie, call.clone(), 1);
        assert_eq!(payer(block(vec![tip]).remove(0)), Ok(Charlie));
        // An owner is asked for no more than so much at a time.
        let many = BATCHES[2](vec![serve(); 400]);
        assert_eq!(pays(Charlie, many.clone()), Ok(Charlie));
        assert!(last_fee() > MAX_OF_OWNER);
        let away = RuntimeCall::Balances(pallet_balances::Call::transfer_all {
            dest: Bob.to_account_id().into(),
            keep_alive: true,
        });
        block_of(vec![(Dave, away)]);
        assert_eq!(pays(Charlie, call), Ok(Charlie));
    });
}

fn last_fee() -> Balance {
    let mut fees = System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::TransactionPayment(PaymentEvent::TransactionFeePaid {
                actual_fee,
                ..
            }) => Some(actual_fee),
            _ => None,
        });
    fees.next_back().expect("a transaction was in the block")
}

#[test]
fn one_transaction_at_a_time_waits_on_the_account_of_an_owner() {
    with_hotkey(|| {
        let validity = |ahead, calls: usize| -> ValidTransaction {
            let call = BATCHES[0](vec![serve(); calls]);
            let source = TransactionSource::External;
            let transaction = transaction(HOTKEY, ahead, call);
            Executive::validate_transaction(source, transaction, System::parent_hash())
                .expect("it is valid")
        };
        let (first, second) = (validity(0, 1), validity(1, 2));
        let shared = first
            .provides
            .iter()
            .filter(|tag| second.provides.contains(tag));
        assert_eq!(shared.count(), 1);
    });
}

/// The list of the client (`fee_filters`), of which the last call is not there yet.
#[test]
fn the_work_of_hotkeys_is_what_clients_think_it_is() {
    let public: BTreeSet<String> = [
        "SubtensorModule.set_weights",
        "SubtensorModule.set_mechanism_weights",
        "SubtensorModule.batch_set_weights",
        "SubtensorModule.commit_weights",
        "SubtensorModule.commit_mechanism_weights",
        "SubtensorModule.batch_commit_weights",
        "SubtensorModule.commit_crv3_mechanism_weights",
        "SubtensorModule.commit_timelocked_weights",
        "SubtensorModule.commit_timelocked_mechanism_weights",
        "SubtensorModule.reveal_weights",
        "SubtensorModule.reveal_mechanism_weights",
        "SubtensorModule.batch_reveal_weights",
        "SubtensorModule.serve_axon",
        "SubtensorModule.serve_axon_tls",
        "SubtensorModule.serve_prometheus",
        "SubtensorModule.associate_evm_key",
        "Commitments.set_commitment",
    ]
    .map(String::from)
    .into();
    let all = all_calls();
    let name = |call: &crate::calls::Listed| format!("{}.{}", call.pallet, call.call);
    let there: BTreeSet<String> = all.iter().map(name).collect();
    let work = all.iter().filter(|call| call.kind == Kind::Neuron);
    let expected: BTreeSet<String> = public.intersection(&there).cloned().collect();
    assert_eq!(work.map(name).collect::<BTreeSet<_>>(), expected);
}

#[test]
fn the_look_for_who_pays_is_weighed() {
    let mut state = dev_chain();
    state.execute_with(|| {
        for (real, delegate) in [(Bob, SIGNER), (Alice, Bob)] {
            block_of(vec![(real, name(delegate, ProxyType::Any, 0))]);
            block_of(vec![(real, agree(delegate))]);
        }
        let hotkey = SIGNER.to_account_id();
        block_of(vec![(Dave, core(Call::try_associate_hotkey { hotkey }))]);
    });
    let prices = <Runtime as frame_system::Config>::DbWeight::get();
    for call in [
        proxy(Bob, proxy(Alice, remark())),
        proxy(Bob, BATCHES[0](vec![proxy(Alice, remark()); 9])),
        proxy(Dave, serve()),
        BATCHES[0](vec![serve()]),
        remark(),
    ] {
        let who = SIGNER.to_account_id();
        let (_, touched) = count(&mut state, || payer::payer_of(&who, &call));
        let taken = prices.reads_writes(touched.reads, touched.writes);
        assert!(taken.all_lte(payer::weight(&call)), "{touched:?} {call:?}");
    }
    assert_eq!(payer::weight(&remark()), Default::default());
}
