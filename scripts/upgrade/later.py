"""Makes a copy of the runtime's source into that of a later runtime, for scripts/check-upgrade.sh.

    python scripts/upgrade/later.py ROOT TREE new      copies what the later runtimes change
    python scripts/upgrade/later.py ROOT TREE whole    the next runtime, with a migration of one block
    python scripts/upgrade/later.py ROOT TREE stepped  the one after it, with a migration of many

What they do not change is compiled where it is, so that cargo finds it compiled.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

CHANGED = ("pallets/commitments", "pallets/proxy", "runtime")
SAMPLE = Path(__file__).with_name("sample.rs.txt")
VERSION = re.compile(r"(?<=    spec_version: )\d+(?=,\n)")
# An item that only the later runtimes have: clients need the new metadata to read it.
FORMER_SPACE = """\
    /// Most bytes of a hotkey before the upgrade.
    #[pallet::storage]
    pub type FormerSpace<T> = StorageValue<_, u32, OptionQuery>;

"""


def change(path: Path, old: str | re.Pattern, new) -> None:
    """Replaces what stands in a file once.

    Errors: ValueError, if it does not, since the source has moved on from what this script knows.
    """
    pattern = old if isinstance(old, re.Pattern) else re.compile(re.escape(old))
    text, count = pattern.subn(new if callable(new) else lambda _: new, path.read_text())
    if count != 1:
        raise ValueError(f"{path}: '{pattern.pattern}' stands {count} times, not once")
    path.write_text(text)


def copy(root: Path, tree: Path) -> None:
    shutil.rmtree(tree, ignore_errors=True)
    for folder in CHANGED:
        shutil.copytree(root / folder, tree / folder)
    for name in ("Cargo.lock", "Cargo.toml", "rust-toolchain.toml"):
        shutil.copy2(root / name, tree / name)
    members = ", ".join(f'"{folder}"' for folder in CHANGED)
    manifest = tree / "Cargo.toml"
    change(manifest, re.compile(r"^members = \[.*?^\]", re.DOTALL | re.MULTILINE), f"members = [{members}]")
    text = manifest.read_text()
    elsewhere = re.compile(r'(?<=\bpath = ")([^"]+)')
    manifest.write_text(
        elsewhere.sub(lambda path: path[0] if path[0] in CHANGED else str(root / path[0]), text)
    )
    migrations = tree / "runtime/src/migrations"
    shutil.copy2(SAMPLE, migrations / "sample.rs")
    change(tree / "runtime/src/migrations.rs", "mod tests;\n", "mod tests;\nmod sample;\n")


def raise_versions(tree: Path, pallet: str) -> None:
    """The runtime's version, and that of a pallet's storage."""
    change(tree / "runtime/src/lib.rs", VERSION, lambda version: str(int(version[0]) + 1))
    change(
        tree / "pallets" / pallet / "src/lib.rs",
        re.compile(r"(?<=STORAGE_VERSION: StorageVersion = StorageVersion::new\()\d+"),
        lambda version: str(int(version[0]) + 1),
    )


def add_row(tree: Path, table: str, name: str, pallet: str, migration: str) -> None:
    """A row at the end of a table, from the version that the pallet's storage had before."""
    stated = (tree / "pallets" / pallet / "src/lib.rs").read_text()
    version = int(re.search(r"StorageVersion::new\((\d+)\)", stated)[1])
    row = f"        {name} {version - 1} => {version}: {migration};\n"
    change(
        tree / "runtime/src/migrations.rs",
        re.compile(rf"^    {table} {{([^}}]*)}}", re.MULTILINE),
        lambda rows: f"    {table} {{{rows[1].rstrip()}\n{row}    }}",
    )


def main(root: Path, tree: Path, what: str) -> None:
    if what == "new":
        copy(root, tree)
    elif what == "whole":
        raise_versions(tree, "commitments")
        change(tree / "pallets/commitments/src/lib.rs", "    #[pallet::event]\n", FORMER_SPACE + "    #[pallet::event]\n")
        add_row(tree, "whole", "Commitments", "commitments", "sample::DoubleSpace")
    elif what == "stepped":
        raise_versions(tree, "proxy")
        add_row(tree, "stepped", "Proxy", "proxy", "sample::LongerDelays")
    else:
        raise ValueError(f"'{what}' is no later runtime")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
