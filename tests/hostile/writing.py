"""Records in which every word is hostile, a line for each word: so a finding says which word it is of."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Spot = tuple[str, str]
"""A file and a place in it, such as `offices.3.city`."""


@dataclass(frozen=True)
class Said:
    """A hostile text as it stands in one place of one file; `line` is from 1."""

    path: str
    spot: str
    line: int
    text: str

    @property
    def field(self) -> str:
        """Name the place without the numbers in it."""
        return ".".join(part for part in self.spot.split(".") if not part.isdigit())


@dataclass
class Sheet:
    """A YAML file under way; places that are `barred` get their harmless words, or nothing."""

    path: str
    barred: frozenset[Spot]
    lines: list[str] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def plain(self, line: str) -> None:
        """Add a line of our own."""
        self.lines.append(line)

    def put(self, spot: str, start: str, text: str | None, harmless: str | None = None) -> bool:
        """Add a line that begins with `start` and ends in a text; say whether one was added."""
        if text is not None and (self.path, spot) not in self.barred:
            self.lines.append(f"{start}{quoted(text)}")
            self.said.append(Said(self.path, spot, len(self.lines), text))
        elif harmless is not None:
            self.lines.append(f"{start}{quoted(harmless)}")
        else:
            return False
        return True

    @property
    def text(self) -> str:
        """Return the file."""
        return "".join(f"{line}\n" for line in self.lines)


def quoted(text: str) -> str:
    """Write a text in YAML so that every character arrives, also those no file should hold."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable() and character not in "\u2028\u2029\ufeff":
        return character
    return f"\\U{ord(character):08x}"


@dataclass(frozen=True)
class Words:
    """Hostile words for one partner: `text` goes everywhere, the others where they belong."""

    text: str
    name: str = ""
    link: str = ""
    mail: str = ""
    phone: str = ""
    cities: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def listing(slug: str, words: Words, after: tuple[str, ...], before: tuple[str, ...], barred):
    """Return the listing of a partner whose every word is hostile, as far as it is let in.

    It gives references to the partners `after`, and accepts those of the ones `before`.
    """
    sheet = Sheet(f"partners/{slug}/listing.yaml", barred)
    text = words.text
    sheet.put("name", "name: ", words.name or text, harmless=f"Firm {_letters(slug)}")
    sheet.put("tagline", "tagline: ", text, harmless="We do one thing.")
    sheet.put("website", "website: ", words.link or None, harmless=f"https://{slug}.example/")
    sheet.plain("types: [reseller]")
    sheet.put("legal_name", "legal_name: ", text)
    sheet.put("print_name", "print_name: ", text)
    if (sheet.path, "size") not in barred:
        sheet.plain("founded: 1999")
    _offices(sheet, words)
    _contacts(sheet, words)
    _links(sheet, words)
    sheet.plain("seeks:")
    sheet.plain("  - types: [integrator]")
    sheet.put("seeks.note", "    note: ", text)
    sheet.plain("offers:")
    sheet.put("offers.0", "  - ", text)
    sheet.plain("gives_reference:")
    for number, other in enumerate(after):
        sheet.plain(f"  - to: {other}")
        sheet.put(f"reference.{number}.quote", "    quote: ", text, harmless="It went well.")
        sheet.put(f"reference.{number}.project", "    project: ", text)
    sheet.plain(f"accepts_reference_from: [{', '.join(before)}]")
    return sheet


def _offices(sheet: Sheet, words: Words) -> None:
    sheet.plain("offices:")
    for number, city in enumerate((words.text, *words.cities)[:40]):
        if sheet.put(f"offices.{number}.city", "  - city: ", city):
            sheet.plain("    country: FR")


def _contacts(sheet: Sheet, words: Words) -> None:
    sheet.plain("contacts:")
    ways = (("url", words.link), ("email", words.mail), ("phone", words.phone))
    for number, (key, value) in enumerate(ways):
        sheet.plain("  - purpose: sales")
        sheet.put(f"contacts.{number}.label", "    label: ", words.text)
        if not sheet.put(f"contacts.{number}.{key}", f"    {key}: ", value or None):
            sheet.plain("    url: https://contact.example/")


def _links(sheet: Sheet, words: Words) -> None:
    sheet.plain("links:")
    for number, link in enumerate(words.links[:40]):
        sheet.put(f"links.{number}", f"  link-{number}: ", link)


def front(path: str, fields: Iterator[tuple[str, str, str | None, str | None]], barred, body=""):
    """Return a markdown file whose front matter has these places, beginnings, texts and fallbacks.

    A place that is empty stands for a line of our own.
    """
    sheet = Sheet(path, barred)
    sheet.plain("---")
    for spot, start, text, harmless in fields:
        if spot:
            sheet.put(spot, start, text, harmless)
        else:
            sheet.plain(start)
    sheet.plain("---")
    sheet.plain(body)
    return sheet


def _letters(slug: str) -> str:
    """Return a word that is like no other partner's: two letters for each digit of the slug."""
    pairs = ("ba", "ce", "du", "fo", "ga", "he", "ju", "ko", "ma", "pe")
    return "".join(pairs[int(digit)] for digit in slug if digit.isdigit()).title()
