//! The owner of a subnet, for whom locks on its hotkey count in full at once, and who can lose the
//! subnet to the hotkey with the highest conviction (spec 50 §11.8, 90 §25).

use frame_support::weights::Weight;
use sp_runtime::DispatchResult;
use subtensor_fixed::U64F64;
use subtensor_locks::Bucket;
use subtensor_primitives::NetUid;

use super::pack;
use crate::{
    Config, Hotkeys, Leases, Ledger, Locks, Neurons, Schedule, Subnets, WeightInfo,
    pallet::{DecayingHotkeyLock, DecayingOwnerLock, HotkeyLock, LocksOnHotkey, OwnerLock},
};

/// Blocks for which the owner of a new subnet cannot lose it: a year of 7 200 a day, and a quarter.
pub(super) const YEAR: u64 = 7_200 * 365 + 1_800;
/// What the conviction has to exceed, in hundredths of the alpha that holders have.
const PERCENT_TO_WIN: u64 = 18;

impl<T: Config> Locks<T> {
    /// The hotkey `after` takes the place of `before` as the owner's in this block; the caller has
    /// not written it yet. Conviction of the locks on the one goes on from their masses, that of
    /// the other's is their masses from now on. No lock is touched: `owned_until` says from when
    /// on each of them grows.
    pub(crate) fn change_owner_hotkey(
        netuid: NetUid,
        before: Option<&T::AccountId>,
        after: &T::AccountId,
    ) {
        let now = Schedule::<T>::current_block();
        for perpetual in [true, false] {
            let left = before.map(|hotkey| {
                let left = Self::bucket(netuid, hotkey, perpetual);
                Self::note_change(netuid, hotkey, perpetual, left, Some(now))
            });
            let won = Self::bucket(netuid, after, perpetual);
            let mut won = Self::note_change(netuid, after, perpetual, won, None);
            won.sum.conviction = U64F64::from_num(won.sum.mass);
            let kept = |bucket: Bucket| (bucket.locks > 0).then(|| pack(bucket.sum));
            if perpetual {
                HotkeyLock::<T>::remove(netuid, after);
                OwnerLock::<T>::set(netuid, kept(won));
            } else {
                DecayingHotkeyLock::<T>::remove(netuid, after);
                DecayingOwnerLock::<T>::set(netuid, kept(won));
            }
            if let (Some(hotkey), Some(sum)) = (before, left.and_then(kept)) {
                if perpetual {
                    HotkeyLock::<T>::insert(netuid, hotkey, sum);
                } else {
                    DecayingHotkeyLock::<T>::insert(netuid, hotkey, sum);
                }
            }
        }
    }

    /// Notes beside the locks of a kind on a hotkey that it is the owner's now, or was until this
    /// block.
    fn note_change(
        netuid: NetUid,
        hotkey: &T::AccountId,
        perpetual: bool,
        mut bucket: Bucket,
        owned_until: Option<u64>,
    ) -> Bucket {
        bucket.change_owner();
        LocksOnHotkey::<T>::mutate_exists(netuid, hotkey, |counts| {
            if let Some(counts) = counts {
                counts.of(perpetual).drift = bucket.drift;
                counts.owned_until = owned_until;
            }
        });
        bucket
    }

    /// Hands a subnet to the coldkey of the hotkey that has won it, if one has. The hotkey gets a
    /// uid first, without paying; if there is none, nothing happens. Returns the weight of that.
    pub(crate) fn hand_over_if_won(netuid: NetUid) -> Weight {
        let Some((coldkey, hotkey)) = Self::winner(netuid) else {
            return T::WeightInfo::look_for_takeover();
        };
        let weight = T::WeightInfo::take_over(Neurons::<T>::uids_to_compare(netuid));
        match Self::seat(netuid, &hotkey) {
            Ok(()) => {
                Subnets::<T>::hand_over(netuid, coldkey, hotkey);
                Leases::<T>::note_loss(netuid);
            }
            Err(error) => log::info!(
                target: "subnets",
                "{hotkey:?} has won subnet {netuid}, and gets no uid: {error:?}"
            ),
        }
        weight.saturating_add(T::WeightInfo::look_for_takeover())
    }

    fn seat(netuid: NetUid, hotkey: &T::AccountId) -> DispatchResult {
        if Neurons::<T>::is_registered(netuid, hotkey) {
            return Ok(());
        }
        let place = Neurons::<T>::vacancy_for_newcomer(netuid)?;
        Neurons::<T>::fill_vacancy(netuid, hotkey, place).map(|_| ())
    }

    /// Coldkey and hotkey of whoever has won a subnet from its owner.
    fn winner(netuid: NetUid) -> Option<(T::AccountId, T::AccountId)> {
        let held = Ledger::<T>::alpha_of_holders(netuid).to_u64();
        let safe_until = Subnets::<T>::registered_at(netuid).saturating_add(YEAR);
        if netuid.is_root() || held == 0 || Schedule::<T>::current_block() < safe_until {
            return None;
        }
        let (hotkey, conviction) = Self::most_convicted(netuid)?;
        let bar = U64F64::from_num(held.saturating_mul(PERCENT_TO_WIN));
        let has_won = conviction.saturating_mul(U64F64::from_num(100)) > bar
            && Hotkeys::<T>::hotkey_account_exists(&hotkey);
        let coldkey = Hotkeys::<T>::owner_of(&hotkey);
        (has_won && coldkey != Subnets::<T>::owner(netuid)).then_some((coldkey, hotkey))
    }
}
