"""Commands imported when they are run, so that `pavgen --help` starts in no time."""

from collections.abc import Mapping
from importlib import import_module

import click

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class LazyCommand:
    """A command by its module, which calls it `command`, and its line in the list."""

    module: str
    summary: str


class LazyGroup(click.Group):
    """A group whose commands are imported one by one, when asked for."""

    commands_later: Mapping[str, LazyCommand]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the names, in the order they were given."""
        del ctx
        return list(self.commands_later)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        later = self.commands_later.get(cmd_name)
        if later is None:
            return None
        found: object = import_module(later.module).command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(n, later.summary) for n, later in self.commands_later.items()])


def lazy_group(commands: Mapping[str, LazyCommand]) -> type[LazyGroup]:
    """Make a class of group that has these commands."""
    return type("Group", (LazyGroup,), {"commands_later": dict(commands)})
