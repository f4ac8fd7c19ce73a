"""One mutated file for each seed and number: always the same, whatever was made before it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.fuzz import bytewise, keywise, markwise, yamlwise
from tests.fuzz.chance import chance_of, few
from tests.model.linking.projects import ACME, ARTICLE

_ROOT = Path(__file__).resolve().parents[2]
LISTING = "partners/acme/listing.yaml"
ABOUT = "partners/acme/about.md"
NOTE = "content/hubs/notes/on-rules.md"
_TEXT = """\
Meters for **heat** and *power*, read every hour.

## What we do

- read meters
- say what they `mean`

1. First we look. See [our method](https://acme.example/method?a=1&b=2#top).
2. Then we ask: [write to us](mailto:hello@acme.example) or call [the desk](tel:+4722334455).

> Nobody ever asked a meter what it thought. &mdash; A&nbsp;colleague

```
raw <b>text</b>
```

A line\\
and the next one, \\*not emphasis\\*.
"""


@dataclass(frozen=True)
class Case:
    """A file by path, its bytes, and the edits that made them."""

    path: str
    data: bytes
    how: str


def case_of(seed, number):
    """Return the mutated file of a number: a listing, a partner's text, or an article of staff."""
    chance = chance_of(seed, number)
    path = chance.choice([LISTING, LISTING, LISTING, ABOUT, ABOUT, ABOUT, NOTE])
    if path == LISTING and chance.random() < 0.4:
        text, how = keywise.listing(chance), ["keys"]
    else:
        mine, others = _originals(path)
        text, how = chance.choice(others) if chance.random() < 0.25 else mine, []
    data = text.encode("utf-8", "surrogatepass")
    for _ in range(few(chance) if not how or chance.random() < 0.1 else 0):
        edits = chance.choice(_WAYS[path])
        edit = chance.choice(edits)
        how.append(edit.__name__)
        if edits is bytewise.EDITS:
            data = edit(chance, data)
        else:
            data = edit(chance, data.decode("utf-8", "replace")).encode("utf-8", "surrogatepass")
    return Case(path, data, "+".join(how))


_WAYS = {
    LISTING: (yamlwise.EDITS, yamlwise.EDITS, bytewise.EDITS),
    ABOUT: (markwise.EDITS, markwise.EDITS, bytewise.EDITS),
    NOTE: (yamlwise.EDITS, markwise.EDITS, bytewise.EDITS),
}


@cache
def _originals(path):
    """Return texts that are right: that of a small project, and the demonstration's own."""
    if path == NOTE:
        return ARTICLE + _TEXT, _texts("content/hubs/*/[!i]*.md")
    if path == ABOUT:
        return _TEXT, _texts("partners/*/about.md")
    return ACME, _texts("partners/*/listing.yaml")


def _texts(pattern):
    return tuple(path.read_text("utf-8") for path in sorted(_ROOT.glob(pattern)))
