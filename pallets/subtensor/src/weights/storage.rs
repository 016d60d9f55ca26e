//! Storage of weights and their rules (spec 40 §4). Intervals are in blocks.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod weights_storage {
    /// What a uid thinks of others: (target uid, weight relative to the largest of the row).
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Weights<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUidStorageIndex,
        Identity,
        u16,
        Vec<(u16, u16)>,
        ValueQuery,
    >;
    /// Block of the last weights, by uid.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type LastUpdate<T: Config> =
        StorageMap<_, Identity, NetUidStorageIndex, Vec<u64>, ValueQuery>;
    /// Committed weights by hotkey: (hash, epoch, block, 0).
    #[pallet::storage]
    #[pallet::unbounded]
    pub type WeightCommits<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        NetUidStorageIndex,
        Twox64Concat,
        T::AccountId,
        VecDeque<(H256, u64, u64, u64)>,
        OptionQuery,
    >;
    /// Encrypted weights by epoch: (hotkey, block, ciphertext, reveal round), oldest first.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type TimelockedWeightCommits<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        NetUidStorageIndex,
        Twox64Concat,
        u64,
        Vec<TimelockedCommit<T::AccountId>>,
        ValueQuery,
    >;
    /// The same without the ciphertexts, which only the reveal has to read.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type TimelockedCommitOutlines<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        NetUidStorageIndex,
        Twox64Concat,
        u64,
        Vec<CommitOutline<T::AccountId>>,
        ValueQuery,
    >;
    /// The queues of [`TimelockedWeightCommits`], sorted by mechanism and epoch, each with the
    /// round before which there is nothing to do about it.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type WaitingCommitQueues<T: Config> = StorageValue<_, Vec<WaitingQueue>, ValueQuery>;
    /// The queue with which the reveals of the next block begin.
    #[pallet::storage]
    pub type RevealCursor<T: Config> = StorageValue<_, (NetUidStorageIndex, u64), OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultRevealPeriodEpochs() -> u64 {
        1
    }
    /// Epochs between commit and reveal.
    #[pallet::storage]
    pub type RevealPeriodEpochs<T: Config> =
        StorageMap<_, Twox64Concat, NetUid, u64, ValueQuery, DefaultRevealPeriodEpochs>;
    #[pallet::type_value]
    pub fn DefaultCommitRevealWeightsEnabled() -> bool {
        true
    }
    /// Whether weights must be committed first.
    #[pallet::storage]
    pub type CommitRevealWeightsEnabled<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, DefaultCommitRevealWeightsEnabled>;
    #[pallet::type_value]
    pub fn DefaultCommitRevealWeightsVersion() -> u16 {
        4
    }
    /// Version of the commit format.
    #[pallet::storage]
    pub type CommitRevealWeightsVersion<T: Config> =
        StorageValue<_, u16, ValueQuery, DefaultCommitRevealWeightsVersion>;
    #[pallet::type_value]
    pub fn DefaultWeightsSetRateLimit<T: Config>() -> u64 {
        if T::FastTiming::get() { 1 } else { 100 }
    }
    /// Least blocks between two weight sets of a neuron.
    #[pallet::storage]
    pub type WeightsSetRateLimit<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, DefaultWeightsSetRateLimit<T>>;
    #[pallet::type_value]
    pub fn DefaultWeightsVersionKey<T: Config>() -> u64 {
        T::InitialWeightsVersionKey::get()
    }
    /// Least version key; 0: any.
    #[pallet::storage]
    pub type WeightsVersionKey<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, DefaultWeightsVersionKey<T>>;
    #[pallet::type_value]
    pub fn DefaultMinAllowedWeights<T: Config>() -> u16 {
        T::InitialMinAllowedWeights::get()
    }
    /// Least entries of a row.
    #[pallet::storage]
    pub type MinAllowedWeights<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultMinAllowedWeights<T>>;
    #[pallet::type_value]
    pub fn DefaultMaxWeightsLimit() -> u16 {
        u16::MAX
    }
    /// Largest normalised weight, of 65535. Clients clip by it; not enforced.
    #[pallet::storage]
    pub type MaxWeightsLimit<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultMaxWeightsLimit>;
}
