"""Encrypted submission on the real node: who gets what into which block."""
