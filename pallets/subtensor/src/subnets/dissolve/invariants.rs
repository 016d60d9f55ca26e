//! What holds between blocks while subnets are dissolved, for `try_state`.

use frame_support::ensure;
use sp_runtime::TryRuntimeError;

use crate::{
    Config, Dissolution, Subnets,
    pallet::{
        AutoStakeDestination, AutoStakeDestinationColdkeys, ChildKeys, ChildkeyTake,
        CurrentDissolveCleanupStatus, DissolveCleanupQueue, ParentKeys, PoolStakers,
        SubnetAccounts, TotalHotkeyAlpha, TransactionKeyLastBlock,
    },
};

impl<T: Config> Dissolution<T> {
    /// A subnet that is being dissolved is queued once and does not exist; creations that wait are paid for.
    pub(crate) fn check_dissolutions() -> Result<(), TryRuntimeError> {
        let mut dissolving = DissolveCleanupQueue::<T>::get();
        let count = dissolving.len();
        dissolving.sort_unstable();
        dissolving.dedup();
        ensure!(dissolving.len() == count, "a subnet is dissolved twice");
        ensure!(
            dissolving
                .iter()
                .all(|netuid| !Subnets::<T>::subnet_exists(*netuid)),
            "a subnet that is dissolved still exists"
        );
        let current = CurrentDissolveCleanupStatus::<T>::get().map(|status| status.netuid);
        let first = DissolveCleanupQueue::<T>::get().first().copied();
        ensure!(
            current.is_none() || current == first,
            "the subnet that is being erased is not the first in the queue"
        );
        Subnets::<T>::check_registration_queue()
    }

    /// Every row of a map that begins with an account can be found by its subnet.
    pub(crate) fn check_accounts() -> Result<(), TryRuntimeError> {
        let relations = ChildKeys::<T>::iter_keys().chain(ParentKeys::<T>::iter_keys());
        let takes = ChildkeyTake::<T>::iter_keys().chain(AutoStakeDestination::<T>::iter_keys());
        let lists = AutoStakeDestinationColdkeys::<T>::iter_keys();
        let uses = TransactionKeyLastBlock::<T>::iter_keys();
        let uses = uses.map(|(account, netuid, _)| (account, netuid));
        let without_stakers = TotalHotkeyAlpha::<T>::iter_keys()
            .filter(|(hotkey, netuid)| !PoolStakers::<T>::contains_key(netuid, hotkey))
            .filter(|(_, netuid)| !Self::is_being_dissolved(*netuid));
        let others = uses.chain(without_stakers);
        for (account, netuid) in relations.chain(takes).chain(lists).chain(others) {
            ensure!(
                SubnetAccounts::<T>::contains_key(netuid, account),
                "an account is not in the index of a subnet"
            );
        }
        Ok(())
    }
}
