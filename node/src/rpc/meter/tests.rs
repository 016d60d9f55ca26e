use std::net::{IpAddr, Ipv4Addr};

use futures::FutureExt as _;
use jsonrpsee::tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex},
    runtime::{Builder, Runtime},
};

use super::*;
use crate::rpc::budget::Budget;

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().unwrap()
}

/// A socket that takes so many bytes before its client reads them.
fn connected(capacity: usize) -> (Meter<DuplexStream>, DuplexStream, Arc<Connection>) {
    let connection = Budget::new(1)
        .admit(IpAddr::V4(Ipv4Addr::LOCALHOST))
        .unwrap();
    let (server, client) = duplex(capacity);
    (Meter::new(server, connection.clone()), client, connection)
}

#[test]
fn what_is_written_makes_room_again() {
    let runtime = runtime();
    runtime.block_on(async {
        let (mut meter, mut client, connection) = connected(1 << 25);
        let large = vec![7; 16 << 20];
        connection.keep(large.len()).await.unwrap();
        assert!(connection.keep(1).now_or_never().is_none());
        meter.write_all(&large).await.unwrap();
        assert!(connection.keep(1).now_or_never().is_some());
        client.write_all(b"call").await.unwrap();
        let mut read = [0; 4];
        meter.read_exact(&mut read).await.unwrap();
        assert_eq!(&read, b"call");
    });
}

#[test]
fn a_client_that_reads_nothing_is_given_up() {
    let runtime = runtime();
    runtime.block_on(async {
        let (mut meter, mut client, _connection) = connected(8);
        meter.patience = Duration::from_millis(50);
        let error = meter.write_all(&[7; 9]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        // One that reads in the end gets the rest.
        let (mut meter, other, _connection) = connected(8);
        drop(std::mem::replace(&mut client, other));
        let mut read = [0; 9];
        let (written, taken) =
            futures::join!(meter.write_all(&[7; 9]), client.read_exact(&mut read));
        written.unwrap();
        taken.unwrap();
    });
}
