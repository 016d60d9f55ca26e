//! Crowdloans on the whole runtime: what their stored calls may be and weigh, and a lease.

use alloc::{boxed::Box, vec};
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    traits::InstanceFilter,
};
use pallet_crowdloan::{Call, Config, Crowdloans};
use pallet_subtensor::{Call as Core, SubnetLeases, SubnetOwner};
use sp_keyring::Sr25519Keyring::{Alice, Bob, Charlie};
use sp_runtime::Percent;
use subtensor_primitives::{NetUid, TaoBalance};

use super::{block, block_of, core, dev_chain, sudo, transaction};
use crate::{ProxyType, Runtime, RuntimeCall, extensions::fee_of};

const TAO: u64 = 1_000_000_000;

fn lease() -> RuntimeCall {
    core(Core::register_leased_network {
        emissions_share: Percent::from_percent(30),
        end_block: None,
    })
}

fn create(call: RuntimeCall) -> RuntimeCall {
    let tao = |amount| TaoBalance::new(amount * TAO);
    let create = Call::create {
        deposit: tao(10),
        min_contribution: tao(1),
        cap: tao(2_000),
        end: 100,
        call: Some(Box::new(call.into())),
        target_address: None,
    };
    create.into()
}

fn contribute(amount: u64) -> RuntimeCall {
    let call = Call::contribute {
        crowdloan_id: 0,
        amount: TaoBalance::new(amount * TAO),
    };
    call.into()
}

fn finalize() -> RuntimeCall {
    Call::finalize { crowdloan_id: 0 }.into()
}

#[test]
fn a_crowdloan_leases_a_subnet() {
    dev_chain().execute_with(|| {
        block_of(vec![(Bob, create(lease()))]);
        block_of(vec![(Charlie, contribute(5_000))]);
        block_of(vec![(Bob, finalize())]);
        let (_, lease) = SubnetLeases::<Runtime>::iter()
            .next()
            .expect("there is a lease");
        assert_eq!(lease.beneficiary, Bob.to_account_id());
        assert_eq!(SubnetOwner::<Runtime>::get(NetUid::new(2)), lease.coldkey);
        assert!(Crowdloans::<Runtime>::get(0).is_some_and(|loan| loan.finalized));
    });
}

#[test]
fn the_largest_lease_can_be_paid_for_and_finalized_in_a_block() {
    dev_chain().execute_with(|| {
        let most = <Runtime as Config>::MaxCallWeight::get();
        assert!(most.all_gte(lease().get_dispatch_info().call_weight));
        let limits = <Runtime as frame_system::Config>::BlockWeights::get();
        let limit = limits.get(DispatchClass::Normal).max_extrinsic;
        let whole = finalize().get_dispatch_info().total_weight();
        assert!(limit.is_some_and(|limit| limit.all_gte(whole)));
    });
}

#[test]
fn who_leaves_its_coldkey_finalizes_nothing() {
    dev_chain().execute_with(|| {
        block_of(vec![(Bob, create(lease()))]);
        block_of(vec![(Charlie, contribute(5_000))]);
        let announce = core(Core::announce_coldkey_swap {
            new_coldkey_hash: Default::default(),
        });
        block_of(vec![(Bob, announce)]);
        let results = block(vec![transaction(Bob, 0, finalize())]);
        assert!(results[0].is_err());
        // Nor does it if the sudo key makes the call for it: what is stored asks again.
        let as_bob = RuntimeCall::Sudo(pallet_sudo::Call::sudo_as {
            who: Bob.to_account_id().into(),
            call: Box::new(finalize()),
        });
        block_of(vec![(Alice, as_bob)]);
        assert_eq!(SubnetLeases::<Runtime>::iter().count(), 0);
        assert!(Crowdloans::<Runtime>::get(0).is_some_and(|loan| !loan.finalized));
    });
}

#[test]
fn a_delegate_stores_no_call_that_it_may_not_make() {
    let remark = || RuntimeCall::System(frame_system::Call::remark { remark: vec![] });
    assert!(ProxyType::NonCritical.filter(&create(remark())));
    assert!(!ProxyType::NonCritical.filter(&create(sudo(remark()))));
    assert!(!ProxyType::NonCritical.filter(&create(lease())));
    assert!(!ProxyType::NonTransfer.filter(&create(remark())));
    assert!(ProxyType::Any.filter(&create(lease())));
}

/// What is stored declares nothing, so it takes nothing off the fee.
#[test]
fn a_stored_claim_makes_no_crowdloan_cheaper() {
    dev_chain().execute_with(|| {
        let fee = |call: RuntimeCall| {
            let info = call.get_dispatch_info();
            fee_of(Some(&Bob.to_account_id()), &call, &info, 100)
        };
        let claim = core(Core::claim_root_with_hotkey {
            hotkey: Bob.to_account_id(),
        });
        let other = core(Core::try_associate_hotkey {
            hotkey: Bob.to_account_id(),
        });
        assert_eq!(fee(create(claim)), fee(create(other)));
    });
}
