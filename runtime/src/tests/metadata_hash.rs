//! Signatures over the hash of the metadata, which hardware signers make (RFC 78, spec 60 §4.2):
//! they show a call by metadata that a host gave them, and only the hash in the signature proves
//! that it was this chain's.

use codec::{Decode, Encode};
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use frame_metadata_hash_extension::CheckMetadataHash;
use frame_support::dispatch::GetDispatchInfo;
use merkleized_metadata::{
    ExtraInfo, SignedExtrinsicData, generate_metadata_digest, generate_proof_for_extrinsic_parts,
};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{
    traits::{Applyable, Checkable, TransactionExtension},
    transaction_validity::{InvalidTransaction, TransactionValidityError, UnknownTransaction},
};

use super::{apply, dev_chain};
use crate::{
    Runtime, RuntimeCall, SignedPayload, UncheckedExtrinsic, VERSION,
    extensions::{self, TxExtension},
    metadata,
};

/// Symbol and decimals that a signer shows amounts with.
const TOKEN: (&str, u8) = ("TAO", 9);

fn shown() -> RuntimeMetadata {
    // Constants that depend on the profile ask the chain; the hash leaves constants out.
    let encoded = dev_chain()
        .execute_with(|| metadata::at_version(15))
        .expect("version 15 is there");
    let prefixed = RuntimeMetadataPrefixed::decode(&mut &encoded[..]);
    prefixed.expect("metadata decodes").1
}

/// What a signer computes from the metadata that it is shown, and the build puts into the runtime.
fn hash(symbol: &str) -> [u8; 32] {
    let about = ExtraInfo {
        spec_version: VERSION.spec_version,
        spec_name: VERSION.spec_name.clone().into_owned(),
        base58_prefix: <Runtime as frame_system::Config>::SS58Prefix::get(),
        decimals: TOKEN.1,
        token_symbol: symbol.into(),
    };
    let digest = generate_metadata_digest(&shown(), about);
    digest.expect("the metadata has a digest").hash()
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark {
        remark: b"shown on a small screen".to_vec(),
    })
}

/// The first transaction of Alice, with the hash that she signs.
fn signed_over(hash: [u8; 32]) -> UncheckedExtrinsic {
    let (first, second, _) = extensions::plain(0);
    let extension = (first, second, CheckMetadataHash::new_with_custom_hash(hash));
    let payload = SignedPayload::new(remark(), extension.clone())
        .expect("the implicit parts are on the chain");
    let signature = payload.using_encoded(|bytes| Alice.sign(bytes));
    let signer = Alice.to_account_id();
    UncheckedExtrinsic::new_signed(remark(), signer.into(), signature.into(), extension)
}

/// The transaction as a runtime sees it that knows this hash as that of its metadata.
fn seen_by_runtime_with(hash: [u8; 32], mut transaction: UncheckedExtrinsic) -> UncheckedExtrinsic {
    if let sp_runtime::generic::Preamble::Signed(_, _, extension) = &mut transaction.preamble {
        extension.2 = CheckMetadataHash::new_with_custom_hash(hash);
    }
    transaction
}

fn bad_proof() -> TransactionValidityError {
    InvalidTransaction::BadProof.into()
}

#[test]
fn a_signature_over_the_metadata_hash_is_accepted_and_over_another_is_not() {
    let ours = hash(TOKEN.0);
    let misleading = hash("mTAO");
    assert_ne!(ours, misleading);
    dev_chain().execute_with(|| {
        super::block(alloc::vec![]);
        // The executive decodes again and would forget the hash, so these are its two steps.
        let lookup = frame_system::ChainContext::<Runtime>::default();
        let misled = seen_by_runtime_with(ours, signed_over(misleading)).check(&lookup);
        assert_eq!(misled.err(), Some(bad_proof()));
        let shown = seen_by_runtime_with(ours, signed_over(ours));
        let (info, length) = (shown.get_dispatch_info(), shown.encoded_size());
        let checked = shown.check(&lookup).expect("the signature is good");
        let outcome = checked.apply::<Runtime>(&info, length);
        assert!(matches!(outcome, Ok(Ok(_))), "{outcome:?}");
    });
}

#[test]
fn an_ordinary_build_says_that_it_does_not_know_the_hash() {
    dev_chain().execute_with(|| {
        super::block(alloc::vec![]);
        let bytes = signed_over(hash(TOKEN.0)).encode();
        // The bytes say only that there is a hash.
        let received = UncheckedExtrinsic::decode(&mut &bytes[..]).expect("it decodes");
        assert_eq!(
            apply(received),
            Err(UnknownTransaction::CannotLookup.into())
        );
    });
}

/// The part of the metadata that a signer with little memory needs is found for real calls.
#[test]
fn calls_and_extensions_can_be_shown_by_a_signer() {
    let calls = [
        remark(),
        RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
            dest: Bob.to_account_id().into(),
            value: 1,
        }),
        super::core(pallet_subtensor::Call::add_stake {
            hotkey: Bob.to_account_id(),
            netuid: 0.into(),
            amount_staked: 1.into(),
        }),
    ];
    let metadata = shown();
    dev_chain().execute_with(|| {
        for call in calls {
            let extension: TxExtension = extensions::plain(0);
            let implicit = extension.implicit().expect("the chain has its parts");
            let parts = SignedExtrinsicData {
                included_in_extrinsic: &extension.encode(),
                included_in_signed_data: &implicit.encode(),
            };
            let proof = generate_proof_for_extrinsic_parts(&call.encode(), Some(parts), &metadata)
                .unwrap_or_else(|error| panic!("{call:?}: {error}"));
            assert!(!proof.leaves.is_empty());
        }
    });
}

/// With the feature, the blob itself knows the hash of its metadata.
#[cfg(feature = "metadata-hash")]
#[test]
fn the_blob_accepts_a_signature_over_its_metadata_hash() {
    use sc_executor::WasmExecutor;
    use sp_core::traits::{CallContext, CodeExecutor, RuntimeCode, WrappedRuntimeCode};
    use sp_runtime::transaction_validity::{TransactionSource, TransactionValidity};

    let code = crate::WASM_BINARY.expect("this test needs the blob: build it");
    let executor: WasmExecutor<crate::HostFunctions> = WasmExecutor::builder().build();
    let code_source = WrappedRuntimeCode(code.into());
    let runtime = RuntimeCode {
        code_fetcher: &code_source,
        heap_pages: None,
        hash: alloc::vec![0],
    };
    let verdict = |transaction: UncheckedExtrinsic| {
        let mut chain = dev_chain();
        let parent = chain.execute_with(|| crate::System::block_hash(0));
        let arguments = (TransactionSource::External, transaction, parent).encode();
        let (answer, _) = executor.call(
            &mut chain.ext(),
            &runtime,
            "TaggedTransactionQueue_validate_transaction",
            &arguments,
            CallContext::Offchain,
        );
        let answer = answer.expect("the blob answers");
        TransactionValidity::decode(&mut &answer[..]).expect("the answer decodes")
    };
    let of_chain = |hash| dev_chain().execute_with(|| signed_over(hash));
    assert!(verdict(of_chain(hash(TOKEN.0))).is_ok());
    assert_eq!(verdict(of_chain(hash("mTAO"))), Err(bad_proof()));
}
