//! Proxies: what each proxy type may do (spec 60 §10.1). Types are numbered on the wire; retired ones keep their
//! number and allow nothing.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    parameter_types,
    traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

use super::utility::deposit;
use crate::{Balance, Balances, Runtime, RuntimeCall, RuntimeEvent, System};

/// Transfers below this many rao are small: 0.5 TAO.
const SMALL_TRANSFER_LIMIT: Balance = 500_000_000;

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
    /// Everything but calls that endanger the account.
    NonCritical,
    /// Everything but moving value to somebody else.
    NonTransfer,
    /// Retired.
    Senate,
    /// Everything but moving value.
    NonFungible,
    /// Retired.
    Triumvirate,
    /// Retired.
    Governance,
    /// Staking.
    Staking,
    /// Registering hotkeys.
    Registration,
    /// Transfers.
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
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::Any => true,
            Self::NonCritical => !matches!(call, RuntimeCall::Sudo(_)),
            Self::NonTransfer | Self::NonFungible => moves_no_value(call),
            Self::Transfer => transfer_amount(call).is_some(),
            Self::SmallTransfer => transfer_amount(call)
                .flatten()
                .is_some_and(|amount| amount < SMALL_TRANSFER_LIMIT),
            Self::SudoUncheckedSetCode => is_unchecked_upgrade(call),
            // Types whose calls belong to pallets this runtime does not have, and retired types.
            Self::Owner
            | Self::Senate
            | Self::Triumvirate
            | Self::Governance
            | Self::Staking
            | Self::Registration
            | Self::RootWeights
            | Self::ChildKeys
            | Self::SwapHotkey
            | Self::SubnetLeaseBeneficiary
            | Self::RootClaim => false,
        }
    }

    /// Only what is provable: a type includes itself, `Any` includes all, `Transfer` includes `SmallTransfer`.
    fn is_superset(&self, other: &Self) -> bool {
        self == other
            || *self == Self::Any
            || (*self == Self::Transfer && *other == Self::SmallTransfer)
    }
}

/// Calls that cannot carry value away and cannot name a delegate who may.
fn moves_no_value(call: &RuntimeCall) -> bool {
    !matches!(call, RuntimeCall::Balances(_) | RuntimeCall::Sudo(_))
}

/// The amount a transfer names; `Some(None)` for a transfer of everything.
fn transfer_amount(call: &RuntimeCall) -> Option<Option<Balance>> {
    use pallet_balances::Call;
    match call {
        RuntimeCall::Balances(
            Call::transfer_keep_alive { value, .. } | Call::transfer_allow_death { value, .. },
        ) => Some(Some(*value)),
        RuntimeCall::Balances(Call::transfer_all { .. }) => Some(None),
        _ => None,
    }
}

fn is_unchecked_upgrade(call: &RuntimeCall) -> bool {
    matches!(
        call,
        RuntimeCall::Sudo(pallet_sudo::Call::sudo_unchecked_weight { call, .. })
            if matches!(**call, RuntimeCall::System(frame_system::Call::set_code { .. }))
    )
}

parameter_types! {
    pub const ProxyDepositBase: Balance = deposit(1, 40);
    pub const ProxyDepositFactor: Balance = deposit(0, 33);
    pub const AnnouncementDepositBase: Balance = deposit(1, 16);
    pub const AnnouncementDepositFactor: Balance = deposit(0, 68);
}

impl pallet_proxy::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type ProxyType = ProxyType;
    type ProxyDepositBase = ProxyDepositBase;
    type ProxyDepositFactor = ProxyDepositFactor;
    type MaxProxies = ConstU32<20>;
    type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
    type MaxPending = ConstU32<75>;
    type CallHasher = BlakeTwo256;
    type AnnouncementDepositBase = AnnouncementDepositBase;
    type AnnouncementDepositFactor = AnnouncementDepositFactor;
    type BlockNumberProvider = System;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AccountId;

    fn transfer(value: Balance) -> RuntimeCall {
        let dest = AccountId::new([1; 32]).into();
        RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value })
    }

    #[test]
    fn small_transfers_end_at_half_a_tao() {
        assert!(ProxyType::SmallTransfer.filter(&transfer(SMALL_TRANSFER_LIMIT - 1)));
        assert!(!ProxyType::SmallTransfer.filter(&transfer(SMALL_TRANSFER_LIMIT)));
        assert!(ProxyType::Transfer.filter(&transfer(SMALL_TRANSFER_LIMIT)));
        assert!(!ProxyType::NonTransfer.filter(&transfer(1)));
    }

    #[test]
    fn no_type_can_grant_more_than_it_has() {
        assert!(!ProxyType::NonTransfer.is_superset(&ProxyType::NonCritical));
        assert!(ProxyType::Transfer.is_superset(&ProxyType::SmallTransfer));
        assert!(!ProxyType::SmallTransfer.is_superset(&ProxyType::Transfer));
        assert!(ProxyType::Any.is_superset(&ProxyType::Transfer));
    }
}
