"""What `deny.toml` says of licences, sources and bans, checked without cargo-deny, whose build
takes minutes. Security advisories need the tool itself, and the network."""

import json
import re
import subprocess

REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"


def read_policy(text):
    """Allowed licences, licences of crates whose manifest has none, banned crates, and targets."""

    def strings(name):
        found = re.search(rf"^{name} = \[(.*?)\]", text, re.M | re.S)
        return re.findall(r'"([^"]+)"', found[1]) if found else []

    clarified = re.findall(r'^crate = "(.+)"\n(?:version = .*\n)?expression = "(.+)"', text, re.M)
    banned = set(re.findall(r'\{ crate = "([^"]+)"', text))
    return set(strings("allow")), dict(clarified), banned, strings("targets")


def allows(expression, allowed):
    """Whether a licence expression can be met with the allowed licences. A slash is an old OR."""
    tokens = re.findall(r"[()]|[^\s()/]+|/", expression)
    position = 0

    def term():
        nonlocal position
        token = tokens[position]
        position += 1
        if token == "(":
            result = either()
            position += 1
            return result
        if tokens[position : position + 1] == ["WITH"]:
            token += " WITH " + tokens[position + 1]
            position += 2
        return token in allowed

    def both():
        nonlocal position
        result = term()
        while tokens[position : position + 1] == ["AND"]:
            position += 1
            result = term() and result
        return result

    def either():
        nonlocal position
        result = both()
        while tokens[position : position + 1] and tokens[position] in ("OR", "/"):
            position += 1
            result = both() or result
        return result

    return either()


def check(packages, policy):
    """Findings in packages as `cargo metadata` describes them."""
    allowed, clarified, banned, _ = policy
    for package in packages:
        name = f"{package['name']} {package['version']}"
        if package["source"] is None:
            yield from wildcards(package)
            continue
        if package["source"] != REGISTRY:
            yield f"{name} is from {package['source']}"
        if package["name"] in banned:
            yield f"{name} is banned"
        licence = clarified.get(package["name"]) or package["license"]
        if licence is None:
            yield f"{name} names no licence"
        elif not allows(licence, allowed):
            yield f"{name} has the licence {licence}"


def wildcards(package):
    for dependency in package["dependencies"]:
        if dependency["req"] == "*" and not dependency.get("path"):
            yield f"{package['name']} takes any version of {dependency['name']}"


def packages_of(root, targets):
    """The packages that are built for one of the targets."""
    command = ["cargo", "metadata", "--format-version=1", "--locked"]
    command += [f"--filter-platform={target}" for target in targets]
    answer = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE)
    graph = json.loads(answer.stdout)
    built = {node["id"] for node in graph["resolve"]["nodes"]}
    return [package for package in graph["packages"] if package["id"] in built]


def findings(tree):
    """The rule: what the policy does not permit."""
    policy = read_policy((tree.root / "deny.toml").read_text(encoding="utf-8"))
    for what in check(packages_of(tree.root, policy[3]), policy):
        yield "Cargo.lock", 1, what
