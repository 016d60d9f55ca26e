//! Weights of validators (spec 40).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod weights_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the weights of a hotkey on the main mechanism of a subnet, in place of those it set
        /// before.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `dests`: uids, each once.
        /// - `weights`: the weight of each, in the same order; only their ratios count.
        /// - `version_key`: at least `WeightsVersionKey` of the subnet, unless that is 0.
        ///
        /// Errors, in order: `BadOrigin`, `CommitRevealEnabled`, `CanNotSetRootNetworkWeights`,
        /// `WeightVecNotEqualSize`, `MechanismDoesNotExist` (or its subnet does not),
        /// `UidsLengthExceedUidsInSubNet`, `HotKeyNotRegisteredInSubNet`,
        /// `NotEnoughStakeToSetWeights`, `IncorrectWeightVersionKey`, `SettingWeightsTooFast`,
        /// `NeuronNoValidatorPermit` (unless, under Yuma consensus, it is the owner's hotkey or
        /// weights itself alone), `DuplicateUids`, `UidVecContainInvalidOne`,
        /// `WeightVecLengthIsLow` (fewer than the subnet demands, unless it weights itself alone).
        ///
        /// Events: `WeightsSet`.
        #[pallet::call_index(0)]
        #[pallet::weight((
            T::WeightInfo::set_weights(dests.len() as u32),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn set_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            dests: WeightList,
            weights: WeightList,
            version_key: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            ValidatorWeights::<T>::do_set_weights(
                &who,
                netuid,
                MechId::MAIN,
                &Row {
                    targets: &dests,
                    weights: &weights,
                    version_key,
                },
            )?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid);
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::set_weights(dests.len() as u32),
                spare,
            ))
        }

        /// Sets the weights of a hotkey on one mechanism of a subnet, in place of those it set
        /// before.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `mecid`: the mechanism, counted from 0, the main one.
        /// - `dests`: uids, each once.
        /// - `weights`: the weight of each, in the same order; only their ratios count.
        /// - `version_key`: at least `WeightsVersionKey` of the subnet, unless that is 0.
        ///
        /// Errors, in order: `BadOrigin`, `CommitRevealEnabled`, `CanNotSetRootNetworkWeights`,
        /// `WeightVecNotEqualSize`, `MechanismDoesNotExist` (or its subnet does not),
        /// `UidsLengthExceedUidsInSubNet`, `HotKeyNotRegisteredInSubNet`,
        /// `NotEnoughStakeToSetWeights`, `IncorrectWeightVersionKey`, `SettingWeightsTooFast`,
        /// `NeuronNoValidatorPermit` (unless, under Yuma consensus, it is the owner's hotkey or
        /// weights itself alone), `DuplicateUids`, `UidVecContainInvalidOne`,
        /// `WeightVecLengthIsLow` (fewer than the subnet demands, unless it weights itself alone).
        ///
        /// Events: `WeightsSet`.
        #[pallet::call_index(119)]
        #[pallet::weight((
            T::WeightInfo::set_weights(dests.len() as u32),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn set_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            dests: WeightList,
            weights: WeightList,
            version_key: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            ValidatorWeights::<T>::do_set_weights(
                &who,
                netuid,
                mecid,
                &Row {
                    targets: &dests,
                    weights: &weights,
                    version_key,
                },
            )?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid);
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::set_weights(dests.len() as u32),
                spare,
            ))
        }

        /// Sets the weights of a hotkey on the main mechanisms of several subnets; what fails does
        /// not keep the others from it.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuids`: the subnets.
        /// - `weights`: the row for each: (uid, weight).
        /// - `version_keys`: the version key for each.
        ///
        /// Errors, in order: `BadOrigin`, `InputLengthsUnequal`, `InvalidBatchLength` (none, or
        /// more than there are subnets).
        ///
        /// Events: `WeightsSet` for each that succeeds, `BatchCompletedWithErrors` if any fails,
        /// `BatchWeightItemFailed` for each that does, with an error of setting weights,
        /// `BatchWeightsCompleted`.
        #[pallet::call_index(80)]
        #[pallet::weight((
            weight_of_batch::<T>(weights),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn batch_set_weights(
            origin: OriginFor<T>,
            netuids: BatchList<Compact<NetUid>>,
            weights: BatchList<RowList>,
            version_keys: BatchList<Compact<u64>>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let declared = weight_of_batch::<T>(&weights);
            ValidatorWeights::<T>::do_batch_set_weights(
                &who,
                netuids.clone(),
                &weights,
                &version_keys,
            )?;
            let spare = ValidatorWeights::<T>::spare_for_stakes(&who, &netuids);
            Ok(ValidatorWeights::<T>::spent(declared, spare))
        }
    }
}
