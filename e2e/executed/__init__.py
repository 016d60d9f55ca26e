"""What the clients do to a populated chain, where no other folder does it."""
