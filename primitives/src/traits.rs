//! Seams between pallets, so that the pool and the alpha counters can be
//! tested and replaced without the main pallet. Quotes never move balances:
//! whoever asks for one applies it (spec 50 §5.8, spec 10 §17).

use crate::{AlphaBalance, NetUid, TaoBalance};
use alloc::{collections::BTreeSet, vec::Vec};
use sp_runtime::{DispatchError, DispatchResult};
use sp_weights::{Weight, WeightMeter};
use subtensor_fixed::U64F64;

/// Counters of alpha created and destroyed per subnet.
pub trait AlphaAssetsInterface {
    /// Record newly created alpha.
    fn mint(netuid: NetUid, amount: AlphaBalance);
    /// Record alpha taken out of issuance; it can be emitted again.
    fn recycle(netuid: NetUid, amount: AlphaBalance);
    /// Record alpha taken out of hands but still counted as issued.
    fn burn(netuid: NetUid, amount: AlphaBalance);
    /// Alpha issued and not recycled.
    fn issued(netuid: NetUid) -> AlphaBalance;
    /// Alpha burned so far.
    fn burned(netuid: NetUid) -> AlphaBalance;
    /// Forget a subnet that was dissolved.
    fn clear(netuid: NetUid);
}

/// Read access to the reserves of the pools.
pub trait PoolReserves {
    /// TAO reserve in rao.
    fn tao(netuid: NetUid) -> TaoBalance;
    /// Alpha reserve in rao.
    fn alpha(netuid: NetUid) -> AlphaBalance;
    /// 0: stable, price 1; 1: dynamic, priced by the pool.
    fn mechanism(netuid: NetUid) -> u16;
    /// Whether the subnet exists.
    fn exists(netuid: NetUid) -> bool;
    /// All subnets in list order.
    fn netuids() -> Vec<NetUid>;
}

/// A quoted swap. The caller moves `paid_in` into and `paid_out` out of the
/// pool, and `fee` to whoever earns it; the payer gives `paid_in + fee`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SwapOutcome<In, Out> {
    /// Input net of the fee.
    pub paid_in: In,
    /// Output.
    pub paid_out: Out,
    /// Fee, in units of the input.
    pub fee: In,
}

macro_rules! spent {
    ($in:ty, $out:ty) => {
        impl SwapOutcome<$in, $out> {
            /// What the payer gives.
            pub const fn spent(&self) -> $in {
                self.paid_in.saturating_add(self.fee)
            }
        }
    };
}
spent!(TaoBalance, AlphaBalance);
spent!(AlphaBalance, TaoBalance);

/// A quoted move of alpha between two subnets. Both swaps are to be executed,
/// the purchase with all that the sale paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MoveOutcome {
    /// Sale on the origin.
    pub sold: SwapOutcome<AlphaBalance, TaoBalance>,
    /// Purchase on the destination.
    pub bought: SwapOutcome<TaoBalance, AlphaBalance>,
}

/// Least ratio of a move, in parts of 10^9. Where one of the two subnets
/// exchanges alpha one to one, both are a limit on the price of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatioLimit {
    /// Price of the origin over price of the destination after the move.
    Price(u64),
    /// Alpha received over alpha given, fees included.
    Received(u64),
}

/// Whether whoever swaps pays a fee for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SwapFee {
    /// The fee of the subnet, on top of what goes into the pool.
    Charged,
    /// None: the protocol swaps, or another swap of the same order has paid.
    Waived,
}

/// A pool as it was read once: what quotes and prices of a block's emission go by. Whoever has it
/// keeps the reserves in step with what is added and taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolView {
    /// Subnet of the pool.
    pub netuid: NetUid,
    /// Whether the pool prices the alpha; otherwise it is worth one TAO.
    pub is_dynamic: bool,
    /// TAO reserve, rao.
    pub tao: TaoBalance,
    /// Alpha reserve, rao.
    pub alpha: AlphaBalance,
    /// Weight of TAO in parts of 10^18; alpha has the rest.
    pub tao_weight: u64,
    /// Whether the weights are stored, or what counts where none are.
    pub has_weights: bool,
}

/// The pool as the other pallets use it. Prices and limits are TAO per alpha;
/// limits and bounds are given in rao per whole alpha.
pub trait SwapInterface {
    /// Create the pool record, at equal weights or at a given price.
    fn init(netuid: NetUid, price: Option<U64F64>) -> DispatchResult;
    /// Current price in TAO per alpha.
    fn price(netuid: NetUid) -> U64F64;
    /// Quote buying alpha with `tao`, at a price of at most `limit`.
    fn buy(
        netuid: NetUid,
        tao: TaoBalance,
        limit: TaoBalance,
        fee: SwapFee,
    ) -> Result<SwapOutcome<TaoBalance, AlphaBalance>, DispatchError>;
    /// Quote selling `alpha`, at a price of at least `limit`.
    fn sell(
        netuid: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
        fee: SwapFee,
    ) -> Result<SwapOutcome<AlphaBalance, TaoBalance>, DispatchError>;
    /// Quote buying alpha with `tao` at any price, in a few orders one after the other where the
    /// pool does not take that much at once; what it does not take at all is left out.
    fn buy_in_pieces(
        netuid: NetUid,
        tao: TaoBalance,
        fee: SwapFee,
    ) -> SwapOutcome<TaoBalance, AlphaBalance>;
    /// Quote selling `alpha` at any price, likewise.
    fn sell_in_pieces(
        netuid: NetUid,
        alpha: AlphaBalance,
        fee: SwapFee,
    ) -> SwapOutcome<AlphaBalance, TaoBalance>;
    /// Quote moving up to `alpha` from one subnet to another: the most that
    /// keeps the ratio at its limit or above, which may be nothing. The origin
    /// charges its fee, the destination only if the origin is root.
    fn quote_move(
        origin: NetUid,
        destination: NetUid,
        alpha: AlphaBalance,
        limit: RatioLimit,
    ) -> Result<MoveOutcome, DispatchError>;
    /// Alpha worth `tao` at the current price, ignoring slippage and fee; 0
    /// without a price.
    fn alpha_for_tao(netuid: NetUid, tao: TaoBalance) -> AlphaBalance;
    /// Limit that a buy without one uses.
    fn max_price() -> TaoBalance;
    /// Limit that a sell without one uses.
    fn min_price() -> TaoBalance;
    /// Adapt the weights so that adding these amounts, and what was kept of
    /// earlier ones, keeps the price; returns the amounts the caller shall add
    /// to the reserves. What the pool cannot take is kept for later calls. All
    /// of `tao` belongs on the subnet's account, whatever is returned.
    fn adjust_liquidity(
        netuid: NetUid,
        tao: TaoBalance,
        alpha: AlphaBalance,
    ) -> (TaoBalance, AlphaBalance);
    /// The pool of a subnet with these reserves; only its weights are read.
    fn view(netuid: NetUid, is_dynamic: bool, tao: TaoBalance, alpha: AlphaBalance) -> PoolView;
    /// Current price of a pool in TAO per alpha.
    fn price_of(pool: &PoolView) -> U64F64;
    /// Quote buying alpha of a pool with `tao`, at any price and without fee.
    fn purchase_from(
        pool: &PoolView,
        tao: TaoBalance,
    ) -> Result<SwapOutcome<TaoBalance, AlphaBalance>, DispatchError>;
    /// As [`Self::adjust_liquidity`] for a pool that was read; its weights there follow. `is_kept`
    /// says whether [`Self::pools_kept`] has the pool.
    fn adjust(
        pool: &mut PoolView,
        is_kept: bool,
        tao: TaoBalance,
        alpha: AlphaBalance,
    ) -> (TaoBalance, AlphaBalance);
    /// Pools for which something is kept.
    fn pools_kept() -> BTreeSet<NetUid>;
    /// TAO on the subnet's account that the pool could not take yet.
    fn kept_tao(netuid: NetUid) -> TaoBalance;
    /// Number of pools for which something is kept.
    fn pools_kept_for() -> u32;
    /// Fee on an input of `amount` rao.
    fn fee(netuid: NetUid, amount: u64) -> u64;
    /// Forget the pool record of a removed subnet.
    fn clear(netuid: NetUid);
}

/// What hotkeys publish about themselves on the subnets.
pub trait CommitmentsInterface<AccountId> {
    /// Forgets everything about a subnet that does not exist any more, until nothing is left or the
    /// meter is spent; says whether nothing is left.
    fn purge_netuid(netuid: NetUid, meter: &mut WeightMeter) -> bool;
    /// All commitments of a subnet, each as the bytes of its record.
    fn get_commitments(netuid: NetUid) -> Vec<(AccountId, Vec<u8>)>;
}

impl<AccountId> CommitmentsInterface<AccountId> for () {
    fn purge_netuid(_: NetUid, _: &mut WeightMeter) -> bool {
        true
    }

    fn get_commitments(_: NetUid) -> Vec<(AccountId, Vec<u8>)> {
        Vec::new()
    }
}

/// A crowdloan whose stored call is running (spec 60 §12.3, `finalize`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinalizingCrowdloan<AccountId> {
    /// Number of the crowdloan.
    pub id: u32,
    /// Who opened it and signs its call.
    pub creator: AccountId,
    /// Where its TAO is.
    pub funds_account: AccountId,
    /// Sum of its contributions, rao.
    pub raised: TaoBalance,
}

/// What the call that a crowdloan pays for may ask about it (spec 30 §13.1).
pub trait CrowdloansInterface<AccountId> {
    /// The crowdloan that is being finalized right now, or its pallet's error
    /// `InvalidCrowdloanId` if none is.
    fn finalizing() -> Result<FinalizingCrowdloan<AccountId>, DispatchError>;
    /// Who gave how much to it, rao, the creator too, in order of storage; at most as many as
    /// the constant `MaxContributors` says.
    fn contributions(id: u32) -> Vec<(AccountId, TaoBalance)>;
    /// How many contributors a crowdloan can have.
    fn max_contributors() -> u32;
}

/// Who may run a leased subnet for the coldkey that owns it, which nobody has the key of (spec 30
/// §13.1, 60 §10.4): proxies of the type `SubnetLeaseBeneficiary`, without a delay.
pub trait ProxyInterface<AccountId> {
    /// Lets the beneficiary act for the lease, which deposits TAO for that.
    fn add_lease_beneficiary_proxy(lease: &AccountId, beneficiary: &AccountId) -> DispatchResult;
    /// Ends that, and gives the deposit back to the lease.
    fn remove_lease_beneficiary_proxy(lease: &AccountId, beneficiary: &AccountId)
    -> DispatchResult;
}

impl<AccountId> CrowdloansInterface<AccountId> for () {
    fn finalizing() -> Result<FinalizingCrowdloan<AccountId>, DispatchError> {
        Err(DispatchError::Unavailable)
    }

    fn contributions(_: u32) -> Vec<(AccountId, TaoBalance)> {
        Vec::new()
    }

    fn max_contributors() -> u32 {
        0
    }
}

impl<AccountId> ProxyInterface<AccountId> for () {
    fn add_lease_beneficiary_proxy(_: &AccountId, _: &AccountId) -> DispatchResult {
        Ok(())
    }

    fn remove_lease_beneficiary_proxy(_: &AccountId, _: &AccountId) -> DispatchResult {
        Ok(())
    }
}

/// Trading and paying for accounts that have signed an order. Amounts are rao, limits rao per whole
/// alpha. All of an amount is traded, or nothing.
pub trait OrderTrades<AccountId> {
    /// Current price in TAO per alpha.
    fn price(netuid: NetUid) -> U64F64;
    /// Whether the account may move nothing, because a swap of its coldkey is announced.
    fn is_frozen(coldkey: &AccountId) -> bool;
    /// Buys stake on a hotkey for `tao`, at a price of at most `limit`; returns what was bought.
    fn buy_alpha(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        tao: TaoBalance,
        limit: TaoBalance,
    ) -> Result<AlphaBalance, DispatchError>;
    /// Sells `alpha` of the stake on a hotkey, at a price of at least `limit`; returns what was
    /// paid. What is locked or is collateral stays.
    fn sell_alpha(
        coldkey: &AccountId,
        hotkey: &AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
        limit: TaoBalance,
    ) -> Result<TaoBalance, DispatchError>;
    /// Moves stake between positions on one subnet, for a batch that gathers it and deals it out:
    /// neither a least amount nor the switch of transfers holds it up, but what is locked or is
    /// collateral of the sender stays.
    fn move_stake(
        from: (&AccountId, &AccountId),
        to: (&AccountId, &AccountId),
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> DispatchResult;
    /// Stake of a position, rao of alpha.
    fn stake_of(coldkey: &AccountId, hotkey: &AccountId, netuid: NetUid) -> AlphaBalance;
    /// Moves TAO between accounts; the sender may be reaped.
    fn transfer_tao(from: &AccountId, to: &AccountId, amount: TaoBalance) -> DispatchResult;
    /// Whether `coldkey` owns `hotkey`.
    fn owns_hotkey(coldkey: &AccountId, hotkey: &AccountId) -> bool;
    /// Makes the coldkey owner of the hotkey if nobody owns it.
    fn claim_hotkey(coldkey: &AccountId, hotkey: &AccountId) -> DispatchResult;
    /// Most that a purchase, a sale or a look at a price or a freeze weighs.
    fn trade_weight() -> Weight;
}
