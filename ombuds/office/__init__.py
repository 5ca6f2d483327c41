"""The profile of an office: norms, grounds, clocks, words, letters, as data. Doors: models, services, loading. Next: authorities."""
