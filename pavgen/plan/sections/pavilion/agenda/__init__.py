"""The agenda: its days, sessions and speakers, and what has changed."""
