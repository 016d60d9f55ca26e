//! What commitments touch on the runtime as it is, beside what they weigh.

use frame_support::{traits::Hooks, weights::Weight};
use pallet_commitments::{
    Call as Commit, CommitmentOf, MeasuredWeights, WeightInfo,
    types::{CommitmentInfo, Data},
};
use pallet_drand::{LastStoredRound, OldestStoredRound, Pulse, Pulses};
use sp_keyring::Sr25519Keyring::Alice;
use sp_runtime::traits::Dispatchable;
use subtensor_primitives::NetUid;
use subtensor_timelock::{Secrets, public_key, randomness, seal, sign};

use super::{
    System, block_of, core,
    counting::{PRICES, accesses, count},
    dev_chain,
};
use crate::{Commitments, Runtime, RuntimeCall, RuntimeOrigin};

/// What asks for weights at the prices that show accesses.
mod priced {
    use frame_support::{derive_impl, weights::RuntimeDbWeight};

    frame_support::construct_runtime!(
        pub enum Priced {
            System: frame_system,
        }
    );

    frame_support::parameter_types! {
        pub const Prices: RuntimeDbWeight = super::PRICES;
    }

    #[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
    impl frame_system::Config for Priced {
        type Block = frame_system::mocking::MockBlock<Priced>;
        type DbWeight = Prices;
    }
}

type Weights = MeasuredWeights<priced::Priced>;

const SUBNET: NetUid = NetUid::new(2);
const SECRET: [u8; 32] = [7; 32];
const ROUND: u64 = 9;

/// Three notes of Alice's hotkey, sealed to a round that is not known yet.
fn notes() -> RuntimeCall {
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let encrypted = seal(&public_key(&SECRET), ROUND, &secrets, b"note").expect("it is a point");
    commitment(vec![
        Data::TimelockEncrypted {
            encrypted: encrypted.try_into().expect("it is short"),
            reveal_round: ROUND,
        };
        3
    ])
}

fn commitment(fields: Vec<Data>) -> RuntimeCall {
    let fields = fields.try_into().expect("there are at most three");
    RuntimeCall::Commitments(Commit::set_commitment {
        netuid: SUBNET,
        info: Box::new(CommitmentInfo { fields }),
    })
}

/// A chain on which Alice owns subnet 2 with her own key as hotkey.
fn chain() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    let hotkey = Alice.to_account_id();
    let register = core(pallet_subtensor::Call::register_network { hotkey });
    chain.execute_with(|| block_of(vec![(Alice, register)]));
    chain
}

fn assert_fits(state: &mut sp_io::TestExternalities, call: RuntimeCall, declared: Weight) {
    let origin = RuntimeOrigin::signed(Alice.to_account_id());
    let (result, touched) = count(state, || call.clone().dispatch(origin));
    assert!(result.is_ok(), "{result:?}");
    let declared = accesses(declared);
    assert!(touched.fits(declared), "{touched:?} of {declared:?}");
}

#[test]
fn publishing_touches_no_more_than_it_weighs() {
    let mut state = chain();
    let reset = || commitment(vec![Data::ResetBondsFlag, Data::None]);
    assert_fits(&mut state, notes(), Weights::set_commitment());
    assert_fits(&mut state, reset(), Weights::set_commitment());
    state.execute_with(|| block_of(vec![(Alice, notes())]));
    assert_fits(&mut state, notes(), Weights::set_commitment());
    assert_fits(&mut state, reset(), Weights::set_commitment());
}

#[test]
fn opening_touches_no_more_than_it_weighs() {
    let mut state = chain();
    state.execute_with(|| block_of(vec![(Alice, notes())]));
    let idle = Weights::look_for_reveals().saturating_add(Weights::update_index(0, 1));
    let now = state.execute_with(System::block_number) + 1;
    let hook = || <Commitments as Hooks<u32>>::on_initialize(now);
    let (_, touched) = count(&mut state, hook);
    let declared = accesses(idle);
    assert!(touched.fits(declared), "{touched:?} of {declared:?}");

    state.execute_with(|| {
        hook();
        let signature = sign(&SECRET, ROUND);
        let pulse = Pulse {
            round: ROUND,
            randomness: randomness(&signature).to_vec().try_into().expect("it fits"),
            signature: signature.to_vec().try_into().expect("it fits"),
        };
        Pulses::<Runtime>::insert(ROUND, pulse);
        LastStoredRound::<Runtime>::put(ROUND);
        OldestStoredRound::<Runtime>::put(ROUND);
    });
    let (_, touched) = count(&mut state, || {
        hook();
        assert!(!CommitmentOf::<Runtime>::contains_key(
            SUBNET,
            Alice.to_account_id()
        ));
    });
    let work = Weights::look_for_reveals()
        .saturating_add(Weights::update_index(1, 0))
        .saturating_add(Weights::visit_entry())
        .saturating_add(Weights::open_field().saturating_mul(3));
    let declared = accesses(work);
    assert!(touched.fits(declared), "{touched:?} of {declared:?}");
}
