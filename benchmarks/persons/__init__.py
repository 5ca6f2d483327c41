"""Trains the engine's model of names on invented texts with invented names: `python -m benchmarks.persons`."""
