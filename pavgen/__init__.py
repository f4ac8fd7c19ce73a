"""pavgen: partner sites with placement that anyone can read, question and recompute."""

__version__ = "0.1.0"
