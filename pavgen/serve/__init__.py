"""The local server: knows no record, serves what it is given."""
