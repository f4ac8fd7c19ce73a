"""CODEOWNERS: which of the vendor's teams approves a change, by where it is made.

The code host takes the last line that matches a path, and a single owner of that line is
enough; so lines go from general to specific with the sensitive ones last, and a partner's
account never stands on one. After https://docs.github.com, "About code owners".
"""

from collections.abc import Iterator

from pavgen.model.records.owners import Owners, Teams
from pavgen.security.slugs import slug_problems

PATH = ".github/CODEOWNERS"
ELSEWHERE = ("CODEOWNERS", "docs/CODEOWNERS")
"""Where the host looks for the file as well: there must be one only."""

_NOTE = """\
# Written by `pavgen codeowners` from content/owners.yaml: edit that file, and write this one anew.
# The last line that matches a path counts. Partners' accounts are never on a line.
"""


def codeowners_text(owners: Owners, teams: Teams) -> str:
    """Write the file; a partner's slug of an odd form gets no line of its own."""
    rows = list(_rows(owners, teams))
    width = max(len(path) for path, _ in rows)
    return _NOTE + "".join(f"{path.ljust(width)}  {team}\n" for path, team in rows)


def _rows(owners: Owners, teams: Teams) -> Iterator[tuple[str, str]]:
    yield "*", teams.engineering
    yield "/content/", teams.marketing
    yield "/partners/", teams.partners
    for slug, owner in sorted(owners.partners, key=lambda item: item[0]):
        if owner.team and not slug_problems(slug):
            yield f"/partners/{slug}/", owner.team
    for path in ("standing/", "placement/", "owners.yaml", "name-exceptions.yaml"):
        yield f"/content/{path}", teams.program
    for path in ("/themes/", "/requirements/", "/.github/", "/CODEOWNERS", "/docs/CODEOWNERS"):
        yield path, teams.engineering
    # In any folder: what tells git how to treat other files.
    for path in (".gitattributes", ".gitmodules", ".gitignore"):
        yield path, teams.engineering
