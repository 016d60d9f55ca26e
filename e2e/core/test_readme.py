"""The README's own lines, run as they stand, against a fresh chain."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def try_next() -> str:
    text = (ROOT / "README.md").read_text()
    section = text[text.index("## What to try next"):]
    return re.search(r"```sh\n(.*?)```", section, re.S).group(1)


def test_the_lines_of_the_readme_work(node, chain, tmp_path):
    script = try_next().replace("source .venv/bin/activate\n", "")
    assert script.count("btcli ") > 7
    # The network name `local` stands for port 9944; the client takes a URL as well.
    script = script.replace("BT_NETWORK=local", f"BT_NETWORK={node.url}")
    environment = {
        "HOME": str(tmp_path),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "COLUMNS": "200",
    }
    result = subprocess.run(
        ["bash", "-euxo", "pipefail", "-c", script],
        env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240,
    )
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-4000:]
    assert int(chain.get("SubnetworkN", 2)) == 1
    assert chain.get("SubtokenEnabled", 2) is True
    stakes = chain.client.read("stake_for_coldkey", coldkey_ss58="5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY")
    assert any(p.netuid == 2 and p.stake.rao > 0 for p in stakes)
