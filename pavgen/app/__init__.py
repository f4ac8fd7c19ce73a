"""The use cases: each command readable on one screen."""
