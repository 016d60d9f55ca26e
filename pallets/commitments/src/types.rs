//! What commitments are made of (spec 40 §10.1).

mod data;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    BoundedVec, CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound, traits::Get,
    weights::Weight,
};
use frame_system::pallet_prelude::BlockNumberFor;
use scale_info::TypeInfo;

use crate::{BalanceOf, Config, Subnets, WeightInfo};

pub use data::{Data, MAX_BIG_RAW, MAX_RAW, MAX_SEALED};

/// What a hotkey publishes at a time.
#[derive(
    CloneNoBound,
    DebugNoBound,
    Decode,
    DecodeWithMemTracking,
    Encode,
    EqNoBound,
    MaxEncodedLen,
    PartialEqNoBound,
    TypeInfo,
)]
#[codec(mel_bound())]
#[scale_info(skip_type_params(MaxFields))]
pub struct CommitmentInfo<MaxFields: Get<u32>> {
    /// Its parts.
    pub fields: BoundedVec<Data, MaxFields>,
}

impl<MaxFields: Get<u32>> CommitmentInfo<MaxFields> {
    /// Bytes that count towards the limit of an epoch.
    pub(crate) fn bytes(&self) -> u32 {
        self.fields
            .iter()
            .fold(0, |sum: u32, field| sum.saturating_add(field.bytes()))
    }

    /// The rounds of the sealed fields, in order.
    pub(crate) fn rounds(&self) -> impl Iterator<Item = u64> + '_ {
        self.fields.iter().filter_map(|field| match field {
            Data::TimelockEncrypted { reveal_round, .. } => Some(*reveal_round),
            _ => None,
        })
    }

    /// Whether a field is sealed.
    pub(crate) fn is_sealed(&self) -> bool {
        self.rounds().next().is_some()
    }

    /// Whether it asks for a reset of bonds.
    pub(crate) fn resets_bonds(&self) -> bool {
        self.fields.contains(&Data::ResetBondsFlag)
    }

    /// What it weighs to publish this.
    pub(crate) fn weight<T: Config>(&self) -> Weight {
        let weight = T::WeightInfo::set_commitment();
        if self.resets_bonds() {
            weight.saturating_add(T::Subnets::reset_bonds_weight())
        } else {
            weight
        }
    }
}

/// A commitment as it is stored.
#[derive(DebugNoBound, Decode, Encode, EqNoBound, MaxEncodedLen, PartialEqNoBound, TypeInfo)]
#[codec(mel_bound(T: Config))]
#[scale_info(skip_type_params(T))]
pub struct Registration<T: Config> {
    /// What is reserved for it, rao.
    pub deposit: BalanceOf<T>,
    /// When it was published.
    pub block: BlockNumberFor<T>,
    /// What was published, but for what has been opened since.
    pub info: CommitmentInfo<T::MaxFields>,
}

/// Bytes that a hotkey has used on a subnet.
#[derive(Clone, Copy, Debug, Decode, Default, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct UsageTracker {
    /// The epoch in which it has.
    pub last_epoch: u64,
    /// How many.
    pub used_space: u64,
}
