"""The heart: eligibility, strategies and the order of partners; integers and ids only."""
