//! Calls of `AdminUtils` that do more than to set a value, or less.

use frame_support::{BoundedVec, assert_noop, assert_ok, traits::OnFinalize};
use pallet_admin_utils::{Call, Error};
use pallet_subtensor::Subnets;
use pallet_subtensor::{self as subtensor, Error as SubtensorError, Event};
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{ed25519, sr25519};
use sp_keyring::Sr25519Keyring::{Bob, Charlie};
use sp_runtime::DispatchError;
use subtensor_primitives::{NetUid, TaoBalance};

use super::{SUBNET, chain_with_subnet, dispatch, go_to, owner, root, said, stranger};
use crate::{Aura, Grandpa, Runtime, RuntimeEvent, System};

/// The calls of this file.
pub(super) const NAMES: [&str; 6] = [
    "swap_authorities",
    "sudo_set_total_issuance",
    "schedule_grandpa_change",
    "sudo_set_sn_owner_hotkey",
    "sudo_set_basket_claim_dust",
    "sudo_set_basket_trading_frozen",
];

#[test]
fn root_freezes_a_fund() {
    chain_with_subnet().execute_with(|| {
        let hotkey = Bob.to_account_id();
        let freeze = |frozen| Call::sudo_set_basket_trading_frozen {
            hotkey: Bob.to_account_id(),
            frozen,
        };
        assert_noop!(dispatch(owner(), &freeze(true)), DispatchError::BadOrigin);
        for frozen in [true, true, false, false] {
            assert_ok!(dispatch(root(), &freeze(frozen)));
            let is_frozen = subtensor::BasketTradingFrozen::<Runtime>::contains_key(&hotkey);
            assert_eq!(is_frozen, frozen);
        }
    });
}

#[test]
fn root_says_what_claims_leave_as_dust() {
    chain_with_subnet().execute_with(|| {
        let dust = |row_bps| Call::sudo_set_basket_claim_dust {
            row_cap_rao: 1,
            row_bps,
            slice_rao: 2,
            forfeit_cap_rao: 3,
        };
        assert_noop!(dispatch(owner(), &dust(10_000)), DispatchError::BadOrigin);
        assert_noop!(
            dispatch(root(), &dust(10_001)),
            Error::<Runtime>::ValueNotInBounds
        );
        assert_ok!(dispatch(root(), &dust(10_000)));
        assert_eq!(subtensor::BasketClaimRowDustCapTao::<Runtime>::get(), 1);
        assert_eq!(subtensor::BasketClaimRowDustBps::<Runtime>::get(), 10_000);
        assert_eq!(subtensor::BasketClaimSliceDustTao::<Runtime>::get(), 2);
        assert_eq!(subtensor::BasketClaimForfeitCapTao::<Runtime>::get(), 3);
    });
}

#[test]
fn issuance_is_set_by_nobody() {
    chain_with_subnet().execute_with(|| {
        let call = Call::sudo_set_total_issuance {
            total_issuance: TaoBalance::new(7),
        };
        for origin in [root(), owner()] {
            assert_noop!(dispatch(origin, &call), Error::<Runtime>::Deprecated);
        }
    });
}

#[test]
fn root_names_the_authors() {
    chain_with_subnet().execute_with(|| {
        let authors = |ids: &[u8]| Call::swap_authorities {
            new_authorities: BoundedVec::truncate_from(
                ids.iter()
                    .map(|id| sr25519::Public::from_raw([*id; 32]).into())
                    .collect(),
            ),
        };
        assert_noop!(dispatch(owner(), &authors(&[7])), DispatchError::BadOrigin);
        assert_noop!(
            dispatch(root(), &authors(&[])),
            Error::<Runtime>::InvalidValue
        );
        assert_ok!(dispatch(root(), &authors(&[7, 8])));
        assert_eq!(Aura::authorities_len(), 2);
    });
}

#[test]
fn root_names_the_finalizers_from_the_end_of_the_block_on() {
    chain_with_subnet().execute_with(|| {
        let finalizers = |count: u8, in_blocks| Call::schedule_grandpa_change {
            next_authorities: (0..count)
                .map(|id| (GrandpaId::from(ed25519::Public::from_raw([id; 32])), 1))
                .collect(),
            in_blocks,
            forced: None,
        };
        assert_noop!(
            dispatch(owner(), &finalizers(1, 0)),
            DispatchError::BadOrigin
        );
        let late = Error::<Runtime>::GrandpaChangeDelayMustBeZero;
        assert_noop!(dispatch(root(), &finalizers(1, 1)), late);
        for wrong in [0, 33] {
            assert_noop!(
                dispatch(root(), &finalizers(wrong, 0)),
                Error::<Runtime>::InvalidValue
            );
        }
        assert_ok!(dispatch(root(), &finalizers(32, 0)));
        assert_noop!(
            dispatch(root(), &finalizers(1, 0)),
            pallet_grandpa::Error::<Runtime>::ChangePending
        );
        Grandpa::on_finalize(System::block_number());
        assert_eq!(Grandpa::grandpa_authorities().len(), 32);
    });
}

#[test]
fn the_owner_hotkey_changes_once_in_a_week_whoever_asks() {
    chain_with_subnet().execute_with(|| {
        let name = |netuid, hotkey| Call::sudo_set_sn_owner_hotkey { netuid, hotkey };
        let (bob, charlie) = (Bob.to_account_id(), Charlie.to_account_id());
        assert_noop!(
            dispatch(stranger(), &name(SUBNET, bob.clone())),
            DispatchError::BadOrigin
        );
        assert_noop!(
            dispatch(root(), &name(NetUid::new(9), bob.clone())),
            SubtensorError::<Runtime>::SubnetNotExists
        );
        let account_of_subnet = Subnets::<Runtime>::account_of_subnet(SUBNET);
        assert_noop!(
            dispatch(owner(), &name(SUBNET, account_of_subnet)),
            SubtensorError::<Runtime>::CannotUseSystemAccount
        );
        assert_noop!(
            dispatch(owner(), &name(SUBNET, bob.clone())),
            SubtensorError::<Runtime>::NonAssociatedColdKey
        );
        for hotkey in [&bob, &charlie] {
            assert_ok!(subtensor::Pallet::<Runtime>::try_associate_hotkey(
                owner(),
                hotkey.clone()
            ));
        }
        System::reset_events();
        go_to(10);
        assert_ok!(dispatch(owner(), &name(SUBNET, bob.clone())));
        assert_eq!(subtensor::SubnetOwnerHotkey::<Runtime>::get(SUBNET), bob);
        let event = Event::SubnetOwnerHotkeySet(SUBNET, bob);
        assert_eq!(said(), [RuntimeEvent::SubtensorModule(event)]);
        go_to(50_409);
        for origin in [owner(), root()] {
            assert_noop!(
                dispatch(origin, &name(SUBNET, charlie.clone())),
                SubtensorError::<Runtime>::TxRateLimitExceeded
            );
        }
        go_to(50_410);
        assert_ok!(dispatch(root(), &name(SUBNET, charlie)));
    });
}
