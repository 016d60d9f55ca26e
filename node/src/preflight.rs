//! What a node needs of its machine, looked at before anything is started, so that what is missing
//! is one line that names it (design §10.2).

#[cfg(test)]
mod tests;

use std::{
    fs::{self, File},
    io::{self, Write as _},
    net::{IpAddr, SocketAddr, TcpListener},
    path::Path,
};

use sc_network::{
    config::{NodeKeyConfig, Secret},
    multiaddr::{Multiaddr, Protocol},
};
use sc_service::Configuration;

/// Least room on the disk of the base path, in bytes. The database alone keeps a log of 64 MiB
/// before it empties it, and ends the node in the midst of its work when there is no room.
const LEAST_ROOM: u64 = 256 * 1024 * 1024;

/// Whether a node with this configuration finds what it needs.
///
/// Errors, in one line: the base path cannot be written to, or has no room left; the network key is
/// no key; a port for peers or for metrics is taken.
pub(crate) fn check(config: &Configuration) -> Result<(), String> {
    folder(config.base_path.path(), LEAST_ROOM)?;
    network_key(&config.network.node_key)?;
    config
        .network
        .listen_addresses
        .iter()
        .filter_map(socket)
        .try_for_each(|address| free(address, "peers", "another --port (or --listen-addr)"))?;
    match &config.prometheus_config {
        Some(metrics) => free(
            metrics.port,
            "Prometheus",
            "another --prometheus-port (or --no-prometheus)",
        ),
        None => Ok(()),
    }
}

fn folder(path: &Path, least: u64) -> Result<(), String> {
    let about =
        |error: io::Error| format!("the base path '{}' cannot be used: {error}", path.display());
    fs::create_dir_all(path).map_err(about)?;
    let probe = path.join(format!(".probe-{}", std::process::id()));
    let written = File::create(&probe).and_then(|mut file| file.write_all(&[0; 4096]));
    let removed = fs::remove_file(&probe);
    written.and(removed).map_err(about)?;
    let room = room(path).map_err(about)?;
    if room < least {
        return Err(format!(
            "the disk of the base path '{}' is full: {} MiB are free, and a node needs {}: make \
             room, or give another --base-path",
            path.display(),
            room >> 20,
            least >> 20,
        ));
    }
    Ok(())
}

/// Bytes that this process may still write to the disk of a folder.
fn room(path: &Path) -> io::Result<u64> {
    let disk = rustix::fs::statvfs(path)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// Reads the key that peers know this node by, or makes one.
fn network_key(key: &NodeKeyConfig) -> Result<(), String> {
    let place = match key {
        NodeKeyConfig::Ed25519(Secret::File(path)) => format!(" in '{}'", path.display()),
        NodeKeyConfig::Ed25519(_) => String::new(),
    };
    key.clone()
        .into_keypair()
        .map(drop)
        .map_err(|error| format!("the network key{place} is not usable: {error}"))
}

/// Where a node listens by this address, if it is one of TCP.
fn socket(address: &Multiaddr) -> Option<SocketAddr> {
    let mut parts = address.iter();
    let ip: IpAddr = match parts.next()? {
        Protocol::Ip4(ip) => ip.into(),
        Protocol::Ip6(ip) => ip.into(),
        _ => return None,
    };
    match parts.next()? {
        Protocol::Tcp(port) => Some(SocketAddr::new(ip, port)),
        _ => None,
    }
}

/// Whether nobody else listens where the node is to listen for `whom`. The parts of the node that
/// do would say so in the log, and go on without peers, or without metrics.
fn free(address: SocketAddr, whom: &str, flags: &str) -> Result<(), String> {
    match TcpListener::bind(address) {
        Ok(_) => Ok(()),
        // Among the addresses of the default, on a machine without IPv6.
        Err(error)
            if address.is_ipv6()
                && address.ip().is_unspecified()
                && error.kind() != io::ErrorKind::AddrInUse =>
        {
            Ok(())
        }
        Err(error) => Err(format!(
            "the node cannot listen for {whom} on {address}: {error}: stop what has the port \
             {port}, or give {flags}",
            port = address.port(),
        )),
    }
}
