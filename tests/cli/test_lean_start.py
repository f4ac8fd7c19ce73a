"""`pavgen --help` imports what it needs and no more."""

import subprocess
import sys

from tests.cli.commands import plain_environment

HEAVY = ("yaml", "jinja2", "markdown_it", "PIL", "babel", "pygments", "nh3", "watchdog", "asyncio")


def test_help_imports_none_of_the_large_libraries_and_no_command():
    code = (
        "import sys\nfrom pavgen.cli.main import run\nrun(['--help'])\n"
        "print('|'.join(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, check=True, text=True, env=plain_environment(),
    )  # fmt: skip
    loaded = done.stderr.strip().split("|")
    assert [name for name in loaded if name in HEAVY] == []
    assert [name for name in loaded if name.startswith("pavgen.cli.commands.")] == []
