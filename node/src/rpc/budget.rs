//! Memory for answers that are not sent yet, and turns at making them, so that no client takes what
//! others need. The server itself answers whatever arrives on a connection at once, and keeps the
//! answers until the client reads them.
//!
//! A call waits until its connection has little left to send, and for a turn of its address. Its
//! answer then waits for room on its connection, for its address and in all, and keeps it until it
//! is written to the socket. What does not get room in time is replaced by an error. Small answers
//! take the room of their connection only, so that who reads nothing holds up nobody else.

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    net::IpAddr,
    pin::pin,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};

use futures::{
    future::{Either, select},
    task::AtomicWaker,
};
use futures_timer::Delay;
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
/// What a connection may have left to send, in units, when another call of it is executed.
const LITTLE: usize = 1024;
/// The largest answer that is small, in bytes.
const SMALL: usize = 64 * 1024;
/// How long a call waits until its connection has little left to send.
const BATCH: Duration = Duration::from_secs(2);
/// Calls of one address that are executed at once.
const TURNS: usize = 32;
/// Calls of one connection that are executed or wait for room with their answers.
const SLOTS: usize = 4;
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
            slots: Arc::new(Semaphore::new(SLOTS)),
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
    slots: Arc<Semaphore>,
    unsent: Mutex<Unsent>,
    arrived: AtomicUsize,
    reader: AtomicWaker,
}

/// Answers that are not sent yet.
#[derive(Default)]
struct Unsent {
    /// Their bytes.
    bytes: usize,
    /// The room that is kept for them, in the order of the rooms.
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

    /// Waits until a call may be executed, and keeps the place of its answer; none if the client
    /// has gone meanwhile.
    pub(super) async fn slot(&self) -> Option<OwnedSemaphorePermit> {
        let slot = self.slots.clone().acquire_owned().await.ok()?;
        self.unsent().forget();
        let [own, ..] = &self.rooms;
        let most = u32::try_from(OF_CONNECTION.saturating_sub(LITTLE)).ok()?;
        // What waits may be the rest of the same batch, which is sent as a whole.
        if let Either::Left((room, _)) =
            select(pin!(own.acquire_many(most)), Delay::new(BATCH)).await
        {
            drop(room.ok()?);
        }
        Some(slot)
    }

    /// Waits for a turn to execute a call.
    pub(super) async fn turn(&self) -> Option<OwnedSemaphorePermit> {
        // Nobody closes the semaphore.
        self.address.turns.clone().acquire_owned().await.ok()
    }

    /// Waits for room for an answer.
    pub(super) async fn keep(&self, bytes: usize) -> Result<(), NoRoom> {
        let units = u32::try_from(units(bytes)).unwrap_or(u32::MAX);
        let rooms = if bytes <= SMALL { 1 } else { self.rooms.len() };
        let mut held = Vec::with_capacity(rooms);
        for room in self.rooms.iter().take(rooms) {
            let permit = timeout(PATIENCE, room.clone().acquire_many_owned(units)).await;
            held.push(permit.map_err(|_| NoRoom)?.map_err(|_| NoRoom)?);
        }
        self.unsent().add(bytes, held);
        Ok(())
    }

    /// Ends all that waits for the client, which has gone.
    pub(super) fn close(&self) {
        let [own, ..] = &self.rooms;
        own.close();
        self.slots.close();
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
        for (place, permit) in held.into_iter().enumerate() {
            match self.held.get_mut(place) {
                Some(sum) => sum.merge(permit),
                None => self.held.push(permit),
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
