"""What the guides tell operators to type exists: flags of the node, links, and the unit of systemd."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.node import run_binary

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted([*DOCS.glob("guides/*"), DOCS / "running-a-node.md"])
UNIT = DOCS / "guides" / "node-subtensor.service"
FLAG = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]+")
SUBCOMMANDS = [
    ["build-spec"], ["export-chain-spec"], ["chain-info"], ["check-block"], ["export-blocks"], ["import-blocks"],
    ["export-state"], ["revert"], ["purge-chain"], ["key"], ["key", "insert"], ["key", "generate-node-key"],
]
# Of other programs: useradd, systemctl, lvcreate, localnet.sh, cargo.
OTHERS = {"--system", "--home-dir", "--shell", "--now", "--snapshot", "--size", "--no-purge", "--build-only", "--features"}


@pytest.fixture(scope="module")
def flags(binary) -> set[str]:
    texts = [run_binary(binary, *command, "--help").stdout for command in [[], *SUBCOMMANDS]]
    return {flag for text in texts for flag in FLAG.findall(text)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_flag_exists(page, flags):
    named = set(FLAG.findall(page.read_text())) - OTHERS
    assert named <= flags, sorted(named - flags)


@pytest.mark.parametrize("page", [page for page in PAGES if page.suffix == ".md"], ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    targets = re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", page.read_text())
    for path, heading in targets:
        if path.startswith("http"):
            continue
        target = page.parent / path
        assert target.exists(), path
        headings = {
            re.sub(r"[^a-z0-9 _-]", "", line.lstrip("# ").lower()).replace(" ", "-")
            for line in target.read_text().splitlines()
            if line.startswith("#")
        }
        assert not heading or heading in headings, (path, heading)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_the_unit_is_well_formed(tmp_path):
    # Only the binary, which is not installed here, is another.
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/usr/local/bin/node-subtensor", "/bin/true"))
    result = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, timeout=60)
    assert result.returncode == 0, result.stderr
    assert UNIT.name not in result.stderr, result.stderr
