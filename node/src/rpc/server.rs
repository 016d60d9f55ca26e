//! The server of JSON-RPC over HTTP and WebSocket. It does what that of the SDK does, and bounds
//! what clients make it keep (`budget`), sends answers at once (`TCP_NODELAY`), lets no other web
//! page in than it should, and says which address it cannot have.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};

use futures::{
    FutureExt as _,
    future::{BoxFuture, Either as First, select},
};
use hyper::{
    HeaderMap, Method, StatusCode,
    body::Incoming,
    header::{CONTENT_TYPE, ORIGIN},
};
use jsonrpsee::{
    Methods, RpcModule,
    core::{BoxError, RegisterMethodError},
    server::{
        HttpBody, HttpRequest, HttpResponse, PingConfig, RandomStringIdProvider, RpcServiceBuilder,
        ServerBuilder, ServerHandle, StopHandle, TowerServiceBuilder,
        middleware::http::HostFilterLayer, serve_with_graceful_shutdown, stop_channel, ws,
    },
    tokio::{
        self,
        net::{TcpListener, TcpSocket, TcpStream},
        runtime::{Handle, Runtime},
        time::sleep,
    },
};
use sc_rpc_api::DenyUnsafe;
use sc_rpc_server::{
    Metrics, MiddlewareLayer, NodeHealthProxyLayer, RpcEndpoint, RpcMetrics, utils::deny_unsafe,
};
use tower::{
    Service as _, ServiceBuilder,
    layer::util::{Identity, Stack},
    service_fn,
    util::Either,
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::{
    bounded::Bounds,
    budget::{Budget, Connection},
    meter::Meter,
    origins::Origins,
};

/// Where this module logs to.
const LOG: &str = "rpc";
/// Connections that wait to be accepted.
const BACKLOG: u32 = 1024;
/// How long nothing is accepted after the system had nothing to give: files, mostly.
const PAUSE: Duration = Duration::from_millis(100);
/// Threads for calls that take time. The runtime answers 64 at once.
const THREADS: usize = 512;
/// What a client gets that has enough connections.
const ENOUGH: &[u8] =
    b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// What the server is to do.
pub(crate) struct Config {
    /// Where it listens, and what it permits there.
    pub endpoints: Vec<RpcEndpoint>,
    /// Most connections of one address.
    pub connections_per_address: usize,
    /// Most characters of a call in the log.
    pub logged: u32,
    /// Where it counts.
    pub metrics: Option<RpcMetrics>,
}

/// A server that runs until it is dropped.
pub(crate) struct Server {
    handle: ServerHandle,
    runtime: Option<Runtime>,
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.handle.stop().is_err() {
            log::debug!(target: LOG, "the RPC server has stopped already");
        }
        if let Some(runtime) = self.runtime.take() {
            // Waiting for it would block the caller's own runtime.
            runtime.shutdown_background();
        }
    }
}

/// Threads for calls only, so that these never keep the rest of the node waiting.
pub(crate) fn runtime() -> io::Result<Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .thread_name("rpc")
        .enable_all()
        .max_blocking_threads(THREADS)
        .build()
}

/// Starts a server in `runtime`.
///
/// Errors, in one line: an address that it has to listen on cannot be had, or an origin is none.
pub(crate) fn start(
    config: Config,
    mut module: RpcModule<()>,
    runtime: Runtime,
) -> Result<Server, String> {
    list_methods(&mut module).map_err(|error| error.to_string())?;
    let metrics = config
        .metrics
        .map(|metrics| metrics.with_known_methods(module.method_names().collect::<Vec<_>>()));
    let (stop, handle) = stop_channel();
    let shared = Shared {
        methods: module.into(),
        metrics,
        budget: Arc::new(Budget::new(config.connections_per_address)),
        logged: config.logged,
        stop,
        runtime: runtime.handle().clone(),
    };
    let server = Server {
        handle,
        runtime: Some(runtime),
    };
    let mut addresses = Vec::new();
    for endpoint in config.endpoints {
        let asked = endpoint.listen_addr;
        match bind(asked, &shared.runtime) {
            Ok((listener, address)) => {
                addresses.push(address.to_string());
                listen(listener, address, endpoint, shared.clone())?;
            }
            Err(error) if endpoint.is_optional => {
                log::debug!(target: LOG, "no RPC on {asked}: {error}");
            }
            Err(error) => {
                return Err(format!(
                    "RPC cannot listen on {asked}: {error}: stop what has the port {}, or give \
                     another --rpc-port",
                    asked.port()
                ));
            }
        }
    }
    // Programs look for this line, with a comma behind an address that is alone.
    let comma = if addresses.len() == 1 { "," } else { "" };
    log::info!(
        "Running JSON-RPC server: addr={}{comma}",
        addresses.join(",")
    );
    Ok(server)
}

/// Adds the method that names all others and itself.
fn list_methods(module: &mut RpcModule<()>) -> Result<(), RegisterMethodError> {
    const OWN: &str = "rpc_methods";
    let mut methods: Vec<_> = module.method_names().chain([OWN]).collect();
    methods.sort_unstable();
    module.register_method(
        OWN,
        move |_, (), _| serde_json::json!({ "methods": methods }),
    )?;
    Ok(())
}

fn bind(address: SocketAddr, runtime: &Handle) -> io::Result<(TcpListener, SocketAddr)> {
    // Sockets belong to a runtime.
    let _context = runtime.enter();
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()
    } else {
        TcpSocket::new_v6()
    }?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    let listener = socket.listen(BACKLOG)?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}

/// What all endpoints have in common.
#[derive(Clone)]
struct Shared {
    methods: Methods,
    metrics: Option<RpcMetrics>,
    budget: Arc<Budget>,
    logged: u32,
    stop: StopHandle,
    runtime: Handle,
}

/// What stands before a request of HTTP.
type BeforeHttp = Stack<
    CorsLayer,
    Stack<NodeHealthProxyLayer, Stack<Either<HostFilterLayer, Identity>, Identity>>,
>;

/// An address that the server listens on.
struct Endpoint {
    shared: Shared,
    builder: TowerServiceBuilder<Identity, BeforeHttp>,
    origins: Origins,
    unsafe_methods: DenyUnsafe,
    settings: RpcEndpoint,
}

/// Serves who connects to `address`, until the server stops.
fn listen(
    listener: TcpListener,
    address: SocketAddr,
    settings: RpcEndpoint,
    shared: Shared,
) -> Result<(), String> {
    let origins = Origins::new(settings.cors.clone());
    let middleware = ServiceBuilder::new()
        .option_layer(hosts(&origins, address.port())?)
        .layer(NodeHealthProxyLayer)
        .layer(cors(&origins));
    let builder = limits(&settings)
        .set_http_middleware(middleware)
        .custom_tokio_runtime(shared.runtime.clone())
        .to_service_builder();
    let endpoint = Arc::new(Endpoint {
        unsafe_methods: deny_unsafe(&address, &settings.rpc_methods),
        shared,
        builder,
        origins,
        settings,
    });
    let runtime = endpoint.shared.runtime.clone();
    runtime.spawn(async move {
        while let Some((socket, ip)) = accept(&listener, &endpoint.shared.stop).await {
            match endpoint.shared.budget.admit(ip) {
                Some(connection) => endpoint.serve(socket, ip, connection),
                None => refuse(&socket, ip),
            }
        }
    });
    Ok(())
}

/// Names of this machine that requests may be for, unless every page may use the node: else a page
/// could use a name that it has the browser take for this machine.
fn hosts(origins: &Origins, port: u16) -> Result<Option<HostFilterLayer>, String> {
    if origins.is_all() {
        return Ok(None);
    }
    let own = ["localhost", "127.0.0.1", "[::1]"].map(|host| format!("{host}:{port}"));
    HostFilterLayer::new(own)
        .map(Some)
        .map_err(|error| format!("RPC has no names for this machine: {error}"))
}

/// What browsers are told about pages.
fn cors(origins: &Origins) -> CorsLayer {
    if origins.is_all() {
        return CorsLayer::permissive();
    }
    let origins = origins.clone();
    CorsLayer::new()
        .allow_headers([CONTENT_TYPE])
        .allow_methods([Method::GET, Method::POST])
        .allow_origin(AllowOrigin::predicate(move |origin, _| {
            origins.allow(origin.as_bytes())
        }))
}

/// The limits of an endpoint.
fn limits(settings: &RpcEndpoint) -> ServerBuilder<Identity, Identity> {
    const MEGABYTE: u32 = 1024 * 1024;
    let ping = PingConfig::new()
        .ping_interval(Duration::from_secs(30))
        .inactive_limit(Duration::from_secs(60))
        .max_failures(3);
    ServerBuilder::default()
        .max_request_body_size(settings.max_payload_in_mb.saturating_mul(MEGABYTE))
        .max_response_body_size(settings.max_payload_out_mb.saturating_mul(MEGABYTE))
        .max_connections(settings.max_connections)
        .max_subscriptions_per_connection(settings.max_subscriptions_per_connection)
        .set_message_buffer_capacity(settings.max_buffer_capacity_per_connection)
        .set_batch_request_config(settings.batch_config)
        .set_id_provider(RandomStringIdProvider::new(16))
        .enable_ws_ping(ping)
}

/// The next who connects, or none when the server stops.
async fn accept(listener: &TcpListener, stop: &StopHandle) -> Option<(TcpStream, IpAddr)> {
    loop {
        let stopped = pin!(stop.clone().shutdown());
        match select(pin!(listener.accept()), stopped).await {
            First::Left((Ok((socket, from)), _)) => return Some((socket, from.ip())),
            First::Left((Err(error), _)) => {
                log::debug!(target: LOG, "nobody can connect: {error}");
                sleep(PAUSE).await;
            }
            First::Right(_) => return None,
        }
    }
}

/// Tells a client that it has connections enough.
fn refuse(socket: &TcpStream, ip: IpAddr) {
    log::debug!(target: LOG, "{ip} has enough connections");
    // What does not fit into an empty buffer is lost with the connection.
    if let Err(error) = socket.try_write(ENOUGH) {
        log::debug!(target: LOG, "and {ip} cannot be told: {error}");
    }
}

impl Endpoint {
    /// Answers a client until it goes or the server stops.
    fn serve(self: &Arc<Self>, socket: TcpStream, ip: IpAddr, connection: Arc<Connection>) {
        // Else the system keeps the end of an answer until the client has acknowledged the rest.
        if let Err(error) = socket.set_nodelay(true) {
            log::debug!(target: LOG, "answers to {ip} may be late: {error}");
        }
        let rate = self.settings.rate_limit;
        let client = Client {
            endpoint: self.clone(),
            ip,
            bounds: Bounds(connection.clone()),
            rate: rate.map(|calls| MiddlewareLayer::new().with_rate_limit_per_minute(calls)),
        };
        let service = service_fn(move |request: HttpRequest<Incoming>| client.answer(request));
        let stop = self.shared.stop.clone().shutdown();
        let socket = Meter::new(socket, connection);
        let served = serve_with_graceful_shutdown(socket, service, stop).map(move |served| {
            if let Err(error) = served {
                log::debug!(target: LOG, "the connection of {ip} ended: {error}");
            }
        });
        self.shared.runtime.spawn(served);
    }
}

/// Who is connected.
#[derive(Clone)]
struct Client {
    endpoint: Arc<Endpoint>,
    ip: IpAddr,
    bounds: Bounds,
    /// Counts its calls, if there is a limit for them.
    rate: Option<MiddlewareLayer>,
}

impl Client {
    fn answer(
        &self,
        mut request: HttpRequest<Incoming>,
    ) -> BoxFuture<'static, Result<HttpResponse, BoxError>> {
        let (endpoint, shared) = (&self.endpoint, &self.endpoint.shared);
        let origin = request.headers().get(ORIGIN);
        if origin.is_some_and(|origin| !endpoint.origins.allow(origin.as_bytes())) {
            return async { Ok(forbidden()) }.boxed();
        }
        let is_socket = ws::is_upgrade_request(&request);
        let counting = self.counting(&request, is_socket);
        request.extensions_mut().insert(endpoint.unsafe_methods);
        let before = RpcServiceBuilder::new()
            .layer(self.bounds.clone())
            .rpc_logger(shared.logged)
            .option_layer(counting.clone());
        let mut service = endpoint
            .builder
            .clone()
            .set_rpc_middleware(before)
            .build(shared.methods.clone(), shared.stop.clone());
        if let (true, Some(counting)) = (is_socket, counting) {
            let closed = service.on_session_closed();
            shared.runtime.spawn(async move {
                let opened = Instant::now();
                counting.ws_connect();
                closed.await;
                counting.ws_disconnect(opened);
            });
        }
        async move { service.call(request).await }.boxed()
    }

    /// What counts and limits the calls of a request, or of a WebSocket that it opens.
    fn counting(
        &self,
        request: &HttpRequest<Incoming>,
        is_socket: bool,
    ) -> Option<MiddlewareLayer> {
        let settings = &self.endpoint.settings;
        let trusts = settings.rate_limit_trust_proxy_headers;
        let behind = trusts.then(|| behind_proxy(request.headers())).flatten();
        let ip = behind.unwrap_or(self.ip);
        let exempt = settings.rate_limit_whitelisted_ips.iter();
        let is_exempt = exempt.into_iter().any(|network| network.contains(ip));
        let rate = self.rate.clone().filter(|_| !is_exempt);
        let label = if is_socket { "ws" } else { "http" };
        match self.endpoint.shared.metrics.clone() {
            Some(metrics) => Some(
                rate.unwrap_or_default()
                    .with_metrics(Metrics::new(metrics, label)),
            ),
            None => rate,
        }
    }
}

/// The client of a proxy that says so.
fn behind_proxy(headers: &HeaderMap) -> Option<IpAddr> {
    let value = |name: &str| headers.get(name)?.to_str().ok();
    let first = |text: &str| text.split(',').next()?.trim().parse().ok();
    value("x-forwarded-for")
        .and_then(first)
        .or_else(|| value("x-real-ip").and_then(first))
}

/// What a page gets that may not use the node.
fn forbidden() -> HttpResponse {
    let reason = "pages of this origin may not use the node (--rpc-cors)\n";
    let mut response = HttpResponse::new(HttpBody::from(reason));
    *response.status_mut() = StatusCode::FORBIDDEN;
    response
}
