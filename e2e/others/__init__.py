"""Clients of other makers: polkadot.js."""
