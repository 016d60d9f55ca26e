//! Benchmarks of the weights, and the states in which calls and hooks have as much to do as they
//! can. The same states serve the tests that count what is touched ([`crate::weight_info`]), on
//! the mock runtime, and the benchmarks, on the runtime of the node.
//!
//! A row names a call and prepares a state for it; a job prepares a state and is a part of a hook
//! or of a call. What is measured as which benchmark stands in one table (`table`).

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a state that cannot be prepared ends the benchmark, as it ends a test"
)]

mod coldkeys;
mod commits;
pub(crate) mod leases;
pub(crate) mod locks;
pub(crate) mod reveals;
pub(crate) mod rows;
mod stakes;
pub(crate) mod states;
mod swaps;
#[allow(
    unused_imports,
    reason = "FRAME exports what a module of benchmarks has"
)]
pub(crate) mod table;
mod units;
mod votes;

use alloc::vec::Vec;

use codec::{Decode, Encode};
use frame_support::traits::fungible::Mutate;
use frame_system::{Pallet as System, RawOrigin};
use subtensor_primitives::{AlphaBalance, FinalizingCrowdloan, List, NetUid, TaoBalance};

use crate::{Call, Config, Pallet, Subnets, pallet::*};

/// One TAO, in rao.
pub(crate) const TAO: u64 = 1_000_000_000;
/// Balance of each of the accounts 1 to 9, rao.
pub(crate) const FUNDS: u64 = 1_000_000 * TAO;
/// Secret of the beacon of encrypted weights.
pub const BEACON_SECRET: [u8; 32] = [7; 32];

/// Who makes a call, and the call.
pub(crate) type Prepared<T> = (RawOrigin<<T as frame_system::Config>::AccountId>, Call<T>);

/// What states need of a runtime beyond what the pallet does.
pub trait Setup: Config {
    /// Lets the current block have an author.
    fn set_author();
    /// Keeps liquidity for a pool, of which it can take both sides now.
    fn keep_liquidity(netuid: NetUid, tao: TaoBalance, alpha: AlphaBalance);
    /// Lets the beacon know all rounds up to this one, signed with [`BEACON_SECRET`].
    fn sign_rounds_to(last: u64);
    /// Lets a crowdloan be finalized to which these have given so much each.
    fn finalize_crowdloan(
        loan: FinalizingCrowdloan<Self::AccountId>,
        given: Vec<(Self::AccountId, TaoBalance)>,
    );
}

/// Account number `number`.
pub(crate) fn account<T: Config>(number: u64) -> T::AccountId {
    let mut bytes = [0xAC; 32];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    T::AccountId::decode(&mut &bytes[..]).expect("accounts have 32 bytes")
}

/// The bytes of an account.
pub(crate) fn bytes_of<T: Config>(number: u64) -> [u8; 32] {
    let bytes = account::<T>(number).encode();
    bytes.try_into().expect("accounts have 32 bytes")
}

/// The account as who signed.
pub(crate) fn signed<T: Config>(number: u64) -> RawOrigin<T::AccountId> {
    RawOrigin::Signed(account::<T>(number))
}

/// The same as calls take it.
pub(crate) fn origin<T: Config>(number: u64) -> T::RuntimeOrigin {
    signed::<T>(number).into()
}

/// Goes to a block.
pub(crate) fn at_block<T: Config>(number: u32) {
    System::<T>::set_block_number(number.into());
}

/// Gives the accounts that pay what they pay with.
pub(crate) fn fund_accounts<T: Config>() {
    for number in 1..10 {
        T::Currency::set_balance(&account::<T>(number), FUNDS);
    }
}

/// An argument that is a list.
pub(crate) fn list<T: core::fmt::Debug, const MAX: u32>(items: Vec<T>) -> List<T, MAX> {
    items.try_into().expect("there are not too many")
}

/// Locks stake of a coldkey for a hotkey, on top of what it has locked.
pub(crate) fn lock_stake<T: Config>(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    let amount = AlphaBalance::new(amount);
    Pallet::<T>::lock_stake(origin::<T>(coldkey), account::<T>(hotkey), netuid, amount)
        .expect("there is so much to lock");
}

/// Opens a subnet owned by the coldkey and hotkey of those numbers, started and emitting.
pub(crate) fn start_subnet<T: Config>(coldkey: u64, hotkey: u64) -> NetUid {
    NetworkRateLimit::<T>::put(0);
    Pallet::<T>::register_network(origin::<T>(coldkey), account::<T>(hotkey))
        .expect("there is room for a subnet");
    let netuid = Subnets::<T>::subnet_netuids().last().copied();
    let netuid = netuid.expect("a subnet was opened");
    if StartCallDelay::<T>::get() > 0 {
        StartCallDelay::<T>::put(0);
    }
    Pallet::<T>::start_call(origin::<T>(coldkey), netuid).expect("it is not started");
    SubnetEmissionEnabled::<T>::insert(netuid, true);
    CommitRevealWeightsEnabled::<T>::insert(netuid, false);
    WeightsSetRateLimit::<T>::insert(netuid, 0);
    netuid
}

/// A hash as the runtime has them.
pub(crate) fn hash_of<T: Config>(bytes: &impl Encode) -> T::Hash {
    T::Hash::decode(&mut &bytes.encode()[..]).expect("hashes have 32 bytes")
}
