"""Funds of root validators with the client and `btcli`, all on one node."""
