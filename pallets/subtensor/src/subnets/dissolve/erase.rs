//! What a dissolved subnet left in all domains, and how it goes (spec 30 §7.4, §7.5).

use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

use crate::{
    Config, Dissolution, Mechanisms, Subnets, ValidatorWeights, WeightInfo,
    domain::{Domain, Domains, drain, spend},
};

impl<T: Config> Dissolution<T> {
    /// What maps that begin with an account know of the subnet.
    pub(crate) fn erase_accounts(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let accounts = Subnets::<T>::drain_accounts(netuid);
        drain(accounts, T::WeightInfo::erase_account(), meter, |account| {
            Domains::<T>::forget_account(netuid, &account);
        })
    }

    /// Weights, bonds and commits, one mechanism after the other.
    pub(super) fn erase_mechanisms(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            if !ValidatorWeights::<T>::has_mechanism(index) {
                continue;
            }
            if !spend(meter, T::WeightInfo::erase_mechanism()) {
                return false;
            }
            Domains::<T>::forget_mechanism(index);
        }
        true
    }

    /// Every single value.
    pub(super) fn erase_values(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let may = spend(meter, T::WeightInfo::erase_values());
        if may {
            Domains::<T>::forget_values(netuid);
        }
        may
    }
}
