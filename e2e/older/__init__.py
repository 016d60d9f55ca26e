"""The generation of clients before the one under test: `bittensor-cli` and its SDK, unmodified."""
