"""Calls that must give an answer or an error, and not wait for ever."""

from __future__ import annotations

import queue
import threading

import pytest

# A read that takes longer waits for an answer that does not come.
TIMEOUT = 30.0


def timely(action, *arguments, **options):
    """What the action gives or raises, or a failure if it does neither in time."""
    outcome: queue.Queue = queue.Queue()

    def run() -> None:
        try:
            outcome.put((action(*arguments, **options), None))
        except Exception as error:  # handed on to who waits
            outcome.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        answer, error = outcome.get(timeout=TIMEOUT)
    except queue.Empty:
        pytest.fail(f"no answer to {arguments} {options} in {TIMEOUT} s", pytrace=False)
    if error is not None:
        raise error
    return answer
