//! Who pays the fee of a transaction (spec 60 §8.4, §22): who signs it, unless an account that has
//! agreed to pay for its delegate, or the owner of a hotkey that does nothing but its work.
//!
//! Others pay for no more than they have agreed to. An account pays for calls that its delegate may
//! make for it, so that a delegate of a narrow type cannot spend its balance on calls that are
//! refused. An owner pays fees up to [`MAX_OF_OWNER`], and of transactions in which every call is
//! work of a neuron. Who gives a tip pays all of it.

use alloc::vec::Vec;
use frame_support::{traits::IsType, weights::Weight};
use pallet_multisig::Call as Multisig;
use pallet_subtensor::Hotkeys;
use pallet_subtensor_proxy::{Call as ProxyCall, DefinitionOf};
use pallet_utility::Call as Utility;
use sp_runtime::traits::{StaticLookup, Zero};

use super::weight_info;
use crate::{
    AccountId, Address, Balance, Proxy, ProxyType, Runtime, RuntimeCall,
    calls::{Kind, MAX_CALL_DEPTH, held_by, kind_of, levels_of},
};

/// The largest fee that an owner pays for a hotkey, rao. A key that was stolen makes the owner pay
/// for one such transaction after the other.
pub const MAX_OF_OWNER: Balance = 5_000_000;

/// Who pays.
pub(crate) enum Payer {
    /// Who signs.
    Signer,
    /// The account for which the signer acts, or one further on. If it cannot pay, nobody does.
    Real(AccountId),
    /// The owner of the hotkey that signs; if it cannot pay, the hotkey does.
    Owner {
        /// The coldkey.
        owner: AccountId,
        /// Who signs.
        hotkey: AccountId,
    },
}

/// Who pays for a call, if `signer` gives no tip.
pub(crate) fn payer_of(signer: &AccountId, call: &RuntimeCall) -> Payer {
    if let Some(real) = real_of(signer, call) {
        return Payer::Real(real);
    }
    if !is_wrapped_work(call) || !Hotkeys::<Runtime>::hotkey_account_exists(signer) {
        return Payer::Signer;
    }
    Payer::Owner {
        owner: Hotkeys::<Runtime>::owner_of(signer),
        hotkey: signer.clone(),
    }
}

/// Whether somebody else than the signer pays for such a call, if it has agreed to.
pub(super) fn may_be_another(call: &RuntimeCall) -> bool {
    matches!(call, RuntimeCall::Proxy(ProxyCall::proxy { .. })) || is_wrapped_work(call)
}

/// Weight of [`payer_of`], and of a look at the balance of an owner.
pub(crate) fn weight(call: &RuntimeCall) -> Weight {
    let mut weight = Weight::zero();
    if let RuntimeCall::Proxy(ProxyCall::proxy { .. }) = call {
        weight = weight_info::real_payer();
    }
    if is_wrapped_work(call) {
        weight = weight.saturating_add(weight_info::owner_payer());
    }
    if weight.is_zero() {
        return weight;
    }
    weight.saturating_add(weight_info::nested_calls(levels_of(call)))
}

/// A call that is made for somebody else.
struct Acting<'a> {
    real: AccountId,
    proxy_type: Option<ProxyType>,
    call: &'a RuntimeCall,
}

impl<'a> Acting<'a> {
    fn of(call: &'a RuntimeCall) -> Option<Self> {
        let RuntimeCall::Proxy(ProxyCall::proxy {
            real,
            force_proxy_type,
            call,
        }) = call
        else {
            return None;
        };
        Some(Self {
            real: account_of(real)?,
            proxy_type: *force_proxy_type,
            call,
        })
    }

    /// Whether one of these relations permits the call, and all that it holds, without a delay.
    fn is_permitted(&self, relations: &[DefinitionOf<Runtime>]) -> bool {
        let relation = relations.iter().find(|relation| {
            self.proxy_type
                .is_none_or(|wanted| relation.proxy_type == wanted)
        });
        relation.is_some_and(|relation| {
            relation.delay.is_zero()
                && Proxy::permits(relation.proxy_type, self.call)
                && relation.proxy_type.permits_wholly(self.call)
        })
    }
}

fn account_of(address: &Address) -> Option<AccountId> {
    <Runtime as frame_system::Config>::Lookup::lookup(address.clone()).ok()
}

/// The account that pays for what `signer` does for it, or for what it does for another one.
fn real_of(signer: &AccountId, call: &RuntimeCall) -> Option<AccountId> {
    let acting = Acting::of(call)?;
    let real = payer_among(signer, core::slice::from_ref(&acting))?;
    let further = acting_within(acting.call).and_then(|within| payer_among(&real, &within));
    Some(further.unwrap_or(real))
}

/// What a call does for others, if it does nothing else.
fn acting_within(call: &RuntimeCall) -> Option<Vec<Acting<'_>>> {
    match call {
        RuntimeCall::Utility(
            Utility::batch { calls }
            | Utility::batch_all { calls }
            | Utility::force_batch { calls },
        ) => calls
            .iter()
            .map(|call| Acting::of(call.into_ref()))
            .collect(),
        call => Acting::of(call).map(|acting| [acting].into()),
    }
}

/// The one account for which `delegate` does all of this, if it has agreed to pay and permits it.
fn payer_among(delegate: &AccountId, acting: &[Acting<'_>]) -> Option<AccountId> {
    let first = acting.first()?;
    let real = &first.real;
    if acting.iter().any(|other| other.real != *real) || !Proxy::pays_for(real, delegate) {
        return None;
    }
    let relations = Proxy::relations_of(real, delegate);
    let pays = acting.iter().all(|acting| acting.is_permitted(&relations))
        && <Runtime as pallet_subtensor_proxy::Config>::Guard::check(real, first.call).is_ok();
    pays.then(|| real.clone())
}

/// Whether a call holds others, all of them work of a neuron. The work itself is free.
fn is_wrapped_work(call: &RuntimeCall) -> bool {
    is_wrapper(call) && is_work(call, MAX_CALL_DEPTH)
}

fn is_wrapper(call: &RuntimeCall) -> bool {
    matches!(
        call,
        RuntimeCall::Proxy(ProxyCall::proxy { .. })
            | RuntimeCall::Utility(
                Utility::batch { .. } | Utility::batch_all { .. } | Utility::force_batch { .. }
            )
            | RuntimeCall::Multisig(
                Multisig::as_multi { .. } | Multisig::as_multi_threshold_1 { .. }
            )
    )
}

fn is_work(call: &RuntimeCall, levels: u32) -> bool {
    if !is_wrapper(call) {
        return kind_of(call) == Kind::Neuron;
    }
    let mut held = held_by(call).peekable();
    held.peek().is_some()
        && levels
            .checked_sub(1)
            .is_some_and(|levels| held.all(|held| is_work(held, levels)))
}
