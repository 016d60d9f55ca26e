//! Emission that a pool cannot take yet (spec 90 §19).

use frame_support::assert_ok;
use pallet_subtensor_swap::{
    Balancer, BalancerAlphaReservoir, BalancerTaoReservoir, PalSwapInitialized, SwapBalancer,
};
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, TaoBalance};

use crate::{mock::*, pallet::*};

/// A subnet that gets liquidity: there is stake on root.
fn emitted_to() -> NetUid {
    let netuid = start_subnet(1, 11);
    let root = TaoBalance::new(900_000 * TAO);
    assert_ok!(SubtensorModule::add_stake(
        signed(4),
        account(11),
        NetUid::ROOT,
        root
    ));
    run_to_block(60);
    assert!(!SubnetTaoInEmission::<Test>::get(netuid).is_zero());
    netuid
}

/// A subnet whose pool has so little alpha that a rao of it is worth the TAO of many blocks, and
/// whose TAO weighs as much as it may.
fn lopsided() -> NetUid {
    let netuid = emitted_to();
    let gone = SubnetAlphaIn::<Test>::get(netuid).saturating_sub(AlphaBalance::new(1));
    SubnetAlphaIn::<Test>::mutate(netuid, |alpha| alpha.saturating_reduce(gone));
    <AlphaAssets as subtensor_primitives::AlphaAssetsInterface>::recycle(netuid, gone);
    let heaviest = Balancer::from_parts(990_000_000_000_000_000);
    SwapBalancer::<Test>::insert(netuid, heaviest);
    PalSwapInitialized::<Test>::insert(netuid, true);
    netuid
}

fn kept(netuid: NetUid) -> u64 {
    BalancerTaoReservoir::<Test>::get(netuid).to_u64()
}

fn in_pool(netuid: NetUid) -> u64 {
    SubnetTAO::<Test>::get(netuid).to_u64()
}

#[test]
fn balanced_pools_keep_nothing() {
    new_test_ext().execute_with(|| {
        emitted_to();
        assert_eq!(<Swap as SwapInterface>::pools_kept_for(), 0);
    });
}

#[test]
fn what_a_pool_cannot_take_is_minted_kept_and_reported_when_it_comes_in() {
    new_test_ext().execute_with(|| {
        let netuid = lopsided();
        let account = Subnets::<Test>::account_of_subnet(netuid);
        let before = (in_pool(netuid), Balances::free_balance(&account));
        run_to_block(System::block_number() + 3);
        let waiting = kept(netuid);
        assert!(waiting > 0);
        assert_eq!(in_pool(netuid), before.0);
        assert_eq!(Balances::free_balance(&account), before.1 + waiting);
        assert_eq!(SubnetTaoInEmission::<Test>::get(netuid).to_u64(), 0);
        check();
        // Somebody brings alpha, and the pool has room.
        let price = <Swap as SwapInterface>::price(netuid);
        Ledger::<Test>::mint_alpha_in(netuid, AlphaBalance::new(1_000 * TAO));
        assert!(<Swap as SwapInterface>::price(netuid) < price);
        SwapBalancer::<Test>::insert(netuid, Balancer::default());
        next_block();
        assert_eq!(kept(netuid), 0);
        let injected = SubnetTaoInEmission::<Test>::get(netuid).to_u64();
        assert!(injected > waiting);
        assert_eq!(in_pool(netuid), before.0 + injected + spent(netuid));
        check();
    });
}

/// What bought alpha for the protocol in the last block.
fn spent(netuid: NetUid) -> u64 {
    SubnetExcessTao::<Test>::get(netuid).to_u64()
}

#[test]
fn alpha_that_waits_is_not_issued_and_lapses_with_the_subnet() {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        run_to_block(3);
        let issued = Ledger::<Test>::alpha_issuance(netuid);
        let much = AlphaBalance::new(u64::MAX / 4);
        let added = Swap::adjust_liquidity(netuid, TaoBalance::ZERO, much);
        assert_eq!(added, Default::default());
        assert_eq!(Ledger::<Test>::alpha_issuance(netuid), issued);
        check();
        SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), netuid).unwrap();
        run_to_block(System::block_number() + 20);
        assert!(!BalancerAlphaReservoir::<Test>::contains_key(netuid));
        assert_eq!(<Swap as SwapInterface>::pools_kept_for(), 0);
    });
}
