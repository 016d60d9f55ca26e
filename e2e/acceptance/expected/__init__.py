"""What every registered read of the client answers, worked out from stored items."""

from . import accounts, funds, identities, neurons, stakes, subnets  # noqa: F401
from .case import CASES, Case, plain  # noqa: F401
