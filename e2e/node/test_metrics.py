"""Metrics of the chain: those of the board and of the alert rules exist, and say what the chain says."""

import json
import re
import time
import urllib.request
from pathlib import Path

import pytest
from support.node import Node, free_port
from support.state import State

MONITORING = Path(__file__).parents[2] / "docker" / "monitoring"
METRIC = re.compile(r"\b(?:subtensor|substrate)_\w+")
SAMPLE = re.compile(r"^(\w+)(?:\{([^}]*)\})? (\S+)$")
STAGED = {
    "weight_reveals": "WaitingCommitQueues",
    "dissolutions": "DissolveCleanupQueue",
    "registrations": "NetworkRegistrationQueue",
    "dividends": "Payouts",
    "lease_payouts": "LeasePayouts",
}


class Measured(Node):
    """A development chain with metrics."""

    def __init__(self, binary, folder):
        self.metrics_port = free_port()
        super().__init__(binary, folder, extra=("--prometheus-port", str(self.metrics_port)))

    def arguments(self) -> list[str]:
        return [argument for argument in super().arguments() if argument != "--no-prometheus"]

    def metrics(self) -> dict[tuple[str, str], float]:
        """Values by name and labels, but for that of the chain."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.metrics_port}/metrics", timeout=10) as answer:
            lines = answer.read().decode().splitlines()
        found = {}
        for line in lines:
            if match := SAMPLE.match(line):
                labels = [label for label in (match[2] or "").split(",") if label and not label.startswith("chain=")]
                found[match[1], ",".join(labels)] = float(match[3])
        return found


@pytest.fixture(scope="module")
def node(binary, tmp_path_factory):
    with Measured(binary, tmp_path_factory.mktemp("measured")) as running:
        yield running


def consistent(node) -> tuple[dict, State]:
    """Metrics that are all about one block, and its state."""
    for _ in range(50):
        before, found, after = node.metrics(), node.metrics(), node.metrics()
        blocks = {metrics["subtensor_metrics_block", ""] for metrics in (before, found, after)}
        if len(blocks) == 1:
            return found, State(node, int(blocks.pop()))
        time.sleep(0.05)
    raise AssertionError("the metrics change too fast")


def named_by(file: str) -> set[str]:
    text = (MONITORING / file).read_text()
    # Operators, not descriptions.
    if file.endswith(".json"):
        board = json.loads(text)
        panels = board["panels"]
        text = "\n".join(target["expr"] for panel in panels for target in panel["targets"])
        text += board["templating"]["list"][1]["query"]
    return set(METRIC.findall(text))


@pytest.mark.parametrize("file", ["board.json", "alerts.yml"])
def test_every_metric_that_is_named_exists(node, file):
    existing = {name for name, _ in node.metrics()}
    named = named_by(file)
    assert len(named) > 8
    # Those with labels appear with their first event; these need another node or a call.
    node.rpc("system_chain")
    missing = named - existing - {name for name, _ in node.metrics()}
    assert not missing


def test_every_metric_of_the_chain_is_on_the_board(node):
    ours = {name for name, _ in node.metrics() if name.startswith("subtensor_")}
    assert ours - named_by("board.json") - named_by("alerts.yml") == set()


def test_they_say_what_the_chain_says(node):
    deadline = time.monotonic() + 60
    while node.metrics()["subtensor_epochs_run", ""] == 0:
        assert time.monotonic() < deadline, "no epoch has run"
        time.sleep(0.2)
    metrics, state = consistent(node)

    def value(name: str, labels: str = "") -> float:
        return metrics[f"subtensor_{name}", labels]

    assert value("issuance_rao") == float(state.get("TotalIssuance")) > 0
    assert value("currency_issuance_rao") == value("issuance_rao")
    assert value("stake_rao") == float(state.get("TotalStake")) > 0
    assert value("subnets") == state.get("TotalNetworks") == 2
    assert value("drand_round") == state.get("Drand.LastStoredRound")
    assert value("epochs_run") == sum(state.rows("SubnetEpochIndex").values()) > 0
    assert value("epochs_deferred") == 0
    for job, item in STAGED.items():
        assert value("staged_work", f'job="{job}"') == len(state.get(item)), job
    assert value("shield_keys", 'key="next"') == (state.get("MevShield.NextKey") is not None)
    assert value("shield_keys", 'key="current"') == (state.get("MevShield.CurrentKey") is not None)
    assert value("best_block_timestamp_seconds") == state.get("Timestamp.Now") / 1000
    assert 0 <= value("finality_lag_blocks") <= 4
    assert value("final_block_timestamp_seconds") <= value("best_block_timestamp_seconds")
    for counter in ("equivocations_total", "vote_equivocations_total", "metrics_unreadable_total", "shield_failed_total"):
        assert value(counter) == 0, counter
