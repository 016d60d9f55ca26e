"""What the end-to-end tests share: the node process, keys, and chain helpers."""
