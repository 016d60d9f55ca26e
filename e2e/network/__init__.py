"""Faults of machines, networks, clocks and clients: four authorities, of which one may fail."""
