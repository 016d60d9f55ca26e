//! Work of a block (spec 10 §7) and the checks that tests run after it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod hooks {
    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(block: BlockNumberFor<T>) -> Weight {
            let now: u64 = block.unique_saturated_into();
            Self::on_block_registrations(now);
            Self::run_coinbase(now)
                .saturating_add(Self::sweep_nominations())
                .saturating_add(Self::go_on_dissolving())
                .saturating_add(Self::open_queued_subnet())
        }

        /// Fees, dust and burns of the block have moved the currency's issuance; the copy that clients read follows.
        fn on_finalize(_: BlockNumberFor<T>) {
            TotalIssuance::<T>::put(Self::tao_issuance());
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_ledger()?;
            Self::check_positions()?;
            Self::check_auto_stake()?;
            Self::check_root_dividends()?;
            Self::check_payouts()?;
            Self::check_dissolutions()?;
            Self::check_owner_hotkeys()?;
            Self::check_accounts()?;
            Self::check_burn_decay()?;
            Self::check_child_keys()
        }
    }
}
