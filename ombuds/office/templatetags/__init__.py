"""Words for the pages of the profile."""
