//! The neurons of a subnet column by column, for `get_subnet_state` (spec 70 §5.6).

use alloc::vec::Vec;
use codec::Compact;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{
    compact,
    subnet::{SubnetView, zeros},
    tables::view_struct,
};
use crate::{Config, Subnets, Views};

view_struct! {
    /// Columns by uid. TAO amounts are in rao, alpha amounts in rao of alpha, scores in 65535ths.
    SubnetState<AccountId> {
        netuid: Compact<NetUid>,
        hotkeys: Vec<AccountId>,
        coldkeys: Vec<AccountId>,
        active: Vec<bool>,
        validator_permit: Vec<bool>,
        /// Always empty.
        pruning_score: Vec<Compact<u16>>,
        last_update: Vec<Compact<u64>>,
        emission: Vec<Compact<AlphaBalance>>,
        dividends: Vec<Compact<u16>>,
        incentives: Vec<Compact<u16>>,
        consensus: Vec<Compact<u16>>,
        /// Always empty.
        trust: Vec<Compact<u16>>,
        /// Always empty.
        rank: Vec<Compact<u16>>,
        block_at_registration: Vec<Compact<u64>>,
        alpha_stake: Vec<Compact<AlphaBalance>>,
        tao_stake: Vec<Compact<TaoBalance>>,
        total_stake: Vec<Compact<TaoBalance>>,
        /// One list by uid for every subnet, all zeros: emission per hotkey is not recorded any
        /// more.
        emission_history: Vec<Vec<Compact<AlphaBalance>>>,
    }
}

impl<T: Config> Views<T> {
    /// The columns of a subnet; `None` if it does not exist.
    pub fn get_subnet_state(netuid: NetUid) -> Option<SubnetState<T::AccountId>> {
        let view = SubnetView::<T>::main(netuid)?;
        Some(SubnetState {
            netuid: Compact(netuid),
            hotkeys: view.hotkeys().clone(),
            coldkeys: view.coldkeys().clone(),
            active: view.active().clone(),
            validator_permit: view.validator_permit().clone(),
            pruning_score: Vec::new(),
            last_update: compact(view.last_update().iter().copied()),
            emission: compact(view.emission().iter().copied()),
            dividends: compact(view.dividends().iter().copied()),
            incentives: compact(view.incentives().iter().copied()),
            consensus: compact(view.consensus().iter().copied()),
            trust: Vec::new(),
            rank: Vec::new(),
            block_at_registration: view.registration_blocks(),
            alpha_stake: view.alpha_stakes(),
            tao_stake: view.tao_stakes(),
            total_stake: view.total_stakes(),
            emission_history: Subnets::<T>::subnet_netuids()
                .iter()
                .map(|_| zeros(view.hotkeys().len()))
                .collect(),
        })
    }
}
