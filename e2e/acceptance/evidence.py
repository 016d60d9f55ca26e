"""Whether the tests that the tables of this folder name exist."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

E2E = Path(__file__).resolve().parents[1]


@cache
def _functions(path: str) -> frozenset[str]:
    tree = ast.parse((E2E / path).read_text())
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def exists(test: str) -> bool:
    """Of `folder/file.py::function`."""
    path, function = test.split("::")
    return function.startswith("test_") and function in _functions(path)
