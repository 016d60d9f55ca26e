//! Subnets that crowdloans pay for (spec 30 §13).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod leases_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Opens a subnet with what a crowdloan has raised; a part of its owner's cut is divided
        /// among the contributors from then on, and what is left of the TAO at once. Where there
        /// are as many subnets as may be, the lease begins when another has been dissolved.
        ///
        /// Origin: the creator of the crowdloan, through the crowdloan that is being finalized.
        ///
        /// Parameters:
        /// - `emissions_share`: part of the owner's cut that is divided, in percent.
        /// - `end_block`: from when on the creator may take the subnet over; never, if there is
        ///   none.
        ///
        /// Errors, in order: `BadOrigin`, that of the crowdloans if none is being finalized,
        /// `InvalidLeaseBeneficiary`, `LeaseCannotEndInThePast`, `Overflow`,
        /// `NonAssociatedColdKey` (somebody owns all hotkeys that the lease could have),
        /// `InsufficientTaoBalance` (the crowdloan has less than it raised), those of
        /// opening a subnet, and those of the proxy.
        ///
        /// Events: those of opening a subnet, `SubnetLeaseCreated`; or
        /// `NetworkRegistrationQueued`, and later those or `NetworkRegistrationCancelled`, when
        /// the price is divided, too.
        #[pallet::call_index(110)]
        #[pallet::weight(
            T::WeightInfo::register_leased_network(Leases::<T>::max_contributors())
                .saturating_add(T::WeightInfo::find_subnet_to_prune())
                .saturating_add(T::WeightInfo::stop_subnet())
        )]
        pub fn register_leased_network(
            origin: OriginFor<T>,
            emissions_share: Percent,
            end_block: Option<BlockNumberFor<T>>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let contributors = Leases::<T>::do_register(&who, emissions_share, end_block)?;
            let weight = T::WeightInfo::register_leased_network(contributors)
                .saturating_add(T::WeightInfo::find_subnet_to_prune())
                .saturating_add(T::WeightInfo::stop_subnet());
            Ok(Some(weight).into())
        }

        /// Takes over a subnet whose lease has ended, with what is staked for the lease, its TAO
        /// and its hotkey. What contributors are owed is paid in the next blocks.
        ///
        /// Origin: the beneficiary of the lease.
        ///
        /// Parameters:
        /// - `lease_id`: number of the lease.
        /// - `hotkey`: one of the beneficiary's; it speaks for the owner from then on.
        ///
        /// Errors, in order: `BadOrigin`, `LeaseDoesNotExist` (or it is over),
        /// `ExpectedBeneficiaryOrigin`, `LeaseHasNoEndBlock`, `LeaseHasNotEnded`,
        /// `BeneficiaryDoesNotOwnHotkey`, those of the proxy.
        ///
        /// Events: `SubnetOwnerHotkeySet`, `SubnetOwnerChanged`, `SubnetLeaseTerminated`; later
        /// `SubnetLeaseDividendsDistributed` or `SubnetLeaseDividendSkipped` for each who is owed
        /// something.
        #[pallet::call_index(111)]
        #[pallet::weight(T::WeightInfo::terminate_lease(Leases::<T>::max_contributors()))]
        pub fn terminate_lease(
            origin: OriginFor<T>,
            lease_id: u32,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let contributors = Leases::<T>::do_terminate(&who, lease_id, hotkey)?;
            Ok(Some(T::WeightInfo::terminate_lease(contributors)).into())
        }
    }
}
