//! The ways by which a pallet makes a call for an account: each of them asks the guard.

use super::*;

/// The first of the events of the last block of which something is to be said.
fn found<T>(what: impl Fn(RuntimeEvent) -> Option<T>) -> T {
    let mut events = System::events().into_iter().map(|record| record.event);
    events.find_map(what).expect("there is such an event")
}

/// What became of a call that a delegate made.
fn proxied() -> DispatchResult {
    found(|event| match event {
        RuntimeEvent::Proxy(pallet_subtensor_proxy::Event::ProxyExecuted { result }) => {
            Some(result)
        }
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
                frame_system::RawOrigin::Signed(Bob.to_account_id()).into(),
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
            sudo(RuntimeCall::Utility(pallet_utility::Call::dispatch_as {
                as_origin: Box::new(frame_system::RawOrigin::Signed(Bob.to_account_id()).into()),
                call: Box::new(call.into()),
            }))
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
