"""OpenOmbuds: the system that an ombuds institution runs on. Each package below is one room; docs/house.md is the plan."""
