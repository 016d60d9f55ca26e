"""Clients of other makers: polkadot.js and subxt."""
