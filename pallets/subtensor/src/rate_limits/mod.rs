//! When accounts and subnets may act again (spec 30 §14).

pub mod storage;

use codec::Decode;
use core::marker::PhantomData;
use frame_support::traits::Get;
use subtensor_primitives::NetUid;

use crate::{
    Children, Config, Hyperparameter, RateLimitKey, Schedule, Subnets,
    domain::{Domain, HotkeySwap},
    pallet::{
        LastRateLimitedBlock, OwnerHyperparamRateLimit, TransactionKeyLastBlock,
        TxDelegateTakeRateLimit, TxRateLimit, WeightsVersionKeyRateLimit,
    },
};

/// Blocks between two changes of the mechanisms of a subnet by its owner.
const MECHANISM_INTERVAL: u64 = 7_200;

/// Blocks between two trimmings of a subnet by its owner.
const TRIMMING_INTERVAL: u64 = 216_000;

/// Blocks between two changes of the owner hotkey of a subnet, by whomever.
const OWNER_HOTKEY_INTERVAL: u64 = 50_400;

/// Blocks between two namings of the children of a hotkey on a subnet; as on the published local
/// images on fast chains.
const CHILDREN_INTERVAL: u64 = 150;
const FAST_CHILDREN_INTERVAL: u64 = 15;

/// Blocks between two uses of any kind by the owner of a subnet on a fast chain.
const FAST_OWNER_INTERVAL: u64 = 1;

/// Actions whose last block is remembered by account and subnet. The numbers are part of the
/// storage key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Action {
    /// Children were named.
    Children = 0,
    /// The take on child keys was changed.
    ChildkeyTake = 1,
    /// The version key of weights was changed.
    WeightsVersion = 4,
    /// The number of mechanisms was changed.
    MechanismCount = 7,
    /// The emission of the mechanisms was changed.
    MechanismEmission = 8,
    /// The uids were trimmed.
    Trimming = 9,
    /// The tempo was changed.
    Tempo = 11,
}

/// When somebody may act again.
pub struct RateLimits<T>(PhantomData<T>);

impl<T: Config> RateLimits<T> {
    /// Whether enough blocks have passed since an account last used something on a subnet.
    pub fn passes_action_limit(who: &T::AccountId, netuid: NetUid, what: Action) -> bool {
        let is_fast = T::FastTiming::get();
        let limit = match what {
            Action::Children if is_fast => FAST_CHILDREN_INTERVAL,
            Action::Children => CHILDREN_INTERVAL,
            Action::ChildkeyTake => Children::<T>::take_rate_limit(),
            _ if is_fast => FAST_OWNER_INTERVAL,
            Action::Tempo => T::MinTempo::get().into(),
            Action::WeightsVersion => {
                let tempos = WeightsVersionKeyRateLimit::<T>::get();
                tempos.saturating_mul(Schedule::<T>::tempo(netuid))
            }
            Action::MechanismCount | Action::MechanismEmission => MECHANISM_INTERVAL,
            Action::Trimming => TRIMMING_INTERVAL,
        };
        Self::is_past(
            TransactionKeyLastBlock::<T>::get((who, netuid, what as u16)),
            limit,
        )
    }

    /// Remembers the use.
    pub fn note_action(who: &T::AccountId, netuid: NetUid, what: Action) {
        Subnets::<T>::note_account(netuid, who);
        TransactionKeyLastBlock::<T>::insert(
            (who, netuid, what as u16),
            Schedule::<T>::current_block(),
        );
    }

    /// Whether the owner may change a hyperparameter again.
    pub fn passes_hyperparameter_limit(netuid: NetUid, what: Hyperparameter) -> bool {
        let key = RateLimitKey::OwnerHyperparamUpdate(netuid, what);
        let tempos = u64::from(OwnerHyperparamRateLimit::<T>::get());
        let limit = tempos.saturating_mul(Schedule::<T>::tempo(netuid));
        Self::is_past(LastRateLimitedBlock::<T>::get(key), limit)
    }

    /// Remembers that the owner changed a hyperparameter.
    pub fn note_hyperparameter_change(netuid: NetUid, what: Hyperparameter) {
        let key = RateLimitKey::OwnerHyperparamUpdate(netuid, what);
        LastRateLimitedBlock::<T>::insert(key, Schedule::<T>::current_block());
    }

    /// Whether the owner hotkey of a subnet may be changed again.
    pub(crate) fn passes_owner_hotkey_limit(netuid: NetUid) -> bool {
        let key = RateLimitKey::SetSNOwnerHotkey(netuid);
        let limit = if T::FastTiming::get() {
            FAST_OWNER_INTERVAL
        } else {
            OWNER_HOTKEY_INTERVAL
        };
        Self::is_past(LastRateLimitedBlock::<T>::get(key), limit)
    }

    /// Remembers that the owner hotkey of a subnet was changed.
    pub(crate) fn note_owner_hotkey_change(netuid: NetUid) {
        let key = RateLimitKey::SetSNOwnerHotkey(netuid);
        LastRateLimitedBlock::<T>::insert(key, Schedule::<T>::current_block());
    }

    /// Whether the take of a delegate may be raised: more than the limit after its last change.
    pub(crate) fn passes_take_limit(hotkey: &T::AccountId) -> bool {
        let key = RateLimitKey::LastTxBlockDelegateTake(hotkey.clone());
        let (last, limit) = (
            LastRateLimitedBlock::<T>::get(key),
            TxDelegateTakeRateLimit::<T>::get(),
        );
        limit == 0 || last == 0 || Schedule::<T>::current_block().saturating_sub(last) > limit
    }

    /// Remembers that the take of a delegate was changed.
    pub(crate) fn note_take_change(hotkey: &T::AccountId) {
        let key = RateLimitKey::LastTxBlockDelegateTake(hotkey.clone());
        LastRateLimitedBlock::<T>::insert(key, Schedule::<T>::current_block());
    }

    /// Whether a coldkey may swap keys: more than the limit after it last did.
    pub(crate) fn passes_key_swap_limit(coldkey: &T::AccountId) -> bool {
        let last = LastRateLimitedBlock::<T>::get(RateLimitKey::LastTxBlock(coldkey.clone()));
        let limit = TxRateLimit::<T>::get();
        limit == 0 || last == 0 || Schedule::<T>::current_block().saturating_sub(last) > limit
    }

    /// Remembers that a coldkey swapped keys.
    pub(crate) fn note_key_swap(coldkey: &T::AccountId) {
        let key = RateLimitKey::LastTxBlock(coldkey.clone());
        LastRateLimitedBlock::<T>::insert(key, Schedule::<T>::current_block());
    }

    /// The first use always passes.
    pub(crate) fn is_past(last: u64, limit: u64) -> bool {
        last == 0 || Schedule::<T>::current_block().saturating_sub(last) >= limit
    }

    /// Block of the last creation of a subnet; 0 before the first.
    pub(crate) fn last_network_block() -> u64 {
        LastRateLimitedBlock::<T>::get(RateLimitKey::NetworkLastRegistered)
    }

    /// Remembers that a subnet was created.
    pub(crate) fn note_network() {
        LastRateLimitedBlock::<T>::insert(
            RateLimitKey::NetworkLastRegistered,
            Schedule::<T>::current_block(),
        );
    }
}

impl<T: Config> Domain<T> for RateLimits<T> {
    /// There is a row for each kind of use.
    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        let _ = TransactionKeyLastBlock::<T>::clear_prefix((account, netuid), u32::MAX, None);
    }

    /// The next owner starts without the rate limits of the last.
    fn forget_values(netuid: NetUid) {
        LastRateLimitedBlock::<T>::remove(RateLimitKey::SetSNOwnerHotkey(netuid));
        let all = (0..=u8::MAX).filter_map(|index| Hyperparameter::decode(&mut &[index][..]).ok());
        for what in all {
            LastRateLimitedBlock::<T>::remove(RateLimitKey::OwnerHyperparamUpdate(netuid, what));
        }
    }

    /// Nobody escapes a limit by another name.
    fn swap_hotkey(_netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if !swap.is_everywhere {
            Self::copy_limits(swap);
        }
    }

    fn swap_hotkey_everywhere(swap: &HotkeySwap<T::AccountId>) {
        Self::copy_limits(swap);
        for key in Self::limits_of(swap.old) {
            LastRateLimitedBlock::<T>::remove(key);
        }
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        let uses = TransactionKeyLastBlock::<T>::iter_keys();
        Subnets::<T>::check_noted(uses.map(|(account, netuid, _)| (account, netuid)))
    }
}

impl<T: Config> RateLimits<T> {
    /// What is remembered of a hotkey wherever it is.
    fn limits_of(hotkey: &T::AccountId) -> [RateLimitKey<T::AccountId>; 3] {
        [
            RateLimitKey::LastTxBlock(hotkey.clone()),
            RateLimitKey::LastTxBlockDelegateTake(hotkey.clone()),
            RateLimitKey::LastTxBlockChildKeyTake(hotkey.clone()),
        ]
    }

    fn copy_limits(swap: &HotkeySwap<T::AccountId>) {
        let limits = Self::limits_of(swap.old).into_iter();
        for (key, of_new) in limits.zip(Self::limits_of(swap.new)) {
            let last = LastRateLimitedBlock::<T>::get(key);
            if last > LastRateLimitedBlock::<T>::get(&of_new) {
                LastRateLimitedBlock::<T>::insert(of_new, last);
            }
        }
    }
}
