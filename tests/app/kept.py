"""A memory in a dictionary, which a test may look into and spoil."""


class Kept:
    """A memory in a dictionary."""

    def __init__(self):
        self.values: dict[tuple[str, bytes], bytes] = {}

    def recall(self, room, keys):
        return {key: self.values[room, key] for key in keys if (room, key) in self.values}

    def keep(self, room, values):
        self.values |= {(room, key): value for key, value in values.items()}
