//! Events of `SubtensorModule` (spec 10 §20, 30 §17, 40 §14.1, 50 §6): names and field order are
//! public interface, clients decode them by metadata.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod events {
    #[pallet::event]
    #[pallet::generate_deposit(pub fn deposit_event)]
    pub enum Event<T: Config> {
        /// A subnet was created: netuid, mechanism.
        NetworkAdded(NetUid, u16),
        /// A hotkey took a uid: netuid, uid, hotkey.
        NeuronRegistered(NetUid, u16, T::AccountId),
        /// A subnet may emit from this block on.
        FirstEmissionBlockNumberSet(NetUid, u64),
        /// The owner hotkey of a subnet changed.
        SubnetOwnerHotkeySet(NetUid, T::AccountId),
        /// TAO was staked: coldkey, hotkey, TAO in (rao), alpha out (rao), netuid, fee (rao of
        /// TAO).
        StakeAdded(
            T::AccountId,
            T::AccountId,
            TaoBalance,
            AlphaBalance,
            NetUid,
            u64,
        ),
        /// Alpha was unstaked: coldkey, hotkey, TAO out (rao), alpha in (rao), netuid, fee (rao of
        /// alpha).
        StakeRemoved(
            T::AccountId,
            T::AccountId,
            TaoBalance,
            AlphaBalance,
            NetUid,
            u64,
        ),
        /// Stake moved between hotkeys: coldkey, origin hotkey, origin netuid, destination hotkey,
        /// destination netuid, worth (rao).
        StakeMoved(
            T::AccountId,
            T::AccountId,
            NetUid,
            T::AccountId,
            NetUid,
            TaoBalance,
        ),
        /// Stake moved to another coldkey: origin coldkey, destination coldkey, hotkey, origin
        /// netuid, destination netuid, worth (rao).
        StakeTransferred(
            T::AccountId,
            T::AccountId,
            T::AccountId,
            NetUid,
            NetUid,
            TaoBalance,
        ),
        /// Stake moved to another subnet: coldkey, hotkey, origin netuid, destination netuid, worth
        /// (rao).
        StakeSwapped(T::AccountId, T::AccountId, NetUid, NetUid, TaoBalance),
        /// Stake left the issuance: coldkey, hotkey, alpha (rao), netuid.
        AlphaRecycled(T::AccountId, T::AccountId, AlphaBalance, NetUid),
        /// Stake was put out of reach: coldkey, hotkey, alpha (rao), netuid.
        AlphaBurned(T::AccountId, T::AccountId, AlphaBalance, NetUid),
        /// Stake was bought and burned: TAO offered and alpha bought, rao.
        AddStakeBurn {
            netuid: NetUid,
            hotkey: T::AccountId,
            amount: TaoBalance,
            alpha: AlphaBalance,
        },
        /// The delegate take of a hotkey was lowered: coldkey, hotkey, take.
        TakeDecreased(T::AccountId, T::AccountId, u16),
        /// The delegate take of a hotkey was raised: coldkey, hotkey, take.
        TakeIncreased(T::AccountId, T::AccountId, u16),
        /// A hotkey named its children: hotkey, netuid, block of the cooldown, (part of `u64::MAX`,
        /// child).
        SetChildrenScheduled(T::AccountId, NetUid, u64, Vec<(u64, T::AccountId)>),
        /// A hotkey has these children: hotkey, netuid, (part of `u64::MAX`, child).
        SetChildren(T::AccountId, NetUid, Vec<(u64, T::AccountId)>),
        /// A child keeps another part of the dividends of its parents: hotkey, take (of 65535).
        ChildKeyTakeSet(T::AccountId, u16),
        /// Whether a hotkey with a seat on root becomes a parent of the owners of subnets.
        AutoParentDelegationEnabledSet { hotkey: T::AccountId, enabled: bool },
        /// A validator set its weights: index of (netuid, mechanism), uid.
        WeightsSet(NetUidStorageIndex, u16),
        /// A validator committed to weights by their hash.
        WeightsCommitted(T::AccountId, NetUidStorageIndex, H256),
        /// A validator revealed weights that it had committed by their hash.
        WeightsRevealed(T::AccountId, NetUidStorageIndex, H256),
        /// A validator revealed several rows of weights at once, set in this order.
        WeightsBatchRevealed(T::AccountId, NetUid, Vec<H256>),
        /// A validator committed to encrypted weights: hash of the ciphertext, round that opens it.
        TimelockedWeightsCommitted(T::AccountId, NetUidStorageIndex, H256, u64),
        /// The chain opened a commit and set the weights in it.
        TimelockedWeightsRevealed(NetUidStorageIndex, T::AccountId),
        /// A commit came to nothing.
        TimelockedWeightsFailed {
            index: NetUidStorageIndex,
            hotkey: T::AccountId,
            commit_block: u64,
            reason: RevealFailure,
        },
        /// A batch of weights or commits is done; what failed in it has been said.
        BatchWeightsCompleted(Vec<Compact<NetUid>>, T::AccountId),
        /// Something of a batch failed.
        BatchCompletedWithErrors(),
        /// The item of a batch for this subnet failed.
        BatchWeightItemFailed(NetUid, DispatchError),
        /// A neuron announced its endpoint.
        AxonServed(NetUid, T::AccountId),
        /// A neuron announced its metrics endpoint.
        PrometheusServed(NetUid, T::AccountId),
        /// A due epoch waits for a later block.
        EpochDeferred {
            netuid: NetUid,
            from_block: u64,
            to_block: u64,
        },
        /// The owner of a subnet asked for an epoch.
        EpochTriggered {
            netuid: NetUid,
            by: T::AccountId,
            fires_at: u64,
        },
        /// A coldkey got root stake for shares of funds: rao.
        RootClaimed {
            coldkey: T::AccountId,
            tao: TaoBalance,
        },
        /// A due epoch was left out because the subnet's keys are inconsistent.
        EpochSkipped { netuid: NetUid, block: u64 },
        /// Incentive of every uid, by uid, in rao of alpha.
        IncentiveAlphaEmittedToMiners {
            netuid: NetUidStorageIndex,
            emissions: Vec<AlphaBalance>,
        },
        /// Incentive went to the hotkey its owner had named.
        AutoStakeAdded {
            netuid: NetUid,
            destination: T::AccountId,
            hotkey: T::AccountId,
            owner: T::AccountId,
            incentive: AlphaBalance,
        },
        /// Alpha paid for a transaction: alpha taken and TAO that came of it, rao.
        TransactionFeePaidWithAlpha {
            who: T::AccountId,
            netuid: NetUid,
            alpha_fee: AlphaBalance,
            tao_amount: TaoBalance,
        },
        /// A coldkey named the hotkey on which its miner emission is staked.
        AutoStakeDestinationSet {
            coldkey: T::AccountId,
            netuid: NetUid,
            hotkey: T::AccountId,
        },
        /// Whether registration is open.
        RegistrationAllowed(NetUid, bool),
        /// TAO paid for registrations so far: netuid, rao.
        RAORecycledForRegistrationSet(NetUid, TaoBalance),
        /// Most uids of a subnet.
        MaxAllowedUidsSet(NetUid, u16),
        /// Most validators of a subnet.
        MaxAllowedValidatorsSet(NetUid, u16),
        /// Least entries of weights.
        MinAllowedWeightSet(NetUid, u16),
        /// Blocks in which newcomers are spared.
        ImmunityPeriodSet(NetUid, u16),
        /// The owner described the subnet.
        SubnetIdentitySet(NetUid),
        /// What a coldkey says about itself.
        ChainIdentitySet(T::AccountId),
        /// The alpha of a subnet has another symbol.
        SymbolUpdated { netuid: NetUid, symbol: Vec<u8> },
        /// What the owner said about a subnet is gone with it.
        SubnetIdentityRemoved(NetUid),
        /// A subnet was dissolved and nothing of it is left.
        NetworkRemoved(NetUid),
        /// The creation of a subnet is paid for and waits until another is dissolved.
        NetworkRegistrationQueued {
            coldkey: T::AccountId,
            hotkey: T::AccountId,
            lock_amount: TaoBalance,
            registration_block: BlockNumberFor<T>,
        },
        /// A creation that waited could not be done and its price was paid back: its number among
        /// those that were queued, and what stood in its way.
        NetworkRegistrationCancelled {
            coldkey: T::AccountId,
            hotkey: T::AccountId,
            lock_id: u32,
            error: DispatchError,
        },
        /// The setter of that name changed a value.
        MaxDelegateTakeSet(u16),
        /// The setter of that name changed a value.
        TxRateLimitSet(u64),
        /// The setter of that name changed a value.
        ServingRateLimitSet(NetUid, u64),
        /// The setter of that name changed a value.
        MinDifficultySet(NetUid, u64),
        /// The setter of that name changed a value.
        MaxDifficultySet(NetUid, u64),
        /// The setter of that name changed a value.
        WeightsSetRateLimitSet(NetUid, u64),
        /// The setter of that name changed a value.
        AdjustmentIntervalSet(NetUid, u16),
        /// The setter of that name changed a value.
        AdjustmentAlphaSet(NetUid, u64),
        /// The setter of that name changed a value.
        KappaSet(NetUid, u16),
        /// The setter of that name changed a value.
        RhoSet(NetUid, u16),
        /// The setter of that name changed a value.
        ActivityCutoffSet(NetUid, u16),
        /// The setter of that name changed a value.
        RegistrationPerIntervalSet(NetUid, u16),
        /// The setter of that name changed a value.
        MinBurnSet(NetUid, TaoBalance),
        /// The setter of that name changed a value.
        MaxBurnSet(NetUid, TaoBalance),
        /// The setter of that name changed a value.
        DifficultySet(NetUid, u64),
        /// The setter of that name changed a value.
        BondsMovingAverageSet(NetUid, u64),
        /// The setter of that name changed a value.
        BondsResetOnSet(NetUid, bool),
        /// The setter of that name changed a value.
        MaxRegistrationsPerBlockSet(NetUid, u16),
        /// The setter of that name changed a value.
        SubnetOwnerCutSet(u16),
        /// The setter of that name changed a value.
        NetworkRateLimitSet(u64),
        /// The setter of that name changed a value.
        TempoSet(NetUid, u16),
        /// The setter of that name changed a value.
        NetworkImmunityPeriodSet(u64),
        /// The setter of that name changed a value.
        NetworkMinLockCostSet(TaoBalance),
        /// The setter of that name changed a value.
        SubnetLimitSet(u16),
        /// The setter of that name changed a value.
        NetworkLockCostReductionIntervalSet(u64),
        /// The setter of that name changed a value.
        StakeThresholdSet(u64),
        /// The setter of that name changed a value.
        TxDelegateTakeRateLimitSet(u64),
        /// The setter of that name changed a value.
        MinDelegateTakeSet(u16),
        /// The setter of that name changed a value.
        TxChildKeyTakeRateLimitSet(u64),
        /// The setter of that name changed a value.
        MinChildKeyTakeSet(u16),
        /// The setter of that name changed a value.
        MaxChildKeyTakeSet(u16),
        /// The setter of that name changed a value.
        MinChildKeyTakePerSubnetSet(NetUid, u16),
        /// The setter of that name changed a value.
        CommitRevealEnabled(NetUid, bool),
        /// The setter of that name changed a value.
        CommitRevealPeriodsSet(NetUid, u64),
        /// The setter of that name changed a value.
        BondsPenaltySet(NetUid, u16),
        /// The setter of that name changed a value.
        TransferToggle(NetUid, bool),
        /// The setter of that name changed a value.
        CommitRevealVersionSet(u16),
        /// The setter of that name changed a value.
        AdminFreezeWindowSet(u16),
        /// The setter of that name changed a value.
        OwnerHyperparamRateLimitSet(u16),
        /// The setter of that name changed a value.
        MinAllowedUidsSet(NetUid, u16),
        /// The setter of that name changed a value.
        MinNonImmuneUidsSet(NetUid, u16),
        /// The setter of that name changed a value.
        StartCallDelaySet(u64),
        /// The setter of that name changed a value.
        MaxEpochsPerBlockSet(u8),
        /// The setter of that name changed a value.
        AlphaSigmoidSteepnessSet(NetUid, i16),
        /// The setter of that name changed a value.
        WeightsVersionKeySet(NetUid, u64),
        /// Whether registration by work is open.
        PowRegistrationAllowed(NetUid, bool),
        /// The setter of that name changed a value.
        DissolveNetworkScheduleDurationSet(BlockNumberFor<T>),
        /// The setter of that name changed a value.
        ColdkeySwapAnnouncementDelaySet(BlockNumberFor<T>),
        /// The setter of that name changed a value.
        ColdkeySwapReannouncementDelaySet(BlockNumberFor<T>),
        /// The setter of that name changed a value.
        ActivityCutoffFactorMilliSet { netuid: NetUid, factor_milli: u32 },
        /// Root dividends have entered the fund of a hotkey: their worth in rao, and the shares
        /// that its stakers on root got for them.
        BasketDeposited {
            hotkey: T::AccountId,
            tao: TaoBalance,
            shares: u64,
        },
        /// A coldkey bought shares of the fund of a hotkey: rao paid, rao by which the fund's worth
        /// grew, shares.
        BasketStakedIn {
            hotkey: T::AccountId,
            coldkey: T::AccountId,
            tao: TaoBalance,
            value: TaoBalance,
            shares: u64,
        },
        /// A coldkey claimed its shares of the fund of a hotkey: rao of root stake.
        BasketClaimed {
            hotkey: T::AccountId,
            coldkey: T::AccountId,
            tao: TaoBalance,
        },
        /// A small holding of a fund became cash: rao.
        BasketHoldingConverted {
            hotkey: T::AccountId,
            netuid: NetUid,
            tao: TaoBalance,
        },
        /// Stake became collateral: so much more, and so much in all, rao of alpha.
        CollateralLocked {
            netuid: NetUid,
            hotkey: T::AccountId,
            locked: AlphaBalance,
            total_locked: AlphaBalance,
        },
        /// The owner of a hotkey said how much shall be collateral at least, rao of alpha.
        MinCollateralSet {
            netuid: NetUid,
            hotkey: T::AccountId,
            min_locked: AlphaBalance,
        },
        /// The setter of that name changed a value.
        LiquidAlphaConsensusModeSet(NetUid, ConsensusMode),
        /// The displayed prices of a fund have begun.
        BetaBaselineStamped { hotkey: T::AccountId },
        /// A small holding of a fund that cannot be sold was given up: rao of alpha.
        BasketAlphaWrittenOff {
            hotkey: T::AccountId,
            netuid: NetUid,
            alpha: AlphaBalance,
        },
        /// The owner of a hotkey exchanged a holding of its fund for another: rao of alpha sold (of
        /// TAO on root), rao of TAO in between, rao of alpha bought (of TAO on root).
        BasketSwapped {
            hotkey: T::AccountId,
            origin_netuid: NetUid,
            destination_netuid: NetUid,
            alpha_sold: AlphaBalance,
            tao_mid: TaoBalance,
            alpha_bought: AlphaBalance,
        },
        /// A claim left out holdings of a fund in which its part was too little: how many, and rao
        /// that it left there, about.
        BasketClaimDustSkipped {
            hotkey: T::AccountId,
            coldkey: T::AccountId,
            rows: u32,
            forfeited_tao_est: TaoBalance,
        },
        /// A coldkey locked so much more alpha for a hotkey, rao.
        StakeLocked {
            coldkey: T::AccountId,
            hotkey: T::AccountId,
            netuid: NetUid,
            amount: AlphaBalance,
        },
        /// The lock of a coldkey is for another hotkey now.
        LockMoved {
            coldkey: T::AccountId,
            origin_hotkey: T::AccountId,
            destination_hotkey: T::AccountId,
            netuid: NetUid,
        },
        /// A coldkey said whether its lock on a subnet stays, or decays.
        PerpetualLockUpdated {
            coldkey: T::AccountId,
            netuid: NetUid,
            enabled: bool,
        },
        /// A coldkey said whether it takes locked alpha from others.
        RejectLockedAlphaUpdated {
            coldkey: T::AccountId,
            enabled: bool,
        },
        /// The hotkey with the highest conviction won a subnet for its coldkey.
        SubnetOwnerChanged {
            netuid: NetUid,
            old_coldkey: T::AccountId,
            new_coldkey: T::AccountId,
        },
        /// The epochs of a subnet go by another consensus.
        EpochConsensusSet(NetUid, EpochConsensus),
        /// A subnet under Null consensus gave up uids, or commits before that.
        NullUidsPruningProgress {
            netuid: NetUid,
            /// Number of uids in the end.
            target: u16,
            /// Uids that are still to go.
            remaining: u16,
            /// Uids that went.
            removed: u16,
            /// Keys of commits that were removed.
            cleared_commits: u32,
        },
        /// Epochs follow the voting power on a subnet.
        VotingPowerTrackingEnabled { netuid: NetUid },
        /// The first epoch from this block on does not any more.
        VotingPowerTrackingDisableScheduled {
            netuid: NetUid,
            disable_at_block: u64,
        },
        /// Epochs do not follow the voting power on a subnet any more.
        VotingPowerTrackingDisabled { netuid: NetUid },
        /// So much of the stake of an epoch goes into voting power, of 10^18.
        VotingPowerEmaAlphaSet { netuid: NetUid, alpha: u64 },
        /// A hotkey took the place of another on every subnet.
        HotkeySwapped {
            coldkey: T::AccountId,
            old_hotkey: T::AccountId,
            new_hotkey: T::AccountId,
        },
        /// A hotkey took the place of another on a subnet.
        HotkeySwappedOnSubnet {
            coldkey: T::AccountId,
            old_hotkey: T::AccountId,
            new_hotkey: T::AccountId,
            netuid: NetUid,
        },
        /// A coldkey will give all it has to the coldkey of that hash.
        ColdkeySwapAnnounced {
            who: T::AccountId,
            new_coldkey_hash: H256,
        },
        /// A coldkey gave all it had to another.
        ColdkeySwapped {
            old_coldkey: T::AccountId,
            new_coldkey: T::AccountId,
        },
        /// The announced swap of a coldkey is under dispute, which freezes it.
        ColdkeySwapDisputed { coldkey: T::AccountId },
        /// Root has removed the announcement of a coldkey, and the dispute about it.
        ColdkeySwapReset { who: T::AccountId },
        /// A coldkey took back the swap that it had announced.
        ColdkeySwapCleared { who: T::AccountId },
        /// A crowdloan has paid for a subnet, which its creator runs.
        SubnetLeaseCreated {
            beneficiary: T::AccountId,
            lease_id: u32,
            netuid: NetUid,
            end_block: Option<BlockNumberFor<T>>,
        },
        /// A leased subnet has another owner; what contributors are owed is paid in the next
        /// blocks.
        SubnetLeaseTerminated {
            beneficiary: T::AccountId,
            netuid: NetUid,
        },
        /// Somebody got a part of the owner's cut of a leased subnet, rao, as stake on its hotkey.
        SubnetLeaseDividendsDistributed {
            lease_id: u32,
            contributor: T::AccountId,
            alpha: AlphaBalance,
        },
        /// A contributor could not be paid, and is owed so much, rao.
        SubnetLeaseDividendSkipped {
            lease_id: u32,
            contributor: T::AccountId,
            alpha: AlphaBalance,
        },
    }
}
