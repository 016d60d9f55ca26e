//! Storage of subnets: life cycle, price of creation, names, and the hyperparameters that no other
//! domain owns (spec 30 §4.1, §4.6, §4.8). Amounts are in rao, intervals in blocks.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod subnets_storage {
    /// Number of networks, root included.
    #[pallet::storage]
    pub type TotalNetworks<T: Config> = StorageValue<_, u16, ValueQuery>;
    /// Whether a network exists.
    #[pallet::storage]
    pub type NetworksAdded<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultSubnetLimit() -> u16 {
        128
    }
    /// Most subnets there may be, root not counted.
    #[pallet::storage]
    pub type SubnetLimit<T: Config> = StorageValue<_, u16, ValueQuery, DefaultSubnetLimit>;
    /// How alpha is priced. 0: one to one with TAO; 1: by the pool.
    #[pallet::storage]
    pub type SubnetMechanism<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;
    /// Block of the creation.
    #[pallet::storage]
    pub type NetworkRegisteredAt<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;
    /// How often the netuid was given out.
    #[pallet::storage]
    pub type RegisteredSubnetCounter<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultSubnetOwner<T: Config>() -> T::AccountId {
        Hotkeys::<T>::zero_account()
    }
    /// Coldkey that owns the subnet.
    #[pallet::storage]
    pub type SubnetOwner<T: Config> =
        StorageMap<_, Identity, NetUid, T::AccountId, ValueQuery, DefaultSubnetOwner<T>>;
    #[pallet::type_value]
    pub fn DefaultSubnetOwnerHotkey<T: Config>() -> T::AccountId {
        Hotkeys::<T>::zero_account()
    }
    /// Hotkey that speaks for the owner.
    #[pallet::storage]
    pub type SubnetOwnerHotkey<T: Config> =
        StorageMap<_, Identity, NetUid, T::AccountId, ValueQuery, DefaultSubnetOwnerHotkey<T>>;
    /// First block of emission; absent until the owner starts the subnet.
    #[pallet::storage]
    pub type FirstEmissionBlockNumber<T: Config> =
        StorageMap<_, Identity, NetUid, u64, OptionQuery>;
    /// Whether the alpha can be traded and epochs run.
    #[pallet::storage]
    pub type SubtokenEnabled<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultStartCallDelay<T: Config>() -> u64 {
        T::InitialStartCallDelay::get()
    }
    /// Blocks between creation and the earliest start.
    #[pallet::storage]
    pub type StartCallDelay<T: Config> = StorageValue<_, u64, ValueQuery, DefaultStartCallDelay<T>>;
    /// TAO paid for the creation.
    #[pallet::storage]
    pub type SubnetLocked<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;
    /// Kept for readers; drives nothing.
    #[pallet::storage]
    pub type LargestLocked<T: Config> = StorageMap<_, Identity, NetUid, u64, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultNetworkMinLockCost<T: Config>() -> TaoBalance {
        T::InitialNetworkMinLockCost::get()
    }
    /// Least price of a creation.
    #[pallet::storage]
    pub type NetworkMinLockCost<T: Config> =
        StorageValue<_, TaoBalance, ValueQuery, DefaultNetworkMinLockCost<T>>;
    #[pallet::type_value]
    pub fn DefaultNetworkLastLockCost<T: Config>() -> TaoBalance {
        T::InitialNetworkMinLockCost::get()
    }
    /// Price of the last creation.
    #[pallet::storage]
    pub type NetworkLastLockCost<T: Config> =
        StorageValue<_, TaoBalance, ValueQuery, DefaultNetworkLastLockCost<T>>;
    #[pallet::type_value]
    pub fn DefaultNetworkLockReductionInterval<T: Config>() -> u64 {
        T::InitialNetworkLockReductionInterval::get()
    }
    /// Blocks in which the last price would decay to nothing.
    #[pallet::storage]
    pub type NetworkLockReductionInterval<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultNetworkLockReductionInterval<T>>;
    #[pallet::type_value]
    pub fn DefaultNetworkRateLimit<T: Config>() -> u64 {
        T::InitialNetworkRateLimit::get()
    }
    /// Least blocks between two creations.
    #[pallet::storage]
    pub type NetworkRateLimit<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultNetworkRateLimit<T>>;
    #[pallet::type_value]
    pub fn DefaultNetworkImmunityPeriod<T: Config>() -> u64 {
        T::InitialNetworkImmunityPeriod::get()
    }
    /// Blocks in which a new subnet is not dissolved for another.
    #[pallet::storage]
    pub type NetworkImmunityPeriod<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultNetworkImmunityPeriod<T>>;
    /// First block in which subnets may be created.
    #[pallet::storage]
    pub type NetworkRegistrationStartBlock<T: Config> = StorageValue<_, u64, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultDissolveNetworkScheduleDuration<T: Config>() -> BlockNumberFor<T> {
        T::InitialDissolveNetworkScheduleDuration::get()
    }
    /// Kept for readers; drives nothing.
    #[pallet::storage]
    pub type DissolveNetworkScheduleDuration<T: Config> =
        StorageValue<_, BlockNumberFor<T>, ValueQuery, DefaultDissolveNetworkScheduleDuration<T>>;
    #[pallet::type_value]
    pub fn DefaultTokenSymbol() -> Vec<u8> {
        vec![0xF0, 0x9D, 0x9C, 0x8F]
    }
    /// Symbol of the alpha, UTF-8.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type TokenSymbol<T: Config> =
        StorageMap<_, Identity, NetUid, Vec<u8>, ValueQuery, DefaultTokenSymbol>;
    /// What the owner says about the subnet.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type SubnetIdentitiesV3<T: Config> =
        StorageMap<_, Blake2_128Concat, NetUid, SubnetIdentityV3, OptionQuery>;
    /// What a coldkey says about itself.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type IdentitiesV2<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, ChainIdentityV2, OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultScalingLawPower<T: Config>() -> u16 {
        T::InitialScalingLawPower::get()
    }
    /// Kept for readers; drives nothing.
    #[pallet::storage]
    pub type ScalingLawPower<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultScalingLawPower<T>>;
    #[pallet::type_value]
    pub fn DefaultValidatorPruneLen<T: Config>() -> u64 {
        T::InitialValidatorPruneLen::get()
    }
    /// Kept for readers; drives nothing.
    #[pallet::storage]
    pub type ValidatorPruneLen<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, DefaultValidatorPruneLen<T>>;
    /// Accounts with a row on a subnet in a map that begins with the account: children, takes,
    /// uses, auto-stake, and what rounding left in the pool of a hotkey without stakers. What was
    /// noted once stays until the subnet is dissolved.
    #[pallet::storage]
    pub type SubnetAccounts<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, T::AccountId, (), OptionQuery>;
    /// Subnets that are to be erased; the first of them is being erased.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type DissolveCleanupQueue<T: Config> = StorageValue<_, Vec<NetUid>, ValueQuery>;
    /// How far the subnet that is being erased has come.
    #[pallet::storage]
    pub type CurrentDissolveCleanupStatus<T: Config> =
        StorageValue<_, DissolveCleanupStatus, OptionQuery>;
    /// Number of creations that ever waited.
    #[pallet::storage]
    pub type NetworkRegistrationLockId<T: Config> = StorageValue<_, u32, ValueQuery>;
    /// Who paid for a creation that waits, and how much, by its number.
    #[pallet::storage]
    pub type NetworkRegistrationEscrow<T: Config> =
        StorageMap<_, Identity, u32, (T::AccountId, TaoBalance), OptionQuery>;
    /// Creations that wait until a netuid is free, in the order of their numbers.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type NetworkRegistrationQueue<T: Config> =
        StorageValue<_, Vec<NetworkRegistrationInfo<T::AccountId, BlockNumberFor<T>>>, ValueQuery>;
}
