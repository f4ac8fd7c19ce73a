"""Metrics: how fair an order was over time, in numbers that anyone can work out again."""
