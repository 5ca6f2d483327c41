"""Pages of recommendations: the list, one recommendation with its chain, and the acts on it."""
