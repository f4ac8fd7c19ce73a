"""Host names on the public internet."""

import re
import unicodedata

from pavgen.kernel.values import dataclass
from pavgen.security.characters import described
from pavgen.security.problem import Problem, quoted
from pavgen.security.scripts import latin_lookalike, scripts_of, written_together

LONGEST_HOST, LONGEST_LABEL = 253, 63

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LETTERS_AND_DIGITS = frozenset({"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"})
_LAST_EUROPEAN, _SPOOFS = "\u017f", "ı"
_NOT_PUBLIC = (
    "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home",
    "lan", "test", "invalid", "home.arpa", "in-addr.arpa", "ip6.arpa",
)  # fmt: skip
_BELOW_NOT_PUBLIC = tuple(f".{name}" for name in _NOT_PUBLIC)


@dataclass(frozen=True, slots=True)
class Host:
    """A host name: as the network writes it, and as a reader may safely see it."""

    ascii: str
    display: str


def parse_host(text: str) -> Host | tuple[Problem, ...]:
    """Read a host name of the public internet, or say what keeps it from being one.

    Names beyond ASCII are encoded label by label as IDNA 2008 and today's browsers do.
    The standard library's codec follows IDNA 2003, which turns `ß` into `ss` and so leads
    to another host than the browser's; hence the few lines here. What browsers would
    first map to something else (full width, capitals of odd scripts, ideographic dots) is
    refused rather than mapped.
    """
    lowered = unicodedata.normalize("NFC", text.lower())
    numeric = _number_problem(text, lowered)
    if numeric:
        return (numeric,)
    labels = [_label(label) for label in lowered.split(".")]
    found = tuple(p for label in labels if not isinstance(label, _Label) for p in label)
    good = [label for label in labels if isinstance(label, _Label)]
    host = Host(".".join(g.ascii for g in good), _display([g.display for g in good]))
    return found or _whole_problems(text, host.ascii) or host


@dataclass(frozen=True, slots=True)
class _Label:
    ascii: str
    display: str


def _number_problem(text: str, lowered: str) -> Problem | None:
    """Find an IP address in any form browsers read: dotted, decimal, octal, hex, IPv6."""
    folded = unicodedata.normalize("NFKC", lowered).replace("。", ".")
    last = folded.rstrip(".").rpartition(".")[2]
    if text.startswith("[") or ":" in text or _NUMBER.fullmatch(last):
        what = f"{quoted(text)} is a number and not a name"
        return Problem("link-ip", 0, what, "use the host's DNS name")
    return None


def _whole_problems(text: str, host: str) -> tuple[Problem, ...]:
    if len(host) > LONGEST_HOST:
        what = f"the host has {len(host)} characters"
        return (Problem("link-host", 0, what, f"use at most {LONGEST_HOST}"),)
    if host in _NOT_PUBLIC or host.endswith(_BELOW_NOT_PUBLIC):
        what = f"{quoted(text)} is not on the public internet"
        return (Problem("link-local", 0, what, "use a public host name"),)
    if "." not in host:
        what = f"the host {quoted(text)} has no dot"
        return (Problem("link-host", 0, what, "write the full name, such as `acme.example`"),)
    return ()


def _label(label: str) -> _Label | tuple[Problem, ...]:
    if not label:
        remedy = "put one dot between its parts and none at either end"
        return (Problem("link-host", 0, "the host has an empty part", remedy),)
    if label.startswith("xn--"):
        return _decoded_label(label)
    if label.isascii():
        return _Label(label, label) if _fits(label) else (_bad_label(label),)
    return _encoded_label(label)


def _decoded_label(label: str) -> _Label | tuple[Problem, ...]:
    try:
        text = label.removeprefix("xn--").encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return (_bad_label(label),)
    answer = _bad_label(label) if text.isascii() else _encoded_label(text)
    if isinstance(answer, _Label):
        return answer if answer.ascii == label else (_bad_label(label),)
    return answer if isinstance(answer, tuple) else (answer,)


def _encoded_label(label: str) -> _Label | tuple[Problem, ...]:
    odd = next((c for c in label if not _may_stand(c)), None)
    folded = unicodedata.normalize("NFKC", label)
    if odd is not None:
        what = f"{described(odd)} may not stand in a host name"
        return (Problem("link-host", 0, what, "use letters, digits and hyphens"),)
    if folded != label or folded.lower() != label or unicodedata.category(label[0])[0] == "M":
        what = f"{quoted(label)} is not a host name in normal form"
        return (Problem("link-host", 0, what, f"write it as {quoted(folded.lower())}"),)
    scripts = scripts_of(label)
    if len(scripts) > 1 and not written_together(scripts):
        what = f"{quoted(label)} mixes letters of several scripts"
        return (Problem("link-script", 0, what, "use a host name in one script"),)
    if not _reads_one_way(label) or label.startswith("-") or label.endswith("-"):
        return (_bad_label(label),)
    encoded = "xn--" + label.encode("punycode").decode("ascii")
    shown = encoded if _passes_for_latin(label) else label
    return _Label(encoded, shown) if _fits(encoded) else (_bad_label(label),)


def _may_stand(character: str) -> bool:
    return character == "-" or unicodedata.category(character) in _LETTERS_AND_DIGITS


def _reads_one_way(label: str) -> bool:
    """Keep RFC 5893 in short: right-to-left letters are not mixed with others in a label."""
    directions = [unicodedata.bidirectional(c) for c in label]
    if not {"R", "AL", "AN"} & set(directions):
        return True
    return directions[0] in {"R", "AL"} and "L" not in directions


def _fits(label: str) -> bool:
    has_tag = label[2:4] == "--"
    return bool(_LABEL.fullmatch(label)) and (not has_tag or label.startswith("xn--"))


def _bad_label(label: str) -> Problem:
    what = f"{quoted(label)} cannot be part of a host name"
    remedy = f"use a-z, 0-9 and inner hyphens, at most {LONGEST_LABEL} in each part"
    return Problem("link-host", 0, what, remedy)


def _passes_for_latin(label: str) -> bool:
    """Say whether each letter beyond European Latin, accents aside, passes for an ASCII one."""
    bases = {unicodedata.normalize("NFD", c)[0] for c in label}
    foreign = [base for base in bases if base > _LAST_EUROPEAN or base in _SPOOFS]
    return bool(foreign) and all(latin_lookalike(base) for base in foreign)


def _display(labels: list[str]) -> str:
    """Leave out `www.`; no list of public suffixes decides how much more could go."""
    has_www = len(labels) > 2 and labels[0] == "www"  # noqa: PLR2004 - www, name and top level
    return ".".join(labels[1:] if has_www else labels)
