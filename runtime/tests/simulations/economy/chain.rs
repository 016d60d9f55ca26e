//! The chain of a game: the development genesis, and blocks made through the real extrinsic path.

use codec::Encode;
use frame_support::{
    dispatch::{GetDispatchInfo, Pays},
    traits::{Hooks, TryState, TryStateSelect},
};
use node_subtensor_runtime::{
    AllPalletsWithSystem, BlockNumber, Executive, Header, Runtime, RuntimeCall, RuntimeEvent,
    SignedPayload, SubtensorModule, System, UncheckedExtrinsic, extensions, genesis,
};
use sp_core::{Pair, sr25519};
use sp_runtime::{
    ApplyExtrinsicResult, Digest, DigestItem, DispatchResult, MultiSigner,
    traits::{Header as _, IdentifyAccount},
};

use subtensor_timelock::public_key;

use crate::economy::{invariants, promises::Promise};

/// Secret of the beacon whose pulses the chain takes.
pub(crate) const BEACON_SECRET: [u8; 32] = [7; 32];

/// A development chain before its first block, with a beacon of the game.
pub(crate) fn new_chain() -> sp_io::TestExternalities {
    let mut chain: sp_io::TestExternalities = genesis::native::storage(&genesis::DEV.into(), &[])
        .expect("the preset is a genesis")
        .into();
    chain.execute_with(|| {
        pallet_drand::BeaconConfig::<Runtime>::mutate(|beacon| {
            let key = public_key(&BEACON_SECRET).to_vec();
            beacon.public_key = key.try_into().expect("it is as long as any");
        });
    });
    chain
}

/// Starts the next block.
pub(crate) fn start_block() {
    let number = System::block_number() + 1;
    let slot = u64::from(number);
    let digest = Digest {
        logs: vec![DigestItem::PreRuntime(
            sp_consensus_aura::AURA_ENGINE_ID,
            slot.encode(),
        )],
    };
    Executive::initialize_block(&Header::new(
        number,
        Default::default(),
        Default::default(),
        System::parent_hash(),
        digest,
    ));
    let now = slot * node_subtensor_runtime::Aura::slot_duration();
    let inherent = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now });
    Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(inherent))
        .expect("the time is valid")
        .expect("the time can be set");
}

/// Ends the block and checks everything that holds between blocks.
pub(crate) fn end_block(before: &invariants::Marks) -> Result<(), String> {
    Executive::finalize_block();
    let number = System::block_number();
    <AllPalletsWithSystem as TryState<BlockNumber>>::try_state(number, TryStateSelect::All)
        .map_err(|error| {
            format!(
                "try_state: {error:?} {:?}",
                <SubtensorModule as Hooks<BlockNumber>>::try_state(number)
            )
        })?;
    invariants::check(before)
}

/// Submits a call. One that has no fee and fails breaks the game, and so does one that does what no
/// call may. What the sudo key calls comes out as that call does. Pulses are not signed for.
pub(crate) fn submit(signer: &sr25519::Pair, call: RuntimeCall) -> ApplyExtrinsicResult {
    if let RuntimeCall::Drand(pallet_drand::Call::write_pulse { .. }) = call {
        return Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(call));
    }
    let account = MultiSigner::from(signer.public()).into_account();
    let promise = Promise::before(&account, &call);
    let extension = extensions::plain(System::account_nonce(&account));
    let payload = SignedPayload::new(call.clone(), extension.clone())
        .expect("the implicit parts are on the chain");
    let signature = payload.using_encoded(|bytes| signer.sign(bytes));
    let result = Executive::apply_extrinsic(UncheckedExtrinsic::new_signed(
        call.clone(),
        account.into(),
        signature.into(),
        extension,
    ));
    assert!(
        call.get_dispatch_info().pays_fee == Pays::Yes || !matches!(result, Ok(Err(_))),
        "{call:?} is free and failed: {result:?}"
    );
    let kept = promise.check(matches!(result, Ok(Ok(()))));
    assert!(kept.is_ok(), "{call:?} with {result:?}: {kept:?}");
    match result {
        Ok(Ok(())) if matches!(call, RuntimeCall::Sudo(_)) => Ok(result_of_sudo()),
        result => result,
    }
}

/// How the call came out that the sudo key made last.
fn result_of_sudo() -> DispatchResult {
    let results = System::read_events_no_consensus().filter_map(|record| match record.event {
        RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result }) => Some(sudo_result),
        _ => None,
    });
    results.last().expect("the sudo key has made a call")
}
