"""The record of an event: dates, packages, exhibitors, and what is given out by hand."""
