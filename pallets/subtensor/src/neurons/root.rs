//! Seats on the root network (spec 90 §18). Like registrations elsewhere they cost a price that
//! each one raises; as root has no pool, the TAO is recycled.

#[cfg(test)]
mod tests;

use frame_support::{dispatch::DispatchResultWithPostInfo, ensure};
use frame_system::{ensure_signed, pallet_prelude::OriginFor};
use subtensor_primitives::NetUid;

use super::Vacancy;
use crate::{
    Children, Config, Error, Hotkeys, Ledger, Neurons, Registration, Schedule, Shares, Subnets,
    Takes, WeightInfo,
    pallet::{
        BlockAtRegistration, Burn, ImmunityPeriod, Keys, MaxAllowedUids, MaxRegistrationsPerBlock,
        RegistrationsThisBlock, RegistrationsThisInterval, SubnetworkN,
        TargetRegistrationsPerInterval,
    },
};

/// Most seats on root, whatever `MaxAllowedUids` says.
pub const ROOT_SEATS: u16 = 64;
/// An interval sees at most so many times the target.
const REGISTRATIONS_PER_TARGET: u16 = 3;

impl<T: Config> Registration<T> {
    /// Seats a hotkey on root at the current price, in place of a weaker one if all seats are
    /// taken. Weighs the subnets on which that makes parents.
    pub(crate) fn do_root_register(
        origin: OriginFor<T>,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        let root = NetUid::ROOT;
        ensure!(
            Subnets::<T>::subnet_exists(root),
            Error::<T>::RootNetworkDoesNotExist
        );
        let coldkey = ensure_signed(origin)?;
        ensure!(
            RegistrationsThisBlock::<T>::get(root) < MaxRegistrationsPerBlock::<T>::get(root),
            Error::<T>::TooManyRegistrationsThisBlock
        );
        let in_interval = RegistrationsThisInterval::<T>::get(root);
        let max =
            TargetRegistrationsPerInterval::<T>::get(root).saturating_mul(REGISTRATIONS_PER_TARGET);
        ensure!(
            in_interval < max,
            Error::<T>::TooManyRegistrationsThisInterval
        );
        ensure!(
            !Neurons::<T>::is_registered(root, hotkey),
            Error::<T>::HotKeyAlreadyRegisteredInSubNet
        );
        let price = Burn::<T>::get(root);
        ensure!(
            Ledger::<T>::spendable_keep_alive(&coldkey) >= price,
            Error::<T>::NotEnoughBalanceToStake
        );
        Hotkeys::<T>::check_claim_of_hotkey(&coldkey, hotkey)?;
        let place = Self::vacancy_on_root()?;

        Hotkeys::<T>::create_account_if_non_existent(&coldkey, hotkey)?;
        Ledger::<T>::recycle_tao(&coldkey, price)?;
        let uid = Neurons::<T>::fill_vacancy(root, hotkey, place)?;
        Takes::<T>::show_take(hotkey);
        RegistrationsThisInterval::<T>::insert(root, in_interval.saturating_add(1));
        Children::<T>::lend_to_owners(hotkey);
        Self::note_paid_registration(root, hotkey, uid, price);
        Ok(Some(T::WeightInfo::root_register(Subnets::<T>::count().into())).into())
    }

    /// Where the next one sits: on the next seat, or on that of the least root stake among those
    /// out of immunity; equal ones go by age. The owner's hotkey keeps its seat.
    ///
    /// Errors: `NoNeuronIdAvailable` if everybody on a full root is immune.
    fn vacancy_on_root() -> Result<Vacancy, Error<T>> {
        let root = NetUid::ROOT;
        let seats = SubnetworkN::<T>::get(root);
        if seats < MaxAllowedUids::<T>::get(root).min(ROOT_SEATS) {
            return Ok(Vacancy::Next);
        }
        let now = Schedule::<T>::current_block();
        let immunity = u64::from(ImmunityPeriod::<T>::get(root));
        let owner = Neurons::<T>::owner_uid(root);
        (0..seats)
            .filter(|uid| Some(*uid) != owner)
            .filter_map(|uid| {
                let since = BlockAtRegistration::<T>::get(root, uid);
                let hotkey = Keys::<T>::get(root, uid);
                (now.saturating_sub(since) >= immunity)
                    .then(|| (Shares::<T>::hotkey_alpha(&hotkey, root), since, uid))
            })
            .min()
            .map(|(_, _, uid)| Vacancy::Of(uid))
            .ok_or(Error::NoNeuronIdAvailable)
    }
}

impl<T: Config> Neurons<T> {
    /// A hotkey is about to lose its seat on root, which it still has. Every loss of a seat comes
    /// by here, so what hangs on a seat ends here.
    pub(super) fn seat_lost(hotkey: &T::AccountId) {
        Children::<T>::take_back_from_owners(hotkey);
    }
}

#[cfg(feature = "try-runtime")]
impl<T: Config> Registration<T> {
    /// Root has no more seats than there may be.
    pub(crate) fn check_root_seats() -> Result<(), sp_runtime::TryRuntimeError> {
        ensure!(
            SubnetworkN::<T>::get(NetUid::ROOT) <= ROOT_SEATS,
            "root has too many seats"
        );
        Ok(())
    }
}
