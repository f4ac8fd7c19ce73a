"""Kinds of text that people write: words with a limit, names, slugs, links."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.model.document import Scalar
from pavgen.model.schema.decoding import Decoding, Reference
from pavgen.model.schema.kinds import ScalarKind, Vocabularies, shown
from pavgen.security.countries import COUNTRIES
from pavgen.security.names import name_problems
from pavgen.security.slugs import slug_problems
from pavgen.security.text import text_problems
from pavgen.security.urls import SafeUrl, parse_link, parse_site_url, parse_staff_link

_LONGEST = 2000
_BETWEEN_WORDS = r"[\s\-‐‑–—]+"
_OFTEN_MEANT = {"UK": "GB", "EL": "GR"}


@dataclass(frozen=True, slots=True)
class Text(ScalarKind[str]):
    """Words within a limit that is the same for every partner.

    `limit` names a limit of `program.yaml`; `claims` says that unproven claims are refused.
    """

    limit: str = ""
    most: int = _LONGEST
    claims: bool = False
    emoji: bool = False
    lines: bool = False

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Fold white space, then check characters, length and claims."""
        into.problems(text_problems(scalar.text, emoji=self.emoji), scalar.span, at)
        text = scalar.text.strip() if self.lines else " ".join(scalar.text.split())
        most = into.rules.limits.get(self.limit, self.most)
        if len(text) > most:
            into.error(
                "text-too-long",
                scalar.span,
                at,
                f"{len(text)} characters are {len(text) - most} over the limit of {most}",
                "shorten it; the limit is the same for everyone",
            )
        if self.claims:
            for phrase in claims_in(text, into.rules.unproven_claims):
                into.error("unproven-claim", scalar.span, at, *claim_words(phrase))
        return text

    def blank(self) -> str:
        """Return empty text."""
        return ""

    def noun(self) -> str:
        """Name the kind."""
        return "some text"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe text; editors read numbers and dates as such, pavgen does not."""
        del words
        return {"type": ["string", "number", "boolean"], "maxLength": self.most}


def claims_in(text: str, phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases that stand in a text as whole words.

    Case, width, the form of an apostrophe, and whether blanks or hyphens part the words make
    no difference, for none of them makes a claim easier to check.
    """
    folded = _folded(text)
    return tuple(phrase for phrase in phrases if _stands_in(folded, phrase))


def claim_words(phrase: str) -> tuple[str, str]:
    """Say what is wrong with a claim, and what would be right."""
    what = f"`{shown(phrase)}` is a claim nobody can check"
    return what, "say what you do instead; no listing may use it"


def _stands_in(folded: str, phrase: str) -> bool:
    words, whole = _claim(phrase)
    # To find that a word is missing is a hundred times quicker than to look for the phrase.
    return bool(words) and all(word in folded for word in words) and bool(whole.search(folded))


@lru_cache(maxsize=1024)
def _claim(phrase: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    words = tuple(word for word in re.split(_BETWEEN_WORDS, _folded(phrase)) if word)
    return words, re.compile(rf"(?<!\w){_BETWEEN_WORDS.join(map(re.escape, words))}(?!\w)")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Name(ScalarKind[str]):
    """The name of an organisation: characters and look-alikes are checked."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Check the characters, then the rules for names."""
        found = text_problems(scalar.text, emoji=False)
        if not found:
            slug = _folder_slug(into.path)
            found = name_problems(
                scalar.text,
                exempt=slug in into.rules.name_exceptions,
                extra_scripts=into.rules.name_scripts,
            )
        into.problems(found, scalar.span, at)
        return scalar.text

    def blank(self) -> str:
        """Return no name."""
        return ""

    def noun(self) -> str:
        """Name the kind."""
        return "a name"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the length."""
        del words
        return {"type": "string", "minLength": 2, "maxLength": 64}


def _folder_slug(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "partners" else ""  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Slug(ScalarKind[str]):
    """A new identifier: small letters, digits and single hyphens."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Check the form."""
        into.problems(slug_problems(scalar.text), scalar.span, at)
        return scalar.text

    def blank(self) -> str:
        """Return no identifier."""
        return ""

    def noun(self) -> str:
        """Name the form."""
        return "an identifier such as `north-sea`"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the form."""
        del words
        return {"type": "string", "pattern": "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])$"}


@dataclass(frozen=True, slots=True)
class Link(ScalarKind[SafeUrl]):
    """A link by the strict policy for partners: https, or the schemes named."""

    schemes: frozenset[str] = frozenset({"https"})

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> SafeUrl:
        """Parse once; what is kept is the re-serialised form."""
        answer = parse_link(scalar.text, allow=self.schemes)
        if isinstance(answer, SafeUrl):
            return answer
        into.problems(answer, scalar.span, at)
        return self.blank()

    def blank(self) -> SafeUrl:
        """Return a harmless link."""
        return _harmless()

    def noun(self) -> str:
        """Name the form."""
        return "a link such as https://example.org/"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a link."""
        del words
        return {"type": "string", "format": "uri", "maxLength": 512}


@dataclass(frozen=True, slots=True)
class Email(ScalarKind[SafeUrl]):
    """One e-mail address."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> SafeUrl:
        """Check it as a mailto link."""
        return _as_link("mailto", self, scalar, at, into)

    def blank(self) -> SafeUrl:
        """Return a harmless link."""
        return _harmless()

    def noun(self) -> str:
        """Name the form."""
        return "one e-mail address and nothing else, such as hello@example.org"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe an address."""
        del words
        return {"type": "string", "format": "email"}


@dataclass(frozen=True, slots=True)
class Phone(ScalarKind[SafeUrl]):
    """One telephone number with its country code."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> SafeUrl:
        """Check it as a tel link."""
        return _as_link("tel", self, scalar, at, into)

    def blank(self) -> SafeUrl:
        """Return a harmless link."""
        return _harmless()

    def noun(self) -> str:
        """Name the form."""
        return "a number with its country code, such as +49 30 901820"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a number as text."""
        del words
        return {"type": "string", "pattern": r"^\+[0-9 .()-]+$"}


@dataclass(frozen=True, slots=True)
class SiteUrl(ScalarKind[str]):
    """The address at which a site is published: origin and path, ending in `/`."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Parse and re-serialise."""
        answer = parse_site_url(scalar.text)
        if isinstance(answer, SafeUrl):
            return answer.href
        into.problems(answer, scalar.span, at)
        return self.blank()

    def blank(self) -> str:
        """Return an address of nowhere."""
        return "https://example.org/"

    def noun(self) -> str:
        """Name the form."""
        return "an address such as https://partners.example.org/"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe a link."""
        del words
        return {"type": "string", "format": "uri"}


RECORD_LINK = r"(?:partner|solution|article|page):[a-z0-9][a-z0-9/-]*|section:/[a-z0-9/-]*"


@dataclass(frozen=True, slots=True)
class StaffLink(ScalarKind[str]):
    """A link in trusted content: a record (`page:about`), a path of the site, or an address."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Keep a record link as it is, noting what it names; check any other."""
        if re.fullmatch(RECORD_LINK, scalar.text):
            kind, _, target = scalar.text.partition(":")
            if kind != "section":
                into.references.append(Reference(f"{kind}s", target, scalar.span, at))
            return scalar.text
        answer = parse_staff_link(scalar.text)
        if isinstance(answer, SafeUrl):
            return answer.href
        into.problems(answer, scalar.span, at)
        return self.blank()

    def blank(self) -> str:
        """Return a link to the same page."""
        return "#"

    def noun(self) -> str:
        """Name the forms."""
        return "a link such as `page:about` or https://example.org/"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe text."""
        del words
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Country(ScalarKind[str]):
    """An ISO 3166-1 country code in capitals; `NO` is Norway."""

    def convert(self, scalar: Scalar, at: str, into: Decoding) -> str:
        """Accept an assigned code."""
        if scalar.text in COUNTRIES:
            return scalar.text
        upper = scalar.text.upper()
        meant = _OFTEN_MEANT.get(upper, upper)
        remedy = f"did you mean `{meant}`?" if meant in COUNTRIES else f"give {self.noun()}"
        into.error(
            "value-country",
            scalar.span,
            at,
            f"`{shown(scalar.text)}` is not a country code",
            remedy,
        )
        return self.blank()

    def blank(self) -> str:
        """Return no country."""
        return ""

    def noun(self) -> str:
        """Name the form."""
        return "two letters such as `DE` (ISO 3166-1)"

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """List the codes."""
        del words
        return {"enum": sorted(COUNTRIES)}


_OF_FORM = frozenset({"link-character", "link-form", "link-mail", "link-phone"})


def _as_link(scheme: str, kind: Email | Phone, scalar: Scalar, at: str, into: Decoding) -> SafeUrl:
    answer = parse_link(f"{scheme}:{scalar.text}", allow=frozenset({scheme}))
    if isinstance(answer, SafeUrl):
        return answer
    # Those messages speak of a link and its scheme, which nobody wrote here.
    if any(problem.code in _OF_FORM for problem in answer):
        code = "link-mail" if scheme == "mailto" else "link-phone"
        return kind.refuse(code, scalar, at, into, "cannot be read")
    into.problems(answer, scalar.span, at)
    return _harmless()


def _harmless() -> SafeUrl:
    answer = parse_link("https://example.org/", allow=frozenset({"https"}))
    if not isinstance(answer, SafeUrl):
        raise AssertionError(answer)  # noqa: TRY004 - a defect, not a type of ours
    return answer
