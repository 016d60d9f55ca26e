//! The pallet on fixed reserves: subnet 1 has a pool, subnet 2 is one to one.

use core::num::NonZeroU64;

use alloc::{vec, vec::Vec};
use frame_support::{
    PalletId, assert_noop, assert_ok, derive_impl,
    traits::{ConstU16, ConstU64, Hooks},
};
use sp_runtime::{BuildStorage, DispatchError};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, PoolReserves, SwapInterface, TaoBalance};

use crate::{self as pallet_subtensor_swap, *};

#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
    pub struct Test;
    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(28)]
    pub type Swap = pallet_subtensor_swap;
}

type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
}

pub struct Reserves;

impl PoolReserves for Reserves {
    fn tao(_: NetUid) -> TaoBalance {
        TaoBalance::new(1_000_000_000_000)
    }
    fn alpha(_: NetUid) -> AlphaBalance {
        AlphaBalance::new(4_000_000_000_000)
    }
    fn mechanism(netuid: NetUid) -> u16 {
        u16::from(netuid == NetUid::new(1))
    }
    fn exists(netuid: NetUid) -> bool {
        netuid.get() <= 2
    }
    fn netuids() -> Vec<NetUid> {
        vec![NetUid::ROOT, NetUid::new(1), NetUid::new(2)]
    }
}

frame_support::parameter_types! {
    pub const ProtocolId: PalletId = PalletId(*b"ten/swap");
    pub const MinimumReserve: NonZeroU64 = NonZeroU64::new(1_000_000).unwrap();
}

impl Config for Test {
    type Reserves = Reserves;
    type WeightInfo = ProvisionalWeights<Test>;
    type ProtocolId = ProtocolId;
    type MaxFeeRate = ConstU16<10_000>;
    type MinimumLiquidity = ConstU64<1_000>;
    type MinimumReserve = MinimumReserve;
}

const POOL: NetUid = NetUid::new(1);
const STABLE: NetUid = NetUid::new(2);

fn test(run: impl FnOnce()) {
    let storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    sp_io::TestExternalities::new(storage).execute_with(|| {
        System::set_block_number(1);
        run();
        assert_ok!(Swap::try_state(1));
    });
}

#[test]
fn prices_follow_the_reserves() {
    test(|| {
        assert_eq!(Swap::current_alpha_price(POOL), 250_000_000);
        assert_eq!(Swap::current_alpha_price(STABLE), 1_000_000_000);
        let prices: Vec<_> = Swap::current_alpha_price_all()
            .into_iter()
            .map(|price| price.price)
            .collect();
        assert_eq!(prices, [1_000_000_000, 250_000_000, 1_000_000_000]);
    });
}

#[test]
fn a_simulated_purchase_is_the_quote() {
    test(|| {
        let tao = TaoBalance::new(1_000_000_000);
        let swap = Swap::buy(POOL, tao, Swap::max_price(), false).unwrap();
        assert_eq!(swap.fee, TaoBalance::new(503_547));
        assert_eq!(swap.paid_in.saturating_add(swap.fee), tao);
        let simulated = Swap::sim_swap_tao_for_alpha(POOL, tao);
        assert_eq!(
            (simulated.tao_amount, simulated.alpha_amount),
            (swap.paid_in, swap.paid_out)
        );
        assert_eq!(
            simulated.alpha_slippage.to_u64(),
            4_000_000_000 - swap.paid_out.to_u64()
        );
        let stable = Swap::sim_swap_alpha_for_tao(STABLE, AlphaBalance::new(7));
        assert_eq!(
            (stable.tao_amount, stable.alpha_fee),
            (TaoBalance::new(7), AlphaBalance::ZERO)
        );
    });
}

#[test]
fn limits_hold_where_alpha_is_worth_one_tao() {
    test(|| {
        let (tao, alpha) = (TaoBalance::new(5), AlphaBalance::new(5));
        let (below, above) = (TaoBalance::new(999_999_999), TaoBalance::new(1_000_000_001));
        assert_ok!(Swap::buy(STABLE, tao, above, false));
        assert_noop!(
            Swap::buy(STABLE, tao, below, false),
            Error::<Test>::PriceLimitExceeded
        );
        assert_ok!(Swap::sell(STABLE, alpha, below, false));
        assert_noop!(
            Swap::sell(STABLE, alpha, above, false),
            Error::<Test>::PriceLimitExceeded
        );
    });
}

#[test]
fn weights_move_so_that_the_price_does_not() {
    test(|| {
        assert_ok!(Swap::init(POOL, None));
        let added =
            Swap::adjust_liquidity(POOL, TaoBalance::new(1_000_000_000), AlphaBalance::ZERO);
        assert_eq!(added, (TaoBalance::new(1_000_000_000), AlphaBalance::ZERO));
        assert_eq!(
            SwapBalancer::<Test>::get(POOL).quote_parts(),
            500_249_875_062_468_765
        );
        let before = SwapBalancer::<Test>::get(POOL);
        let refused =
            Swap::adjust_liquidity(POOL, TaoBalance::new(u64::MAX / 2), AlphaBalance::ZERO);
        assert_eq!(refused, Default::default());
        assert_eq!(SwapBalancer::<Test>::get(POOL), before);
        Swap::clear(POOL);
        assert!(!PalSwapInitialized::<Test>::contains_key(POOL));
    });
}

#[test]
fn a_pool_can_open_at_a_price() {
    test(|| {
        assert_ok!(Swap::init(POOL, Some(U64F64::from_ratio(1, 3))));
        let price = Swap::current_alpha_price(POOL);
        assert!((333_333_332..=333_333_334).contains(&price), "{price}");
    });
}

#[test]
fn only_root_sets_fees_within_bounds() {
    test(|| {
        let root = RuntimeOrigin::root;
        assert_noop!(
            Swap::set_fee_rate(RuntimeOrigin::signed(1), POOL, 1),
            DispatchError::BadOrigin
        );
        assert_noop!(
            Swap::set_fee_rate(root(), NetUid::new(9), 1),
            Error::<Test>::MechanismDoesNotExist
        );
        assert_noop!(
            Swap::set_fee_rate(root(), POOL, 10_001),
            Error::<Test>::FeeRateTooHigh
        );
        assert_ok!(Swap::set_fee_rate(root(), POOL, 10_000));
        System::assert_last_event(
            Event::FeeRateSet {
                netuid: POOL,
                rate: 10_000,
            }
            .into(),
        );
        assert_eq!(Swap::fee(POOL, 65_536), 10_000);
        assert_eq!(Swap::fee(STABLE, 65_536), 0);
        assert_noop!(Swap::disable_lp(root()), Error::<Test>::Deprecated);
    });
}
