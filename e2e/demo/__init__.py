"""The demo network of `scripts/demo.sh`: its plan, and what comes of it on a chain."""
