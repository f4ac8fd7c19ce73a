"""Records out of other systems' files: pure transformations, with a report of what was left."""
