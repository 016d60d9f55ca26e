"""Those who stay connected do not lock out the others."""

import socket

CONNECTIONS = 400
HANDSHAKE = (
    b"GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def open_websocket(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.sendall(HANDSHAKE)
    answer = connection.recv(4096)
    assert answer.startswith(b"HTTP/1.1 101"), answer
    return connection


def test_hundreds_of_websockets_and_a_health_check(node):
    connections = []
    try:
        for _ in range(CONNECTIONS):
            connections.append(open_websocket(node.rpc_port))
        assert node.rpc("system_health")["isSyncing"] is False
    finally:
        for connection in connections:
            connection.close()
