//! Transaction extensions, in wire order (spec 60 §7.2). Clients know them by identifier; those of
//! ours add no bytes.

#[cfg(feature = "runtime-benchmarks")]
pub(crate) mod benchmarking;
mod charge;
mod class;
mod marker;
mod mortality;
pub mod nonce;
pub mod payer;
pub mod priority;
mod shield;
mod subtensor;
mod sudo;
mod weight;
mod weight_info;

pub use charge::{ChargeFee, fee_of};
pub use marker::DrandPriority;
pub use mortality::CheckMortality;
pub use nonce::CheckNonce;
pub use shield::CheckShieldedTxValidity;
pub use subtensor::SubtensorTransactionExtension;
pub use sudo::SudoTransactionExtension;
pub use weight::CheckWeight;

#[cfg(feature = "std")]
use sp_runtime::generic::Era;

#[cfg(feature = "std")]
use crate::Nonce;
use crate::Runtime;

/// The extensions of a signed extrinsic. Nested, because a tuple of thirteen is too long to be one;
/// nesting changes neither the encoding nor the order in metadata.
pub type TxExtension = (
    (
        frame_system::CheckNonZeroSender<Runtime>,
        frame_system::CheckSpecVersion<Runtime>,
        frame_system::CheckTxVersion<Runtime>,
        frame_system::CheckGenesis<Runtime>,
        CheckMortality,
        CheckNonce,
        CheckWeight,
    ),
    (
        ChargeFee,
        SudoTransactionExtension,
        CheckShieldedTxValidity,
        SubtensorTransactionExtension,
        DrandPriority,
    ),
    frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
);

/// Extensions of a transaction that never expires and pays no tip.
#[cfg(feature = "std")]
pub fn plain(nonce: Nonce) -> TxExtension {
    with_era(nonce, Era::immortal())
}

/// Extensions of a transaction that pays no tip.
#[cfg(feature = "std")]
pub fn with_era(nonce: Nonce, era: Era) -> TxExtension {
    (
        (
            frame_system::CheckNonZeroSender::new(),
            frame_system::CheckSpecVersion::new(),
            frame_system::CheckTxVersion::new(),
            frame_system::CheckGenesis::new(),
            CheckMortality::from(era),
            CheckNonce::from(nonce),
            CheckWeight::new(),
        ),
        (
            ChargeFee::from(0),
            SudoTransactionExtension,
            CheckShieldedTxValidity,
            SubtensorTransactionExtension,
            DrandPriority,
        ),
        frame_metadata_hash_extension::CheckMetadataHash::new(false),
    )
}
