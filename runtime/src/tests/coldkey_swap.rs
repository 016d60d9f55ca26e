//! Coldkeys that are swapped, through real transactions: what an announcement forbids on every way
//! to a call, what root may do all the same, and what a swap costs.

use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    traits::{
        StorePreimage,
        schedule::{DispatchTime, v3::Anon},
    },
};
use pallet_subtensor::{Call, ColdkeySwapAnnouncements, Error, Owner, Shares, StakingHotkeys};
use scale_info::MetaType;
use sp_core::H256;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{
    ApplyExtrinsicResult, DispatchError, DispatchResult, transaction_validity::InvalidTransaction,
};
use subtensor_primitives::{NetUid, TaoBalance};

use super::{
    block, block_of, blocks, core, dev_chain, guarded, list, pool_verdict, sudo, transaction,
};
use crate::{
    AccountId, Balance, Balances, Multisig, Preimage, ProxyType, Runtime, RuntimeCall,
    RuntimeEvent, RuntimeOrigin, Scheduler, System,
    extensions::fee_of,
    guard::{GuardedCall, SwapGuard},
};

const TAO: Balance = 1_000_000_000;
/// Blocks from an announcement to the swap on a fast chain.
const DELAY: u32 = 50;
/// Codes of the pool.
const ANNOUNCED: u8 = 0;
const DISPUTED: u8 = 21;

fn hash_of(account: &AccountId) -> H256 {
    account.using_encoded(sp_io::hashing::blake2_256).into()
}

fn announce(new: Sr25519Keyring) -> RuntimeCall {
    let new_coldkey_hash = hash_of(&new.to_account_id());
    core(Call::announce_coldkey_swap { new_coldkey_hash })
}

fn dispute() -> RuntimeCall {
    core(Call::dispute_coldkey_swap {})
}

fn clear() -> RuntimeCall {
    core(Call::clear_coldkey_swap_announcement {})
}

fn execute(new: Sr25519Keyring) -> RuntimeCall {
    core(Call::swap_coldkey_announced {
        new_coldkey: new.to_account_id(),
    })
}

fn reset(who: &AccountId) -> RuntimeCall {
    let coldkey = who.clone();
    sudo(core(Call::reset_coldkey_swap { coldkey }))
}

fn pay(dest: &AccountId, value: Balance) -> RuntimeCall {
    RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
        dest: dest.clone().into(),
        value,
    })
}

fn steal() -> RuntimeCall {
    pay(&Dave.to_account_id(), TAO)
}

fn send(who: Sr25519Keyring, call: RuntimeCall) -> ApplyExtrinsicResult {
    block(vec![transaction(who, 0, call)]).remove(0)
}

fn succeeds(who: Sr25519Keyring, call: RuntimeCall) {
    let name = alloc::format!("{call:?}");
    assert_eq!(send(who, call), Ok(Ok(())), "{name}");
}

fn refused(code: u8) -> InvalidTransaction {
    InvalidTransaction::Custom(code)
}

/// Neither the pool nor a block takes the call of an account.
fn assert_refused(who: Sr25519Keyring, call: RuntimeCall, code: u8) {
    let name = alloc::format!("{call:?}");
    let verdict = pool_verdict(who, call.clone());
    assert_eq!(verdict, Err(refused(code).into()), "{name}");
    assert_eq!(send(who, call), Err(refused(code).into()), "{name}");
}

fn error(error: Error<Runtime>) -> DispatchError {
    error.into()
}

fn announced() -> DispatchError {
    error(Error::ColdkeySwapAnnounced)
}

fn is_announced(who: &AccountId) -> bool {
    ColdkeySwapAnnouncements::<Runtime>::contains_key(who)
}

fn free(who: &AccountId) -> Balance {
    Balances::free_balance(who)
}

/// The first of the events of the last block of which something is to be said.
fn found<T>(what: impl Fn(RuntimeEvent) -> Option<T>) -> T {
    let mut events = System::events().into_iter().map(|record| record.event);
    events.find_map(what).expect("there is such an event")
}

/// What became of a call that a delegate made.
fn proxied() -> DispatchResult {
    found(|event| match event {
        RuntimeEvent::Proxy(pallet_subtensor_proxy::Event::ProxyExecuted { result }) => Some(result),
        _ => None,
    })
}

/// What became of a call that several accounts agreed on.
fn agreed() -> DispatchResult {
    found(|event| match event {
        RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
            Some(result)
        }
        _ => None,
    })
}

/// What became of a call whose time had come.
fn scheduled() -> DispatchResult {
    found(|event| match event {
        RuntimeEvent::Scheduler(pallet_scheduler::Event::Dispatched { result, .. }) => Some(result),
        _ => None,
    })
}

fn as_derivative(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::as_derivative {
        index: 0,
        call: Box::new(call.into()),
    })
}

fn add_proxy(delegate: Sr25519Keyring) -> RuntimeCall {
    RuntimeCall::Proxy(pallet_subtensor_proxy::Call::add_proxy {
        delegate: delegate.to_account_id().into(),
        proxy_type: ProxyType::Any,
        delay: 0,
    })
}

fn proxy(real: Sr25519Keyring, call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Proxy(pallet_subtensor_proxy::Call::proxy {
        real: real.to_account_id().into(),
        force_proxy_type: None,
        call: Box::new(call),
    })
}

#[test]
fn an_announced_coldkey_may_only_see_to_its_swap() {
    dev_chain().execute_with(|| {
        succeeds(Bob, announce(Ferdie));
        let batch = RuntimeCall::Utility(pallet_utility::Call::batch {
            calls: guarded(vec![dispute()]),
        });
        for call in [
            steal(),
            RuntimeCall::System(frame_system::Call::remark { remark: vec![] }),
            core(Call::try_associate_hotkey {
                hotkey: Eve.to_account_id(),
            }),
            proxy(Alice, steal()),
            // What would do no more than it may do is still another call.
            batch,
            add_proxy(Eve),
        ] {
            assert_refused(Bob, call, ANNOUNCED);
        }
        // Others go on.
        succeeds(Charlie, steal());

        let ciphertext = vec![7; 2_000].try_into().expect("it is short enough");
        let submit = pallet_shield::Call::submit_encrypted { ciphertext };
        for allowed in [
            RuntimeCall::MevShield(submit),
            announce(Ferdie),
            execute(Ferdie),
            clear(),
        ] {
            let verdict = pool_verdict(Bob, allowed.clone());
            let is_by_the_guard = verdict == Err(refused(ANNOUNCED).into());
            assert!(!is_by_the_guard, "{allowed:?}");
        }
        let early = Ok(Err(error(Error::ColdkeySwapReannouncedTooEarly)));
        assert_eq!(send(Bob, announce(Ferdie)), early);
        let early = Ok(Err(error(Error::ColdkeySwapTooEarly)));
        assert_eq!(send(Bob, execute(Ferdie)), early);
        let early = Ok(Err(error(Error::ColdkeySwapClearTooEarly)));
        assert_eq!(send(Bob, clear()), early);
    });
}

#[test]
fn a_disputed_coldkey_may_do_nothing_until_root_decides() {
    dev_chain().execute_with(|| {
        succeeds(Bob, announce(Ferdie));
        succeeds(Bob, dispute());
        for call in [
            steal(),
            announce(Ferdie),
            execute(Ferdie),
            dispute(),
            clear(),
        ] {
            assert_refused(Bob, call, DISPUTED);
        }
        succeeds(Alice, reset(&Bob.to_account_id()));
        succeeds(Bob, steal());

        // Or root gives all to another key.
        succeeds(Charlie, announce(Ferdie));
        succeeds(Charlie, dispute());
        let swap = Call::swap_coldkey {
            old_coldkey: Charlie.to_account_id(),
            new_coldkey: Ferdie.to_account_id(),
            swap_cost: TaoBalance::new(TAO),
        };
        let (before, old) = (
            free(&Ferdie.to_account_id()),
            free(&Charlie.to_account_id()),
        );
        succeeds(Alice, sudo(core(swap)));
        assert_eq!(free(&Charlie.to_account_id()), 0);
        assert_eq!(free(&Ferdie.to_account_id()), before + old - TAO);
        succeeds(Ferdie, steal());
    });
}

#[test]
fn calls_without_a_fee_are_refused_alike() {
    dev_chain().execute_with(|| {
        blocks::populate();
        // Bob validates; his key is a coldkey, too.
        let weights = core(Call::set_weights {
            netuid: blocks::SUBNET,
            dests: list(vec![1, 2]),
            weights: list(vec![1, 1]),
            version_key: 0,
        });
        assert_ne!(
            pool_verdict(Bob, weights.clone()),
            Err(refused(ANNOUNCED).into())
        );
        succeeds(Bob, announce(Ferdie));
        assert_refused(Bob, weights.clone(), ANNOUNCED);
        succeeds(Bob, dispute());
        assert_refused(Bob, weights, DISPUTED);
    });
}

#[test]
fn what_was_allowed_when_a_block_began_is_refused_behind_an_announcement() {
    dev_chain().execute_with(|| {
        let waiting = vec![
            transaction(Bob, 0, announce(Ferdie)),
            transaction(Bob, 1, steal()),
        ];
        let before = free(&Dave.to_account_id());
        let results = block(waiting);
        assert_eq!(results, [Ok(Ok(())), Err(refused(ANNOUNCED).into())]);
        assert_eq!(free(&Dave.to_account_id()), before);
    });
}

#[test]
fn a_batch_ends_behind_an_announcement() {
    dev_chain().execute_with(|| {
        let before = free(&Dave.to_account_id());
        let calls = || guarded(vec![announce(Ferdie), steal()]);
        let batch = pallet_utility::Call::batch { calls: calls() };
        succeeds(Bob, RuntimeCall::Utility(batch));
        let interrupted = found(|event| match event {
            RuntimeEvent::Utility(pallet_utility::Event::BatchInterrupted { index, error }) => {
                Some((index, error))
            }
            _ => None,
        });
        assert_eq!(interrupted, (1, announced()));
        assert!(is_announced(&Bob.to_account_id()));

        let batch = pallet_utility::Call::batch_all { calls: calls() };
        let failed = Ok(Err(announced()));
        assert_eq!(send(Charlie, RuntimeCall::Utility(batch)), failed);
        assert!(!is_announced(&Charlie.to_account_id()));

        let batch = pallet_utility::Call::force_batch { calls: calls() };
        succeeds(Charlie, RuntimeCall::Utility(batch));
        let failed = found(|event| match event {
            RuntimeEvent::Utility(pallet_utility::Event::ItemFailed { error }) => Some(error),
            _ => None,
        });
        assert_eq!(failed, announced());

        let if_else = pallet_utility::Call::if_else {
            main: Box::new(steal().into()),
            fallback: Box::new(steal().into()),
        };
        assert_refused(Charlie, RuntimeCall::Utility(if_else), ANNOUNCED);
        assert_eq!(free(&Dave.to_account_id()), before);
    });
}

#[test]
fn a_derivative_account_is_guarded_for_itself() {
    dev_chain().execute_with(|| {
        let derivative = pallet_utility::derivative_account_id(Bob.to_account_id(), 0u16);
        succeeds(Charlie, pay(&derivative, 10 * TAO));
        succeeds(Bob, as_derivative(steal()));
        succeeds(Bob, as_derivative(announce(Ferdie)));
        assert!(is_announced(&derivative));
        let failed = Ok(Err(announced()));
        assert_eq!(send(Bob, as_derivative(steal())), failed);
        succeeds(Bob, steal());
        succeeds(Bob, as_derivative(dispute()));
        let failed = Ok(Err(error(Error::ColdkeySwapDisputed)));
        assert_eq!(send(Bob, as_derivative(steal())), failed);
    });
}

/// Spec 60 §7.3: the call of the delegate succeeds, what it holds does not.
#[test]
fn a_delegate_can_do_no_more_than_the_account_itself() {
    dev_chain().execute_with(|| {
        succeeds(Bob, add_proxy(Eve));
        succeeds(Bob, announce(Ferdie));
        let before = free(&Dave.to_account_id());
        succeeds(Eve, proxy(Bob, steal()));
        assert_eq!(proxied(), Err(announced()));
        let batch = pallet_utility::Call::batch {
            calls: guarded(vec![steal()]),
        };
        succeeds(Eve, proxy(Bob, RuntimeCall::Utility(batch)));
        assert_eq!(proxied(), Err(announced()));
        assert_eq!(free(&Dave.to_account_id()), before);
        succeeds(Eve, proxy(Bob, dispute()));
        assert_eq!(proxied(), Ok(()));
        succeeds(Eve, proxy(Bob, clear()));
        assert_eq!(proxied(), Err(error(Error::ColdkeySwapDisputed)));
        // What the filter forbids is forbidden first.
        let nested = RuntimeCall::Utility(pallet_utility::Call::batch {
            calls: guarded(vec![RuntimeCall::Utility(pallet_utility::Call::batch {
                calls: vec![],
            })]),
        });
        succeeds(Eve, proxy(Bob, nested));
        let filtered = frame_system::Error::<Runtime>::CallFiltered.into();
        assert_eq!(proxied(), Err(filtered));
        // A delegate that is announced itself does not act for others.
        succeeds(Eve, announce(Ferdie));
        assert_refused(Eve, proxy(Bob, dispute()), ANNOUNCED);
    });
}

#[test]
fn accounts_of_several_keys_are_guarded() {
    dev_chain().execute_with(|| {
        let alone = |call: RuntimeCall| {
            RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
                other_signatories: vec![Eve.to_account_id()],
                call: Box::new(call.into()),
            })
        };
        let mut both = [Bob.to_account_id(), Eve.to_account_id()];
        both.sort();
        let shared = Multisig::multi_account_id(&both, 1);
        succeeds(Charlie, pay(&shared, 10 * TAO));
        succeeds(Bob, alone(steal()));
        succeeds(Bob, alone(announce(Ferdie)));
        assert!(is_announced(&shared));
        assert_eq!(send(Bob, alone(steal())), Ok(Err(announced())));

        let shared = Multisig::multi_account_id(&both, 2);
        succeeds(Charlie, pay(&shared, 10 * TAO));
        agree(steal());
        assert_eq!(agreed(), Ok(()));
        agree(announce(Ferdie));
        assert_eq!(agreed(), Ok(()));
        agree(steal());
        assert_eq!(agreed(), Err(announced()));
        agree(dispute());
        assert_eq!(agreed(), Ok(()));
    });
}

/// Bob and Eve both agree to a call. What a client says it weighs is the weight of the call itself.
fn agree(call: RuntimeCall) {
    let max_weight = call.get_dispatch_info().call_weight;
    let by = |other: Sr25519Keyring, maybe_timepoint| {
        RuntimeCall::Multisig(pallet_multisig::Call::as_multi {
            threshold: 2,
            other_signatories: vec![other.to_account_id()],
            maybe_timepoint,
            call: Box::new(call.clone().into()),
            max_weight,
        })
    };
    succeeds(Bob, by(Eve, None));
    let when = pallet_multisig::Timepoint {
        height: System::block_number(),
        index: 1,
    };
    succeeds(Eve, by(Bob, Some(when)));
}

#[test]
fn what_was_scheduled_before_is_guarded_when_its_time_comes() {
    dev_chain().execute_with(|| {
        block(vec![]);
        let schedule = |call: RuntimeCall, in_blocks| {
            let call = Preimage::bound(GuardedCall::from(call)).expect("it is short");
            <Scheduler as Anon<_, GuardedCall, _>>::schedule(
                DispatchTime::After(in_blocks),
                None,
                100,
                RuntimeOrigin::signed(Bob.to_account_id()).caller,
                call,
            )
            .expect("there is room");
        };
        schedule(steal(), 0);
        block(vec![]);
        assert_eq!(scheduled(), Ok(()));
        schedule(steal(), 1);
        succeeds(Bob, announce(Ferdie));
        block(vec![]);
        assert_eq!(scheduled(), Err(announced()));
        schedule(dispute(), 0);
        block(vec![]);
        assert_eq!(scheduled(), Ok(()));
    });
}

#[test]
fn what_root_dispatches_in_somebodys_name_passes() {
    dev_chain().execute_with(|| {
        succeeds(Bob, announce(Ferdie));
        succeeds(Bob, dispute());
        let dave = Dave.to_account_id();
        let before = free(&dave);
        let as_bob = RuntimeCall::Sudo(pallet_sudo::Call::sudo_as {
            who: Bob.to_account_id().into(),
            call: Box::new(steal()),
        });
        succeeds(Alice, as_bob);
        assert_eq!(free(&dave), before + TAO);
        let dispatch_as = |call: RuntimeCall| {
            sudo(pallet_utility::Call::dispatch_as {
                as_origin: Box::new(frame_system::RawOrigin::Signed(Bob.to_account_id()).into()),
                call: Box::new(call.into()),
            })
        };
        succeeds(Alice, dispatch_as(steal()));
        assert_eq!(free(&dave), before + 2 * TAO);
        // The calls of swaps know of the dispute by themselves.
        succeeds(Alice, dispatch_as(clear()));
        assert!(is_announced(&Bob.to_account_id()));

        // The sudo key is an account like others.
        succeeds(Alice, announce(Ferdie));
        assert_refused(Alice, reset(&Bob.to_account_id()), ANNOUNCED);
    });
}

#[test]
fn a_swap_gives_all_and_costs_what_there_is_to_move() {
    dev_chain().execute_with(|| {
        blocks::populate();
        let (old, new) = (Eve.to_account_id(), AccountId::new([9; 32]));
        let call = core(Call::announce_coldkey_swap {
            new_coldkey_hash: hash_of(&new),
        });
        let hotkeys = StakingHotkeys::<Runtime>::get(&old);
        assert!(!hotkeys.is_empty());
        let swap = || {
            core(Call::swap_coldkey_announced {
                new_coldkey: new.clone(),
            })
        };
        block_of(vec![(Eve, call)]);
        for _ in 0..DELAY - 2 {
            block(vec![]);
        }
        let early = Ok(Err(error(Error::ColdkeySwapTooEarly)));
        assert_eq!(send(Eve, swap()), early);
        let stake = |who: &AccountId| -> u64 {
            let on = |netuid: NetUid| {
                hotkeys
                    .iter()
                    .map(move |hotkey| Shares::<Runtime>::stake_of(hotkey, who, netuid).to_u64())
            };
            on(NetUid::ROOT).chain(on(blocks::SUBNET)).sum()
        };
        let tao = free(&old);
        let extrinsic = transaction(Eve, 0, swap());
        let (info, length) = (
            extrinsic.get_dispatch_info(),
            extrinsic.encoded_size() as u32,
        );
        let declared = fee_of(None, &swap(), &info, length);
        let quoted = fee_of(Some(&old), &swap(), &info, length);
        assert!(quoted * 10 < declared, "{quoted} of {declared}");
        let before = stake(&old);
        assert_eq!(block(vec![extrinsic]), [Ok(Ok(()))]);
        assert_eq!((stake(&old), free(&old)), (0, 0));
        assert!(stake(&new) >= before, "dividends may have come");
        // Nothing of the fee would come back to an account that is gone: it was foretold.
        assert_eq!(tao - free(&new), quoted);
        assert_eq!(StakingHotkeys::<Runtime>::get(&new), hotkeys);
        assert!(Owner::<Runtime>::iter().all(|(_, owner)| owner != old));
    });
}

#[test]
fn a_swap_with_as_much_as_is_moved_at_once_fits_a_block() {
    dev_chain().execute_with(|| {
        let info = execute(Ferdie).get_dispatch_info();
        assert_eq!(info.class, DispatchClass::Normal);
        let limits = <Runtime as frame_system::Config>::BlockWeights::get();
        let most = limits.get(DispatchClass::Normal).max_extrinsic;
        let most = most.expect("there is a limit").ref_time();
        let declared = info.call_weight.ref_time();
        assert!(declared < most / 10 * 9, "{declared} of {most}");
    });
}

#[test]
fn a_guarded_call_is_the_call_on_the_wire_and_in_metadata() {
    let call = steal();
    let wrapped = GuardedCall::from(call.clone());
    assert_eq!(wrapped.encode(), call.encode());
    assert_eq!(RuntimeCall::from(wrapped), call);
    assert_eq!(
        MetaType::new::<GuardedCall>(),
        MetaType::new::<RuntimeCall>()
    );
}

#[test]
fn every_call_within_a_transaction_is_weighed() {
    let batch = |calls: Vec<RuntimeCall>| {
        RuntimeCall::Utility(pallet_utility::Call::batch {
            calls: guarded(calls),
        })
    };
    let one = SwapGuard::weight(&steal());
    assert!(one.ref_time() > 0);
    assert_eq!(SwapGuard::weight(&batch(vec![steal(); 9])), one * 10);
    let deep = batch(vec![batch(vec![steal()]), steal()]);
    assert_eq!(SwapGuard::weight(&deep), one * 4);
}
