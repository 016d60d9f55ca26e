//! Storage of the funds of root validators (spec 90 §3). Amounts are in rao, shares are raw: 10^9
//! of them are shown as one.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod funds_storage {
    /// Root dividends of a hotkey that its fund has not taken in yet, rao of alpha.
    #[pallet::storage]
    pub type PendingBasketDeposits<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        AlphaBalance,
        ValueQuery,
    >;
    /// Hotkey whose queue the hook of a block flushed last.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type PendingBasketFlushCursor<T> = StorageValue<_, Vec<u8>, OptionQuery>;
    /// All shares of a fund.
    #[pallet::storage]
    pub type BasketShares<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u64, ValueQuery>;
    /// Shares minted for each rao of root stake since the hotkey has a fund.
    #[pallet::storage]
    pub type BasketRate<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, I96F32, ValueQuery>;
    /// Shares of (hotkey, coldkey) that the rate counts and that are claimed or were minted before
    /// the stake came; negative where shares were granted.
    #[pallet::storage]
    pub type BasketClaimed<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Blake2_128Concat,
        T::AccountId,
        i128,
        ValueQuery,
    >;
    /// All TAO that deposits were worth.
    #[pallet::storage]
    pub type BasketDepositedTao<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, TaoBalance, ValueQuery>;
    /// All TAO that claims have paid.
    #[pallet::storage]
    pub type BasketRedeemedTao<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, TaoBalance, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultBasketTwr() -> U64F64 {
        U64F64::ONE
    }
    /// Product of the returns of root stake on the hotkey, dividend by dividend.
    #[pallet::storage]
    pub type BasketTwr<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, U64F64, ValueQuery, DefaultBasketTwr>;
    /// Where the displayed price of a fund begins.
    #[pallet::storage]
    pub type BetaBaseline<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, BetaBaselineOf, OptionQuery>;
    /// The published index of all funds.
    #[pallet::storage]
    pub type BetaIndexSnapshot<T> = StorageValue<_, BetaIndexSnapshotOf, OptionQuery>;
    /// The look at all funds that moves the index, while there is one.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type BetaIndexSweep<T> = StorageValue<_, BetaIndexSweepOf, OptionQuery>;
    /// Prices of a fund at the last one.
    #[pallet::storage]
    pub type BetaIndexFundSample<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, BetaIndexFundSampleOf, OptionQuery>;
    /// Whether funds may trade.
    #[pallet::storage]
    pub type BasketTradingEnabled<T> = StorageValue<_, bool, ValueQuery>;
    /// Hotkeys whose funds may not.
    #[pallet::storage]
    pub type BasketTradingFrozen<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultBasketTradeCap() -> u16 {
        6_553
    }
    /// Part of its worth that a fund may turn over in a day, of 65535.
    #[pallet::storage]
    pub type BasketDailyTurnoverCap<T> = StorageValue<_, u16, ValueQuery, DefaultBasketTradeCap>;
    /// Part of the alpha of a pool that a fund may hold, and buy in a day, of 65535.
    #[pallet::storage]
    pub type BasketLiquidityCap<T> = StorageValue<_, u16, ValueQuery, DefaultBasketTradeCap>;
    #[pallet::type_value]
    pub fn DefaultBasketConcentrationCap() -> u16 {
        4_096
    }
    /// Part of the worth of a fund that one holding may have after a trade, of 65535.
    #[pallet::storage]
    pub type BasketConcentrationCap<T> =
        StorageValue<_, u16, ValueQuery, DefaultBasketConcentrationCap>;
    #[pallet::type_value]
    pub fn DefaultBasketMinTradeTao() -> u64 {
        500_000_000
    }
    /// Least worth of a trade.
    #[pallet::storage]
    pub type BasketMinTradeTao<T> = StorageValue<_, u64, ValueQuery, DefaultBasketMinTradeTao>;
    /// What a fund could still turn over in a block: (rao, block).
    #[pallet::storage]
    pub type BasketTradeBucket<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, (u64, u64), OptionQuery>;
    /// What a fund had lately bought from a pool in a block: (rao of alpha, block).
    #[pallet::storage]
    pub type BasketLiquidityUsed<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        (u64, u64),
        OptionQuery,
    >;
    #[pallet::type_value]
    pub fn DefaultBasketClaimRowDustCapTao() -> u64 {
        1_000_000_000
    }
    /// Most that a holding may be worth to be left out of claims as dust.
    #[pallet::storage]
    pub type BasketClaimRowDustCapTao<T> =
        StorageValue<_, u64, ValueQuery, DefaultBasketClaimRowDustCapTao>;
    #[pallet::type_value]
    pub fn DefaultBasketClaimRowDustBps() -> u16 {
        10
    }
    /// The same as a part of the fund, of 10 000.
    #[pallet::storage]
    pub type BasketClaimRowDustBps<T> =
        StorageValue<_, u16, ValueQuery, DefaultBasketClaimRowDustBps>;
    #[pallet::type_value]
    pub fn DefaultBasketClaimSliceDustTao() -> u64 {
        100_000
    }
    /// Worth below which the claimant's part of a holding is dust.
    #[pallet::storage]
    pub type BasketClaimSliceDustTao<T> =
        StorageValue<_, u64, ValueQuery, DefaultBasketClaimSliceDustTao>;
    #[pallet::type_value]
    pub fn DefaultBasketClaimForfeitCapTao() -> u64 {
        10_000_000
    }
    /// Most that a claimant may leave behind as dust in one holding; 0 for no dust at all.
    #[pallet::storage]
    pub type BasketClaimForfeitCapTao<T> =
        StorageValue<_, u64, ValueQuery, DefaultBasketClaimForfeitCapTao>;
    /// Blocks for which stake stays on root after it has changed. Root writes the key.
    #[pallet::storage]
    pub type RootStakeUnlockInterval<T> = StorageValue<_, u64, ValueQuery>;
    /// Block in which the root stake of (coldkey, hotkey) last changed.
    #[pallet::storage]
    pub type LastColdkeyHotkeyStakeBlock<T: Config> = StorageDoubleMap<
        _,
        Twox64Concat,
        T::AccountId,
        Twox64Concat,
        T::AccountId,
        u64,
        OptionQuery,
    >;
    #[pallet::type_value]
    pub fn DefaultRootClaimableThreshold() -> I96F32 {
        I96F32::from_num(500_000)
    }
    /// Least TAO that a claim brings, a credit is worth to be taken in, and a holding to be kept,
    /// rao; the entry of root is in force.
    #[pallet::storage]
    pub type RootClaimableThreshold<T> =
        StorageMap<_, Blake2_128Concat, NetUid, I96F32, ValueQuery, DefaultRootClaimableThreshold>;
    /// Retired, never written: how coldkeys want their root dividends. The default is what claims
    /// do; the older generation of the client asks for it (spec 70 §16.1).
    #[pallet::storage]
    #[pallet::unbounded]
    pub type RootClaimType<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, RootClaimTypeEnum, ValueQuery>;
    /// Retired, never written: rates of root dividends by subnet.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type RootClaimable<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, BTreeMap<NetUid, I96F32>, ValueQuery>;
    /// Retired, never written: what was claimed of them.
    #[pallet::storage]
    pub type RootClaimed<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Blake2_128Concat, T::AccountId>,
        ),
        u128,
        ValueQuery,
    >;
    /// Number of coldkeys that stake on root.
    #[pallet::storage]
    pub type NumStakingColdkeys<T> = StorageValue<_, u64, ValueQuery>;
    /// Place of each of them.
    #[pallet::storage]
    pub type StakingColdkeys<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u64, OptionQuery>;
    /// Who is at which place.
    #[pallet::storage]
    pub type StakingColdkeysByIndex<T: Config> =
        StorageMap<_, Identity, u64, T::AccountId, OptionQuery>;
    /// Ours: picoseconds that the claims of a transaction have weighed, and those that they are
    /// charged for instead. What transactions without a fee leave of it is dropped by the next.
    #[pallet::storage]
    pub type ClaimFees<T> = StorageValue<_, (u64, u64), ValueQuery>;
    /// TAO that funds have taken out of the pool in this block.
    #[pallet::storage]
    pub type SubnetRootSellTao<T> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;
}
