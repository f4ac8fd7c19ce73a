"""Draws that a seed and a number repeat: everything a mutation chooses comes from here."""

import random


def chance_of(seed, number):
    """Return the source of all choices of one mutated file."""
    return random.Random(f"{seed}:{number}")  # noqa: S311 - to be repeated, not to be guessed


def place_in(chance, things):
    """Return an index, more often near an end, where parsers make exceptions."""
    last = len(things)
    return chance.choice([0, last, chance.randint(0, last), chance.randint(0, last)])


def few(chance, most=4):
    """Return a small number from 1, mostly 1."""
    return min(most, 1 + int(chance.expovariate(1.2)))
