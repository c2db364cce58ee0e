"""What the figures in benchmarks/README.md come from."""
