"""Records, vocabularies, policy and the linked programme; pure, no file, no page."""
