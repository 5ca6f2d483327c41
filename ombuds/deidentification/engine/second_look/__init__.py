"""A second look by a small trained network at the words that no finder took."""
