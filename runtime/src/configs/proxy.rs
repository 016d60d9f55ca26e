//! Proxies: what each proxy type may do (spec 60 §10.1). Types are numbered on the wire; retired
//! ones keep their number and allow nothing.

#[cfg(test)]
mod tests;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    parameter_types,
    traits::{ConstU32, InstanceFilter},
};
use pallet_subtensor_proxy::{Call as Proxy, DefinitionOf, ProxyDefinition};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;
use subtensor_primitives::ProxyInterface;

use super::{
    proxy_rules::{self as rules, Rule, matches_any},
    utility::deposit,
};
use crate::{
    AccountId, Balance, Balances, Proxy as Delegates, Runtime, RuntimeCall,
    calls::{Kind, held_by, kind_of},
    guard::SwapGuard,
};

/// What a delegate may do for the account that named it.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Default,
    Encode,
    Eq,
    MaxEncodedLen,
    Ord,
    PartialEq,
    PartialOrd,
    TypeInfo,
)]
pub enum ProxyType {
    /// Everything.
    #[default]
    Any,
    /// Administration of a subnet.
    Owner,
    /// Everything but calls that endanger the account, registrations among them.
    NonCritical,
    /// Everything but giving value away.
    NonTransfer,
    /// Retired.
    Senate,
    /// Everything but moving value.
    NonFungible,
    /// Retired.
    Triumvirate,
    /// Retired.
    Governance,
    /// Stake and unstake for the account itself.
    Staking,
    /// Registering hotkeys.
    Registration,
    /// Giving TAO or stake to others.
    Transfer,
    /// Transfers below 0.5 TAO.
    SmallTransfer,
    /// Retired.
    RootWeights,
    /// Child hotkeys.
    ChildKeys,
    /// Upgrading the runtime through sudo.
    SudoUncheckedSetCode,
    /// Swapping hotkeys.
    SwapHotkey,
    /// Running a leased subnet.
    SubnetLeaseBeneficiary,
    /// Claiming root dividends.
    RootClaim,
    /// Trading with the fund of a hotkey.
    BasketTrading,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self.rule() {
            Rule::Everything => true,
            Rule::Kinds(kinds) => self.permits(kinds, call, false),
            Rule::Only(patterns) => matches_any(patterns, call),
        }
    }

    /// Only what is provable: a type includes itself, `Any` includes all, `Transfer` includes
    /// `SmallTransfer`.
    fn is_superset(&self, other: &Self) -> bool {
        self == other
            || *self == Self::Any
            || (*self == Self::Transfer && *other == Self::SmallTransfer)
    }
}

impl ProxyType {
    /// What the type permits, as data.
    pub(super) fn rule(self) -> Rule {
        match self {
            Self::Any => Rule::Everything,
            Self::Owner => Rule::Only(rules::OWNER),
            Self::NonCritical => Rule::Kinds(rules::NON_CRITICAL),
            Self::NonTransfer => Rule::Kinds(rules::NON_TRANSFER),
            Self::NonFungible => Rule::Kinds(rules::NON_FUNGIBLE),
            Self::Staking => Rule::Only(rules::STAKING),
            Self::Registration => Rule::Only(rules::REGISTRATION),
            Self::Transfer => Rule::Only(rules::TRANSFER),
            Self::SmallTransfer => Rule::Only(rules::SMALL_TRANSFER),
            Self::ChildKeys => Rule::Only(rules::CHILD_KEYS),
            Self::SudoUncheckedSetCode => Rule::Only(rules::UNCHECKED_UPGRADE),
            Self::SwapHotkey => Rule::Only(rules::SWAP_HOTKEY),
            Self::SubnetLeaseBeneficiary => Rule::Only(rules::LEASE_BENEFICIARY),
            Self::RootClaim => Rule::Only(rules::ROOT_CLAIM),
            Self::BasketTrading => Rule::Only(rules::BASKET_TRADING),
            Self::Senate | Self::Triumvirate | Self::Governance | Self::RootWeights => {
                Rule::Only(&[])
            }
        }
    }

    /// Whether the type permits a call and everything that it holds; of the latter the filter of a
    /// bundle says nothing yet.
    pub(crate) fn permits_wholly(self, call: &RuntimeCall) -> bool {
        match self.rule() {
            Rule::Kinds(kinds) => self.permits(kinds, call, true),
            Rule::Everything | Rule::Only(_) => self.filter(call),
        }
    }

    /// Whether a type made of `kinds` permits a call. One that dispatches what it holds by another
    /// account's origin takes it out of this filter, so what is `carried` so is judged beforehand,
    /// to the last call in it; otherwise each call that is held meets the filter when its turn
    /// comes.
    fn permits(self, kinds: &[Kind], call: &RuntimeCall, carried: bool) -> bool {
        match kind_of(call) {
            Kind::Bundle if !carried => true,
            Kind::Bundle | Kind::Carrier => {
                held_by(call).all(|held| self.permits(kinds, held, true))
            }
            Kind::Proxies => self.may_change_proxies(call),
            // Of the others, some store a call that the account makes later.
            kind => {
                kinds.contains(&kind) && held_by(call).all(|held| self.permits(kinds, held, true))
            }
        }
    }

    /// A delegate names and removes those who may do no more than itself. The pallet has this rule
    /// for the account itself, but not for others that the account acts for.
    fn may_change_proxies(self, call: &RuntimeCall) -> bool {
        match call {
            RuntimeCall::Proxy(
                Proxy::add_proxy { proxy_type, .. } | Proxy::remove_proxy { proxy_type, .. },
            ) => self.is_superset(proxy_type),
            _ => false,
        }
    }
}

parameter_types! {
    pub const ProxyDepositBase: Balance = deposit(1, 40);
    pub const ProxyDepositFactor: Balance = deposit(0, 33);
    pub const AnnouncementDepositBase: Balance = deposit(1, 16);
    pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

impl pallet_subtensor_proxy::Config for Runtime {
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type ProxyType = ProxyType;
    type Guard = SwapGuard;
    type WeightInfo = pallet_subtensor_proxy::MeasuredWeights<Runtime>;
    type ProxyDepositBase = ProxyDepositBase;
    type ProxyDepositFactor = ProxyDepositFactor;
    type MaxProxies = ConstU32<20>;
    type MaxPending = ConstU32<75>;
    type AnnouncementDepositBase = AnnouncementDepositBase;
    type AnnouncementDepositFactor = AnnouncementDepositFactor;
}

/// Gives the beneficiaries of leases the type of theirs.
pub struct LeaseProxies;

impl LeaseProxies {
    fn relation(beneficiary: &AccountId) -> DefinitionOf<Runtime> {
        ProxyDefinition {
            delegate: beneficiary.clone(),
            proxy_type: ProxyType::SubnetLeaseBeneficiary,
            delay: 0,
        }
    }
}

impl ProxyInterface<AccountId> for LeaseProxies {
    fn add_lease_beneficiary_proxy(lease: &AccountId, beneficiary: &AccountId) -> DispatchResult {
        Delegates::add_delegate(lease.clone(), Self::relation(beneficiary))
    }

    fn remove_lease_beneficiary_proxy(
        lease: &AccountId,
        beneficiary: &AccountId,
    ) -> DispatchResult {
        Delegates::remove_delegate(lease.clone(), Self::relation(beneficiary))
    }
}
