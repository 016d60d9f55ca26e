//! The calls (spec 60 §10.4): who signs them, and what they cost.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod proxy_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Makes a call for an account whose delegate the signer is, without a delay. It succeeds
        /// also if that call fails. Has a fee whatever the call has.
        ///
        /// Origin: the delegate.
        ///
        /// Parameters:
        /// - `real`: for whom the call is made.
        /// - `force_proxy_type`: as a delegate of which type; without it, of the first that the
        ///   signer is.
        /// - `call`: the call.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NotProxy`, `Unannounced`.
        ///
        /// Events: `ProxyExecuted`.
        #[pallet::call_index(0)]
        #[pallet::weight((
            T::WeightInfo::proxy(T::MaxProxies::get())
                .saturating_add(T::Guard::weight())
                .saturating_add(call.get_dispatch_info().call_weight),
            DispatchClass::Normal,
        ))]
        pub fn proxy(
            origin: OriginFor<T>,
            real: AccountIdLookupOf<T>,
            force_proxy_type: Option<T::ProxyType>,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let real = T::Lookup::lookup(real)?;
            let definition = Self::definition_of(&real, &who, force_proxy_type)?;
            ensure!(definition.delay.is_zero(), Error::<T>::Unannounced);
            let weight = Self::execute(definition.proxy_type, real, *call);
            let own = T::WeightInfo::proxy(T::MaxProxies::get());
            Ok(Some(
                own.saturating_add(T::Guard::weight())
                    .saturating_add(weight),
            )
            .into())
        }

        /// Names a delegate of the signer.
        ///
        /// Origin: signed.
        ///
        /// Parameters:
        /// - `delegate`: who may make calls for the signer.
        /// - `proxy_type`: which calls.
        /// - `delay`: blocks for which it must have announced a call.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NoSelfProxy`, `Duplicate`, `TooMany`,
        /// those of the currency.
        ///
        /// Events: `ProxyAdded`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::add_proxy(T::MaxProxies::get()))]
        pub fn add_proxy(
            origin: OriginFor<T>,
            delegate: AccountIdLookupOf<T>,
            proxy_type: T::ProxyType,
            delay: BlockNumberFor<T>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            let definition = DefinitionOf::<T> {
                delegate,
                proxy_type,
                delay,
            };
            Self::add_delegate(who, definition)
        }

        /// Ends a relation to a delegate, and the consent to pay its fees whatever else it is.
        ///
        /// Origin: signed.
        ///
        /// Parameters:
        /// - `delegate`: the delegate.
        /// - `proxy_type`: the type that it was named with.
        /// - `delay`: the delay that it was named with.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NotFound`.
        ///
        /// Events: `ProxyRemoved`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::remove_proxy(T::MaxProxies::get()))]
        pub fn remove_proxy(
            origin: OriginFor<T>,
            delegate: AccountIdLookupOf<T>,
            proxy_type: T::ProxyType,
            delay: BlockNumberFor<T>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            let definition = DefinitionOf::<T> {
                delegate,
                proxy_type,
                delay,
            };
            Self::remove_delegate(who, definition)
        }

        /// Ends all relations of the signer to delegates, and all consents to pay their fees.
        ///
        /// Origin: signed.
        ///
        /// Parameters: none.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: none.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::remove_proxies(T::MaxProxies::get()))]
        pub fn remove_proxies(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let removed = Self::remove_delegates(&who);
            Ok(Some(T::WeightInfo::remove_proxies(removed)).into())
        }

        /// Makes an account without a key, of which the signer is the first delegate. The signer
        /// reserves the deposit.
        ///
        /// Origin: signed.
        ///
        /// Parameters:
        /// - `proxy_type`: what the signer may do for it.
        /// - `delay`: blocks for which the signer must have announced a call.
        /// - `index`: tells accounts from each other that one extrinsic makes.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidDerivedAccountId`, `Duplicate`, `TooMany`, those
        /// of the currency.
        ///
        /// Events: `PureCreated`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::create_pure())]
        pub fn create_pure(
            origin: OriginFor<T>,
            proxy_type: T::ProxyType,
            delay: BlockNumberFor<T>,
            index: u16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::create_pure_account(who, proxy_type, delay, index)
        }

        /// Ends all relations of such an account to its delegates; what it holds is lost. The
        /// spawner gets the deposit back.
        ///
        /// Origin: the account, through one of its delegates.
        ///
        /// Parameters:
        /// - `spawner`: who made it.
        /// - `proxy_type`: the type it was made with.
        /// - `index`: the index it was made with.
        /// - `height`: the block in which it was made.
        /// - `ext_index`: the extrinsic of that block that made it.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `InvalidDerivedAccountId`,
        /// `NoPermission`, those of the currency.
        ///
        /// Events: `PureKilled`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::kill_pure(T::MaxProxies::get()))]
        pub fn kill_pure(
            origin: OriginFor<T>,
            spawner: AccountIdLookupOf<T>,
            proxy_type: T::ProxyType,
            index: u16,
            #[pallet::compact] height: BlockNumberFor<T>,
            #[pallet::compact] ext_index: u32,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let spawner = T::Lookup::lookup(spawner)?;
            let pure = Self::pure_account(&spawner, &proxy_type, index, height, ext_index)?;
            ensure!(who == pure, Error::<T>::NoPermission);
            let removed = Self::kill_pure_account(pure, spawner, proxy_type, index)?;
            Ok(Some(T::WeightInfo::kill_pure(removed)).into())
        }

        /// Announces a call that the signer wants to make for an account whose delegate it is.
        ///
        /// Origin: the delegate.
        ///
        /// Parameters:
        /// - `real`: for whom the call would be made.
        /// - `call_hash`: hash of the call.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NotProxy`, `TooMany`, those of the
        /// currency.
        ///
        /// Events: `Announced`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::announce(T::MaxPending::get(), T::MaxProxies::get()))]
        pub fn announce(
            origin: OriginFor<T>,
            real: AccountIdLookupOf<T>,
            call_hash: T::Hash,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let real = T::Lookup::lookup(real)?;
            Self::add_announcement(who, real, call_hash)
        }

        /// Takes back what the signer has announced of a call, all of it.
        ///
        /// Origin: the delegate.
        ///
        /// Parameters:
        /// - `real`: for whom the call would have been made.
        /// - `call_hash`: hash of the call.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NotFound`.
        ///
        /// Events: none.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::drop_announcements(T::MaxPending::get()))]
        pub fn remove_announcement(
            origin: OriginFor<T>,
            real: AccountIdLookupOf<T>,
            call_hash: T::Hash,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let real = T::Lookup::lookup(real)?;
            Self::drop_announcements(&who, &real, call_hash)
        }

        /// Refuses what a delegate has announced of a call for the signer, all of it.
        ///
        /// Origin: for whom the call would have been made.
        ///
        /// Parameters:
        /// - `delegate`: who announced it.
        /// - `call_hash`: hash of the call.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NotFound`.
        ///
        /// Events: none.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::drop_announcements(T::MaxPending::get()))]
        pub fn reject_announcement(
            origin: OriginFor<T>,
            delegate: AccountIdLookupOf<T>,
            call_hash: T::Hash,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            Self::drop_announcements(&delegate, &who, call_hash)
        }

        /// Makes a call that a delegate has announced for long enough. It succeeds also if that
        /// call fails.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Parameters:
        /// - `delegate`: who announced it.
        /// - `real`: for whom the call is made.
        /// - `force_proxy_type`: as a delegate of which type; without it, of the first that the
        ///   delegate is.
        /// - `call`: the call.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup` (the delegate, then the account),
        /// `NotProxy`, `Unannounced`.
        ///
        /// Events: `ProxyExecuted`.
        #[pallet::call_index(9)]
        #[pallet::weight((
            T::WeightInfo::proxy_announced(T::MaxPending::get(), T::MaxProxies::get())
                .saturating_add(T::Guard::weight())
                .saturating_add(call.get_dispatch_info().call_weight),
            DispatchClass::Normal,
        ))]
        pub fn proxy_announced(
            origin: OriginFor<T>,
            delegate: AccountIdLookupOf<T>,
            real: AccountIdLookupOf<T>,
            force_proxy_type: Option<T::ProxyType>,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResultWithPostInfo {
            ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            let real = T::Lookup::lookup(real)?;
            let definition = Self::definition_of(&real, &delegate, force_proxy_type)?;
            let call_hash = T::Hashing::hash_of(&call);
            Self::take_announced(&delegate, &real, call_hash, definition.delay)?;
            let weight = Self::execute(definition.proxy_type, real, *call);
            let own = T::WeightInfo::proxy_announced(T::MaxPending::get(), T::MaxProxies::get());
            Ok(Some(
                own.saturating_add(T::Guard::weight())
                    .saturating_add(weight),
            )
            .into())
        }

        /// Brings the deposits of the signer to what its delegates and announcements cost now. Free
        /// if that changes one.
        ///
        /// Origin: signed.
        ///
        /// Parameters: none.
        ///
        /// Errors, in order: `BadOrigin`, those of the currency.
        ///
        /// Events: `DepositPoked` for each deposit that changes.
        #[pallet::call_index(10)]
        #[pallet::weight(T::WeightInfo::poke_deposit(T::MaxPending::get(), T::MaxProxies::get()))]
        pub fn poke_deposit(origin: OriginFor<T>) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let has_changed = Self::poke(&who)?;
            Ok(if has_changed { Pays::No } else { Pays::Yes }.into())
        }

        /// Says whether the signer pays the fees of a delegate, for the calls that it makes for the
        /// signer and may make.
        ///
        /// Origin: signed.
        ///
        /// Parameters:
        /// - `delegate`: the delegate, of any type.
        /// - `pays_fee`: whether the signer pays.
        ///
        /// Errors, in order: `BadOrigin`, `CannotLookup`, `NotProxy`.
        ///
        /// Events: `RealPaysFeeSet`.
        #[pallet::call_index(11)]
        #[pallet::weight(T::WeightInfo::set_real_pays_fee(T::MaxProxies::get()))]
        pub fn set_real_pays_fee(
            origin: OriginFor<T>,
            delegate: AccountIdLookupOf<T>,
            pays_fee: bool,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let delegate = T::Lookup::lookup(delegate)?;
            Self::set_consent(who, delegate, pays_fee)
        }
    }
}
