"""The agenda of an event: whether it can take place as it says, and what changes in it."""
