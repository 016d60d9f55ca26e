//! Coldkeys that are swapped, through real transactions: what an announcement forbids on every way
//! to a call, what root may do all the same, and what a swap costs.

mod routes;

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
    RuntimeEvent, Scheduler, System,
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
