//! What extensions of ours look at beside the checks of pallets, with as much to look at as there
//! can be.

use alloc::{boxed::Box, vec, vec::Vec};
use core::marker::PhantomData;

use frame_benchmarking::v2::*;
use frame_support::{BoundedVec, dispatch::GetDispatchInfo, traits::Get};
use pallet_admin_utils::Call as Admin;
use pallet_multisig::Call as Multisig;
use pallet_subtensor::{Call as Core, Owner, SubnetOwner};
use pallet_subtensor_proxy::{
    Call as ProxyCall, Config as ProxyConfig, DefinitionOf, Proxies, ProxyDefinition,
    RealPaysFeeConsentV1,
};
use pallet_utility::Call as Utility;
use subtensor_primitives::NetUid;

use super::{
    class::with_class,
    payer::{Payer, payer_of},
};
use crate::{
    AccountId, ProxyType, Runtime, RuntimeCall, RuntimeOrigin,
    calls::{is_shallow, levels_of},
};

const SUBNET: NetUid = NetUid::new(1);
const SIGNER: AccountId = AccountId::new([1; 32]);
const REAL: AccountId = AccountId::new([2; 32]);
const FURTHER: AccountId = AccountId::new([3; 32]);

/// The extensions.
pub(crate) struct Pallet<T>(PhantomData<T>);

/// The runtime that has them.
pub(crate) trait Config: frame_system::Config {}

impl Config for Runtime {}

/// An account agrees to pay for a delegate, one of as many as there can be, and permits everything.
fn pays_for(real: &AccountId, delegate: &AccountId) {
    let most = <<Runtime as ProxyConfig>::MaxProxies as Get<u32>>::get();
    let of = |delegate: AccountId| DefinitionOf::<Runtime> {
        delegate,
        proxy_type: ProxyType::Any,
        delay: 0,
    };
    let mut relations: Vec<ProxyDefinition<_, _, _>> = (1..most)
        .map(|number| of(AccountId::new([100 + number as u8; 32])))
        .chain([of(delegate.clone())])
        .collect();
    relations.sort();
    Proxies::<Runtime>::insert(real, (BoundedVec::truncate_from(relations), 0));
    RealPaysFeeConsentV1::<Runtime>::insert(real, delegate, ());
}

/// A call that is made for an account.
fn acting_for(real: &AccountId, call: RuntimeCall) -> RuntimeCall {
    RuntimeCall::Proxy(ProxyCall::proxy {
        real: real.clone().into(),
        force_proxy_type: None,
        call: Box::new(call),
    })
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    let calls = calls.into_iter().map(Into::into).collect();
    RuntimeCall::Utility(Utility::batch_all { calls })
}

/// Work of a neuron, which the owner of its hotkey may pay for.
fn work() -> RuntimeCall {
    RuntimeCall::SubtensorModule(Core::serve_prometheus {
        netuid: SUBNET,
        version: 1,
        ip: 0x0808_0808,
        port: 80,
        ip_type: 4,
    })
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// A batch of so many calls, which are made for an account that permits them and pays.
    #[benchmark]
    fn nested_calls(c: Linear<1, 500>) {
        pays_for(&REAL, &SIGNER);
        let call = acting_for(&REAL, batch(vec![work(); c as usize]));

        #[block]
        {
            assert!(is_shallow(&call));
            assert!(levels_of(&call) > c.into());
            assert!(matches!(payer_of(&SIGNER, &call), Payer::Real(_)));
        }
    }

    /// The owner of a subnet makes a call that goes first.
    #[benchmark]
    fn entitlement() {
        SubnetOwner::<Runtime>::insert(SUBNET, SIGNER);
        let call = RuntimeCall::AdminUtils(Admin::sudo_set_owner_cut_enabled {
            netuid: SUBNET,
            enabled: true,
        });
        let (origin, info) = (RuntimeOrigin::signed(SIGNER), call.get_dispatch_info());

        #[block]
        {
            assert!(with_class(&origin, &call, &info).is_ok());
        }
    }

    /// Somebody makes a call for an account that makes it for another one, and both pay.
    #[benchmark]
    fn real_payer() {
        pays_for(&REAL, &SIGNER);
        pays_for(&FURTHER, &REAL);
        let call = acting_for(&REAL, acting_for(&FURTHER, work()));

        #[block]
        {
            assert!(matches!(payer_of(&SIGNER, &call), Payer::Real(real) if real == FURTHER));
        }
    }

    /// A hotkey does nothing but its work.
    #[benchmark]
    fn owner_payer() {
        Owner::<Runtime>::insert(SIGNER, REAL);
        let call = RuntimeCall::Multisig(Multisig::as_multi_threshold_1 {
            other_signatories: vec![FURTHER],
            call: Box::new(work().into()),
        });

        #[block]
        {
            let payer = payer_of(&SIGNER, &call);
            let free = |owner| frame_system::Account::<Runtime>::get(owner).data.free;
            assert!(matches!(payer, Payer::Owner { owner, .. } if free(&owner) == 0));
        }
    }
}
