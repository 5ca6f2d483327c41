"""Values found by form, lexicon and case file; sentences are written with ⟦…⟧ around what must be covered."""
