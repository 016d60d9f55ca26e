use super::*;
use crate::AccountId;

fn transfer(value: Balance) -> RuntimeCall {
    let dest = AccountId::new([1; 32]).into();
    RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value })
}

fn stake(amount: u64) -> RuntimeCall {
    RuntimeCall::SubtensorModule(pallet_subtensor::Call::add_stake {
        hotkey: AccountId::new([1; 32]),
        netuid: 1u16.into(),
        amount_staked: amount.into(),
    })
}

#[test]
fn small_transfers_end_at_half_a_tao() {
    assert!(ProxyType::SmallTransfer.filter(&transfer(SMALL_TRANSFER_LIMIT - 1)));
    assert!(!ProxyType::SmallTransfer.filter(&transfer(SMALL_TRANSFER_LIMIT)));
    assert!(ProxyType::Transfer.filter(&transfer(SMALL_TRANSFER_LIMIT)));
    assert!(!ProxyType::NonTransfer.filter(&transfer(1)));
}

#[test]
fn stake_is_transferred_by_the_same_rules_as_balance() {
    let give = |alpha_amount: u64| {
        RuntimeCall::SubtensorModule(pallet_subtensor::Call::transfer_stake_and_hotkey {
            destination_coldkey: AccountId::new([1; 32]),
            origin_hotkey: AccountId::new([2; 32]),
            destination_hotkey: AccountId::new([3; 32]),
            origin_netuid: 1u16.into(),
            destination_netuid: 1u16.into(),
            alpha_amount: alpha_amount.into(),
        })
    };
    assert!(ProxyType::SmallTransfer.filter(&give(SMALL_TRANSFER_LIMIT - 1)));
    assert!(!ProxyType::SmallTransfer.filter(&give(SMALL_TRANSFER_LIMIT)));
    assert!(!ProxyType::SmallTransfer.filter(&give(u64::MAX)));
    assert!(ProxyType::Transfer.filter(&give(u64::MAX)));
    assert!(!ProxyType::NonTransfer.filter(&give(1)));
    assert!(!ProxyType::NonFungible.filter(&give(1)));
    assert!(!ProxyType::Staking.filter(&give(1)));
}

#[test]
fn staking_is_fungible_and_not_a_transfer() {
    assert!(ProxyType::Staking.filter(&stake(1)));
    assert!(ProxyType::NonTransfer.filter(&stake(1)));
    assert!(!ProxyType::NonFungible.filter(&stake(1)));
    assert!(!ProxyType::Registration.filter(&stake(1)));
    assert!(!ProxyType::Staking.filter(&transfer(1)));
}

#[test]
fn an_owner_delegate_administers_but_names_no_owner() {
    let tempo = RuntimeCall::AdminUtils(pallet_admin_utils::Call::sudo_set_tempo {
        netuid: 1u16.into(),
        tempo: 360,
    });
    assert!(ProxyType::Owner.filter(&tempo));
    assert!(!ProxyType::Staking.filter(&tempo));
    assert!(!ProxyType::Owner.filter(&stake(1)));
}

#[test]
fn retired_types_allow_nothing() {
    for retired in [
        ProxyType::Senate,
        ProxyType::Triumvirate,
        ProxyType::Governance,
        ProxyType::RootWeights,
    ] {
        assert!(!retired.filter(&transfer(1)));
        assert!(!retired.filter(&stake(1)));
    }
}

#[test]
fn only_an_upgrade_passes_the_upgrade_type() {
    let sudo = |inner: RuntimeCall| {
        RuntimeCall::Sudo(pallet_sudo::Call::sudo_unchecked_weight {
            call: inner.into(),
            weight: Default::default(),
        })
    };
    let code = alloc::vec![];
    let upgrade = RuntimeCall::System(frame_system::Call::set_code { code });
    assert!(ProxyType::SudoUncheckedSetCode.filter(&sudo(upgrade.clone())));
    assert!(!ProxyType::SudoUncheckedSetCode.filter(&sudo(transfer(1))));
    assert!(!ProxyType::SudoUncheckedSetCode.filter(&upgrade));
    assert!(!ProxyType::NonCritical.filter(&sudo(upgrade)));
}

#[test]
fn no_type_can_grant_more_than_it_has() {
    assert!(!ProxyType::NonTransfer.includes(&ProxyType::NonCritical));
    assert!(ProxyType::Transfer.includes(&ProxyType::SmallTransfer));
    assert!(!ProxyType::SmallTransfer.includes(&ProxyType::Transfer));
    assert!(ProxyType::Any.includes(&ProxyType::Transfer));
}
