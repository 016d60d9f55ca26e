//! Voting power of validators (spec 50 §12).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod voting_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lets the epochs of a subnet follow the voting power of those who may validate. If that
        /// was to end, it does not.
        ///
        /// Origin: the owner of the subnet, or root.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`.
        ///
        /// Events: `VotingPowerTrackingEnabled`.
        #[pallet::call_index(129)]
        #[pallet::weight(T::WeightInfo::set_tracking())]
        pub fn enable_voting_power_tracking(
            origin: OriginFor<T>,
            netuid: NetUid,
        ) -> DispatchResult {
            Voting::<T>::do_enable_tracking(origin, netuid)
        }

        /// Lets that end, with the first epoch 100 800 blocks later (140 on fast chains). All
        /// voting power on the subnet is removed then.
        ///
        /// Origin: the owner of the subnet, or root.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `VotingPowerTrackingNotEnabled`.
        ///
        /// Events: `VotingPowerTrackingDisableScheduled`.
        #[pallet::call_index(130)]
        #[pallet::weight(T::WeightInfo::set_tracking())]
        pub fn disable_voting_power_tracking(
            origin: OriginFor<T>,
            netuid: NetUid,
        ) -> DispatchResult {
            Voting::<T>::do_disable_tracking(origin, netuid)
        }

        /// Sets how quickly voting power follows stake.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `alpha`: the part of the stake of an epoch in the average, of 10^18, the most.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `InvalidVotingPowerEmaAlpha`.
        ///
        /// Events: `VotingPowerEmaAlphaSet`.
        #[pallet::call_index(131)]
        #[pallet::weight(T::WeightInfo::set_tracking())]
        pub fn sudo_set_voting_power_ema_alpha(
            origin: OriginFor<T>,
            netuid: NetUid,
            alpha: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Voting::<T>::do_set_ema_alpha(netuid, alpha)
        }
    }
}
