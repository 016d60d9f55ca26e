//! What stops an order, in the order of the checks (spec 80 B.4).

use super::*;
use sp_core::{ecdsa, ed25519};

/// An order against which everything speaks, and what takes each away.
#[test]
fn checks_are_made_in_order() {
    chain(|| {
        let mut order = buy(1, 1_000);
        order.netuid = NetUid::new(0);
        order.chain_id = 1;
        order.limit_price = 999_999_999;
        order.expiry = 999;
        order.relayer = Some(BoundedVec::truncate_from(vec![account(7)]));
        books::Frozen::set(Some(signer(1)));
        let with = |order: &Order<AccountId32>| {
            let mut signed = sign_as(VersionedOrder::V1(order.clone()), 2);
            signed.partial_fill = Some(0);
            signed
        };
        let says = |signed: &SignedOrder<AccountId32>, error: Error<Test>| {
            fails(RELAYER, execute(one(signed)), error);
        };
        says(&with(&order), Error::RootNetUidNotAllowed);
        order.netuid = NETUID;
        says(&with(&order), Error::ChainIdMismatch);
        order.chain_id = 42;
        says(&with(&order), Error::InvalidSignature);
        let with = |order: &Order<AccountId32>| part(order.clone(), 0);
        Orders::<Test>::insert(id(&with(&order)), OrderStatus::Fulfilled);
        says(&with(&order), Error::OrderAlreadyProcessed);
        Orders::<Test>::insert(id(&with(&order)), OrderStatus::Cancelled);
        says(&with(&order), Error::OrderCancelled);
        Orders::<Test>::remove(id(&with(&order)));
        says(&with(&order), Error::OrderExpired);
        order.expiry = 1_000;
        says(&with(&order), Error::PriceConditionNotMet);
        order.limit_price = 1_000_000_000;
        says(&with(&order), Error::RelayerMissMatch);
        order.relayer = None;
        says(&with(&order), Error::OrderSignerFrozen);
        books::Frozen::set(None);
        says(&with(&order), Error::RelayerRequiredForPartialFill);
        order.relayer = Some(BoundedVec::truncate_from(vec![RELAYER]));
        says(&with(&order), Error::PartialFillsNotEnabled);
        order.partial_fills_enabled = true;
        says(&with(&order), Error::IncorrectPartialFillAmount);
        let good = part(order, 1);
        assert_ok!(send(RELAYER, execute(one(&good))));
        assert_eq!(status(&good), Some(OrderStatus::PartiallyFilled(1)));
    });
}

#[test]
fn only_the_signer_signs_with_the_right_kind_of_key() {
    chain(|| {
        let good = signed(buy(1, 1_000));
        let (payload, _) = good.order.payload_and_id();
        let ed = ed25519::Pair::from_seed(&[1; 32]);
        let mut of_ed = buy(1, 1_000);
        of_ed.signer = AccountId32::new(ed.public().0);
        let of_ed = VersionedOrder::V1(of_ed);
        let ed_signature = ed.sign(&of_ed.payload_and_id().0);
        let forged = |order: &VersionedOrder<AccountId32>, signature| SignedOrder {
            order: order.clone(),
            signature,
            partial_fill: None,
        };
        let ecdsa = ecdsa::Pair::from_seed(&[1; 32]).sign(&payload);
        for bad in [
            forged(&of_ed, MultiSignature::Ed25519(ed_signature)),
            forged(&good.order, MultiSignature::Ecdsa(ecdsa)),
            sign_as(good.order.clone(), 2),
            forged(&VersionedOrder::V1(buy(1, 1_001)), good.signature.clone()),
        ] {
            fails(RELAYER, execute(&[bad]), Error::<Test>::InvalidSignature);
        }
        // The same terms in the other version are other bytes.
        let newer = VersionedOrder::V2(v2(buy(1, 1_000), OrderAmount::Fixed(1_000), false));
        let bad = forged(&newer, good.signature.clone());
        fails(RELAYER, execute(&[bad]), Error::<Test>::InvalidSignature);
        assert_ok!(send(RELAYER, execute(&[good])));
    });
}

#[test]
fn wallets_may_wrap_what_they_sign() {
    chain(|| {
        let mut order = signed(buy(1, 1_000));
        let (payload, _) = order.order.payload_and_id();
        let wrapped = [&b"<Bytes>"[..], &payload, b"</Bytes>"].concat();
        order.signature = MultiSignature::Sr25519(pair(1).sign(&wrapped));
        assert_ok!(send(RELAYER, execute(&[order])));
    });
}

#[test]
fn an_order_is_of_one_chain() {
    chain(|| {
        let order = signed(buy(1, 1_000));
        Chain::set(43);
        fails(
            RELAYER,
            execute(one(&order)),
            Error::<Test>::ChainIdMismatch,
        );
        fails(
            RELAYER,
            execute_batch(&[order]),
            Error::<Test>::ChainIdMismatch,
        );
    });
}

#[test]
fn the_price_is_compared_in_rao() {
    let runs = |order_type, limit_price, rao: u64| {
        let mut result = Ok(());
        externalities().execute_with(|| {
            books::Price::set(U64F64::from_ratio(rao, 1_000_000_000));
            let mut order = order(1, order_type, 1_000);
            order.limit_price = limit_price;
            result = send(RELAYER, execute(&[signed(order)]));
        });
        result
    };
    let no = Err(Error::<Test>::PriceConditionNotMet.into());
    // 1.5 has no remainder in binary.
    let rao = 1_500_000_000;
    for order_type in [OrderType::LimitBuy, OrderType::StopLoss] {
        assert_eq!(runs(order_type, rao, rao), Ok(()));
        assert_eq!(runs(order_type, rao - 1, rao), no);
    }
    assert_eq!(runs(OrderType::TakeProfit, rao, rao), Ok(()));
    assert_eq!(runs(OrderType::TakeProfit, rao + 1, rao), no);
}

#[test]
fn parts_add_up_to_the_whole() {
    chain(|| {
        let order = in_parts(buy(1, 1_000));
        let bad = Error::<Test>::IncorrectPartialFillAmount;
        fails(RELAYER, execute(&[part(order.clone(), 1_001)]), bad);
        assert_ok!(send(RELAYER, execute(&[part(order.clone(), 600)])));
        let bad = Error::<Test>::IncorrectPartialFillAmount;
        fails(RELAYER, execute(&[part(order.clone(), 401)]), bad);
        let bad = Error::<Test>::IncorrectPartialFillAmount;
        fails(RELAYER, execute(&[signed(order.clone())]), bad);
        let last = part(order, 400);
        assert_ok!(send(RELAYER, execute(one(&last))));
        assert_eq!(status(&last), Some(OrderStatus::Fulfilled));
        fails(
            RELAYER,
            execute(&[last]),
            Error::<Test>::OrderAlreadyProcessed,
        );
    });
}

#[test]
fn an_order_is_good_until_its_expiry() {
    chain(|| {
        Now::set(EXPIRY);
        assert_ok!(send(RELAYER, execute(&[signed(buy(1, 1_000))])));
        Now::set(EXPIRY + 1);
        fails(
            RELAYER,
            execute(&[signed(buy(1, 1_001))]),
            Error::<Test>::OrderExpired,
        );
    });
}
