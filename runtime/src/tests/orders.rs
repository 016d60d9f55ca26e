//! Limit orders on the whole runtime: from genesis on, within a block, and only for who may act.

use alloc::vec;
use codec::Encode;
use frame_support::{
    BoundedVec, PalletId,
    dispatch::{DispatchClass, GetDispatchInfo},
};
use pallet_limit_orders::{
    Call, Config, Error, LimitOrdersEnabled, Order, OrderType, Orders, SignedOrder, VersionedOrder,
};
use pallet_subtensor::{Call as Core, Hotkeys};
use sp_core::Pair;
use sp_keyring::Sr25519Keyring::{Bob, Charlie, Dave};
use sp_runtime::{MultiSignature, Perbill, traits::AccountIdConversion};
use subtensor_primitives::NetUid;

use super::{block, block_of, core, dev_chain, transaction};
use crate::{AccountId, Runtime, RuntimeCall};

const TAO: u64 = 1_000_000_000;

/// A purchase of Bob's on the first subnet at any price, as he signs it.
fn purchase(amount: u64) -> SignedOrder<AccountId> {
    let order = VersionedOrder::V1(Order {
        signer: Bob.to_account_id(),
        hotkey: Bob.to_account_id(),
        netuid: NetUid::new(1),
        order_type: OrderType::LimitBuy,
        amount,
        limit_price: u64::MAX,
        expiry: u64::MAX,
        fee_rate: Perbill::from_percent(1),
        fee_recipient: Dave.to_account_id(),
        relayer: None,
        max_slippage: None,
        chain_id: 42,
        partial_fills_enabled: false,
    });
    SignedOrder {
        signature: MultiSignature::Sr25519(Bob.pair().sign(&order.encode())),
        order,
        partial_fill: None,
    }
}

fn execute(order: SignedOrder<AccountId>) -> RuntimeCall {
    let call = Call::execute_orders {
        orders: BoundedVec::truncate_from(vec![order]),
        should_fail: true,
    };
    call.into()
}

fn status(order: &SignedOrder<AccountId>) -> Option<pallet_limit_orders::OrderStatus> {
    Orders::<Runtime>::get(order.order.payload_and_id().1)
}

/// The first subnet trades, and Bob has a hotkey of the same name.
fn open() {
    pallet_subtensor::SubtokenEnabled::<Runtime>::insert(NetUid::new(1), true);
    let associate = core(Core::try_associate_hotkey {
        hotkey: Bob.to_account_id(),
    });
    block_of(vec![(Bob, associate)]);
}

#[test]
fn orders_are_executed_from_genesis_on() {
    dev_chain().execute_with(|| {
        assert!(LimitOrdersEnabled::<Runtime>::get());
        let id: PalletId = <Runtime as Config>::PalletId::get();
        let account: AccountId = id.into_account_truncating();
        let hotkey: AccountId = <Runtime as Config>::PalletHotkey::get();
        assert_eq!(Hotkeys::<Runtime>::owner_of(&hotkey), account);
        open();
        let order = purchase(10 * TAO);
        block_of(vec![(Charlie, execute(order.clone()))]);
        assert!(status(&order).is_some());
        assert!(crate::Balances::free_balance(Dave.to_account_id()) > 2_000 * TAO);
    });
}

#[test]
fn nothing_is_traded_for_who_leaves_its_coldkey() {
    dev_chain().execute_with(|| {
        open();
        let announce = core(Core::announce_coldkey_swap {
            new_coldkey_hash: Default::default(),
        });
        block_of(vec![(Bob, announce)]);
        let order = purchase(10 * TAO);
        let results = block(vec![transaction(Charlie, 0, execute(order.clone()))]);
        let frozen = Error::<Runtime>::OrderSignerFrozen.into();
        assert_eq!(results, [Ok(Err(frozen))]);
        assert!(status(&order).is_none());
    });
}

#[test]
fn as_many_orders_as_there_may_be_fit_a_block() {
    dev_chain().execute_with(|| {
        let orders = BoundedVec::truncate_from(vec![purchase(TAO); 100]);
        let netuid = NetUid::new(1);
        let calls = [
            Call::execute_orders {
                orders: orders.clone(),
                should_fail: false,
            },
            Call::execute_batched_orders { netuid, orders },
        ];
        let limits = <Runtime as frame_system::Config>::BlockWeights::get();
        let limit = limits.get(DispatchClass::Normal).max_extrinsic;
        for call in calls {
            let whole = RuntimeCall::from(call).get_dispatch_info().total_weight();
            assert!(limit.is_some_and(|limit| limit.all_gte(whole)), "{whole:?}");
        }
    });
}
