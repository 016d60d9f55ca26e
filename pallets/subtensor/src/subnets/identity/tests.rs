//! Identities and symbols: who may say what, how long it may be, and what is stored (spec 30 §11).

use frame_support::{
    assert_noop, assert_ok,
    dispatch::{DispatchResult, DispatchResultWithPostInfo},
};
use sp_runtime::DispatchError;
use subtensor_primitives::NetUid;

use crate::{Error, mock::*, pallet::*, subnets::default_symbol};

/// Most bytes of the fields of a coldkey's identity, in their order.
const COLDKEY_LIMITS: [usize; 7] = [256, 256, 256, 1_024, 256, 1_024, 1_024];
/// The same of a subnet's.
const SUBNET_LIMITS: [usize; 8] = [256, 1_024, 1_024, 1_024, 256, 1_024, 1_024, 1_024];

/// Fields of these lengths.
fn fields<const N: usize>(lengths: [usize; N]) -> [Vec<u8>; N] {
    lengths.map(|length| vec![b'x'; length])
}

fn set_identity(who: u64, lengths: [usize; 7]) -> DispatchResultWithPostInfo {
    let [
        name,
        url,
        github_repo,
        image,
        discord,
        description,
        additional,
    ] = fields(lengths);
    SubtensorModule::set_identity(
        signed(who),
        name,
        url,
        github_repo,
        image,
        discord,
        description,
        additional,
    )
}

fn set_subnet_identity(who: RuntimeOrigin, netuid: NetUid, lengths: [usize; 8]) -> DispatchResult {
    let [
        name,
        repo,
        contact,
        url,
        discord,
        description,
        logo,
        additional,
    ] = fields(lengths);
    SubtensorModule::set_subnet_identity(
        who,
        netuid,
        name,
        repo,
        contact,
        url,
        discord,
        description,
        logo,
        additional,
    )
}

#[test]
fn a_coldkey_with_a_neuron_says_who_it_is() {
    new_test_ext().execute_with(|| {
        let refused = set_identity(1, [0; 7]);
        assert_noop!(refused, Error::<Test>::HotKeyNotRegisteredInNetwork);
        start_subnet(1, 11);
        for field in 0..7 {
            let mut lengths = COLDKEY_LIMITS;
            lengths[field] += 1;
            assert_noop!(set_identity(1, lengths), Error::<Test>::InvalidIdentity);
        }
        assert_ok!(set_identity(1, COLDKEY_LIMITS));
        let stored = IdentitiesV2::<Test>::get(account(1)).unwrap();
        assert_eq!((stored.name.len(), stored.image.len()), (256, 1_024));
        System::assert_last_event(Event::ChainIdentitySet(account(1)).into());
        check();
    });
}

#[test]
fn an_owner_says_what_its_subnet_is() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        assert_noop!(
            set_subnet_identity(RuntimeOrigin::root(), netuid, [0; 8]),
            DispatchError::BadOrigin
        );
        for (who, netuid) in [(2, netuid), (1, NetUid::new(9))] {
            let refused = set_subnet_identity(signed(who), netuid, [0; 8]);
            assert_noop!(refused, Error::<Test>::NotSubnetOwner);
        }
        for field in 0..8 {
            let mut lengths = SUBNET_LIMITS;
            lengths[field] += 1;
            let refused = set_subnet_identity(signed(1), netuid, lengths);
            assert_noop!(refused, Error::<Test>::InvalidIdentity);
        }
        assert_ok!(set_subnet_identity(signed(1), netuid, SUBNET_LIMITS));
        let stored = SubnetIdentitiesV3::<Test>::get(netuid).unwrap();
        assert_eq!(
            (stored.subnet_name.len(), stored.logo_url.len()),
            (256, 1_024)
        );
        System::assert_last_event(Event::SubnetIdentitySet(netuid).into());
    });
}

#[test]
fn a_symbol_is_one_of_the_table_that_nobody_has() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let other = start_subnet(2, 21);
        let update = |who, netuid, symbol: &[u8]| {
            SubtensorModule::update_symbol(who, netuid, symbol.to_vec())
        };
        let free = default_symbol(NetUid::new(42));
        assert_noop!(update(signed(2), netuid, &free), DispatchError::BadOrigin);
        assert_noop!(
            update(RuntimeOrigin::root(), NetUid::new(9), &free),
            Error::<Test>::SubnetNotExists
        );
        for unknown in [&b"TEST"[..], b"", &default_symbol(NetUid::ROOT)] {
            let refused = update(signed(1), netuid, unknown);
            assert_noop!(refused, Error::<Test>::SymbolDoesNotExist);
        }
        for taken in [
            TokenSymbol::<Test>::get(other),
            TokenSymbol::<Test>::get(netuid),
        ] {
            let refused = update(signed(1), netuid, &taken);
            assert_noop!(refused, Error::<Test>::SymbolAlreadyInUse);
        }
        assert_ok!(update(signed(1), netuid, &free));
        assert_eq!(TokenSymbol::<Test>::get(netuid), free);
        System::assert_last_event(
            Event::SymbolUpdated {
                netuid,
                symbol: free,
            }
            .into(),
        );
        assert_ok!(update(
            RuntimeOrigin::root(),
            netuid,
            &default_symbol(NetUid::new(43))
        ));
    });
}

#[test]
fn a_new_subnet_takes_the_first_symbol_where_its_own_is_taken() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        let (own, next) = (NetUid::new(netuid.get() + 1), NetUid::new(netuid.get() + 2));
        assert_ok!(SubtensorModule::update_symbol(
            signed(1),
            netuid,
            default_symbol(own)
        ));
        let second = start_subnet(2, 21);
        assert_eq!(second, own);
        assert_eq!(TokenSymbol::<Test>::get(second), default_symbol(netuid));
        let third = start_subnet(3, 31);
        assert_eq!(TokenSymbol::<Test>::get(third), default_symbol(next));
    });
}
