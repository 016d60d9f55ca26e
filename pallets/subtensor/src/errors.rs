//! Errors of `SubtensorModule`, in the index order of the public interface (spec 30 §17, 70 §15.1).
//! Clients decode a failed dispatch by (pallet index, error index), so entries are appended, never
//! moved. What is `Reserved` no call returns: it keeps its number and what clients read in it.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod errors {
    #[pallet::error]
    pub enum Error<T> {
        /// A registration on root, on a chain without root (netuid 0).
        RootNetworkDoesNotExist,
        /// The address family of an endpoint is neither 4 nor 6.
        InvalidIpType,
        /// The address of an endpoint does not fit its family or is loopback or broadcast; for
        /// metrics also if it is 0.
        InvalidIpAddress,
        /// The port of an endpoint is 0.
        InvalidPort,
        /// The hotkey has no uid on the subnet that the call names.
        HotKeyNotRegisteredInSubNet,
        /// No coldkey owns the hotkey.
        HotKeyAccountNotExists,
        /// The hotkey that serves has no uid on that subnet; or none of the coldkey's hotkeys has
        /// one on any.
        HotKeyNotRegisteredInNetwork,
        /// The hotkey belongs to another coldkey than the signer.
        NonAssociatedColdKey,
        /// Reserved: there is less stake than the call needs.
        NotEnoughStake,
        /// More alpha is to leave a position than it holds.
        NotEnoughStakeToWithdraw,
        /// The stake weight of the hotkey is below what the setting of weights takes.
        NotEnoughStakeToSetWeights,
        /// The stake on the hotkey is worth less than `StakeThreshold`, and it is not the owner's.
        NotEnoughStakeToSetChildkeys,
        /// The coldkey cannot pay the stake, or the price of the registration, and stay alive.
        NotEnoughBalanceToStake,
        /// The currency does not let go of the TAO that is to be recycled.
        BalanceWithdrawalError,
        /// Reserved: a withdrawal would leave nothing in the account.
        ZeroBalanceAfterWithdrawn,
        /// The uid may not validate, is not the owner's, and weights others than itself.
        NeuronNoValidatorPermit,
        /// There are not as many weights as targets.
        WeightVecNotEqualSize,
        /// A uid is weighted twice.
        DuplicateUids,
        /// A uid is weighted that the subnet does not have.
        UidVecContainInvalidOne,
        /// Fewer targets are weighted than `MinAllowedWeights` or, if that is less, all uids.
        WeightVecLengthIsLow,
        /// The block has had all registrations on the subnet that `MaxRegistrationsPerBlock`
        /// allows.
        TooManyRegistrationsThisBlock,
        /// The hotkey that is to be registered has a uid on the subnet.
        HotKeyAlreadyRegisteredInSubNet,
        /// A hotkey is to be swapped for itself.
        NewHotKeyIsSameWithOld,
        /// A hotkey with root stake or root dividends is to take over those of another.
        NewHotKeyNotCleanForRootSwap,
        /// The block that was worked on is not recent, or not later than that of the last proof for
        /// the hotkey.
        InvalidWorkBlock,
        /// The work meets less than the difficulty of the subnet.
        InvalidDifficulty,
        /// The work is not 32 bytes, or not the hash of what the call claims.
        InvalidSeal,
        /// Reserved: one target has a greater part of the weights than `MaxWeightsLimit`.
        MaxWeightExceeded,
        /// Reserved: the hotkey takes nominators' stake already; now every hotkey does.
        HotKeyAlreadyDelegate,
        /// The uid set its weights less than the rate limit of the subnet ago.
        SettingWeightsTooFast,
        /// The version that comes with the weights is below `WeightsVersionKey`.
        IncorrectWeightVersionKey,
        /// The hotkey announced an endpoint of that kind less than `ServingRateLimit` blocks ago.
        ServingRateLimitExceeded,
        /// More targets are weighted than the subnet has uids.
        UidsLengthExceedUidsInSubNet,
        /// The last creation of a subnet was less than `NetworkRateLimit` blocks ago.
        NetworkTxRateLimitExceeded,
        /// The take is to be raised within `TxDelegateTakeRateLimit` blocks of its last change.
        DelegateTxRateLimitExceeded,
        /// The coldkey swapped a hotkey less than `TxRateLimit` blocks ago.
        HotKeySetTxRateLimitExceeded,
        /// Reserved: the position changed too often within an interval.
        StakingRateLimitExceeded,
        /// The subnet takes no newcomers in this way; or it is too early for the first new subnet.
        SubNetRegistrationDisabled,
        /// Root has had three times its target of registrations since the last epoch slot.
        TooManyRegistrationsThisInterval,
        /// Reserved: the signer of a call for hotkeys is none.
        TransactorAccountShouldBeHotKey,
        /// Reserved: TAO for tests was asked of a chain that gives none.
        FaucetDisabled,
        /// The signer does not own the subnet it wants to describe.
        NotSubnetOwner,
        /// The call names root (netuid 0), which has its own way to register and no children.
        RegistrationNotPermittedOnRootSubnet,
        /// Reserved: no seat on root has less stake than the hotkey; now a seat requires none.
        StakeTooLowForRoot,
        /// Reserved: every subnet is too young to be replaced; `SubnetLimitReached` says so.
        AllNetworksInImmunity,
        /// The coldkey cannot pay the fee for the swap of a hotkey.
        NotEnoughBalanceToPaySwapHotKey,
        /// Reserved: a call for root names another subnet.
        NotRootSubnet,
        /// Weights are to be set on root, which has none.
        CanNotSetRootNetworkWeights,
        /// The subnet is full, and none of its uids may be given to the newcomer.
        NoNeuronIdAvailable,
        /// The take is below `MinDelegateTake`, or not on the side of the present one that the call
        /// is for.
        DelegateTakeTooLow,
        /// The take is above `MaxDelegateTake`.
        DelegateTakeTooHigh,
        /// Weights are revealed of which no commit waits.
        NoWeightsCommitFound,
        /// No commit that waits has the hash of the revealed weights.
        InvalidRevealCommitHashNotMatch,
        /// Weights are set openly on a subnet that wants them committed first.
        CommitRevealEnabled,
        /// Weights are committed on a subnet where they are set openly.
        CommitRevealDisabled,
        /// The memory of liquid bonds is set on a subnet without them (`LiquidAlphaOn`).
        LiquidAlphaDisabled,
        /// The higher memory of liquid bonds is below 1638 of 65535.
        AlphaHighTooLow,
        /// The lower memory of liquid bonds is below 1638 of 65535 or above the higher one.
        AlphaLowOutOfRange,
        /// The coldkey to swap to owns or stakes on hotkeys already, or is the same.
        ColdKeyAlreadyAssociated,
        /// The coldkey cannot pay the price of its swap.
        NotEnoughBalanceToPaySwapColdKey,
        /// A hotkey is to be its own child, or the child has its fill of parents, of which none
        /// lends it less.
        InvalidChild,
        /// A child is named twice.
        DuplicateChild,
        /// The children together get more than the whole stake of the parent.
        ProportionOverflow,
        /// More children are named than a hotkey may have.
        TooManyChildren,
        /// The action, or the change of that hyperparameter, is within its interval since the last.
        TxRateLimitExceeded,
        /// The coldkey has announced no swap.
        ColdkeySwapAnnouncementNotFound,
        /// The delay of the announced swap of a coldkey is not over.
        ColdkeySwapTooEarly,
        /// An announced swap may not be replaced by another yet.
        ColdkeySwapReannouncedTooEarly,
        /// The coldkey to swap to is not the one whose hash was announced.
        AnnouncedColdkeyHashDoesNotMatch,
        /// The announced swap is under dispute already.
        ColdkeySwapAlreadyDisputed,
        /// The coldkey to swap to is in use as a hotkey.
        NewColdKeyIsHotkey,
        /// The take of a child is below the least of the subnet or above `MaxChildkeyTake`.
        InvalidChildkeyTake,
        /// The take of a child is to be raised within the interval since its last change.
        TxChildkeyTakeRateLimitExceeded,
        /// A field of an identity is longer than it may be.
        InvalidIdentity,
        /// The subnet, or the mechanism on it, does not exist.
        MechanismDoesNotExist,
        /// More alpha is to leave than is free: collateral of the position is not, nor what the
        /// coldkey has locked on the subnet.
        StakeUnavailable,
        /// There is no subnet with this netuid, or it is being dissolved.
        SubnetNotExists,
        /// As many commits of the hotkey wait for their reveal as may.
        TooManyUnrevealedCommits,
        /// The epoch in which the weights had to be revealed is past.
        ExpiredWeightCommit,
        /// The epoch in which the weights may be revealed is to come.
        RevealTooEarly,
        /// The lists of a batch differ in length.
        InputLengthsUnequal,
        /// The uid committed weights less than the rate limit of the subnet ago.
        CommittingWeightsTooFast,
        /// There is nothing to trade, or it is worth less than the least stake.
        AmountTooLow,
        /// The pool or the reserves cannot execute the order, or it is worth too little to be
        /// recorded.
        InsufficientLiquidity,
        /// Within the price limit only a part of the order can be executed, and that was not
        /// allowed.
        SlippageTooHigh,
        /// Stake is to go to another coldkey, but a subnet it leaves or enters does not permit it.
        TransferDisallowed,
        /// The activity cutoff is below `MinActivityCutoff`.
        ActivityCutoffTooLow,
        /// Reserved: the call is switched off.
        CallDisabled,
        /// The subnet that is to be started was started before.
        FirstEmissionBlockNumberAlreadySet,
        /// The subnet was created less than `StartCallDelay` blocks ago.
        NeedWaitingMoreBlocksToStarCall,
        /// Reserved: more alpha is to be recycled than is outside the pool.
        NotEnoughAlphaOutToRecycle,
        /// Stake on root, which is TAO, is to be destroyed as alpha.
        CannotBurnOrRecycleOnRootSubnet,
        /// Reserved: no public key fits the signature by the EVM key.
        UnableToRecoverPublicKey,
        /// Reserved: the signature is by another EVM key than the one named.
        InvalidRecoveredPublicKey,
        /// The alpha of the subnet is not traded, since the subnet has not been started.
        SubtokenDisabled,
        /// A hotkey was swapped there within the interval.
        HotKeySwapOnSubnetIntervalNotPassed,
        /// A swap that leaves the stake where it is, of a hotkey with collateral.
        KeepStakeBlockedByCollateral,
        /// Stake is to move to the position where it is.
        SameNetuid,
        /// The account has less TAO than is to leave it.
        InsufficientTaoBalance,
        /// Who signs is not the creator of the crowdloan that pays for the lease.
        InvalidLeaseBeneficiary,
        /// A new lease would end now or earlier.
        LeaseCannotEndInThePast,
        /// The keys of a lease would be no accounts, which they always are.
        LeaseNetuidNotFound,
        /// No lease that is in force has this number.
        LeaseDoesNotExist,
        /// A perpetual lease is to be terminated.
        LeaseHasNoEndBlock,
        /// A lease is to be terminated before its end.
        LeaseHasNotEnded,
        /// The numbers of leases are used up.
        Overflow,
        /// The hotkey that is to speak for the owner after a lease is not the beneficiary's.
        BeneficiaryDoesNotOwnHotkey,
        /// The signer is not the beneficiary of the lease.
        ExpectedBeneficiaryOrigin,
        /// The owner changes something so near to an epoch that validators could not react.
        AdminActionProhibitedDuringWeightsWindow,
        /// The symbol is not in the table of symbols.
        SymbolDoesNotExist,
        /// The alpha of another subnet has the symbol.
        SymbolAlreadyInUse,
        /// The commit is of another version than `CommitRevealWeightsVersion`.
        IncorrectCommitRevealVersion,
        /// The drand round that opens the commit has been published.
        InvalidRevealRound,
        /// More than 100 epochs are to lie between the commit of weights and their reveal.
        RevealPeriodTooLarge,
        /// No epoch is to lie between the commit of weights and their reveal.
        RevealPeriodTooSmall,
        /// A number of mechanisms, uids or immune uids, or a split of the emission, is outside what
        /// is allowed.
        InvalidValue,
        /// There are as many subnets as may be, and none may be dissolved for a new one.
        SubnetLimitReached,
        /// The coldkey cannot pay the price of a new subnet and stay alive.
        CannotAffordLockCost,
        /// Reserved: the uid was given an EVM address a short while ago.
        EvmKeyAssociateRateLimitExceeded,
        /// Reserved: the EVM address has as many uids on the subnet as it may.
        EvmKeyAssociationLimitExceeded,
        /// The hotkey receives the mining income of the coldkey on the subnet already.
        SameAutoStakeHotkeyAlreadySet,
        /// Reserved: a trimming could not renumber all uids.
        UidMapCouldNotBeCleared,
        /// Too many of the uids that a trimming leaves would be immune.
        TrimmingWouldExceedMaxImmunePercentage,
        /// A hotkey is to be both child and parent of another.
        ChildParentInconsistency,
        /// The least claim of root dividends is above what it may be, or set for a subnet that is
        /// not root.
        InvalidRootClaimThreshold,
        /// Most uids times mechanisms is more than an epoch can handle.
        TooManyUIDsPerMechanism,
        /// The voting power that is to end is not followed on the subnet.
        VotingPowerTrackingNotEnabled,
        /// The smoothing factor of the voting power is above 1 (10^18).
        InvalidVotingPowerEmaAlpha,
        /// The call is retired.
        Deprecated,
        /// Reserved: newer name of `AddStakeBurnRateLimitExceeded`.
        SubnetBuybackRateLimitExceeded,
        /// The subnet that is to be dissolved is being dissolved.
        NetworkDissolveAlreadyQueued,
        /// Reserved: alpha was bought to be burned within the interval; there is no limit on that.
        AddStakeBurnRateLimitExceeded,
        /// The coldkey has announced its swap: it may do nothing else until then, and nobody may
        /// give it stake.
        ColdkeySwapAnnounced,
        /// The swap of the coldkey is under dispute; it may do nothing until root decides.
        ColdkeySwapDisputed,
        /// An announced swap may not be taken back yet.
        ColdkeySwapClearTooEarly,
        /// Reserved: the call is switched off for a while.
        DisabledTemporarily,
        /// The price of the registration is above the limit that was given.
        RegistrationPriceLimitExceeded,
        /// The coldkey has locked alpha of the subnet for another hotkey.
        LockHotkeyMismatch,
        /// More alpha is to be locked than the coldkey has on the subnet beside collateral.
        InsufficientStakeForLock,
        /// The coldkey has no alpha locked on the subnet.
        NoExistingLock,
        /// The coldkey to swap to has alpha locked.
        ActiveLockExists,
        /// The account is one of the chain itself, such as that of a subnet.
        CannotUseSystemAccount,
        /// Reserved: more alpha is to be unlocked than is locked.
        UnlockAmountTooHigh,
        /// Reserved: a netuid comes free only when a dissolved subnet is erased.
        WaitingForDissolvedSubnetCleanup,
        /// The tempo is outside `MinTempo` to `MaxTempo`.
        TempoOutOfBounds,
        /// The factor is outside `MinActivityCutoffFactorMilli` to `MaxActivityCutoffFactorMilli`.
        ActivityCutoffFactorMilliOutOfBounds,
        /// An epoch was asked for before and has not run.
        EpochTriggerAlreadyPending,
        /// An epoch is asked for when the next is nearer than the freeze window.
        AutoEpochAlreadyImminent,
        /// An epoch is asked for where weights are committed, whose reveal counts epochs.
        DynamicTempoBlockedByCommitReveal,
        /// The receiver of a transfer does not accept alpha that stays locked.
        AccountRejectsLockedAlpha,
        /// Reserved: the numbers of escrows for new subnets are used up.
        LockIdOverFlow,
        /// Reserved: newer name of `NeedWaitingMoreBlocksToStarCall`, which is in use.
        StartCallNotReady,
        /// Reserved: the position has less alpha than the call takes.
        InsufficientAlphaBalance,
        /// The swap of a coldkey left some of its collateral behind.
        ColdkeyCollateralIncomplete,
        /// The coldkey has collateral on as many hotkeys of the subnet as it may.
        ColdkeyCollateralPositionsFull,
        /// Reserved for a retired feature: the fund of a root validator has no weights.
        BasketHasNoWeights,
        /// Stake is to leave root within `RootStakeUnlockInterval` of its last change.
        RootStakeLocked,
        /// Reserved for a retired feature: the funds of root validators are being filled.
        BetaBasketSeedInProgress,
        /// Reserved for a retired feature: root validators set no weights for their funds.
        RootWeightSettingDisabled,
        /// The claim has more hotkeys, holdings or dividends that wait than fit a block.
        RootClaimTooHeavy,
        /// Reserved for a retired feature: a fund is to put too much on one subnet.
        RootWeightCapExceeded,
        /// Reserved for a retired feature: the fund has not taken in a deposit.
        BasketDepositPending,
        /// A batch of weights is empty or longer than there are subnets.
        InvalidBatchLength,
        /// The coldkey owns or stakes on as many hotkeys as it may, or the list of an auto stake is
        /// full.
        TooManyStakingHotkeys,
        /// What a hotkey or a coldkey has is too much to be moved in one block.
        ColdkeySwapTooHeavy,
        /// Too much of a fund would be in one subnet.
        BasketConcentrationCapExceeded,
        /// No fund of a root validator may trade now.
        BasketTradingDisabled,
        /// Root has frozen the fund.
        BasketTradingFrozen,
        /// The fund has traded as much as it may for now.
        BasketTurnoverBudgetExceeded,
        /// A fund is to trade the alpha of a subnet for itself.
        BasketSameSubnet,
        /// The fund would hold too much of the pool of a subnet.
        BasketLiquidityCapExceeded,
        /// The trade of a fund brings less than the least that was asked.
        BasketMinOutNotMet,
        /// A batch of trades of a fund has none.
        BasketSwapBatchEmpty,
        /// The ciphertext of a commit is longer than it may be.
        CommitPayloadTooLarge,
        /// The commits of the epoch take all the room there is.
        CommitQueueFull,
    }
}
