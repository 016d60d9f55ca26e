//! A message of a client, which is a call or a batch of calls, and its answer.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use hyper::body::Bytes;
use jsonrpsee::{
    BatchResponseBuilder, MethodResponse,
    server::{
        BatchRequestConfig, Extensions, MethodResponseNotifyTx,
        middleware::rpc::{RpcLogger, RpcServiceT as _},
        prepare_error,
    },
    tokio,
    types::{
        ErrorObject, Id, Notification, Request,
        error::{ErrorCode, reject_too_big_batch_request},
    },
};
use sc_rpc_server::MiddlewareLayer;
use serde_json::value::RawValue;
use tower::Layer;

use super::{
    budget::{Connection, Room, Turn},
    calls::Calls,
};

/// Code of the error when there is no room for an answer, next to that of the SDK for too many
/// calls (-32999).
const NO_ROOM: i32 = -32998;
/// Code of the error for batches where there must be none, which is that of the SDK's server.
const NO_BATCHES: i32 = -32005;

/// Counts and limits what it executes.
type Counted = <MiddlewareLayer as Layer<Calls>>::Service;

/// Who answers the messages of one connection.
pub(super) struct Answers {
    pub service: RpcLogger<Counted>,
    pub connection: Arc<Connection>,
    pub batches: BatchRequestConfig,
    /// The largest answer, in bytes.
    pub largest: usize,
    /// What methods know of the connection.
    pub extensions: Extensions,
}

/// An answer, which keeps its room until it is dropped.
pub(super) struct Answer {
    pub text: String,
    pub room: Room,
    /// Who wants to know that it is on its way, and whether it is no error.
    notify: Option<(MethodResponseNotifyTx, bool)>,
}

impl Answer {
    /// An error that needs no room.
    pub(super) fn error<'a>(id: Id<'a>, error: impl Into<ErrorObject<'a>>) -> Self {
        Self {
            text: MethodResponse::error(id, error).into_result(),
            room: Room::default(),
            notify: None,
        }
    }

    /// Lets begin what begins after the answer.
    pub(super) fn taken(self) {
        if let Some((notify, is_success)) = self.notify {
            notify.notify(is_success);
        }
    }
}

impl Answers {
    /// Executes a message when it is its turn. None if there is nothing to answer, or a
    /// subscription has answered.
    pub(super) async fn answer(self: Arc<Self>, message: Bytes) -> Option<Answer> {
        let turn = self.connection.turn().await?;
        // What has begun goes on without its client, and keeps its turn until then.
        let executed = tokio::spawn(async move { self.execute(&message, turn).await });
        // The log has why one has panicked.
        executed.await.ok()?
    }

    async fn execute(&self, message: &[u8], turn: Turn) -> Option<Answer> {
        let response = match message.trim_ascii_start().first() {
            Some(b'{') => self.single(message, false).await?,
            Some(b'[') => self.batch(message).await?,
            _ => MethodResponse::error(Id::Null, ErrorCode::ParseError),
        };
        if response.is_subscription() {
            return None;
        }
        let is_success = response.is_success();
        let (text, notify) = response.into_parts();
        let Some(room) = self.connection.room(text.len()).await else {
            let (id, _) = prepare_error(message);
            return Some(Answer::error(id, no_room()));
        };
        drop(turn);
        Some(Answer {
            text,
            room,
            notify: notify.map(|notify| (notify, is_success)),
        })
    }

    /// Executes a call, of which `is_json` may be known; no answer to one that has no id.
    async fn single(&self, message: &[u8], is_json: bool) -> Option<MethodResponse> {
        if let Ok(mut request) = serde_json::from_slice::<Request<'_>>(message) {
            request.extensions = self.extensions.clone();
            return Some(self.service.call(request).await);
        }
        if serde_json::from_slice::<Notification<'_, Option<&RawValue>>>(message).is_ok() {
            return None;
        }
        let (id, mut code) = prepare_error(message);
        if is_json {
            code = ErrorCode::InvalidRequest;
        }
        Some(MethodResponse::error(id, code))
    }

    /// Executes calls one after the other, and answers all of them at once.
    async fn batch(&self, message: &[u8]) -> Option<MethodResponse> {
        let most = match self.batches {
            BatchRequestConfig::Disabled => {
                let reason = "Batched requests are not supported by this server";
                let error = ErrorObject::borrowed(NO_BATCHES, reason, None);
                return Some(MethodResponse::error(Id::Null, error));
            }
            BatchRequestConfig::Limit(most) => usize::try_from(most).unwrap_or(usize::MAX),
            BatchRequestConfig::Unlimited => usize::MAX,
        };
        let Ok(calls) = serde_json::from_slice::<Vec<&RawValue>>(message) else {
            return Some(MethodResponse::error(Id::Null, ErrorCode::ParseError));
        };
        if calls.len() > most {
            let error = reject_too_big_batch_request(most);
            return Some(MethodResponse::error(Id::Null, error));
        }
        let is_empty = calls.is_empty();
        let mut answers = BatchResponseBuilder::new_with_limit(self.largest);
        for call in calls {
            if let Some(response) = self.single(call.get().as_bytes(), true).await
                && let Err(too_large) = answers.append(&response)
            {
                return Some(too_large);
            }
        }
        // An empty batch is an error; one of calls without an id has no answer.
        (is_empty || !answers.is_empty()).then(|| MethodResponse::from_batch(answers.finish()))
    }
}

fn no_room() -> ErrorObject<'static> {
    let reason = "answers that were not read take all the room for more";
    ErrorObject::borrowed(NO_ROOM, reason, None)
}
