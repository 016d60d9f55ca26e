//! Life of a subnet: creation, start, dissolution (spec 30).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod subnets_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Opens a subnet.
        #[pallet::call_index(59)]
        #[pallet::weight(T::WeightInfo::register_network().saturating_add(T::WeightInfo::find_subnet_to_prune()))]
        pub fn register_network(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_register_network(who, hotkey, None)
        }

        /// Stops a subnet, pays it out and erases it. Root only; `coldkey` has no meaning.
        #[pallet::call_index(61)]
        #[pallet::weight(T::WeightInfo::find_subnet_to_prune())]
        pub fn dissolve_network(
            origin: OriginFor<T>,
            coldkey: T::AccountId,
            netuid: NetUid,
        ) -> DispatchResult {
            ensure_root(origin)?;
            let _ = coldkey;
            Self::do_dissolve_network(netuid)
        }

        /// Opens a subnet and describes it.
        #[pallet::call_index(79)]
        #[pallet::weight(T::WeightInfo::register_network().saturating_add(T::WeightInfo::find_subnet_to_prune()))]
        pub fn register_network_with_identity(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            identity: Option<SubnetIdentityV3>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_register_network(who, hotkey, identity)
        }

        /// Lets a subnet trade and emit. Owner only.
        #[pallet::call_index(92)]
        #[pallet::weight(T::WeightInfo::start_call())]
        pub fn start_call(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
            Self::ensure_subnet_owner(origin, netuid)?;
            Self::do_start_call(netuid)
        }

        /// Stops a subnet, pays it out and erases it. Root only.
        #[pallet::call_index(120)]
        #[pallet::weight(T::WeightInfo::find_subnet_to_prune())]
        pub fn root_dissolve_network(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            ensure_root(origin)?;
            Self::do_dissolve_network(netuid)
        }
    }
}
