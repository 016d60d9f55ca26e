"""Checks what neither the compiler nor clippy does. Prints a line for each finding, and fails if
there is one.

    python3 scripts/tidy [RULE ...]    all rules, or those named
"""

import sys
from pathlib import Path

import callers
import dependencies
import domains
import errors
import source
import style

ROOT = Path(__file__).resolve().parents[2]
RULES = {
    "orphan": style.orphans,
    "width": style.width,
    "length": style.length,
    "echo": style.echoes,
    "unused": callers.unused,
    "write": domains.writes,
    "read": domains.reads,
    "ledger": domains.value,
    "glob": domains.globs,
    "error": errors.findings,
    "dependency": dependencies.findings,
}


def main(arguments):
    tree = source.read(ROOT)
    if unknown := set(arguments) - set(RULES):
        print(f"unknown: {' '.join(sorted(unknown))}; rules: {' '.join(RULES)}", file=sys.stderr)
        return 2
    total = 0
    for name in arguments or RULES:
        findings = sorted(set(RULES[name](tree)))
        total += len(findings)
        for path, line, what in findings:
            print(f"{path}:{line}: {name}: {what}")
    print(f"{len(tree.files)} files, {total} findings")
    return 1 if total else 0


sys.exit(main(sys.argv[1:]))
