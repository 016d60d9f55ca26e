//! The calls (spec 60 §12.3): who signs them, and what they cost. A crowdloan is open until it is
//! finalized.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod crowdloan_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Opens a crowdloan. Its deposit is the first contribution.
        ///
        /// Origin: signed, by the creator.
        ///
        /// Parameters:
        /// - `deposit`: what the creator gives, rao; at least `MinimumDeposit`.
        /// - `min_contribution`: least that others may offer, rao; at least
        ///   `AbsoluteMinimumContribution`.
        /// - `cap`: what is to be raised, rao; more than the deposit.
        /// - `end`: the block from which on nothing is taken, from `MinimumBlockDuration` to
        ///   `MaximumBlockDuration` blocks ahead.
        /// - `call`: what the creator makes when it is finalized. Paid for then.
        /// - `target_address`: who gets the sum then. Either this or a call.
        ///
        /// Errors, in order: `BadOrigin`, `DepositTooLow`, `CapTooLow`,
        /// `MinimumContributionTooLow`, `InvalidFinalizationConfig` (also of a call that weighs
        /// more than a crowdloan pays for), `CannotEndInPast`, `BlockDurationTooShort`,
        /// `BlockDurationTooLong`, `InsufficientBalance`, `Overflow`, `Exhausted` (the call is too
        /// long to be stored), those of the currency.
        ///
        /// Events: `Created`.
        #[pallet::call_index(0)]
        #[pallet::weight(
            call.as_ref().map_or(T::WeightInfo::create(), |call| {
                T::WeightInfo::create()
                    .saturating_add(T::WeightInfo::store_call(call.encoded_size() as u32))
            })
        )]
        pub fn create(
            origin: OriginFor<T>,
            #[pallet::compact] deposit: TaoBalance,
            #[pallet::compact] min_contribution: TaoBalance,
            #[pallet::compact] cap: TaoBalance,
            #[pallet::compact] end: BlockNumberFor<T>,
            call: Option<Box<<T as Config>::RuntimeCall>>,
            target_address: Option<T::AccountId>,
        ) -> DispatchResult {
            let creator = ensure_signed(origin)?;
            let terms = Terms {
                deposit,
                min_contribution,
                cap,
                end,
                call: call.map(|call| *call),
                target_address,
            };
            Self::do_create(creator, terms)
        }

        /// Gives to a crowdloan: what is offered, as far as there is room up to the cap and to the
        /// most for one account.
        ///
        /// Origin: signed.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        /// - `amount`: the offer, rao; at least its least contribution.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `ContributionPeriodEnded`, `CapRaised`, `ContributionTooLow`, `MaxContributorsReached`,
        /// `MaxContributionReached`, `ContributionTooLow` (of what was given in all, less than an
        /// account can hold could be taken), `InsufficientBalance`, those of the currency.
        ///
        /// Events: `Contributed`.
        #[pallet::call_index(1)]
        #[pallet::weight(T::WeightInfo::contribute())]
        pub fn contribute(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
            #[pallet::compact] amount: TaoBalance,
        ) -> DispatchResult {
            let contributor = ensure_signed(origin)?;
            Self::do_contribute(crowdloan_id, contributor, amount)
        }

        /// Takes back what the signer has given to an open crowdloan, at any time; the creator all
        /// but the deposit. It needs neither the stored call nor anybody's consent.
        ///
        /// Origin: signed.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `NoContribution`, `DepositCannotBeWithdrawn`, `Underflow`, those of
        /// the currency.
        ///
        /// Events: `Withdrew`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::withdraw())]
        pub fn withdraw(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
        ) -> DispatchResult {
            let contributor = ensure_signed(origin)?;
            Self::do_withdraw(crowdloan_id, contributor)
        }

        /// Pays the sum to the target, or makes the stored call as the creator, once the cap has
        /// been raised. All that was raised must leave the account of the crowdloan, or nothing
        /// happens. What others have sent there goes to the target, or to the creator.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `InvalidOrigin`, `CapNotRaised`,
        /// `AlreadyFinalized`, `AlreadyFinalizing` (any crowdloan), `InvalidFinalizationConfig`,
        /// `CallUnavailable`, those of the call and of the currency, `FundsNotSettled`.
        ///
        /// Events: those of the call, `Finalized`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::finalize().saturating_add(T::MaxCallWeight::get()))]
        pub fn finalize(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin.clone())?;
            let weight = Self::do_finalize(crowdloan_id, &who, origin)?;
            Ok(Some(T::WeightInfo::finalize().saturating_add(weight)).into())
        }

        /// Pays back up to `RefundContributorsLimit` contributors of an open crowdloan, but not its
        /// creator.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `InvalidOrigin`, those of the currency, `Underflow`.
        ///
        /// Events: `PartiallyRefunded`, `AllRefunded`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::refund(T::RefundContributorsLimit::get()))]
        pub fn refund(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let refunded = Self::do_refund(crowdloan_id, &who)?;
            Ok(Some(T::WeightInfo::refund(refunded)).into())
        }

        /// Ends an open crowdloan to which nobody else has given anything. The creator gets back
        /// the contribution, and what others have sent to the account of the crowdloan.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `InvalidOrigin`, `NoContribution`, `NotReadyToDissolve`, those of
        /// the currency.
        ///
        /// Events: `Dissolved`.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::dissolve())]
        pub fn dissolve(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_dissolve(crowdloan_id, &who)
        }

        /// Sets the least contribution to an open crowdloan.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        /// - `new_min_contribution`: rao; at least `AbsoluteMinimumContribution`, at most what one
        ///   account may give.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `InvalidOrigin`, `MinimumContributionTooLow`,
        /// `MinimumContributionTooHigh`.
        ///
        /// Events: `MinContributionUpdated`.
        #[pallet::call_index(6)]
        #[pallet::weight(T::WeightInfo::update_min_contribution())]
        pub fn update_min_contribution(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
            #[pallet::compact] new_min_contribution: TaoBalance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_update_min_contribution(crowdloan_id, &who, new_min_contribution)
        }

        /// Sets the end of an open crowdloan, which may be over.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        /// - `new_end`: the block, from `MinimumBlockDuration` to `MaximumBlockDuration` blocks
        ///   after this one.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `InvalidOrigin`, `CannotEndInPast`, `BlockDurationTooShort`,
        /// `BlockDurationTooLong`.
        ///
        /// Events: `EndUpdated`.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::update_end())]
        pub fn update_end(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
            #[pallet::compact] new_end: BlockNumberFor<T>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_update_end(crowdloan_id, &who, new_end)
        }

        /// Sets what an open crowdloan is to raise.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        /// - `new_cap`: rao; at least what has been raised.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `InvalidOrigin`, `CapTooLow`.
        ///
        /// Events: `CapUpdated`.
        #[pallet::call_index(8)]
        #[pallet::weight(T::WeightInfo::update_cap())]
        pub fn update_cap(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
            #[pallet::compact] new_cap: TaoBalance,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_update_cap(crowdloan_id, &who, new_cap)
        }

        /// Sets the most that one account may give to an open crowdloan. Who has given more keeps
        /// it there.
        ///
        /// Origin: the creator.
        ///
        /// Parameters:
        /// - `crowdloan_id`: the crowdloan.
        /// - `new_max_contribution`: rao; at least its least contribution and what the creator has
        ///   given; none: up to the cap.
        ///
        /// Errors, in order: `BadOrigin`, `InvalidCrowdloanId`, `AlreadyFinalizing`,
        /// `AlreadyFinalized`, `InvalidOrigin`, `MaximumContributionTooLow`.
        ///
        /// Events: `MaxContributionUpdated`.
        #[pallet::call_index(9)]
        #[pallet::weight(T::WeightInfo::set_max_contribution())]
        pub fn set_max_contribution(
            origin: OriginFor<T>,
            #[pallet::compact] crowdloan_id: CrowdloanId,
            new_max_contribution: Option<TaoBalance>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_max_contribution(crowdloan_id, &who, new_max_contribution)
        }
    }
}
