//! Who takes part: coldkeys, the first of which is the sudo key, and hotkeys, which sign too.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{LazyLock, Mutex},
};

use node_subtensor_runtime::{AccountId, RuntimeCall};
use sp_core::{Pair, sr25519};
use sp_keyring::Sr25519Keyring;
use sp_runtime::{MultiSigner, traits::IdentifyAccount};

/// One TAO, in rao.
pub(crate) const TAO: u64 = 1_000_000_000;
/// Coldkeys; the first is the sudo key.
pub(crate) const COLDKEYS: u32 = 8;
/// Coldkeys that have nothing until another is swapped to them.
const SPARE_COLDKEYS: u32 = 4;
/// Hotkeys, which sign too.
pub(crate) const HOTKEYS: u32 = 16;

/// Somebody with a key.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Person {
    Cold(u32),
    Hot(u32),
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cold(number) => write!(f, "coldkey {number}"),
            Self::Hot(number) => write!(f, "hotkey {number}"),
        }
    }
}

impl Person {
    /// Making a key from its name takes longer than signing.
    pub(crate) fn key(self) -> sr25519::Pair {
        static KEYS: LazyLock<Mutex<BTreeMap<Person, sr25519::Pair>>> =
            LazyLock::new(Default::default);
        let mut keys = KEYS.lock().expect("nobody panics with the keys");
        keys.entry(self)
            .or_insert_with(|| match self {
                Self::Cold(0) => Sr25519Keyring::Alice.pair(),
                Self::Cold(number) => pair(&format!("//cold{number}")),
                Self::Hot(number) => pair(&format!("//hot{number}")),
            })
            .clone()
    }

    pub(crate) fn account(self) -> AccountId {
        MultiSigner::from(self.key().public()).into_account()
    }
}

fn pair(name: &str) -> sr25519::Pair {
    sr25519::Pair::from_string(name, None).expect("the name is a path")
}

/// Everybody who may have something.
pub(crate) fn all_coldkeys() -> impl Iterator<Item = Person> {
    (0..COLDKEYS + SPARE_COLDKEYS).map(Person::Cold)
}

/// Whoever may call as root.
pub(crate) const SUDO: Person = Person::Cold(0);

/// A call as root.
pub(crate) fn sudo(call: impl Into<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Sudo(pallet_sudo::Call::sudo {
        call: Box::new(call.into()),
    })
}
