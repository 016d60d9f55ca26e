//! The state of the runtime as the simulator reads that of a node.

use alloc::{string::String, vec::Vec};
use subtensor_sim::{Problem, State};

use crate::metadata;

/// The state within the externalities of a test.
pub(super) struct ChainState;

impl State for ChainState {
    fn metadata(&self) -> Result<Vec<u8>, Problem> {
        Ok(metadata::oldest().to_vec())
    }

    fn values(&self, keys: &[Vec<u8>]) -> Result<Vec<Option<Vec<u8>>>, Problem> {
        let read = |key: &Vec<u8>| sp_io::storage::get(key).map(|value| value.to_vec());
        Ok(keys.iter().map(read).collect())
    }

    fn keys(&self, prefix: &[u8]) -> Result<Vec<Vec<u8>>, Problem> {
        let (mut keys, mut last) = (Vec::new(), prefix.to_vec());
        if sp_io::storage::exists(prefix) {
            keys.push(last.clone());
        }
        while let Some(next) = sp_io::storage::next_key(&last) {
            if !next.starts_with(prefix) {
                break;
            }
            keys.push(next.clone());
            last = next;
        }
        Ok(keys)
    }
}

/// How the simulator writes an account.
pub(super) fn name(account: &[u8]) -> String {
    use core::fmt::Write;
    let mut text = String::from("0x");
    for byte in account {
        write!(text, "{byte:02x}").expect("a string takes any text");
    }
    text
}
