//! What is signed, byte for byte (spec 80 B.1, 90 §21.3).

use super::*;
use codec::Encode;

fn bare(netuid: u16, order_type: OrderType, amount: u64) -> Order<AccountId32> {
    Order {
        signer: account(1),
        hotkey: account(2),
        netuid: NetUid::new(netuid),
        order_type,
        fee_recipient: account(3),
        ..order(1, order_type, amount)
    }
}

fn first() -> Order<AccountId32> {
    Order {
        limit_price: 2_000_000_000,
        expiry: u64::MAX,
        fee_rate: Perbill::from_parts(10_000_000),
        ..bare(1, OrderType::LimitBuy, 1_000)
    }
}

fn hex(id: H256) -> String {
    format!("{id:?}")
}

#[test]
fn the_first_vector() {
    let order = VersionedOrder::V1(first());
    let (bytes, id) = order.payload_and_id();
    let mut expected = vec![0];
    expected.extend([1; 32]);
    expected.extend([2; 32]);
    expected.extend([1, 0, 0]);
    expected.extend(1_000_u64.to_le_bytes());
    expected.extend(2_000_000_000_u64.to_le_bytes());
    expected.extend([0xff; 8]);
    expected.extend([0x80, 0x96, 0x98, 0]);
    expected.extend([3; 32]);
    expected.extend([0, 0]);
    expected.extend(42_u64.to_le_bytes());
    expected.push(0);
    assert_eq!(bytes, expected);
    assert_eq!(bytes.len(), 139);
    let expected = "0xe5733701d028222fb8004a90f9be6869c49035493aaaeee20c04815a9d5ce91e";
    assert_eq!(hex(id), expected);
}

#[test]
fn the_second_vector() {
    let order = VersionedOrder::V1(Order {
        limit_price: 500_000_000,
        expiry: 1_700_000_000_000,
        relayer: Some(BoundedVec::truncate_from(vec![account(4)])),
        max_slippage: Some(Perbill::from_parts(10_000_000)),
        chain_id: 964,
        partial_fills_enabled: true,
        ..bare(7, OrderType::StopLoss, 5)
    });
    let (bytes, id) = order.payload_and_id();
    assert_eq!(bytes.len(), 176);
    let expected = "0xa4d73d86d31516bb8a753dad7ae79de1d59759ecc7c25fe2f1172a8163f493dd";
    assert_eq!(hex(id), expected);
}

#[test]
fn the_second_version_differs_in_the_amount_and_at_the_end() {
    let old = VersionedOrder::V1(first()).encode();
    let fixed = VersionedOrder::V2(v2(first(), OrderAmount::Fixed(1_000), true)).encode();
    // Version, two accounts, netuid and type come before the amount.
    let at = 1 + 32 + 32 + 2 + 1;
    let expected = [&[1], &old[1..at], &[0], &old[at..], &[1]].concat();
    assert_eq!(fixed, expected);
    let provider = H256::repeat_byte(9);
    let pct = Perbill::from_parts(7);
    let amount = OrderAmount::LinkedPercentage { provider, pct };
    let linked = VersionedOrder::V2(v2(first(), amount, false)).encode();
    let tail = [&[1][..], &[9; 32], &[7, 0, 0, 0], &old[at + 8..], &[0]].concat();
    assert_eq!(linked[at..], tail);
}

#[test]
fn the_worst_price() {
    let worst = |order_type, limit_price, percent: Option<u32>| {
        let mut terms = v2(order(1, order_type, 1), OrderAmount::Fixed(1), false);
        terms.limit_price = limit_price;
        terms.max_slippage = percent.map(Perbill::from_percent);
        terms.worst_price()
    };
    assert_eq!(worst(OrderType::LimitBuy, 1_000, None), u64::MAX);
    assert_eq!(worst(OrderType::StopLoss, 1_000, None), 0);
    assert_eq!(worst(OrderType::LimitBuy, 1_000, Some(1)), 1_010);
    assert_eq!(worst(OrderType::TakeProfit, 1_000, Some(1)), 990);
    assert_eq!(worst(OrderType::StopLoss, 500, Some(100)), 0);
    assert_eq!(worst(OrderType::LimitBuy, u64::MAX, Some(100)), u64::MAX);
}
