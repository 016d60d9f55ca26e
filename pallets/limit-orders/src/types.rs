//! What accounts sign (spec 80 B.1, 90 §21.3). The order of fields is what signatures cover.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::traits::ConstU32;
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
    BoundedVec, MultiSignature, Perbill,
    traits::{BlakeTwo256, Hash},
};
use subtensor_primitives::NetUid;

/// Most accounts that an order can name to execute it.
pub const MAX_RELAYERS: u32 = 10;

macro_rules! wire {
    ($($item:item)*) => {$(
        #[derive(
            Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq,
            TypeInfo,
        )]
        $item
    )*};
}

wire! {
    /// What an order does, and when.
    #[derive(Copy)]
    pub enum OrderType {
        /// Buys when the price is at most the limit.
        LimitBuy,
        /// Sells when the price is at least the limit.
        TakeProfit,
        /// Sells when the price is at most the limit.
        StopLoss,
    }

    /// An amount, or a part of what another order of the signer has brought.
    pub enum OrderAmount {
        /// Rao.
        Fixed(u64),
        /// A part of a recorded output.
        LinkedPercentage {
            /// Order that recorded it.
            provider: H256,
            /// The part.
            pct: Perbill,
        },
    }

    /// An order as it is signed: the version is part of it.
    pub enum VersionedOrder<AccountId> {
        /// With a fixed amount.
        V1(Order<AccountId>),
        /// With an amount that may be linked, and whether its output is recorded.
        V2(OrderV2<AccountId>),
    }

    /// An order with the signature of its signer. What part of it to execute is not signed.
    pub struct SignedOrder<AccountId> {
        /// What is executed.
        pub order: VersionedOrder<AccountId>,
        /// Signature of its encoding.
        pub signature: MultiSignature,
        /// Amount to execute, rao; without it all.
        pub partial_fill: Option<u64>,
    }

    /// What became of an order.
    #[derive(Copy)]
    pub enum OrderStatus {
        /// All of it was executed.
        Fulfilled,
        /// Of its amount so much was, rao.
        PartiallyFilled(u64),
        /// Its signer took it back.
        Cancelled,
    }

    /// Direction of a trade with the pool.
    #[derive(Copy)]
    pub enum OrderSide {
        /// TAO for alpha.
        Buy,
        /// Alpha for TAO.
        Sell,
    }

    /// What a recorded output is.
    pub enum LinkedAsset<AccountId> {
        /// TAO of the signer.
        Tao,
        /// Stake of the signer.
        Alpha {
            /// On which subnet.
            netuid: NetUid,
            /// On which hotkey.
            hotkey: AccountId,
        },
    }

    /// What an order has brought its signer, for one later order to draw on.
    pub struct LinkedOutput<AccountId> {
        /// Whose it is.
        pub signer: AccountId,
        /// What it is.
        pub asset: LinkedAsset<AccountId>,
        /// How much, rao.
        pub total: u64,
        /// Last moment, milliseconds of Unix time.
        pub expires_at: u64,
    }
}

/// Both versions have the same fields, but for the amount and what is at the end.
macro_rules! order {
    ($(#[$doc:meta])* $name:ident, $amount:ty $(, $(#[$more:meta])* $field:ident: $type:ty)?) => {
        wire! {
            $(#[$doc])*
            pub struct $name<AccountId> {
                /// Coldkey that pays TAO or sells stake.
                pub signer: AccountId,
                /// Hotkey on which it stakes.
                pub hotkey: AccountId,
                /// Subnet, not root.
                pub netuid: NetUid,
                /// What is done.
                pub order_type: OrderType,
                /// Rao of TAO for a purchase, of alpha for a sale.
                pub amount: $amount,
                /// Price that starts it, rao per alpha.
                pub limit_price: u64,
                /// Last moment, milliseconds of Unix time.
                pub expiry: u64,
                /// Part of the TAO that the recipient gets.
                pub fee_rate: Perbill,
                /// Who gets the fee.
                pub fee_recipient: AccountId,
                /// Who may execute it; without a list everybody.
                pub relayer: Option<BoundedVec<AccountId, ConstU32<MAX_RELAYERS>>>,
                /// How far from the limit the price may get while it is executed.
                pub max_slippage: Option<Perbill>,
                /// The chain that the order is for.
                pub chain_id: u64,
                /// Whether parts of it may be executed.
                pub partial_fills_enabled: bool,
                $($(#[$more])* pub $field: $type,)?
            }
        }
    };
}

order!(
    /// An order with a fixed amount.
    Order,
    u64
);
order!(
    /// An order whose amount may be linked.
    OrderV2,
    OrderAmount,
    /// Whether what it brings is recorded for another order.
    has_linked_order: bool
);

impl<AccountId: Clone + Encode> VersionedOrder<AccountId> {
    /// The bytes that are signed, and the id, their hash.
    pub fn payload_and_id(&self) -> (Vec<u8>, H256) {
        let payload = self.encode();
        let id = BlakeTwo256::hash(&payload);
        (payload, id)
    }

    /// The same order in the newest form. Its encoding is another one.
    pub(crate) fn terms(&self) -> OrderV2<AccountId> {
        match self {
            Self::V2(order) => order.clone(),
            Self::V1(order) => OrderV2 {
                signer: order.signer.clone(),
                hotkey: order.hotkey.clone(),
                netuid: order.netuid,
                order_type: order.order_type,
                amount: OrderAmount::Fixed(order.amount),
                limit_price: order.limit_price,
                expiry: order.expiry,
                fee_rate: order.fee_rate,
                fee_recipient: order.fee_recipient.clone(),
                relayer: order.relayer.clone(),
                max_slippage: order.max_slippage,
                chain_id: order.chain_id,
                partial_fills_enabled: order.partial_fills_enabled,
                has_linked_order: false,
            },
        }
    }
}

impl<AccountId> OrderV2<AccountId> {
    /// Whether TAO is spent.
    pub(crate) fn is_buy(&self) -> bool {
        self.order_type == OrderType::LimitBuy
    }

    /// Worst price at which it may be executed, rao per alpha (spec 80 B.4).
    pub(crate) fn worst_price(&self) -> u64 {
        let slippage = self
            .max_slippage
            .map(|part| part.mul_floor(self.limit_price));
        match (self.is_buy(), slippage) {
            (true, None) => u64::MAX,
            (true, Some(more)) => self.limit_price.saturating_add(more),
            (false, None) => 0,
            (false, Some(less)) => self.limit_price.saturating_sub(less),
        }
    }
}
