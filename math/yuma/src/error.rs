//! Why an epoch is refused.

/// Input that describes no subnet.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum EpochError {
    /// A slice has not one element per uid.
    Length,
    /// There are 65535 uids or more.
    TooManyUids,
    /// The offsets of a matrix do not divide its entries into one row per uid.
    Rows,
    /// An entry names a uid that does not exist.
    Target,
    /// The targets of a row do not ascend.
    Unsorted,
    /// The stakes together are 2^64 rao or more.
    Stake,
    /// Bonds are to remember more than all.
    Memory,
}
