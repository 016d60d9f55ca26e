//! The calls that do more than to set a value, or less (spec 30 §16).

/// Ordinary calls, beside those that the tables of values make.
#[frame_support::pallet_macros::pallet_section]
mod actions {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Names who makes blocks from the next one on.
        #[pallet::call_index(0)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn swap_authorities(
            origin: OriginFor<T>,
            new_authorities: AuthorsOf<T>,
        ) -> DispatchResult {
            ensure_root(origin)?;
            T::Authorities::set_authors(new_authorities)
        }

        /// Retired: issuance follows from what exists.
        #[pallet::call_index(33)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_total_issuance(
            _origin: OriginFor<T>,
            total_issuance: TaoBalance,
        ) -> DispatchResult {
            let _ = total_issuance;
            Err(Error::<T>::Deprecated.into())
        }

        /// Gives the chain another number. What was signed for the one before, such as limit
        /// orders, is void.
        #[pallet::call_index(58)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_evm_chain_id(origin: OriginFor<T>, chain_id: u64) -> DispatchResult {
            ensure_root(origin)?;
            pallet_evm_chain_id::Pallet::<T>::set(chain_id);
            Self::note_parameter(None, "evm_chain_id", chain_id);
            Ok(())
        }

        /// Names who finalizes blocks, from the end of this one on.
        #[pallet::call_index(59)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn schedule_grandpa_change(
            origin: OriginFor<T>,
            next_authorities: FinalizersOf<T>,
            in_blocks: BlockNumberFor<T>,
            forced: Option<BlockNumberFor<T>>,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(
                in_blocks.is_zero(),
                Error::<T>::GrandpaChangeDelayMustBeZero
            );
            T::Authorities::schedule_finalizers(next_authorities, in_blocks, forced)
        }

        /// Sets the hotkey that speaks for the owner. What root validators have lent to the one
        /// before goes along.
        #[pallet::call_index(67)]
        #[pallet::weight(<T as Config>::WeightInfo::owner_hotkey())]
        pub fn sudo_set_sn_owner_hotkey(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResult {
            Subnets::<T>::do_set_owner_hotkey(origin, netuid, hotkey)
        }

        /// Sets the number of mechanisms of a subnet.
        #[pallet::call_index(76)]
        #[pallet::weight(<T as Config>::WeightInfo::mechanism_count())]
        pub fn sudo_set_mechanism_count(
            origin: OriginFor<T>,
            netuid: NetUid,
            mechanism_count: MechId,
        ) -> DispatchResult {
            Self::by(origin, netuid, OwnerPer(Action::MechanismCount), |_| {
                Mechanisms::<T>::do_set_mechanism_count(netuid, mechanism_count)?;
                Self::note_parameter(Some(netuid), "mechanism_count", mechanism_count);
                Ok(())
            })
        }

        /// Sets the parts of the mechanisms of a subnet in its emission, of 65535; none for even
        /// parts.
        #[pallet::call_index(77)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_mechanism_emission_split(
            origin: OriginFor<T>,
            netuid: NetUid,
            maybe_split: Option<Vec<u16>>,
        ) -> DispatchResult {
            Self::by(origin, netuid, OwnerPer(Action::MechanismEmission), |_| {
                Mechanisms::<T>::do_set_emission_split(netuid, maybe_split.clone())?;
                Self::note_parameter(Some(netuid), "mechanism_emission_split", maybe_split);
                Ok(())
            })
        }

        /// Lowers the most uids, and removes those with the least emission that are then too many;
        /// under Null consensus at most 64 of them. Not on root, where seats are lost to newcomers
        /// only.
        #[pallet::call_index(78)]
        #[pallet::weight(
            <T as Config>::WeightInfo::trim()
                .max(<T as Config>::WeightInfo::trim_null(MAX_STAKERS))
        )]
        pub fn sudo_trim_to_max_allowed_uids(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_n: u16,
        ) -> DispatchResultWithPostInfo {
            let is_null = Scores::<T>::is_null(netuid);
            let stakers = Self::by_reading(origin, netuid, OwnerPer(Action::Trimming), || {
                ensure!(!netuid.is_root(), Error::<T>::NotPermittedOnRootSubnet);
                let stakers = Neurons::<T>::do_trim(netuid, max_n)?;
                Self::note_parameter(Some(netuid), "max_allowed_uids", max_n);
                Ok(stakers)
            })?;
            if is_null {
                return Ok(Self::trimmed(stakers));
            }
            Ok(Some(<T as Config>::WeightInfo::trim()).into())
        }

        /// Sets what the epochs of a subnet go by. Under Null consensus, where the uid with the
        /// largest stake alone says what miners earn, a subnet may have 2 500 uids.
        #[pallet::call_index(111)]
        #[pallet::weight(<T as Config>::WeightInfo::epoch_consensus(MAX_ELECTORS))]
        pub fn sudo_set_epoch_consensus(
            origin: OriginFor<T>,
            netuid: NetUid,
            mode: EpochConsensus,
        ) -> DispatchResultWithPostInfo {
            let is_in_force = mode == Scores::<T>::consensus_of(netuid);
            let who = if is_in_force {
                OwnerAlways
            } else {
                Owner(Hyperparameter::EpochConsensus)
            };
            let stakers = Self::by_reading(origin, netuid, who, || {
                Scores::<T>::do_set_epoch_consensus(netuid, mode)
            })?;
            Ok(Some(<T as Config>::WeightInfo::epoch_consensus(stakers)).into())
        }

        /// Removes at most 64 uids of a subnet under Null consensus, those with the least emission,
        /// until so many are left. To be repeated until there are; an owner waits for the interval
        /// of trimming only before the first time.
        #[pallet::call_index(112)]
        #[pallet::weight(<T as Config>::WeightInfo::trim_null(MAX_STAKERS))]
        pub fn sudo_trim_null_uids_batch(
            origin: OriginFor<T>,
            netuid: NetUid,
            target: u16,
        ) -> DispatchResultWithPostInfo {
            let goes_on = Neurons::<T>::pruning_target(netuid) == Some(target);
            let who = if goes_on {
                OwnerAlways
            } else {
                OwnerPer(Action::Trimming)
            };
            let stakers = Self::by_reading(origin, netuid, who, || {
                Neurons::<T>::do_trim_null_batch(netuid, target)
            })?;
            Ok(Self::trimmed(stakers))
        }

        /// Says whether a fund may trade, if any may.
        #[pallet::call_index(107)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_basket_trading_frozen(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            frozen: bool,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Funds::<T>::set_trading_frozen(&hotkey, frozen);
            Self::deposit_event(Event::BasketTradingFrozenSet { hotkey, frozen });
            Ok(())
        }

        /// Sets what a claim leaves in a fund as dust: holdings worth less than both `row_cap_rao`
        /// and `row_bps` ten thousandths of the fund, and parts worth less than `slice_rao`, if no
        /// part is worth more than `forfeit_cap_rao`. Zero switches a limit off, the last one all.
        #[pallet::call_index(110)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_basket_claim_dust(
            origin: OriginFor<T>,
            row_cap_rao: u64,
            row_bps: u16,
            slice_rao: u64,
            forfeit_cap_rao: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(row_bps <= 10_000, Error::<T>::ValueNotInBounds);
            Funds::<T>::set_claim_dust(row_cap_rao, row_bps, slice_rao, forfeit_cap_rao);
            Self::deposit_event(Event::BasketClaimDustSet {
                row_cap_rao,
                row_bps,
                slice_rao,
                forfeit_cap_rao,
            });
            Ok(())
        }
    }
}
