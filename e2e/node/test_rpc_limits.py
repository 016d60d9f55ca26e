"""Clients of RPC do not take what others need, whoever they are."""

import ctypes
import json
import os
import socket
import struct
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

CONNECTIONS = 400
HANDSHAKE = (
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n%s"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
MIB = 1 << 20
# Clients that ask for the runtime and read nothing, and how often each does.
IDLE_CLIENTS, CALLS = 40, 64
# What they may make the node take together. The answers to all of them would be 10 GB.
MOST_GROWTH = 600 * MIB
CODE = "0x3a636f6465"  # :code
SYS_PIDFD_GETFD = 438


def open_websocket(port: int, headers: bytes = b"") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.sendall(HANDSHAKE % (port, headers))
    answer = connection.recv(4096)
    assert answer.startswith(b"HTTP/1.1 101"), answer
    return connection


def frame(method: str, params: list) -> bytes:
    """A call as a masked text frame of a WebSocket."""
    text = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
    assert len(text) < 126
    return bytes([0x81, 0x80 | len(text)]) + bytes(4) + text


def read_exactly(connection: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        some = connection.recv(count - len(found))
        assert some, "the connection is closed"
        found += some
    return found


def read_message(connection: socket.socket) -> bytes:
    """The next text frame."""
    while True:
        kind, length = read_exactly(connection, 2)
        if length >= 126:
            [length] = struct.unpack(">H" if length == 126 else ">Q", read_exactly(connection, 2 if length == 126 else 8))
        content = read_exactly(connection, length)
        if kind & 0xF == 1:
            return content


def memory(node) -> int:
    """Bytes of the node in memory."""
    status = Path(f"/proc/{node.process.pid}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) * 1024


def is_closed(connection: socket.socket) -> bool:
    """Whether the node has closed it, whatever it has sent before."""
    try:
        while connection.recv(MIB, socket.MSG_DONTWAIT):
            pass
    except BlockingIOError:
        return False
    except OSError:
        pass
    return True


def test_hundreds_of_websockets_and_a_health_check(node):
    connections = []
    try:
        for _ in range(CONNECTIONS):
            connections.append(open_websocket(node.rpc_port))
        assert node.rpc("system_health")["isSyncing"] is False
        with urllib.request.urlopen(f"http://127.0.0.1:{node.rpc_port}/health", timeout=10) as answer:
            assert json.loads(answer.read())["isSyncing"] is False
    finally:
        for connection in connections:
            connection.close()


def test_clients_that_do_not_read(node):
    call = frame("state_getStorage", [CODE])
    before = memory(node)
    idle = [open_websocket(node.rpc_port) for _ in range(IDLE_CLIENTS)]
    reader = open_websocket(node.rpc_port)
    try:
        for connection in idle:
            connection.setblocking(False)
        for _ in range(CALLS):
            for connection in idle:
                try:
                    connection.send(call)
                except OSError:  # it reads no more calls either, or has ended
                    pass
        most, deadline = 0, time.monotonic() + 90
        open_ones = list(idle)
        while open_ones:
            most = max(most, memory(node) - before)
            # Others are answered meanwhile.
            reader.sendall(frame("system_chain", []))
            assert json.loads(read_message(reader))["result"] == "Development"
            # Looking at the end of a connection is reading; the node gives each up on its own.
            ended = node_connections(node)
            open_ones = [one for one in open_ones if one.getsockname()[1] in ended]
            assert time.monotonic() < deadline, f"{len(open_ones)} are still open"
            time.sleep(0.2)
    finally:
        for connection in (*idle, reader):
            connection.close()
    assert most < MOST_GROWTH, f"{most // MIB} MiB more"


def node_connections(node) -> set[int]:
    """Ports of clients with whom the node keeps a connection."""
    own = {os.readlink(path) for path in Path(f"/proc/{node.process.pid}/fd").iterdir() if path.is_symlink()}
    found = set()
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        local, remote, inode = fields[1], fields[2], fields[9]
        if int(local.split(":")[1], 16) == node.rpc_port and f"socket:[{inode}]" in own:
            found.add(int(remote.split(":")[1], 16))
    return found


def test_a_large_answer_gets_through_whole(node):
    connection = open_websocket(node.rpc_port)
    try:
        connection.sendall(frame("state_getStorage", [CODE]))
        code = json.loads(read_message(connection))["result"]
    finally:
        connection.close()
    assert code == node.rpc("state_getStorage", [CODE])
    assert len(code) > MIB


def test_a_batch_beyond_all_limits_costs_one_error_and_not_the_connection(node):
    calls = [{"jsonrpc": "2.0", "id": i, "method": "state_getStorage", "params": [CODE]} for i in range(32)]
    text = json.dumps(calls).encode()
    connection = open_websocket(node.rpc_port)
    try:
        for _ in range(3):
            connection.sendall(bytes([0x81, 0x80 | 126]) + struct.pack(">H", len(text)) + bytes(4) + text)
            assert b"error" in read_message(connection)
        connection.sendall(frame("system_chain", []))
        assert json.loads(read_message(connection))["result"] == "Development"
    finally:
        connection.close()


def options_of_accepted(node, peer: int) -> int:
    """TCP_NODELAY of the node's end of the connection from this port."""
    libc = ctypes.CDLL(None, use_errno=True)
    pidfd = os.pidfd_open(node.process.pid)
    try:
        for path in Path(f"/proc/{node.process.pid}/fd").iterdir():
            if not os.readlink(path).startswith("socket:"):
                continue
            fd = libc.syscall(SYS_PIDFD_GETFD, pidfd, int(path.name), 0)
            assert fd >= 0, os.strerror(ctypes.get_errno())
            with socket.socket(fileno=fd) as copy:
                try:
                    is_it = copy.getpeername()[1] == peer and copy.getsockname()[1] == node.rpc_port
                except (OSError, IndexError):
                    continue
                if is_it:
                    return copy.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    finally:
        os.close(pidfd)
    raise AssertionError("the node has no such connection")


def test_answers_are_sent_at_once(node):
    # Otherwise the end of one of 8 KiB and more waits for the client's acknowledgement, 40 ms.
    connection = open_websocket(node.rpc_port)
    try:
        assert options_of_accepted(node, connection.getsockname()[1]) == 1
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("origin", "may"),
    [
        (None, True),
        ("http://localhost:3000", True),
        ("http://127.0.0.1", True),
        ("https://example.org", False),
        ("http://localhost.example.org", False),
        ("null", False),
    ],
)
def test_only_pages_of_this_machine_use_a_development_node(node, origin, may):
    headers = {"Content-Type": "application/json", **({"Origin": origin} if origin else {})}
    body = b'{"jsonrpc":"2.0","id":1,"method":"system_chain","params":[]}'
    request = urllib.request.Request(f"http://127.0.0.1:{node.rpc_port}", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            status, allowed = answer.status, answer.headers.get("Access-Control-Allow-Origin")
    except urllib.error.HTTPError as error:
        status, allowed = error.code, None
    assert (status, allowed) == ((200, origin) if may else (403, None))
    line = f"Origin: {origin}\r\n".encode() if origin else b""
    if may:
        open_websocket(node.rpc_port, line).close()
    else:
        with pytest.raises(AssertionError, match="403"):
            open_websocket(node.rpc_port, line)


def test_a_page_that_names_this_machine_otherwise_is_refused(node):
    request = urllib.request.Request(
        f"http://127.0.0.1:{node.rpc_port}", b"{}", {"Content-Type": "application/json", "Host": "example.org"}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)
    assert refused.value.code == 403
