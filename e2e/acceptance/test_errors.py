"""Errors that the client explains by name: the chain has each of them, where the client looks."""

import json
from pathlib import Path

import pytest
from bittensor._generated.errors import ERRORS
from bittensor.error_map import CUSTOM_TRANSACTION_ERRORS, NAME_TO_CODE
