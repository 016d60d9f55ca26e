//! What delegates can do on the chain, at any depth of calls within calls (spec 60 §2 I11, §10).

use alloc::{boxed::Box, vec, vec::Vec};
use codec::Encode;
use pallet_subtensor::Call;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve};
use sp_runtime::{ApplyExtrinsicResult, DispatchError, DispatchResult};
use subtensor_primitives::{NetUid, TaoBalance};

use super::{block, block_of, core, dev_chain, guarded, sudo, transaction};
use crate::{
    AccountId, Balance, Balances, Multisig, ProxyType, Runtime, RuntimeCall, RuntimeEvent, System,
};

const SUBNET: NetUid = NetUid::new(1);
const TAO: Balance = 1_000_000_000;

fn add_proxy(delegate: Sr25519Keyring, proxy_type: ProxyType) -> RuntimeCall {
    RuntimeCall::Proxy(pallet_subtensor_proxy::Call::add_proxy {
        delegate: delegate.to_account_id().into(),
        proxy_type,
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

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::batch {
        calls: guarded(calls),
    })
}

fn batch_all(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::batch_all {
        calls: guarded(calls),
    })
}

fn force_batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::force_batch {
        calls: guarded(calls),
    })
}

fn if_else(main: RuntimeCall, fallback: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::if_else {
        main: Box::new(main.into()),
        fallback: Box::new(fallback.into()),
    })
}

fn as_derivative(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::as_derivative {
        index: 0,
        call: Box::new(call.into()),
    })
}

fn with_weight(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::with_weight {
        call: Box::new(call.into()),
        weight: Default::default(),
    })
}

fn dispatch_as(who: Sr25519Keyring, call: RuntimeCall) -> RuntimeCall {
    let as_origin = frame_system::RawOrigin::Signed(who.to_account_id());
    RuntimeCall::Utility(pallet_utility::Call::dispatch_as {
        as_origin: Box::new(as_origin.into()),
        call: Box::new(call.into()),
    })
}

/// A call of the account that Bob and Eve share, each of whom may act for it alone.
fn as_shared(call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Multisig(pallet_multisig::Call::as_multi_threshold_1 {
        other_signatories: vec![Eve.to_account_id()],
        call: Box::new(call.into()),
    })
}

fn shared_account(threshold: u16) -> AccountId {
    let mut signatories = [Bob.to_account_id(), Eve.to_account_id()];
    signatories.sort();
    Multisig::multi_account_id(&signatories, threshold)
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark_with_event { remark: vec![1] })
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

fn free(who: Sr25519Keyring) -> Balance {
    Balances::free_balance(who.to_account_id())
}

fn send(who: Sr25519Keyring, call: RuntimeCall) -> ApplyExtrinsicResult {
    block(vec![transaction(who, 0, call)]).remove(0)
}

/// What became of a call that Charlie made for an account.
fn proxied(real: Sr25519Keyring, call: RuntimeCall) -> DispatchResult {
    let name = alloc::format!("{call:?}");
    assert_eq!(send(Charlie, proxy(real, call)), Ok(Ok(())), "{name}");
    System::events()
        .into_iter()
        .rev()
        .find_map(|record| match record.event {
            RuntimeEvent::Proxy(pallet_subtensor_proxy::Event::ProxyExecuted { result }) => {
                Some(result)
            }
            _ => None,
        })
        .expect("the call was executed")
}

fn filtered<T>() -> Result<T, DispatchError> {
    Err(frame_system::Error::<Runtime>::CallFiltered.into())
}

fn remarks() -> usize {
    let is_remark = |event: &RuntimeEvent| {
        matches!(
            event,
            RuntimeEvent::System(frame_system::Event::Remarked { .. })
        )
    };
    let events = System::events();
    let remarks = events.iter().filter(|record| is_remark(&record.event));
    remarks.count()
}

/// A chain on which Charlie is a delegate of Bob, who may do everything for Alice.
fn chain_with_delegates(proxy_type: ProxyType) -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        block_of(vec![
            (Alice, add_proxy(Bob, ProxyType::Any)),
            (Bob, add_proxy(Charlie, proxy_type)),
            (Eve, pay(&shared_account(1), 100 * TAO)),
        ]);
    });
    chain
}

/// Ways of paying for a seat or a subnet; Charlie's own key would get it.
fn registrations() -> Vec<RuntimeCall> {
    let hotkey = || Charlie.to_account_id();
    vec![
        core(Call::burned_register {
            netuid: SUBNET,
            hotkey: hotkey(),
        }),
        core(Call::register_limit {
            netuid: SUBNET,
            hotkey: hotkey(),
            limit_price: u64::MAX,
        }),
        core(Call::root_register { hotkey: hotkey() }),
        core(Call::pow_register {
            netuid: SUBNET,
            work_block: 0,
            nonce: 0,
            work: super::list(vec![]),
            hotkey: hotkey(),
        }),
    ]
}

fn creations() -> Vec<RuntimeCall> {
    let hotkey = || Charlie.to_account_id();
    vec![
        core(Call::register_network { hotkey: hotkey() }),
        core(Call::register_network_with_identity {
            hotkey: hotkey(),
            identity: None,
        }),
    ]
}

fn add_stake_burn() -> RuntimeCall {
    core(Call::add_stake_burn {
        hotkey: Bob.to_account_id(),
        netuid: SUBNET,
        amount: TaoBalance::new(TAO),
        limit: None,
    })
}

fn assert_refused(proxy_type: ProxyType, calls: Vec<RuntimeCall>) {
    chain_with_delegates(proxy_type).execute_with(|| {
        let before = free(Bob);
        for call in calls {
            let name = alloc::format!("{proxy_type:?} {call:?}");
            assert_eq!(proxied(Bob, call), filtered(), "{name}");
            assert_eq!(free(Bob), before, "{name}");
        }
    });
}

#[test]
fn seats_and_subnets_are_not_paid_by_who_lets_no_value_go() {
    for proxy_type in [ProxyType::NonFungible, ProxyType::NonCritical] {
        assert_refused(proxy_type, [registrations(), creations()].concat());
    }
    assert_refused(ProxyType::NonTransfer, creations());
}

#[test]
fn nothing_is_burned_for_who_lets_no_value_go() {
    let burn = RuntimeCall::Balances(pallet_balances::Call::burn {
        value: TAO,
        keep_alive: true,
    });
    for proxy_type in [ProxyType::NonFungible, ProxyType::NonTransfer] {
        assert_refused(proxy_type, vec![add_stake_burn(), burn.clone()]);
    }
}

#[test]
fn a_new_owner_hotkey_is_named_by_no_delegate_but_one_for_everything() {
    let hotkey = core(Call::try_associate_hotkey {
        hotkey: Charlie.to_account_id(),
    });
    let handover = RuntimeCall::AdminUtils(pallet_admin_utils::Call::sudo_set_sn_owner_hotkey {
        netuid: SUBNET,
        hotkey: Charlie.to_account_id(),
    });
    for proxy_type in [
        ProxyType::NonCritical,
        ProxyType::NonTransfer,
        ProxyType::NonFungible,
        ProxyType::Owner,
    ] {
        assert_refused(proxy_type, vec![handover.clone()]);
    }
    chain_with_delegates(ProxyType::NonFungible)
        .execute_with(|| assert_eq!(proxied(Bob, hotkey), Ok(())));
}

#[test]
fn the_power_of_sudo_is_nothing_for_a_limited_delegate() {
    for proxy_type in [
        ProxyType::NonCritical,
        ProxyType::NonTransfer,
        ProxyType::NonFungible,
    ] {
        let mut chain = dev_chain();
        chain.execute_with(|| {
            block_of(vec![(Alice, add_proxy(Charlie, proxy_type))]);
            let before = free(Dave);
            let force = pallet_balances::Call::force_set_balance {
                who: Dave.to_account_id().into(),
                new_free: 1_000_000 * TAO,
            };
            let sudo_as = RuntimeCall::Sudo(pallet_sudo::Call::sudo_as {
                who: Bob.to_account_id().into(),
                call: Box::new(steal()),
            });
            let set_key = RuntimeCall::Sudo(pallet_sudo::Call::set_key {
                new: Charlie.to_account_id().into(),
            });
            for call in [sudo(force), sudo_as, set_key] {
                let name = alloc::format!("{call:?}");
                assert_eq!(proxied(Alice, call), filtered(), "{name}");
            }
            assert_eq!(free(Dave), before);
        });
    }
}

/// Ways to have a call made for Alice, for the account that Bob shares with Eve, or for Bob
/// himself.
fn ways(call: RuntimeCall) -> Vec<RuntimeCall> {
    vec![
        call.clone(),
        batch(vec![remark(), call.clone()]),
        batch_all(vec![call.clone()]),
        force_batch(vec![call.clone()]),
        if_else(with_weight(remark()), call.clone()),
        as_derivative(call.clone()),
        with_weight(call.clone()),
        dispatch_as(Alice, call.clone()),
        proxy(Alice, call.clone()),
        proxy(Alice, batch(vec![call.clone()])),
        proxy(Alice, if_else(with_weight(remark()), call.clone())),
        batch(vec![proxy(Alice, call.clone())]),
        if_else(proxy(Alice, call.clone()), remark()),
        as_shared(call.clone()),
        as_shared(force_batch(vec![call.clone()])),
        batch_all(vec![as_shared(call.clone())]),
        proxy(Alice, as_derivative(proxy(Alice, call))),
    ]
}

#[test]
fn no_way_of_nesting_leads_past_a_filter() {
    for proxy_type in [ProxyType::NonTransfer, ProxyType::NonFungible] {
        chain_with_delegates(proxy_type).execute_with(|| {
            let before = (free(Dave), free(Alice), free(Bob));
            let derived = pallet_utility::derivative_account_id(Bob.to_account_id(), 0);
            block_of(vec![(Eve, pay(&derived, 10 * TAO))]);
            for call in ways(steal()) {
                let name = alloc::format!("{proxy_type:?} {call:?}");
                let _ = proxied(Bob, call);
                assert_eq!((free(Dave), free(Alice), free(Bob)), before, "{name}");
            }
            // Sudo key of Alice, and with it everything.
            let _ = proxied(Bob, proxy(Alice, sudo(steal())));
            assert_eq!(free(Alice), before.1);
        });
    }
}

#[test]
fn no_way_of_nesting_pays_for_a_subnet() {
    for proxy_type in [
        ProxyType::NonCritical,
        ProxyType::NonTransfer,
        ProxyType::NonFungible,
    ] {
        chain_with_delegates(proxy_type).execute_with(|| {
            let subnets = pallet_subtensor::TotalNetworks::<Runtime>::get;
            let before = (free(Alice), free(Bob), subnets());
            for call in ways(creations().remove(0)) {
                let name = alloc::format!("{proxy_type:?} {call:?}");
                let _ = proxied(Bob, call);
                assert_eq!((free(Alice), free(Bob), subnets()), before, "{name}");
            }
        });
    }
}

#[test]
fn what_is_allowed_is_allowed_at_every_depth() {
    chain_with_delegates(ProxyType::NonTransfer).execute_with(|| {
        for call in [
            remark(),
            batch(vec![remark()]),
            if_else(with_weight(remark()), remark()),
            as_derivative(remark()),
            proxy(Alice, remark()),
            proxy(Alice, batch(vec![remark()])),
            batch(vec![proxy(Alice, remark())]),
            as_shared(batch_all(vec![remark()])),
        ] {
            let name = alloc::format!("{call:?}");
            assert_eq!(proxied(Bob, call), Ok(()), "{name}");
            assert_eq!(remarks(), 1, "{name}");
        }
    });
}

#[test]
fn a_delegate_makes_nobody_more_than_itself_for_others_either() {
    chain_with_delegates(ProxyType::NonTransfer).execute_with(|| {
        let delegates_of = |who: Sr25519Keyring| {
            pallet_subtensor_proxy::Proxies::<Runtime>::get(who.to_account_id())
        };
        let before = (delegates_of(Alice), delegates_of(Bob));
        let remove = RuntimeCall::Proxy(pallet_subtensor_proxy::Call::remove_proxies {});
        for call in [add_proxy(Charlie, ProxyType::Any), remove] {
            for call in ways(call) {
                let name = alloc::format!("{call:?}");
                let _ = proxied(Bob, call);
                assert_eq!((delegates_of(Alice), delegates_of(Bob)), before, "{name}");
            }
        }
        let equal = proxy(Alice, add_proxy(Charlie, ProxyType::NonTransfer));
        assert_eq!(proxied(Bob, equal), Ok(()));
        assert_eq!(delegates_of(Alice).0.len(), 2);
    });
}

#[test]
fn a_limited_delegate_agrees_to_nothing_that_it_does_not_see() {
    let call_hash = sp_io::hashing::blake2_256(&steal().encode());
    let mut others = vec![Eve.to_account_id(), Dave.to_account_id()];
    others.sort();
    let approve = RuntimeCall::Multisig(pallet_multisig::Call::approve_as_multi {
        threshold: 2,
        other_signatories: others,
        maybe_timepoint: None,
        call_hash,
        max_weight: Default::default(),
    });
    let announce = RuntimeCall::Proxy(pallet_subtensor_proxy::Call::announce {
        real: Alice.to_account_id().into(),
        call_hash: call_hash.into(),
    });
    for proxy_type in [
        ProxyType::NonCritical,
        ProxyType::NonTransfer,
        ProxyType::NonFungible,
    ] {
        assert_refused(proxy_type, vec![approve.clone(), announce.clone()]);
    }
}

#[test]
fn batches_within_batches_do_not_run_however_wrapped() {
    dev_chain().execute_with(|| {
        for inner in [batch, batch_all, force_batch] {
            let inner = || inner(vec![remark()]);
            for outer in [batch, batch_all, force_batch] {
                for held in [
                    inner(),
                    if_else(inner(), remark()),
                    if_else(with_weight(remark()), inner()),
                    as_derivative(inner()),
                    as_derivative(if_else(remark(), as_derivative(inner()))),
                    with_weight(inner()),
                    dispatch_as(Bob, inner()),
                ] {
                    let call = outer(vec![held]);
                    let name = alloc::format!("{call:?}");
                    assert_eq!(send(Bob, call), Ok(filtered()), "{name}");
                    assert_eq!(remarks(), 0, "{name}");
                }
            }
        }
    });
}

#[test]
fn proxies_may_hold_a_batch_and_batches_proxies() {
    chain_with_delegates(ProxyType::Any).execute_with(|| {
        let twice = batch(vec![proxy(Alice, remark()), proxy(Alice, remark())]);
        assert_eq!(send(Charlie, proxy(Bob, twice)), Ok(Ok(())));
        assert_eq!(remarks(), 2);
        let own = batch(vec![remark(), proxy(Alice, batch_all(vec![remark()]))]);
        assert_eq!(send(Bob, own), Ok(Ok(())));
        assert_eq!(remarks(), 2);
        let either = if_else(batch(vec![remark()]), batch(vec![]));
        assert_eq!(send(Bob, either), Ok(Ok(())));
        assert_eq!(remarks(), 1);
    });
}
