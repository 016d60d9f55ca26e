//! What clients may have of the node at once, so that none takes what others need: connections,
//! turns at executing something, and memory for answers.
//!
//! A message takes a turn before it is executed, and keeps it until there is room for its answer;
//! the answer keeps the room until its client has taken it. So what is in memory is what has room
//! and what has a turn, and no more. Small answers need no room, so that who reads nothing holds up
//! nobody else: a connection has few of them (`socket`).

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use jsonrpsee::tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// What room is counted in, in bytes.
const UNIT: usize = 1024;
/// Room for answers of all connections together, in units.
const ROOM: usize = 512 * 1024;
/// Room for answers of one address, in units. One that is larger counts as large as this.
const ROOM_OF_ADDRESS: usize = 64 * 1024;
/// The largest answer that needs no room, in bytes.
const SMALL: usize = 64 * 1024;
/// Messages that are executed at once.
const TURNS: usize = 32;
/// Messages of one address that are executed at once.
const TURNS_OF_ADDRESS: usize = 16;
/// How long an answer waits for room.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is held while it is in use.
type Permit = OwnedSemaphorePermit;

/// What all connections share, or those of one address.
struct Shares {
    connections: Arc<Semaphore>,
    turns: Arc<Semaphore>,
    room: Arc<Semaphore>,
}

impl Shares {
    fn new(connections: usize, turns: usize, room: usize) -> Arc<Self> {
        let of = |count: usize| Arc::new(Semaphore::new(count.min(Semaphore::MAX_PERMITS)));
        Arc::new(Self {
            connections: of(connections),
            turns: of(turns),
            room: of(room),
        })
    }
}

/// All that clients may have.
pub(super) struct Budget {
    all: Arc<Shares>,
    connections_per_address: usize,
    addresses: Mutex<HashMap<IpAddr, Weak<Shares>>>,
}

impl Budget {
    /// A budget for so many connections, and so many of one address.
    pub(super) fn new(connections: usize, connections_per_address: usize) -> Self {
        Self {
            all: Shares::new(connections, TURNS, ROOM),
            connections_per_address,
            addresses: Mutex::default(),
        }
    }

    /// A new connection, unless there are enough, of its address or at all.
    pub(super) fn admit(&self, ip: IpAddr) -> Option<Arc<Connection>> {
        let shares = [self.of(ip), self.all.clone()];
        let mut places = Vec::new();
        for shares in &shares {
            places.push(shares.connections.clone().try_acquire_owned().ok()?);
        }
        Some(Arc::new(Connection {
            shares,
            _places: places,
        }))
    }

    /// What those of an address share. Connections of this machine may be of anybody behind a
    /// proxy, and share what all do.
    fn of(&self, ip: IpAddr) -> Arc<Shares> {
        if ip.is_loopback() {
            return Shares::new(usize::MAX, TURNS, ROOM);
        }
        let mut addresses = self
            .addresses
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        addresses.retain(|_, shares| shares.strong_count() > 0);
        if let Some(shares) = addresses.get(&ip).and_then(Weak::upgrade) {
            return shares;
        }
        let shares = Shares::new(
            self.connections_per_address,
            TURNS_OF_ADDRESS,
            ROOM_OF_ADDRESS,
        );
        addresses.insert(ip, Arc::downgrade(&shares));
        shares
    }
}

/// One connection.
pub(super) struct Connection {
    /// Of its address, and of all.
    shares: [Arc<Shares>; 2],
    _places: Vec<Permit>,
}

/// A turn at executing a message, until it is dropped.
pub(super) struct Turn(#[allow(dead_code, reason = "held")] Vec<Permit>);

/// Room for an answer, until it is dropped.
#[derive(Default)]
pub(super) struct Room(#[allow(dead_code, reason = "held")] Vec<Permit>);

impl Connection {
    /// Waits for a turn; there is none if the node is about to end.
    pub(super) async fn turn(&self) -> Option<Turn> {
        let mut held = Vec::new();
        for shares in &self.shares {
            held.push(shares.turns.clone().acquire_owned().await.ok()?);
        }
        Some(Turn(held))
    }

    /// Waits for room for an answer; there is none if others keep all of it for too long.
    pub(super) async fn room(&self, bytes: usize) -> Option<Room> {
        self.room_within(bytes, PATIENCE).await
    }

    async fn room_within(&self, bytes: usize, patience: Duration) -> Option<Room> {
        if bytes <= SMALL {
            return Some(Room::default());
        }
        let units = u32::try_from(bytes.div_ceil(UNIT).min(ROOM_OF_ADDRESS)).ok()?;
        let wait = async {
            let mut held = Vec::new();
            for shares in &self.shares {
                held.push(shares.room.clone().acquire_many_owned(units).await.ok()?);
            }
            Some(Room(held))
        };
        timeout(patience, wait).await.ok()?
    }
}
