"""Settings, addresses and the `ombuds` command: how the rooms are put together. Outside the layers."""
