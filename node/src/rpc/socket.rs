//! A WebSocket and the messages that go through it.

use std::{sync::Arc, time::Duration};

use futures::{SinkExt as _, StreamExt as _};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use jsonrpsee::{
    server::StopHandle,
    tokio::{
        io::{copy, sink},
        select,
        sync::mpsc,
        task::JoinSet,
        time::{Interval, MissedTickBehavior, interval, timeout},
    },
    types::{Id, error::reject_too_big_request},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{
        Bytes, Error, Message,
        error::CapacityError,
        protocol::{
            CloseFrame, Role, WebSocketConfig,
            frame::{Utf8Bytes, coding::CloseCode},
        },
    },
};

use super::message::{Answer, Answers};

/// Messages of one connection that are executed at once, or whose answers wait for its client.
/// Beyond, nothing is read from it.
const AT_ONCE: usize = 4;
/// How often a client is asked whether it is still there.
const PING: Duration = Duration::from_secs(30);
/// Clients that have said nothing for so many of these times are gone.
const SILENT: u32 = 3;
/// How long the rest of a message that is too long may take.
const LINGER: Duration = Duration::from_secs(15);
/// What is read and written at once, in bytes.
const BUFFER: usize = 16 * 1024;

/// A WebSocket that is open.
pub(super) struct Socket {
    stream: WebSocketStream<TokioIo<Upgraded>>,
    answers: Arc<Answers>,
    /// What subscriptions send.
    notes: mpsc::Receiver<String>,
    stop: StopHandle,
    /// The largest message of the client, in bytes.
    largest: u32,
}

/// What happens next.
enum Event {
    Read(Option<Result<Message, Error>>),
    Answered(Option<Answer>),
    Note(String),
    Ping,
    Stop,
}

impl Socket {
    /// A WebSocket over a connection that both sides have agreed to use so.
    pub(super) async fn new(
        connection: Upgraded,
        answers: Arc<Answers>,
        notes: mpsc::Receiver<String>,
        stop: StopHandle,
        largest: u32,
    ) -> Self {
        let most = usize::try_from(largest).ok();
        let config = WebSocketConfig::default()
            .read_buffer_size(BUFFER)
            .write_buffer_size(BUFFER)
            .max_message_size(most)
            .max_frame_size(most);
        let io = TokioIo::new(connection);
        let stream = WebSocketStream::from_raw_socket(io, Role::Server, Some(config)).await;
        Self {
            stream,
            answers,
            notes,
            stop,
            largest,
        }
    }

    /// Answers until either side ends.
    ///
    /// One task reads and writes, and does neither while it waits to write. So what a client has
    /// not taken keeps back what it asks for next.
    pub(super) async fn serve(mut self) -> Result<(), Error> {
        let mut executed = JoinSet::new();
        let mut ping = pings();
        let mut silent = 0;
        loop {
            let may_read = executed.len() < AT_ONCE;
            match self.next(&mut executed, &mut ping).await {
                Event::Read(Some(Ok(message))) => {
                    silent = 0;
                    let answers = self.answers.clone();
                    match message {
                        Message::Text(_) | Message::Binary(_) => {
                            executed.spawn(answers.answer(message.into_data()));
                        }
                        // The stream has an answer ready.
                        Message::Ping(_) => self.stream.flush().await?,
                        Message::Pong(_) | Message::Close(_) | Message::Frame(_) => {}
                    }
                }
                Event::Read(Some(Err(Error::Capacity(CapacityError::MessageTooLong {
                    ..
                })))) => {
                    return self.refuse_long().await;
                }
                Event::Read(Some(Err(error))) => return Err(error),
                Event::Read(None) => return Ok(()),
                Event::Answered(Some(mut answer)) => {
                    self.send(std::mem::take(&mut answer.text)).await?;
                    answer.taken();
                }
                Event::Answered(None) => {}
                Event::Note(text) => self.send(text).await?,
                Event::Ping if may_read && silent >= SILENT => return Ok(()),
                Event::Ping => {
                    silent += u32::from(may_read);
                    self.stream.send(Message::Ping(Bytes::new())).await?;
                }
                Event::Stop => return self.stream.close(None).await,
            }
        }
    }

    /// Waits for what happens next.
    async fn next(&mut self, executed: &mut JoinSet<Option<Answer>>, ping: &mut Interval) -> Event {
        let may_read = executed.len() < AT_ONCE;
        select! {
            () = self.stop.clone().shutdown() => Event::Stop,
            // A task that has panicked has nothing to say, and the log has it.
            Some(done) = executed.join_next() => Event::Answered(done.ok().flatten()),
            Some(note) = self.notes.recv() => Event::Note(note),
            _ = ping.tick() => Event::Ping,
            message = self.stream.next(), if may_read => Event::Read(message),
        }
    }

    async fn send(&mut self, text: String) -> Result<(), Error> {
        self.stream.send(Message::text(text)).await
    }

    /// Ends after a message that is too long.
    async fn refuse_long(mut self) -> Result<(), Error> {
        let error = Answer::error(Id::Null, reject_too_big_request(self.largest));
        self.send(error.text).await?;
        let frame = CloseFrame {
            code: CloseCode::Size,
            reason: Utf8Bytes::from_static("the message is too long"),
        };
        self.stream.close(Some(frame)).await?;
        // A client that is still sending would lose what it has not read, were this the end.
        let mut nowhere = sink();
        let rest = copy(self.stream.get_mut(), &mut nowhere);
        if let Ok(read) = timeout(LINGER, rest).await {
            read?;
        }
        Ok(())
    }
}

/// When clients are asked whether they are there.
fn pings() -> Interval {
    let mut ping = interval(PING);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first one comes at once.
    ping.reset();
    ping
}
