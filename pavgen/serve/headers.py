"""What a site asks its host to send with a file, read from the site's own `_headers`.

A preview that sends the same policies shows what they forbid before anything is published.
"""

from collections.abc import Mapping
from functools import lru_cache

from pavgen.kernel.values import dataclass

FILE = "_headers"
_POLICY = "Content-Security-Policy"
_SECURE_ONLY = "upgrade-insecure-requests"
_SENT = frozenset(
    {
        _POLICY,
        "Content-Disposition",
        "Cross-Origin-Opener-Policy",
        "Permissions-Policy",
        "X-Robots-Tag",
    }
)
"""What a preview sends too. The rest is about public sites: caches, HTTPS, other sites' access."""


@dataclass(frozen=True, slots=True)
class _Rule:
    path: str
    dropped: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]

    def holds(self, path: str) -> bool:
        """Say whether the rule is for a path."""
        start = self.path.removesuffix("*")
        return path.startswith(start) if start != self.path else path == self.path


def sent_with(path: str, files: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Return the header fields of an absolute path, in order of their names."""
    found: dict[str, str] = {}
    for rule in _rules(files.get(FILE, b"")):
        if rule.holds(path):
            for name in rule.dropped:
                found.pop(name, None)
            found |= rule.fields
    return tuple(sorted(found.items()))


@lru_cache(maxsize=8)
def _rules(text: bytes) -> tuple[_Rule, ...]:
    rules: list[_Rule] = []
    for line in text.decode("ascii", "replace").splitlines():
        if not line.startswith(" "):
            rules += [_Rule(line, (), ())] if line else []
            continue
        rule = rules.pop()
        name, colon, value = line.strip().partition(": ")
        if name.startswith("! "):
            rule = _Rule(rule.path, (*rule.dropped, name.removeprefix("! ")), rule.fields)
        elif colon and name in _SENT:
            rule = _Rule(rule.path, rule.dropped, (*rule.fields, (name, _local(name, value))))
        rules.append(rule)
    return tuple(rules)


def _local(name: str, value: str) -> str:
    """Leave out of a policy what would send a browser to an HTTPS that is not there."""
    if name != _POLICY:
        return value
    directives = (directive.strip() for directive in value.split(";"))
    return "; ".join(directive for directive in directives if directive != _SECURE_ONLY)
