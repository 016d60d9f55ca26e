//! `ProxyFilterRuntimeApi` (spec 60 §10.2): which proxy types there are, and what each permits.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

use alloc::vec::Vec;

use codec::{Decode, Encode};
use scale_info::TypeInfo;

/// What a type is called on the wire and to people.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ProxyTypeInfo {
    /// What it is called.
    pub name: Vec<u8>,
    /// Its number on the wire.
    pub index: u8,
    /// Whether it is retired and permits nothing.
    pub deprecated: bool,
}

/// What a proxy type permits.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct ProxyFilterInfo {
    /// Its number on the wire.
    pub proxy_type: u8,
    /// What it is called.
    pub name: Vec<u8>,
    /// Whether it is retired and permits nothing.
    pub deprecated: bool,
    /// How to read the two lists.
    pub filter_mode: FilterMode,
    /// The calls that are permitted, or refused.
    pub calls: Vec<CallInfo>,
    /// Those of them for which the opposite holds.
    pub exceptions: Vec<CallInfo>,
}

/// How to read the list of calls of a filter.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum FilterMode {
    /// Everything is permitted.
    AllowAll,
    /// Nothing is permitted.
    DenyAll,
    /// What is listed is permitted.
    Allow,
    /// What is listed is refused.
    Deny,
}

/// A call, or all calls of a pallet.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CallInfo {
    /// Where the call is.
    pub pallet_name: Vec<u8>,
    /// The same on the wire.
    pub pallet_index: u8,
    /// Which call; all of the pallet without it.
    pub call_name: Option<Vec<u8>>,
    /// The same on the wire.
    pub call_index: Option<u8>,
    /// For which arguments.
    pub condition: Option<CallCondition>,
}

/// For which arguments a call is meant.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub enum CallCondition {
    /// An amount is below a limit.
    ParamLessThan {
        /// The argument.
        param_name: Vec<u8>,
        /// The first amount that is too much.
        limit: u128,
    },
    /// The call that it holds is a certain one.
    NestedCallMustBe {
        /// Where that one is.
        pallet_name: Vec<u8>,
        /// Which one it is.
        call_name: Vec<u8>,
    },
}

sp_api::decl_runtime_apis! {
    /// Proxy types and their filters.
    pub trait ProxyFilterRuntimeApi {
        /// All types, by their number.
        fn get_proxy_types() -> Vec<ProxyTypeInfo>;

        /// What a type permits, or each of them without one; nothing for a number that is no type.
        fn get_proxy_filter(proxy_type: Option<u8>) -> Vec<ProxyFilterInfo>;

        /// The same under its newer name.
        fn get_proxy_filters(proxy_type: Option<u8>) -> Vec<ProxyFilterInfo>;
    }
}
