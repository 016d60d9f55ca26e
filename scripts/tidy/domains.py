"""Rules on who touches what in `pallets/subtensor`: a domain owns its storage, and the ledger moves
value.

A domain is a folder of the pallet; what is nested in it belongs to it. Files beside the folders
have none."""

import re

from source import closing

PALLET = "pallets/subtensor/src/"
LEDGER = "ledger"

STORED = re.compile(r"\bpub\s+type\s+(?P<name>\w+)<[^=]*>\s*=\s*(?:Counted)?Storage\w+<")
USE = re.compile(r"\b(?P<item>[A-Z]\w*)::<[^<>;]*>::(?P<method>\w+)")
# An item as the argument of a generic function or a trait.
HANDED = re.compile(r"[<,]\s*(?P<item>[A-Z]\w*)<\w+>(?=\s*[>,]|\s+as\b)")
WRITES = set(
    """append clear clear_prefix drain drain_prefix extract_if insert kill migrate_key migrate_keys
    mutate mutate_exists mutate_extant put remove remove_all remove_prefix set swap swap_prefix take
    take_prefix translate translate_next translate_values try_append try_mutate try_mutate_exists
    try_mutate_extant""".split()
)
HANDS = "handed on"
# A macro that writes to the items which it is given.
WRITER = re.compile(r"\$\w+::<[^<>;]*>::(?P<method>\w+)")
MACRO = re.compile(r"\bmacro_rules!\s*(?P<name>\w+)\s*\{")

CURRENCY = (
    r"mint_into|burn_from|shelve|restore|transfer|set_balance|deposit\w*|withdraw\w*|settle|issue"
    r"|rescind|pair|resolve|slash\w*|reserve|unreserve|hold|release\w*|burn_held|burn_all_held"
    r"|transfer_on_hold|transfer_and_hold|decrease_balance|increase_balance|write_balance"
    r"|set_total_issuance|deactivate|reactivate"
)
ALPHA = "mint|recycle|burn|clear"
VALUE = re.compile(
    rf"\bCurrency(?:\s+as\s[^;(]*)?>?::({CURRENCY})\b"
    rf"|\bAlphaAssets(?:\s+as\s[^;(]*)?>?::({ALPHA})\b"
)
GLOB = re.compile(r"\buse\b[^;]*\bpallet::\*[^;]*;")

# Files that may write to the storage of any domain, with the reason. The calls of AdminUtils need no
# place here: they write to the items that rows of the table name, which macros hide from this rule.
MAY_WRITE = {
    f"{PALLET}genesis.rs": "writes what a chain starts with, before any rule of a domain holds",
}

# Who may read the storage of any domain, with the reason.
MAY_READ = {
    f"{PALLET}views/": "read models show everything, and write nothing",
    f"{PALLET}hyperparameters/": "the bounds of a row compare it with others",
    f"{PALLET}genesis.rs": "writes all of it",
}
MAY_GLOB = {
    f"{PALLET}views/hyperparams.rs": "shows the items that the rows of a table name",
}


def domain(path):
    """The domain of a file, none for files beside the domains and outside the pallet."""
    parts = path.removeprefix(PALLET).split("/")
    return parts[0] if path.startswith(PALLET) and len(parts) > 1 else None


def owners(tree):
    """Storage items of the pallet and the domains that own them."""
    return {
        item["name"]: domain(file.path)
        for file in tree.find(PALLET)
        for item in STORED.finditer(file.code)
        if domain(file.path)
    }


def accesses(tree):
    """Every use of a storage item outside its domain: file, index, item, method, owner."""
    items = owners(tree)
    writers = {name: method for file in tree.files.values() for name, method in writers_of(file)}
    for file in tree.files.values():
        # Another pallet may have an item of the same name.
        own = {item["name"] for item in STORED.finditer(file.code)}
        for index, item, method in [*uses(file), *uses_by_macro(file, writers)]:
            owner = items.get(item)
            if owner and item not in own and owner != domain(file.path):
                yield file, index, item, method, owner


def uses(file):
    for use in USE.finditer(file.production):
        yield use.start(), use["item"], use["method"]
    for use in HANDED.finditer(file.production):
        yield use.start("item"), use["item"], HANDS


def writers_of(file):
    """Macros of a file that write to what they are given, with the method."""
    for macro in MACRO.finditer(file.production):
        body = file.production[macro.end() - 1 : closing(file.production, macro.end() - 1)]
        for write in WRITER.finditer(body):
            if write["method"] in WRITES:
                yield macro["name"], write["method"]


def uses_by_macro(file, writers):
    for name, method in writers.items():
        for call in re.finditer(rf"\b{name}!\s*(?=[(\[{{])", file.production):
            end = closing(file.production, call.end())
            for item in re.compile(r"\b[A-Z]\w*").finditer(file.production, call.end(), end):
                yield item.start(), item.group(), f"{method} (by {name}!)"


def is_write(method):
    return method.split(" ")[0] in WRITES or method == HANDS


def writes(tree):
    """Writes to the storage of another domain."""
    for file, index, item, method, owner in accesses(tree):
        if is_write(method) and file.path not in MAY_WRITE:
            yield file.path, file.line(index), f"{item}::{method} writes to storage of `{owner}`"


def reads(tree):
    """Reads of the storage of another domain, which its handle could answer."""
    for file, index, item, method, owner in accesses(tree):
        if not is_write(method) and not file.path.startswith(tuple(MAY_READ)):
            yield file.path, file.line(index), f"{item}::{method} reads storage of `{owner}`"


def value(tree):
    """Calls that create, destroy or move value outside the ledger."""
    for file in tree.find(PALLET):
        if domain(file.path) == LEDGER:
            continue
        for call in VALUE.finditer(file.production):
            what = f"`{call[1] or call[2]}` belongs to the ledger"
            yield file.path, file.line(call.start()), what


def globs(tree):
    """Imports of everything that the pallet has, which hide whose storage a domain uses."""
    for file in tree.find(PALLET):
        if not domain(file.path) or file.path in MAY_GLOB:
            continue
        for glob in GLOB.finditer(file.production):
            index = file.production.index("pallet::*", glob.start())
            yield file.path, file.line(index), "`pallet::*` hides what is used"
