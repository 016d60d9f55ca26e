//! Storage as clients read it (spec 50 §2.4).

use codec::Encode;
use frame_support::traits::StorageInfoTrait;
use sp_io::hashing::{twox_64, twox_128};

use super::*;

fn key(item: &str) -> Vec<u8> {
    let netuid = POOL.encode();
    [
        &twox_128(b"Swap")[..],
        &twox_128(item.as_bytes()),
        &twox_64(&netuid),
        &netuid,
    ]
    .concat()
}

#[test]
fn items_have_the_public_keys_and_defaults() {
    test(|| {
        assert_eq!(FeeRate::<Test>::hashed_key_for(POOL), key("FeeRate"));
        assert_eq!(
            SwapBalancer::<Test>::hashed_key_for(POOL),
            key("SwapBalancer")
        );
        let initialised = PalSwapInitialized::<Test>::hashed_key_for(POOL);
        assert_eq!(initialised, key("PalSwapInitialized"));
        assert_eq!(FeeRate::<Test>::get(POOL), 33);
        let half = SwapBalancer::<Test>::get(POOL);
        assert_eq!(half.encode(), 500_000_000_000_000_000u64.encode());
        assert!(!PalSwapInitialized::<Test>::get(POOL));
        let reservoirs = [
            BalancerTaoReservoir::<Test>::hashed_key_for(POOL),
            BalancerAlphaReservoir::<Test>::hashed_key_for(POOL),
        ];
        let expected = ["BalancerTaoReservoir", "BalancerAlphaReservoir"].map(key);
        assert_eq!(reservoirs, expected);
        // Nothing in the pallet grows beyond its rows, but for an index of subnets.
        let unbounded: Vec<Vec<u8>> = Swap::storage_info()
            .into_iter()
            .filter(|item| item.max_size.is_none())
            .map(|item| item.storage_name)
            .collect();
        assert_eq!(unbounded, [b"ReservoirPools"]);
    });
}

#[test]
fn weights_are_in_bounds_from_a_hundredth() {
    let hundredth = 10_000_000_000_000_000;
    let one = 1_000_000_000_000_000_000;
    for (parts, inside) in [
        (hundredth - 1, false),
        (hundredth, true),
        (one - hundredth, true),
        (one - hundredth + 1, false),
    ] {
        assert_eq!(Balancer::from_parts(parts).is_in_bounds(), inside);
    }
}

#[test]
fn the_state_check_finds_weights_out_of_bounds_and_without_a_pool() {
    test(|| {
        SwapBalancer::<Test>::insert(POOL, Balancer::from_parts(1));
        PalSwapInitialized::<Test>::insert(POOL, true);
        assert!(Swap::try_state(1).is_err());
        SwapBalancer::<Test>::insert(POOL, Balancer::default());
        PalSwapInitialized::<Test>::remove(POOL);
        assert!(Swap::try_state(1).is_err());
        SwapBalancer::<Test>::remove(POOL);
    });
}
