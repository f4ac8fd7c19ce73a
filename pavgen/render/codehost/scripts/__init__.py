"""Scripts that workflows run on a bare machine: the standard library only, copied as they are."""
