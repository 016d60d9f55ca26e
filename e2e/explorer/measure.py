"""Times pages of the explorer on a chain made by scripts/populate, for docs/performance.md.

    cd e2e && PYTHONPATH=../scripts/populate python -m explorer.measure FOLDER [PATH ...]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from root import Patient
from support.node import find_binary

from .browser import EXPLORER
from .site import Site

# Milliseconds between two blocks, as on the public network.
RHYTHM = "12000"
PAGES = ("/", "/subnets", "/subnet/1", "/validators")


def main(arguments: list[str]) -> int:
    chain, *pages = arguments
    with tempfile.TemporaryDirectory(prefix="subtensor-explorer-") as name:
        folder = Path(name)
        shutil.copytree(Path(chain) / "base", folder / "base")
        with Patient(find_binary(), folder, RHYTHM) as node, Site(folder / "site.log") as site:
            for page in pages or PAGES:
                print(page, flush=True)
                done = subprocess.run(
                    ["node", "e2e/smooth.mjs", node.url, page], cwd=EXPLORER,
                    env=os.environ | {"EXPLORER": site.url}, check=False,
                )
                if done.returncode != 0:
                    return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
