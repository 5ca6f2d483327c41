"""`./run test` and `./run check`: the parts of the suite one after another, and the gate."""
