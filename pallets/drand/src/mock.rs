//! A chain that follows a beacon of its own, whose secret the tests know.

use codec::Encode;
use frame_support::{assert_ok, derive_impl, traits::Hooks};
use frame_system::offchain::{CreateBare, CreateTransactionBase};
use sp_core::{ConstU64, Pair, sr25519};
use sp_runtime::{BuildStorage, MultiSignature, MultiSigner, testing::TestXt};
use subtensor_timelock::{Plain, public_key, randomness, sign};

use crate as pallet_drand;
use crate::{BeaconSpec, Call, Pulse, PulsesPayload, pallet::GenesisConfig};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Drand: pallet_drand,
    }
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlockU32<Test>;
}

impl CreateTransactionBase<Call<Test>> for Test {
    type Extrinsic = TestXt<RuntimeCall, ()>;
    type RuntimeCall = RuntimeCall;
}

impl CreateBare<Call<Test>> for Test {
    fn create_bare(call: RuntimeCall) -> Self::Extrinsic {
        TestXt::new_bare(call)
    }
}

impl crate::Config for Test {
    type Curve = Plain;
    type UnsignedPriority = ConstU64<1_048_576>;
    type HttpFetchTimeout = ConstU64<1_000>;
    type WeightInfo = crate::MeasuredWeights<Test>;
}

/// Secret of the chain's beacon.
const SECRET: [u8; 32] = [7; 32];

/// The chain's beacon as a chain spec names it.
pub(crate) fn own_beacon() -> BeaconSpec {
    BeaconSpec {
        public_key: hex::encode(public_key(&SECRET)),
        hash: "0xbeac".into(),
        beacon_id: "own".into(),
        ..BeaconSpec::default()
    }
}

/// What the chain's beacon says in a round.
pub(crate) fn pulse(round: u64) -> Pulse {
    pulse_of(&SECRET, round)
}

/// What the beacon with that secret says in a round.
pub(crate) fn pulse_of(secret: &[u8; 32], round: u64) -> Pulse {
    let signature = sign(secret, round);
    Pulse {
        round,
        randomness: randomness(&signature).to_vec().try_into().unwrap(),
        signature: signature.to_vec().try_into().unwrap(),
    }
}

/// Who sends pulses in tests.
pub(crate) fn sender() -> sr25519::Pair {
    sr25519::Pair::from_seed(&[1; 32])
}

pub(crate) fn payload(pulses: Vec<Pulse>) -> PulsesPayload<MultiSigner, u32> {
    PulsesPayload {
        block_number: System::block_number(),
        pulses: pulses.try_into().unwrap(),
        public: MultiSigner::Sr25519(sender().public()),
    }
}

/// The call with which a payload is sent.
pub(crate) fn sent(pulses_payload: PulsesPayload<MultiSigner, u32>) -> Call<Test> {
    let signature = sender().sign(&pulses_payload.encode());
    Call::write_pulse {
        pulses_payload,
        signature: Some(MultiSignature::Sr25519(signature)),
    }
}

/// A chain before its first pulse.
pub(crate) fn externalities(beacon: BeaconSpec) -> sp_io::TestExternalities {
    let drand = GenesisConfig::<Test> {
        beacon,
        ..Default::default()
    };
    let genesis = RuntimeGenesisConfig {
        drand,
        ..Default::default()
    };
    genesis.build_storage().unwrap().into()
}

/// Runs on a chain that follows its own beacon, and checks its state at the end.
pub(crate) fn chain(run: impl FnOnce()) {
    chain_of(own_beacon(), run);
}

/// The same with that beacon.
pub(crate) fn chain_of(beacon: BeaconSpec, run: impl FnOnce()) {
    externalities(beacon).execute_with(|| {
        System::set_block_number(10);
        run();
        assert_ok!(Drand::try_state(System::block_number()));
    });
}
