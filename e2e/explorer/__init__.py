"""The explorer in a browser, on real nodes: what it shows is what the chain has."""
