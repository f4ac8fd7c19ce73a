"""The floor of an event as a model: shapes, who is next to whom, where people walk, and checks."""
