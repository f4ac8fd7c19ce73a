"""A company of a landscape into its listing, its standing and its description."""

from pavgen.kernel.values import dataclass
from pavgen.model.document import Node, Scalar
from pavgen.model.imports.companies import Company
from pavgen.model.imports.desk import Desk
from pavgen.model.imports.drafts import Draft, ids, keyed, value, words
from pavgen.model.imports.identity import Identity, key_note
from pavgen.model.imports.landscape_mapping import LandscapeMapping
from pavgen.model.imports.wording import as_markdown, clean_text, first_sentence
from pavgen.model.layout import standing_path
from pavgen.model.prose import count_words
from pavgen.model.records.listing import Listing
from pavgen.model.records.standing import Standing
from pavgen.model.schema.kinds import shown


@dataclass(frozen=True, slots=True)
class Member:
    """A company with its place in the project."""

    company: Company
    identity: Identity

    def logo_files(self) -> tuple[Scalar, ...]:
        """Return the names of its logo's files, the likeliest first."""
        return self.company.values("logo")


def partner_drafts(
    member: Member, mapping: LandscapeMapping, logo: str | None, desk: Desk
) -> tuple[Draft, ...]:
    """Return listing, standing and, where it is described, `about.md`; nothing if one fails.

    `logo` is the name of the file in the partner's folder.
    """
    text = _description(member.company, desk)
    listing = desk.admitted(_listing(member, mapping, text, logo, desk))
    standing = desk.admitted(_standing(member, desk))
    if listing is None or standing is None:
        return ()
    if not text:
        return (listing, standing)
    about = Draft(f"partners/{member.identity.slug}/about.md", None, body=as_markdown(text))
    return (listing, standing, about)


def _listing(
    member: Member, mapping: LandscapeMapping, text: str, logo: str | None, desk: Desk
) -> Draft:
    company, at = member.company, member.company.name.span
    website, links = _links(company, mapping, desk)
    rules = [item.rule for item in company.items]
    given = {term for rule in rules for term in rule.types}
    types = [kind.id for kind in mapping.program.partner_types if kind.id in given]
    areas = dict.fromkeys(area for rule in rules for area in rule.solution_areas)
    root = keyed(
        ("name", company.name),
        ("tagline", words(_tagline(company, mapping, text, desk), at)),
        ("website", website),
        ("types", ids(types, at)),
        ("solution_areas", ids(areas, at)),
        ("logo", words(logo, at) if logo else None),
        ("links", keyed(*links.items(), at=at)),
        at=at,
    )
    return Draft(f"partners/{member.identity.slug}/listing.yaml", Listing, root)


def _standing(member: Member, desk: Desk) -> Draft:
    """Return the standing; of one that is there only tier and date are the landscape's word."""
    company, identity, at = member.company, member.identity, member.company.name.span
    path = standing_path(identity.slug)
    tier = ("tier", words(company.tier, at))
    if not identity.is_new:
        return Draft(path, Standing, keyed(tier, ("joined", company.joined), at=at))
    root = keyed(
        ("id", words(identity.id, at)),
        ("status", words("active", at)),
        tier,
        ("joined", company.joined or value(desk.as_of.isoformat(), at)),
        ("notes", words(key_note(company.key), at)),
        at=at,
    )
    return Draft(path, Standing, root)


def _tagline(company: Company, mapping: LandscapeMapping, text: str, desk: Desk) -> str:
    """Return the first sentence of the description, else the rule's words."""
    sentence = clean_text(first_sentence(text, desk.limit("tagline", 120)), emoji=False)
    given = [item.rule.tagline for item in company.items if item.rule.tagline]
    return sentence or next(iter(given), mapping.program.name)


def _description(company: Company, desk: Desk) -> str:
    """Return the first description that can be shown; the others are told."""
    most = desk.limit("about_words", 400)
    found = ""
    for scalar in company.values("description"):
        text = clean_text(scalar.text, emoji=True)
        if "".join(text.split()) != "".join(scalar.text.split()):
            what = "characters that no text may hold were taken out of the description"
            desk.warn(scalar.span, "import-text", what, "compare it with the source")
        if count_words(text) > most:
            what = f"the description has more than {most} words and was left out"
            desk.warn(scalar.span, "import-text", what, "write a shorter `about.md`")
        elif found:
            what = f"a further description of `{shown(company.name.text)}` was left out"
            desk.warn(scalar.span, "import-description", what, "bring the two together by hand")
        else:
            found = text
    return found


def _links(
    company: Company, mapping: LandscapeMapping, desk: Desk
) -> tuple[Scalar | None, dict[str, Node]]:
    """Return the website, and further links by their words, within the limit.

    The website is that of the weightiest item that has one; other items' pages are kept
    where their rule gives them a word.
    """
    website: Scalar | None = None
    links: dict[str, Node] = {}
    for word, source in mapping.links:
        for scalar in company.values(source)[:1]:
            link = desk.link(scalar, f"links.{word}")
            if link:
                links[word] = link
    for item in company.items:
        home = item.get("homepage_url")
        link = desk.link(home, "website") if home else None
        if link and website is None:
            website = link
        elif link and website and item.rule.link and link.text not in _addresses(website, links):
            links.setdefault(item.rule.link, link)
    most = desk.limit("links", len(links))
    if len(links) > most:
        what = f"{len(links) - most} links of `{shown(company.name.text)}` were left out"
        desk.warn(company.name.span, "import-links", what, f"a listing has at most {most}")
    return website, dict(list(links.items())[:most])


def _addresses(website: Scalar, links: dict[str, Node]) -> set[str]:
    return {website.text, *(link.text for link in links.values() if isinstance(link, Scalar))}
