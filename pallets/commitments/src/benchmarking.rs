//! Benchmarks of the calls and of what the hook does.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use frame_benchmarking::v2::*;
use frame_support::{
    BoundedVec,
    traits::{Currency, Get, ReservableCurrency},
    weights::{Weight, WeightMeter},
};
use frame_system::RawOrigin;
use subtensor_primitives::{CommitmentsInterface, NetUid};
use subtensor_timelock::{SIGNATURE_BYTES, Secrets, public_key, seal, sign};

use crate::{
    Call, CommitmentOf, Config, LastBondsReset, MaxSpace, NextRevealRound, Pallet,
    RevealedCommitments, TimelockChanges, TimelockedIndex,
    reveal::MAX_REVEALED,
    types::{CommitmentInfo, Data, MAX_SEALED, Registration},
};

/// What the benchmarks need of the chain.
pub trait Setup: Config {
    /// A hotkey with a uid on a subnet.
    fn registered() -> (NetUid, Self::AccountId);

    /// Lets the beacon, whose public key is of no account here, sign its newest round.
    fn pulse(round: u64, signature: [u8; SIGNATURE_BYTES]);
}

/// Secret of the beacon.
const SECRET: [u8; 32] = [7; 32];
/// A round that comes later than those that are opened.
const LATER: u64 = 1_000;
/// Where the commitments are that the hook looks at.
const NETUID: NetUid = NetUid::new(9);

type Fields<T> = BoundedVec<Data, <T as Config>::MaxFields>;

fn fields<T: Config>(fields: Vec<Data>) -> Fields<T> {
    Fields::<T>::truncate_from(fields)
}

/// A sealed field of so many bytes that do not open.
fn noise(bytes: u32, reveal_round: u64) -> Data {
    Data::TimelockEncrypted {
        encrypted: BoundedVec::truncate_from(vec![0; bytes as usize]),
        reveal_round,
    }
}

/// A sealed field as long as one can be.
fn note(reveal_round: u64) -> Result<Data, BenchmarkError> {
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let sealed = |message: &[u8]| {
        seal(&public_key(&SECRET), reveal_round, &secrets, message).ok_or("the key is none")
    };
    let room = MAX_SEALED as usize - sealed(&[])?.len();
    Ok(Data::TimelockEncrypted {
        encrypted: BoundedVec::truncate_from(sealed(&vec![4; room])?),
        reveal_round,
    })
}

fn publish<T: Config>(who: &T::AccountId, fields: Fields<T>) {
    let registration = Registration {
        deposit: T::InitialDeposit::get(),
        block: frame_system::Pallet::<T>::block_number(),
        info: CommitmentInfo { fields },
    };
    CommitmentOf::<T>::insert(NETUID, who, registration);
}

/// Puts those into the index who wait for a round that has been, and lets the hook begin there.
fn wait<T: Setup>(waiting: Vec<T::AccountId>, rounds: u64) {
    for round in 1..=rounds {
        T::pulse(round, sign(&SECRET, round));
    }
    let index: BTreeSet<_> = waiting.into_iter().map(|who| (NETUID, who)).collect();
    TimelockedIndex::<T>::put(index);
    NextRevealRound::<T>::put(1);
}

/// As many notes as are kept of a hotkey.
fn reveal_before<T: Config>(who: &T::AccountId) {
    let notes = vec![(vec![5; MAX_SEALED as usize], 1); MAX_REVEALED];
    RevealedCommitments::<T>::insert(NETUID, who, notes);
}

fn newest<T: Config>(who: &T::AccountId) -> Option<u64> {
    let notes = RevealedCommitments::<T>::get(NETUID, who)?;
    notes.last().map(|(_, block)| *block)
}

/// Block of the hook.
const NOW: u64 = 50;

#[benchmarks(where T: Setup)]
mod benchmarks {
    use super::*;

    /// The longest fields, one of which asks for a reset of bonds, in place of others that were not
    /// sealed.
    #[benchmark]
    fn set_commitment() {
        let (netuid, who) = T::registered();
        MaxSpace::<T>::put(u32::MAX);
        let before = Registration::<T> {
            deposit: T::InitialDeposit::get(),
            block: frame_system::Pallet::<T>::block_number(),
            info: CommitmentInfo {
                fields: fields::<T>(vec![Data::None; 3]),
            },
        };
        CommitmentOf::<T>::insert(netuid, &who, before);
        NextRevealRound::<T>::put(u64::MAX);
        let sealed = vec![
            Data::ResetBondsFlag,
            noise(MAX_SEALED, LATER),
            noise(MAX_SEALED, LATER),
        ];
        let info = CommitmentInfo {
            fields: fields::<T>(sealed),
        };

        #[extrinsic_call]
        _(
            RawOrigin::Signed(who.clone()),
            netuid,
            alloc::boxed::Box::new(info),
        );

        assert!(LastBondsReset::<T>::contains_key(netuid, &who));
        assert_eq!(TimelockChanges::<T>::get(), [(netuid, who)]);
    }

    #[benchmark]
    fn set_max_space() {
        #[extrinsic_call]
        _(RawOrigin::Root, 7);

        assert_eq!(MaxSpace::<T>::get(), 7);
    }

    /// With so many fields.
    #[benchmark]
    fn check_commitment() {
        let (netuid, who) = T::registered();
        let info = CommitmentInfo {
            fields: fields::<T>(vec![noise(MAX_SEALED, LATER); T::MaxFields::get() as usize]),
        };
        MaxSpace::<T>::put(u32::MAX);
        let checked;

        #[block]
        {
            checked = Pallet::<T>::check_commitment(&who, netuid, &info);
        }

        assert!(checked.is_ok());
    }

    #[benchmark]
    fn look_for_reveals() {
        NextRevealRound::<T>::put(u64::MAX);

        #[block]
        {
            Pallet::<T>::go_on_revealing(NOW);
        }

        assert!(TimelockedIndex::<T>::get().is_empty());
    }

    /// So many changes of an index with so many entries.
    #[benchmark]
    fn update_index(e: Linear<0, 4_000>, c: Linear<1, 100>) {
        NextRevealRound::<T>::put(u64::MAX);
        let entry = |name, index| (NETUID, account::<T::AccountId>(name, index, 0));
        let index: BTreeSet<_> = (0..e).map(|index| entry("before", index)).collect();
        TimelockedIndex::<T>::put(index);
        let changes: Vec<_> = (0..c).map(|index| entry("new", index)).collect();
        for (_, who) in &changes {
            publish::<T>(who, fields::<T>(vec![noise(MAX_SEALED, LATER); 3]));
        }
        TimelockChanges::<T>::put(changes);

        #[block]
        {
            Pallet::<T>::go_on_revealing(NOW);
        }

        assert_eq!(TimelockedIndex::<T>::get().len() as u32, e + c);
    }

    /// So many entries, of each of which one field opens and the others do not.
    #[benchmark]
    fn visit_entries(v: Linear<0, 8>) -> Result<(), BenchmarkError> {
        let mut waiting = Vec::new();
        for index in 0..v {
            let (who, round) = (account("hotkey", index, 0), u64::from(index) + 1);
            let mut sealed = vec![noise(MAX_SEALED, round); 3];
            sealed.insert(0, note(round)?);
            // It gets its deposit back.
            T::Currency::make_free_balance_be(&who, u32::MAX.into());
            T::Currency::reserve(&who, T::InitialDeposit::get())?;
            publish::<T>(&who, fields::<T>(sealed));
            reveal_before::<T>(&who);
            waiting.push(who);
        }
        wait::<T>(waiting.clone(), 8);

        #[block]
        {
            Pallet::<T>::go_on_revealing(NOW);
        }

        assert!(waiting.iter().all(|who| newest::<T>(who) == Some(NOW)));
        Ok(())
    }

    /// So many fields of an entry, each of a round of its own.
    #[benchmark]
    fn open_fields(f: Linear<1, { T::MaxFields::get() }>) -> Result<(), BenchmarkError> {
        let who: T::AccountId = account("hotkey", 0, 0);
        let mut sealed = Vec::new();
        for round in 1..=u64::from(f) {
            sealed.push(note(round)?);
        }
        publish::<T>(&who, fields::<T>(sealed));
        reveal_before::<T>(&who);
        wait::<T>(vec![who.clone()], f.into());

        #[block]
        {
            Pallet::<T>::go_on_revealing(NOW);
        }

        assert_eq!(newest::<T>(&who), Some(NOW));
        assert!(!CommitmentOf::<T>::contains_key(NETUID, &who));
        Ok(())
    }

    /// So many rows of a subnet that is no more.
    #[benchmark]
    fn purge_rows(r: Linear<0, 100>) {
        for index in 0..r {
            let who = account("hotkey", index, 0);
            publish::<T>(&who, fields::<T>(vec![noise(MAX_SEALED, LATER); 3]));
        }
        let mut meter = WeightMeter::with_limit(Weight::MAX);
        let is_done;

        #[block]
        {
            is_done = Pallet::<T>::purge_netuid(NETUID, &mut meter);
        }

        assert!(is_done);
        assert_eq!(TimelockChanges::<T>::get().len() as u32, r);
    }
}
