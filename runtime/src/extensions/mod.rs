//! Transaction extensions, in wire order (spec 60 §7.2). Clients know them by identifier; those of ours add no bytes.

mod charge;
mod marker;
mod mortality;
mod shield;
mod subtensor;
mod sudo;

pub use charge::{ChargeFee, fee_of};
pub use marker::DrandPriority;
pub use mortality::CheckMortality;
pub use shield::CheckShieldedTxValidity;
pub use subtensor::SubtensorTransactionExtension;
pub use sudo::SudoTransactionExtension;

#[cfg(feature = "std")]
use sp_runtime::generic::Era;

#[cfg(feature = "std")]
use crate::Nonce;
use crate::Runtime;

/// The extensions of a signed extrinsic. Nested, because a tuple of thirteen is too long to be one; nesting changes
/// neither the encoding nor the order in metadata.
pub type TxExtension = (
    (
        frame_system::CheckNonZeroSender<Runtime>,
        frame_system::CheckSpecVersion<Runtime>,
        frame_system::CheckTxVersion<Runtime>,
        frame_system::CheckGenesis<Runtime>,
        CheckMortality,
        frame_system::CheckNonce<Runtime>,
        frame_system::CheckWeight<Runtime>,
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
            frame_system::CheckNonce::from(nonce),
            frame_system::CheckWeight::new(),
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
