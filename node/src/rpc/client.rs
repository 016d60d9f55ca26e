//! A client that is connected, and its requests.

use std::{convert::Infallible, net::IpAddr, sync::Arc, time::Instant};

use futures::{FutureExt as _, future::BoxFuture};
use hyper::{
    HeaderMap, Method, StatusCode,
    header::{
        CONNECTION, HeaderValue, ORIGIN, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY,
        SEC_WEBSOCKET_VERSION, UPGRADE,
    },
};
use jsonrpsee::{
    core::http_helpers::{HttpError, read_body},
    server::{
        BoundedSubscriptions, ConnectionId, Extensions, HttpBody, HttpRequest, HttpResponse,
        MethodSink,
        http::{content_type_is_json, response},
        middleware::rpc::RpcLoggerLayer,
        ws,
    },
    tokio::sync::mpsc,
};
use sc_rpc_server::{Metrics, MiddlewareLayer};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tower::Layer as _;

use super::{
    body::Kept,
    budget::Connection,
    calls::{Calls, Subscriptions},
    message::Answers,
    server::{Endpoint, LOG},
    socket::Socket,
};

const MEGABYTE: u32 = 1024 * 1024;

/// Who is connected.
#[derive(Clone)]
pub(super) struct Client {
    pub endpoint: Arc<Endpoint>,
    pub ip: IpAddr,
    pub connection: Arc<Connection>,
    pub number: ConnectionId,
    /// Counts its calls, if there is a limit for them.
    pub rate: Option<MiddlewareLayer>,
}

impl Client {
    /// Answers a request over HTTP, which may open a WebSocket.
    pub(super) fn answer(
        self,
        request: HttpRequest,
    ) -> BoxFuture<'static, Result<HttpResponse, Infallible>> {
        self.respond(request).map(Ok).boxed()
    }

    async fn respond(self, request: HttpRequest) -> HttpResponse {
        let origin = request.headers().get(ORIGIN);
        let origins = &self.endpoint.origins;
        if origin.is_some_and(|origin| !origins.allow(origin.as_bytes())) {
            return forbidden();
        }
        if ws::is_upgrade_request(&request) {
            self.open(request)
        } else if request.method() != Method::POST {
            response::method_not_allowed()
        } else if !content_type_is_json(&request) {
            response::unsupported_content_type()
        } else {
            self.call(request).await
        }
    }

    /// Answers the message in a request.
    async fn call(self, request: HttpRequest) -> HttpResponse {
        let counting = self.counting(request.headers(), "http");
        let largest = megabytes(self.endpoint.settings.max_payload_in_mb);
        let (head, body) = request.into_parts();
        let message = match read_body(&head.headers, body, largest).await {
            Ok((message, _)) => message,
            Err(HttpError::TooLarge) => return response::too_large(largest),
            Err(HttpError::Malformed) => return response::malformed(),
            Err(HttpError::Stream(error)) => {
                log::debug!(target: LOG, "a request of {} ended: {error}", self.ip);
                return response::internal_error();
            }
        };
        let answers = Arc::new(self.answers(counting, None));
        match answers.answer(message.into()).await {
            Some(answer) => response::ok_response(HttpBody::new(Kept::from(answer))),
            None => response::ok_response(HttpBody::empty()),
        }
    }

    /// Opens a WebSocket.
    fn open(self, mut request: HttpRequest) -> HttpResponse {
        let Some(accepted) = accept(request.headers()) else {
            return response::malformed();
        };
        let counting = self.counting(request.headers(), "ws");
        let upgrade = hyper::upgrade::on(&mut request);
        let runtime = self.endpoint.shared.runtime.clone();
        runtime.spawn(async move {
            let connection = match upgrade.await {
                Ok(connection) => connection,
                Err(error) => {
                    log::debug!(target: LOG, "{} opens no WebSocket: {error}", self.ip);
                    return;
                }
            };
            let settings = &self.endpoint.settings;
            let waiting = settings.max_buffer_capacity_per_connection.max(1);
            let (sender, notes) = mpsc::channel(usize::try_from(waiting).unwrap_or(1));
            let subscriptions = Subscriptions {
                sink: MethodSink::new_with_limit(sender, megabytes(settings.max_payload_out_mb)),
                permits: BoundedSubscriptions::new(settings.max_subscriptions_per_connection),
            };
            let answers = self.answers(counting.clone(), Some(subscriptions));
            let stop = self.endpoint.shared.stop.clone();
            let largest = megabytes(settings.max_payload_in_mb);
            let opened = Instant::now();
            counting.ws_connect();
            let socket = Socket::new(connection, answers.into(), notes, stop, largest).await;
            if let Err(error) = socket.serve().await {
                log::debug!(target: LOG, "the WebSocket of {} ended: {error}", self.ip);
            }
            counting.ws_disconnect(opened);
        });
        switching(accepted)
    }

    /// Who answers its messages.
    fn answers(&self, counting: MiddlewareLayer, subscriptions: Option<Subscriptions>) -> Answers {
        let (shared, settings) = (&self.endpoint.shared, &self.endpoint.settings);
        let largest = megabytes(settings.max_payload_out_mb);
        let largest = usize::try_from(largest).unwrap_or(usize::MAX);
        let calls = Calls {
            methods: shared.methods.clone(),
            connection: self.number,
            largest,
            subscriptions,
        };
        let mut extensions = Extensions::new();
        extensions.insert(self.endpoint.unsafe_methods);
        extensions.insert(self.number);
        Answers {
            service: RpcLoggerLayer::new(shared.logged).layer(counting.layer(calls)),
            connection: self.connection.clone(),
            batches: settings.batch_config,
            largest,
            extensions,
        }
    }

    /// What counts and limits the calls of a request, or of a WebSocket that it opens.
    fn counting(&self, headers: &HeaderMap, label: &'static str) -> MiddlewareLayer {
        let settings = &self.endpoint.settings;
        let trusts = settings.rate_limit_trust_proxy_headers;
        let behind = trusts.then(|| behind_proxy(headers)).flatten();
        let ip = behind.unwrap_or(self.ip);
        let mut exempt = settings.rate_limit_whitelisted_ips.iter();
        let is_exempt = exempt.any(|network| network.contains(ip));
        let rate = self.rate.clone().filter(|_| !is_exempt);
        let counting = rate.unwrap_or_default();
        match self.endpoint.shared.metrics.clone() {
            Some(metrics) => counting.with_metrics(Metrics::new(metrics, label)),
            None => counting,
        }
    }
}

/// The bytes of a size that a flag gives in MiB.
fn megabytes(count: u32) -> u32 {
    count.saturating_mul(MEGABYTE)
}

/// The client of a proxy that says so.
fn behind_proxy(headers: &HeaderMap) -> Option<IpAddr> {
    let value = |name: &str| headers.get(name)?.to_str().ok();
    let first = |text: &str| text.split(',').next()?.trim().parse().ok();
    value("x-forwarded-for")
        .and_then(first)
        .or_else(|| value("x-real-ip").and_then(first))
}

/// What proves to a client that its wish for a WebSocket was understood; none if it was not.
fn accept(headers: &HeaderMap) -> Option<HeaderValue> {
    let version = headers.get(SEC_WEBSOCKET_VERSION)?;
    let key = headers.get(SEC_WEBSOCKET_KEY)?;
    (version == "13").then(|| derive_accept_key(key.as_bytes()).try_into().ok())?
}

/// What a client gets whose connection is a WebSocket from now on.
fn switching(accepted: HeaderValue) -> HttpResponse {
    let mut response = HttpResponse::new(HttpBody::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(CONNECTION, HeaderValue::from_static("upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(SEC_WEBSOCKET_ACCEPT, accepted);
    response
}

/// What a page gets that may not use the node.
fn forbidden() -> HttpResponse {
    let reason = "pages of this origin may not use the node (--rpc-cors)\n";
    let mut response = HttpResponse::new(HttpBody::from(reason));
    *response.status_mut() = StatusCode::FORBIDDEN;
    response
}
