//! The economy of a subnet for `get_dynamic_info` and `get_all_dynamic_info` (spec 70 §5.2). Root
//! is an ordinary row.

use alloc::vec::Vec;
use codec::Compact;
use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{subnet::SubnetView, tables::view_struct};
use crate::{
    Config, SubnetIdentityV3, Views,
    pallet::{
        NetworkRegisteredAt, SubnetAlphaIn, SubnetAlphaInEmission, SubnetAlphaOut,
        SubnetAlphaOutEmission, SubnetMovingPrice, SubnetOwner, SubnetOwnerHotkey, SubnetTAO,
        SubnetTaoInEmission, SubnetVolume,
    },
};

view_struct! {
    /// Pool, emission and identity of a subnet. TAO amounts are in rao, alpha amounts in rao of
    /// alpha.
    DynamicInfo<AccountId> {
        netuid: Compact<NetUid>,
        owner_hotkey: AccountId,
        owner_coldkey: AccountId,
        subnet_name: Vec<Compact<u8>>,
        token_symbol: Vec<Compact<u8>>,
        /// Blocks between two epochs.
        tempo: Compact<u16>,
        /// Block of the last epoch.
        last_step: Compact<u64>,
        blocks_since_last_step: Compact<u64>,
        /// Always 0.
        emission: Compact<u64>,
        /// Reserve of the pool.
        alpha_in: Compact<AlphaBalance>,
        /// Alpha outside the pool.
        alpha_out: Compact<AlphaBalance>,
        /// Reserve of the pool.
        tao_in: Compact<TaoBalance>,
        /// Per block.
        alpha_out_emission: Compact<AlphaBalance>,
        /// Per block.
        alpha_in_emission: Compact<AlphaBalance>,
        /// Per block.
        tao_in_emission: Compact<TaoBalance>,
        /// Waiting for the next epoch.
        pending_alpha_emission: Compact<AlphaBalance>,
        /// Always 0.
        pending_root_emission: Compact<TaoBalance>,
        /// All TAO traded, in rao.
        subnet_volume: Compact<u128>,
        /// Block of the creation.
        network_registered_at: Compact<u64>,
        subnet_identity: Option<SubnetIdentityV3>,
        /// Average price in TAO per alpha.
        moving_price: I96F32,
    }
}

impl<T: Config> SubnetView<T> {
    fn dynamic_info(&self) -> DynamicInfo<T::AccountId> {
        let netuid = self.netuid;
        DynamicInfo {
            netuid: Compact(netuid),
            owner_hotkey: SubnetOwnerHotkey::<T>::get(netuid),
            owner_coldkey: SubnetOwner::<T>::get(netuid),
            subnet_name: self.name(),
            token_symbol: self.symbol(),
            tempo: Compact(*self.tempo()),
            last_step: Compact(*self.last_step()),
            blocks_since_last_step: Compact(self.blocks_since_last_step()),
            emission: Compact(0),
            alpha_in: Compact(SubnetAlphaIn::<T>::get(netuid)),
            alpha_out: Compact(SubnetAlphaOut::<T>::get(netuid)),
            tao_in: Compact(SubnetTAO::<T>::get(netuid)),
            alpha_out_emission: Compact(SubnetAlphaOutEmission::<T>::get(netuid)),
            alpha_in_emission: Compact(SubnetAlphaInEmission::<T>::get(netuid)),
            tao_in_emission: Compact(SubnetTaoInEmission::<T>::get(netuid)),
            pending_alpha_emission: Compact(self.pending_alpha()),
            pending_root_emission: Compact(TaoBalance::ZERO),
            subnet_volume: Compact(SubnetVolume::<T>::get(netuid)),
            network_registered_at: Compact(NetworkRegisteredAt::<T>::get(netuid)),
            subnet_identity: self.identity().clone(),
            moving_price: SubnetMovingPrice::<T>::get(netuid),
        }
    }
}

impl<T: Config> Views<T> {
    /// The economy of one subnet; `None` if it does not exist.
    pub fn get_dynamic_info(netuid: NetUid) -> Option<DynamicInfo<T::AccountId>> {
        SubnetView::<T>::main(netuid).map(|view| view.dynamic_info())
    }

    /// The economy of every subnet, root included.
    pub fn get_all_dynamic_info() -> Vec<Option<DynamicInfo<T::AccountId>>> {
        SubnetView::<T>::all()
            .map(|view| Some(view.dynamic_info()))
            .collect()
    }
}
