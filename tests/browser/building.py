"""Sites built in memory, each with what the builds before it in this process have made."""

from datetime import date
from pathlib import Path

from pavgen.app.build import make
from pavgen.app.means import Means, Recent
from pavgen.model.showing import Showing

_REMEMBERING = Means(recent=Recent())


def build_in_memory(root: Path, day: date) -> dict[str, bytes]:
    """Build the one site of a project; there must be no error."""
    made = make(root, Showing(day), means=_REMEMBERING)
    assert made.ok, [(d.span, d.message) for d in made.diagnostics]
    [built] = made.value.sites
    return dict(built.files)
