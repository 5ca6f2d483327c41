"""The people of the office: roles, teams, absence, log-in. Doors: models, permissions, services. Next room: office."""
