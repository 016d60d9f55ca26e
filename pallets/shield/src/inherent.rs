//! The inherent that carries an author's key (spec 80 A.3).

use codec::{Decode, Encode};
use frame_support::inherent::{InherentData, InherentIdentifier, IsFatalError};

use crate::{ShieldEncKey, is_announceable};

/// Name of the data of the inherent, public interface.
pub const INHERENT_IDENTIFIER: InherentIdentifier = *b"shieldpk";

/// What the node puts in: its next key, or that it has none. Without any data there is no
/// announcement.
pub type InherentType = Option<ShieldEncKey>;

/// What is wrong with an announcement.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq)]
pub enum InherentError {
    /// A key has 1 184 bytes.
    BadEncKeyLen,
}

impl IsFatalError for InherentError {
    fn is_fatal_error(&self) -> bool {
        true
    }
}

/// The announcement to make of the data, if any. A call with a key of another length would make the
/// block invalid, so whatever is not a key is announced as none.
pub(crate) fn announced(data: &InherentData) -> Option<InherentType> {
    match data.get_data::<InherentType>(&INHERENT_IDENTIFIER) {
        Ok(announced) => announced.map(|key| if is_announceable(&key) { key } else { None }),
        Err(error) => {
            log::error!(target: "shield", "the data of the inherent cannot be read: {error:?}");
            Some(None)
        }
    }
}
