"""What belongs to no single room: the suite itself, architecture, access, journeys."""
