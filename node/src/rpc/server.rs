//! The server of JSON-RPC over HTTP and WebSocket. It does what that of the SDK does, and bounds
//! what clients make it keep (`budget`), sends answers at once (`TCP_NODELAY`), lets no other web
//! page in than it should, and says which address it cannot have.

use std::{
    convert::Infallible,
    io,
    net::{IpAddr, SocketAddr},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::{
    FutureExt as _,
    future::{BoxFuture, Either as First, select},
};
use hyper::{Method, body::Incoming, header::CONTENT_TYPE, server::conn::http1};
use hyper_util::rt::{TokioIo, TokioTimer};
use jsonrpsee::{
    Methods, RpcModule,
    core::RegisterMethodError,
    server::{
        ConnectionId, HttpRequest, HttpResponse, ServerHandle, StopHandle, http::response,
        middleware::http::HostFilterLayer, stop_channel,
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
    MiddlewareLayer, NodeHealthProxyLayer, RpcEndpoint, RpcMetrics, utils::deny_unsafe,
};
use tower::{
    ServiceBuilder, ServiceExt as _,
    layer::util::{Identity, Stack},
    service_fn,
    util::Either,
};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::{
    budget::{Budget, Connection},
    client::Client,
    origins::Origins,
    stall::{self, Impatient},
};

/// Where this module logs to.
pub(super) const LOG: &str = "rpc";
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
    /// Most connections.
    pub connections: usize,
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
        budget: Arc::new(Budget::new(
            config.connections,
            config.connections_per_address,
        )),
        connected: Arc::default(),
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
pub(super) struct Shared {
    pub methods: Methods,
    pub metrics: Option<RpcMetrics>,
    budget: Arc<Budget>,
    /// How many have connected so far.
    connected: Arc<AtomicUsize>,
    pub logged: u32,
    pub stop: StopHandle,
    pub runtime: Handle,
}

/// What stands before a request of HTTP.
type BeforeHttp = Stack<
    CorsLayer,
    Stack<NodeHealthProxyLayer, Stack<Either<HostFilterLayer, Identity>, Identity>>,
>;

/// An address that the server listens on.
pub(super) struct Endpoint {
    pub shared: Shared,
    before: ServiceBuilder<BeforeHttp>,
    pub origins: Origins,
    pub unsafe_methods: DenyUnsafe,
    pub settings: RpcEndpoint,
}

/// Serves who connects to `address`, until the server stops.
fn listen(
    listener: TcpListener,
    address: SocketAddr,
    settings: RpcEndpoint,
    shared: Shared,
) -> Result<(), String> {
    let origins = Origins::new(settings.cors.clone());
    let before = ServiceBuilder::new()
        .option_layer(hosts(&origins, address.port())?)
        .layer(NodeHealthProxyLayer)
        .layer(cors(&origins));
    let endpoint = Arc::new(Endpoint {
        unsafe_methods: deny_unsafe(&address, &settings.rpc_methods),
        shared,
        before,
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
        let number = self.shared.connected.fetch_add(1, Ordering::Relaxed);
        let rate = self.settings.rate_limit;
        let client = Client {
            endpoint: self.clone(),
            ip,
            connection,
            number: ConnectionId(number),
            rate: rate.map(|calls| MiddlewareLayer::new().with_rate_limit_per_minute(calls)),
        };
        let endpoint = self.clone();
        let service =
            hyper::service::service_fn(move |request| endpoint.pass(client.clone(), request));
        let socket = TokioIo::new(Impatient::new(socket, stall::PATIENCE));
        // With a timer it ends clients that do not get through their headers.
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .serve_connection(socket, service)
            .with_upgrades();
        let stop = self.shared.stop.clone().shutdown().boxed();
        self.shared.runtime.spawn(async move {
            let mut served = pin!(served);
            let ended = match select(served.as_mut(), stop).await {
                First::Left((ended, _)) => ended,
                First::Right(_) => {
                    served.as_mut().graceful_shutdown();
                    served.await
                }
            };
            if let Err(error) = ended {
                log::debug!(target: LOG, "the connection of {ip} ended: {error}");
            }
        });
    }

    /// Passes a request through what stands before it, on to who answers it.
    fn pass(
        &self,
        client: Client,
        request: hyper::Request<Incoming>,
    ) -> BoxFuture<'static, Result<HttpResponse, Infallible>> {
        let answer = move |request: HttpRequest| client.clone().answer(request);
        let answered = self.before.service(service_fn(answer)).oneshot(request);
        let or_error = answered.map(|answered| {
            Ok(answered.unwrap_or_else(|error| {
                log::debug!(target: LOG, "a request has no answer: {error}");
                response::internal_error()
            }))
        });
        or_error.boxed()
    }
}
