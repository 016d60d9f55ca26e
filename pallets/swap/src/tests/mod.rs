//! The pallet on reserves that a test sets: subnets 1 and 3 have pools, root and subnet 2 are one
//! to one.

mod calls;
mod moves;
mod quotes;
mod reservoirs;
mod storage;
mod views;

use core::{cell::Cell, num::NonZeroU64};

use alloc::{collections::BTreeSet, vec, vec::Vec};
use frame_support::{
    PalletId, assert_ok, derive_impl,
    traits::{ConstU16, ConstU64, Hooks},
};
use sp_runtime::BuildStorage;
use subtensor_primitives::{AlphaBalance, NetUid, PoolReserves, TaoBalance};

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

pub(crate) const POOL: NetUid = NetUid::new(1);
pub(crate) const STABLE: NetUid = NetUid::new(2);
pub(crate) const OTHER_POOL: NetUid = NetUid::new(3);
pub(crate) const NOWHERE: NetUid = NetUid::new(9);

pub(crate) const E9: u64 = 1_000_000_000;
pub(crate) const E12: u64 = 1_000_000_000_000;

std::thread_local! {
    /// TAO and alpha of the two pools.
    static RESERVES: Cell<[(u64, u64); 2]> = const { Cell::new([(0, 0); 2]) };
}

fn reserves(netuid: NetUid) -> (u64, u64) {
    let [first, second] = RESERVES.get();
    if netuid == OTHER_POOL { second } else { first }
}

/// Sets TAO and alpha of a pool.
pub(crate) fn set_reserves(netuid: NetUid, tao: u64, alpha: u64) {
    let [first, second] = RESERVES.get();
    RESERVES.set(if netuid == OTHER_POOL {
        [first, (tao, alpha)]
    } else {
        [(tao, alpha), second]
    });
}

pub struct Reserves;

impl PoolReserves for Reserves {
    fn tao(netuid: NetUid) -> TaoBalance {
        TaoBalance::new(reserves(netuid).0)
    }
    fn alpha(netuid: NetUid) -> AlphaBalance {
        AlphaBalance::new(reserves(netuid).1)
    }
    fn mechanism(netuid: NetUid) -> u16 {
        // Root has the number of a pool here to show that it makes no difference.
        u16::from(netuid.is_root() || netuid == POOL || netuid == OTHER_POOL)
    }
    fn exists(netuid: NetUid) -> bool {
        netuid.get() <= 3
    }
    fn netuids() -> Vec<NetUid> {
        vec![NetUid::ROOT, POOL, STABLE, OTHER_POOL]
    }
}

frame_support::parameter_types! {
    pub const ProtocolId: PalletId = PalletId(*b"ten/swap");
    pub const MinimumReserve: NonZeroU64 = NonZeroU64::new(1_000_000).unwrap();
}

impl Config for Test {
    type Reserves = Reserves;
    type WeightInfo = MeasuredWeights<Test>;
    type ProtocolId = ProtocolId;
    type MaxFeeRate = ConstU16<10_000>;
    type MinimumLiquidity = ConstU64<1_000>;
    type MinimumReserve = MinimumReserve;
}

/// Pools of 1 000 TAO and 4 000 alpha.
pub(crate) fn test(run: impl FnOnce()) {
    let storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    RESERVES.set([(E12, 4 * E12); 2]);
    sp_io::TestExternalities::new(storage).execute_with(|| {
        System::set_block_number(1);
        run();
        assert_ok!(Swap::try_state(1));
    });
}

pub(crate) fn tao(rao: u64) -> TaoBalance {
    TaoBalance::new(rao)
}

pub(crate) fn alpha(rao: u64) -> AlphaBalance {
    AlphaBalance::new(rao)
}
