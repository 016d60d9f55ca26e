//! Storage of voting power (spec 50 §2.3, 90 §21.1). Power is in rao of stake weight.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod voting_storage {
    /// Voting power of validators.
    #[pallet::storage]
    pub type VotingPower<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, T::AccountId, u64, ValueQuery>;
    /// Sum of the voting power on a subnet.
    #[pallet::storage]
    pub type TotalVotingPower<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;
    /// Whether epochs follow voting power.
    #[pallet::storage]
    pub type VotingPowerTrackingEnabled<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery>;
    /// Block from which on they do not any more; 0 if that is not to end.
    #[pallet::storage]
    pub type VotingPowerDisableAtBlock<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultVotingPowerEmaAlpha() -> u64 {
        3_570_000_000_000_000
    }
    /// Part of the stake of an epoch in the average, of 10^18.
    #[pallet::storage]
    pub type VotingPowerEmaAlpha<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, DefaultVotingPowerEmaAlpha>;
    /// Ours: subnets on which voting power is no longer followed and not all erased yet.
    #[pallet::storage]
    pub type VotingPowerErasures<T: Config> = StorageMap<_, Identity, NetUid, (), OptionQuery>;
}
