"""`pavgen placement …`."""

import click

from pavgen.cli.lazy import LazyCommand, lazy_group

_HERE = "pavgen.cli.commands.placement"


@click.group(
    cls=lazy_group(
        {
            "show": LazyCommand(f"{_HERE}.show", "the order of a day, with positions and exposure"),
            "explain": LazyCommand(f"{_HERE}.explain", "why a partner stands where it does"),
            "forecast": LazyCommand(f"{_HERE}.forecast", "coming turns"),
            "simulate": LazyCommand(f"{_HERE}.simulate", "what a policy would do"),
            "statement": LazyCommand(f"{_HERE}.statement", "one partner's account"),
            "fairness": LazyCommand(f"{_HERE}.fairness", "how even the placement has been"),
            "record": LazyCommand(f"{_HERE}.record", "close periods: append to the ledger"),
            "verify": LazyCommand(f"{_HERE}.verify", "recompute the ledger from itself"),
        }
    )
)
def command() -> None:
    """Say who stands where, and why."""
