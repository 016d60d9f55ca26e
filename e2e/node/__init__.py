"""The binary: its command line, log, pool, database and RPC, and how it makes blocks."""
