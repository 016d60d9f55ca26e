//! Committing to weights and revealing them (spec 40 §7).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod commits_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Commits a hotkey to weights on the main mechanism of a subnet by their hash, to be
        /// revealed `RevealPeriodEpochs` epochs later.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `commit_hash`: BLAKE2b-256 of the hotkey, the index of the mechanism and the arguments
        ///   of the reveal, encoded in this order.
        ///
        /// Errors, in order: `BadOrigin`, `NotEnoughStakeToSetWeights`,
        /// `CanNotSetRootNetworkWeights`, `MechanismDoesNotExist` (or its subnet does not),
        /// `CommitRevealDisabled`, `HotKeyNotRegisteredInSubNet`, `CommittingWeightsTooFast`,
        /// `NeuronNoValidatorPermit` (under Null consensus), `TooManyUnrevealedCommits` (ten wait).
        ///
        /// Events: `WeightsCommitted`.
        #[pallet::call_index(96)]
        #[pallet::weight((T::WeightInfo::commit_weights(), DispatchClass::Normal, Pays::No))]
        pub fn commit_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            commit_hash: H256,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            ValidatorWeights::<T>::do_commit_weights(&who, netuid, MechId::MAIN, commit_hash)?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid);
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::commit_weights(),
                spare,
            ))
        }

        /// Commits a hotkey to weights on one mechanism of a subnet by their hash, to be revealed
        /// `RevealPeriodEpochs` epochs later.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `mecid`: the mechanism, counted from 0, the main one.
        /// - `commit_hash`: BLAKE2b-256 of the hotkey, the index of the mechanism and the arguments
        ///   of the reveal, encoded in this order.
        ///
        /// Errors, in order: `BadOrigin`, `NotEnoughStakeToSetWeights`,
        /// `CanNotSetRootNetworkWeights`, `MechanismDoesNotExist` (or its subnet does not),
        /// `CommitRevealDisabled`, `HotKeyNotRegisteredInSubNet`, `CommittingWeightsTooFast`,
        /// `NeuronNoValidatorPermit` (under Null consensus), `TooManyUnrevealedCommits` (ten wait).
        ///
        /// Events: `WeightsCommitted`.
        #[pallet::call_index(115)]
        #[pallet::weight((T::WeightInfo::commit_weights(), DispatchClass::Normal, Pays::No))]
        pub fn commit_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            commit_hash: H256,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            ValidatorWeights::<T>::do_commit_weights(&who, netuid, mecid, commit_hash)?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid);
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::commit_weights(),
                spare,
            ))
        }

        /// Commits a hotkey to weights on the main mechanisms of several subnets, each by a hash;
        /// what fails does not keep the others from it.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuids`: the subnets.
        /// - `commit_hashes`: the hash for each, as `commit_weights` takes it.
        ///
        /// Errors, in order: `BadOrigin`, `InputLengthsUnequal`, `InvalidBatchLength` (none, or
        /// more than there are subnets), `NotEnoughStakeToSetWeights` (on any of them).
        ///
        /// Events: `WeightsCommitted` for each that succeeds, `BatchCompletedWithErrors` if any
        /// fails, `BatchWeightItemFailed` for each that does, `BatchWeightsCompleted`.
        #[pallet::call_index(100)]
        #[pallet::weight((
            weight_of_batch_commit::<T>(netuids.len()),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn batch_commit_weights(
            origin: OriginFor<T>,
            netuids: BatchList<Compact<NetUid>>,
            commit_hashes: BatchList<H256>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let declared = weight_of_batch_commit::<T>(netuids.len());
            ValidatorWeights::<T>::do_batch_commit_weights(&who, netuids.clone(), &commit_hashes)?;
            let spare = ValidatorWeights::<T>::spare_for_stakes(&who, &netuids);
            Ok(ValidatorWeights::<T>::spent(declared, spare))
        }

        /// Reveals weights that the hotkey committed by their hash on the main mechanism of a
        /// subnet, and sets them. Its older commits there are dropped.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `uids`: uids, each once.
        /// - `values`: the weight of each, in the same order; only their ratios count.
        /// - `salt`: what was hashed with them.
        /// - `version_key`: at least `WeightsVersionKey` of the subnet, unless that is 0.
        ///
        /// Errors, in order: `BadOrigin`, `CommitRevealDisabled`, `NoWeightsCommitFound`,
        /// `ExpiredWeightCommit` (its epoch of reveal is over), `InvalidRevealCommitHashNotMatch`,
        /// `RevealTooEarly`, then from `CanNotSetRootNetworkWeights` on those of setting weights,
        /// but for `SettingWeightsTooFast`.
        ///
        /// Events: `WeightsSet`, `WeightsRevealed`.
        #[pallet::call_index(97)]
        #[pallet::weight((
            weight_of_reveal::<T>(uids, values, salt),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn reveal_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            uids: WeightList,
            values: WeightList,
            salt: WeightList,
            version_key: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let preimage = Preimage {
                row: Row {
                    targets: &uids,
                    weights: &values,
                    version_key,
                },
                salt: &salt,
            };
            ValidatorWeights::<T>::do_reveal_weights(&who, netuid, MechId::MAIN, &preimage)?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid);
            Ok(ValidatorWeights::<T>::spent(
                weight_of_reveal::<T>(&uids, &values, &salt),
                spare,
            ))
        }

        /// Reveals weights that the hotkey committed by their hash on one mechanism of a subnet,
        /// and sets them. Its older commits there are dropped.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `mecid`: the mechanism, counted from 0, the main one.
        /// - `uids`: uids, each once.
        /// - `values`: the weight of each, in the same order; only their ratios count.
        /// - `salt`: what was hashed with them.
        /// - `version_key`: at least `WeightsVersionKey` of the subnet, unless that is 0.
        ///
        /// Errors, in order: `BadOrigin`, `CommitRevealDisabled`, `NoWeightsCommitFound`,
        /// `ExpiredWeightCommit` (its epoch of reveal is over), `InvalidRevealCommitHashNotMatch`,
        /// `RevealTooEarly`, then from `CanNotSetRootNetworkWeights` on those of setting weights,
        /// but for `SettingWeightsTooFast`.
        ///
        /// Events: `WeightsSet`, `WeightsRevealed`.
        #[pallet::call_index(116)]
        #[pallet::weight((
            weight_of_reveal::<T>(uids, values, salt),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn reveal_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            uids: WeightList,
            values: WeightList,
            salt: WeightList,
            version_key: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let preimage = Preimage {
                row: Row {
                    targets: &uids,
                    weights: &values,
                    version_key,
                },
                salt: &salt,
            };
            ValidatorWeights::<T>::do_reveal_weights(&who, netuid, mecid, &preimage)?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid);
            Ok(ValidatorWeights::<T>::spent(
                weight_of_reveal::<T>(&uids, &values, &salt),
                spare,
            ))
        }

        /// Reveals several rows of weights that the hotkey committed by their hashes on the main
        /// mechanism of a subnet, and sets them in turn, all or none.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `uids_list`: the uids of each row.
        /// - `values_list`: the weights of each, in the same order.
        /// - `salts_list`: what was hashed with each.
        /// - `version_keys`: the version key of each.
        ///
        /// Errors, in order: `BadOrigin`, `InputLengthsUnequal`, `InvalidBatchLength` (none),
        /// `CommitRevealDisabled`, `NoWeightsCommitFound`, for each row in turn
        /// `ExpiredWeightCommit`, `InvalidRevealCommitHashNotMatch` and `RevealTooEarly`, then for
        /// each from `CanNotSetRootNetworkWeights` on those of setting weights, but for
        /// `SettingWeightsTooFast`.
        ///
        /// Events: `WeightsSet` for each, `WeightsBatchRevealed`.
        #[pallet::call_index(98)]
        #[pallet::weight((
            weight_of_batch_reveal::<T>(uids_list, values_list, salts_list),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn batch_reveal_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            uids_list: RevealList<WeightList>,
            values_list: RevealList<WeightList>,
            salts_list: RevealList<WeightList>,
            version_keys: RevealList<u64>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let preimages =
                Preimage::of_lists::<T>(&uids_list, &values_list, &salts_list, &version_keys)?;
            ValidatorWeights::<T>::do_batch_reveal_weights(&who, netuid, &preimages)?;
            let spare = ValidatorWeights::<T>::spare_for_stake(&who, netuid)
                .saturating_mul(uids_list.len() as u64);
            Ok(ValidatorWeights::<T>::spent(
                weight_of_batch_reveal::<T>(&uids_list, &values_list, &salts_list),
                spare,
            ))
        }

        /// Commits a hotkey to encrypted weights on the main mechanism of a subnet, which the chain
        /// reveals `RevealPeriodEpochs` epochs later, as soon as the beacon's round is known.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `commit`: the ciphertext (spec 40 §8.2), at most 5 000 bytes; under Null consensus
        ///   32 768 over all mechanisms.
        /// - `reveal_round`: the round it was encrypted to, not before the newest that is known.
        /// - `commit_reveal_version`: `CommitRevealWeightsVersion`.
        ///
        /// Errors, in order: `BadOrigin`, `NotEnoughStakeToSetWeights`, `InvalidRevealRound`,
        /// `CanNotSetRootNetworkWeights`, `MechanismDoesNotExist` (or its subnet does not),
        /// `CommitRevealDisabled`, `IncorrectCommitRevealVersion`, `CommitPayloadTooLarge`,
        /// `HotKeyNotRegisteredInSubNet`, `CommittingWeightsTooFast`, `TooManyUnrevealedCommits`
        /// (ten of the epoch wait), `CommitQueueFull` (2 560 of all hotkeys do). Bytes that are no
        /// ciphertext are of no version. Under Null consensus the last two are
        /// `NeuronNoValidatorPermit` and `CommitQueueFull`: a commit takes the place of an earlier
        /// one of the epoch, or of one with less stake.
        ///
        /// Events: `TimelockedWeightsCommitted`; later `TimelockedWeightsRevealed` or
        /// `TimelockedWeightsFailed`.
        #[pallet::call_index(113)]
        #[pallet::weight((
            T::WeightInfo::commit_among_rivals(commit.len() as u32),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn commit_timelocked_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            commit: CommitPayload,
            reveal_round: u64,
            commit_reveal_version: u16,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let bytes = commit.len() as u32;
            let sealed = Sealed {
                bytes: &commit,
                reveal_round,
                version: commit_reveal_version,
            };
            ValidatorWeights::<T>::do_commit_timelocked_weights(
                &who,
                netuid,
                MechId::MAIN,
                &sealed,
            )?;
            let spare = ValidatorWeights::<T>::spare_for_sealed(&who, netuid, bytes).call;
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::commit_among_rivals(bytes),
                spare,
            ))
        }

        /// Commits a hotkey to encrypted weights on one mechanism of a subnet, in the version that
        /// clients of the first commits of this kind used, which is the present one.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `mecid`: the mechanism, counted from 0, the main one.
        /// - `commit`: the ciphertext (spec 40 §8.2), at most 5 000 bytes; under Null consensus
        ///   32 768 over all mechanisms.
        /// - `reveal_round`: the round it was encrypted to, not before the newest that is known.
        ///
        /// Errors, in order: `BadOrigin`, `NotEnoughStakeToSetWeights`, `InvalidRevealRound`,
        /// `CanNotSetRootNetworkWeights`, `MechanismDoesNotExist` (or its subnet does not),
        /// `CommitRevealDisabled`, `IncorrectCommitRevealVersion`, `CommitPayloadTooLarge`,
        /// `HotKeyNotRegisteredInSubNet`, `CommittingWeightsTooFast`, `TooManyUnrevealedCommits`
        /// (ten of the epoch wait), `CommitQueueFull` (2 560 of all hotkeys do). Bytes that are no
        /// ciphertext are of no version. Under Null consensus the last two are
        /// `NeuronNoValidatorPermit` and `CommitQueueFull`: a commit takes the place of an earlier
        /// one of the epoch, or of one with less stake.
        ///
        /// Events: `TimelockedWeightsCommitted`; later `TimelockedWeightsRevealed` or
        /// `TimelockedWeightsFailed`.
        #[pallet::call_index(117)]
        #[pallet::weight((
            T::WeightInfo::commit_among_rivals(commit.len() as u32),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn commit_crv3_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            commit: CommitPayload,
            reveal_round: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let bytes = commit.len() as u32;
            let sealed = Sealed {
                bytes: &commit,
                reveal_round,
                version: IMPLIED_COMMIT_VERSION,
            };
            ValidatorWeights::<T>::do_commit_timelocked_weights(&who, netuid, mecid, &sealed)?;
            let spare = ValidatorWeights::<T>::spare_for_sealed(&who, netuid, bytes).call;
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::commit_among_rivals(bytes),
                spare,
            ))
        }

        /// Commits a hotkey to encrypted weights on one mechanism of a subnet, which the chain
        /// reveals `RevealPeriodEpochs` epochs later, as soon as the beacon's round is known.
        ///
        /// Origin: the hotkey.
        ///
        /// Parameters:
        /// - `netuid`: the subnet, not root.
        /// - `mecid`: the mechanism, counted from 0, the main one.
        /// - `commit`: the ciphertext (spec 40 §8.2), at most 5 000 bytes; under Null consensus
        ///   32 768 over all mechanisms.
        /// - `reveal_round`: the round it was encrypted to, not before the newest that is known.
        /// - `commit_reveal_version`: `CommitRevealWeightsVersion`.
        ///
        /// Errors, in order: `BadOrigin`, `NotEnoughStakeToSetWeights`, `InvalidRevealRound`,
        /// `CanNotSetRootNetworkWeights`, `MechanismDoesNotExist` (or its subnet does not),
        /// `CommitRevealDisabled`, `IncorrectCommitRevealVersion`, `CommitPayloadTooLarge`,
        /// `HotKeyNotRegisteredInSubNet`, `CommittingWeightsTooFast`, `TooManyUnrevealedCommits`
        /// (ten of the epoch wait), `CommitQueueFull` (2 560 of all hotkeys do). Bytes that are no
        /// ciphertext are of no version. Under Null consensus the last two are
        /// `NeuronNoValidatorPermit` and `CommitQueueFull`: a commit takes the place of an earlier
        /// one of the epoch, or of one with less stake.
        ///
        /// Events: `TimelockedWeightsCommitted`; later `TimelockedWeightsRevealed` or
        /// `TimelockedWeightsFailed`.
        #[pallet::call_index(118)]
        #[pallet::weight((
            T::WeightInfo::commit_among_rivals(commit.len() as u32),
            DispatchClass::Normal,
            Pays::No,
        ))]
        pub fn commit_timelocked_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            commit: CommitPayload,
            reveal_round: u64,
            commit_reveal_version: u16,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let bytes = commit.len() as u32;
            let sealed = Sealed {
                bytes: &commit,
                reveal_round,
                version: commit_reveal_version,
            };
            ValidatorWeights::<T>::do_commit_timelocked_weights(&who, netuid, mecid, &sealed)?;
            let spare = ValidatorWeights::<T>::spare_for_sealed(&who, netuid, bytes).call;
            Ok(ValidatorWeights::<T>::spent(
                T::WeightInfo::commit_among_rivals(bytes),
                spare,
            ))
        }
    }
}
