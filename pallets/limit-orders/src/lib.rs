//! # Limit orders pallet (`LimitOrders`)
//!
//! Accounts sign orders off chain; anybody, or who the order names, executes them when the price is
//! right (spec 80 B, 90 §21.3). The chain keeps what became of an order, and until when it could
//! have been executed, after which anybody may have it forgotten.
//!
//! - `types`: what is signed
//! - `validate`: whether an order may be executed
//! - `single`: executing orders one by one
//! - `batch`: executing orders of a subnet together
//! - `linked`: orders that spend what others have brought

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

mod batch;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
#[cfg(feature = "try-runtime")]
mod invariants;
mod linked;
mod single;
#[cfg(test)]
mod tests;
mod types;
mod validate;
mod weight_info;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::Setup;
pub use pallet::*;
pub use types::*;
pub use weight_info::{MeasuredWeights, WeightInfo};

#[frame_support::pallet]
pub mod pallet {
    use frame_support::{PalletId, pallet_prelude::*, traits::Time};
    use frame_system::pallet_prelude::*;
    use sp_core::H256;
    use sp_runtime::{AccountId32, traits::AccountIdConversion};
    use subtensor_primitives::{NetUid, OrderTrades};

    use crate::{
        LinkedAsset, LinkedOutput, OrderSide, OrderStatus, OrderType, SignedOrder, VersionedOrder,
        WeightInfo,
    };

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<AccountId = AccountId32, RuntimeEvent: From<Event<Self>>>
    {
        /// Trades and pays for those who sign.
        type Trades: OrderTrades<AccountId32>;
        /// Milliseconds of Unix time.
        type Time: Time;
        /// The chain that orders must be for.
        type ChainId: Get<u64>;
        /// Weights of the calls, trades apart.
        type WeightInfo: WeightInfo;
        /// Most orders of a call.
        #[pallet::constant]
        type MaxOrdersPerBatch: Get<u32>;
        /// Names the pallet's account.
        #[pallet::constant]
        type PalletId: Get<PalletId>;
        /// Hotkey of the pallet's account.
        #[pallet::constant]
        type PalletHotkey: Get<AccountId32>;
        /// How long an output can be drawn on, milliseconds.
        #[pallet::constant]
        type LinkedOutputTtl: Get<u64>;
    }

    /// What became of an order, by its id.
    #[pallet::storage]
    pub type Orders<T: Config> = StorageMap<_, Blake2_128Concat, H256, OrderStatus, OptionQuery>;

    /// Until when it could have been executed, milliseconds. One for each status.
    #[pallet::storage]
    pub type OrderExpiries<T: Config> = StorageMap<_, Blake2_128Concat, H256, u64, OptionQuery>;

    /// Whether orders are executed.
    #[pallet::storage]
    pub type LimitOrdersEnabled<T: Config> = StorageValue<_, bool, ValueQuery>;

    /// What orders have brought, by the id of the order.
    #[pallet::storage]
    pub type LinkedOutputs<T: Config> =
        StorageMap<_, Blake2_128Concat, H256, LinkedOutput<AccountId32>, OptionQuery>;

    /// Orders are executed from the first block.
    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        #[serde(skip)]
        _config: core::marker::PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            let claimed = T::Trades::claim_hotkey(&Pallet::<T>::account(), &Pallet::<T>::hotkey());
            assert!(
                claimed.is_ok(),
                "the hotkey of limit orders cannot be claimed: {claimed:?}"
            );
            LimitOrdersEnabled::<T>::put(true);
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// An order was executed, or a part of it.
        OrderExecuted {
            /// Hash of the order as it is signed.
            order_id: H256,
            /// Who signed it.
            signer: AccountId32,
            /// On which subnet.
            netuid: NetUid,
            /// What was done.
            order_type: OrderType,
            /// What was traded, rao; in single execution without the fee of a purchase.
            amount_in: u64,
            /// What the signer got, rao.
            amount_out: u64,
        },
        /// An order was passed over.
        OrderSkipped {
            /// Hash of the order as it is signed.
            order_id: H256,
            /// Why.
            reason: DispatchError,
        },
        /// An order was taken back.
        OrderCancelled {
            /// Hash of the order as it is signed.
            order_id: H256,
            /// Who signed it.
            signer: AccountId32,
        },
        /// Orders were set off against each other.
        GroupExecutionSummary {
            /// On which subnet.
            netuid: NetUid,
            /// What was done with the pool.
            net_side: OrderSide,
            /// What went into it, rao.
            net_amount: u64,
            /// What came out, rao.
            actual_out: u64,
            /// How many orders.
            executed_count: u32,
        },
        /// The pallet was switched.
        LimitOrdersPalletStatusChanged {
            /// Whether orders are executed.
            enabled: bool,
        },
        /// What an order has brought can be drawn on.
        LinkedOutputRecorded {
            /// Hash of the order as it is signed.
            order_id: H256,
            /// Whose it is.
            signer: AccountId32,
            /// What it is.
            asset: LinkedAsset<AccountId32>,
            /// How much, rao.
            total: u64,
            /// Last moment, milliseconds.
            expires_at: u64,
        },
        /// An order has drawn on such an output, which is gone.
        LinkedOutputConsumed {
            /// Who recorded it.
            provider: H256,
            /// Who has drawn.
            consumer: H256,
            /// How much, rao.
            amount: u64,
            /// What was left, rao.
            undrawn: u64,
        },
        /// Such an output was forgotten.
        LinkedOutputPruned {
            /// Who recorded it.
            order_id: H256,
            /// How much it was, rao.
            total: u64,
        },
    }

    /// In the order of the public interface.
    #[pallet::error]
    pub enum Error<T> {
        /// The signer has not signed these bytes with an sr25519 key.
        InvalidSignature,
        /// All of the order was executed, or it was cancelled.
        OrderAlreadyProcessed,
        /// The signer took the order back.
        OrderCancelled,
        /// The time of the order is over.
        OrderExpired,
        /// The price is not on the side of the limit where the order is executed.
        PriceConditionNotMet,
        /// Only who signed an order cancels it.
        Unauthorized,
        /// A trade would bring nothing.
        SwapReturnedZero,
        /// Orders are for subnets with a pool.
        RootNetUidNotAllowed,
        /// An order of a batch is for another subnet.
        OrderNetUidMismatch,
        /// The pallet is switched off.
        LimitOrdersDisabled,
        /// The order names others to execute it.
        RelayerMissMatch,
        /// The order is executed as a whole.
        PartialFillsNotEnabled,
        /// The part is nothing or more than is left, or a part is missing.
        IncorrectPartialFillAmount,
        /// Parts are executed by those whom the order names.
        RelayerRequiredForPartialFill,
        /// The order is for another chain.
        ChainIdMismatch,
        /// The pallet's account does not own its hotkey.
        PalletHotkeyNotRegistered,
        /// An amount is out of range.
        ArithmeticOverflow,
        /// An order is twice in a batch.
        DuplicateOrderInBatch,
        /// An order would get nothing of a batch.
        ZeroShareInBatch,
        /// The order to draw on has no output recorded.
        NoLinkedOutput,
        /// The output is somebody else's.
        LinkedOutputSignerMismatch,
        /// The output is not what the order spends.
        LinkedOutputAssetMismatch,
        /// The output cannot be drawn on any more.
        LinkedOutputExpired,
        /// The part of the output is nothing.
        LinkedAmountResolvedToZero,
        /// A linked amount is spent as a whole.
        PartialFillNotSupportedForLinkedAmount,
        /// An order whose output is recorded is executed as a whole.
        PartialFillNotSupportedForProvider,
        /// Until it expires only the signer has an output forgotten.
        LinkedOutputNotPrunable,
        /// The signer has announced a swap of its coldkey.
        OrderSignerFrozen,
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::check_all()
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Executes orders one after the other; one that fails is passed over.
        ///
        /// Origin: signed, by the relayer.
        ///
        /// Parameters:
        /// - `orders`: signed orders, each with the part to execute.
        /// - `should_fail`: whether the first failure undoes the call.
        ///
        /// Errors, in order: `BadOrigin`, `LimitOrdersDisabled`; with `should_fail` those of an
        /// order: `RootNetUidNotAllowed`, `ChainIdMismatch`, `InvalidSignature`,
        /// `OrderAlreadyProcessed`, `OrderCancelled`, `OrderExpired`, `PriceConditionNotMet`,
        /// `RelayerMissMatch`, `OrderSignerFrozen`; with a linked amount
        /// `PartialFillNotSupportedForLinkedAmount`, `NoLinkedOutput`,
        /// `LinkedOutputSignerMismatch`, `LinkedOutputAssetMismatch`, `LinkedOutputExpired`,
        /// `LinkedAmountResolvedToZero`; of a part `PartialFillNotSupportedForProvider`,
        /// `RelayerRequiredForPartialFill`, `PartialFillsNotEnabled`,
        /// `IncorrectPartialFillAmount`; those of the trade, `SwapReturnedZero`, those of the
        /// fee's transfer. What was not traded is not paid for.
        ///
        /// Events: `OrderExecuted` or `OrderSkipped` for each; `LinkedOutputConsumed`,
        /// `LinkedOutputRecorded`.
        #[pallet::call_index(0)]
        #[pallet::weight(
            T::WeightInfo::execute_orders(orders.len() as u32)
                .saturating_add(T::Trades::trade_weight().saturating_mul(orders.len() as u64))
        )]
        pub fn execute_orders(
            origin: OriginFor<T>,
            orders: BoundedVec<SignedOrder<AccountId32>, T::MaxOrdersPerBatch>,
            should_fail: bool,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let trades = Self::do_execute_orders(&who, &orders, should_fail)?;
            let checked = T::WeightInfo::execute_orders(orders.len() as u32);
            let traded = T::Trades::trade_weight().saturating_mul(trades);
            Ok(Some(checked.saturating_add(traded)).into())
        }

        /// Executes orders of one subnet together, all or none: they are set off against each other
        /// at the price, and only the rest is traded with the pool, at the strictest limit of the
        /// orders on its side. What rounding leaves of alpha goes to the last purchase, what it
        /// leaves of TAO to the last sale.
        ///
        /// Origin: signed, by the relayer.
        ///
        /// Parameters:
        /// - `netuid`: the subnet of all orders, not root.
        /// - `orders`: signed orders, each with the part to execute.
        ///
        /// Errors, in order: `BadOrigin`, `LimitOrdersDisabled`, `RootNetUidNotAllowed`; for each
        /// order `DuplicateOrderInBatch`, `OrderNetUidMismatch`, then as `execute_orders` before
        /// the trade; those of gathering; `ArithmeticOverflow`, those of the trade,
        /// `SwapReturnedZero`; `ZeroShareInBatch`, `NoLinkedOutput` where another order of the
        /// batch has drawn on the output, `ArithmeticOverflow`, those of transfers.
        ///
        /// Events: `OrderExecuted` for each, `LinkedOutputConsumed`, `LinkedOutputRecorded`;
        /// `GroupExecutionSummary`. None for no orders.
        #[pallet::call_index(1)]
        #[pallet::weight(
            T::WeightInfo::execute_batched_orders(orders.len() as u32).saturating_add(
                T::Trades::trade_weight()
                    .saturating_mul((orders.len() as u64).saturating_add(1))
            )
        )]
        pub fn execute_batched_orders(
            origin: OriginFor<T>,
            netuid: NetUid,
            orders: BoundedVec<SignedOrder<AccountId32>, T::MaxOrdersPerBatch>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_execute_batch(&who, netuid, &orders)
        }

        /// Takes an order back, executed in part or not at all. Works while the pallet is off.
        ///
        /// Origin: who signed the order.
        ///
        /// Parameters:
        /// - `order`: the order; its signature is not needed.
        ///
        /// Errors, in order: `BadOrigin`, `Unauthorized`, `OrderAlreadyProcessed`.
        ///
        /// Events: `OrderCancelled`.
        #[pallet::call_index(2)]
        #[pallet::weight(T::WeightInfo::cancel_order())]
        pub fn cancel_order(
            origin: OriginFor<T>,
            order: VersionedOrder<AccountId32>,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_cancel(&who, &order)
        }

        /// Switches the execution of orders on or off.
        ///
        /// Origin: root.
        ///
        /// Parameters:
        /// - `enabled`: whether orders are executed.
        ///
        /// Errors, in order: `BadOrigin`, `PalletHotkeyNotRegistered`.
        ///
        /// Events: `LimitOrdersPalletStatusChanged`.
        #[pallet::call_index(3)]
        #[pallet::weight(T::WeightInfo::set_pallet_status())]
        pub fn set_pallet_status(origin: OriginFor<T>, enabled: bool) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(
                !enabled || T::Trades::owns_hotkey(&Self::account(), &Self::hotkey()),
                Error::<T>::PalletHotkeyNotRegistered
            );
            LimitOrdersEnabled::<T>::put(enabled);
            Self::deposit_event(Event::LimitOrdersPalletStatusChanged { enabled });
            Ok(())
        }

        /// Forgets a recorded output. Moves nothing; works while the pallet is off.
        ///
        /// Origin: its signer; anybody after it has expired.
        ///
        /// Parameters:
        /// - `order_id`: the order that recorded it.
        ///
        /// Errors, in order: `BadOrigin`, `NoLinkedOutput`, `LinkedOutputNotPrunable`.
        ///
        /// Events: `LinkedOutputPruned`.
        #[pallet::call_index(4)]
        #[pallet::weight(T::WeightInfo::prune_linked_output())]
        pub fn prune_linked_output(origin: OriginFor<T>, order_id: H256) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::prune_output(&who, order_id)
        }

        /// Forgets orders that have expired; passes over others.
        ///
        /// Origin: signed, by anybody.
        ///
        /// Parameters:
        /// - `order_ids`: which orders.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: none.
        #[pallet::call_index(5)]
        #[pallet::weight(T::WeightInfo::prune_orders(order_ids.len() as u32))]
        pub fn prune_orders(
            origin: OriginFor<T>,
            order_ids: BoundedVec<H256, T::MaxOrdersPerBatch>,
        ) -> DispatchResult {
            ensure_signed(origin)?;
            Self::forget_expired(&order_ids);
            Ok(())
        }
    }

    impl<T: Config> Pallet<T> {
        /// The account through which batches go.
        pub(crate) fn account() -> AccountId32 {
            T::PalletId::get().into_account_truncating()
        }

        /// The hotkey on which batches gather stake.
        pub(crate) fn hotkey() -> AccountId32 {
            T::PalletHotkey::get()
        }
    }
}
