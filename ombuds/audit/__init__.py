"""What was done, by whom, in a keyed chain that is only added to. Doors: services, models. Next room: accounts."""
