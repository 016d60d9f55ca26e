//! The class in which a transaction runs: at the pool, and in a block.

use alloc::{boxed::Box, vec, vec::Vec};
use frame_support::{
    dispatch::DispatchClass,
    storage::{TransactionOutcome, transactional::with_transaction_unchecked},
};
use pallet_admin_utils::Call as Admin;
use pallet_sudo::Call as Sudo;
use scale_info::TypeDef;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob};
use sp_runtime::{
    ApplyExtrinsicResult,
    traits::TransactionExtension as _,
    transaction_validity::{
        InvalidTransaction, TransactionPriority, TransactionSource, TransactionValidityError,
    },
};
use subtensor_primitives::NetUid;

use super::{apply, block, block_of, core, dev_chain, guarded, sudo, transaction};
use crate::{Executive, Runtime, RuntimeCall, System, extensions};

const SUBNET: NetUid = NetUid::new(2);

/// A chain on which Bob owns subnet 2.
fn chain_with_subnet() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        let hotkey = Bob.to_account_id();
        block_of(vec![(
            Bob,
            core(pallet_subtensor::Call::register_network { hotkey }),
        )]);
    });
    chain
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark { remark: vec![] })
}

/// The calls that a subnet's owner may send before others.
fn urgent() -> Vec<RuntimeCall> {
    vec![
        Admin::sudo_set_burn_half_life {
            netuid: SUBNET,
            burn_half_life: 10,
        }
        .into(),
        Admin::sudo_set_burn_increase_mult {
            netuid: SUBNET,
            burn_increase_mult: Default::default(),
        }
        .into(),
        Admin::sudo_set_owner_cut_enabled {
            netuid: SUBNET,
            enabled: true,
        }
        .into(),
        Admin::sudo_set_owner_cut_auto_lock_enabled {
            netuid: SUBNET,
            enabled: true,
        }
        .into(),
    ]
}

/// A call that root sends before others, of its own class.
fn for_root() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::set_heap_pages { pages: 64 })
}

/// A call that no transaction may make.
fn inherent() -> RuntimeCall {
    RuntimeCall::MevShield(pallet_shield::Call::announce_next_key { enc_key: None })
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::batch {
        calls: guarded(calls),
    })
}

fn proxy(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Proxy(pallet_subtensor_proxy::Call::proxy {
        real: Bob.to_account_id().into(),
        force_proxy_type: None,
        call: Box::new(call),
    })
}

fn as_derivative(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::as_derivative {
        index: 0,
        call: Box::new(call.into()),
    })
}

/// A call within each of the calls that take on the class of what they hold.
fn wrapped(call: &RuntimeCall) -> Vec<RuntimeCall> {
    let held = || Box::new(call.clone().into());
    vec![
        batch(vec![call.clone()]),
        RuntimeCall::Utility(pallet_utility::Call::batch_all {
            calls: vec![call.clone().into()],
        }),
        RuntimeCall::Utility(pallet_utility::Call::force_batch {
            calls: vec![call.clone().into()],
        }),
        RuntimeCall::Utility(pallet_utility::Call::if_else {
            main: held(),
            fallback: held(),
        }),
        as_derivative(call.clone()),
        RuntimeCall::Utility(pallet_utility::Call::with_weight {
            call: held(),
            weight: Default::default(),
        }),
        proxy(call.clone()),
        RuntimeCall::Proxy(pallet_subtensor_proxy::Call::proxy_announced {
            delegate: Alice.to_account_id().into(),
            real: Bob.to_account_id().into(),
            force_proxy_type: None,
            call: Box::new(call.clone()),
        }),
        RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
            other_signatories: vec![Alice.to_account_id()],
            call: held(),
        }),
    ]
}

fn priority(who: Sr25519Keyring, call: RuntimeCall) -> TransactionPriority {
    let transaction = transaction(who, 0, call);
    // Validation begins a block, which is not to count.
    with_transaction_unchecked(|| {
        let validity = Executive::validate_transaction(
            TransactionSource::External,
            transaction,
            System::parent_hash(),
        );
        TransactionOutcome::Rollback(validity.expect("it is valid").priority)
    })
}

/// The class on whose account a transaction goes in a block.
fn class_in_block(who: Sr25519Keyring, call: RuntimeCall) -> DispatchClass {
    let transaction = transaction(who, 0, call.clone());
    with_transaction_unchecked(|| {
        let before = System::block_weight();
        assert!(apply(transaction).is_ok(), "{call:?}");
        let after = System::block_weight();
        let classes = [
            DispatchClass::Normal,
            DispatchClass::Operational,
            DispatchClass::Mandatory,
        ];
        let grown: Vec<_> = classes
            .into_iter()
            .filter(|class| after.get(*class) != before.get(*class))
            .collect();
        assert_eq!(grown.len(), 1, "{call:?}");
        TransactionOutcome::Rollback(grown[0])
    })
}

fn assert_urgent(who: Sr25519Keyring, call: RuntimeCall) {
    assert!(
        priority(who, call.clone()) > priority(who, remark()),
        "{call:?}"
    );
    assert_eq!(class_in_block(who, call), DispatchClass::Operational);
}

fn assert_normal(who: Sr25519Keyring, call: RuntimeCall) {
    assert_eq!(
        priority(who, call.clone()),
        priority(who, remark()),
        "{call:?}"
    );
    assert_eq!(class_in_block(who, call), DispatchClass::Normal);
}

#[test]
fn only_its_owner_goes_before_others_with_calls_on_a_subnet() {
    chain_with_subnet().execute_with(|| {
        for call in urgent() {
            assert_urgent(Bob, call.clone());
            assert_normal(Alice, call.clone());
            assert_urgent(Alice, sudo(call));
        }
    });
}

#[test]
fn root_goes_before_others_with_what_is_urgent_and_nobody_else_does() {
    chain_with_subnet().execute_with(|| {
        assert_urgent(Alice, sudo(for_root()));
        assert_urgent(
            Alice,
            RuntimeCall::Sudo(Sudo::sudo_unchecked_weight {
                call: Box::new(for_root()),
                weight: Default::default(),
            }),
        );
        assert_normal(Alice, sudo(remark()));
        // Root's call without root's power.
        assert_normal(Alice, for_root());
        assert_normal(Bob, for_root());
        assert_normal(
            Alice,
            RuntimeCall::Sudo(Sudo::sudo_as {
                who: Bob.to_account_id().into(),
                call: Box::new(for_root()),
            }),
        );
    });
}

#[test]
fn nothing_is_urgent_within_another_call() {
    chain_with_subnet().execute_with(|| {
        for call in [urgent().remove(2), for_root()] {
            for call in wrapped(&call) {
                assert_normal(Bob, call.clone());
                assert_normal(Alice, sudo(call));
            }
        }
    });
}

/// What happens to a transaction in a block that is made or imported.
fn in_block(who: Sr25519Keyring, call: RuntimeCall) -> ApplyExtrinsicResult {
    let transaction = transaction(who, 0, call);
    with_transaction_unchecked(|| TransactionOutcome::Rollback(apply(transaction)))
}

#[test]
fn no_signed_transaction_is_mandatory() {
    chain_with_subnet().execute_with(|| {
        let add = pallet_subtensor_proxy::Call::add_proxy {
            delegate: Alice.to_account_id().into(),
            proxy_type: Default::default(),
            delay: 0,
        };
        block_of(vec![(Bob, add.into())]);
        let refusal: TransactionValidityError = InvalidTransaction::MandatoryValidation.into();
        let time = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now: 1 });
        for call in [
            inherent(),
            time.clone(),
            as_derivative(inherent()),
            sudo(time),
        ] {
            let verdict = super::pool_verdict(Alice, call.clone());
            assert_eq!(verdict, Err(refusal), "{call:?}");
            assert_eq!(in_block(Alice, call), Err(refusal));
        }
        // These declare another class.
        for call in [
            batch(vec![inherent()]),
            proxy(inherent()),
            proxy(proxy(inherent())),
            batch(vec![proxy(inherent())]),
            sudo(batch(vec![inherent()])),
        ] {
            assert_normal(Alice, call);
        }
    });
}

#[test]
fn calls_nested_too_deep_are_in_no_block() {
    dev_chain().execute_with(|| {
        block(vec![]);
        let nested = |levels| (0..levels).fold(remark(), |call, _| proxy(call));
        let too_deep = InvalidTransaction::Call.into();
        assert_eq!(in_block(Alice, nested(9)), Err(too_deep));
        assert_eq!(super::pool_verdict(Alice, nested(9)), Err(too_deep));
        assert!(in_block(Alice, nested(8)).is_ok());
        assert_eq!(super::pool_verdict(Alice, nested(8)), Ok(()));
    });
}

#[test]
fn clients_see_the_stock_extensions() {
    dev_chain().execute_with(|| {
        let extrinsic = Runtime::metadata_ir().extrinsic;
        let extensions = extrinsic.extensions_v0().expect("there is one version");
        let identifiers: Vec<_> = extensions
            .iter()
            .map(|extension| extension.identifier)
            .collect();
        assert_eq!(
            identifiers,
            [
                "CheckNonZeroSender",
                "CheckSpecVersion",
                "CheckTxVersion",
                "CheckGenesis",
                "CheckMortality",
                "CheckNonce",
                "CheckWeight",
                "ChargeTransactionPayment",
                "SudoTransactionExtension",
                "CheckShieldedTxValidity",
                "SubtensorTransactionExtension",
                "DrandPriority",
                "CheckMetadataHash",
            ]
        );
        let weight = extensions[6].ty.type_info();
        assert_eq!(weight.path.segments[0], "frame_system");
        assert!(
            matches!(weight.type_def, TypeDef::Composite(composite) if composite.fields.is_empty())
        );
    });
}

#[test]
fn the_look_at_nested_calls_is_weighed() {
    let weight = |call: &RuntimeCall| extensions::plain(0).weight(call).ref_time();
    let batches = [0, 1, 1_000].map(|items| weight(&batch(vec![remark(); items])));
    assert_eq!(batches[0], weight(&remark()));
    let each = batches[1] - batches[0];
    assert!(each > 0);
    assert_eq!(batches[2], batches[0] + 1_000 * each);
}
