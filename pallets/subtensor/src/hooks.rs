//! Work of a block (spec 10 §7) and the checks that tests run after it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod hooks {
    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(block: BlockNumberFor<T>) -> Weight {
            let now: u64 = block.unique_saturated_into();
            let netuids = Subnets::<T>::subnet_netuids();
            Registration::<T>::on_block_registrations(&netuids, now);
            Coinbase::<T>::run_coinbase(&netuids, now)
                .saturating_add(Leases::<T>::go_on_paying(now))
                .saturating_add(Funds::<T>::flush_next())
                .saturating_add(Funds::<T>::sweep_index())
                .saturating_add(Nominations::<T>::sweep_nominations())
                .saturating_add(Locks::<T>::go_on_moving())
                .saturating_add(Dissolution::<T>::go_on_dissolving())
                .saturating_add(Subnets::<T>::open_queued_subnet())
        }

        /// What waits for blocks with time left.
        fn on_idle(_: BlockNumberFor<T>, left: Weight) -> Weight {
            let mut meter = WeightMeter::with_limit(left);
            Children::<T>::check_parents(&mut meter);
            Voting::<T>::go_on_erasing(&mut meter);
            meter.consumed()
        }

        /// Fees, dust and burns of the block have moved the currency's issuance; the copy that
        /// clients read follows.
        fn on_finalize(_: BlockNumberFor<T>) {
            Ledger::<T>::record_issuance();
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            <crate::domain::Domains<T> as crate::domain::Domain<T>>::check()
        }
    }
}
