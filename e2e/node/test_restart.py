"""A killed node goes on from its database without help."""

import time

from support.node import Node


def test_killed_node_goes_on_from_its_database(binary, tmp_path):
    node = Node(binary, tmp_path, extra=("--database", "paritydb"))
    try:
        node.start()
        genesis = node.rpc("chain_getBlockHash", [0])
        deadline = time.monotonic() + 60
        while int(node.rpc("chain_getHeader")["number"], 16) < 12:
            assert time.monotonic() < deadline, node.log_tail()
            time.sleep(0.1)
        final = node.rpc("chain_getFinalizedHead")
        height = int(node.rpc("chain_getHeader", [final])["number"], 16)
        node.kill()
        node.start()
        assert node.rpc("chain_getBlockHash", [0]) == genesis
        # What was final stays; the best block may have to be made again.
        assert node.rpc("chain_getBlockHash", [height]) == final
        before = int(node.rpc("chain_getHeader")["number"], 16)
        assert before >= height
        assert node.stop() == 0
        assert "panicked" not in node.log()
    finally:
        node.stop()
