//! Calls that wait for their turn, and answers that wait for room (see [`super::budget`]).

use std::sync::Arc;

use futures::{FutureExt as _, future::BoxFuture};
use jsonrpsee::{
    MethodResponse,
    server::middleware::rpc::RpcServiceT,
    types::{ErrorObject, Request},
};
use tower::Layer;

use super::budget::Connection;

/// Code of the error when there is no room for an answer, next to that of the SDK for too many
/// calls (-32999).
const NO_ROOM: i32 = -32998;

/// Bounds the calls of one connection.
#[derive(Clone)]
pub(super) struct Bounds(pub Arc<Connection>);

impl<S> Layer<S> for Bounds {
    type Service = Bounded<S>;

    fn layer(&self, service: S) -> Bounded<S> {
        Bounded {
            connection: self.0.clone(),
            service: Arc::new(service),
        }
    }
}

/// Executes the calls of one connection.
pub(super) struct Bounded<S> {
    connection: Arc<Connection>,
    service: Arc<S>,
}

impl<'a, S> RpcServiceT<'a> for Bounded<S>
where
    S: RpcServiceT<'a> + Send + Sync + 'static,
{
    type Future = BoxFuture<'a, MethodResponse>;

    fn call(&self, request: Request<'a>) -> Self::Future {
        let (connection, service) = (self.connection.clone(), self.service.clone());
        let arrived = connection.arrive();
        async move {
            let _arrived = arrived;
            let id = request.id.clone();
            let Some(_slot) = connection.slot().await else {
                return MethodResponse::error(id, no_room());
            };
            let turn = connection.turn().await;
            let response = service.call(request).await;
            drop(turn);
            // What subscribes has been answered already.
            if response.is_subscription()
                || connection.keep(response.as_result().len()).await.is_ok()
            {
                return response;
            }
            MethodResponse::error(id, no_room())
        }
        .boxed()
    }
}

fn no_room() -> ErrorObject<'static> {
    let reason = "answers that were not read take all the room for more";
    ErrorObject::borrowed(NO_ROOM, reason, None)
}
