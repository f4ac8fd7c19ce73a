"""Constraints: what may not stand together, from the strategy's order to the order shown."""
