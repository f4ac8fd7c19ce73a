"""Which project a command works on."""

from pathlib import Path

import click

PROGRAM = "content/program.yaml"


def project_root(context: click.Context) -> Path:
    """Return the folder given with `--project`, or the nearest upwards that is a project.

    Raises UsageError where there is none.
    """
    root = possible_root(context)
    if root is not None:
        return root
    given = given_folder(context)
    where = f"no project in `{given}`" if given else "no project in this folder or above it"
    raise click.UsageError(
        f"{where}: a project holds `{PROGRAM}`; "
        "name its folder with `--project DIR`, or begin one with `pavgen new project NAME`"
    )


def possible_root(context: click.Context) -> Path | None:
    """Return the project's folder, or None where there is none."""
    given = given_folder(context)
    if given is not None:
        return given if _is_project(given) else None
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if _is_project(folder)), None)


def given_folder(context: click.Context) -> Path | None:
    """Return the folder given with `--project`."""
    given = context.find_root().obj
    return given if isinstance(given, Path) else None


def _is_project(folder: Path) -> bool:
    # A broken file must be reported by name, so a link or a folder counts as well.
    program = folder / PROGRAM
    return program.exists() or program.is_symlink()
