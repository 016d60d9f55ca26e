"""RPC under those who ask too much, or not as one should: blocks come, memory stays in bounds, others are answered."""

import json
import socket
import urllib.error
from contextlib import ExitStack, suppress

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.sync.client import ClientConnection, connect

from .isolated import wait_for
from .pressure import Flood, borne

TARGET = 1
# MiB; what the node takes at its start is several times less.
GROWTH = 1024
BIG = 16 << 20
READERS, PIPELINED = 20, 50
SUBSCRIBERS, SUBSCRIPTIONS = 5, 1_000
WRITERS = 500


def request(method: str, *params, number: int = 1) -> str:
    return json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": list(params)})


@pytest.fixture
def target(network):
    return network.authors[TARGET]


def cut(connection: socket.socket) -> None:
    # The node may have been first.
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def opened(target):
    """Opens WebSockets, which are cut off in the end."""
    with ExitStack() as stack:

        def one() -> ClientConnection:
            origin = (target.socket.stranger, 0)
            opened = connect(
                target.url, proxy=None, ping_interval=None, max_size=None, max_queue=1, source_address=origin
            )
            stack.callback(cut, opened.socket)
            return opened

        yield one


MALFORMED = {
    "nothing": b"",
    "no object": b"null",
    "an empty batch": b"[]",
    "half an object": b'{"jsonrpc":"2.0","id":1,"method":"system_he',
    "no UTF-8": b'{"jsonrpc":"2.0","id":1,"method":"\xff\xfe"}',
    "a depth of a million": b"[" * 1_000_000,
    "parameters of a depth of a million": b'{"jsonrpc":"2.0","id":1,"method":"system_health","params":' + b"[" * 1_000_000,
    "a name of a megabyte": request("x" * 1_000_000).encode(),
    "parameters that are none": b'{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":7}',
    "a number without end": b'{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":[' + b"9" * 1_000_000 + b"]}",
    "a transaction of megabytes": request("author_submitExtrinsic", "0x" + "00" * 7_000_000).encode(),
    "more keys than a page has": request("state_getKeysPaged", None, 1_000_000_000).encode(),
    "a call of what is no function": request("state_call", "Nothing_is_there", "0x").encode(),
    "what only the operator may do": request("system_addReservedPeer", "/ip4/127.0.0.1/tcp/1").encode(),
    "more than the limit": b" " * BIG + b"{}",
    "a batch without answers that fit": ("[" + ",".join([request("state_getMetadata")] * 100) + "]").encode(),
}


def refused(answer: bytes) -> bool:
    parsed = json.loads(answer)
    answers = parsed if isinstance(parsed, list) else [parsed]
    return any("error" in one for one in answers)


def test_malformed_and_huge_requests_are_refused_one_by_one(network, target):
    with borne(network, target, GROWTH):
        for name, body in MALFORMED.items():
            try:
                assert refused(target.post(body, timeout=60)), name
            except urllib.error.HTTPError as error:
                assert 400 <= error.code < 500, name
            except urllib.error.URLError as error:
                # It does not read to the end what it refuses.
                assert isinstance(error.reason, ConnectionError), name
            assert target.rpc("system_health"), name


def test_a_flood_of_expensive_calls(network, target):
    calls = [request("state_getMetadata", number=number) for number in range(4)]
    calls += [request("state_getKeysPaged", None, 1_000, number=number) for number in range(4, 8)]
    body = f"[{','.join(calls)}]".encode()
    with Flood(lambda: target.post(body, timeout=60), threads=16) as flood:
        with borne(network, target, GROWTH):
            wait_for(lambda: flood.done > 8, "answered", [target])


def test_readers_that_do_not_read(network, target, opened):
    with borne(network, target, GROWTH):
        for connection in [opened() for _ in range(READERS)]:
            for number in range(PIPELINED):
                connection.send(request("state_getMetadata", number=number))
    assert target.rpc("system_health")


def test_writers_that_do_not_finish(network, target):
    head = f"POST / HTTP/1.1\r\nHost: {target.host}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{"
    with ExitStack() as stack, borne(network, target, GROWTH):
        server, stranger = (target.host, target.rpc_port), (target.socket.stranger, 0)
        for _ in range(WRITERS):
            writer = stack.enter_context(socket.create_connection(server, timeout=10, source_address=stranger))
            # Beyond some number the node may hang up.
            with suppress(ConnectionError):
                writer.sendall(head.encode())
        assert target.rpc("system_health")


def test_thousands_of_subscriptions(network, target, opened):
    with borne(network, target, GROWTH):
        connections = [opened() for _ in range(SUBSCRIBERS)]
        for connection in connections:
            for number in range(SUBSCRIPTIONS):
                connection.send(request("chain_subscribeNewHeads", number=number))
        # Some read what they get, the others do not.
        reader = connections[0]
        granted = 0
        while granted < SUBSCRIPTIONS:
            granted += "id" in json.loads(reader.recv(timeout=60))
        newest = opened()
        newest.send(request("chain_subscribeFinalizedHeads"))
        assert "result" in json.loads(newest.recv(timeout=60))
        heads = [json.loads(newest.recv(timeout=60))["params"]["result"]["number"] for _ in range(8)]
        assert heads == sorted(heads, key=lambda number: int(number, 16))


def test_a_message_that_is_too_long_is_refused_and_ends_its_connection(target, opened):
    connection = opened()
    connection.send(" " * BIG)
    assert refused(connection.recv(timeout=60))
    with pytest.raises(ConnectionClosed) as closed:
        connection.recv(timeout=60)
    assert closed.value.rcvd.code == CloseCode.MESSAGE_TOO_BIG
    assert target.rpc("system_health")
