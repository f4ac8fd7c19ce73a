"""Records to one checked graph: references, names, files and dates that only all together show."""
