//! Values that depend on the block time (spec 60 §4.3). Each is a `Get` type that asks the timing
//! profile stored at genesis, so metadata shows the value of the chain it is read from.

use frame_support::traits::Get;
use pallet_timing::Pallet as Timing;

use crate::Runtime;

macro_rules! by_profile {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $production:expr, $fast:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl Get<$type> for $name {
            fn get() -> $type {
                Timing::<Runtime>::pick($production, $fast)
            }
        }
    )*};
}

by_profile! {
    /// Length of a slot, ms.
    SlotDuration: u64 = 12_000, 250;
    /// Shortest time between two blocks, ms: half a slot.
    MinimumPeriod: u64 = 6_000, 125;
    /// Whether intervals are the short ones.
    IsFast: bool = false, true;
    /// Blocks between two epochs of a new subnet.
    InitialTempo: u16 = 360, 10;
    /// Most epochs in a block.
    InitialMaxEpochsPerBlock: u8 = 2, 32;
    /// Blocks between two announcements of an endpoint by one neuron. Announcements are free, so
    /// once in a block.
    InitialServingRateLimit: u64 = 50, 1;
    /// Blocks between two changes of a child key take.
    InitialTxChildKeyTakeRateLimit: u64 = 216_000, 5;
    /// Blocks between the announcement of a coldkey swap and the swap.
    InitialColdkeySwapAnnouncementDelay: u32 = 36_000, 50;
    /// Blocks until it may be announced again.
    InitialColdkeySwapReannouncementDelay: u32 = 7_200, 10;
    /// Least blocks until a crowdloan ends.
    CrowdloanMinimumDuration: u32 = 50_400, 50;
    /// Most blocks until a crowdloan ends.
    CrowdloanMaximumDuration: u32 = 432_000, 20_000;
    /// Blocks between two swaps of a hotkey on one subnet.
    HotkeySwapOnSubnetInterval: u64 = 7_200, 1;
}
