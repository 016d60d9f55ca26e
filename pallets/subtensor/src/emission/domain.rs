//! The emission of a subnet from its first to its last block.

use subtensor_primitives::NetUid;

use crate::{
    Coinbase, Config,
    domain::Domain,
    pallet::{
        MinerBurned, PendingOwnerCut, PendingRootAlphaDivs, PendingServerEmission,
        PendingValidatorEmission, RootProp, SubnetAlphaInEmission, SubnetAlphaOutEmission,
        SubnetEmaTaoFlow, SubnetEmissionEnabled, SubnetExcessTao, SubnetFastMovingPrice,
        SubnetMovingPrice, SubnetTaoInEmission,
    },
};

impl<T: Config> Domain<T> for Coinbase<T> {
    fn open_subnet(netuid: NetUid, _now: u64) {
        SubnetEmissionEnabled::<T>::insert(netuid, false);
    }

    fn forget_values(netuid: NetUid) {
        SubnetMovingPrice::<T>::remove(netuid);
        SubnetFastMovingPrice::<T>::remove(netuid);
        SubnetTaoInEmission::<T>::remove(netuid);
        SubnetAlphaInEmission::<T>::remove(netuid);
        SubnetAlphaOutEmission::<T>::remove(netuid);
        SubnetExcessTao::<T>::remove(netuid);
        RootProp::<T>::remove(netuid);
        MinerBurned::<T>::remove(netuid);
        PendingServerEmission::<T>::remove(netuid);
        PendingValidatorEmission::<T>::remove(netuid);
        PendingRootAlphaDivs::<T>::remove(netuid);
        PendingOwnerCut::<T>::remove(netuid);
        SubnetEmaTaoFlow::<T>::remove(netuid);
    }
}
