//! Weights that are committed first, the rounds that open them, and what hotkeys publish.

use codec::{Compact, Encode};
use node_subtensor_runtime::{Runtime, RuntimeCall, System};
use pallet_commitments::{
    Call as Commit,
    types::{CommitmentInfo, Data},
};
use pallet_drand::{Call as Drand, LastStoredRound, Pulse, PulsesPayload};
use pallet_subtensor::{
    Call as Core, CommitRevealWeightsEnabled, Neurons, RevealPeriodEpochs, Schedule, WeightCommits,
};
use sp_core::{H256, Pair};
use sp_runtime::{MultiSigner, traits::ConstU32};
use subtensor_primitives::{List, MechId, NetUid, NetUidStorageIndex};
use subtensor_timelock::{Secrets, public_key, randomness, seal, sign};

use super::Draw;
use crate::economy::{
    chain::BEACON_SECRET,
    people::{HOTKEYS, Person, SUDO, sudo},
};

/// Rows to which hotkeys commit by hash.
const ROWS: u16 = 4;

/// One of these rows: uids, weights, salt.
type Row = (Vec<u16>, Vec<u16>, Vec<u16>);

fn row(number: u16) -> Row {
    let uids: Vec<u16> = (0..=number).collect();
    let weights = uids.iter().map(|uid| uid + 1).collect();
    (uids, weights, vec![number; 3])
}

fn hash(who: Person, index: NetUidStorageIndex, (uids, weights, salt): &Row) -> H256 {
    let preimage = (who.account(), index, uids, weights, salt, 0_u64);
    H256(preimage.using_encoded(sp_io::hashing::blake2_256))
}

fn list<Item: std::fmt::Debug, const MAX: u32>(items: Vec<Item>) -> List<Item, MAX> {
    items.try_into().expect("there are few")
}

impl Draw<'_> {
    /// A commit or a reveal, usually where weights are committed.
    pub(super) fn commit(&mut self) -> (Person, RuntimeCall) {
        let mut netuid = self.netuid();
        for _ in 0..6 {
            if !netuid.is_root() && CommitRevealWeightsEnabled::<Runtime>::get(netuid) {
                break;
            }
            netuid = self.netuid();
        }
        let who = self.weigher(netuid);
        let mecid = MechId::new(*self.random.pick(&[0, 0, 0, 1, 1, 2]));
        let number = self.random.below(ROWS.into()) as u16;
        let call = match self.random.below(12) {
            0 | 1 => {
                let index = NetUidStorageIndex::from_parts(netuid, MechId::MAIN);
                let commit_hash = hash(who, index, &row(number));
                Core::commit_weights {
                    netuid,
                    commit_hash,
                }
            }
            2 => {
                let index = NetUidStorageIndex::from_parts(netuid, mecid);
                let commit_hash = hash(who, index, &row(number));
                Core::commit_mechanism_weights {
                    netuid,
                    mecid,
                    commit_hash,
                }
            }
            3 => self.commit_batch(who, &row(number)),
            4..=6 => return self.reveal(netuid, mecid),
            _ => self.seal_row(who, netuid, mecid),
        };
        (who, call.into())
    }

    /// Commits on the subnets where the hotkey may, and rarely on others.
    fn commit_batch(&mut self, who: Person, row: &Row) -> Core<Runtime> {
        let (netuids, _) = self.batch_netuids(who, true);
        let commit_hashes = netuids.iter().map(|netuid| {
            let index = NetUidStorageIndex::from_parts(netuid.0, MechId::MAIN);
            hash(who, index, row)
        });
        Core::batch_commit_weights {
            commit_hashes: list(commit_hashes.collect()),
            netuids: list(netuids),
        }
    }

    /// The subnets on which a hotkey has a uid and weights are or are not committed, rarely with
    /// another one; and how many they are.
    pub(super) fn batch_netuids(
        &mut self,
        who: Person,
        commits: bool,
    ) -> (Vec<Compact<NetUid>>, usize) {
        let account = who.account();
        let is_fit = |netuid: &NetUid| {
            Neurons::<Runtime>::is_registered(*netuid, &account)
                && CommitRevealWeightsEnabled::<Runtime>::get(netuid) == commits
                && !netuid.is_root()
        };
        let mut netuids: Vec<_> = self.netuids.iter().copied().filter(is_fit).collect();
        if self.random.once_in(10) {
            netuids.push(self.netuid());
        }
        let count = netuids.len();
        (netuids.into_iter().map(Compact).collect(), count)
    }

    /// Usually a row that was committed for this epoch.
    fn reveal(&mut self, netuid: NetUid, mecid: MechId) -> (Person, RuntimeCall) {
        let mecid = if self.random.once_in(2) {
            mecid
        } else {
            MechId::MAIN
        };
        let index = NetUidStorageIndex::from_parts(netuid, mecid);
        let first = self.random.below(HOTKEYS.into()) as u32;
        let in_turn = (0..HOTKEYS).map(|number| Person::Hot((first + number) % HOTKEYS));
        let mut found = in_turn.map(|who| (who, committed(who, index)));
        let (who, mut rows) = found
            .find(|(_, rows)| !rows.is_empty())
            .unwrap_or_else(|| (self.neuron(netuid), vec![row(0)]));
        if self.random.once_in(10) {
            rows.iter_mut().for_each(|(_, _, salt)| salt.push(1));
        }
        if mecid == MechId::MAIN && self.random.once_in(3) {
            let (uids, weights, salts) = rows.into_iter().fold(
                (Vec::new(), Vec::new(), Vec::new()),
                |(mut all_uids, mut all_weights, mut all_salts), (uids, weights, salt)| {
                    all_uids.push(list(uids));
                    all_weights.push(list(weights));
                    all_salts.push(list(salt));
                    (all_uids, all_weights, all_salts)
                },
            );
            let call = Core::batch_reveal_weights {
                netuid,
                version_keys: list(vec![0; uids.len()]),
                uids_list: list(uids),
                values_list: list(weights),
                salts_list: list(salts),
            };
            return (who, call.into());
        }
        let (uids, weights, salt) = self.random.pick(&rows).clone();
        let (uids, values, salt) = (list(uids), list(weights), list(salt));
        let version_key = 0;
        let call = if mecid == MechId::MAIN {
            Core::reveal_weights {
                netuid,
                uids,
                values,
                salt,
                version_key,
            }
        } else {
            Core::reveal_mechanism_weights {
                netuid,
                mecid,
                uids,
                values,
                salt,
                version_key,
            }
        };
        (who, call.into())
    }

    /// A row sealed to a round that comes soon, far too late, or has been; now and then nothing
    /// that can be opened.
    fn seal_row(&mut self, who: Person, netuid: NetUid, mecid: MechId) -> Core<Runtime> {
        let owner = if self.random.once_in(12) {
            self.hot()
        } else {
            who
        };
        let (uids, weights, _) = row(self.random.below(ROWS.into()) as u16);
        let plain = (owner.account().encode(), uids, weights, 0_u64).encode();
        let reveal_round = self.round();
        let commit = self
            .ciphertext(&plain, reveal_round)
            .try_into()
            .expect("it is short");
        let commit_reveal_version = if self.random.once_in(20) { 3 } else { 4 };
        match self.random.below(3) {
            0 => Core::commit_timelocked_weights {
                netuid,
                commit,
                reveal_round,
                commit_reveal_version,
            },
            1 => Core::commit_crv3_mechanism_weights {
                netuid,
                mecid,
                commit,
                reveal_round,
            },
            _ => Core::commit_timelocked_mechanism_weights {
                netuid,
                mecid,
                commit,
                reveal_round,
                commit_reveal_version,
            },
        }
    }

    /// Usually one of the next rounds.
    fn round(&mut self) -> u64 {
        let last = LastStoredRound::<Runtime>::get();
        match self.random.below(30) {
            0 => u64::MAX,
            1 => last.saturating_sub(1),
            2 => last + 1_000,
            _ => last + self.random.below(6),
        }
    }

    fn ciphertext(&mut self, plain: &[u8], round: u64) -> Vec<u8> {
        let secrets = Secrets {
            key: [self.random.below(256) as u8; 32],
            sigma: [self.random.below(256) as u8; 32],
            nonce: [0; 12],
        };
        let kind = self.random.below(16);
        let sealed_to = if kind == 0 { round ^ 1 } else { round };
        let mut bytes = seal(&public_key(&BEACON_SECRET), sealed_to, &secrets, plain)
            .expect("the key is a point");
        match kind {
            1 => bytes[110] ^= 1,
            2 => bytes[0] ^= 0x80,
            3 => {
                bytes.pop();
            }
            _ => {}
        }
        bytes
    }

    /// The next pulse; now and then a wrong one, or root goes on without some.
    pub(super) fn pulse(&mut self) -> (Person, RuntimeCall) {
        let last = LastStoredRound::<Runtime>::get();
        let round = match self.random.below(16) {
            0 => last,
            1 => last + 2,
            2 => {
                let oldest_round = last + self.random.below(4);
                return (SUDO, sudo(Drand::set_oldest_stored_round { oldest_round }));
            }
            _ => last + 1,
        };
        let signed_round = round + u64::from(self.random.once_in(12));
        let signature = sign(&BEACON_SECRET, signed_round);
        let pulse = Pulse {
            round,
            randomness: randomness(&signature).to_vec().try_into().expect("it fits"),
            signature: signature.to_vec().try_into().expect("it fits"),
        };
        let worker = self.cold();
        let pulses_payload = PulsesPayload {
            block_number: System::block_number(),
            pulses: list(vec![pulse]),
            public: MultiSigner::Sr25519(worker.key().public()),
        };
        let signature = worker.key().sign(&pulses_payload.encode());
        let call = Drand::write_pulse {
            pulses_payload,
            signature: Some(signature.into()),
        };
        (worker, call.into())
    }

    /// What a hotkey says of itself.
    pub(super) fn publish(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let who = self.neuron(netuid);
        let count = self.random.below(4);
        let fields: Vec<Data> = (0..count).map(|_| self.field()).collect();
        let info = CommitmentInfo::<ConstU32<3>> {
            fields: fields.try_into().expect("there are at most three"),
        };
        let info = Box::new(info);
        (who, Commit::set_commitment { netuid, info }.into())
    }

    fn field(&mut self) -> Data {
        let bytes = vec![b'x'; self.random.below(129) as usize];
        match self.random.below(10) {
            0 => Data::None,
            1 => Data::Raw(bytes.try_into().expect("it fits")),
            2 => Data::Sha256([1; 32]),
            3 => Data::BigRaw(bytes.repeat(3).try_into().expect("it fits")),
            4 => Data::ResetBondsFlag,
            5 if self.random.once_in(4) => Data::TimelockRevealFailed {
                encrypted: bytes.try_into().expect("it fits"),
                reveal_round: 1,
            },
            _ => {
                let reveal_round = self.round();
                let encrypted = self.ciphertext(&bytes, reveal_round);
                Data::TimelockEncrypted {
                    encrypted: encrypted.try_into().expect("it fits"),
                    reveal_round,
                }
            }
        }
    }

    /// Where a hotkey serves, sometimes nowhere.
    pub(super) fn serve(&mut self) -> (Person, RuntimeCall) {
        let netuid = self.netuid();
        let who = self.neuron(netuid);
        let ip = *self
            .random
            .pick(&[0, 0x0808_0808, 0x0101_0101, 0x7F00_0001]);
        let port = self.random.below(4) as u16;
        let ip_type = *self.random.pick(&[4, 4, 4, 6, 5]);
        let (version, protocol, placeholder1, placeholder2) = (1, 4, 0, 0);
        let call = match self.random.below(3) {
            0 => Core::serve_axon {
                netuid,
                version,
                ip,
                port,
                ip_type,
                protocol,
                placeholder1,
                placeholder2,
            },
            1 => Core::serve_axon_tls {
                netuid,
                version,
                ip,
                port,
                ip_type,
                protocol,
                placeholder1,
                placeholder2,
                certificate: list(vec![7; self.random.below(70) as usize]),
            },
            _ => Core::serve_prometheus {
                netuid,
                version,
                ip,
                port,
                ip_type,
            },
        };
        (who, call.into())
    }
}

/// The rows of a hotkey that are to be revealed now.
fn committed(who: Person, index: NetUidStorageIndex) -> Vec<Row> {
    let netuid = index.netuid();
    let period = RevealPeriodEpochs::<Runtime>::get(netuid);
    let now = Schedule::<Runtime>::epoch_index(netuid);
    let queue = WeightCommits::<Runtime>::get(index, who.account()).unwrap_or_default();
    queue
        .into_iter()
        .filter(|(_, epoch, ..)| epoch + period == now)
        .filter_map(|(committed, ..)| {
            (0..ROWS)
                .map(row)
                .find(|row| hash(who, index, row) == committed)
        })
        .collect()
}
