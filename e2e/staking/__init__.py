"""Stake bought, sold, moved and burned with the client, all on one node with two quiet subnets."""
