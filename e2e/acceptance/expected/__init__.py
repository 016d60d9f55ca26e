"""What every registered read of the client answers, worked out from stored items."""

from . import accounts, funds, identities, loans, neurons, stakes, subnets  # noqa: F401
from .case import CASES, Case, plain  # noqa: F401
