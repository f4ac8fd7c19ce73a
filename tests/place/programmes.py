"""Small programmes for tests of placement: every record is given by what a test is about."""

from dataclasses import replace
from datetime import date

from pavgen.model.conditions import ALWAYS
from pavgen.model.programme import Partner, Programme, Vocabularies
from pavgen.model.prose import Prose
from pavgen.model.records.listing import Listing
from pavgen.model.records.policy import Group, Opportunity, Policy
from pavgen.model.records.program import Program
from pavgen.model.records.standing import Held, Standing, Suspension
from pavgen.model.schema.fields import Source
from pavgen.model.taxonomy import Entry, Taxonomy


def taxonomy(tree):
    """Make a tree of `{child: parent or None}`, each parent before its children."""
    return Taxonomy(
        Entry(
            id=term,
            label=term.title(),
            summary="",
            parent=parent,
            children=tuple(child for child, above in tree.items() if above == term),
        )
        for term, parent in tree.items()
    )


def flat(*terms):
    return taxonomy(dict.fromkeys(terms))


WORDS = Vocabularies(
    tiers=flat("gold", "silver", "registered"),
    partner_types=flat("reseller", "integrator"),
    regions=taxonomy({"emea": None, "dach": "emea", "de": "dach", "at": "dach", "amer": None}),
    segments=flat("small", "large"),
    industries=taxonomy({"energy": None, "grid": "energy"}),
    solution_areas=taxonomy({"data": None, "lake": "data", "security": None}),
    certifications=flat("basic", "expert"),
    languages=flat("german", "english"),
)


def partner(
    slug,
    *,
    id=None,  # noqa: A002 - the records' word for it
    name=None,
    tier="gold",
    points=0,
    joined=date(2024, 1, 1),
    status="active",
    certifications=(),
    suspended=None,
    aliases=(),
    weights=(),
    **listing,
):
    """Make a partner; certificates are ids or `(id, until)`, a suspension is `(from, until)`."""
    held = [c if isinstance(c, tuple) else (c, None) for c in certifications]
    return Partner(
        slug=slug,
        listing=Listing(name=name or slug.title(), **listing),
        standing=Standing(
            id=id or f"p-{slug}",
            tier=tier,
            points=points,
            joined=joined,
            status=status,
            certifications=tuple(Held(id=word, until=until) for word, until in held),
            suspended=None
            if suspended is None
            else Suspension(from_=suspended[0], until=suspended[1]),
            aliases=aliases,
            weights=weights,
            source=Source(f"content/standing/{slug}.yaml"),
        ),
        about=Prose(),
    )


def programme(partners, *, groups=None, opportunities=None):
    """Make a programme; without more, one opportunity `all` of a group `main` of draws."""
    groups = groups or {"main": Group(strategy="draw")}
    opportunities = opportunities or {"all": opportunity()}
    return Programme(
        program=Program(name="Fictional programme"),
        words=WORDS,
        policy=Policy(
            groups=tuple(groups.items()),
            opportunities=tuple(opportunities.items()),
            source=Source("content/placement/policy.yaml"),
        ),
        partners={p.slug: p for p in partners},
        pending=(),
        solutions={},
        hubs={},
        pages={},
        sites={},
        aliases={alias: p.slug for p in partners for alias in p.standing.aliases},
    )


def opportunity(*, group="main", eligible=ALWAYS, **more):
    """Make an opportunity open to all."""
    return Opportunity(
        title="All partners", rationale="A test", group=group, eligible=eligible, **more
    )


def renamed(made, names):
    """Give every partner another slug and name, `{slug: (slug, name)}`; ids stay.

    Fixed orders name the same partners by their new slugs.
    """
    partners = [
        replace(p, slug=names[p.slug][0], listing=replace(p.listing, name=names[p.slug][1]))
        for p in made.partners.values()
    ]
    groups = tuple(
        (
            name,
            group
            if group.fixed is None
            else replace(
                group,
                fixed=replace(
                    group.fixed,
                    partners=tuple(names.get(s, (s,))[0] for s in group.fixed.partners),
                ),
            ),
        )
        for name, group in made.policy.groups
    )
    return replace(
        made,
        policy=replace(made.policy, groups=groups),
        partners={p.slug: p for p in partners},
    )
