"""What the unmodified clients offer, all of it, on one populated chain."""
