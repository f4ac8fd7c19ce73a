"""Partners whose names pass for each other: each gets an exception that says why it may."""

from collections.abc import Iterable, Mapping

from pavgen.model.document import Entries, Scalar
from pavgen.model.imports.desk import Desk
from pavgen.model.imports.drafts import Draft, keyed, scalar_text, words
from pavgen.model.schema.kinds import shown
from pavgen.security.names import skeleton

PATH = "content/name-exceptions.yaml"


def lookalike_draft(
    named: Iterable[tuple[str, Scalar]], listings: Mapping[str, Entries], desk: Desk
) -> Draft | None:
    """Report names that look like an earlier partner's, and return the file that lets them.

    `named` are slugs and names in the order of the partners' ids. A source tells companies
    apart by more than names, so both are imported, and a person decides.
    """
    first = {
        skeleton(known): slug
        for slug, listing in sorted(listings.items(), reverse=True)
        if (known := scalar_text(listing.get("name")))
    }
    allowed: list[tuple[str, Scalar]] = []
    for slug, name in named:
        other = first.setdefault(skeleton(name.text), slug)
        if other == slug or slug in listings:
            continue
        what = f"the name `{shown(name.text)}` passes for that of the partner `{other}`"
        remedy = f"see whether the two are one; until then `{PATH}` lets both stand"
        desk.warn(name.span, "import-lookalike", what, remedy, "name")
        allowed.append((slug, words(f"imported as another company than `{other}`")))
    return desk.existing.over(Draft(PATH, None, keyed(*allowed))) if allowed else None
