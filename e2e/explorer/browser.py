"""The browser that looks at the explorer, led over the pipes of `explorer/e2e/browser.mjs`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

EXPLORER = Path(__file__).resolve().parents[2] / "explorer"
# For a person to look at.
SHOTS = EXPLORER.parent / "target" / "explorer-shots"
# What a page stands on: the lead is there, and it shows a value for everything.
SETTLED = "shown.settled()"


class Failed(Exception):
    """What the browser was asked for did not come to be."""


class Browser:
    """Use as a context manager. Pages are those of `site`, which read the chain at `rpc`."""

    def __init__(self, site: str, rpc: str):
        self.site = site
        self.rpc = rpc
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "Browser":
        self.process = subprocess.Popen(
            ["node", "e2e/browser.mjs"], cwd=EXPLORER, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        return self

    def __exit__(self, *_exc) -> None:
        # It ends, and the browser with it, when no more commands come.
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def do(self, name: str, *args):
        """Any command or method of the page; raises `Failed`."""
        self.process.stdin.write(json.dumps({"name": name, "args": args}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise Failed("the browser has ended")
        answer = json.loads(line)
        if "error" in answer:
            raise Failed(f"{name} {args}: {answer['error']}")
        return answer["value"]

    def open(self, path: str, view: str = "light", *, rpc: str | None = None) -> None:
        """Opens a page anew, whatever it shows then."""
        self.do("open", view, f"{self.site}/?rpc={rpc or self.rpc}#{path}")

    def visit(self, path: str, view: str = "light") -> None:
        """Opens a page anew and waits for all that it reads."""
        self.open(path, view)
        self.wait(SETTLED)

    def wait(self, condition: str) -> None:
        """Until an expression of JavaScript is true."""
        try:
            self.do("until", condition)
        except Failed as failure:
            raise Failed(f"{failure}\non the page: {self.text()}\n{self.complaints()}") from None

    def wait_for_text(self, text: str) -> None:
        self.wait(f"document.body.innerText.includes({json.dumps(text)})")

    def evaluate(self, expression: str):
        return self.do("evaluate", expression)

    def text(self) -> str:
        return self.evaluate("document.body.innerText")

    def terms(self) -> dict:
        return self.evaluate("shown.terms()")

    def rows(self, caption: str) -> list[dict]:
        rows = self.evaluate(f"shown.rows({json.dumps(caption)})")
        assert rows is not None, f"there is no table '{caption}'"
        return rows

    def complaints(self) -> list[str]:
        """What the browser has said about the page."""
        return self.do("complaints")

    def shoot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.do("screenshot", {"path": str(SHOTS / f"{name}.png"), "fullPage": True})
