//! In which order a block reads and mints (spec 10 §7, §9, §11, §15).

use frame_support::assert_ok;
use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{emission::subnet::BlockSubnet, mock::*, pallet::*};

fn price(number: i64) -> I96F32 {
    I96F32::from_num(number)
}

fn tao_side(netuid: NetUid) -> [u64; 2] {
    [
        SubnetTaoInEmission::<Test>::get(netuid).to_u64(),
        SubnetAlphaInEmission::<Test>::get(netuid).to_u64(),
    ]
}

/// A subnet whose epochs are far away.
fn subnet() -> NetUid {
    let netuid = start_subnet(1, 11);
    Schedule::<Test>::put_tempo(netuid, 50_000);
    netuid
}

/// The reference scenario of 10 §11: in the third block the issuance is 3 alpha with what that
/// block has minted.
#[test]
fn what_is_paid_out_is_split_with_what_the_block_has_minted_counted() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        SubnetOwnerCut::<Test>::put(0);
        SubnetEmissionEnabled::<Test>::insert(netuid, false);
        SubnetAlphaIn::<Test>::insert(netuid, AlphaBalance::new(1));
        SubnetMovingPrice::<Test>::insert(netuid, price(2));
        SubnetTAO::<Test>::insert(NetUid::ROOT, TaoBalance::new(TAO));
        TaoWeight::<Test>::put(0);
        let pots = || {
            let pots = Coinbase::<Test>::pots(netuid);
            [pots.server, pots.validator, pots.root].map(|pot| pot.to_u64())
        };
        Coinbase::<Test>::run_coinbase(&Subnets::<Test>::subnet_netuids(), 2);
        Coinbase::<Test>::run_coinbase(&Subnets::<Test>::subnet_netuids(), 3);
        let before = pots();
        TaoWeight::<Test>::put(u64::MAX);
        Coinbase::<Test>::run_coinbase(&Subnets::<Test>::subnet_netuids(), 4);
        let expected = [500_000_000, 375_000_000, 125_000_000];
        for (part, expected) in [0, 1, 2]
            .map(|pot| pots()[pot] - before[pot])
            .iter()
            .zip(expected)
        {
            assert!(part.abs_diff(expected) <= 1, "{part} {expected}");
        }
    });
}

#[test]
fn what_is_paid_out_goes_by_the_issuance_before_the_block() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        // One rao before the first halving, which the injection of the block brings about.
        let (pool, halving) = (1_000 * TAO, 10_500_000_000_000_000);
        SubnetTAO::<Test>::insert(netuid, TaoBalance::new(pool));
        SubnetAlphaIn::<Test>::insert(netuid, AlphaBalance::new(pool));
        SubnetAlphaOut::<Test>::insert(netuid, AlphaBalance::new(halving - 1 - pool));
        SubnetTAO::<Test>::insert(NetUid::ROOT, TaoBalance::new(1_000_000 * TAO));
        SubnetMovingPrice::<Test>::insert(netuid, price(1));
        Coinbase::<Test>::run_coinbase(&Subnets::<Test>::subnet_netuids(), 2);
        assert!(tao_side(netuid).iter().all(|injected| *injected > 0));
        let paid_out = |netuid| SubnetAlphaOutEmission::<Test>::get(netuid).to_u64();
        assert_eq!(paid_out(netuid), TAO);
        Coinbase::<Test>::run_coinbase(&Subnets::<Test>::subnet_netuids(), 3);
        assert_eq!(paid_out(netuid), TAO / 2);
    });
}

#[test]
fn averages_go_on_while_registration_is_closed() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        SubnetMovingAlpha::<Test>::put(I96F32::ONE);
        EMAPriceHalvingBlocks::<Test>::insert(netuid, 1);
        SubnetMovingPrice::<Test>::insert(netuid, price(0));
        NetworkRegistrationAllowed::<Test>::insert(netuid, false);
        RootProp::<Test>::remove(netuid);
        assert_ok!(SubtensorModule::add_stake(
            signed(4),
            account(11),
            NetUid::ROOT,
            TaoBalance::new(1_000 * TAO)
        ));
        run_to_block(System::block_number() + 20);
        assert!(SubnetMovingPrice::<Test>::get(netuid) > I96F32::from_num(0i64));
        assert!(SubnetFastMovingPrice::<Test>::contains_key(netuid));
        assert!(RootProp::<Test>::get(netuid).to_bits() > 0);
        // Nothing is emitted to it, though.
        assert_eq!(tao_side(netuid), [0, 0]);
        assert_eq!(
            Coinbase::<Test>::pots(netuid).divisible(),
            AlphaBalance::ZERO
        );
    });
}

#[test]
fn a_subnet_that_has_not_started_has_no_average() {
    new_test_ext().execute_with(|| {
        NetworkRateLimit::<Test>::put(0);
        assert_ok!(SubtensorModule::register_network(signed(1), account(11)));
        run_to_block(System::block_number() + 5);
        assert!(!SubnetMovingPrice::<Test>::contains_key(NetUid::new(2)));
        assert!(!SubnetFastMovingPrice::<Test>::contains_key(NetUid::new(2)));
    });
}

/// Spec 90 §16.1: unlike the slow one, it starts at the price of the pool and may pass 1.
#[test]
fn the_fast_price_starts_at_the_pool_price_and_follows_it() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let fast = || SubnetFastMovingPrice::<Test>::get(netuid).unwrap();
        let set_price = |tao: u64| {
            SubnetTAO::<Test>::insert(netuid, TaoBalance::new(tao * TAO));
            SubnetAlphaIn::<Test>::insert(netuid, AlphaBalance::new(1_000 * TAO));
        };
        SubnetFastMovingPrice::<Test>::remove(netuid);
        set_price(1_000);
        let update = |now| {
            let started = [BlockSubnet::read::<Test>(netuid).unwrap()];
            Coinbase::<Test>::update_averages(&started, now);
        };
        update(2);
        assert_eq!(fast(), U64F64::ONE);
        set_price(2_000);
        for now in 3..603 {
            update(now);
        }
        let risen = fast().saturating_mul(U64F64::from_num(1_000_000)).to_u64();
        assert_eq!(risen, 1_500_200);
    });
}
