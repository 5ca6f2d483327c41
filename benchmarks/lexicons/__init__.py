"""Rebuilds the lists of names and words that the de-identification engine ships."""
