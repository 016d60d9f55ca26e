//! What a call executes.

use std::borrow::Cow;

use futures::{FutureExt as _, future::BoxFuture};
use jsonrpsee::{
    Methods,
    server::{
        BoundedSubscriptions, ConnectionId, MethodCallback, MethodResponse, MethodSink,
        RandomStringIdProvider, SubscriptionState, middleware::rpc::RpcServiceT,
    },
    types::{
        Params, Request,
        error::{ErrorCode, reject_too_many_subscriptions},
    },
};
use serde_json::value::RawValue;

/// Length of the name of a subscription.
const NAME: usize = 16;

/// The methods, for one connection.
#[derive(Clone)]
pub(super) struct Calls {
    pub methods: Methods,
    pub connection: ConnectionId,
    /// The largest answer, in bytes.
    pub largest: usize,
    /// None where no messages can be sent unasked.
    pub subscriptions: Option<Subscriptions>,
}

/// Where subscriptions send to, and how many there may be.
#[derive(Clone)]
pub(super) struct Subscriptions {
    pub sink: MethodSink,
    pub permits: BoundedSubscriptions,
}

impl<'a> RpcServiceT<'a> for Calls {
    type Future = BoxFuture<'a, MethodResponse>;

    fn call(&self, request: Request<'a>) -> Self::Future {
        let calls = self.clone();
        async move { calls.execute(request).await }.boxed()
    }
}

impl Calls {
    async fn execute(self, request: Request<'_>) -> MethodResponse {
        let Request {
            id,
            method,
            params,
            extensions,
            ..
        } = request;
        let params = Params::new(
            params
                .as_ref()
                .map(|params: &Cow<'_, RawValue>| params.get()),
        );
        let (connection, largest) = (self.connection, self.largest);
        match (self.methods.method(&method), self.subscriptions) {
            (None, _) => MethodResponse::error(id, ErrorCode::MethodNotFound),
            (Some(MethodCallback::Sync(method)), _) => method(id, params, largest, extensions),
            (Some(MethodCallback::Async(method)), _) => {
                let (id, params) = (id.into_owned(), params.into_owned());
                method(id, params, connection, largest, extensions).await
            }
            (Some(MethodCallback::Unsubscription(method)), Some(_)) => {
                method(id, params, connection, largest, extensions)
            }
            (Some(MethodCallback::Subscription(method)), Some(to)) => {
                let Some(subscription_permit) = to.permits.acquire() else {
                    let most = to.permits.max();
                    return MethodResponse::error(id, reject_too_many_subscriptions(most));
                };
                let state = SubscriptionState {
                    conn_id: connection,
                    id_provider: &RandomStringIdProvider::new(NAME),
                    subscription_permit,
                };
                method(id, params, to.sink, state, extensions).await
            }
            (Some(_), None) => MethodResponse::error(id, ErrorCode::InternalError),
        }
    }
}
