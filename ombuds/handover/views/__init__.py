"""Pages at the door: of staff (office), of the complainant (complainant), of reporter and handlers (channel)."""
