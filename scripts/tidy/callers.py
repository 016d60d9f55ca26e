"""Public functions that nobody calls. Names are counted, not resolved: a function hides behind
another of its name."""

import re
from collections import Counter

PUBLIC = re.compile(
    r"(?P<attributes>(?:#\[[^\]\n]*\]\s*)*)"
    r"pub(?:\([^)]*\))?\s+(?:(?:const|unsafe|async)\s+)*fn\s+(?P<name>\w+)"
)
WORD = re.compile(r"\b[a-zA-Z_]\w*")
DEFINITION = re.compile(r"\bfn\s+(\w+)")

# Functions that are called from elsewhere, with the reason.
EXCEPTIONS = {"check_permissions": "clients, as a view function of `Proxy`"}


def unused(tree):
    """Public functions that only tests call, or nothing."""
    production, tests = Counter(), Counter()
    for file in tree.files.values():
        uses = Counter(WORD.findall(file.code))
        uses.subtract(DEFINITION.findall(file.code))
        ours = Counter(WORD.findall(file.production))
        ours.subtract(DEFINITION.findall(file.production))
        production.update(ours)
        tests.update(uses - ours)
    for file in tree.files.values():
        for function in PUBLIC.finditer(file.production):
            name = function["name"]
            # Calls are made by transactions.
            if production[name] > 0 or name in EXCEPTIONS or "pallet::" in function["attributes"]:
                continue
            who = "only tests call" if tests[name] > 0 else "nothing calls"
            yield file.path, file.line(function.start("name")), f"{who} `{name}`"
