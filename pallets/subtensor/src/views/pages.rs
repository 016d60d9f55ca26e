//! Pages of the answers that grow with the chain, for `PagedReadsRuntimeApi`: that of the public
//! network has none (spec 70 §22.4). A page looks at a bounded number of rows, names where the next
//! one starts, and is the last if it names nothing.

use alloc::vec::Vec;
use codec::Compact;
use subtensor_primitives::NetUid;

use super::{
    Metagraph,
    delegate::{DelegateInfo, KnownSubnets, Pools},
    subnet::SubnetView,
    tables::view_struct,
};
use crate::{
    Config, Views,
    pallet::{AlphaV2, Delegates},
};

/// Subnets on a page of metagraphs.
const MAX_SUBNETS: usize = 16;
/// Rows of any other page.
pub(super) const MAX_ROWS: usize = 256;

/// Rows of a page of which `limit` were asked for: at most `max`, for which 0 stands too.
pub(super) fn page_size(limit: u32, max: usize) -> usize {
    match limit as usize {
        0 => max,
        size => size.min(max),
    }
}

/// Where the page behind these rows starts, of a full page.
pub(super) fn next_page<Row: Clone>(rows: &[Row], size: usize) -> Option<Row> {
    (rows.len() == size).then(|| rows.last().cloned()).flatten()
}

view_struct! {
    /// Metagraphs by ascending netuid.
    MetagraphPage<AccountId> {
        metagraphs: Vec<Metagraph<AccountId>>,
        /// The subnet that the next page starts after; none at the end.
        next: Option<NetUid>,
    }
}

view_struct! {
    /// Delegates without their nominators, in the order of storage.
    DelegatePage<AccountId> {
        delegates: Vec<DelegateInfo<AccountId>>,
        /// The hotkey that the next page starts after; none at the end.
        next: Option<AccountId>,
    }
}

view_struct! {
    /// Positions on one hotkey, in the order of storage.
    NominatorPage<AccountId> {
        /// Coldkey, subnet, and what it holds there, in rao of alpha.
        nominators: Vec<(AccountId, Compact<NetUid>, Compact<u64>)>,
        /// The position that the next page starts after; none at the end.
        next: Option<(AccountId, NetUid)>,
    }
}

impl<T: Config> Views<T> {
    /// So many subnets behind one, and where the next page starts.
    fn subnets_behind(
        start_after: Option<NetUid>,
        limit: u32,
    ) -> (Vec<SubnetView<T>>, Option<NetUid>) {
        let size = page_size(limit, MAX_SUBNETS);
        let views: Vec<SubnetView<T>> = SubnetView::<T>::all()
            .filter(|view| start_after.is_none_or(|start| view.netuid > start))
            .take(size)
            .collect();
        let last = (views.len() == size).then(|| views.last()).flatten();
        let next = last.map(|view| view.netuid);
        (views, next)
    }

    /// Metagraphs of at most `limit` subnets, 0 and more than 16 standing for 16, behind
    /// `start_after`.
    pub fn get_metagraph_page(
        start_after: Option<NetUid>,
        limit: u32,
    ) -> MetagraphPage<T::AccountId> {
        let (views, next) = Self::subnets_behind(start_after, limit);
        MetagraphPage {
            metagraphs: views.iter().map(SubnetView::metagraph).collect(),
            next,
        }
    }

    /// Metagraphs of all mechanisms of at most `limit` subnets, 0 and more than 16 standing for 16,
    /// behind `start_after`.
    pub fn get_mechagraph_page(
        start_after: Option<NetUid>,
        limit: u32,
    ) -> MetagraphPage<T::AccountId> {
        let (views, next) = Self::subnets_behind(start_after, limit);
        MetagraphPage {
            metagraphs: views.iter().flat_map(SubnetView::mechagraphs).collect(),
            next,
        }
    }

    /// At most `limit` delegates, 0 and more than 256 standing for 256, behind `start_after`.
    pub fn get_delegate_page(
        start_after: Option<T::AccountId>,
        limit: u32,
    ) -> DelegatePage<T::AccountId> {
        let size = page_size(limit, MAX_ROWS);
        let rows = match start_after {
            Some(hotkey) => Delegates::<T>::iter_from(Delegates::<T>::hashed_key_for(hotkey)),
            None => Delegates::<T>::iter(),
        };
        let mut subnets = KnownSubnets::<T>::none();
        let delegates: Vec<DelegateInfo<T::AccountId>> = rows
            .take(size)
            .map(|(hotkey, take)| subnets.delegate_info(hotkey, take, Vec::new()))
            .collect();
        let last = (delegates.len() == size).then(|| delegates.last());
        DelegatePage {
            next: last.flatten().map(|info| info.delegate_ss58.clone()),
            delegates,
        }
    }

    /// Of at most `limit` positions on a hotkey, 0 and more than 256 standing for 256, behind
    /// `start_after`, those that are not empty.
    pub fn get_nominator_page(
        hotkey: T::AccountId,
        start_after: Option<(T::AccountId, NetUid)>,
        limit: u32,
    ) -> NominatorPage<T::AccountId> {
        let size = page_size(limit, MAX_ROWS);
        let keys = match start_after {
            Some((coldkey, netuid)) => AlphaV2::<T>::iter_key_prefix_from(
                (&hotkey,),
                AlphaV2::<T>::hashed_key_for((&hotkey, &coldkey, netuid)),
            ),
            None => AlphaV2::<T>::iter_key_prefix((&hotkey,)),
        };
        let keys: Vec<(T::AccountId, NetUid)> = keys.take(size).collect();
        let next = next_page(&keys, size);
        let mut pools = Pools::<T>::of(&hotkey);
        let held = keys.into_iter().filter_map(|(coldkey, netuid)| {
            let amount = pools.held_by(&coldkey, netuid)?;
            Some((coldkey, Compact(netuid), Compact(amount)))
        });
        NominatorPage {
            nominators: held.collect(),
            next,
        }
    }
}
