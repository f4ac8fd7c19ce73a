"""Arguments to exit status; the only reader of the clock and the environment."""
