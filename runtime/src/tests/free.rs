//! Calls without a fee: open to accounts without TAO, never included when they fail, and behind
//! everybody who pays.

use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
use pallet_subtensor::{
    Admission, Call, CommitRevealWeightsEnabled, Delegates, FreeCalls, FreeCallsOfBlock,
    MaxDelegateTake, MinAllowedWeights, ParentKeys, ServingRateLimit, StakeThreshold, Tempo,
    TxDelegateTakeRateLimit, ValidatorPermit, WeightsSetRateLimit, WeightsVersionKey,
};
use sp_keyring::Sr25519Keyring::{self, Alice, AliceStash, Bob, BobStash};
use sp_runtime::{
    PerU16,
    traits::TransactionExtension,
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidity, ValidTransaction,
    },
};
use subtensor_primitives::{MechId, NetUid};

use super::{
    apply, begin_block, block, block_of, core, dev_chain, end_block, list, pool_verdict,
    transaction,
};
use crate::{
    AccountId, Balances, Executive, Nonce, Runtime, RuntimeCall, System,
    extensions::{
        nonce::{MAX_FREE_WAITING, MAX_WAITING},
        plain,
    },
};

const SUBNET: NetUid = NetUid::new(2);
/// Hotkeys that never had a rao.
const VALIDATOR: Sr25519Keyring = AliceStash;
const MINER: Sr25519Keyring = BobStash;

/// A chain with Alice's subnet 2, on which Bob registered two hotkeys without TAO, one of which
/// validates.
fn chain() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        let hotkey = Alice.to_account_id();
        block_of(vec![(Alice, core(Call::register_network { hotkey }))]);
        for hotkey in [VALIDATOR, MINER].map(|who| who.to_account_id()) {
            let netuid = SUBNET;
            block_of(vec![(Bob, core(Call::burned_register { netuid, hotkey }))]);
        }
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        WeightsSetRateLimit::<Runtime>::insert(SUBNET, 0);
        ServingRateLimit::<Runtime>::insert(SUBNET, 0);
        MinAllowedWeights::<Runtime>::insert(SUBNET, 1);
        // No epoch takes the permit away.
        Tempo::<Runtime>::insert(SUBNET, 0);
        ValidatorPermit::<Runtime>::insert(SUBNET, vec![false, true, false]);
    });
    chain
}

fn weights(dests: Vec<u16>, weights: Vec<u16>) -> RuntimeCall {
    core(Call::set_weights {
        netuid: SUBNET,
        dests: list(dests),
        weights: list(weights),
        version_key: 0,
    })
}

fn mechanism_weights(mechanism: u8, dests: Vec<u16>) -> RuntimeCall {
    core(Call::set_mechanism_weights {
        netuid: SUBNET,
        mecid: MechId::new(mechanism),
        weights: list(vec![1; dests.len()]),
        dests: list(dests),
        version_key: 0,
    })
}

fn serve(port: u16) -> RuntimeCall {
    core(Call::serve_axon {
        netuid: SUBNET,
        version: 1,
        ip: 0x0808_0808,
        port,
        ip_type: 4,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
    })
}

fn serve_tls() -> RuntimeCall {
    core(Call::serve_axon_tls {
        netuid: SUBNET,
        version: 1,
        ip: 0x0808_0808,
        port: 80,
        ip_type: 4,
        protocol: 4,
        placeholder1: 0,
        placeholder2: 0,
        certificate: list(vec![1; 33]),
    })
}

fn serve_prometheus() -> RuntimeCall {
    core(Call::serve_prometheus {
        netuid: SUBNET,
        version: 1,
        ip: 0x0808_0808,
        port: 80,
        ip_type: 4,
    })
}

fn take(raise: bool, parts: u16) -> RuntimeCall {
    let (hotkey, take) = (VALIDATOR.to_account_id(), PerU16::from_parts(parts));
    core(if raise {
        Call::increase_take { hotkey, take }
    } else {
        Call::decrease_take { hotkey, take }
    })
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
}

fn pool(who: Sr25519Keyring, ahead: Nonce, call: RuntimeCall) -> TransactionValidity {
    let transaction = transaction(who, ahead, call);
    Executive::validate_transaction(
        TransactionSource::External,
        transaction,
        System::parent_hash(),
    )
}

fn valid(who: Sr25519Keyring, ahead: Nonce, call: RuntimeCall) -> ValidTransaction {
    pool(who, ahead, call).expect("the pool takes it")
}

/// Neither the pool nor a block takes the call, which changes nothing.
fn assert_refused(who: Sr25519Keyring, call: RuntimeCall, why: InvalidTransaction) {
    assert_eq!(pool_verdict(who, call.clone()), Err(why.into()), "{call:?}");
    let nonce = System::account_nonce(who.to_account_id());
    let results = block(vec![transaction(who, 0, call.clone())]);
    assert_eq!(results, [Err(why.into())], "{call:?}");
    assert_eq!(System::account_nonce(who.to_account_id()), nonce);
}

#[test]
fn accounts_without_a_rao_do_what_is_free() {
    chain().execute_with(|| {
        for who in [VALIDATOR, MINER] {
            let account = System::account(who.to_account_id());
            assert_eq!((account.providers, account.sufficients), (0, 0));
        }
        for call in [
            weights(vec![2], vec![1]),
            mechanism_weights(0, vec![0, 2]),
            serve(80),
            serve_tls(),
            serve_prometheus(),
        ] {
            assert_eq!(pool_verdict(VALIDATOR, call.clone()), Ok(()), "{call:?}");
            block_of(vec![(VALIDATOR, call)]);
        }
        let account = VALIDATOR.to_account_id();
        assert_eq!(System::account_nonce(&account), 5);
        assert_eq!(Balances::free_balance(&account), 0);
        // The stock extension's reason to refuse them still holds for what has a fee.
        assert_refused(MINER, remark(), InvalidTransaction::Payment);
    });
}

#[test]
fn a_tip_is_no_reason_to_pay_with_nothing() {
    chain().execute_with(|| {
        let tipped = super::tipped(VALIDATOR, serve(80), 1);
        assert_eq!(
            block(vec![tipped]),
            [Err(InvalidTransaction::Payment.into())]
        );
    });
}

#[test]
fn weights_that_fail_are_in_no_block() {
    let bad = InvalidTransaction::Custom(255);
    chain().execute_with(|| {
        let good = weights(vec![0, 2], vec![1, 1]);
        for call in [
            weights(vec![0, 2], vec![1]),
            weights(vec![0, 2, 1, 3], vec![1; 4]),
            weights(vec![2, 2], vec![1, 1]),
            weights(vec![2, 7], vec![1, 1]),
            weights(vec![], vec![]),
            mechanism_weights(1, vec![0]),
        ] {
            assert_refused(VALIDATOR, call, bad);
            assert_eq!(pool_verdict(VALIDATOR, good.clone()), Ok(()));
        }
        // No permit.
        assert_refused(MINER, good.clone(), bad);
        assert_refused(Bob, good.clone(), InvalidTransaction::Custom(19));

        WeightsVersionKey::<Runtime>::insert(SUBNET, 1);
        assert_refused(VALIDATOR, good.clone(), bad);
        WeightsVersionKey::<Runtime>::insert(SUBNET, 0);

        StakeThreshold::<Runtime>::put(1);
        assert_refused(VALIDATOR, good.clone(), InvalidTransaction::Custom(1));
        StakeThreshold::<Runtime>::put(0);

        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, true);
        assert_refused(VALIDATOR, good.clone(), bad);
        assert_refused(VALIDATOR, mechanism_weights(0, vec![0]), bad);
        CommitRevealWeightsEnabled::<Runtime>::insert(SUBNET, false);
        block_of(vec![(VALIDATOR, good)]);
    });
}

#[test]
fn takes_that_fail_are_in_no_block() {
    chain().execute_with(|| {
        let too_low = InvalidTransaction::Custom(26);
        TxDelegateTakeRateLimit::<Runtime>::put(1_000);
        let current = Delegates::<Runtime>::get(VALIDATOR.to_account_id()).deconstruct();
        block_of(vec![(Bob, take(false, current - 2))]);
        assert_refused(Bob, take(false, current - 2), too_low);
        assert_refused(Bob, take(true, current - 2), too_low);
        // Inside the limit.
        assert_refused(Bob, take(true, current - 1), InvalidTransaction::Custom(6));
        let most = MaxDelegateTake::<Runtime>::get().deconstruct();
        assert_refused(Bob, take(true, most + 1), InvalidTransaction::Custom(27));
        assert_refused(Alice, take(false, 1), InvalidTransaction::Custom(25));
    });
}

#[test]
fn what_is_free_happens_once_a_block_even_without_a_rate_limit() {
    chain().execute_with(|| {
        let twice = |call: RuntimeCall| {
            let [first, second] = [0, 1].map(|ahead| transaction(VALIDATOR, ahead, call.clone()));
            let results = block(vec![first, second]);
            assert!(matches!(results[..], [Ok(Ok(_)), Err(_)]), "{results:?}");
            results[1]
        };
        let too_fast = |code| Err(InvalidTransaction::Custom(code).into());
        assert_eq!(twice(serve(80)), too_fast(12));
        assert_eq!(twice(serve_prometheus()), too_fast(12));
        assert_eq!(twice(weights(vec![2], vec![1])), too_fast(6));
    });
}

#[test]
fn what_is_free_must_be_open_to_everybody() {
    chain().execute_with(|| {
        pallet_safe_mode::EnteredUntil::<Runtime>::put(1_000);
        assert_refused(
            VALIDATOR,
            mechanism_weights(0, vec![0]),
            InvalidTransaction::Call,
        );
        assert_refused(VALIDATOR, serve_prometheus(), InvalidTransaction::Call);
        block_of(vec![(VALIDATOR, serve(80))]);
        block_of(vec![(VALIDATOR, weights(vec![2], vec![1]))]);
    });
}

#[test]
fn an_inherent_is_no_free_call_of_a_user() {
    chain().execute_with(|| {
        let announce = pallet_shield::Call::announce_next_key { enc_key: None };
        let results = block(vec![transaction(Alice, 0, announce.into())]);
        assert!(matches!(results[..], [Err(_)]), "{results:?}");
    });
}

#[test]
fn one_free_call_of_a_kind_waits_and_others_beside_it() {
    chain().execute_with(|| {
        let tag = |call: RuntimeCall| {
            let validity = valid(VALIDATOR, 0, call);
            // The nonce, and the kind.
            assert_eq!(validity.provides.len(), 2);
            validity.provides[1].clone()
        };
        let kinds = [
            weights(vec![2], vec![1]),
            mechanism_weights(0, vec![2]),
            serve(80),
            serve_tls(),
            serve_prometheus(),
        ]
        .map(tag);
        for (index, kind) in kinds.iter().enumerate() {
            assert!(!kinds[..index].contains(kind));
        }
        assert_eq!(tag(serve(81)), kinds[2]);
        assert_eq!(tag(weights(vec![0], vec![9])), kinds[0]);
        assert_ne!(
            valid(MINER, 0, serve(80)).provides[1],
            kinds[2],
            "others have turns of their own"
        );
        assert_eq!(valid(Bob, 0, remark()).provides.len(), 1);
    });
}

#[test]
fn free_calls_share_a_fifth_of_a_block() {
    chain().execute_with(|| {
        let next = u64::from(System::block_number()) + 1;
        let fill = |ref_time, bytes| {
            FreeCallsOfBlock::<Runtime>::put(FreeCalls {
                block: next,
                ref_time,
                bytes,
            });
        };
        let full = Err(InvalidTransaction::ExhaustsResources.into());
        let attempt = || {
            block(vec![
                transaction(VALIDATOR, 0, serve(80)),
                transaction(Bob, 0, remark()),
            ])
        };
        // A fifth of three seconds and of three quarters of 10 MiB.
        fill(600_000_000_000, 0);
        let results = attempt();
        assert_eq!(results[0], full);
        assert!(matches!(results[1], Ok(Ok(_))));
        // What the block before has used is of no matter.
        assert_eq!(pool_verdict(VALIDATOR, serve(80)), Ok(()));
        FreeCallsOfBlock::<Runtime>::kill();
        assert!(matches!(attempt()[0], Ok(Ok(_))));
        let taken = FreeCallsOfBlock::<Runtime>::get().expect("a call was free");
        assert_eq!(taken.block, u64::from(System::block_number()));
        assert!(taken.ref_time > 0 && taken.bytes > 100);
    });
    chain().execute_with(|| {
        FreeCallsOfBlock::<Runtime>::put(FreeCalls {
            block: u64::from(System::block_number()) + 1,
            ref_time: 0,
            bytes: 7_864_320 / 5,
        });
        let results = block(vec![transaction(VALIDATOR, 0, serve(80))]);
        assert_eq!(results, [Err(InvalidTransaction::ExhaustsResources.into())]);
    });
}

/// What a free call adds to the weight of its block, and to what free calls have taken of it.
fn weighed(call: RuntimeCall) -> [u64; 2] {
    let normal = || System::block_weight().get(DispatchClass::Normal).ref_time();
    begin_block(vec![]);
    let before = normal();
    let result = apply(transaction(VALIDATOR, 0, call));
    assert!(matches!(result, Ok(Ok(_))), "{result:?}");
    let added = normal() - before;
    end_block();
    let share = FreeCallsOfBlock::<Runtime>::get().expect("a call was free");
    [added, share.ref_time]
}

/// What it declares, once with the base of each extrinsic and once without.
fn declared(call: &RuntimeCall) -> [u64; 2] {
    let mut info = call.get_dispatch_info();
    info.extension_weight = plain(0).weight(call);
    let total = info.total_weight().ref_time();
    let classes = <Runtime as frame_system::Config>::BlockWeights::get();
    let base = classes.get(DispatchClass::Normal).base_extrinsic;
    [total + base.ref_time(), total]
}

#[test]
fn what_is_not_looked_at_for_weights_goes_back_to_the_block() {
    let call = weights(vec![0, 2], vec![1, 1]);
    let spare = |call: &RuntimeCall| {
        let RuntimeCall::SubtensorModule(call) = call else {
            panic!("it is a call of the core pallet");
        };
        let spare = Admission::<Runtime>::spare_weight(&VALIDATOR.to_account_id(), call);
        assert_eq!(spare.checks, spare.call);
        2 * spare.call.ref_time()
    };
    chain().execute_with(|| {
        let spare = spare(&call);
        let expected = declared(&call).map(|declared| declared - spare);
        assert!(
            spare > 4 * expected[1],
            "most of what is declared is for parents"
        );
        assert_eq!(weighed(call.clone()), expected);
    });
    // Whom nobody else calls a child, so that the block is not ended.
    chain().execute_with(|| {
        let parents: Vec<(u64, AccountId)> =
            (0..128_u8).map(|parent| (1, [parent; 32].into())).collect();
        ParentKeys::<Runtime>::insert(VALIDATOR.to_account_id(), SUBNET, parents);
        assert_eq!(spare(&call), 0);
        begin_block(vec![]);
        let expected = declared(&call);
        let before = System::block_weight().get(DispatchClass::Normal).ref_time();
        assert!(matches!(
            apply(transaction(VALIDATOR, 0, call.clone())),
            Ok(Ok(_))
        ));
        let added = System::block_weight().get(DispatchClass::Normal).ref_time() - before;
        assert_eq!(added, expected[0]);
    });
}

#[test]
fn whoever_pays_goes_first_and_a_tip_helps() {
    chain().execute_with(|| {
        let transfer = |tip| {
            let transaction = super::tipped(Bob, remark(), tip);
            let hash = System::parent_hash();
            Executive::validate_transaction(TransactionSource::External, transaction, hash)
                .expect("Bob has TAO")
                .priority
        };
        let free = valid(VALIDATOR, 0, serve(80)).priority;
        assert!(free < transfer(0));
        assert!(transfer(0) < transfer(1));
        // The tail of a queue ranks below the head of any other.
        assert!(valid(Alice, 400, remark()).priority < transfer(0));
    });
}

#[test]
fn an_account_keeps_512_transactions_waiting_and_16_free_ones() {
    chain().execute_with(|| {
        let priority = |ahead| valid(Bob, ahead, remark()).priority;
        assert_eq!(priority(0), priority(1) + 1);
        assert_eq!(priority(1), priority(MAX_WAITING - 1) + 510);
        assert_eq!(
            pool(Bob, MAX_WAITING, remark()),
            Err(InvalidTransaction::Future.into())
        );
        assert!(pool(VALIDATOR, MAX_FREE_WAITING - 1, serve(80)).is_ok());
        assert_eq!(
            pool(VALIDATOR, MAX_FREE_WAITING, serve(80)),
            Err(InvalidTransaction::Future.into())
        );
        let account = Bob.to_account_id();
        let nonce = System::account_nonce(&account);
        let validity = valid(Bob, 1, remark());
        let tag = |nonce: Nonce| codec::Encode::encode(&(&account, nonce));
        assert_eq!(validity.requires, [tag(nonce)]);
        assert_eq!(validity.provides, [tag(nonce + 1)]);
        assert!(valid(Bob, 0, remark()).requires.is_empty());
    });
}
