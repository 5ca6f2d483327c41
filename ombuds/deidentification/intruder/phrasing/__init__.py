"""Words for coarser facts, in the grammar of the place where they stand, in Dutch, French, English and German."""
