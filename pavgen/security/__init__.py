"""The types that mean "safe" are minted here and nowhere else."""
