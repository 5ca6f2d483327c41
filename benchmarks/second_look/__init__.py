"""Trains the network of the second look on invented letters of many hands: `python -m benchmarks.second_look`."""
