//! Whole blocks on the runtime as it is, from the genesis of the development preset.

mod admin;
mod benchmarks;
mod blocks;
mod calls;
mod children;
mod classes;
mod coldkey_swap;
mod commitments;
mod conformance;
#[path = "../../../pallets/subtensor/src/weight_info/tests/counting.rs"]
mod counting;
mod crowdloans;
mod drand;
mod fees;
mod free;
mod halving;
mod interface;
mod metadata;
mod metadata_hash;
mod orders;
mod payers;
mod pool;
mod presets;
mod proxies;
mod proxy_report;
mod reads;
mod shield;
mod simulator;
mod upgrade;
mod work;

use alloc::{vec, vec::Vec};
use codec::Encode;
use frame_support::traits::{TryState, TryStateSelect};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
    ApplyExtrinsicResult, Digest, DigestItem, ExtrinsicInclusionMode, generic::Era,
    traits::Header as _, transaction_validity::TransactionValidityError,
};

use subtensor_primitives::List;

use crate::{
    AllPalletsWithSystem, Balance, BlockNumber, Executive, Header, Nonce, Runtime, RuntimeCall,
    SignedPayload, System, UncheckedExtrinsic, extensions, genesis, guard::GuardedCall,
};

/// A development chain before its first block.
pub(crate) fn dev_chain() -> sp_io::TestExternalities {
    chain_of(genesis::DEV)
}

/// The chain of a preset before its first block.
fn chain_of(preset: &str) -> sp_io::TestExternalities {
    let storage = genesis::native::storage(&preset.into(), &[]);
    storage.expect("the preset is a genesis").into()
}

/// A transaction of a development account, with its next nonce counted from those in `ahead` that
/// wait already.
fn transaction(who: Sr25519Keyring, ahead: Nonce, call: RuntimeCall) -> UncheckedExtrinsic {
    mortal_transaction(who, ahead, call, Era::immortal())
}

/// The same, valid in an era.
fn mortal_transaction(
    who: Sr25519Keyring,
    ahead: Nonce,
    call: RuntimeCall,
    era: Era,
) -> UncheckedExtrinsic {
    let nonce = System::account_nonce(who.to_account_id()) + ahead;
    signed(who, call, extensions::with_era(nonce, era))
}

/// The next transaction of an account, with a tip in rao.
fn tipped(who: Sr25519Keyring, call: RuntimeCall, tip: Balance) -> UncheckedExtrinsic {
    let nonce = System::account_nonce(who.to_account_id());
    let mut extension = extensions::with_era(nonce, Era::immortal());
    extension.1.0 = extensions::ChargeFee::from(tip);
    signed(who, call, extension)
}

fn signed(
    who: Sr25519Keyring,
    call: RuntimeCall,
    extension: extensions::TxExtension,
) -> UncheckedExtrinsic {
    let payload = SignedPayload::new(call.clone(), extension.clone())
        .expect("the implicit parts are on the chain");
    let signature = payload.using_encoded(|bytes| who.sign(bytes));
    let account = who.to_account_id();
    UncheckedExtrinsic::new_signed(call, account.into(), signature.into(), extension)
}

/// Makes the next block of these transactions, and checks every pallet's state after it.
fn block(transactions: Vec<UncheckedExtrinsic>) -> Vec<ApplyExtrinsicResult> {
    block_with(vec![], transactions)
}

/// The same with inherents besides the time, all of which must succeed.
fn block_with(
    inherents: Vec<RuntimeCall>,
    transactions: Vec<UncheckedExtrinsic>,
) -> Vec<ApplyExtrinsicResult> {
    begin_block(inherents);
    let results = transactions.into_iter().map(apply).collect();
    end_block();
    results
}

/// Begins the next block with the time and these inherents, all of which must succeed; says what
/// may come behind them.
fn begin_block(inherents: Vec<RuntimeCall>) -> ExtrinsicInclusionMode {
    let number = System::block_number() + 1;
    let slot = u64::from(number);
    let digest = Digest {
        logs: vec![DigestItem::PreRuntime(
            sp_consensus_aura::AURA_ENGINE_ID,
            slot.encode(),
        )],
    };
    let mode = Executive::initialize_block(&Header::new(
        number,
        Default::default(),
        Default::default(),
        System::parent_hash(),
        digest,
    ));
    let now = slot * crate::Aura::slot_duration();
    let time = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now });
    for inherent in core::iter::once(time).chain(inherents) {
        apply(UncheckedExtrinsic::new_bare(inherent))
            .expect("the inherent is valid")
            .expect("the inherent succeeds");
    }
    mode
}

/// Ends a block, and checks every pallet's state.
fn end_block() {
    let number = *Executive::finalize_block().number();
    <AllPalletsWithSystem as TryState<BlockNumber>>::try_state(number, TryStateSelect::All)
        .expect("every pallet's state is sound");
}

fn apply(extrinsic: UncheckedExtrinsic) -> ApplyExtrinsicResult {
    Executive::apply_extrinsic(extrinsic)
}

/// Makes the next block of one transaction each of these accounts, all of which must succeed.
fn block_of(calls: Vec<(Sr25519Keyring, RuntimeCall)>) {
    let transactions = calls
        .into_iter()
        .map(|(who, call)| transaction(who, 0, call))
        .collect();
    for result in block(transactions) {
        result
            .expect("the transaction is valid")
            .expect("the call succeeds");
    }
}

/// What the pool says of a transaction.
fn pool_verdict(who: Sr25519Keyring, call: RuntimeCall) -> Result<(), TransactionValidityError> {
    let source = sp_runtime::transaction_validity::TransactionSource::External;
    let hash = System::parent_hash();
    Executive::validate_transaction(source, transaction(who, 0, call), hash).map(|_| ())
}

/// An argument that is a list.
fn list<T: core::fmt::Debug, const MAX: u32>(items: Vec<T>) -> List<T, MAX> {
    items.try_into().expect("there are not too many")
}

/// The items of a batch.
fn guarded(calls: Vec<RuntimeCall>) -> Vec<GuardedCall> {
    calls.into_iter().map(Into::into).collect()
}

/// A call of the core pallet.
fn core(call: pallet_subtensor::Call<Runtime>) -> RuntimeCall {
    RuntimeCall::SubtensorModule(call)
}

/// A call that the sudo key dispatches as root.
fn sudo(call: impl Into<RuntimeCall>) -> RuntimeCall {
    let call = alloc::boxed::Box::new(call.into());
    RuntimeCall::Sudo(pallet_sudo::Call::sudo { call })
}
