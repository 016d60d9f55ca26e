//! Storage of leases (spec 30 §4.9, 90 §21.2). Amounts are rao of alpha.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod leases_storage {
    /// Leases. One that is over stays until everybody is paid.
    #[pallet::storage]
    pub type SubnetLeases<T: Config> =
        StorageMap<_, Twox64Concat, u32, SubnetLease<T::AccountId, BlockNumberFor<T>>, OptionQuery>;
    /// Leases whose subnet waits for another to be dissolved, by their coldkeys, with their
    /// numbers. Their netuids are root's until they are known.
    #[pallet::storage]
    pub type WaitingLeases<T: Config> = StorageMap<
        _,
        Identity,
        T::AccountId,
        (u32, SubnetLease<T::AccountId, BlockNumberFor<T>>),
        OptionQuery,
    >;
    /// Part of what a lease divides that a contributor gets; the beneficiary gets the rest.
    #[pallet::storage]
    pub type SubnetLeaseShares<T: Config> =
        StorageDoubleMap<_, Twox64Concat, u32, Identity, T::AccountId, U64F64, ValueQuery>;
    /// Which lease a subnet is under, in force or not.
    #[pallet::storage]
    pub type SubnetUidToLeaseId<T: Config> = StorageMap<_, Twox64Concat, NetUid, u32, OptionQuery>;
    /// Number of the next lease.
    #[pallet::storage]
    pub type NextSubnetLeaseId<T: Config> = StorageValue<_, u32, ValueQuery>;
    /// What a lease has to divide since the last time.
    #[pallet::storage]
    pub type AccumulatedLeaseDividends<T: Config> =
        StorageMap<_, Twox64Concat, u32, AlphaBalance, ValueQuery>;
    /// What a contributor is owed of what was divided.
    #[pallet::storage]
    pub type SubnetLeaseUnpaidDividends<T: Config> =
        StorageDoubleMap<_, Twox64Concat, u32, Identity, T::AccountId, AlphaBalance, ValueQuery>;
    /// How many contributors a lease had when it began; there may be fewer, since coldkeys are
    /// swapped, and never are more.
    #[pallet::storage]
    pub type LeaseContributors<T: Config> = StorageMap<_, Twox64Concat, u32, u32, ValueQuery>;
    /// Leases that are being paid out, in their order.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type LeasePayouts<T: Config> = StorageValue<_, Vec<LeasePayout<T::AccountId>>, ValueQuery>;
}
