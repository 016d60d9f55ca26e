"""Rust files as the rules see them: with comments and literals blanked, and with the module tree
that says which files are compiled at all, and which only for tests. Benchmarks prepare states as
tests do, so their modules count as tests."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

SKIPPED = {"target", ".git", ".venv", ".venv-older", "__pycache__"}

TOKEN = re.compile(
    r"""
    //[^\n]*                                  # comment to the end of the line
  | /\*.*?\*/                                 # comment in a line
  | \b[bc]?r(?P<hashes>\#*)".*?"(?P=hashes)   # raw string
  | \b[bc]?"(?:\\.|[^"\\])*"                  # string
  | "(?:\\.|[^"\\])*"
  | b?'(?:\\(?:x[0-9a-fA-F]{2}|u\{[^}]*\}|.)|[^'\\])'   # character, not a lifetime
    """,
    re.VERBOSE | re.DOTALL,
)
MODULE = re.compile(
    r"(?P<attributes>(?:#\[[^\]\n]*\]\s*)*)(?:pub(?:\([^)]*\))?\s+)?mod\s+(?P<name>\w+)\s*;"
)
TEST_ITEM = re.compile(
    r"#\[cfg\((?:test|all\(test\b[^\]]*\)|feature = \"runtime-benchmarks\""
    r"|any\(test, feature = \"runtime-benchmarks\"\))\)\]"
)


def blank(text):
    """The text with spaces for everything that is not a line break."""
    return re.sub(r"[^\n]", " ", text)


def code_of(text):
    """Code alone, every character at its place: comments are gone, and what is between quotes."""
    return TOKEN.sub(lambda token: blank(token.group()), text)


def closing(code, start):
    """Index behind the bracket that closes the one at `start`."""
    depth = 0
    for index in range(start, len(code)):
        depth += (code[index] in "([{") - (code[index] in ")]}")
        if depth == 0:
            return index + 1
    return len(code)


def without_tests(code):
    """Code without the items that are compiled for tests only."""
    while attribute := TEST_ITEM.search(code):
        end = re.compile(r"[;{]").search(code, attribute.end())
        stop = len(code) if end is None else end.start() + 1
        if end is not None and end.group() == "{":
            stop = closing(code, end.start())
        code = code[: attribute.start()] + blank(code[attribute.start() : stop]) + code[stop:]
    return code


@dataclass
class File:
    """One Rust file. `path` is relative to the root of the repository."""

    path: str
    text: str
    in_tree: bool = False
    is_test: bool = True

    @cached_property
    def code(self):
        return code_of(self.text)

    @cached_property
    def production(self):
        """What is compiled into the node or the runtime."""
        return "" if self.is_test else without_tests(self.code)

    def line(self, index):
        """Number of the line of a character."""
        return self.text.count("\n", 0, index) + 1


@dataclass
class Tree:
    """All Rust files of the repository by path."""

    root: Path
    files: dict = field(default_factory=dict)

    def find(self, prefix):
        return [file for path, file in self.files.items() if path.startswith(prefix)]


def read(root):
    """Reads the repository and follows its modules."""
    tree = Tree(Path(root))
    manifests = []
    for path in sorted(walk(tree.root)):
        relative = path.relative_to(tree.root).as_posix()
        if path.suffix == ".rs":
            tree.files[relative] = File(relative, path.read_text(encoding="utf-8"))
        elif path.name == "Cargo.toml":
            manifests.append(path)
    for manifest in manifests:
        for path, is_test in targets(manifest):
            follow(tree, path.relative_to(tree.root).as_posix(), is_test, is_root=True)
    return tree


def walk(folder):
    for path in folder.iterdir():
        if path.is_dir():
            if path.name not in SKIPPED:
                yield from walk(path)
        else:
            yield path


def targets(manifest):
    """Files that cargo compiles by themselves, and whether that is for tests and benchmarks only.
    Examples are tools."""
    crate = manifest.parent
    named = re.findall(r'^path\s*=\s*"([^"]+\.rs)"', manifest.read_text(encoding="utf-8"), re.M)
    production = ["src/lib.rs", "src/main.rs", "build.rs", *named]
    for pattern in production + ["src/bin/*.rs"]:
        yield from ((path, False) for path in crate.glob(pattern))
    for kind in ("tests", "benches", "examples"):
        for pattern in (f"{kind}/*.rs", f"{kind}/*/main.rs"):
            yield from ((path, kind != "examples") for path in crate.glob(pattern))


def follow(tree, path, is_test, is_root=False):
    """Marks a file and the modules that it declares. What is compiled both ways is no test."""
    file = tree.files.get(path)
    if file is None or (file.in_tree and file.is_test <= is_test):
        return
    file.in_tree, file.is_test = True, is_test
    for module in MODULE.finditer(file.code):
        # The path in an attribute is a literal, which `code` has not.
        attributes = file.text[module.start("attributes") : module.end("attributes")]
        only_tests = is_test or bool(TEST_ITEM.search(attributes))
        for place in places(path, module["name"], attributes, is_root):
            follow(tree, place, only_tests)


def places(path, name, attributes, is_root):
    """Where the file of a module can be."""
    folder = Path(path).parent
    if other := re.search(r'#\[path\s*=\s*"([^"]+)"\]', attributes):
        parts = []
        for part in (folder / other[1]).parts:
            parts = parts[:-1] if part == ".." else [*parts, part]
        return ["/".join(parts)]
    if not is_root and Path(path).name != "mod.rs":
        folder /= Path(path).stem
    return [(folder / f"{name}.rs").as_posix(), (folder / name / "mod.rs").as_posix()]
