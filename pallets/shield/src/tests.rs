//! The pipeline of keys, its inherent, and what a ciphertext leaves behind.

use codec::Encode;
use frame_support::{
    assert_noop, assert_ok, derive_impl,
    dispatch::{DispatchClass, GetDispatchInfo, Pays},
    inherent::{InherentData, ProvideInherent},
    parameter_types,
    traits::Hooks,
};
use sp_runtime::{
    DispatchError::BadOrigin,
    traits::{BlakeTwo256, Hash},
};
use subtensor_shield::{ENCAPSULATION_KEY_BYTES, key_hash};

use crate as pallet_shield;
use crate::{
    AuthorKeys, AuthorSchedule, Call, CurrentKey, Error, Event, INHERENT_IDENTIFIER, InherentError,
    InherentType, NextKey, NextKeyExpiresAt, PendingKey, PendingKeyExpiresAt, ShieldEncKey,
};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        MevShield: pallet_shield,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlockU32<Test>;
}

parameter_types! {
    static Author: Option<u8> = Some(1);
    static TwoAhead: Option<u8> = None;
}

pub struct Schedule;

impl AuthorSchedule<u8> for Schedule {
    fn author_in(slots: u64) -> Option<u8> {
        match slots {
            0 => Author::get(),
            2 => TwoAhead::get(),
            other => panic!("nobody asks for slot {other}"),
        }
    }
}

impl crate::Config for Test {
    type AuthorityId = u8;
    type Authors = Schedule;
    type WeightInfo = crate::MeasuredWeights<Test>;
}

/// Runs on an empty chain and checks its state at the end.
fn chain(run: impl FnOnce()) {
    sp_io::TestExternalities::default().execute_with(|| {
        System::set_block_number(1);
        run();
        assert_ok!(MevShield::try_state(System::block_number()));
    });
}

/// The key of an author.
fn key(author: u8) -> ShieldEncKey {
    vec![author; ENCAPSULATION_KEY_BYTES].try_into().unwrap()
}

fn bytes(length: usize) -> ShieldEncKey {
    vec![0; length].try_into().unwrap()
}

fn announce(author: u8, two_ahead: Option<u8>, key: Option<ShieldEncKey>) {
    Author::set(Some(author));
    TwoAhead::set(two_ahead);
    assert_ok!(MevShield::announce_next_key(RuntimeOrigin::none(), key));
}

/// Author numbers of the keys in the three places.
fn places() -> [Option<u8>; 3] {
    [
        CurrentKey::<Test>::get(),
        PendingKey::<Test>::get(),
        NextKey::<Test>::get(),
    ]
    .map(|key| key.map(|key| key[0]))
}

#[test]
fn keys_move_on_as_the_rotation_vector_says() {
    chain(|| {
        let rows = [
            (1, Some(3), [None, None, None], None, None),
            (2, Some(1), [None, None, Some(1)], None, Some(5)),
            (3, Some(2), [None, Some(1), Some(2)], Some(5), Some(6)),
            (1, None, [Some(1), Some(2), None], Some(6), None),
            (2, None, [Some(2), None, None], None, None),
        ];
        for (block, (author, ahead, keys, pending_expiry, next_expiry)) in (1..).zip(rows) {
            System::set_block_number(block);
            announce(author, ahead, Some(key(author)));
            assert_eq!(places(), keys, "block {block}");
            assert_eq!(PendingKeyExpiresAt::<Test>::get(), pending_expiry);
            assert_eq!(NextKeyExpiresAt::<Test>::get(), next_expiry);
            assert_eq!(AuthorKeys::<Test>::get(author), Some(key(author)));
            for named in 1..=3 {
                let is_pending = MevShield::is_pending_key(&key_hash(&key(named)));
                assert_eq!(is_pending, keys[1] == Some(named));
            }
            assert_ok!(MevShield::try_state(block));
        }
    });
}

#[test]
fn with_one_author_a_key_can_be_encrypted_to_from_its_second_block_on() {
    chain(|| {
        for block in 1..=5 {
            System::set_block_number(block);
            let announced = u8::try_from(block).unwrap();
            announce(1, Some(1), Some(key(announced)));
            let before = announced.checked_sub(1).filter(|key| *key > 0);
            assert_eq!(places()[2], before, "block {block}");
        }
    });
}

#[test]
fn a_key_of_another_length_changes_nothing() {
    chain(|| {
        announce(1, Some(2), Some(key(1)));
        announce(2, Some(1), Some(key(2)));
        for length in [
            0,
            ENCAPSULATION_KEY_BYTES - 1,
            ENCAPSULATION_KEY_BYTES + 1,
            2_048,
        ] {
            assert_noop!(
                MevShield::announce_next_key(RuntimeOrigin::none(), Some(bytes(length))),
                Error::<Test>::BadEncKeyLen
            );
        }
    });
}

#[test]
fn an_author_can_withdraw_its_key() {
    chain(|| {
        announce(1, None, Some(key(1)));
        announce(1, Some(1), None);
        assert_eq!(AuthorKeys::<Test>::get(1), None);
        // What was read before stays in the pipeline.
        assert_eq!(places(), [None, None, Some(1)]);
    });
}

#[test]
fn only_the_author_of_a_block_announces() {
    chain(|| {
        assert_noop!(
            MevShield::announce_next_key(RuntimeOrigin::signed(1), Some(key(1))),
            BadOrigin
        );
        assert_noop!(
            MevShield::announce_next_key(RuntimeOrigin::root(), Some(key(1))),
            BadOrigin
        );
        Author::set(None);
        assert_noop!(
            MevShield::announce_next_key(RuntimeOrigin::none(), Some(key(1))),
            Error::<Test>::Unreachable
        );
    });
}

#[test]
fn an_announcement_has_its_place_in_every_block_and_costs_nothing() {
    let info = Call::<Test>::announce_next_key { enc_key: None }.get_dispatch_info();
    assert_eq!(info.class, DispatchClass::Mandatory);
    assert_eq!(info.pays_fee, Pays::No);
}

#[test]
fn a_submitted_ciphertext_leaves_an_event_and_nothing_else() {
    chain(|| {
        let ciphertext: crate::Ciphertext = vec![7; 8_192].try_into().unwrap();
        let origin = RuntimeOrigin::signed(5);
        let before = sp_io::storage::root(Default::default());
        assert_ok!(MevShield::submit_encrypted(origin, ciphertext.clone()));
        let id = BlakeTwo256::hash_of(&(5u64, vec![7u8; 8_192]));
        System::assert_last_event(Event::EncryptedSubmitted { id, who: 5 }.into());
        System::reset_events();
        assert_eq!(sp_io::storage::root(Default::default()), before);
        for origin in [RuntimeOrigin::none(), RuntimeOrigin::root()] {
            assert_noop!(
                MevShield::submit_encrypted(origin, ciphertext.clone()),
                BadOrigin
            );
        }
    });
}

fn inherent_of(data: Option<&InherentType>) -> Option<Call<Test>> {
    let mut inherents = InherentData::new();
    if let Some(data) = data {
        inherents.put_data(INHERENT_IDENTIFIER, data).unwrap();
    }
    MevShield::create_inherent(&inherents)
}

fn announcement(enc_key: Option<ShieldEncKey>) -> Option<Call<Test>> {
    Some(Call::announce_next_key { enc_key })
}

#[test]
fn the_inherent_announces_what_the_node_has() {
    assert_eq!(inherent_of(None), None);
    assert_eq!(inherent_of(Some(&None)), announcement(None));
    assert_eq!(inherent_of(Some(&Some(key(1)))), announcement(Some(key(1))));
}

#[test]
fn a_node_that_hands_over_rubbish_announces_no_key() {
    assert_eq!(inherent_of(Some(&Some(bytes(3)))), announcement(None));
    let mut inherents = InherentData::new();
    inherents.put_data(INHERENT_IDENTIFIER, &7u8).unwrap();
    assert_eq!(MevShield::create_inherent(&inherents), announcement(None));
    // Longer than the call can carry.
    let mut inherents = InherentData::new();
    inherents
        .put_data(INHERENT_IDENTIFIER, &Some(vec![0u8; 2_049]))
        .unwrap();
    assert_eq!(MevShield::create_inherent(&inherents), announcement(None));
}

#[test]
fn importers_refuse_a_key_of_another_length() {
    let check = |enc_key| {
        MevShield::check_inherent(&Call::announce_next_key { enc_key }, &InherentData::new())
    };
    assert_eq!(check(None), Ok(()));
    assert_eq!(check(Some(key(1))), Ok(()));
    assert_eq!(check(Some(bytes(1))), Err(InherentError::BadEncKeyLen));
    let submission = Call::submit_encrypted {
        ciphertext: Default::default(),
    };
    assert!(!MevShield::is_inherent(&submission));
    assert_eq!(
        MevShield::check_inherent(&submission, &InherentData::new()),
        Ok(())
    );
}

#[test]
fn a_ciphertext_is_no_longer_than_8192_bytes() {
    let call = |length: usize| (1u8, vec![0u8; length]).encode();
    let decode = |encoded: Vec<u8>| <Call<Test> as codec::Decode>::decode(&mut &encoded[..]);
    assert!(decode(call(8_192)).is_ok());
    assert!(decode(call(8_193)).is_err());
}

#[test]
fn broken_keys_and_expiries_are_found() {
    let breaks = |change: fn()| {
        sp_io::TestExternalities::default().execute_with(|| {
            announce(1, Some(1), Some(key(1)));
            announce(1, Some(1), Some(key(1)));
            assert_ok!(MevShield::try_state(1));
            change();
            assert!(MevShield::try_state(1).is_err());
        });
    };
    breaks(|| CurrentKey::<Test>::put(bytes(1)));
    breaks(|| AuthorKeys::<Test>::insert(9, bytes(1)));
    breaks(NextKeyExpiresAt::<Test>::kill);
    breaks(|| PendingKeyExpiresAt::<Test>::put(1));
}
