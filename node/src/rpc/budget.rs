//! Memory for answers that are not sent yet, and turns at making them, so that no client takes what
//! others need. The server itself answers whatever arrives on a connection at once, and keeps the
//! answers until the client reads them.
//!
//! A call takes a turn of its address before it is executed. Its answer waits for room on its
//! connection, for its address and in all, and then keeps it until it is written to the socket.
//! What does not get room in time is replaced by an error.

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};

use futures::task::AtomicWaker;
use jsonrpsee::tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// What room is counted in, in bytes.
const UNIT: usize = 1024;
/// Answers of all connections together, in units.
const ALL: usize = 512 * 1024;
/// Answers of one address, in units.
const OF_ADDRESS: usize = 64 * 1024;
/// Answers of one connection, in units. An answer that is larger counts as large as this.
const OF_CONNECTION: usize = 16 * 1024;
/// Calls of one address that are executed or wait for room with their answers.
const TURNS: usize = 32;
/// Calls of one connection that have arrived and are not answered. Beyond, nothing is read from it.
const ARRIVED: usize = 256;
/// How long an answer waits for room.
const PATIENCE: Duration = Duration::from_secs(20);
/// What is kept for answers that are never sent, such as those of a batch that was too large, is
/// free again when the connection has sent nothing for so long.
const FORGOTTEN: Duration = Duration::from_secs(5);

/// All connections.
pub(super) struct Budget {
    room: Arc<Semaphore>,
    most_connections: usize,
    addresses: Mutex<HashMap<IpAddr, Arc<Address>>>,
}

impl Budget {
    /// A budget in which an address has at most so many connections.
    pub(super) fn new(most_connections: usize) -> Self {
        Self {
            room: Arc::new(Semaphore::new(ALL)),
            most_connections,
            addresses: Mutex::default(),
        }
    }

    /// A new connection, unless its address has enough of them. Those of this machine may be of
    /// anybody behind a proxy, and have no limit.
    pub(super) fn admit(&self, ip: IpAddr) -> Option<Arc<Connection>> {
        let mut addresses = self
            .addresses
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        addresses.retain(|_, address| address.connections.load(Ordering::Relaxed) > 0);
        let address = addresses.entry(ip).or_default();
        if !ip.is_loopback() && address.connections.load(Ordering::Relaxed) >= self.most_connections
        {
            return None;
        }
        address.connections.fetch_add(1, Ordering::Relaxed);
        Some(Arc::new(Connection {
            rooms: [
                Arc::new(Semaphore::new(OF_CONNECTION)),
                address.room.clone(),
                self.room.clone(),
            ],
            address: address.clone(),
            unsent: Mutex::default(),
            arrived: AtomicUsize::new(0),
            reader: AtomicWaker::new(),
        }))
    }
}

/// Who connects from one address.
struct Address {
    connections: AtomicUsize,
    room: Arc<Semaphore>,
    turns: Arc<Semaphore>,
}

impl Default for Address {
    fn default() -> Self {
        Self {
            connections: AtomicUsize::new(0),
            room: Arc::new(Semaphore::new(OF_ADDRESS)),
            turns: Arc::new(Semaphore::new(TURNS)),
        }
    }
}

/// One connection.
pub(super) struct Connection {
    address: Arc<Address>,
    /// Of the connection, of its address, and of all.
    rooms: [Arc<Semaphore>; 3],
    unsent: Mutex<Unsent>,
    arrived: AtomicUsize,
    reader: AtomicWaker,
}

/// Answers that are not sent yet.
#[derive(Default)]
struct Unsent {
    /// Their bytes.
    bytes: usize,
    /// The room that is kept for them.
    held: Vec<OwnedSemaphorePermit>,
    /// Since when everything is sent that was written to the socket.
    flushed: Option<Instant>,
}

/// There was no room for an answer in time.
#[derive(Debug)]
pub(super) struct NoRoom;

impl Connection {
    fn unsent(&self) -> MutexGuard<'_, Unsent> {
        self.unsent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a call until what is returned is dropped.
    pub(super) fn arrive(self: &Arc<Self>) -> Arrived {
        self.arrived.fetch_add(1, Ordering::Relaxed);
        Arrived(self.clone())
    }

    /// Waits for a turn to execute a call.
    pub(super) async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        // Nobody closes the semaphore.
        self.address.turns.clone().acquire_owned().await.ok()
    }

    /// Waits for room for an answer.
    pub(super) async fn keep(&self, bytes: usize) -> Result<(), NoRoom> {
        self.unsent().forget();
        let units = u32::try_from(units(bytes)).unwrap_or(u32::MAX);
        let mut held = Vec::with_capacity(self.rooms.len());
        for room in &self.rooms {
            let permit = timeout(PATIENCE, room.clone().acquire_many_owned(units)).await;
            held.push(permit.map_err(|_| NoRoom)?.map_err(|_| NoRoom)?);
        }
        self.unsent().add(bytes, held);
        Ok(())
    }

    /// Notes what was written to the socket.
    pub(super) fn sent(&self, bytes: usize) {
        let mut unsent = self.unsent();
        unsent.flushed = None;
        unsent.bytes = unsent.bytes.saturating_sub(bytes);
        unsent.give_back();
    }

    /// Notes that nothing is left between the server and the socket.
    pub(super) fn flushed(&self) {
        self.unsent().flushed = Some(Instant::now());
    }

    /// Whether more calls may be read.
    pub(super) fn poll_may_read(&self, context: &Context<'_>) -> Poll<()> {
        self.reader.register(context.waker());
        if self.arrived.load(Ordering::Relaxed) < ARRIVED {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.address.connections.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Unsent {
    fn add(&mut self, bytes: usize, held: Vec<OwnedSemaphorePermit>) {
        self.bytes = self.bytes.saturating_add(bytes);
        self.flushed = None;
        if self.held.is_empty() {
            self.held = held;
        } else {
            for (sum, permit) in self.held.iter_mut().zip(held) {
                sum.merge(permit);
            }
        }
    }

    /// Gives back the room of what is sent.
    fn give_back(&mut self) {
        let needed = if self.bytes == 0 {
            0
        } else {
            units(self.bytes)
        };
        for permit in &mut self.held {
            let surplus = permit.num_permits().saturating_sub(needed);
            drop(permit.split(surplus));
        }
    }

    /// Gives back the room of answers that nobody is going to send any more.
    fn forget(&mut self) {
        if self
            .flushed
            .is_some_and(|since| since.elapsed() > FORGOTTEN)
        {
            self.bytes = 0;
            self.give_back();
        }
    }
}

/// A call that is not answered yet.
pub(super) struct Arrived(Arc<Connection>);

impl Drop for Arrived {
    fn drop(&mut self) {
        self.0.arrived.fetch_sub(1, Ordering::Relaxed);
        self.0.reader.wake();
    }
}

/// Room for so many bytes.
fn units(bytes: usize) -> usize {
    bytes.div_ceil(UNIT).clamp(1, OF_CONNECTION)
}
