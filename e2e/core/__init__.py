"""The chain through the eyes of its users: the client, `btcli`, and the lines of the README."""
