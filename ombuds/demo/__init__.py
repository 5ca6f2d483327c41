"""`./run demo`: an invented office in full swing. Never imported."""
