"""The words a theme must give the plan, by key; a missing one is told before anything is made."""

from pavgen.plan.facets import CROSSINGS, FACETS

_CONTACTS = ("general", "partnering", "press", "sales", "support")
_RULES = ("alphabetical", "draw", "first-come", "fixed", "points")
_SOLUTIONS = ("area", "industry", "segment")
_KINDS = ("article", "page", "partner", "solution")

PLAN_KEYS: tuple[str, ...] = (
    "plan-all-partners",
    "plan-article-partners",
    "plan-author",
    "plan-browse-all",
    "plan-compare",
    "plan-contributions",
    "plan-design",
    "plan-design-lead",
    "plan-embed",
    "plan-embed-lists",
    "plan-facet-title",
    "plan-join",
    "plan-list-description",
    "plan-moved",
    "plan-not-found",
    "plan-page-title",
    "plan-facet-kind",
    "plan-proposition",
    "plan-search",
    "plan-solution-partners",
    "plan-thanks",
    "plan-works-with",
    *(f"plan-contact-{purpose}" for purpose in _CONTACTS),
    *(f"plan-facet-{facet}" for facet in FACETS),
    *(f"plan-kind-{kind}" for kind in _KINDS),
    *(f"plan-rule-{strategy}" for strategy in _RULES),
    *(f"plan-solutions-{facet}" for facet in _SOLUTIONS),
    *(f"plan-title-{facet}" for facet in FACETS),
    *(f"plan-title-{facet}-{other}" for facet, other in CROSSINGS),
)

_PLACES = {
    "plan-author": ("name",),
    "plan-browse-all": ("n",),
    "plan-contributions": ("name",),
    "plan-facet-title": ("label",),
    "plan-join": ("label",),
    "plan-list-description": ("n", "title"),
    "plan-page-title": ("number", "title"),
    "plan-proposition": ("label",),
    "plan-works-with": ("name",),
    **{f"plan-kind-{kind}": ("n",) for kind in _KINDS},
    **{f"plan-solutions-{facet}": ("label",) for facet in _SOLUTIONS},
    **{f"plan-title-{facet}": ("label",) for facet in FACETS},
    **{f"plan-title-{facet}-{other}": ("label", "other") for facet, other in CROSSINGS},
}


def places_of(key: str) -> tuple[str, ...]:
    """Return the names that the plan gives values for when it says `key`."""
    return _PLACES.get(key, ())
