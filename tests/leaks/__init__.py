"""Nothing that belongs to a person of a case stands where somebody else can read it."""
