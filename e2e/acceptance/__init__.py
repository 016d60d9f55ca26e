"""Clients of other makers on our node: polkadot.js, and what subxt generates from our metadata."""
