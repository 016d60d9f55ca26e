"""Rules on how a file reads."""

import re

from source import closing

MAX_COLUMNS = 100
MAX_LINES = 70

FUNCTION = re.compile(r"\bfn\s+(?P<name>\w+)\s*(?=[<(])")
ITEM = re.compile(
    r"^\s*(?:pub(?:\([^)]*\))?\s+)?(?:(?:const|unsafe|async)\s+)*"
    r"(?:(?:fn|struct|enum|trait|type|const|static|mod)\s+)?(?P<name>\w+)"
)
# Words that say nothing which a name does not.
EMPTY = set(
    """a an and as at be by for from has have in is it its of on or that the this to was were
    with""".split()
)


def orphans(tree):
    """Files that no crate compiles."""
    for file in tree.files.values():
        if not file.in_tree:
            yield file.path, 1, "no `mod` names this file"


def width(tree):
    """Lines that a side by side view cuts off."""
    for file in tree.files.values():
        for number, line in enumerate(file.text.splitlines(), 1):
            if len(line) > MAX_COLUMNS:
                yield file.path, number, f"{len(line)} columns, at most {MAX_COLUMNS}"


def length(tree):
    """Functions that do not fit a screen, counted from `fn` to the closing bracket."""
    for file in tree.files.values():
        for function in FUNCTION.finditer(file.code):
            start = re.compile(r"[;{]").search(file.code, function.end())
            if start is None or start.group() == ";":
                continue
            first = file.line(function.start())
            lines = file.line(closing(file.code, start.start()) - 1) - first + 1
            if lines > MAX_LINES:
                what = f"`{function['name']}` has {lines} lines, at most {MAX_LINES}"
                yield file.path, first, what


def stem(word):
    """A word without what grammar adds to it."""
    word = re.sub(r"(ies|ied)$", "y", word)
    return re.sub(r"(ing|ed|es|s|e)$", "", word) or word


def words(text):
    """Words of a name or a sentence that say something."""
    split = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    return {stem(word) for word in re.findall(r"[a-z0-9]+", split.lower()) if word not in EMPTY}


def echoes(tree):
    """Documentation of a line that says the name again and no more."""
    for file in tree.files.values():
        lines = file.text.splitlines()
        for number, line in enumerate(lines):
            doc = re.fullmatch(r"\s*///\s?(.*)", line)
            if doc is None or (number > 0 and lines[number - 1].lstrip().startswith("///")):
                continue
            below = next((other for other in lines[number + 1 :] if not is_attribute(other)), "")
            item = ITEM.match(below)
            if item and words(doc[1]) <= words(item["name"]):
                yield file.path, number + 1, f"the documentation of `{item['name']}` is its name"


def is_attribute(line):
    return line.lstrip().startswith("#[")
