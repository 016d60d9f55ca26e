use jsonrpsee::tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex},
    runtime::Builder,
};

use super::*;

/// A socket that takes so many bytes before its client reads them.
fn connected(capacity: usize) -> (Impatient<DuplexStream>, DuplexStream) {
    let (server, client) = duplex(capacity);
    (Impatient::new(server, Duration::from_millis(50)), client)
}

#[test]
fn a_client_that_takes_nothing_is_given_up() {
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let (mut socket, _client) = connected(8);
        let error = socket.write_all(&[7; 9]).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
    });
}

#[test]
fn one_that_takes_something_now_and_then_gets_all() {
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let (mut socket, mut client) = connected(8);
        let slow = async {
            let mut read = [0; 1];
            for _ in 0..32 {
                sleep(Duration::from_millis(5)).await;
                client.read_exact(&mut read).await.unwrap();
            }
        };
        let (written, ()) = futures::join!(socket.write_all(&[7; 32]), slow);
        written.unwrap();
        client.write_all(b"call").await.unwrap();
        let mut read = [0; 4];
        socket.read_exact(&mut read).await.unwrap();
        assert_eq!(&read, b"call");
    });
}
