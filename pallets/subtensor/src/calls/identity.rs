//! What coldkeys and owners say about themselves and their subnets (spec 30).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod identity_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Stores what a coldkey says about itself.
        ///
        /// Origin: the coldkey, which owns a hotkey with a uid on any subnet.
        ///
        /// Parameters:
        /// - `name`: at most 256 bytes.
        /// - `url`: at most 256 bytes.
        /// - `github_repo`: at most 256 bytes.
        /// - `image`: at most 1024 bytes.
        /// - `discord`: at most 256 bytes.
        /// - `description`: at most 1024 bytes.
        /// - `additional`: at most 1024 bytes.
        ///
        /// Errors, in order: `BadOrigin`, `HotKeyNotRegisteredInNetwork`, `InvalidIdentity` (a
        /// field is too long).
        ///
        /// Events: `ChainIdentitySet`.
        #[pallet::call_index(68)]
        #[pallet::weight(T::WeightInfo::set_identity(MAX_HOTKEYS as u32))]
        pub fn set_identity(
            origin: OriginFor<T>,
            name: Vec<u8>,
            url: Vec<u8>,
            github_repo: Vec<u8>,
            image: Vec<u8>,
            discord: Vec<u8>,
            description: Vec<u8>,
            additional: Vec<u8>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let identity = ChainIdentityV2 {
                name,
                url,
                github_repo,
                image,
                discord,
                description,
                additional,
            };
            Subnets::<T>::do_set_identity(who, identity)
        }

        /// Stores what the owner of a subnet says about it.
        ///
        /// Origin: the owner of the subnet.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `subnet_name`: at most 256 bytes.
        /// - `github_repo`: at most 1024 bytes.
        /// - `subnet_contact`: at most 1024 bytes.
        /// - `subnet_url`: at most 1024 bytes.
        /// - `discord`: at most 256 bytes.
        /// - `description`: at most 1024 bytes.
        /// - `logo_url`: at most 1024 bytes.
        /// - `additional`: at most 1024 bytes.
        ///
        /// Errors, in order: `BadOrigin`, `NotSubnetOwner`, `SubnetNotExists` (while it is
        /// dissolved), `InvalidIdentity` (a field is too long).
        ///
        /// Events: `SubnetIdentitySet`.
        #[pallet::call_index(78)]
        #[pallet::weight(T::WeightInfo::set_identity(0))]
        pub fn set_subnet_identity(
            origin: OriginFor<T>,
            netuid: NetUid,
            subnet_name: Vec<u8>,
            github_repo: Vec<u8>,
            subnet_contact: Vec<u8>,
            subnet_url: Vec<u8>,
            discord: Vec<u8>,
            description: Vec<u8>,
            logo_url: Vec<u8>,
            additional: Vec<u8>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let identity = SubnetIdentityV3 {
                subnet_name,
                github_repo,
                subnet_contact,
                subnet_url,
                discord,
                description,
                logo_url,
                additional,
            };
            Subnets::<T>::do_set_subnet_identity(who, netuid, identity)
        }

        /// Gives the alpha of a subnet another symbol.
        ///
        /// Origin: the owner of the subnet, or root.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `symbol`: one of the table of symbols, UTF-8, that no subnet has.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`,
        /// `SymbolDoesNotExist`, `SymbolAlreadyInUse`.
        ///
        /// Events: `SymbolUpdated`.
        #[pallet::call_index(112)]
        #[pallet::weight(T::WeightInfo::find_subnet_to_prune())]
        pub fn update_symbol(
            origin: OriginFor<T>,
            netuid: NetUid,
            symbol: Vec<u8>,
        ) -> DispatchResult {
            Subnets::<T>::do_update_symbol(origin, netuid, symbol)
        }
    }
}
