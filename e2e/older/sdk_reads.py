"""Calls every public method of the older SDK's `Subtensor` that sends nothing; for `.venv-older`.

Input is JSON: where the chain is, `arguments` by the name of a parameter, and `special` ones by
method, which also name the methods that take a wallet and send nothing. Output is JSON: by method
the value, or what went wrong.
"""

from __future__ import annotations

import dataclasses
import enum
import inspect
import json
import sys
from types import SimpleNamespace

import bittensor
import numpy
from bittensor.utils.balance import Balance

# Parameters of methods that sign something.
SIGNING = {"wallet", "call", "axon"}
MISSING = inspect.Parameter.empty


def plain(value):
    """What JSON can hold: balances in rao, bytes as hex, the fields of objects."""
    if isinstance(value, enum.Enum):
        return plain(value.value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Balance):
        return value.rao
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, dict):
        return {str(plain(key)): plain(part) for key, part in value.items()}
    if isinstance(value, numpy.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple, set)):
        return [plain(part) for part in value]
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: plain(getattr(value, name)) for name in names}
    if hasattr(value, "records"):
        return [[plain(key), plain(getattr(part, "value", part))] for key, part in value]
    return plain(value.value) if hasattr(value, "value") else repr(value)


def reads(special: dict) -> list[str]:
    """Public methods that send nothing."""
    methods = inspect.getmembers(bittensor.Subtensor, inspect.isfunction)
    return [
        name
        for name, method in methods
        if not name.startswith("_")
        and (name in special or not SIGNING & set(inspect.signature(method).parameters))
    ]


def typed(chain, name: str, value):
    """An argument as the SDK takes it, where JSON cannot say it: amounts in rao, keys as URIs."""
    if name == "amount":
        return Balance.from_rao(value)
    if name == "keypair":
        return bittensor.Keypair.create_from_uri(value)
    if name == "wallet":
        key = bittensor.Keypair.create_from_uri(value)
        return SimpleNamespace(coldkey=key, coldkeypub=key, hotkey=key)
    if name == "all_hotkeys":
        return [typed(chain, "wallet", uri) for uri in value]
    if name == "call":
        return chain.compose_call(*value)
    return value


def ask(chain, name: str, arguments: dict, special: dict):
    method = getattr(chain, name)
    parameters = inspect.signature(method).parameters.values()
    needed = [p.name for p in parameters if p.default is MISSING and p.name in arguments]
    wanted = {parameter: arguments[parameter] for parameter in needed} | special.get(name, {})
    given = {parameter: typed(chain, parameter, of) for parameter, of in wanted.items()}
    several = [p.name for p in parameters if p.kind is inspect.Parameter.VAR_POSITIONAL]
    listed = [each for parameter in several for each in given.pop(parameter, ())]
    return method(*listed, **given)


def main() -> None:
    given = json.load(sys.stdin)
    arguments, special = given["arguments"], given["special"]
    answers = {}
    with bittensor.Subtensor(network=given["url"]) as chain:
        for name in sorted(reads(special), key=lambda name: name == "close"):
            try:
                answers[name] = {"value": plain(ask(chain, name, arguments, special))}
            except Exception as error:  # the test says which may fail, and how
                answers[name] = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answers))


if __name__ == "__main__":
    main()
